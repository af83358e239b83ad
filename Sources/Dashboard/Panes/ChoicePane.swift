import PartyWork
import TerminalUI

/// A pane of a few things to choose from, each in a line of its own with a word about it; nothing scrolls.
struct ChoicePane: Pane {
    /// A thing to choose.
    struct Choice: Sendable {
        let label: String
        let detail: String
        /// What choosing it leads to.
        let commands: [Command]

        init(_ label: String, _ detail: String, _ commands: Command...) {
            self.label = label
            self.detail = detail
            self.commands = commands
        }
    }

    /// The line of each, and the column of the word about it.
    private let lines: [Int]
    private let column: Int
    /// How those look that are not selected.
    private let element: Element
    private let choices: @Sendable (Context) -> [Choice]
    private var state: ListState

    init(lines: [Int], column: Int, _ element: Element = .text, choices: @escaping @Sendable (Context) -> [Choice]) {
        self.lines = lines
        self.column = column
        self.element = element
        self.choices = choices
        state = ListState(count: lines.count, page: lines.count)
    }

    var name: String { "" }
    var position: String { "" }
    var neededRows: Int { (lines.last ?? 0) + 1 }
    var isTyping: Bool { false }
    mutating func endSearch() {}
    mutating func unchoose() {}

    func bindings(_ context: Context) -> [Binding<Self>] {
        [Binding(.open, .choose) { $0.choices(context)[$0.state.selected].commands }]
    }

    mutating func handle(_ key: Key, in size: Size, _ context: Context) -> Bool { state.handle(key) }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        for (index, choice) in choices(context).enumerated() {
            let (line, isSelected) = (lines[index], index == state.selected)
            frame.put(isSelected ? ">" : " ", row: line, column: 0, style: context.style(.keyName))
            frame.put(choice.label, row: line, column: 2, style: context.style(isSelected ? .selection : element))
            frame.put(
                choice.detail, row: line, column: column, maxWidth: frame.size.columns - column - 2,
                style: context.style(.muted))
        }
        frame.cursor = Cursor(row: lines[state.selected], column: 0)
    }

    func rows(in size: Size) -> SeenRows {
        let seen = lines.prefix { $0 < size.rows }
        return SeenRows(rows: seen.indices, lines: Array(seen), selected: state.selected)
    }

    mutating func select(_ row: Int, in size: Size) { state.select(row) }

    func keep(_ name: String, in kept: inout KeptWords) { kept[number: name + ".row"] = state.selected }

    mutating func restore(_ name: String, from kept: KeptWords) { state.select(kept[number: name + ".row"] ?? 0) }
}
