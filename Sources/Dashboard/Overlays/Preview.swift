import PartyWork
import TerminalUI

/// What an act on many rows would do, row by row, before it is done; rows that a rule refuses stand apart.
///
/// What it says comes from the ledger, which does the acts and takes them back. Saved is the rest, all of it or nothing.
package struct Preview: Sendable {
    let title: String
    private let rows: [PlannedRow]
    let acts: [Act]
    /// Nil until the ledger has answered.
    private var outcomes: [Result<String, Refusal>]?
    /// Why nothing was saved the last time.
    private(set) var message: String?
    private var isSaving = false
    private var scroll = Scroll()

    init(title: String, _ rows: [PlannedRow]) {
        self.title = title
        self.rows = rows
        acts = rows.compactMap(\.act)
    }

    /// Whether it shows what the acts would come to.
    var isKnown: Bool { outcomes != nil }

    /// Takes for each of its acts what it would come to.
    mutating func learn(_ outcomes: [Result<String, Refusal>]) { self.outcomes = outcomes }

    /// Takes the reason why nothing was saved; what was shown holds no more where the ledger has changed.
    mutating func refuse(_ text: String, isOutdated: Bool) {
        isSaving = false
        message = text
        scroll.begin()
        if isOutdated { outcomes = nil }
    }

    /// The acts that no rule refuses.
    var accepted: [Act] {
        zip(acts, outcomes ?? []).compactMap { act, outcome in (try? outcome.get()) == nil ? nil : act }
    }
}

// MARK: - Keys

extension Preview {
    /// What a key led to.
    enum Outcome {
        case stay
        /// The key means nothing here.
        case unused
        case cancel
        case save(Act)
    }

    /// Scrolls, saves or goes back.
    mutating func handle(_ key: Key, _ context: Context) -> Outcome {
        if isSaving { return .unused }
        let area = context.body.rows - 1
        switch key.asciiEquivalent {
        case .escape: return .cancel
        case .control("s"), .text("y"), .text("Y"): return save()
        case .up, .down, .pageUp, .pageDown, .home, .end:
            _ = scroll.handle(key, lines: lines(context).count, rows: area)
            return .stay
        default: return .unused
        }
    }

    private mutating func save() -> Outcome {
        if accepted.isEmpty { return .stay }
        isSaving = true
        message = nil
        return .save(.together(accepted))
    }

    /// What the footer and the ear are offered for saving; nil where nothing can be saved.
    var saving: String? { accepted.isEmpty ? nil : localized("改这 \(accepted.count) 行", "change \(accepted.count)") }
}

// MARK: - Drawing

extension Preview {
    private struct Line {
        var text: String
        var element = Element.text
    }

    /// Draws the rows over the body, the last line telling how much is below.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        let lines = lines(context)
        let area = frame.size.rows - 1
        for (row, line) in lines.dropFirst(scroll.top).prefix(area).enumerated() {
            frame.put(line.text, row: row, column: 2, style: context.style(line.element))
        }
        if let hint = scroll.hint(lines: lines.count, rows: area, context) {
            frame.put(hint, row: area, column: 2, style: context.style(.notice))
        }
        return frame
    }

    private func lines(_ context: Context) -> [Line] {
        let width = context.body.columns - 4
        func wrapped(_ line: Line) -> [Line] {
            context.textWidth.wrap(line.text, to: width).enumerated().map {
                // What belongs to a row stands below its number.
                Line(text: $0 == 0 ? $1 : "    " + $1, element: line.element)
            }
        }
        let said =
            message.map {
                [
                    Line(
                        text: localized("! 没有保存，台账未变：", "! not saved, the ledger is unchanged: ") + $0,
                        element: .fieldError)
                ]
            } ?? []
        return (said + body).flatMap { wrapped($0) }
    }

    private var body: [Line] {
        guard let outcomes else { return [Line(text: localized("正在核对每一行…", "Checking each row…"))] }
        let (changed, refused) = sorted(outcomes)
        let first =
            changed.isEmpty
            ? localized("没有能改的行，原因如下；按 Esc 返回", "No row can be changed, for these reasons; Esc goes back")
            : localized(
                "将改 \(changed.count) 行：按 ^S 或 y 一次保存，之后 ^Z 一次撤销",
                "\(plural(changed.count, "row")) to be changed: ^S or y saves, ^Z undoes at once")
        let isMixed = !changed.isEmpty && !refused.isEmpty
        let second =
            isMixed
            ? localized(
                "另有 \(refused.count) 行不能改，列在最后（End），不保存；Esc 返回重选",
                "\(plural(refused.count, "row")) cannot be changed, listed last (End), not saved; Esc to choose again")
            : ""
        return [first, second].filter { !$0.isEmpty }.map { Line(text: $0, element: .screenTitle) }
            + section(
                localized("将改的 \(changed.count) 行", "\(plural(changed.count, "row")) to be changed"), changed, .text,
                mark: "")
            + section(
                localized(
                    "不能改的 \(refused.count) 行，原因如下", "\(plural(refused.count, "row")) that cannot be changed, and why"),
                refused, .uncovered, mark: "!")
    }

    private func section(_ title: String, _ rows: [String], _ element: Element, mark: String) -> [Line] {
        if rows.isEmpty { return [] }
        let numbered = rows.enumerated().map { number, text in
            Line(text: "\(mark)\(number + 1). \(text)", element: element)
        }
        return [Line(text: ""), Line(text: title, element: .columnTitle)] + numbered
    }

    /// What would be done, and what not with the reason, each in the order of the list.
    private func sorted(_ outcomes: [Result<String, Refusal>]) -> (changed: [String], refused: [String]) {
        var (changed, refused): ([String], [String]) = ([], [])
        var answers = outcomes.makeIterator()
        for row in rows {
            guard row.act != nil, let answer = answers.next() else {
                refused.append(localized("\(row.name)：\(row.remark)", "\(row.name): \(row.remark)"))
                continue
            }
            switch answer {
            case .success(let sentence):
                changed.append(sentence + (row.remark.isEmpty ? "" : localized("（\(row.remark)）", " (\(row.remark))")))
            case .failure(let refusal):
                refused.append(localized("\(row.name)：\(refusal.text)", "\(row.name): \(refusal.text)"))
            }
        }
        return (changed, refused)
    }
}
