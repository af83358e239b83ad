/// What is drawn, by meaning.
///
/// A state looks alike on every screen. Every element is told apart without colour by a word or a sign beside it, a rate by its number.
package enum Element: Hashable, Sendable, CaseIterable {
    case text
    /// The line at the top of the terminal.
    case header
    /// The name of the tab that is open.
    case currentTab
    case screenTitle
    case columnTitle
    /// What the keys act on.
    case selection
    /// Less important than its surroundings.
    case muted
    case done
    case onTrack
    case dueSoon
    case behind
    case overdue
    /// What somebody should see to, and nobody does.
    case uncovered
    /// What waits for somebody.
    case pending
    /// A cell of a map: something is missing in it.
    case cellMissing
    /// Something in it is behind.
    case cellBehind
    /// Something in it is due soon.
    case cellDueSoon
    /// Something is there and its papers are not.
    case cellPapers
    /// Nothing is missing.
    case cellWhole
    /// A digit that stands for what is missing, alone in its place.
    case markMissing
    /// What cannot be taken as it is.
    case refused
    /// The filled part of a bar: on course, or done.
    case bar
    /// The same in rows that touch, where a lighter one would be a wall.
    case barInRows
    case barDueSoon
    case barBehind
    /// Overdue, or missing.
    case barMissing
    /// What of a bar is still to come.
    case barTrack
    case keyName
    case fieldLabel
    case field
    /// The field with the cursor.
    case fieldInFocus
    /// The sign of a field that must be filled.
    case fieldRequired
    case fieldError
    case notice
    case warning
}
