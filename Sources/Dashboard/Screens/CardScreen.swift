import PartyWork
import TerminalUI

/// A card: what is known of someone or a household, and below it the panes of everything dated.
protocol CardScreen: PanedScreen {
    /// What stands above the panes; nil where nothing is known yet.
    var facts: Facts? { get }
}

extension CardScreen {
    var isCard: Bool { true }

    /// The pairing with the keys; nil while another pane has them.
    var pairing: PairingRow? { panes.current(CardPairings.self)?.list.selected }

    /// Fills the panes.
    mutating func load(_ pairings: [PairingRow], _ activities: [ActivityRow], _ timeline: [TimelineEvent]) {
        panes.change(CardPairings.self) { $0.list.load(pairings) }
        panes.change(CardActivities.self) { $0.list.load(activities) }
        panes.change(CardTimeline.self) { $0.list.load(timeline) }
    }

    /// Tells the pane of what registers hold whom or what the card is about.
    mutating func tell(_ subject: EntrySubject) { panes.change(SubjectEntriesPane.self) { $0.subject = subject } }

    /// What keys do while the pane of what registers hold has them; nil while another has them.
    func entryBindings(_ context: Context) -> [Binding<Self>]? {
        guard panes.current(SubjectEntriesPane.self) != nil else { return nil }
        let (own, tab) = (paneBindings(context), stepping())
        return own[.open, .add, .datedChange] + [tab.next] + own.without(own[.open, .add, .datedChange]) + [
            tab.previous
        ]
    }

    /// The timeline and what registers hold stand alone; the two others above one another where there is room, and beside those on a
    /// broad screen.
    func ownLayout(_ context: Context) -> PaneLayout {
        let row = (facts?.rows ?? 0) + 1
        if context.breadth != nil, !context.isPlain {
            return .beside([[0, 1], Array(panes.all.indices.dropFirst(2))], of: panes, row: row, context)
        }
        return panes.focus < 2
            ? .pair(0, 1, of: panes, row: row, context.body) : .one(panes.focus, row: row, context.body)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        facts?.draw(on: &frame, top: 0, context)
        return facts != nil
    }

    /// The list with the keys as something to print, called after the card.
    func printed(of name: String, scope: Scope, _ context: Context) -> Printout.Item? {
        let isTimeline = panes.focus >= 2
        return (panes.current as? any RowPane)?.printed(
            of: name, scope: scope, filters: isTimeline ? [] : [name], rule: isTimeline ? nil : definition(context))
    }
}
