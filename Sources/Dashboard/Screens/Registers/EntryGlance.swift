import PartyWork
import TerminalUI

/// An entry beside the list of its register: its fields, what the next step lacks, the steps it took, what hangs on it.
struct EntryGlance: Glance {
    let shown: ShownEntry
    /// Whether the officer looks at a restricted register.
    let isSeen: Bool
    private var card: EntryCard?

    init(_ shown: ShownEntry, isSeen: Bool) {
        (self.shown, self.isSeen) = (shown, isSeen)
    }

    static func == (one: EntryGlance, other: EntryGlance) -> Bool {
        one.shown == other.shown && one.isSeen == other.isSeen
    }

    func needs(_ context: Context) -> [Need<Self>] {
        let query = EntryQuery(
            register: shown.entry.register.name, number: shown.entry.number, asOf: context.asOf, today: context.today,
            isRestrictedSeen: isSeen)
        return [Need(query) { $0.card = $1 }]
    }

    mutating func takeAnswers(of other: Self) { card = other.card }

    func page(_ context: Context) -> GlancePage? {
        guard let card else { return nil }
        return GlancePage(sections: [fields, next(card), steps(card), below(card)].compactMap(\.self))
    }

    private var fields: GlancePage.Section {
        let row = shown.row
        let due = row.due.map { "\($0.on) \($0.state.title)" } ?? ""
        let own: [GlancePage.Line] = [
            .fact(localized("对象", "About"), shown.about),
            .fact(localized("登记", "Entered"), shown.entry.registeredOn.description),
        ]
        let state: [GlancePage.Line] =
            shown.entry.register.states.isEmpty
            ? []
            : [
                .fact(
                    localized("状态", "State"),
                    row.standing.map { localized("\($0.state)（\($0.since) 起）", "\($0.state) since \($0.since)") } ?? ""),
                .fact(localized("到期", "Due"), due.isEmpty ? "-" : due, row.due.map { .of($0.state) } ?? .text),
            ]
        let filled = shown.entry.register.fields.filter { $0.retiredOn == nil }.map { field in
            let lines = shown.text(field).split(whereSeparator: \.isNewline)
            return GlancePage.Line.fact(field.name, lines.joined(separator: " "))
        }
        return GlancePage.Section(title: shown.called, remark: shown.entry.number, lines: own + state + filled)
    }

    /// Nil where it goes nowhere.
    private func next(_ card: EntryCard) -> GlancePage.Section? {
        if card.next.isEmpty { return nil }
        return GlancePage.Section(
            title: localized("下一步", "Next"),
            lines: card.next.map { step in
                step.lacks.isEmpty
                    ? .fact(step.state.name, localized("可以办", "can be taken"), .done)
                    : .fact(
                        step.state.name, localized("还差：", "lacks: ") + step.lacks.map(\.text).listed, .behind)
            })
    }

    /// Nil for a register without a flow.
    private func steps(_ card: EntryCard) -> GlancePage.Section? {
        if card.steps.isEmpty { return nil }
        return GlancePage.Section(
            title: localized("步骤 \(card.steps.count)", "Steps: \(card.steps.count)"),
            lines: card.steps.map { step in
                .cells([
                    .init(text: "\(step.on)", width: 10), .init(text: step.state, width: 12),
                    .init(text: step.officer, width: 8), .init(text: step.note, width: 24, element: .muted),
                ])
            })
    }

    /// Nil where no register hangs on it.
    private func below(_ card: EntryCard) -> GlancePage.Section? {
        if card.registersBelow.isEmpty { return nil }
        return GlancePage.Section(
            title: localized("挂在下面的 \(card.below.count)", "Below: \(card.below.count)"),
            lines: card.below.isEmpty
                ? [.text(localized("还没有", "none yet"), .muted)]
                : card.below.map { entry in
                    .cells([
                        .init(text: entry.entry.register.name, width: 10),
                        .init(text: entry.entry.registeredOn.description, width: 10),
                        .init(text: entry.called, width: 30),
                    ])
                })
    }
}
