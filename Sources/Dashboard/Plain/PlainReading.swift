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
        case .form(let form): parts = form.spoken
        case .confirm(let confirmation): parts = confirmation.spoken
        case .menu, .page, .palette, .preview, nil: parts = spokenBody + [spokenActions]
        }
        return ([spokenNotice, spokenPlace] + parts).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var spokenNotice: String {
        notice.map { PlainWords.of(($0.isWarning ? "注意：" : "提示：") + $0.text + $0.ending) } ?? ""
    }

    private var spokenPlace: String {
        let past = context.asOf == context.today ? "" : "（往日）"
        let stand = overlays.isEmpty ? ["\(context.scopeName)，截至 \(context.asOf)\(past)"] : []
        return PlainWords.sentences([PlainWords.of(titleLine)] + stand)
    }

    private var spokenBody: [String] {
        let frame = view
        let (rows, selected) = (selectableRows, selectedRow)
        let body = Model.chrome.above..<size.rows - Model.chrome.below
        let lines: [String] = body.compactMap { row in
            let words = spokenWords(frame.text(row: row))
            guard !words.isEmpty else { return nil }
            guard let number = rows.firstIndex(of: row) else { return words }
            return "\(number + 1). \(words)\(row == selected ? "（当前）" : "")"
        }
        let rule = overlays.isEmpty ? top?.screen.definition(context) : nil
        return lines + [rule.map { "口径：" + $0 } ?? ""]
    }

    /// Menus have digits of their own for nine of their items.
    private func spokenWords(_ drawn: String) -> String {
        let words = PlainWords.of(drawn)
        guard case .menu? = overlays.last else { return words }
        return words.replacing(/^\d +/, with: "").replacing(/^\d，/, with: "")
    }

    /// The rows of the terminal that the arrows reach without scrolling, from above.
    var selectableRows: [Int] {
        let start = selectedRow
        let (above, below) = (rows(from: start, down: false), rows(from: start, down: true))
        let all = above.reversed() + [start] + below
        // A list of one row has its mark; what has none cannot be selected.
        return all.count > 1 || view.text(row: start).contains(">") ? all : []
    }

    private func rows(from start: Int, down: Bool) -> [Int] {
        var walker = self
        var rows = [start]
        while rows.count < size.rows {
            let next = walker.stepped(down: down)
            guard next != rows.last, (next > start) == down, !rows.contains(next) else { break }
            rows.append(next)
        }
        return Array(rows.dropFirst())
    }

    private var spokenActions: String {
        "可做：" + choices.map { "\($0.input) \($0.label)" }.joined(separator: "；") + "。"
    }

    private var choices: [(input: String, label: String)] {
        switch overlays.last {
        case .menu: [("序号", "选定"), ("+", "往下"), ("0", "返回")]
        case .palette: [("序号", "做或打开"), ("文字", "查找"), ("+", "往下"), ("0", "返回")]
        case .preview(let preview):
            (preview.saving.map { [("y", $0)] } ?? []) + [("回车", "不改，返回"), ("+", "往下"), ("-", "往上")]
        case .page: [("回车", "返回"), ("+", "往下"), ("-", "往上")]
        default: screenChoices
        }
    }

    private var screenChoices: [(input: String, label: String)] {
        // A cell is selected within the row, as in a matrix.
        let isMatrix = view.text(row: selectedRow).contains(/^>.*\[/)
        let own = (top?.screen.offers(context) ?? []).filter { $0.unavailable == nil && $0.action != .previousPane }
        let moves =
            (isMatrix ? [("< >", "换列")] : []) + [
                ("+", "往下"), ("-", "往上"), ("p", "换页"), ("0", "返回"), ("?", "全部操作"), ("q", "退出"),
            ]
        return own.map { ($0.action.spokenInput, $0.label) } + moves
    }
}

extension Action {
    /// What is typed for it: a letter where it has one, else the name of its key.
    fileprivate var spokenInput: String {
        switch self {
        case .open: return "序号"
        case .find: return "/字"
        default:
            let letter = keys.first { if case .text = $0 { true } else { false } }
            return (letter ?? keys[0]).name
        }
    }
}

extension Confirmation {
    /// The question with its two answers.
    fileprivate var spoken: [String] { lines + ["输入 y \(verb)；直接回车或输入 n 不\(verb)。"] }
}
