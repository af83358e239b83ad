import ArgumentParser
import Ledger
import PartyWork

/// `zhibu journal`.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "列出最近的流水：谁在什么时候做了什么", discussion: "时间是本机时间，与看板的“流水”一致。")

    @Option(name: .long, help: ArgumentHelp("最多列出多少条", valueName: "条数"))
    var limit = 20

    @OptionGroup var place: LedgerPlace

    func run() throws {
        guard limit > 0 else { throw Failure(.wrongUsage, "--limit 应为 1 以上的整数，请改正") }
        var table = TextTable([
            ("条", .right), ("时间", .left), ("经手人", .left), ("来自", .left), ("行", .right), ("事项", .left),
        ])
        let offset = Clock.offset()
        for row in try place.use({ try $0.journal(limit: limit) }) {
            table.add([
                String(row.id), localTime(row.at, offset: offset), row.officer, row.origin?.rawValue ?? "",
                String(row.rows), row.summary,
            ])
        }
        try StandardStream.output.write(table.lines().joined(separator: "\n") + "\n")
    }
}
