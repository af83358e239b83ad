import PartyWork

/// A list as CSV for a spreadsheet: what it is, of when and by which rule in the lines above the header, text that would be taken
/// for a formula disarmed, and a byte order mark, without which spreadsheets take it for GBK.
package enum FormCSV {
    /// The whole document.
    package static func document(_ form: PrintedForm) -> String {
        let own = form.heading
        let heading = [
            own.title, "\(own.place)  \(own.period)", own.subject, own.rule.isEmpty ? "" : "口径：\(own.rule)", own.made,
        ]
        let lines = heading.filter { !$0.isEmpty }.map { [$0] } + form.tables.flatMap(lines)
        return "\u{FEFF}" + lines.map { CSVText.readableLine($0.map(PlainText.safe)) }.joined()
    }

    private static func lines(_ table: FormTable) -> [[String]] {
        (table.title.isEmpty ? [] : [[table.title]]) + (table.hasHeader ? [table.columns.map(\.heading)] : [])
            + (table.rows + table.totals).map { $0.map(\.shown) }
    }
}
