import PartyWork
import TerminalUI

/// A condition above a list, by which it is narrowed: what stands there, and while it is typed why it cannot be read.
struct ConditionLine: Sendable {
    /// The condition that holds; empty for none.
    private(set) var text = ""
    /// What is typed; nil while nobody types.
    private var field: TextField?
    /// What was typed last that could be read.
    private var readable = ""

    var isTyping: Bool { field != nil }
    /// The lines that it takes, beside the one that says what is wrong.
    var isShown: Bool { isTyping || !text.isEmpty }

    init(_ text: String = "") { self.text = text }

    /// Begins to type where it was left.
    mutating func begin() { (field, readable) = (TextField(text), text) }

    /// Leaves what was typed.
    mutating func cancel() { field = nil }

    /// The condition to be asked: while one is typed what of it could be read last, else the one that holds.
    var asked: String { isTyping ? readable : text }

    /// What is wrong with it.
    func fault(_ register: RegisterDefinition?) -> ConditionFault? {
        register.flatMap { Condition.fault(field?.text ?? text, of: $0) }
    }

    /// Acts on a key while it is typed: Enter takes what can be read, Esc leaves it; false for a key that is none of a text's.
    mutating func handle(_ key: Key, _ register: RegisterDefinition?) -> Bool {
        switch key {
        case .escape: cancel()
        case .enter:
            guard let typed = field?.text, fault(register) == nil else { return true }
            text = CellRules.trimmed(typed)
            field = nil
        default:
            guard field?.handle(key) ?? false else { return false }
            if let field, fault(register) == nil { readable = field.text }
        }
        return true
    }

    /// Draws the line, and below it what is wrong.
    func draw(on frame: inout Frame, row: Int, _ register: RegisterDefinition?, _ context: Context) {
        guard isShown else { return }
        let label = localized("条件：", "Where: ")
        let start = frame.put(label, row: row, column: 2, style: context.style(.fieldLabel))
        if let field {
            let (shown, column) = field.shown(frame.size.columns - start - 2, textWidth: context.textWidth)
            let end = frame.put(shown, row: row, column: start, style: context.style(.field))
            frame.cursor = Cursor(row: row, column: start + column, visible: true)
            if field.isEmpty {
                let example = localized("如 状态=在建;投资≥10，名称 有；空着看全部", "such as Slot=evening;People≥10; empty shows all")
                frame.put(
                    example, row: row, column: end + 2, maxWidth: frame.size.columns - end - 4,
                    style: context.style(.muted))
            }
        } else {
            frame.put(text, row: row, column: start, maxWidth: frame.size.columns - start - 2)
        }
        if let fault = fault(register) {
            frame.put(
                "! " + fault.text, row: row + 1, column: start, maxWidth: frame.size.columns - start - 2,
                style: context.style(.fieldError))
        }
    }
}
