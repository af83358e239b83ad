import TerminalUI

// As many panes as have room, each below its name.

extension PaneLayout {
    /// Whether a body has room for several panes: that of a terminal of 30 rows has.
    static func isLarge(_ body: Size, showsOne: Bool) -> Bool { !showsOne && (body.columns >= 120 || body.rows >= 25) }

    /// Panes of wanted heights below a row: one at a time on a small terminal, on a large one as many as have room, in
    /// two columns where it is wide.
    ///
    /// Where some are hidden a line names them all.
    ///
    /// - Parameters:
    ///   - halves: the panes left and right of the middle.
    ///   - showsOne: whether only the one with the keys is seen at any size, as where panes are read out.
    static func stacked(
        _ halves: [[Int]], wanted: [Int], focus: Int, row: Int, _ body: Size, showsOne: Bool = false
    ) -> PaneLayout {
        let all = Names(panes: Array(wanted.indices), row: row)
        let below = Size(columns: body.columns, rows: body.rows - row)
        guard isLarge(body, showsOne: showsOne) else {
            let size = Size(columns: below.columns, rows: below.rows - 1)
            return PaneLayout(areas: [Area(pane: focus, row: row + 1, column: 0, size: size)], names: [all])
        }
        let titled = areas(halves, wanted, focus, row, below)
        if titled.count == wanted.count { return PaneLayout(named: titled) }
        let fewer = areas(halves, wanted, focus, row + 1, Size(columns: below.columns, rows: below.rows - 1))
        var layout = PaneLayout(named: fewer)
        layout.names.insert(all, at: 0)
        return layout
    }

    /// Panes left and right of the middle of a broad screen, as many as have room; else the one with the keys, below the names of all.
    static func beside(_ halves: [[Int]], of panes: Panes, row: Int, _ context: Context) -> PaneLayout {
        guard context.breadth != nil, !context.isPlain else { return .one(of: panes, row: row, context.body) }
        return .stacked(
            halves, wanted: panes.all.map(\.neededRows), focus: panes.focus, row: row, context.body)
    }

    /// Areas of which the first line is the name of the pane.
    private init(named areas: [Area]) {
        names = areas.map { Names(panes: [$0.pane], row: $0.row, column: $0.column + 1) }
        self.areas = areas.map { area in
            let size = Size(columns: area.size.columns, rows: area.size.rows - 1)
            return Area(pane: area.pane, row: area.row + 1, column: area.column, size: size)
        }
    }

    private static func areas(_ halves: [[Int]], _ wanted: [Int], _ focus: Int, _ row: Int, _ size: Size) -> [Area] {
        guard size.columns >= 120 else { return stack(Array(wanted.indices), wanted, focus, row, 0, size) }
        let left = size.columns * 11 / 20
        return stack(halves[0], wanted, focus, row, 0, Size(columns: left - 1, rows: size.rows))
            + stack(halves[1], wanted, focus, row, left + 1, Size(columns: size.columns - left - 1, rows: size.rows))
    }

    /// The fewest rows of use: name, heading, three rows.
    private static let fewest = 5

    /// Panes above one another, a blank line between them; the one with the keys is always among them.
    private static func stack(
        _ panes: [Int], _ wanted: [Int], _ focus: Int, _ row: Int, _ column: Int, _ size: Size
    ) -> [Area] {
        let shown = window(panes, holding: focus, count: max(1, (size.rows + 1) / (fewest + 1)))
        let heights = heights(shown.map { wanted[$0] + 1 }, in: size.rows - (shown.count - 1))
        var at = row
        return zip(shown, heights).map { pane, height in
            defer { at += height + 1 }
            return Area(pane: pane, row: at, column: column, size: Size(columns: size.columns, rows: height))
        }
    }

    private static func window(_ panes: [Int], holding focus: Int, count: Int) -> [Int] {
        let last = panes.firstIndex(of: focus) ?? 0
        return Array(panes.dropFirst(max(0, last - count + 1)).prefix(count))
    }

    /// The fewest rows for each, then a row for each in turn until all have what they want.
    private static func heights(_ wanted: [Int], in total: Int) -> [Int] {
        var heights = wanted.map { min($0, fewest) }
        var rest = total - heights.reduce(0, +)
        while rest > 0 {
            let lacking = heights.indices.filter { heights[$0] < wanted[$0] }
            guard let next = lacking.min(by: { heights[$0] < heights[$1] }) else { break }
            heights[next] += 1
            rest -= 1
        }
        if heights.count == 1 { heights[0] = total }
        return heights
    }
}
