import PartyWork
import TerminalUI

/// A method or a checklist beside the list of all: what it asks, how far it has come, and who is missing.
struct ChecklistGlance: Glance {
    let name: String
    let rule: String
    /// Nil where they are not shown.
    let figures: ChecklistFigures?
    let standing: String
    /// Nil for a built-in method.
    let checklist: Checklist.ID?
    private let method: PartyWork.Method?
    let asOf: Day
    /// What all methods ask and is not done; nil for a checklist.
    private var gaps: [Gap]?
    private var sheet: ChecklistSheet?

    /// Somebody who is asked and has not done it.
    struct Missing: Hashable, Sendable {
        let name: String
        let period: String
        let progress: String
        let state: String
        let element: Element
    }

    init(_ row: ChecklistsPane.Row, asOf day: Day) {
        (name, rule, figures, standing) = (row.name, row.rule, row.figures, row.standing)
        (checklist, method) = (row.checklist?.id, row.target?.method)
        asOf = day
    }

    func needs(_ context: Context) -> [Need<Self>] {
        guard let checklist else {
            return [Need(GapsQuery(scope: context.scope, asOf: asOf)) { $0.gaps = $1.gaps }]
        }
        return [Need(ChecklistQuery(id: checklist, scope: context.scope, asOf: asOf)) { $0.sheet = $1 }]
    }

    mutating func takeAnswers(of other: Self) { (gaps, sheet) = (other.gaps, other.sheet) }

    /// Nil until it is known.
    private var missing: [Missing]? {
        if let method { return gaps?.filter { $0.kind.method == method }.map { Missing($0) } }
        return sheet?.obligations.filter(\.state.isOpen).map { Missing($0) }
    }

    func page(_ context: Context) -> GlancePage? {
        guard let missing else { return nil }
        guard let figures else {
            return GlancePage(sections: [.init(title: name, lines: [.text(ChecklistSheet.isRestricted, .muted)])])
        }
        let asked = figures.total - figures.waived
        let facts: [GlancePage.Line] = [
            .figure(
                localized("完成", "Done"), asked > 0 ? .bar(Bar(done: figures.done, of: asked)) : nil,
                "\(figures.done)/\(asked)", standing, .of(figures.state)),
            .fact(localized("免除", "Waived"), String(figures.waived)), .fact(localized("口径", "Rule"), rule),
        ]
        let title =
            checklist == nil
            ? localized("滞后、逾期、将到期 \(missing.count)", "Behind, overdue, due soon: \(missing.count)")
            : localized("没有办的 \(figures.open)", "Not done: \(figures.open)")
        let nothing =
            sheet?.isTold == false
            ? ChecklistSheet.isRestricted
            : figures.open > 0 ? localized("没有", "none") : asked > 0 ? localized("都办了", "all done") : standing
        return GlancePage(sections: [
            GlancePage.Section(title: name, lines: facts, height: 6),
            GlancePage.Section(
                title: title, lines: missing.isEmpty ? [.text(nothing, .muted)] : missing.map(\.line)),
        ])
    }
}

extension ChecklistGlance.Missing {
    fileprivate init(_ obligation: Obligation) {
        self.init(
            name: obligation.name, period: obligation.span.title, progress: obligation.progress.fraction,
            state: obligation.state.title, element: .of(obligation.state))
    }

    fileprivate init(_ gap: Gap) {
        self.init(
            name: gap.name, period: gap.about, progress: "\(gap.done)/\(gap.target)", state: gap.state.title,
            element: .of(gap.state))
    }

    fileprivate var line: GlancePage.Line {
        .cells([
            .init(text: name, width: 14), .init(text: period, width: 10),
            .init(text: progress, width: 5, alignment: .right), .init(text: state, width: 9, element: element),
        ])
    }
}
