import ArgumentParser
import Glibc
import Ledger
import PartyWork

/// `zhibu demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: localized(
            "打开示例镇（龙凤镇）的看板，截至 2016-06-30", "Open the dashboard on the sample town (Longfeng), as of 2016-06-30"),
        discussion: localized(
            "示例是一份临时副本，可以随意改动，退出即丢弃。用 --database 指明装了示例的台账，就打开那一本，改动留在里面。",
            "It is a throw-away copy: change what you like, quitting drops it. A ledger that holds the sample, given with --database, is opened itself, and keeps what is changed."
        ))

    @OptionGroup var place: LedgerOptions
    @OptionGroup var terminal: TerminalOptions

    func run() throws {
        try DashboardCommand.refuseWithoutTerminal(terminal.choices)
        // $ZHIBU_DATABASE is the officer's own.
        if place.database != nil { return try openLoaded() }
        let copy = try DemoTown.temporaryCopy()
        defer { copy.remove() }
        try DashboardCommand.run(copy.path, clock: .standing(at: DemoTown.asOf), terminal.choices, .copy)
    }

    /// The sample where it was loaded, as on a server to try out.
    private func openLoaded() throws {
        let path = try place.path
        let isThere = Ledger.isOnServer(path) || access(path, F_OK) == 0
        guard try isThere && place.use(needing: [], { try $0.loadedSample() }) != nil else {
            throw Failure(
                .refused,
                localized(
                    "\(path.safe) 里没有龙凤镇示例；不写 --database 就打开一份临时副本",
                    "The sample town is not in \(path.safe); without --database a throw-away copy is opened"))
        }
        try DashboardCommand.run(path, clock: .standing(at: DemoTown.asOf), terminal.choices, .absent)
    }
}
