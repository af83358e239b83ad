import ArgumentParser
import PartyWork

/// `zhibu demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "打开示例镇（龙凤镇）的看板，截至 2016-06-30", discussion: "示例是一份临时副本，可以随意改动，退出即丢弃。")

    @OptionGroup var place: LedgerPlace

    func run() throws {
        try DashboardCommand.refuseWithoutTerminal()
        let copy = try DemoTown.temporaryCopy()
        defer { copy.remove() }
        try DashboardCommand.run(copy.path, today: DemoTown.asOf, isRemembered: false)
    }
}
