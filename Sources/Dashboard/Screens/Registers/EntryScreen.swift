import PartyWork
import TerminalUI

extension Route {
    /// An entry of a register.
    ///
    /// - Parameter isSeen: Whether the officer looks at a restricted register already; forgotten at the next start.
    static func entry(_ entry: Entry, isSeen: Bool = false) -> Route {
        .entry(entry.number, of: entry.register.name, isSeen: isSeen)
    }

    /// An entry of a register by its number.
    static func entry(_ number: String, of register: String, isSeen: Bool = false) -> Route {
        Route("register-entry", [register, number]) { EntryScreen(number, of: register, isSeen: isSeen) }
    }
}

extension ScreenKind {
    static let registerEntry = ScreenKind(
        localized("登记簿一条", "Register entry"), like: .entry("L1", of: "登记簿"),
        read: { $0.count == 2 ? .entry($0[1], of: $0[0]) : nil }
    ).telling(
        localized(
            "登记簿里的一条：填了什么、走到哪一步、下一步还差什么",
            "an entry: its fields, the steps it took, and what the next one lacks"))
}

/// The card of an entry: its fields, the steps it took, what hangs on it, who changed it.
struct EntryScreen: PanedScreen {
    private let number: String
    private let register: String
    private var isSeen: Bool
    private var card: EntryCard?
    var panes: Panes = EntryScreen.shownPanes(hasFlow: true)

    init(_ number: String, of register: String, isSeen: Bool) {
        (self.number, self.register, self.isSeen) = (number, register, isSeen)
    }

    /// Its panes; without a flow there are no steps to show.
    private static func shownPanes(hasFlow: Bool) -> Panes {
        let steps = ToldPane(
            name: localized("步骤", "Steps"),
            list: RowList(EntryStep.columns, identity: { "\($0.position)" }, searched: { "\($0.state) \($0.note)" }),
            nothing: localized("还没有步骤", "No step yet"))
        let journal = ToldPane(
            name: localized("流水", "Journal"),
            list: RowList(
                JournalRow.columnsOfEntry, identity: { "\($0.id)" }, searched: { "\($0.officer) \($0.summary)" }),
            nothing: localized("流水里没有", "Not in the journal"))
        var panes: [any Pane] = [EntriesBelowPane(), journal]
        if hasFlow { panes.insert(steps, at: 0) }
        return Panes(panes)
    }

    private var showsSteps: Bool { panes[ToldPane<EntryStep>.self] != nil }

    func title(_ context: Context) -> String {
        "\(register) \(card?.shown.called ?? number)  \(panes.current.position)"
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        let query = EntryQuery(
            register: register, number: number, asOf: context.asOf, today: context.today, isRestrictedSeen: isSeen)
        return [Need(query) { screen, card in screen.take(card) }]
    }

    private mutating func take(_ card: EntryCard) {
        let hasFlow = !card.shown.entry.register.states.isEmpty
        if hasFlow != showsSteps {
            let preview = panes.preview
            panes = EntryScreen.shownPanes(hasFlow: hasFlow)
            panes.preview = preview
            if !hasFlow, card.registersBelow.isEmpty { panes.focus(on: ToldPane<JournalRow>.self) }
        }
        self.card = card
        panes.load(card.steps)
        panes.load(card.changes)
        panes.change(EntriesBelowPane.self) { pane in
            pane.list.load(card.below)
            pane.isPossible = !card.registersBelow.isEmpty
        }
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let reading = localized("正在读取", "still being read")
        let (own, tab, card) = (paneBindings(context), stepping(), card)
        let noFlow = localized("这本登记簿没有流转", "the register has no flow")
        let noFurther = card.map { $0.steps.isEmpty ? noFlow : localized("已是最后一步", "it has taken its last step") }
        let step = Binding<Self>(
            .datedChange, .takeStep, on: card, orElse: reading,
            unavailable: card.map(\.next.isEmpty) ?? true ? noFurther : nil
        ) { [.menu(.steps(of: $0, context))] }
        let reveal = Binding<Self>(.reveal, .restricted) { screen in
            screen.isSeen = true
            return [.effect(.perform(.look(at: [screen.register], screen.number)))]
        }
        let below = card?.registersBelow ?? []
        let add = Binding<Self>(
            .add, .enter, on: card, orElse: reading,
            unavailable: below.isEmpty ? localized("没有挂在这本下面的登记簿", "no register hangs on this one") : nil
        ) { card in
            let about = Candidate(key: card.shown.entry.number, name: card.shown.heading)
            if below.count == 1 { return [.form(.enter(below[0], about: about, context))] }
            return [.menu(.enter(below, about: about, context))]
        }
        return own[.open] + [
            step, tab.next, add, Binding(.edit, on: card, orElse: reading) { [.form(.correct($0.shown))] },
            Binding(.end, .strike, on: card, orElse: reading) { [.form(.strike($0.shown, context))] },
        ] + own.without(own[.open]) + (card == nil && !isSeen ? [reveal] : []) + [tab.previous]
    }

