import PartyWork
import TerminalUI

/// A register beside the list of all: what it is for, how many entries stand in each state, and its figures.
struct RegisterGlance: Glance {
    let line: RegisterReport.Line
    /// 说明; empty for none.
    let remark: String

    func page(_ context: Context) -> GlancePage? {
        GlancePage(sections: [what, states, figures].compactMap(\.self))
    }

    private var what: GlancePage.Section {
        func count(_ label: String, _ number: Int?, _ state: ProgressState) -> GlancePage.Line {
            .fact(label, number.shown, (number ?? 0) > 0 ? .of(state) : .text)
        }
        return GlancePage.Section(
            title: line.name, remark: line.system,
            lines: [
                .fact(localized("对象", "About"), line.subject.title),
                .fact(localized("条目", "Entries"), line.entries.shown),
                .fact(localized("未结", "Open"), line.open.shown),
                count(localized("逾期", "Overdue"), line.overdue, .overdue),
                count(localized("将到期", "Due soon"), line.dueSoon, .dueSoon), .fact(localized("说明", "Remark"), remark),
            ], height: 8)
    }

    /// Nil for a register without a flow.
    private var states: GlancePage.Section? {
        if line.states.isEmpty { return nil }
        return GlancePage.Section(
            title: localized("状态", "States"),
            lines: line.states.map { state in
                .figure(
                    state.state, state.count.map { .bar(Bar(done: $0, of: max(1, line.entries ?? 0))) },
                    state.count.shown, "", .text)
            })
    }

    /// Nil for a register without any, and for one that is restricted.
    private var figures: GlancePage.Section? {
        if line.figures.isEmpty { return nil }
        return GlancePage.Section(
            title: localized("统计", "Figures"),
            lines: line.figures.map { value in
                .cells([
                    .init(text: value.figure.name, width: 16),
                    .init(text: "\(value.value)\(value.figure.unit)", width: 14, alignment: .right),
                    .init(
                        text: value.figure.target.map { localized(" 目标 \($0)", " target \($0)") } ?? "", width: 16,
                        element: .muted),
                ])
            })
    }
}
