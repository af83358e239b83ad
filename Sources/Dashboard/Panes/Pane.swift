import PartyWork
import TerminalUI

/// A part of a screen with rows and keys of its own; what it is said once: mouse, plain reading, Tab, memory and printing ask it.
protocol Pane: Sendable {
    /// What it is called beside Tab.
    var name: String { get }
    /// What the line of panes calls it.
    var title: String { get }
    /// How many rows it has, behind its name; nil where that is not said.
    var total: Int? { get }
    /// Where its selected row stands: `第 3/43 行`.
    var position: String { get }
    /// The lines that its heading and the rows in sight take.
    var neededRows: Int { get }
    /// What is known of its selected row in full, for the foot of a screen that leaves rows free there.
    var details: String? { get }
    /// Whether its rows have a preview.
    var hasGlances: Bool { get }
    /// What is known of its selected row, for the preview; nil while no row is selected.
    func glance(_ context: Context) -> (any Glance)?
    /// The rule of its figures (口径).
    func definition(_ context: Context) -> String?
    /// What it must know, and what it makes of the answers.
    func needs(_ context: Context) -> [Need<Self>]
    /// What keys do while it has them, the most useful first.
    func bindings(_ context: Context) -> [Binding<Self>]
    /// What its selected row adds to a new activity.
    func draft(_ context: Context) -> ActivityDraft
    /// What it has to print: its list, and the forms of its selected row.
    func printed(_ context: Context) -> [Printout.Item]

    /// Moves within it or types into its search; false for a key that means nothing here. `size` is that of its area.
    mutating func handle(_ key: Key, in size: Size, _ context: Context) -> Bool
    /// Whether typed characters belong to a text.
    var isTyping: Bool { get }
    mutating func endSearch()
    /// Chooses no row any more.
    mutating func unchoose()
    /// Selects a record that was just added, as soon as it is loaded.
    mutating func expect(_ added: RecordKey, in table: TableSchema)

    /// Draws into the whole of a frame, with the cursor at the selected row.
    func draw(on frame: inout Frame, focused: Bool, _ context: Context)
    /// The rows that an area of a size shows, by number, with the first line of each and which of them is selected.
    func rows(in size: Size) -> SeenRows
    /// Selects a row by its number, in an area of a size.
    mutating func select(_ row: Int, in size: Size)
    /// A row as it is read out, by its number; nil where that is as it is drawn.
    func spoken(_ row: Int, isSelected: Bool) -> String?
    /// Whether a cell of the selected row is selected, so that left and right go to others.
    var isOnCell: Bool { get }

    /// Its columns as they are arranged; nil where it has none.
    var columns: ColumnSheet? { get }
    /// Does what an officer wants of its columns; false where that cannot be done.
    mutating func arrange(_ change: ColumnChange) -> Bool
    /// The titles of its columns that have no room in an area of a size.
    func titlesWithoutRoom(in size: Size, _ context: Context) -> [String]

    /// Keeps what outlives a run, under a name.
    func keep(_ name: String, in kept: inout KeptWords)
    /// Takes back what `keep` kept, before anything is asked.
    mutating func restore(_ name: String, from kept: KeptWords)
}

extension Pane {
    var title: String { total.map { "\(name) \($0)" } ?? name }
    var total: Int? { nil }
    var details: String? { nil }
    var hasGlances: Bool { false }
    func glance(_ context: Context) -> (any Glance)? { nil }
    func definition(_ context: Context) -> String? { nil }
    func needs(_ context: Context) -> [Need<Self>] { [] }
    func draft(_ context: Context) -> ActivityDraft { ActivityDraft() }
    func printed(_ context: Context) -> [Printout.Item] { [] }
    mutating func expect(_ added: RecordKey, in table: TableSchema) {}
    func spoken(_ row: Int, isSelected: Bool) -> String? { nil }
    var isOnCell: Bool { false }
    var columns: ColumnSheet? { nil }
    mutating func arrange(_ change: ColumnChange) -> Bool { false }
    func titlesWithoutRoom(in size: Size, _ context: Context) -> [String] { [] }
}
