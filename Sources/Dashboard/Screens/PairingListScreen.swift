import Papers
import PartyWork
import TerminalUI

/// The households and the members of a branch, gaps first: who is missing, and the keys to do something about it.
struct PairingListScreen: Screen {
    private let code: Code
    private let name: String
    private var onlyGaps = false
    private var lists = ListPair(
        RowList(HouseholdRow.columns, identity: \.household.id.text, searched: \.searched).choosing(),
        RowList(PersonRow.columns, identity: \.person.id.text, searched: \.searched).choosing(),
        titles: (localized("户", "Households"), localized("党员和帮扶人", "Members, helpers")), isStacked: false)

    init(_ code: Code, name: String, side: PairingSide) {
        self.code = code
        self.name = name
        lists.isSecond = side == .members
    }

    private var household: HouseholdRow? { lists.isSecond ? nil : lists.first.selected }
    private var person: PersonRow? { lists.isSecond ? lists.second.selected : nil }

    func title(_ context: Context) -> String { "\(name)  \(lists.position)" }

    func questions(_ context: Context) -> [Question] {
        [.households(Scope(code), asOf: context.asOf), .people(Scope(code), asOf: context.asOf)]
    }

    mutating func receive(_ answer: Answer, _ context: Context) {
        switch answer {
        case .households(let rows): lists.first.load(rows.filter(\.isKept).rankedByNeed)
        case .people(let rows): lists.second.load(rows.rankedByNeed)
        default: break
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool { lists.handle(key, area: context.body.rows) }

    var isTyping: Bool { lists.isTyping }

    mutating func endSearch() { lists.endSearch() }

    func definition(_ context: Context) -> String? {
        lists.isSecond ? Definition.memberCoverage : Definition.householdCoverage
    }

    func draft(_ context: Context) -> ActivityDraft {
        if let household { return ActivityDraft(visitTo: household) }
        let participants = person.map { [Candidate($0)] } ?? []
        return ActivityDraft(organization: code, organizationName: name, participants: participants)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let empty = onlyGaps ? localized("没有缺口；按 ^E 看全部", "No gap; ^E shows all") : nil
        lists.draw(
            on: &frame, top: 0, rows: frame.size.rows, context,
            empty: (
                empty
                    ?? localized(
                        "这里没有登记贫困户：在名册（7）登记；按 Tab 看党员",
                        "No household here: add them in the registry (7); Tab shows the members"),
                empty
                    ?? localized(
                        "这里没有登记党员：在名册（7）登记；按 Tab 看户",
                        "No member here: add them in the registry (7); Tab shows the households")
            ))
        if !lists.isSecond, lists.first.total > 0 { drawVisited(on: &frame, context) }
        return frame
    }

    /// How many of the poor households had a visit this month, beside the lists' names: the third figure of the coverage.
    private func drawVisited(on frame: inout Frame, _ context: Context) {
        let poor = lists.first.allRows.filter { $0.state == .poor }
        let visited = poor.count { $0.lastVisitOn.map { $0 >= context.asOf.firstOfMonth } ?? false }
        let figure = Coverage(covered: visited, inScope: poor.count).figure
        let text = localized("本月走访 \(figure)", "visited \(figure)")
        frame.put(
            text, row: 0, column: frame.size.columns - 1 - context.textWidth.cells(text), style: context.style(.muted))
    }
}

// MARK: - Actions

extension PairingListScreen {
    func offers(_ context: Context) -> [Offer] {
        if isChoosing { return manyOffers }
        let nothing = household == nil && person == nil ? localized("没有选中的行", "no row selected") : nil
        let filter = Offer(.filter, onlyGaps ? localized("看全部", "all") : localized("只看缺口", "gaps"))
        return [
            Offer(.open, unavailable: nothing), Offer(.add, localized("结对", "pair"), unavailable: nothing ?? noPairing),
            Offer(.end, localized("结束", "end"), unavailable: nothing ?? noHelper),
            Offer(.handOver, unavailable: nothing ?? noHelper),
            filter,
        ] + (household == nil ? [] : [Offer(.record, localized("记走访", "visit"))]) + lists.offers
            + [Offer(.mark, household == nil ? nil : localized("变动", "changes"), unavailable: nothing)]
    }

    private var isChoosing: Bool { lists.isSecond ? !lists.second.chosen.isEmpty : !lists.first.chosen.isEmpty }

    /// What is offered for the chosen rows.
    private var manyOffers: [Offer] {
        let one =
            lists.isSecond
            ? localized(
                "多人一起办的只有标记（F9）；结对、结束、移交请按 Esc 全不选，一人一人办",
                "for several people only marks (F9); to pair, end or hand over, Esc chooses none, then one by one")
            : nil
        let noHelper =
            lists.first.chosenRows.allSatisfy(\.helpers.isEmpty)
            ? localized("选中的户都没有在帮扶的人", "none of the chosen households has a helper") : nil
        return [
            Offer(.open), Offer(.add, localized("结对", "pair"), unavailable: one),
            Offer(.end, localized("结束", "end"), unavailable: one ?? noHelper),
            Offer(.handOver, unavailable: one ?? noHelper),
            Offer(.filter, onlyGaps ? localized("看全部", "all") : localized("只看缺口", "gaps")), Offer(.mark),
        ] + lists.offers
    }

    mutating func unchoose() { lists.unchoose() }

    private var noPairing: String? {
        if household?.state == .closed { return localized("已销户", "closed") }
        return person?.service.absence
    }

    private var noHelper: String? {
        if let household { return household.helpers.isEmpty ? localized("没有在帮扶的人", "has no helper") : nil }
        return person?.households == 0 ? localized("没有在帮扶的户", "helps no household") : nil
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        if action == .filter {
            toggleFilter()
            return []
        }
        if let commands = lists.perform(action) { return commands }
        if isChoosing, let commands = performOnMany(action, context) { return commands }
        if let household { return perform(action, on: household, context) }
        return person.map { perform(action, on: $0, context) } ?? []
    }

    /// Does an action to all chosen rows; nil for one that is about the row with the keys.
    private func performOnMany(_ action: Action, _ context: Context) -> [Command]? {
        let rows = lists.first.chosenRows
        switch action {
        case .mark where lists.isSecond: return [.menu(.marks(of: lists.second.chosenRows, context))]
        case .mark: return [.menu(.marks(of: rows, context))]
        case .add: return [.form(.pair(rows, context))]
        case .end: return [.form(.end(rows, context))]
        case .handOver: return [.form(.handOver(rows, context))]
        default: return nil
        }
    }

    var notes: Notes {
        var notes = Notes()
        notes[is: "gaps"] = onlyGaps
        lists.keep(in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        lists.restore(from: notes)
        if notes[is: "gaps"] { toggleFilter() }
    }

    private mutating func toggleFilter() {
        onlyGaps.toggle()
        if onlyGaps {
            lists.first.show { $0.isGap }
            lists.second.show { $0.isGap }
        } else {
            lists.first.show(only: nil)
            lists.second.show(only: nil)
        }
    }

    private func perform(_ action: Action, on row: HouseholdRow, _ context: Context) -> [Command] {
        switch action {
        case .open: [.open(.household(row.household.id))]
        case .add: [.form(.pair(row, context))]
        case .end:
            [row.choosingHelper(localized("结束哪一位的结对？", "End whose pairing?")) { .form(.end(row.parties($0), context)) }]
        case .handOver:
            [row.choosingHelper(localized("移交哪一位的户？", "Hand over whose households?")) { .open(.handOver($0.id)) }]
        case .record: [.record(draft(context))]
        case .mark: [.menu(.happened(to: row, context))]
        default: []
        }
    }

    private func perform(_ action: Action, on row: PersonRow, _ context: Context) -> [Command] {
        switch action {
        case .open: [.open(.person(row.person.id))]
        case .add: [.form(.pair(row, context))]
        case .end:
            [
                .open(.person(row.person.id)),
                .notice(localized("选中要结束的一户，再按 F8", "Select the household to end with and press F8")),
            ]
        case .handOver: [.open(.handOver(row.person.id))]
        case .mark: [.menu(.marks(of: row, context))]
        default: []
        }
    }
}

extension HouseholdRow {
    /// A command about one of the helpers: at once for the only one, by a menu for several.
    fileprivate func choosingHelper(_ title: String, _ command: (Helper) -> Command) -> Command {
        if helpers.count == 1 { return command(helpers[0]) }
        let items = helpers.map { Menu.Item($0.name, detail: $0.service.title, command($0)) }
        return .menu(Menu(title: title, items: items))
    }

    fileprivate func parties(_ helper: Helper) -> PairedParties {
        PairedParties(
            household: Candidate(self),
            helper: Candidate(key: helper.id.text, name: helper.name, detail: helper.service.absence ?? ""),
            village: household.village, reason: .likely(state, helperServes: helper.serves))
    }
}

// MARK: - Printing

extension PairingListScreen {
    /// The list with the keys, and the forms of the selected row and of the branch.
    func printout(_ context: Context) -> Printout {
        let filters = [onlyGaps ? localized("只看缺口", "gaps only") : ""]
        let title =
            lists.isSecond
            ? localized("党员结对名单", "Members and their pairings") : localized("贫困户结对名单", "Households and their helpers")
        let list = lists.printed(title, of: name, scope: Scope(code), filters: filters, rule: definition(context))
        return Printout([list] + (lists.isSecond ? memberForms(context) : householdForms(context)))
    }

    private func householdForms(_ context: Context) -> [Printout.Item] {
        let one = household.map { Printout.card(of: $0, context) }
        let all = PaperRequest(.household, in: Scope(code), asOf: context.asOf)
        return [one, Printout.papers(all, of: name, localized("\(name)每户一张", "one for each household"))].compactMap(
            \.self)
    }

    private func memberForms(_ context: Context) -> [Printout.Item] {
        let one = person.flatMap { $0.households > 0 ? Printout.pairings(of: $0, context) : nil }
        let all = PaperRequest(.pairing, in: Scope(code), asOf: context.asOf)
        return [one, Printout.papers(all, of: name, localized("\(name)每个帮扶人一张", "one for each helper"))].compactMap(
            \.self)
    }
}
