import PartyWork
import TerminalUI

/// A pane that is a screen of its own: a list below a heading.
protocol SoloPane: RowPane {
    /// What the screen is called.
    func title(_ context: Context) -> String
    /// The lines above the list.
    func headingRows(_ context: Context) -> Int
    /// Whether what is known of the selected row stands in full below the list.
    var hasDetails: Bool { get }
    /// Draws the lines above the list; false where nothing is known yet, so that nothing is drawn.
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool
}

extension SoloPane {
    var name: String { "" }
    func headingRows(_ context: Context) -> Int { 0 }
    var hasDetails: Bool { false }
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool { true }
}

/// The screen that such a pane is.
struct SoloScreen: PanedScreen {
    var panes: Panes

    init(_ pane: some SoloPane) { panes = Panes([pane]) }

    private var pane: (any SoloPane)? { panes.current as? any SoloPane }

    func title(_ context: Context) -> String { pane?.title(context) ?? "" }

    func ownLayout(_ context: Context) -> PaneLayout {
        let foot = pane?.hasDetails ?? false ? Details.height(context) : 0
        let row = pane?.headingRows(context) ?? 0
        return previewed(.whole(row: row, foot: foot, listBody(context)), row: row, foot: foot, context)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        pane?.drawHeading(on: &frame, context) ?? false
    }
}
