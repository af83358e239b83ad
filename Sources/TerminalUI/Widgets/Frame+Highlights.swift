extension Frame {
    /// Underlines what a search met in a text that was put at a column into so many cells; the text keeps its colour
    /// and weight, and underlined it is told apart without colour.
    package mutating func highlight(
        _ query: some TextQuery, in text: String, row: Int, column: Int, width: Int, alignment: Alignment = .left
    ) {
        let taken = textWidth.cells(text)
        let start = column + alignment.blanks(before: max(0, width - taken))
        let end = taken > width ? column + width - 1 : start + taken
        for characters in query.marks(in: text) {
            let first = start + cells(of: text, before: characters.lowerBound)
            let last = start + cells(of: text, before: characters.upperBound)
            guard first < end else { continue }
            restyle(row: row, columns: first..<min(last, end)) { $0.underline = true }
        }
    }

    private func cells(of text: String, before point: Int) -> Int {
        textWidth.cells(String(text.unicodeScalars.prefix(point)))
    }
}
