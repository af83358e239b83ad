/// A short list to choose one of, by digit or by arrows and Enter.
package struct Menu<Choice: Sendable>: Sendable {
    package let title: String
    /// What is to be known before choosing, above the items.
    package let lines: [String]
    package var items: [Item]
    private var state: ListState
    private var scroll = Scroll()

    /// One choice.
    package struct Item: Sendable {
        package let label: String
        /// What it means, beside it.
        package let detail: String
        /// What choosing it leads to.
        package var choice: Choice

        package init(_ label: String, detail: String = "", _ choice: Choice) {
            self.label = label
            self.detail = detail
            self.choice = choice
        }
    }

    package init(title: String, lines: [String] = [], items: [Item]) {
        self.title = title
        self.lines = lines
        self.items = items
        state = ListState(count: items.count, page: 1)
    }

    /// What a key led to.
    package enum Outcome {
        case stay
        /// The key means nothing here.
        case unused
        case cancel
        case chosen(Choice)
    }

    /// Acts on a key.
    package mutating func handle(_ key: Key, _ surface: some Surface) -> Outcome {
        state = state(on: surface)
        let lines = wrapped(surface).count
        let isPaging = key == .pageUp || key == .pageDown
        if isPaging, scroll.handle(key, lines: lines, rows: linesShown(lines, surface)) { return .stay }
        if state.handle(key) { return .stay }
        switch key.asciiEquivalent {
        case .escape: return .cancel
        case .enter where !items.isEmpty: return .chosen(items[state.selected].choice)
        case .text(let typed):
            guard let place = (0..<items.count).first(where: { Menu.digit(of: $0) == typed }) else { return .unused }
            return .chosen(items[place].choice)
        default: return .unused
        }
    }

    /// The digit that chooses an item, 0 the tenth; nil behind it.
    private static func digit(of place: Int) -> String? { place < 10 ? "\((place + 1) % 10)" : nil }

    /// The items in sight.
    package func rows(_ surface: some Surface) -> SeenRows {
        let state = state(on: surface)
        return SeenRows(rows: state.visible, top: top(surface), selected: items.isEmpty ? nil : state.selected)
    }

    /// Selects an item by its number.
    package mutating func select(_ row: Int, _ surface: some Surface) {
        state = state(on: surface)
        state.select(row)
    }

    /// An item as it is read out, its digit aside.
    package func spoken(_ row: Int) -> String { "\(items[row].label)  \(items[row].detail)" }

    /// Draws the menu over the body.
    package func draw(_ surface: some Surface) -> Frame {
        var frame = surface.emptyBody
        let (state, above) = (state(on: surface), top(surface))
        let lines = wrapped(surface)
        scroll.draw(lines, rows: linesShown(lines.count, surface), on: &frame, surface)
        let width = items.map { surface.textWidth.cells($0.label) }.max() ?? 0
        for (row, index) in state.visible.enumerated() {
            let line = above + row
            let isSelected = index == state.selected
            frame.put(isSelected ? ">" : " ", row: line, column: 0, style: surface.style(.keyName))
            frame.put(Menu.digit(of: index) ?? "", row: line, column: 2, style: surface.style(.keyName))
            frame.put(items[index].label, row: line, column: 4, style: surface.style(isSelected ? .selection : .text))
            frame.put(
                surface.textWidth.truncate(items[index].detail, to: surface.body.columns - width - 7), row: line,
                column: 4 + width + 2, style: surface.style(.muted))
        }
        drawWholeDetail(below: above + state.visible.count, of: state, width, on: &frame, surface)
        let below = items.count - state.visible.upperBound
        if below > 0 {
            frame.put(
                surface.said("下面还有 \(below) 项", "\(below) more below"), row: frame.size.rows - 1, column: 2,
                style: surface.style(.notice))
        }
        frame.cursor = Cursor(row: above + state.selected - state.top, column: 0)
        return frame
    }

    /// What the selected item means, at the foot, where it has no room beside the item.
    private func drawWholeDetail(
        below row: Int, of state: ListState, _ width: Int, on frame: inout Frame, _ surface: some Surface
    ) {
        guard items.indices.contains(state.selected) else { return }
        let detail = items[state.selected].detail
        let lines = surface.textWidth.wrap(detail, to: surface.body.columns - 4)
        guard surface.textWidth.cells(detail) > surface.body.columns - width - 7,
            row + lines.count <= surface.body.rows
        else { return }
        for (line, text) in lines.enumerated() {
            frame.put(text, row: surface.body.rows - lines.count + line, column: 2)
        }
    }

    /// The row of the first item.
    private func top(_ surface: some Surface) -> Int {
        let all = wrapped(surface).count
        let shown = linesShown(all, surface)
        return all == 0 ? 0 : shown + (shown < all ? 2 : 1)
    }

    private func wrapped(_ surface: some Surface) -> [String] {
        lines.flatMap { surface.textWidth.wrap($0, to: surface.body.columns - 4) }
    }

    /// How many of the lines are in sight: the items have room first, but a few lines are always read.
    private func linesShown(_ all: Int, _ surface: some Surface) -> Int {
        let room = max(3, surface.body.rows - items.count - 2)
        return min(all, Scroll.rows(of: room, for: all))
    }

    private func state(on surface: some Surface) -> ListState {
        var state = state
        state.update(count: items.count, page: max(1, surface.body.rows - 1 - top(surface)))
        return state
    }
}
