import PartyWork
import TerminalUI

/// Two lists on one screen, of which one has the keys; Tab changes.
struct ListPair<First: Sendable, Second: Sendable>: Sendable {
    var first: RowList<First>
    var second: RowList<Second>
    /// Which of them has the keys.
    var isSecond = false
    /// What they are called.
    let titles: (first: String, second: String)
    /// Whether both are seen, one above the other, where there is room; else only the one with the keys.
    let isStacked: Bool

    init(_ first: RowList<First>, _ second: RowList<Second>, titles: (String, String), isStacked: Bool) {
        self.first = first
        self.second = second
        self.titles = titles
        self.isStacked = isStacked
    }

    var isTyping: Bool { isSecond ? second.isTyping : first.isTyping }

    /// Where the selected row stands in its list.
    var position: String { isSecond ? second.position : first.position }

    /// The actions that both lists share; the other list's name beside Tab.
    var offers: [Offer] {
        let other = isSecond ? titles.first : titles.second
        return [Offer(.nextPane, other)] + (isSecond ? second.offers : first.offers) + [Offer(.previousPane, other)]
    }

    /// Does the actions of the pair and of the list with the keys; nil for any other.
    mutating func perform(_ action: Action) -> [Command]? {
        if action == .nextPane || action == .previousPane {
            isSecond.toggle()
            return []
        }
        return isSecond ? second.perform(action) : first.perform(action)
    }

    /// The list with the keys as something to print.
    func printed(_ title: String, of place: String, scope: Scope, filters: [String], rule: String?) -> Printout.Item {
        isSecond
            ? second.printed(title, of: place, scope: scope, filters: filters, rule: rule)
            : first.printed(title, of: place, scope: scope, filters: filters, rule: rule)
    }

    /// Chooses no row in either.
    mutating func unchoose() {
        first.unchoose()
        second.unchoose()
    }

    /// Ends the searches of both.
    mutating func endSearch() {
        first.endSearch()
        second.endSearch()
    }

    /// Moves or types in the list with the keys. `area` is how many rows the pair has.
    mutating func handle(_ key: Key, area: Int) -> Bool {
        let heights = heights(in: area)
        return isSecond
            ? second.handle(key, page: second.page(in: heights.second - 1))
            : first.handle(key, page: first.page(in: heights.first - 1))
    }
}

// MARK: - Drawing

extension ListPair {
    /// Draws the titles and the lists, the cursor on the selected row. `empty` says what to do in an empty list.
    func draw(on frame: inout Frame, top: Int, rows area: Int, _ context: Context, empty: (String, String)) {
        let heights = heights(in: area)
        let below = top + heights.first + 1
        if heights.first > 0 {
            drawTitles(on: &frame, row: top, both: heights.second == 0, context)
            first.draw(
                on: &frame, top: top + 1, rows: heights.first - 1, context, empty: empty.0, focused: !isSecond)
        }
        if heights.second > 0 {
            let start = heights.first > 0 ? below : top
            drawTitles(on: &frame, row: start, both: heights.first == 0, context, isSecondFirst: true)
            second.draw(
                on: &frame, top: start + 1, rows: heights.second - 1, context, empty: empty.1, focused: isSecond)
        }
    }

    /// The rows of each with its title; 0 for a list that is not seen. Below eight rows only one of them is of use.
    private func heights(in area: Int) -> (first: Int, second: Int) {
        guard isStacked, area >= 9 else { return isSecond ? (0, area) : (area, 0) }
        let free = area - 1
        let needed = (first: needed(by: first), second: needed(by: second))
        let upper = min(needed.first, max(free / 2, free - needed.second))
        return (upper, free - upper)
    }

    private func needed<Row>(by list: RowList<Row>) -> Int {
        2 + max(1, list.count) + (list.isSearching ? 1 : 0)
    }

    private func drawTitles(
        on frame: inout Frame, row: Int, both: Bool, _ context: Context, isSecondFirst: Bool = false
    ) {
        var column = 1
        for second in both ? [false, true] : [isSecondFirst] {
            let title = second ? "\(titles.second) \(self.second.total)" : "\(titles.first) \(first.total)"
            let hasKeys = second == isSecond
            column = frame.put(
                hasKeys ? "[\(title)]" : " \(title) ", row: row, column: column,
                style: context.style(hasKeys ? .currentTab : .text))
        }
    }
}

extension RowList {
    /// The actions that lists share, for a screen to offer after its own.
    var offers: [Offer] { bindings[.find, .sort, .reverse, .choose, .chooseRange, .chooseAll].map(\.offer) }
}
