import PartyWork
import TerminalUI

// The panes of a card: pairings and activities, and behind them, by Tab too, everything dated as one timeline (经过).

/// The pairings of a card, those that go on first.
struct CardPairings: RowPane {
    let name: String
    let nothing: String
    let rule: String
    var list: RowList<PairingRow>
    /// What Enter is told as where no row is selected.
    let noRow: Offer
    /// The other side of a pairing.
    let other: @Sendable (PairingRow) -> Route

    func empty(_ context: Context) -> String { nothing }
    func definition(_ context: Context) -> String? { rule }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let row = list.selected
        let open = Offer(.open, noRow.meaning, unavailable: row == nil ? noRow.unavailable : nil)
        return [Binding(open) { pane in row.map { [.open(pane.other($0))] } ?? [] }] + listBindings
    }
}

/// The activities of a card, of which the visits can be corrected here.
struct CardActivities: RowPane {
    let name: String
    let nothing: String
    let rule: String?
    var list: RowList<ActivityRow>
    /// What Enter is told as where no row is selected.
    let noRow: Offer

    func empty(_ context: Context) -> String { nothing }
    func definition(_ context: Context) -> String? { rule }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [list.selected.map { .correcting($0, context) } ?? Binding(noRow) { _ in [] }] + listBindings
    }
}

/// Everything dated of a card, one event after the other.
struct CardTimeline: RowPane {
    var list = RowList<TimelineEvent>(
        TimelineEvent.columns, identity: \.identity, searched: { "\($0.day) \($0.kind.title) \($0.text)" })
    let rule: String
    /// What Enter is told as where no row is selected.
    let noRow: Offer

    var name: String { localized("经过", "Timeline") }
    func definition(_ context: Context) -> String? { rule }

    func empty(_ context: Context) -> String {
        localized("还没有有日期的记录；按 F9 标记变动", "No dated record yet: F9 marks a change")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [list.selected.map { opening($0, context) } ?? Binding(noRow) { _ in [] }] + listBindings
    }

    private func opening(_ event: TimelineEvent, _ context: Context) -> Binding<Self> {
        switch event.subject {
        case .activity(let row): .correcting(row, context)
        case .household(let id): Binding(.open, .household) { _ in [.open(.household(id))] }
        case .person(let id): Binding(.open, .helper) { _ in [.open(.person(id))] }
        case .post(let post):
            Binding(.open, .editPost) { _ in [.form(.dismiss(post, context))] }
        case .none:
            Binding(.open, unavailable: localized("这一条没有更多内容", "there is no more to this one")) { _ in [] }
        }
    }
}

extension Binding {
    /// Correcting an activity of a card: a visit that counts.
    fileprivate static func correcting(_ row: ActivityRow, _ context: Context) -> Binding {
        let isVisit = row.activity.kind == .homeVisit && row.activity.voidedOn == nil
        return Binding(
            .open, .editVisit,
            unavailable: isVisit
                ? nil : localized("只有未作废的帮扶走访在这里修改", "only home visits that are not void are edited here")
        ) { _ in [.form(.correct(row, context.requirements))] }
    }
}

extension TimelineEvent {
    /// The columns of a timeline.
    static var columns: [RowList<TimelineEvent>.Column] {
        [
            .init(TableColumn(localized("日期", "Date"), minimum: 10), by: \.day, text: \.day.description),
            .init(
                TableColumn(localized("变动", "What"), minimum: localized(8, 10)), by: \.kind.rawValue, text: \.kind.title
            ),
            .init(TableColumn(localized("内容", "Details"), minimum: 20, share: 1), text: \.text),
        ]
    }

    /// Tells it from others across loads.
    var identity: String { "\(day) \(kind.rawValue) \(text)" }
}
