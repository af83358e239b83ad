import ArgumentParser
import Ledger
import PartyWork

/// `zhibu status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: localized("各支部的进度、结对覆盖率和合作社", "Progress, pairing coverage and cooperatives of each branch"),
        discussion: localized(
            "csv 每个支部一行，列名如 pairing.households.covered。",
            "csv has a row for each branch, with columns such as pairing.households.covered."))

    @OptionGroup var options: ReportOptions
    @OptionGroup var place: LedgerPlace

    func run() throws {
        try options.print({ try $0.status(asOf: $1, scope: $2) }, from: place)
    }
}
