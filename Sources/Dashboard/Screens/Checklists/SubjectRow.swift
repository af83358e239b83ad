import PartyWork
import TerminalUI

/// The figures of a branch in one checklist.
struct BranchRow: Sendable {
    let code: Code
    let name: String
    let figures: ChecklistFigures

    private var standing: String { figures.state?.title ?? "" }

    init(_ code: Code, of sheet: ChecklistSheet) {
        self.code = code
        name = sheet.names[code] ?? code.digits
        figures = sheet.line.branches[code] ?? ChecklistFigures()
    }

    static var columns: [RowList<BranchRow>.Column] {
        [
            .init(TableColumn(localized("支部", "Branch"), minimum: 12, ideal: 20, share: 1), named: .thing, \.name),
            .init(TableColumn(localized("完成", "Done"), minimum: 9, alignment: .right), by: \.figures.done) {
                "\($0.figures.done)/\($0.figures.total)"
            },
            .number(localized("免除", "Waived"), minimum: 5, \.figures.waived),
            .number(localized("未办", "Open"), minimum: 5, \.figures.open),
            .init(
                TableColumn(localized("状态", "State"), minimum: localized(6, 9)), element: { .of($0.figures.state) },
                text: \.standing),
        ]
    }
}

/// What a checklist asks of one subject in one period.
struct SubjectRow: Sendable {
    let obligation: Obligation
    let unit: String

    init(_ obligation: Obligation, of sheet: ChecklistSheet) {
        self.obligation = obligation
        let name = sheet.names[obligation.organization] ?? obligation.organization.digits
        unit = if case .organization(let code) = obligation.subject { code.digits } else { name }
    }

    var id: String { obligation.id }
    var searched: String { "\(obligation.subject.token) \(obligation.name) \(unit) \(obligation.state.title)" }

    /// The last day of what was done; why it need not be.
    private var remark: String {
        if let waiver = obligation.waiver { return localized("免除：\(waiver)", "waived: \(waiver)") }
        return obligation.lastOn.map { "\($0)" } ?? ""
    }

    static var columns: [RowList<SubjectRow>.Column] {
        [
            .init(TableColumn(localized("姓名", "Name"), minimum: 8, ideal: 14), named: .person, \.obligation.name),
            .init(
                TableColumn(localized("单位", "Of"), minimum: 10, ideal: 18, share: 1), by: \.obligation.organization,
                text: \.unit),
            .init(
                TableColumn(localized("期间", "Period"), minimum: 8), by: \.obligation.span.first,
                text: \.obligation.span.title),
            .init(
                TableColumn(localized("次数", "Times"), minimum: 5, alignment: .right), by: \.obligation.progress.done,
                text: \.obligation.progress.fraction),
            .init(
                TableColumn(localized("状态", "State"), minimum: localized(6, 9)), element: { .of($0.obligation.state) },
                text: \.obligation.state.title),
            .init(TableColumn(localized("最近一次", "Last"), minimum: 10, ideal: 16, share: 1), text: \.remark),
        ]
    }
}

extension Element {
    /// The element of an obligation's state; of none where nobody is asked.
    static func of(_ state: Obligation.State?) -> Element {
        switch state {
        case .asked(let state): .of(state)
        case .waived, nil: .muted
        }
    }
}
