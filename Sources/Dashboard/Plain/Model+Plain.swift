import PartyWork
import TerminalUI

// The screens read out in lines, for screen readers, simple terminals and pipes (TERMINAL, requirement 26). The same
// model, the same screens: what they draw into a frame too wide to cut anything is turned into words, and the rows that
// the arrows reach get numbers.

extension Model {
    /// The terminal that plain screens are drawn for: wide enough for every column of every list, and as many rows as one
    /// likes to hear at a time.
    package static let plainSize = Size(columns: 600, rows: 24)

    /// What is read out now: where the officer is, what is to be seen, what can be done.
    package var spoken: String { Language.$current.withValue(language) { words } }

    private var words: String {
        let parts: [String]
        switch overlays.last {
        case .form(let form): parts = form.spoken(context)
        case .confirm(let confirmation): parts = confirmation.spoken
        case .menu, .page, .palette, .preview, nil: parts = spokenBody + [spokenActions]
        }
        return ([spokenNotice, spokenPlace] + parts).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var spokenNotice: String {
        notice.map {
            PlainWords.of(
                ($0.isWarning ? localized("注意：", "Note: ") : localized("提示：", "Told: ")) + $0.text + $0.ending)
        } ?? ""
    }

    private var spokenPlace: String {
        let past = context.asOf == context.today ? "" : localized("（往日）", " (past)")
        let stand =
            overlays.isEmpty
            ? [
                localized(
                    "\(context.scopeName)，截至 \(context.asOf)\(past)",
                    "\(context.scopeName), as of \(context.asOf)\(past)")
            ] : []
        return PlainWords.sentences([PlainWords.of(titleLine)] + stand)
    }

    private var spokenBody: [String] {
        let (frame, rows) = (view, rowsOfKeys)
        let body = Model.chrome.above..<size.rows - Model.chrome.below
        let lines: [String] = body.compactMap { line in
            let number = rows.firstIndex { self.line(of: $0) == line }
            let words = PlainWords.of(number.flatMap { spoken(rows[$0]) } ?? frame.text(row: line))
            guard !words.isEmpty else { return nil }
            guard let number else { return words }
            let isSelected = rows[number].hasKeys
            return localized(
                "\(number + 1). \(words)\(isSelected ? "（当前）" : "")",
                "\(number + 1). \(words)\(isSelected ? " (current)" : "")")
        }
        let rule = overlays.isEmpty ? top?.screen.definition(context) : nil
        return lines + [rule.map { localized("口径：", "Rule: ") + $0 } ?? ""]
    }

    /// The rows in sight of the pane with the keys, which have numbers.
    var rowsOfKeys: [SeenRow] {
        let rows = rowsInSight
        let pane = rows.first(where: \.hasKeys)?.pane
        return rows.filter { $0.pane == pane }
    }

    private var spokenActions: String {
        localized("可做：", "To do: ") + choices.map { "\($0.input) \($0.label)" }.joined(separator: localized("；", "; "))
            + localized("。", ".")
    }

    private var choices: [(input: String, label: String)] {
        switch overlays.last {
        case .menu:
            [
                (localized("序号", "number"), localized("选定", "choose")), ("+", localized("往下", "down")),
                ("0", localized("返回", "back")),
            ]
        case .palette:
            [
                (localized("序号", "number"), localized("做或打开", "do or open")),
                (localized("文字", "text"), localized("查找", "find")), ("+", localized("往下", "down")),
                ("0", localized("返回", "back")),
            ]
        case .preview(let preview):
            (preview.saving.map { [("y", $0)] } ?? []) + [
                (localized("回车", "Enter"), localized("不改，返回", "back, nothing changed")), ("+", localized("往下", "down")),
                ("-", localized("往上", "up")),
            ]
        case .page:
            [
                (localized("回车", "Enter"), localized("返回", "back")), ("+", localized("往下", "down")),
                ("-", localized("往上", "up")),
            ]
        default: screenChoices
        }
    }

    private var screenChoices: [(input: String, label: String)] {
        let own = (top?.screen.offers(context) ?? []).filter { $0.unavailable == nil && $0.action != .previousPane }
        let moves =
            (top?.screen.isOnCell ?? false ? [("< >", localized("换列", "column"))] : []) + [
                ("+", localized("往下", "down")), ("-", localized("往上", "up")), ("p", localized("换页", "tabs")),
                ("0", localized("返回", "back")), ("?", localized("全部操作", "all actions")), ("q", localized("退出", "quit")),
            ]
        return own.map { ($0.action.spokenInput, $0.label) } + moves
    }
}

extension Action {
    /// What is typed for it: a letter where it has one, else the name of its key.
    fileprivate var spokenInput: String {
        switch self {
        case .open: return localized("序号", "number")
        case .find: return localized("/字", "/text")
        default:
            let letter = keys.first { if case .text = $0 { true } else { false } }
            return (letter ?? keys[0]).name
        }
    }
}

extension Confirmation {
    /// The question with its two answers.
    fileprivate var spoken: [String] {
        lines + [localized("输入 y \(verb)；直接回车或输入 n 不\(verb)。", "Type y to \(verb); Enter alone or n does not.")]
    }
}
