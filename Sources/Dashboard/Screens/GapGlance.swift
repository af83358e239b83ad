import PartyWork
import TerminalUI

/// A line of the worklist beside it: what is asked, how it is done, and what else its unit owes.
struct GapGlance: Glance {
    let item: WorklistItem
    /// The whole worklist, in which the unit's other lines are.
    let all: [WorklistItem]

    private var gap: Gap { item.gap }

    func page(_ context: Context) -> GlancePage? {
        GlancePage(sections: [what(context), following, how, others].compactMap(\.self))
    }

    private func what(_ context: Context) -> GlancePage.Section {
        let rule = gap.checklist?.rule ?? gap.kind.figure?.rule(context) ?? ""
        return GlancePage.Section(
            title: "\(gap.name)  \(gap.about)",
            remark: [gap.state.title, item.lateness].filter { !$0.isEmpty }.joined(separator: " "),
            element: .of(gap.state),
            lines: [
                .fact(localized("事项", "What"), gap.kind.title),
                .fact(localized("单位", "Branch"), item.unit.isEmpty ? gap.name : item.unit),
                .fact(localized("已办", "Done"), "\(gap.done)/\(gap.target)"),
                .fact(localized("期限", "Due"), item.due?.description ?? ""), .fact(localized("应办", "Asked"), rule),
            ], height: 9)
    }

    /// Who follows it up; nil where nobody was given it.
    private var following: GlancePage.Section? {
        guard let followUp = item.followUp else { return nil }
        return GlancePage.Section(
            title: localized("跟进", "Followed up"),
            remark: item.isLate ? localized("已过期限", "past its day") : "", element: .of(Gap.State.overdue),
            lines: [
                .fact(PartyWork.Column.follower.title, followUp.officer),
                .fact(PartyWork.Column.dueOn.title, followUp.dueOn.description),
                .fact(PartyWork.Column.remark.title, followUp.remark),
            ], height: 3)
    }

    private var how: GlancePage.Section {
        func key(_ action: Action, _ text: String) -> GlancePage.Line { .key(action.keys[0].name, text) }
        let more = [
            key(.choose, localized("选中几行，一起办", "chooses rows, to do them together")),
            key(.remind, localized("写一段话催这个支部", "writes a message to the branch")),
            key(.handOver, localized("交给谁办：到哪天，一句话", "gives it to an officer, with a day and a word")),
            key(.figures, localized("看这一项缺的全部行", "shows all rows that are missing")),
        ]
        return GlancePage.Section(
            title: localized("怎么办", "How to do it"), lines: [key(.open, gap.kind.way)] + more, height: 6)
    }

    /// What else the branch owes, or where there is none the organization itself.
    private var others: GlancePage.Section {
        let place = gap.organization.branch ?? gap.organization
        let own = all.map(\.gap).filter { ($0.organization.branch ?? $0.organization) == place }
        let kinds = Gap.Kind.allCases.map { kind in (kind, own.filter { $0.kind == kind }) }.filter { !$0.1.isEmpty }
        return GlancePage.Section(
            title: localized("这里还缺", "What is missing here"), remark: localized("\(own.count) 项", "\(own.count)"),
            lines: kinds.map { kind, gaps in
                let worst = gaps[0].state
                return .cells([
                    .init(text: kind.title, width: localized(10, 16)),
                    .init(text: String(gaps.count), width: 4, alignment: .right), .init(text: "", width: 0),
                    .init(text: worst.title, width: localized(6, 9), element: .of(worst)),
                ])
            })
    }
}

extension Gap.Kind {
    /// How what is missing is done, after Enter.
    fileprivate var way: String {
        switch self {
        case .household: localized("打开这一户，按 F5 结对", "opens the household; F5 pairs it")
        case .member: localized("打开这个人，按 F5 结对", "opens the person; F5 pairs")
        case .visits, .themeActivity, .fiveOnes, .partyDay:
            localized("记活动：类型和单位已带上", "records it; kind and unit are known")
        case .checklist: localized("打开清单：勾选，或写明原因免除", "opens the checklist: tick it, or waive it")
        case .entry: localized("打开这一条，按 F9 办下一步", "opens the entry; F9 takes the next step")
        }
    }
}
