import ArgumentParser
import Ledger
import PartyWork

/// `zhibu journal`.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: localized("列出最近的流水：谁在什么时候做了什么", "List the latest journal entries: who did what and when"),
        discussion: localized("时间是本机时间，与看板的“流水”一致。", "Times are this computer's, as in the dashboard's journal."))

    @Option(help: .taking(localized("条数", "count"), localized("最多列出多少条", "how many at most")))
    var limit = 20

    @Option(help: .taking(.format, localized("输出格式", "format")))
    var format = DataFormat.table

    @OptionGroup var place: LedgerOptions

    func run() throws {
        guard limit > 0 else {
            throw Failure(.wrongUsage, localized("--limit 应为 1 以上的整数，请改正", "--limit takes a whole number from 1 on"))
        }
        let rows = try place.use { try $0.journal(limit: limit) }
        let journal = JournalOutput(rows: rows, offset: Clock.offset())
        try StandardStream.output.write(
            format.text(table: { journal.table }, json: { journal.json }, csv: { journal.csv }))
    }
}
