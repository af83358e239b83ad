import PartyWork
import TerminalUI

/// The lists of a card: pairings and activities, and behind them, by Tab too, everything dated as one timeline (经过).
struct CardLists: Sendable {
    private var pair: ListPair<PairingRow, ActivityRow>
    var timeline = RowList<TimelineEvent>(
        TimelineEvent.columns, identity: \.identity, searched: { "\($0.day) \($0.kind.title) \($0.text)" })
    private(set) var isTimeline = false

    init(_ first: RowList<PairingRow>, _ second: RowList<ActivityRow>, titles: (String, String)) {
        pair = ListPair(first, second, titles: titles, isStacked: true)
    }

    /// The pairings.
    var first: RowList<PairingRow> {
        get { pair.first }
        set { pair.first = newValue }
    }

    /// The activities.
    var second: RowList<ActivityRow> {
        get { pair.second }
        set { pair.second = newValue }
    }

    var isTyping: Bool { isTimeline ? timeline.isTyping : pair.isTyping }
    var position: String { isTimeline ? timeline.position : pair.position }

    /// The pairing with the keys; nil while another list has them.
    var pairing: PairingRow? { place == 0 ? first.selected : nil }
    /// The activity with the keys, in its list or in the timeline.
    var activity: ActivityRow? {
        if case .activity(let row)? = event?.subject { return row }
        return place == 1 ? second.selected : nil
    }
    /// The event with the keys; nil while another list has them.
    var event: TimelineEvent? { isTimeline ? timeline.selected : nil }

    /// Which list has the keys: 0 the pairings, 1 the activities, 2 the timeline.
    private var place: Int { isTimeline ? 2 : pair.isSecond ? 1 : 0 }
    var isSecond: Bool { place == 1 }

    private func title(_ place: Int) -> String {
        [pair.titles.first, pair.titles.second, localized("经过", "Timeline")][(place + 3) % 3]
    }

    /// The actions of the list with the keys; the names of the next and the last list beside Tab.
    var offers: [Offer] {
        let own = isTimeline ? timeline.offers : pair.isSecond ? pair.second.offers : pair.first.offers
        return [Offer(.nextPane, title(place + 1))] + own + [Offer(.previousPane, title(place - 1))]
    }

    /// Does the actions of the lists; nil for any other.
    mutating func perform(_ action: Action) -> [Command]? {
        switch action {
        case .nextPane: turn(by: 1)
        case .previousPane: turn(by: -1)
        default: return isTimeline ? timeline.perform(action) : pair.perform(action)
        }
        return []
    }

    /// Ends the searches of all three.
    mutating func endSearch() {
        pair.endSearch()
        timeline.endSearch()
    }

    private mutating func turn(by step: Int) {
        let next = (place + step + 3) % 3
        isTimeline = next == 2
        pair.isSecond = next == 1
    }

    /// The list with the keys as something to print, called after the card.
    func printed(of name: String, scope: Scope, rule: String?) -> Printout.Item {
        let title = title(self.place)
        return isTimeline
            ? timeline.printed(title, of: name, scope: scope, rule: nil)
            : pair.printed(title, of: name, scope: scope, filters: [name], rule: rule)
    }

    /// Moves or types in the list with the keys. `area` is how many rows the lists have.
    mutating func handle(_ key: Key, area: Int) -> Bool {
        isTimeline ? timeline.handle(key, page: timeline.page(in: area - 1)) : pair.handle(key, area: area)
    }

    /// Draws the card: the facts, and below them the lists. `empty` says what to do in an empty list.
    func card(_ facts: Facts, _ context: Context, empty: (String, String)) -> Frame {
        guard isTimeline else { return facts.card(above: pair, context, empty: empty) }
        var frame = context.emptyBody
        facts.draw(on: &frame, top: 0, context)
        let top = facts.rows + 1
        frame.put("[\(title(2)) \(timeline.total)]", row: top, column: 1, style: context.style(.currentTab))
        timeline.draw(
            on: &frame, top: top + 1, rows: frame.size.rows - top - 1, context,
            empty: localized("还没有有日期的记录；按 F9 标记变动", "No dated record yet: F9 marks a change"))
        return frame
    }
}

// MARK: - What outlives a run

extension CardLists {
    /// Keeps the lists, and which of them has the keys.
    func keep(in notes: inout Notes) {
        notes[is: "timeline"] = isTimeline
        pair.keep(in: &notes)
        timeline.keep("timelineList", in: &notes)
    }

    /// Takes back what `keep` kept.
    mutating func restore(from notes: Notes) {
        isTimeline = notes[is: "timeline"]
        pair.restore(from: notes)
        timeline.restore("timelineList", from: notes)
    }
}

// MARK: - What Enter does

extension CardLists {
    /// The offer of Enter: the other side of a pairing, a visit or a post to correct. `other` names the first.
    func opening(_ other: String, unavailable noPairing: String?) -> Offer {
        if let row = activity {
            let isVisit = row.activity.kind == .homeVisit && row.activity.voidedOn == nil
            return Offer(
                .open, localized("改走访", "edit visit"),
                unavailable: isVisit
                    ? nil : localized("只有未作废的帮扶走访在这里修改", "only home visits that are not void are edited here"))
        }
        switch event?.subject {
        case .household: return Offer(.open, localized("户", "household"))
        case .person: return Offer(.open, localized("帮扶人", "helper"))
        case .post: return Offer(.open, localized("改任职", "edit post"))
        case .activity, .some(.none):
            return Offer(.open, unavailable: localized("这一条没有更多内容", "there is no more to this one"))
        case nil: return Offer(.open, other, unavailable: noPairing)
        }
    }

    /// Does it; `place` is the other side of the pairing with the keys.
    func open(_ place: Place?, _ context: Context) -> [Command] {
        if let row = activity { return [.form(.correct(row, context.requirements))] }
        switch event?.subject {
        case .household(let id): return [.open(.household(id))]
        case .person(let id): return [.open(.person(id))]
        case .post(let post): return [.form(.dismiss(post, context))]
        default: return place.map { [.open($0)] } ?? []
        }
    }
}

extension TimelineEvent {
    /// The columns of a timeline.
    static var columns: [RowList<TimelineEvent>.Column] {
        [
            .init(TableColumn(localized("日期", "Date"), minimum: 10), by: \.day) { $0.day.description },
            .init(TableColumn(localized("变动", "What"), minimum: localized(8, 10)), by: \.kind.rawValue) {
                $0.kind.title
            },
            .init(TableColumn(localized("内容", "Details"), minimum: 20, share: 1)) { $0.text },
        ]
    }

    /// Tells it from others across loads.
    var identity: String { "\(day) \(kind.rawValue) \(text)" }
}
