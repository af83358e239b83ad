import PartyWork
import TerminalUI

// How the screen of a copy is drawn.

extension MergeScreen {
    /// A line above the list.
    private typealias Line = (text: String, element: Element)

    func ownLayout(_ context: Context) -> PaneLayout {
        guard hasList else { return PaneLayout() }
        let foot = isComparing ? Details.height(context) : 0
        return .whole(panes.focus, row: heading(context).count, foot: foot, context.body)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        if let work {
            work.draw(on: &frame, context)
            return false
        }
        let heading = heading(context)
        for (row, line) in heading.enumerated() {
            frame.put(
                line.text, row: row, column: 2, maxWidth: frame.size.columns - 3, style: context.style(line.element))
        }
        if isComparing { drawKinds(on: &frame, row: heading.count - 1, context) }
        return true
    }

    private func heading(_ context: Context) -> [Line] {
        let width = context.body.columns - 4
        func wrapped(_ text: String, _ element: Element) -> [Line] {
            context.textWidth.wrap(text, to: width).prefix(4).map { ($0, element) }
        }
        let said = (message.map { wrapped("! " + $0, .fieldError) } ?? []) + (told.map { wrapped($0, .text) } ?? [])
        guard isComparing, let review else { return said + [(folder?.heading(context, width) ?? "", .text)] }
        let lines = [review.heading, review.counts].filter { !$0.isEmpty } + review.remarks
        return said + lines.flatMap { wrapped($0, .text) } + wrapped(promise(review), .screenTitle) + [("", .text)]
    }

    /// What ^S would do, or what must be done before.
    private func promise(_ review: MergeReview) -> String {
        let (conflicts, refused) = (review.count(.conflict), review.count(.refused))
        if conflicts > 0 {
            return localized(
                "有 \(conflicts) 行两边都改过：选中按 Enter 选照哪边",
                "\(plural(conflicts, "row")) changed by both: Enter chooses a side")
        }
        if refused > 0 {
            return localized(
                "有 \(refused) 行不能并入，原因写在行上：按 Enter 照本台账，或先在本台账改好再来",
                "\(plural(refused, "row")) refused, each says why: Enter keeps it as here, or mend this ledger first")
        }
        return review.changesAnything
            ? localized("按 ^S 并入", "^S brings it back") : localized("没有要并入的", "Nothing is to be brought back")
    }

    private func drawKinds(on frame: inout Frame, row: Int, _ context: Context) {
        let shown = [nil] + kinds
        let words = shown.map { kind in
            kind.map { "\($0.title) \(review?.count($0) ?? 0)" } ?? localized("全部", "All")
        }
        ChoiceLine(words: words) { shown[$0] == only }.draw(on: &frame, row: row, column: 1, context)
    }
}
