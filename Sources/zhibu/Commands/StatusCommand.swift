import ArgumentParser
import Ledger
import PartyWork

/// `zhibu status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: localized("各支部的进度、结对覆盖率和合作社", "Progress, pairing coverage and cooperatives of each branch"),
        discussion: localized(
            """
            csv 每个支部一行，列名如 pairing.households.covered。地址没有写明乡镇（town=）时是全县：每个乡镇一行，--scope 可只要其中几个。
            --open 打开一个数字：列出它是哪些行算出来的，加 --missing 则列出还缺的行；未到期的两边都不算。visits 要写明是谁：visits/P0001；\
            month 是 --scope 所给支部的一个月：month/2016-05；合作社的数字可只看一个产业：cooperatives/茶叶。
            """,
            """
            csv has a row for each branch, with columns such as pairing.households.covered. An address without a town (town=) is a whole \
            county: a row for each town, of which --scope takes some.
            --open opens a figure: the rows behind it, with --missing those missing from it; what is not due yet is neither. visits is of \
            a person: visits/P0001; month is of the branch of --scope: month/2016-05; figures of cooperatives may be of one trade: \
            cooperatives/TRADE.
            """))

    @Option(help: .taking(localized("数字", "figure"), localized("打开哪个数字", "the figure to open")))
    var open: FigureArgument?

    @Flag(help: localized("只列缺的行", "only the rows that are missing"))
    var missing = false

    @OptionGroup var options: ReportOptions
    @OptionGroup var place: LedgerOptions

    func validate() throws {
        guard missing, open == nil else { return }
        throw ValidationError(
            localized(
                "--missing 要和 --open 一起用，如 --open households --missing",
                "--missing needs --open, such as --open households --missing"))
    }

    func run() throws {
        if let open {
            try options.print({ try report(on: open, $0, $1, $2) }, from: place)
        } else if try options.printCounty({ try $0.status(asOf: $1) }, from: place) == nil {
            try options.print({ try $0.status(asOf: $1, scope: $2) }, from: place)
        }
    }

    private func report(on open: FigureArgument, _ ledger: Ledger, _ day: Day, _ scope: Scope) throws -> FigureReport {
        var figure = try open.figure(in: scope, asOf: day, ledger)
        figure.shows = missing ? .missing : .counted
        return try ledger.figure(figure, in: scope, asOf: day)
    }
}
