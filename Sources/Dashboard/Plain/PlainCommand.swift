import PartyWork
import TerminalUI

extension Model {
    /// Takes one line that was typed, and says what is wanted outside.
    package mutating func hear(_ line: String) -> [Effect] { Language.$current.withValue(language) { follow(line) } }

    private mutating func follow(_ line: String) -> [Effect] {
        let said = CellRules.trimmed(line)
        notice = nil
        let effects =
            switch overlays.last {
            case .form(let form): answer(said, in: form)
            case .confirm: press(PlainCommand.isYes(said) ? .text("y") : .escape)
            case .preview: press(PlainCommand.isYes(said) ? .text("y") : reading(said))
            case .page: press(PlainCommand.key(said) ?? .escape)
            case .palette: follow(PlainCommand(said, catalogue), inPaletteBy: said)
            case .menu, nil: follow(PlainCommand(said, catalogue))
            }
        return effects + settle()
    }

    /// What moves in a text that is read out; anything else goes back, as it does in a question.
    private func reading(_ said: String) -> Key { PlainCommand.key(said) ?? .escape }

    private mutating func follow(_ command: PlainCommand) -> [Effect] {
        switch command {
        case .again: return []
        case .key(let key): return act(key)
        case .row(let number): return open(row: number, by: .enter)
        case .onRow(let key, let number): return open(row: number, by: key)
        case .tabs:
            return tell(
                localized("换页：", "Tabs: ")
                    + catalogue.tabs.map { "p\(catalogue.number(of: $0)) \($0.title)" }.joined(
                        separator: localized("，", ", ")))
        case .tab(let tab):
            return overlays.isEmpty
                ? openRoot(of: tab) : tell(localized("先输入 0 返回，再换页", "Go back with 0 first, then change the tab"))
        case .search(let text): return search(text)
        }
    }

    /// In the palette whatever is neither a number nor a move is looked for.
    private mutating func follow(_ command: PlainCommand, inPaletteBy said: String) -> [Effect] {
        switch command {
        case .again, .row: return follow(command)
        case .key(let key) where [.escape, .pageUp, .pageDown].contains(key): return press(key)
        default: return replaceText(with: said)
        }
    }

    private mutating func tell(_ text: String) -> [Effect] {
        notice = Notice(text: text, isWarning: false)
        return []
    }

    /// A search stays open while its hits are read out; what is done to a row ends it, and the row stays selected.
    private mutating func act(_ key: Key) -> [Effect] {
        // What is printed is the hits, so the search goes on; by its other key, because letters are the search's.
        if Action.print.keys.contains(key) { return press(Action.print.keys[0]) }
        let isMove = [.escape, .pageUp, .pageDown].contains(key)
        let effects = isTyping && !isMove ? press(.escape) : []
        return effects + press(key)
    }

    private mutating func open(row number: Int, by key: Key) -> [Effect] {
        let rows = rowsOfKeys
        guard rows.indices.contains(number - 1) else {
            return tell(
                rows.isEmpty
                    ? localized("这里没有可选的行", "There is no row to choose here")
                    : localized(
                        "没有第 \(number) 行，可输入 1 至 \(rows.count)",
                        "There is no row \(number); 1 to \(rows.count) are possible"))
        }
        self = selecting(rows[number - 1])
        return act(key)
    }

    private var isTyping: Bool { top?.screen.isTyping ?? false }

    private mutating func search(_ text: String) -> [Effect] {
        guard overlays.isEmpty, offers.contains(where: { $0.action == .find && $0.unavailable == nil }) else {
            return tell(localized("没有听懂“\(text)”，输入 ? 看能做什么", "Not understood: \(text); ? tells what can be done"))
        }
        if !isTyping { _ = press(Action.find.keys[0]) }
        return replaceText(with: text)
    }

    /// Types over what stands in the text with the keys.
    @discardableResult
    mutating func replaceText(with said: String) -> [Effect] {
        [Key.end, .control("u"), .paste(said)].flatMap { press($0) }
    }
}

/// What a typed line means where no form asks.
enum PlainCommand: Hashable {
    /// Nothing was typed: read it out again.
    case again
    case key(Key)
    /// Opens a row by the number it was read out with.
    case row(Int)
    /// Does something to a row: `x 3`.
    case onRow(Key, Int)
    case tabs
    case tab(Tab)
    case search(String)

    init(_ said: String, _ catalogue: Catalogue = .builtIn) {
        let typed = PlainCommand.ascii(said)
        let words = typed.split(separator: " ")
        if typed.isEmpty {
            self = .again
        } else if ["p", "页", "tabs"].contains(typed) {
            self = .tabs
        } else if let tab = catalogue.tabs.first(where: { typed == "p" + catalogue.number(of: $0) }) {
            self = .tab(tab)
        } else if let key = PlainCommand.key(said) {
            self = .key(key)
        } else if let number = Int(typed) {
            self = .row(number)
        } else if words.count == 2, let key = Key(named: String(words[0])), let number = Int(words[1]) {
            self = .onRow(key, number)
        } else if typed.first == "/", typed.count > 1 {
            self = .search(CellRules.trimmed(String(said.dropFirst())))
        } else {
            self = .search(said)
        }
    }

    /// Whether a question is answered with yes.
    static func isYes(_ said: String) -> Bool { ["y", "Y", "是", "yes"].contains(ascii(said)) }

    /// The key of a line that names one, or moves.
    static func key(_ said: String) -> Key? {
        switch ascii(said) {
        case "0", "返回", "back": .escape
        case "+", "更多", "more": .pageDown
        case "-": .pageUp
        case "<": .left
        case ">": .right
        case let typed: Key(named: typed)
        }
    }

    /// Full-width signs and digits as ASCII, as an input method left on types them; Han stays.
    static func ascii(_ said: String) -> String {
        said.unicodeScalars.map { scalar in
            let text = String(Character(scalar))
            return if case .text(let typed) = Key.text(text).asciiEquivalent { typed } else { text }
        }.joined()
    }
}