    func definition(_ context: Context) -> String? {
        guard let card else { return nil }
        let lacking = card.next.map { step in
            step.lacks.isEmpty
                ? localized("可到“\(step.state.name)”", "\"\(step.state.name)\" can follow")
                : localized(
                    "到“\(step.state.name)”还差：\(step.lacks.map(\.text).listed)",
                    "\"\(step.state.name)\" still lacks: \(step.lacks.map(\.text).listed)")
        }
        return lacking.isEmpty ? nil : lacking.joined(separator: localized("；", "; "))
    }

    func draft(_ context: Context) -> ActivityDraft { ActivityDraft(organization: card?.shown.row.place) }

    func printout(_ context: Context) -> Printout {
        guard let card, let pane = panes.current as? any RowPane else { return Printout() }
        return Printout([
            Printout.card(of: card.shown, isSeen: isSeen, context),
            pane.printed(of: card.shown.called, scope: Scope(card.shown.row.place), filters: [], rule: nil),
        ])
    }
}

// MARK: - Drawing

extension EntryScreen {
    private var facts: Facts? {
        guard let shown = card?.shown else { return nil }
        let entry = shown.entry
        let state = shown.row.standing.map { localized("\($0.state)（\($0.since) 起）", "\($0.state) since \($0.since)") }
        let due = shown.row.due.map { "\($0.on) \($0.state.title)" }
        let struck = entry.struckOn.map { localized("\($0) \(entry.struckReason)", "\($0) \(entry.struckReason)") }
        let own: [Facts.Fact?] = [
            .init(localized("编号", "No."), entry.number), .init(localized("对象", "About"), shown.about),
            .init(localized("登记日期", "Entered"), "\(entry.registeredOn)"),
            .init(localized("所在", "Place"), shown.placeName),
            state.map { .init(localized("状态", "State"), $0) },
            due.map { .init(localized("到期", "Due"), $0, element: shown.row.due.map { .of($0.state) } ?? .text) },
            struck.map { .init(localized("注销", "Struck"), $0, isWide: true) },
        ]
        let fields = entry.register.fields.filter { $0.retiredOn == nil || !entry.value($0.name).isEmpty }.map {
            field in
            Facts.Fact(field.name, shown.text(field).onOneLine, isWide: field.kind == .longText)
        }
        return Facts(own.compactMap(\.self) + fields)
    }

    func ownLayout(_ context: Context) -> PaneLayout {
        .beside(
            showsSteps ? [[0], [1, 2]] : [[0], [1]], of: panes, row: min((facts?.rows ?? 0) + 1, context.body.rows / 2),
            context)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        // Facts that have no room give way to the panes.
        facts?.draw(on: &frame, top: 0, atMost: context.body.rows / 2, context)
        return facts != nil
    }
}

