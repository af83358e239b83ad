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
            .init(TableColumn("支部", minimum: 12, ideal: 20, share: 1), by: \.code) { $0.name },
            .init(TableColumn("完成", minimum: 9, alignment: .right), by: \.figures.done) {
                "\($0.figures.done)/\($0.figures.total)"
            },
            .init(TableColumn("免除", minimum: 5, alignment: .right), by: \.figures.waived) { "\($0.figures.waived)" },
            .init(TableColumn("未办", minimum: 5, alignment: .right), by: \.figures.open) { "\($0.figures.open)" },
            .init(TableColumn("状态", minimum: 6), element: { .of($0.figures.state) }, text: \.standing),
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
        let isOwn = obligation.checklist.subject.table == .organizations
        unit = isOwn ? obligation.subject : name
    }

    var id: String { obligation.id }
    var searched: String { "\(obligation.subject) \(obligation.name) \(unit) \(obligation.state.title)" }

    /// The last day of what was done; why it need not be.
    private var remark: String {
        if let waiver = obligation.waiver { return "免除：\(waiver)" }
        return obligation.lastOn.map { "\($0)" } ?? ""
    }

    static var columns: [RowList<SubjectRow>.Column] {
        [
            .init(TableColumn("姓名", minimum: 8, ideal: 14), by: \.obligation.name) {
                $0.obligation.name
            },
            .init(TableColumn("单位", minimum: 10, ideal: 18, share: 1), by: \.obligation.organization) { $0.unit },
            .init(TableColumn("期间", minimum: 8), by: \.obligation.span.first) { $0.obligation.span.title },
            .init(TableColumn("次数", minimum: 5, alignment: .right), by: \.obligation.progress.done) {
                $0.obligation.progress.fraction
            },
            .init(TableColumn("状态", minimum: 6), element: { .of($0.obligation.state) }, text: \.obligation.state.title),
            .init(TableColumn("最近一次", minimum: 10, ideal: 16, share: 1), text: \.remark),
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
