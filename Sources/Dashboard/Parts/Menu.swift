import PartyWork
import TerminalUI

/// A short list to choose one of, by digit or by arrows and Enter.
package struct Menu: Sendable {
    let title: String
    /// What is to be known before choosing, above the items.
    let lines: [String]
    private(set) var items: [Item]
    private var state: ListState
    private var scroll = Scroll()

    /// One choice.
    struct Item: Sendable {
        let label: String
        /// What it means, beside it.
        let detail: String
        fileprivate(set) var command: Command

        init(_ label: String, detail: String = "", _ command: Command) {
            self.label = label
            self.detail = detail
            self.command = command
        }
    }

    init(title: String, lines: [String] = [], items: [Item]) {
        self.title = title
        self.lines = lines
        self.items = items
        state = ListState(count: items.count, page: 1)
    }

    /// What a key led to.
    enum Outcome {
        case stay
        /// The key means nothing here.
        case unused
        case cancel
        case chosen(Command)
    }

    /// Acts on a key.
    mutating func handle(_ key: Key, _ context: Context) -> Outcome {
        state = state(in: context)
        let lines = wrapped(context).count
        let isPaging = key == .pageUp || key == .pageDown
        if isPaging, scroll.handle(key, lines: lines, rows: linesShown(lines, context)) { return .stay }
        if state.handle(key) { return .stay }
        switch key.asciiEquivalent {
        case .escape: return .cancel
        case .enter where !items.isEmpty: return .chosen(items[state.selected].command)
        case .text(let typed):
            guard let digit = Int(typed), (1...9).contains(digit), digit <= items.count else { return .unused }
            return .chosen(items[digit - 1].command)
        default: return .unused
        }
    }

    /// Goes on on another day: the forms that it opens propose that one.
    mutating func follow(from before: Context, to now: Context) {
        for index in items.indices {
            guard case .form(var form) = items[index].command else { continue }
            form.follow(from: before, to: now)
            items[index].command = .form(form)
        }
    }

    /// The items in sight.
    func rows(_ context: Context) -> SeenRows {
        let state = state(in: context)
        return SeenRows(rows: state.visible, top: top(context), selected: items.isEmpty ? nil : state.selected)
    }

    /// Selects an item by its number.
    mutating func select(_ row: Int, _ context: Context) {
        state = state(in: context)
        state.select(row)
    }

    /// An item as it is read out, its digit aside.
    func spoken(_ row: Int) -> String { "\(items[row].label)  \(items[row].detail)" }

    /// Draws the menu over the body.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let (state, above) = (state(in: context), top(context))
        drawLines(on: &frame, context)
        let width = items.map { context.textWidth.cells($0.label) }.max() ?? 0
        for (row, index) in state.visible.enumerated() {
            let line = above + row
            let isSelected = index == state.selected
            frame.put(isSelected ? ">" : " ", row: line, column: 0, style: context.style(.keyName))
            if index < 9 { frame.put("\(index + 1)", row: line, column: 2, style: context.style(.keyName)) }
            frame.put(items[index].label, row: line, column: 4, style: context.style(isSelected ? .selection : .text))
            frame.put(
                context.textWidth.truncate(items[index].detail, to: context.body.columns - width - 7), row: line,
                column: 4 + width + 2, style: context.style(.muted))
        }
        drawWholeDetail(below: above + state.visible.count, of: state, width, on: &frame, context)
        let below = items.count - state.visible.upperBound
        if below > 0 {
            frame.put(
                localized("下面还有 \(below) 项", "\(below) more below"), row: frame.size.rows - 1, column: 2,
                style: context.style(.notice))
        }
        frame.cursor = Cursor(row: above + state.selected - state.top, column: 0)
        return frame
    }

    /// What the selected item means, at the foot, where it has no room beside the item.
    private func drawWholeDetail(
        below row: Int, of state: ListState, _ width: Int, on frame: inout Frame, _ context: Context
    ) {
        guard items.indices.contains(state.selected) else { return }
        let detail = items[state.selected].detail
        let lines = context.textWidth.wrap(detail, to: context.body.columns - 4)
        guard context.textWidth.cells(detail) > context.body.columns - width - 7,
            row + lines.count <= context.body.rows
        else { return }
        for (line, text) in lines.enumerated() {
            frame.put(text, row: context.body.rows - lines.count + line, column: 2)
        }
    }

    private func drawLines(on frame: inout Frame, _ context: Context) {
        let all = wrapped(context)
        let rows = linesShown(all.count, context)
        for (row, line) in all.dropFirst(scroll.top).prefix(rows).enumerated() { frame.put(line, row: row, column: 2) }
        if let hint = scroll.hint(lines: all.count, rows: rows, context) {
            frame.put(hint, row: rows, column: 2, style: context.style(.notice))
        }
    }

    /// The row of the first item.
    private func top(_ context: Context) -> Int {
        let all = wrapped(context).count
        let shown = linesShown(all, context)
        return all == 0 ? 0 : shown + (shown < all ? 2 : 1)
    }

    private func wrapped(_ context: Context) -> [String] {
        lines.flatMap { context.textWidth.wrap($0, to: context.body.columns - 4) }
    }

    /// How many of the lines are in sight: the items have room first, but a few lines are always read.
    private func linesShown(_ all: Int, _ context: Context) -> Int {
        let room = max(Menu.fewestLines, context.body.rows - items.count - 2)
        return min(all, Scroll.rows(of: room, for: all))
    }

    private static let fewestLines = 3

    private func state(in context: Context) -> ListState {
        var state = state
        state.update(count: items.count, page: max(1, context.body.rows - 1 - top(context)))
        return state
    }
}

