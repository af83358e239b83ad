import ArgumentParser
import Ledger
import PartyWork

/// `zhibu checklist`.
struct ChecklistCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: localized(
            "清单：各份清单完成、免除、未办多少；给出编号则逐个列出对象",
            "Checklists: how much is done, waived, open; with a number, subject by subject"),
        discussion: localized(
            "清单、勾选、免除由看板登记，或导入 checklists.csv、ticks.csv、waivers.csv。加 --fail-if-any 时，还有未办的就以 1 结束。",
            "They are kept in the dashboard, or imported as checklists.csv, ticks.csv, waivers.csv. With --fail-if-any it ends with 1 while anything is open."
        ))

    @Argument(
        help: .taking(
            localized("清单编号", "number"), localized("清单编号；不给则列出全部清单", "number of a checklist; without it all are listed")
        ))
    var checklist: String?

    @OptionGroup var restricted: RestrictedOption
    @OptionGroup var options: ReportOptions
    @OptionGroup var failing: FailOption
    @OptionGroup var place: LedgerOptions

    func run() throws {
        try restricted.ask(place)
        guard let checklist else {
            let report = try options.print({ try $0.checklists(asOf: $1, scope: $2) }, from: place)
            return try failing.fail(if: report.lines.contains { ($0.figures?.open ?? 0) > 0 })
        }
        let id: Checklist.ID = try cell(.checklistID, checklist) { $0.isEmpty ? nil : Checklist.ID($0) }
        let sheet = try options.print(
            { try $0.checklist(id, asOf: $1, scope: $2, isRestrictedSeen: restricted.restricted) }, from: place)
        try restricted.note("清单", of: sheet.checklist.askedRegister ?? sheet.checklist.countedRegister, place)
        try failing.fail(if: (sheet.line.figures?.open ?? 0) > 0)
    }
}
