import PartyWork
import TerminalUI

extension Route {
    /// The households of a helper, to be handed over.
    static func handOver(_ id: Person.ID) -> Route { Route("handOver", [id.text]) { HandOverScreen(id) } }
}

extension ScreenKind {
    static let handOver = ScreenKind(
        localized("移交", "Hand over"), like: .handOver("P"), of: { .handOver(Person.ID($0)) })
}

/// All households of a helper on one screen, each with who takes it over; saved together or not at all.
///
/// It speaks of today whatever the as-of date, because it changes the ledger.
struct HandOverScreen: PanedScreen {
    private let id: Person.ID
    private var card: PersonCard?
    private var households: [Household.ID: HouseholdRow] = [:]
    private var people: [PersonRow] = []
    private var successors: [Household.ID: PersonRow] = [:]
    /// Those chosen before the last start, until the people are known.
    private var awaited: [Household.ID: Person.ID] = [:]
    var panes = Panes([
        ToldPane(
            list: RowList(HandOverRow.columns, identity: \.id.text, searched: \.searched),
            nothing: localized(
                "没有在帮扶的户，不用移交；按 Esc 返回", "No household is being helped, nothing to hand over; Esc goes back")),
        ToldPane(
            list: HandOverScreen.candidates,
            nothing: localized("没有在岗的人可选；按 Esc 返回", "Nobody serving to choose from; Esc goes back")),
    ])
    private var picking: Picking? {
        didSet { panes.focus = picking == nil ? 0 : 1 }
    }
    /// Why the ledger refused the last time.
    private var refusal: String?

    /// For whom a successor is being chosen.
    private enum Picking: Equatable {
        case one(HandOverRow)
        case all
    }

    init(_ id: Person.ID) { self.id = id }

    private var list: RowList<HandOverRow>? { panes.list(of: HandOverRow.self) }
    private var rows: [HandOverRow] { list?.allRows ?? [] }
    private var name: String { card?.row.person.name ?? id.text }

    func title(_ context: Context) -> String {
        let position = panes.current.position
        return localized("移交\(name)的户  \(position)", "Hand over households of \(name)  \(position)")
    }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        let (day, town) = (context.today, context.fullScope)
        return [
            Need(PersonQuery(id: id, asOf: day)) { screen, card in
                screen.card = card
                screen.arrange(day)
            },
            Need(HouseholdsQuery(scope: town, asOf: day)) { screen, rows in
                screen.households = Dictionary(rows.map { ($0.household.id, $0) }) { first, _ in first }
                screen.arrange(day)
            },
            Need(PeopleQuery(scope: town, asOf: day)) { screen, rows in
                screen.people = rows
                screen.takeKept()
                screen.arrange(day)
            },
        ]
    }

    mutating func refuse(_ refusal: Refusal) {
        self.refusal = refusal.text
        guard case .leavesPoorHousehold(let household, _, _) = refusal else { return }
        panes.change(listOf: HandOverRow.self) { list in list.select { $0.id == household } }
    }

    var isModal: Bool { picking != nil }

    func definition(_ context: Context) -> String? { Definition.noRelease }
}

// MARK: - Rows

extension HandOverScreen {
    /// Makes the rows anew after an answer or a choice, with suggestions for those that still need a successor.
    private mutating func arrange(_ today: Day) {
        guard let card else { return }
        let rows = card.pairings.filter(\.isActive).map { pairing in
            HandOverRow(
                pairing, households[pairing.pairing.household], leftOn: card.row.person.leftOn, today: today,
                successor: successors[pairing.pairing.household])
        }
        let suggestions = SuccessorRules.suggestions(
            for: rows.filter(\.isMissing).compactMap(\.need), besides: id, among: people, taken: taken)
        let suggested = rows.map { $0.suggesting(suggestions[$0.id]) }
        panes.load(suggested.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) })
    }

    /// Takes up the choices of the last start, of people who are still there.
    private mutating func takeKept() {
        for (household, person) in awaited {
            successors[household] = people.first { $0.person.id == person } ?? successors[household]
        }
        awaited = [:]
    }

    var kept: KeptWords {
        var kept = KeptWords()
        list?.keep("list", in: &kept)
        let chosen = successors.mapValues(\.person.id).merging(awaited) { now, _ in now }
        for (household, person) in chosen { kept["successor " + household.text] = person.text }
        return kept
    }

    mutating func restore(_ kept: KeptWords) {
        panes.change(listOf: HandOverRow.self) { $0.restore("list", from: kept) }
        for (name, person) in kept.words where name.hasPrefix("successor ") {
            awaited[Household.ID(String(name.dropFirst("successor ".count)))] = Person.ID(person)
        }
    }

    /// The households promised to people here and not saved yet.
    private var taken: [Person.ID: Int] { successors.values.reduce(into: [:]) { $0[$1.person.id, default: 0] += 1 } }

    private mutating func take(_ successor: PersonRow?, for households: [Household.ID], _ today: Day) {
        for household in households { successors[household] = successor }
        refusal = nil
        arrange(today)
    }
}

