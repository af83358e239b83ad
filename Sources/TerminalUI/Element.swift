/// What is drawn, by meaning. A state looks alike on every screen; a rate or a number of what is missing is none.
/// Every element is told apart without colour by a word or a sign beside it.
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
    /// What cannot be taken as it is.
    case refused
    case bar
    case keyName
    case fieldLabel
    case field
    case fieldError
    case notice
    case warning

    /// The element's look; without colour by weight, reversal and underline alone.
    package func style(colour: Bool) -> Style {
        switch self {
        case .text: .plain
        case .header: .reversed
        case .currentTab: Style(bold: true, reverse: true)
        case .screenTitle: .bold
        case .columnTitle: Style(underline: true)
        case .selection: Style(bold: true, reverse: true)
        case .muted: .plain
        // What is as it should be needs no eye.
        case .done, .onTrack: .plain
        case .dueSoon, .pending: Style(foreground: colour ? .yellow : .standard)
        // One attribute each: a colour, or weight where there is none. Two would cost twice the bytes on every row.
        case .behind: colour ? Style(foreground: .yellow) : .bold
        case .overdue, .uncovered, .refused: colour ? Style(foreground: .red) : .bold
        case .bar: .plain
        case .keyName: .bold
        case .fieldLabel: .plain
        case .field: Style(underline: true)
        case .fieldError: Style(foreground: colour ? .red : .standard, bold: true)
        case .notice: .bold
        case .warning: Style(foreground: colour ? .red : .standard, bold: true)
        }
    }
}
