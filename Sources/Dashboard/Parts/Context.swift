import PartyWork
import TerminalUI

/// Where the officer stands: passed to every screen, changed by none.
package struct Context: Sendable, Hashable {
    /// The day on the clock.
    package var today: Day
    /// The minutes by which the clock is ahead of UTC, in which the journal keeps its times.
    package let clockOffset: Int
    /// The day of which every figure speaks.
    package var asOf: Day
    package var scope: Scope
    /// The scope that 范围 goes back to, in which forms look for people, households and organizations.
    package let fullScope: Scope
    /// The name of the scope's organization; its digits where it is none.
    package var scopeName: String
    /// The part of the terminal that belongs to the screen, below the header and above the footer.
    package var body: Size
    /// The columns of the whole terminal, of parts of the screen too.
    var screen: Int
    /// How text is measured on this terminal.
    package var textWidth: TextWidth
    /// The terminal's colours as it has them; what the officer chose is `theme`.
    package var colours: Theme
    /// What the built-in methods ask for, as far as the ledger has told.
    package var requirements = Requirements.standard
    /// Who acts here; nobody where it does not matter.
    package var officer = Officer(uid: 0, name: "", origin: .dashboard)
    /// What the officer may do, as the ledger said when the dashboard was opened; the ledger asks again with each act.
    package var permission = Permission.everything
    /// The day on which the dashboard was opened.
    package var openedOn: Day
    /// Whether the sample town is what is looked at.
    package var sample = SampleStanding.absent
    /// What the terminal does beyond showing text.
    package var abilities = Abilities.none
    /// Whether the computer can send files to a printer.
    package var hasPrinter = false
    /// What the officer set for this terminal.
    package var preferences = Preferences()

    package init(
        today: Day, clockOffset: Int, asOf: Day, scope: Scope, scopeName: String, body: Size,
        textWidth: TextWidth = TextWidth(), colours: Theme = Theme(.eight)
    ) {
        self.today = today
        openedOn = today
        self.clockOffset = clockOffset
        self.asOf = asOf
        self.scope = scope
        fullScope = scope
        self.scopeName = scopeName
        self.body = body
        screen = body.columns
        self.textWidth = textWidth
        self.colours = colours
    }

    /// The context of a part of the screen.
    func within(_ size: Size) -> Context {
        var part = self
        part.body = size
        return part
    }

    /// What a method asks for on the as-of date, in a sentence (口径).
    func rule(_ method: PartyWork.Method) -> String { requirements.rule(method, on: asOf) }

    /// How meanings look on this terminal; nothing depends on colours alone.
    package var theme: Theme {
        var theme = preferences.theme.theme(on: colours)
        // Elsewhere they would take two cells, or a look of their own would be lacking.
        let canDraw = theme.palette == .many && textWidth.ambiguous == .narrow
        theme.isFine = canDraw && preferences.drawing.isFine(on: abilities)
        return theme
    }

    /// How broad the screen is, as far as it has room for a preview; nil for one without.
    var breadth: Breadth? { Breadth(columns: screen) }

    /// Whether the pane with the keys has the place of all where it can, on screens as broad as this one.
    var growsPanes: Bool { breadth.map { preferences.grownPanes.contains($0) } ?? false }

    /// Whether what is drawn will be read out.
    package var isPlain: Bool { preferences.isPlain }

    /// What one key takes back: what the officer did since the day on which the dashboard was opened.
    var ownActs: OwnActs { OwnActs(of: officer, since: openedOn, clockOffset: clockOffset) }

    /// The day that a form proposes: the clock's, or in a past month that month's last day.
    var proposedDay: Day { asOf < today ? asOf : today }
}
