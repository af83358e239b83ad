import TerminalUI

/// Where the panes of a screen stand in a body of some size, and where their names do.
struct PaneLayout: Hashable {
    /// The part of the body that a pane draws into.
    struct Area: Hashable {
        let pane: Int
        let row: Int
        let column: Int
        let size: Size
        /// Whether it stands above the others whichever of them is grown.
        var isHead = false
    }

    /// A line with the names of panes, that of the one with the keys in brackets.
    struct Names: Hashable {
        let panes: [Int]
        let row: Int
        var column = 1
    }

    var areas: [Area] = []
    var names: [Names] = []
    /// Where the preview stands; nil where there is none.
    var preview: Area?

    /// The area of a pane; nil for one that is not in sight.
    func area(of pane: Int) -> Area? { areas.first { $0.pane == pane } }
}

// MARK: - One at a time

extension PaneLayout {
    /// Only the pane with the keys, below a line with the names of all.
    ///
    /// - Parameters:
    ///   - row: that of the names.
    ///   - gap: the empty rows below the names.
    static func one(of panes: Panes, row: Int, column: Int = 1, gap: Int = 0, _ body: Size) -> PaneLayout {
        let top = row + 1 + gap
        let size = Size(columns: body.columns, rows: body.rows - top)
        return PaneLayout(
            areas: [Area(pane: panes.focus, row: top, column: 0, size: size)],
            names: [Names(panes: Array(panes.all.indices), row: row, column: column)])
    }
}

extension PaneLayout {
    /// One pane, the only one if no other is named, without its name from a row on.
    ///
    /// - Parameter foot: the rows left free below it.
    static func whole(_ pane: Int = 0, row: Int, foot: Int = 0, _ body: Size) -> PaneLayout {
        let size = Size(columns: body.columns, rows: body.rows - row - foot)
        return PaneLayout(areas: [Area(pane: pane, row: row, column: 0, size: size)])
    }

    /// One pane below its name.
    static func one(_ pane: Int, row: Int, _ body: Size) -> PaneLayout {
        let size = Size(columns: body.columns, rows: body.rows - row - 1)
        return PaneLayout(
            areas: [Area(pane: pane, row: row + 1, column: 0, size: size)], names: [Names(panes: [pane], row: row)])
    }
}

extension PaneLayout {
    /// The layout with one pane on all that the panes and the preview have, below a line with the names of those that it covers.
    func growing(_ pane: Int, in body: Size) -> PaneLayout {
        let covered = areas.filter { !$0.isHead }
        guard let own = area(of: pane), !own.isHead else { return self }
        let bottom = (covered + [preview].compactMap(\.self)).map { $0.row + $0.size.rows }.max() ?? body.rows
        let named = covered.count > 1 || names.contains { $0.panes.count > 1 }
        let top = (covered.map(\.row) + names.map(\.row)).min() ?? own.row
        let row = named ? top + 1 : top
        let others = Set(covered.map(\.pane) + names.flatMap(\.panes))
        return PaneLayout(
            areas: areas.filter(\.isHead) + [
                Area(pane: pane, row: row, column: 0, size: Size(columns: body.columns, rows: bottom - row))
            ], names: named ? [Names(panes: others.sorted(), row: top)] : [])
    }
}

// MARK: - Above one another

extension PaneLayout {
    /// Below this height two panes are of no use together.
    private static let least = 9

    /// Two panes from a row on, each below its name; where there is no room only the one with the keys.
    static func pair(_ first: Int, _ second: Int, of panes: Panes, row: Int, _ body: Size) -> PaneLayout {
        let height = body.rows - row
        func area(_ pane: Int, _ row: Int, _ height: Int) -> Area {
            Area(pane: pane, row: row + 1, column: 0, size: Size(columns: body.columns, rows: height - 1))
        }
        guard height >= least else {
            return PaneLayout(
                areas: [area(panes.focus, row, height)], names: [Names(panes: [first, second], row: row)])
        }
        let free = height - 1
        let (one, other) = (panes.all[first].neededRows + 1, panes.all[second].neededRows + 1)
        let upper = min(one, max(free / 2, free - other))
        let below = row + upper + 1
        return PaneLayout(
            areas: [area(first, row, upper), area(second, below, free - upper)],
            names: [Names(panes: [first], row: row), Names(panes: [second], row: below)])
    }
}

// MARK: - Drawing

extension PaneLayout {
    /// Draws names and panes, the cursor where the pane with the keys has it.
    func draw(_ panes: Panes, on frame: inout Frame, _ context: Context) {
        for line in names {
            ChoiceLine(words: line.panes.map { panes.all[$0].title }) { line.panes[$0] == panes.focus }
                .draw(on: &frame, row: line.row, column: line.column, context)
        }
        drawPreview(panes, on: &frame, context)
        for area in areas {
            let isFocused = area.pane == panes.focus
            var part = Frame(area.size, textWidth: context.textWidth)
            panes.all[area.pane].draw(on: &part, focused: isFocused, context)
            frame.blit(part, row: area.row, column: area.column)
            guard isFocused else { continue }
            frame.cursor = Cursor(
                row: area.row + part.cursor.row, column: area.column + part.cursor.column, visible: part.cursor.visible)
        }
    }

    /// Draws the preview at its place.
    ///
    /// - Parameter hasKeys: Whether it tells of keys, which mean something else in a form.
    func drawPreview(_ panes: Panes, on frame: inout Frame, hasKeys: Bool = true, _ context: Context) {
        guard let preview else { return }
        var part = Frame(preview.size, textWidth: context.textWidth)
        panes.preview.draw(on: &part, hasKeys: hasKeys, context)
        frame.blit(part, row: preview.row, column: preview.column)
    }
}