/// A question before something is done that is hard to take back. Enter means no (TERMINAL, pitfall 16).
package struct Confirmation: Sendable {
    let title: String
    /// What will happen, with names and numbers.
    let lines: [String]
    /// What doing it is called, such as 撤销.
    let verb: String
    let command: Command
    private var isYes = false
    private var scroll = Scroll()

    init(title: String, lines: [String], verb: String, command: Command) {
        self.title = title
        self.lines = lines
        self.verb = verb
        self.command = command
    }

    /// Acts on a key.
    mutating func handle(_ key: Key, _ context: Context) -> Menu.Outcome {
        let all = wrapped(context).count
        if scroll.handle(key, lines: all, rows: Scroll.rows(of: room(context), for: all)) { return .stay }
        switch key.asciiEquivalent {
        case .escape, .text("n"), .text("N"): return .cancel
        case .text("y"), .text("Y"): return .chosen(command)
        case .left, .right, .tab, .backTab: isYes.toggle()
        case .enter: return isYes ? .chosen(command) : .cancel
        default: return .unused
        }
        return .stay
    }

    private func wrapped(_ context: Context) -> [String] {
        lines.flatMap { context.textWidth.wrap($0, to: context.body.columns - 4) }
    }

    /// What the choice leaves for the lines.
    private func room(_ context: Context) -> Int { max(2, context.body.rows - 4) }

    /// Draws the question over the body.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let all = wrapped(context)
        let rows = Scroll.rows(of: room(context), for: all.count)
        var row = min(all.count, rows)
        for (row, line) in all.dropFirst(scroll.top).prefix(rows).enumerated() { frame.put(line, row: row, column: 2) }
        if let hint = scroll.hint(lines: all.count, rows: rows, context) {
            frame.put(hint, row: row, column: 2, style: context.style(.notice))
            row += 1
        }
        let no = localized(" 不\(verb) ", " do not ")
        let yes = " \(verb)(y) "
        let left = 2
        let right = left + context.textWidth.cells(no) + 2
        frame.put(no, row: row + 1, column: left, style: context.style(isYes ? .text : .selection))
        frame.put(yes, row: row + 1, column: right, style: context.style(isYes ? .selection : .text))
        frame.put(
            localized("左右键选择，Enter 确定，Esc 取消", "Left and Right select, Enter confirms, Esc gives up"), row: row + 3,
            column: 2, style: context.style(.muted))
        frame.cursor = Cursor(row: row + 1, column: isYes ? right : left)
        return frame
    }
}
