import PartyWork
import TerminalUI

/// A short list to choose one of, by digit or by arrows and Enter.
package struct Menu: Sendable {
    let title: String
    /// What is to be known before choosing, above the items.
    let lines: [String]
    let items: [Item]
    private var state: ListState

    /// One choice.
    struct Item: Sendable {
        let label: String
        /// What it means, beside it.
        let detail: String
        let command: Command

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
        state.update(count: items.count, page: page(context))
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

    /// Draws the menu over the body.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        var state = state
        state.update(count: items.count, page: page(context))
        let above = drawLines(on: &frame, context)
        let width = items.map { context.textWidth.cells($0.label) }.max() ?? 0
        for (row, index) in state.visible.enumerated() {
            let line = above + row
            let isSelected = index == state.selected
            frame.put(isSelected ? ">" : " ", row: line, column: 0, style: context.style(.keyName))
            if index < 9 { frame.put("\(index + 1)", row: line, column: 2, style: context.style(.keyName)) }
            frame.put(items[index].label, row: line, column: 4, style: context.style(isSelected ? .selection : .text))
            frame.put(items[index].detail, row: line, column: 4 + width + 2, style: context.style(.muted))
        }
        frame.cursor = Cursor(row: above + state.selected - state.top, column: 0)
        return frame
    }

    /// Gives the row of the first item.
    private func drawLines(on frame: inout Frame, _ context: Context) -> Int {
        let shown = wrapped(context)
        for (row, line) in shown.enumerated() { frame.put(line, row: row, column: 2) }
        return shown.isEmpty ? 0 : shown.count + 1
    }

    /// The lines as far as they leave room for the items.
    private func wrapped(_ context: Context) -> ArraySlice<String> {
        let all = lines.flatMap { context.textWidth.wrap($0, to: context.body.columns - 4) }
        return all.prefix(max(0, context.body.rows - items.count - 2))
    }

    private func page(_ context: Context) -> Int {
        let above = wrapped(context).count
        return max(1, context.body.rows - 1 - (above == 0 ? 0 : above + 1))
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

    init(title: String, lines: [String], verb: String, command: Command) {
        self.title = title
        self.lines = lines
        self.verb = verb
        self.command = command
    }

    /// Acts on a key.
    mutating func handle(_ key: Key) -> Menu.Outcome {
        switch key.asciiEquivalent {
        case .escape, .text("n"), .text("N"): return .cancel
        case .text("y"), .text("Y"): return .chosen(command)
        case .left, .right, .tab, .backTab: isYes.toggle()
        case .enter: return isYes ? .chosen(command) : .cancel
        default: return .unused
        }
        return .stay
    }

    /// The lines as far as they leave room for the choice.
    private func shown(_ context: Context) -> [String] {
        let all = lines.flatMap { context.textWidth.wrap($0, to: context.body.columns - 4) }
        let room = max(1, context.body.rows - 4)
        if all.count <= room { return all }
        return all.prefix(room - 1) + [
            localized(
                "还有 \(all.count - room + 1) 行，这里放不下；放大窗口可看全",
                "\(all.count - room + 1) more rows do not fit; enlarge the window to see them")
        ]
    }

    /// Draws the question over the body.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        var row = 0
        for line in shown(context) {
            frame.put(line, row: row, column: 2)
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
