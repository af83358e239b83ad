import TerminalUI

/// Where the panes of the branch screen stand: one at a time on a small terminal, on a large one as many as have room, in
/// two columns where it is wide.
struct BranchLayout: Hashable {
    /// The place of a pane, its title line included where several are seen.
    struct Area: Hashable {
        let pane: Int
        let row: Int
        let column: Int
        let size: Size
    }

    let areas: [Area]
    /// Whether panes are hidden, so that a line must name them all.
    let hidesSome: Bool
    /// Whether every pane has a title line of its own.
    let isLarge: Bool

    /// The panes left and right of the middle.
    private static let halves = [[0, 1], [2, 3, 4]]

    /// Whether a body has room for several panes.
    static func isLarge(_ body: Size, showsOne: Bool) -> Bool { !showsOne && (body.columns >= 120 || body.rows >= 35) }

    /// Places panes of wanted heights below `row` of a body; only the one with the keys where they are read out.
    init(wanted: [Int], focus: Int, row: Int, body: Size, showsOne: Bool = false) {
        isLarge = BranchLayout.isLarge(body, showsOne: showsOne)
        let below = Size(columns: body.columns, rows: body.rows - row)
        guard isLarge else {
            let size = Size(columns: below.columns, rows: below.rows - 1)
            areas = [Area(pane: focus, row: row + 1, column: 0, size: size)]
            hidesSome = true
            return
        }
        let all = BranchLayout.areas(wanted, focus, row, below)
        hidesSome = all.count < wanted.count
        areas =
            hidesSome
            ? BranchLayout.areas(wanted, focus, row + 1, Size(columns: below.columns, rows: below.rows - 1)) : all
    }

    private static func areas(_ wanted: [Int], _ focus: Int, _ row: Int, _ size: Size) -> [Area] {
        guard size.columns >= 120 else { return stack(Array(wanted.indices), wanted, focus, row, 0, size) }
        let left = size.columns * 11 / 20
        return stack(halves[0], wanted, focus, row, 0, Size(columns: left - 1, rows: size.rows))
            + stack(halves[1], wanted, focus, row, left + 1, Size(columns: size.columns - left - 1, rows: size.rows))
    }

    /// The fewest rows of use: title, heading, three rows.
    private static let least = 5

    /// Panes above one another, a blank line between them; the one with the keys is always among them.
    private static func stack(
        _ panes: [Int], _ wanted: [Int], _ focus: Int, _ row: Int, _ column: Int, _ size: Size
    ) -> [Area] {
        let shown = window(panes, holding: focus, count: max(1, (size.rows + 1) / (least + 1)))
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
        var heights = wanted.map { min($0, least) }
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
