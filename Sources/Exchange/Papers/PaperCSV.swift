import Papers
import PartyWork

/// A list as CSV for a spreadsheet: what it is, of when and by which rule in the lines above the header, text that would be taken
/// for a formula disarmed, and a byte order mark, without which spreadsheets take it for GBK.
package enum PaperCSV {
    /// The whole document.
    package static func document(_ paper: Paper) -> String {
        let own = paper.heading
        let heading =
            [own.title] + paper.lines.map { $0.right.isEmpty ? $0.left : "\($0.left)  \($0.right)" }
            + [own.rule.isEmpty ? "" : "口径：\(own.rule)", own.made]
        let lines = heading.filter { !$0.isEmpty }.map { [$0] } + paper.tables.flatMap(lines)
        var csv = ReadableCSV(safe: PlainText.safe)
        for line in lines { csv.add(line) }
        return "\u{FEFF}" + csv.text
    }

    private static func lines(_ table: PaperTable) -> [[String]] {
        (table.title.isEmpty ? [] : [[table.title]]) + (table.hasHeader ? [table.columns.map(\.heading)] : [])
            + (table.rows + table.totals).map { $0.map(\.shown) }
    }
}
