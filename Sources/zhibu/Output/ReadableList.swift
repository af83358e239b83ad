import Exchange

/// Lists as CSV for a spreadsheet: text that it would take for a formula is disarmed, and nothing steers a terminal.
///
/// The files of `zhibu export` are verbatim; these lists are for reading (CONTRACT section 3).
enum ReadableList {
    /// A document of a header and rows.
    static func csv(header: [String], rows: some Sequence<[String]>) -> String {
        var csv = ReadableCSV(safe: \.safe)
        csv.add(header)
        for row in rows { csv.add(row) }
        return csv.text
    }
}
