import PartyWork
import TerminalUI

/// One screen: what it asks the ledger, what its keys do, how it draws.
///
/// It neither waits nor reads.
///
/// A new screen is one file with a type of this kind, its route and its kind, which the catalogue lists.
protocol Screen: Sendable {
    /// What the screen is called, for its title line and the way back.
    func title(_ context: Context) -> String
    /// What must be known to draw it, and what it makes of the answers; asked again whenever that or the ledger changes.
    func needs(_ context: Context) -> [Need<Self>]
    /// Selects a record that was just added, as soon as it is loaded.
    mutating func expect(_ added: RecordKey, in table: TableSchema)
    /// Chooses no row any more, after the chosen ones were changed.
    mutating func unchoose()
    /// Ends every search, after something was saved: what is typed next is no part of it, and nothing new stays hidden.
    mutating func endSearch()
    /// Takes the reason why an act of its own, not of a form, was refused.
    mutating func refuse(_ refusal: Refusal)
    /// What it wants done with files now; nil for nothing.
    var fileTask: FileTask? { get }
    /// Takes what came of a task with files, its own or one that a form began for it.
    mutating func learn(_ task: FileTask, _ outcome: FileOutcome, _ context: Context)
    /// Whether it is the card of a row of some list, so that keys lead on to that of the next row.
    var isCard: Bool { get }
    /// Whether it has a preview of what the cursor is on, where there is room.
    func canPreview(_ context: Context) -> Bool
    /// Whether the preview is in sight.
    func showsPreview(_ context: Context) -> Bool
    /// Draws the preview at its place in the body, where it is in sight, for a form beside it.
    func drawPreview(on frame: inout Frame, _ context: Context)
    /// Whether there is something beside the pane with the keys, over which it may grow.
    func canGrow(_ context: Context) -> Bool
    /// Whether the preview in sight shows something else than what the cursor is on.
    func owesPreview(_ context: Context) -> Bool
    /// Turns the preview to what the cursor is on, once no key comes.
    mutating func rest(_ context: Context)
    /// What keys do on it now, the most useful first.
    func bindings(_ context: Context) -> [Binding<Self>]
    /// Moves within the screen or types into its search; false for a key that means nothing here.
    mutating func handle(_ key: Key, _ context: Context) -> Bool
    /// Whether typed characters belong to a text, so that no letter is an action.
    var isTyping: Bool { get }
    /// Whether only its own actions have keys now, as while one row is being chosen for another.
    var isModal: Bool { get }
    /// Draws the screen and places the cursor.
    func draw(_ context: Context) -> Frame
    /// The columns of the list with the keys, as they are arranged; nil where it has none.
    var columns: ColumnSheet? { get }
    /// Does what an officer wants of those columns; false where that cannot be done.
    mutating func arrange(_ change: ColumnChange) -> Bool
    /// The titles of those columns that have no room on the screen.
    func titlesWithoutRoom(_ context: Context) -> [String]
    /// The screen that comes back when this one is left, where it only stands for it; nil for one of its own.
    var beneath: (any Screen)? { get }
    /// Takes the views that are kept, where it lists them.
    mutating func show(_ views: [KeptView])
    /// The rows in sight, of all panes.
    func rowsInSight(_ context: Context) -> [SeenRow]
    /// Selects a row in sight, and gives its pane the keys.
    mutating func select(_ place: SeenRow)
    /// A row in sight as it is read out; nil where that is as it is drawn.
    func spoken(_ place: SeenRow) -> String?
    /// Whether a cell is selected, so that left and right go to others.
    var isOnCell: Bool { get }
    /// The counting rule (口径) of what is selected or shown, for the line above the footer.
    func definition(_ context: Context) -> String?
    /// Where a new activity would be recorded, as far as the selection tells.
    func draft(_ context: Context) -> ActivityDraft
    /// What it has to print: its list as it is in sight, and the forms that belong to it.
    func printout(_ context: Context) -> Printout
    /// The branch that the branch tab opens with from here; nil if none is selected.
    func branch(_ context: Context) -> Code?
    /// What it keeps until the next start: filter, sort, search, the selected row.
    var kept: KeptWords { get }
    /// Takes back what it kept, before it is asked anything.
    mutating func restore(_ kept: KeptWords)
}

extension Screen {
    mutating func refuse(_ refusal: Refusal) {}
    var fileTask: FileTask? { nil }
    var isCard: Bool { false }
    func canPreview(_ context: Context) -> Bool { false }
    func showsPreview(_ context: Context) -> Bool { false }
    func drawPreview(on frame: inout Frame, _ context: Context) {}
    func canGrow(_ context: Context) -> Bool { false }
    func owesPreview(_ context: Context) -> Bool { false }
    mutating func rest(_ context: Context) {}
    mutating func learn(_ task: FileTask, _ outcome: FileOutcome, _ context: Context) {}
    var isModal: Bool { false }
    func titlesWithoutRoom(_ context: Context) -> [String] { [] }
    var beneath: (any Screen)? { nil }
    mutating func show(_ views: [KeptView]) {}
    func branch(_ context: Context) -> Code? { draft(context).organization?.branch }
}

// MARK: - What follows

extension Screen {
    /// Its title without where the selection stands, which is behind two blanks.
    func name(_ context: Context) -> String {
        let title = title(context)
        return title.firstRange(of: "  ").map { String(title[..<$0.lowerBound]) } ?? title
    }

    /// What must be asked.
    func queries(_ context: Context) -> [AnyQuery] { needs(context).queries() }

    /// Those of them without which it is shown.
    func laterQueries(_ context: Context) -> Set<AnyQuery> { Set(needs(context).filter(\.isLater).map(\.query)) }

    /// Takes an answer.
    mutating func receive(_ answered: Answered, _ context: Context) {
        for need in needs(context) { need.take(answered, for: &self) }
    }

    /// What is told of its keys.
    func offers(_ context: Context) -> [Offer] { bindings(context).map { $0.offer } }

    /// Does what an action is bound to.
    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        bindings(context)[action].first?.perform(&self) ?? []
    }
}
