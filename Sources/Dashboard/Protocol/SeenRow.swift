import TerminalUI

/// A row of a pane where it stands in the body.
struct SeenRow: Hashable {
    let pane: Int
    /// Its number in the pane.
    let row: Int
    let line: Int
    /// The column where it begins.
    let column: Int
    /// Whether it is the one that the keys act on.
    let hasKeys: Bool
    /// That of the area in which its pane stands.
    let size: Size
}