extension String {
    /// The lines after one another.
    fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension EntryStep {
    fileprivate static var columns: [RowList<EntryStep>.Column] {
        [
            .init(TableColumn(localized("日期", "Date"), minimum: 10), by: \.on) { "\($0.on)" },
            .init(TableColumn(localized("状态", "State"), minimum: 8, ideal: 14), by: \.state) { $0.state },
            .init(TableColumn(localized("经办人", "By"), minimum: 8, ideal: 12), by: \.officer) { $0.officer },
            .init(TableColumn(localized("说明", "Remark"), minimum: 12, ideal: 30, share: 1)) { $0.note },
        ]
    }
}

extension JournalRow {
    fileprivate static var columnsOfEntry: [RowList<JournalRow>.Column] {
        [
            .init(TableColumn(localized("第几条", "Entry"), minimum: 6, alignment: .right), by: \.id) { "\($0.id)" },
            .init(TableColumn(localized("时间", "At"), minimum: 16), by: \.at) { String($0.at.prefix(16)) },
            .init(TableColumn(localized("经手人", "Officer"), minimum: 8, ideal: 12), by: \.officer) { $0.officer },
            .init(TableColumn(localized("内容", "What"), minimum: 16, ideal: 40, share: 1)) { $0.summary },
        ]
    }
}

/// What hangs on an entry, of all registers.
struct EntriesBelowPane: RowPane {
    var list = RowList<ShownEntry>(
        ShownEntry.mixedColumns, identity: { "\($0.entry.register.name) \($0.entry.number)" }, searched: \.searched)
    /// Whether a register hangs on the entry's.
    var isPossible = true

    var name: String { localized("挂在下面的", "Below") }
    func empty(_ context: Context) -> String {
        isPossible
            ? localized("下面还没有条目；按 F5 登记一条", "Nothing below: F5 enters one")
            : localized("没有挂在这本下面的登记簿", "No register hangs on this one")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [
            Binding(.open, on: list.selected, orElse: localized("没有选中的行", "no row selected")) {
                [.open(.entry($0.entry, isSeen: true))]
            }
        ] + listBindings
    }
}

/// What registers hold of someone or something, on its card.
struct SubjectEntriesPane: RowPane {
    /// Nil until it is known what the card is about.
    var subject: EntrySubject?
    private var entries = SubjectEntries.none
    var list = RowList<ShownEntry>(
        ShownEntry.mixedColumns, identity: { "\($0.entry.register.name) \($0.entry.number)" }, searched: \.searched)

    init(of subject: EntrySubject? = nil) { self.subject = subject }

    var name: String { localized("登记", "Entries") }

    func empty(_ context: Context) -> String {
        guard let restricted = entries.restricted else {
            return localized(
                "没有可以给您看的；限阅的有没有，不告诉", "Nothing that is shown to you; of restricted registers nothing is told")
        }
        if restricted > 0 {
            return localized("只有限阅的 \(restricted) 条，在“登记簿”里看", "\(restricted) restricted only; see Registers")
        }
        return entries.registers.isEmpty
            ? localized("还没有登记这类对象的登记簿；在“登记簿”里按 F5 建", "No register is about such yet: F5 of Registers makes one")
            : localized("登记簿里还没有；按 F5 登记一条", "No register holds anything: F5 enters one")
    }

    func needs(_ context: Context) -> [Need<Self>] {
        guard let subject else { return [] }
        return [
            Need(SubjectEntriesQuery(subject: subject, asOf: context.asOf)) { pane, entries in
                pane.entries = entries
                pane.list.load(entries.rows)
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (entries, about) = (entries, subject.map { Candidate(key: $0.key, name: $0.name) })
        let nothing = localized("没有选中的行", "no row selected")
        let none = entries.registers.isEmpty ? localized("没有这类对象的登记簿", "no register is about such") : nil
        return [
            Binding(.open, on: list.selected, orElse: nothing) { [.open(.entry($0.entry))] },
            Binding(.add, .enter, unavailable: none) { _ in
                entries.registers.count == 1
                    ? [.form(.enter(entries.registers[0], about: about, context))]
                    : [.menu(.enter(entries.registers, about: about, context))]
            },
            Binding(.datedChange, .takeStep, on: list.selected, orElse: nothing) { [.step($0.entry.stored.key)] },
        ] + listBindings
    }

    func definition(_ context: Context) -> String? {
        guard let restricted = entries.restricted else {
            return localized("限阅的登记簿不给您看，没有列出", "Restricted registers are not shown to you, nor listed")
        }
        return restricted > 0
            ? localized("另有限阅的 \(restricted) 条没有列出", "\(restricted) more of restricted registers are not listed")
            : nil
    }
}
