import ArgumentParser
import Ledger

/// `zhibu status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "各支部的进度、结对覆盖率和合作社", discussion: "csv 每个支部一行，列名如 pairing.households.covered。")

    @OptionGroup var options: ReportOptions
    @OptionGroup var place: LedgerPlace

    func run() throws {
        try options.print({ try $0.status(asOf: $1, scope: $2) }, from: place)
    }
}
