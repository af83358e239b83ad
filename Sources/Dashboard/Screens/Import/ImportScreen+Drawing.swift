import PartyWork
import TerminalUI

// How the import screen is drawn.

extension ImportScreen {
    func ownLayout(_ context: Context) -> PaneLayout {
        guard hasList else { return PaneLayout() }
        let hasDetails = step == .columns || step == .rows
        return .whole(
            panes.focus, row: heading(context).count, foot: hasDetails ? Details.height(context) : 0, context.body)
    }

    func heading(_ context: Context) -> [HeadingLine] {
        let said = said(context)
        let width = context.body.columns - 4
        switch step {
        case .files: return said + [folderHeading(context)]
        case .columns: return said + [(summary, review?.isAccepted ?? true ? .text : .uncovered)]
        case .choosing(let row): return said + chosen(row, context)
        case .rows: return said + context.textWidth.wrap(promise, to: width).map { ($0, .screenTitle) } + [("", .text)]
        case .receipt: return said + receipt.flatMap { context.textWidth.wrap($0, to: width) }.map { ($0, .text) }
        }
    }

    /// What is being chosen for, of a file with its first rows.
    private func chosen(_ row: ColumnRow, _ context: Context) -> [HeadingLine] {
        let now: HeadingLine = (localized("现在：\(row.details)", "Now: \(row.details)"), .text)
        if case .column = row.subject { return [now] }
        let room = max(3, context.body.rows / 4)
        return [now]
            + row.source.samples.prefix(room).map {
                (localized("第 \($0.line) 行：\($0.words)", "row \($0.line): \($0.words)"), .muted)
            }
    }

    private var summary: String {
        guard let review else { return "" }
        let tables = review.sources.count(where: \.isRead)
        let isWrong = review.count(.rejected) > 0
        return localized(
            "认出 \(tables) 张表；新增 \(review.count(.new)) 行，不同 \(changed) 行，不变 \(review.count(.unchanged)) 行"
                + (isWrong ? "，不对 \(review.count(.rejected)) 处" : ""),
            "\(plural(tables, "table")); new \(review.count(.new)), different \(changed), unchanged \(review.count(.unchanged))"
                + (isWrong ? ", wrong \(review.count(.rejected))" : ""))
    }

    /// What ^S would do.
    private var promise: String {
        guard let review else { return "" }
        if !review.isAccepted {
            let count = review.count(.rejected)
            return [
                review.unknownHelpers.isEmpty
                    ? ""
                    : localized(
                        "有 \(review.unknownHelpers.count) 个帮扶人台账里没有，按 F5 登记；",
                        "\(plural(review.unknownHelpers.count, "helper")) not there: F5 adds them; "),
                review.leavable > 0
                    ? localized(
                        "有 \(count) 行不对：按 F8 留下、先导入其余的，或在文件里改好再来，或按 Esc 回去改认列",
                        "\(count) rows are wrong: F8 leaves them out, or mend the file, or Esc to correct the columns")
                    : localized(
                        "有 \(count) 处不对，一行都不存：在文件里改好再来，或按 Esc 回去改认列",
                        "\(count) places are wrong and nothing can be saved: mend the file, or Esc to correct the columns"
                    ),
            ].joined()
        }
        return [
            imports(review),
            review.left > 0 ? localized("留下 \(review.left) 行（F8 改）", "\(review.left) are left out (F8)") : "",
            review.doubtful > 0
                ? localized("有 \(review.doubtful) 处看来不对，见提醒", "\(review.doubtful) look wrong, see the warnings") : "",
        ].filter { !$0.isEmpty }.joined(separator: localized("；", "; "))
    }

    private func imports(_ review: ImportReview) -> String {
        if obstacle != nil, changed == 0 {
            return localized("没有要导入的：每一行都已在台账里", "Nothing to import: every row is in the ledger")
        }
        let new = review.counts.new
        if changed == 0 { return localized("按 ^S 导入：新增 \(new) 行", "^S imports: \(new) new rows") }
        return order.changedRows == .save
            ? localized(
                "按 ^S 导入：新增 \(new) 行，并修改已有的 \(changed) 行（F9 改为不动已有的）",
                "^S imports: \(new) new rows, and changes \(changed) that are there (F9: leave those)")
            : localized(
                "按 ^S 导入：新增 \(new) 行；与已登记不同的 \(changed) 行不动（F9 改为一并修改）",
                "^S imports: \(new) new rows; \(changed) that differ stay as they are (F9: change those too)")
    }

    func drawKinds(on frame: inout Frame, row: Int, _ context: Context) {
        guard step == .rows else { return }
        let kinds = [nil] + kinds
        let words = kinds.map { kind in
            kind.map { "\($0.title) \(review?.count($0) ?? 0)" } ?? localized("全部", "All")
        }
        ChoiceLine(words: words) { kinds[$0] == only }.draw(on: &frame, row: row, column: 1, context)
    }

    private var receipt: [String] {
        guard let review else { return [] }
        let tables = review.tables.map { table in
            let counts = table.counts
            let parts = [
                localized("新增 \(counts.new)", "new \(counts.new)"),
                localized("修改 \(counts.updated)", "changed \(counts.updated)"),
                localized("不变 \(counts.unchanged)", "unchanged \(counts.unchanged)"),
                counts.left > 0 ? localized("不同而没有动 \(counts.left)", "left as they were \(counts.left)") : "",
            ]
            return "  \(table.table.title)  " + parts.filter { !$0.isEmpty }.joined(separator: localized("，", ", "))
        }
        let remembered =
            order.corrections.isEmpty || message != nil
            ? [] : [localized("改认的列已记住，下次同样的表头照这样认。", "The corrections are kept for the same header.")]
        let left =
            review.left == 0
            ? []
            : [
                localized(
                    "留下 \(review.left) 行，写在 \(order.leaving.path ?? "")：每行旁边写着原因，改好再导入。",
                    "\(plural(review.left, "row")) left, in \(order.leaving.path ?? ""), with why beside each: mend and import it."
                ),
                "",
            ]
        return [localized("已导入：", "Imported:"), ""] + tables + [""] + left
            + [
                localized(
                    "流水里记了一条；要撤销，按 8 到流水里选中它，按 F8。Enter 返回。",
                    "One entry of the journal; to take all of it back press 8, select it, F8. Enter leaves.")
            ]
            + remembered
    }
}
