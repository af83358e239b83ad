import PartyWork
import TerminalUI

/// A pane that is a screen of its own: a list below a heading.
protocol SoloPane: RowPane {
    /// What the screen is called.
    func title(_ context: Context) -> String
    /// The lines above the list.
    func headingRows(_ context: Context) -> Int
    /// Whether what is known of the selected row stands in full below the list, where no preview stands beside it.
    var hasDetails: Bool { get }
    /// Draws the lines above the list; false where nothing is known yet, so that nothing is drawn.
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool
    /// What stands side by side below the list on the broadest screens, where its rows leave room.
    func footPages(_ context: Context) -> [GlancePage]
}

extension SoloPane {
    var name: String { "" }
    func headingRows(_ context: Context) -> Int { 0 }
    var hasDetails: Bool { false }
    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool { true }
    func footPages(_ context: Context) -> [GlancePage] { [] }
}

/// The screen that such a pane is.
struct SoloScreen: PanedScreen {
    var panes: Panes

    init(_ pane: some SoloPane) { panes = Panes([pane]) }

    private var pane: (any SoloPane)? { panes.current as? any SoloPane }

    func title(_ context: Context) -> String { pane?.title(context) ?? "" }

    func ownLayout(_ context: Context) -> PaneLayout {
        let foot = pane?.hasDetails ?? false && !showsPreview(context) ? Details.height(context) : 0
        let row = pane?.headingRows(context) ?? 0
        let list = PaneLayout.whole(row: row, foot: foot + pageRows(context), listBody(context))
        return previewed(list, row: row, foot: foot, context)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let pane, pane.drawHeading(on: &frame, context) else { return false }
        if !isGrown(context) { drawFoot(on: &frame, context) }
        return true
    }
}

// MARK: - Below the list

extension SoloScreen {
    /// The rows below which columns by month say little.
    private static let fewestPageRows = 9

    /// The rows that the list leaves; none where they are few, or where there is nothing to draw on them.
    private func pageRows(_ context: Context) -> Int {
        guard let pane, context.breadth == .broadest, !context.isPlain, !pane.hasDetails else { return 0 }
        let free = context.body.rows - pane.headingRows(context) - pane.neededRows - 1
        return free < SoloScreen.fewestPageRows || pane.footPages(context).isEmpty ? 0 : free
    }

    private func drawFoot(on frame: inout Frame, _ context: Context) {
        let rows = pageRows(context)
        guard rows > 0, let pages = pane?.footPages(context) else { return }
        let width = listBody(context).columns / pages.count
        for (place, page) in pages.enumerated() {
            var part = Frame(Size(columns: width - 4, rows: rows), textWidth: context.textWidth)
            page.draw(on: &part, context)
            frame.blit(part, row: frame.size.rows - rows, column: 2 + place * width)
        }
    }
}
