import PartyWork
import TerminalUI

// How the screen of a copy is drawn.

extension MergeScreen {
    func ownLayout(_ context: Context) -> PaneLayout {
        guard hasList else { return PaneLayout() }
        let foot = isComparing ? Details.height(context) : 0
        return .whole(panes.focus, row: heading(context).count, foot: foot, context.body)
    }

    func heading(_ context: Context) -> [HeadingLine] {
        let said = said(context) + (told.map { wrapped($0, .text, context) } ?? [])
        guard isComparing, let review else { return said + [folderHeading(context)] }
        let lines = [review.heading, review.counts].filter { !$0.isEmpty } + review.remarks
        return said + lines.flatMap { wrapped($0, .text, context) } + wrapped(promise(review), .screenTitle, context)
            + [("", .text)]
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

    func drawKinds(on frame: inout Frame, row: Int, _ context: Context) {
        guard isComparing else { return }
        let shown = [nil] + kinds
        let words = shown.map { kind in
            kind.map { "\($0.title) \(review?.count($0) ?? 0)" } ?? localized("全部", "All")
        }
        ChoiceLine(words: words) { shown[$0] == only }.draw(on: &frame, row: row, column: 1, context)
    }
}
