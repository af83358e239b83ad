import ArgumentParser
import PartyWork

/// `zhibu demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: localized(
            "打开示例镇（龙凤镇）的看板，截至 2016-06-30", "Open the dashboard on the sample town (Longfeng), as of 2016-06-30"),
        discussion: localized(
            "示例是一份临时副本，可以随意改动，退出即丢弃。", "It is a throw-away copy: change what you like, quitting drops it."))

    @OptionGroup var place: LedgerOptions
    @OptionGroup var terminal: TerminalOptions

    func run() throws {
        try DashboardCommand.refuseWithoutTerminal(terminal.choices)
        let copy = try DemoTown.temporaryCopy()
        defer { copy.remove() }
        try DashboardCommand.run(copy.path, clock: .standing(at: DemoTown.asOf), terminal.choices, .copy)
    }
}
