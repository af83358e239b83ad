/// A question before something is done that is hard to take back; Enter means no (TERMINAL, pitfall 16).
package struct Confirmation<Choice: Sendable>: Sendable {
    package let title: String
    /// What will happen, with names and numbers.
    package let lines: [String]
    /// What doing it is called, such as 撤销.
    package let verb: String
    /// What saying yes leads to.
    package let choice: Choice
    private var isYes = false
    private var scroll = Scroll()

    package init(title: String, lines: [String], verb: String, choice: Choice) {
        self.title = title
        self.lines = lines
        self.verb = verb
        self.choice = choice
    }

    /// Acts on a key.
    package mutating func handle(_ key: Key, _ surface: some Surface) -> Menu<Choice>.Outcome {
        let all = wrapped(surface).count
        if scroll.handle(key, lines: all, rows: Scroll.rows(of: room(surface), for: all)) { return .stay }
        switch key.asciiEquivalent {
        case .escape, .text("n"), .text("N"): return .cancel
        case .text("y"), .text("Y"): return .chosen(choice)
        case .left, .right, .tab, .backTab: isYes.toggle()
        case .enter: return isYes ? .chosen(choice) : .cancel
        default: return .unused
        }
        return .stay
    }

    private func wrapped(_ surface: some Surface) -> [String] {
        lines.flatMap { surface.textWidth.wrap($0, to: surface.body.columns - 4) }
    }

    /// What the choice leaves for the lines.
    private func room(_ surface: some Surface) -> Int { max(2, surface.body.rows - 4) }

    /// Draws the question over the body.
    package func draw(_ surface: some Surface) -> Frame {
        var frame = surface.emptyBody
        let all = wrapped(surface)
        let row = scroll.draw(all, rows: Scroll.rows(of: room(surface), for: all.count), on: &frame, surface)
        let no = surface.said(" 不\(verb) ", " do not ")
        let yes = " \(verb)(y) "
        let left = 2
        let right = left + surface.textWidth.cells(no) + 2
        frame.put(no, row: row + 1, column: left, style: surface.style(isYes ? .text : .selection))
        frame.put(yes, row: row + 1, column: right, style: surface.style(isYes ? .selection : .text))
        frame.put(
            surface.said("左右键选择，Enter 确定，Esc 取消", "Left and Right select, Enter confirms, Esc gives up"), row: row + 3,
            column: 2, style: surface.style(.muted))
        frame.cursor = Cursor(row: row + 1, column: isYes ? right : left)
        return frame
    }
}