// MARK: - Actions

extension HandOverScreen {
    func bindings(_ context: Context) -> [Binding<Self>] {
        if isModal { return choosing(context) }
        let nothing = rows.isEmpty ? localized("没有要移交的户", "no household to hand over") : nil
        let suggested = rows.contains { $0.suggestion != nil }
        let row = list?.selected
        let clear = row?.successor == nil ? localized("这一户没有选接替人", "no successor chosen here") : nil
        return [
            Binding(.open, .successor, unavailable: nothing) { screen in
                if let row { screen.pick(.one(row)) }
                return []
            },
            Binding(
                .add, .suggested,
                unavailable: nothing ?? (suggested ? nil : localized("没有建议", "no suggestion"))
            ) { $0.acceptSuggestions(context.today) },
            Binding(.datedChange, .oneForAll, unavailable: nothing) { screen in
                screen.pick(.all)
                return []
            },
            Binding(.end, .clear, unavailable: clear) { screen in
                screen.take(nil, for: row.map { [$0.id] } ?? [], context.today)
                return []
            }, Binding(.save, unavailable: nothing) { $0.save() },
        ] + paneBindings(context) + (isChosen ? [Binding(.back) { [.confirm($0.abandoning)] }] : [])
    }

    /// Whether leaving would lose choices.
    private var isChosen: Bool { rows.contains { $0.successor != nil } }

    private mutating func acceptSuggestions(_ today: Day) -> [Command] {
        let suggested = rows.filter { $0.suggestion != nil }
        for row in suggested { successors[row.id] = row.suggestion }
        take(nil, for: [], today)
        let missing = rows.count(where: \.isMissing)
        let rest =
            missing == 0
            ? localized("按 ^S 保存", "^S saves")
            : localized(
                "还有 \(missing) 户没有合适的人，按 Enter 另选",
                "\(plural(missing, "household")) without anyone fitting; Enter chooses")
        return [
            .notice(
                localized(
                    "已填上 \(suggested.count) 户的建议；\(rest)",
                    "Suggestions taken for \(plural(suggested.count, "household")); \(rest)"))
        ]
    }

    private var abandoning: Confirmation {
        let count = rows.count { $0.successor != nil }
        return Confirmation(
            title: localized("放弃这次移交？", "Give up this hand-over?"),
            lines: [
                localized(
                    "已选的 \(count) 户接替人还没有保存。", "The successors chosen for \(plural(count, "household")) are not saved.")
            ], verb: localized("放弃", "give up"), choice: .back)
    }

    /// Asks before saving; without a successor for every poor household there is nothing to ask.
    private mutating func save() -> [Command] {
        let missing = rows.count(where: \.isMissing)
        if missing > 0 {
            panes.change(listOf: HandOverRow.self) { $0.select(where: \.isMissing) }
            return [
                .notice(
                    localized(
                        "还有 \(missing) 户未脱贫、没有接替人，不能保存：按 F5 用建议，或按 Enter 选",
                        "\(plural(missing, "poor household")) without a successor, not saved: F5 takes suggestions, Enter chooses"
                    ))
            ]
        }
        let endings = rows.map { $0.ending(by: id) }
        let handedOver = endings.count { $0.replacement != nil }
        return [
            .confirm(
                Confirmation(
                    title: localized(
                        "移交 \(name) 的 \(endings.count) 户？",
                        "Hand over \(plural(endings.count, "household")) of \(name)?"),
                    lines: [
                        localized(
                            "\(handedOver) 户由接替人接着帮扶，\(endings.count - handedOver) 户结束后不再指定帮扶人（已脱贫，或另有帮扶人）。",
                            "\(handedOver) go on with a successor; \(endings.count - handedOver) end without one (lifted, or with another helper)."
                        ),
                        localized("\(ending)。一次保存，可以撤销。", "\(ending). One save, which can be undone."),
                    ], verb: localized("移交", "hand over"), choice: .effect(.perform(.endPairings(endings)))))
        ]
    }

    /// The day and the reason that every ending has.
    private var ending: String {
        guard let row = rows.first else { return "" }
        return localized(
            "结束日期 \(rows.map(\.endsOn).min() ?? row.endsOn)，原因“\(row.reason.title)”",
            "Ends on \(rows.map(\.endsOn).min() ?? row.endsOn), reason: \(row.reason.title)")
    }
}

// MARK: - Choosing a successor

