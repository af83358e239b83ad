import ArgumentParser
import Ledger

/// `zhibu status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "各支部的进度、结对覆盖率和合作社", discussion: "csv 每个支部一行，列名如 pairing.households.covered。")

    @OptionGroup var options: ReportOptions
    @OptionGroup var place: LedgerPlace

    func run() throws {
        let ledger = try place.open()
        let report = try ledger.status(asOf: options.day(today: Clock.today()), scope: ledger.scope(options.scope))
        let text =
            switch options.format {
            case .table: report.table
            case .json: report.json.document
            case .csv: report.csv
            }
        try StandardStream.output.write(text)
    }
}
