import PartyWork

/// Looks for the header among the first rows of a sheet, or of a CSV file whose first row is none: the first row or rows that make
/// a table or that an officer has said something of, below whatever title; else what comes nearest.
struct HeaderSearch {
    /// Titles, remarks and who filled it in stand above a header, never more rows than this.
    private static let mostTitles = 30

    private let book: HeaderBook
    /// Whether it looks at a sheet, on which lists stand side by side and villages on lines of their own.
    private let isOfSheet: Bool
    private var rows: [HeaderRow] = []
    /// The first row that was not tried yet.
    private var next = 0
    private var best: (header: Header, filled: Int)?
    /// Whether the header was found, so that no further row is needed.
    private(set) var isOver = false

    init(_ book: HeaderBook, isOfSheet: Bool = false) {
        self.book = book
        self.isOfSheet = isOfSheet
    }

    /// Looks at the next row.
    mutating func look(at row: borrowing some RecordRow & ~Copyable) {
        rows.append(HeaderRow(row, isFolded: true))
        // One more than a header may take, which may name the village of the first rows.
        if rows.count - next > HeaderBlock.most { tryNext() }
    }

    /// The header, once there are no more rows or it is found; nil where there was no row.
    mutating func finish() -> Header? {
        while !isOver, next < rows.count { tryNext() }
        return best?.header
    }

    private mutating func tryNext() {
        keep(HeaderBlock(rows[next...], book.tables))
        // Nothing shows where the rows of some headers belong but what they come to together; and what seemed to stand below one
        // may be a row.
        for height in [2, 3, 1] where !isOver && next + height <= rows.count {
            if let block = HeaderBlock(joining: rows[next..<next + height], book.tables) {
                keep(block, isSure: height == 1)
            }
        }
        next += 1
        isOver = isOver || next > HeaderSearch.mostTitles
    }

    /// Keeps the header of a block if it is nearer to a table; one that nobody is sure of only if it makes one.
    private mutating func keep(_ block: HeaderBlock, isSure: Bool = true) {
        let titles = rows[..<next].flatMap(\.texts) + firstPart(below: next + block.height)
        let header = Header(
            block.names, block.faults, lines: block.lines, book: book.below(titles), isOfSheet: isOfSheet)
        if !isSure, header.table == nil { return }
        let filled = header.columns.count { !$0.name.isEmpty }
        isOver = isOver || header.isFound
        let isNearer = best.map { (header.kinship, filled) > ($0.header.kinship, $0.filled) } ?? true
        if header.isFound || isNearer { best = (header, filled) }
    }

    /// The village, or the word, that stands alone on the line below a header: that of the rows up to the next such line.
    private func firstPart(below end: Int) -> [String] {
        guard isOfSheet, end < rows.count, rows[end].texts.count == 1 else { return [] }
        let text = rows[end].texts[0]
        return UnitLine.isPart(text) || WordLine.isPart(text, of: book.tables) ? [text] : []
    }
}
