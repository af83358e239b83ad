import ArgumentParser
import Ledger
import PartyWork

/// `zhibu gaps`.
struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: localized(
            "还缺什么：逾期、滞后、将到期的事项和没有结对的人、户",
            "What is missing: overdue, behind and due soon; people and households without a pairing"),
        discussion: localized("按轻重排列，先急后缓。", "The most urgent first."))

    @OptionGroup var options: ReportOptions
    @OptionGroup var failing: FailOption
    @OptionGroup var place: LedgerOptions

    func run() throws {
        // Of a county too the most urgent first, whichever town they are of.
        let isAny = try options.printList(
            { try $0.gaps(asOf: $1, scope: $2) }, from: place,
            order: { rows in rows.sorted { $0.row.gap.precedes($1.row.gap) } })
        try failing.fail(if: isAny)
    }
}
