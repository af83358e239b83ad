/// Which row of a list is selected, and which rows are seen.
package struct ListState: Hashable, Sendable {
    /// The selected row, 0 in an empty list.
    package private(set) var selected = 0
    /// The first row seen.
    package private(set) var top = 0
    /// How many rows there are.
    package private(set) var count = 0
    /// How many rows are seen at once, at least 1.
    package private(set) var page = 1

    /// A list with its first row selected.
    package init(count: Int = 0, page: Int = 1) { update(count: count, page: page) }

    /// The rows that are seen.
    package var visible: Range<Int> { top..<min(count, top + page) }

    /// The list or the window has another size; the selection stays, or goes to the last row there is.
    package mutating func update(count: Int, page: Int) {
        self.count = max(0, count)
        self.page = max(1, page)
        select(selected)
    }

    /// Selects a row, or the nearest there is, and scrolls as little as needed to show it.
    package mutating func select(_ row: Int) {
        selected = max(0, min(row, count - 1))
        top = min(top, selected, max(0, count - page))
        top = max(top, selected - page + 1)
    }

    /// Selects a row with so many rows seen above it, where there are so many.
    package mutating func select(_ row: Int, above: Int) {
        page = max(page, above + 1)
        top = max(0, row - max(0, above))
        select(row)
    }

    /// Selects the next row, if there is one; the window follows when its size is known again.
    package mutating func advance() { selected = max(0, min(selected + 1, count - 1)) }

    /// Moves by a key, and says whether it was one that moves in lists.
    package mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .up: select(selected - 1)
        case .down: select(selected + 1)
        case .home: select(0)
        case .end: select(count - 1)
        case .pageUp: turn(by: -page)
        case .pageDown: turn(by: page)
        default: return false
        }
        return true
    }

    /// Turns a page: selection and window move together.
    private mutating func turn(by rows: Int) {
        top = max(0, min(top + rows, count - page))
        select(selected + rows)
    }
}
