import TerminalUI

// The preview at the right of the lists, a third of a wide screen.

extension PaneLayout {
    /// The cells that the preview takes of so many columns: never so many that a list has fewer than on a terminal of 80.
    private static func previewWidth(_ columns: Int) -> Int { max(36, min(columns / 3, columns - 83, 56)) }

    /// The cells between a list and its preview.
    private static let gap = 3

    /// What is left of a body for the lists beside a preview.
    static func besidePreview(_ body: Size) -> Size {
        Size(columns: body.columns - previewWidth(body.columns) - gap, rows: body.rows)
    }

    /// The layout with the preview at the right end of a body, as far down as the first list or farther.
    ///
    /// - Parameters:
    ///   - foot: the rows left free below.
    func withPreview(row: Int, foot: Int = 0, _ body: Size) -> PaneLayout {
        var layout = self
        let width = PaneLayout.previewWidth(body.columns) - 1
        layout.preview = Area(
            pane: -1, row: row, column: body.columns - width - 1,
            size: Size(columns: width, rows: body.rows - row - foot))
        return layout
    }
}
