import ArgumentParser
import Ledger
import PartyWork

/// `zhibu journal`.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: localized("列出最近的流水：谁在什么时候做了什么", "List the latest journal entries: who did what and when"),
        discussion: localized("时间是本机时间，与看板的“流水”一致。", "Times are this computer's, as in the dashboard's journal."))

    @Option(
        name: .long, help: ArgumentHelp(localized("最多列出多少条", "how many at most"), valueName: localized("条数", "count")))
    var limit = 20

    @OptionGroup var place: LedgerPlace

    func run() throws {
        guard limit > 0 else {
            throw Failure(.wrongUsage, localized("--limit 应为 1 以上的整数，请改正", "--limit takes a whole number from 1 on"))
        }
        var table = TextTable([
            (localized("条", "no."), .right), (localized("时间", "time"), .left), (localized("经手人", "officer"), .left),
            (localized("来自", "from"), .left), (localized("行", "rows"), .right), (localized("事项", "what"), .left),
        ])
        let offset = Clock.offset()
        for row in try place.use({ try $0.journal(limit: limit) }) {
            table.add([
                String(row.id), localTime(row.at, offset: offset), row.officer, row.origin?.title ?? "",
                String(row.rows), row.summary,
            ])
        }
        try StandardStream.output.write(table.lines().joined(separator: "\n") + "\n")
    }
}