extension HandOverScreen {
    private mutating func pick(_ picking: Picking) {
        self.picking = picking
        let (village, day): (Code?, Day?) =
            if case .one(let row) = picking { (row.village, row.endsOn) } else { (nil, rows.map(\.endsOn).min()) }
        let ranked = SuccessorRules.ranked(people, for: village, from: day, besides: id, taken: taken)
        panes.change(listOf: PersonRow.self) { list in
            list = HandOverScreen.candidates
            list.load(ranked)
            list.find()
        }
    }

    private static var candidates: RowList<PersonRow> {
        RowList(PersonRow.successorColumns, identity: \.person.id.text, searched: \.searched)
    }

    private func choosing(_ context: Context) -> [Binding<Self>] {
        let chosen = panes.list(of: PersonRow.self)?.selected
        return [
            Binding(.open, .choose) { screen in
                guard let chosen, let picking = screen.picking else { return [] }
                screen.picking = nil
                screen.take(chosen, for: screen.households(for: picking), context.today)
                return []
            },
            Binding(.back) { screen in
                screen.picking = nil
                return []
            },
        ]
    }

    /// Esc leaves the candidates, whatever was typed.
    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        guard key == .escape, isModal else { return handleInPane(key, context) }
        picking = nil
        return true
    }

    private func households(for picking: Picking) -> [Household.ID] {
        switch picking {
        case .one(let row): [row.id]
        case .all: rows.map(\.id)
        }
    }

    private var question: String {
        switch picking {
        case .one(let row):
            localized(
                "为 \(row.head) 户选接替人：输入姓名、编号或组织查找，上下键选",
                "Successor for \(row.head): type a name, number or organization; Up and Down choose")
        case .all:
            localized(
                "选一人接替全部 \(rows.count) 户：输入姓名、编号或组织查找，上下键选",
                "One for all \(rows.count): type a name, number or organization; Up and Down choose")
        case nil: ""
        }
    }
}

// MARK: - Drawing

extension HandOverScreen {
    func ownLayout(_ context: Context) -> PaneLayout {
        let lines = head(context).count
        let top = lines == 0 ? 0 : lines + 1
        let height = max(0, context.body.rows - top)
        func area(_ pane: Int, _ row: Int, _ rows: Int) -> PaneLayout.Area {
            PaneLayout.Area(pane: pane, row: row, column: 0, size: Size(columns: context.body.columns, rows: rows))
        }
        guard isModal else { return PaneLayout(areas: [area(0, top, height)]) }
        let above = min(rows.count + 1, max(2, height * 2 / 5))
        return PaneLayout(areas: [area(0, top, above), area(1, top + above + 2, max(2, height - above - 2))])
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard card != nil else { return false }
        for (row, line) in head(context).enumerated() {
            frame.put(line.text, row: row, column: 2, style: context.style(line.element))
        }
        if let candidates = layout(context).area(of: 1) {
            frame.put(question, row: candidates.row - 1, column: 2, style: context.style(.screenTitle))
        }
        return true
    }

    private func head(_ context: Context) -> [(text: String, element: Element)] {
        // On a small terminal the candidates need the room.
        guard let row = card?.row, picking == nil || context.body.rows >= 16 else { return [] }
        let person = row.person
        let reason = person.leftReason.isEmpty ? "" : localized("（\(person.leftReason)）", " (\(person.leftReason))")
        let service =
            person.leftOn.map { localized("\($0) 离开\(reason)", "left on \($0)\(reason)") } ?? Service.serving.title
        var lines: [(String, Element)] = [
            ("\(person.name)  \(row.organizationName)  \(person.category.title)  \(service)", .text)
        ]
        if !rows.isEmpty {
            lines.append((summary, rows.contains(where: \.isMissing) ? .uncovered : .done))
            lines.append((ending, .text))
        }
        let width = context.body.columns - 4
        lines += (refusal.map { context.textWidth.wrap(localized("! 未保存：", "! not saved: ") + $0, to: width) } ?? [])
            .map { ($0, .fieldError) }
        return lines
    }

    private var summary: String {
        let chosen = rows.count { $0.successor != nil }
        let missing = rows.count(where: \.isMissing)
        return localized(
            "在帮扶 \(rows.count) 户：已选接替人 \(chosen)，可不接替 \(rows.count - chosen - missing)，还缺 \(missing)",
            "\(plural(rows.count, "household")): successor chosen \(chosen), none needed \(rows.count - chosen - missing), missing \(missing)"
        )
    }
}

// MARK: - Printing

extension HandOverScreen {
    /// The households with those who take over, as far as they are chosen.
    func printout(_ context: Context) -> Printout {
        guard let row = card?.row, let list, !isModal else { return Printout() }
        let title = localized("移交清单", "Hand-over")
        return Printout([
            list.printed(
                title, of: row.person.name, scope: Scope(row.person.organization),
                filters: [row.person.name, summary], rule: definition(context))
        ])
    }
}
