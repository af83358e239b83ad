import Exchange

/// Lists as CSV for a spreadsheet: text that it would take for a formula is disarmed, and nothing steers a terminal.
///
/// The files of `zhibu export` are verbatim; these lists are for reading (CONTRACT section 3).
enum ReadableList {
    /// A document of a header and rows.
    static func csv(header: [String], rows: [[String]]) -> String {
        CSVText.readable([header] + rows, safe: \.safe)
    }
}
