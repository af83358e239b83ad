import PartyWork

/// Looks for the header among the first rows of a sheet, or of a CSV file whose first row is none: the first row that makes a
/// table or that an officer has said something of, below whatever title; else the one that comes nearest.
struct HeaderSearch {
    /// Titles, remarks and who filled it in stand above a header, never more rows than this.
    private static let mostTitles = 30

    private let sheet: String?
    private let book: HeaderBook
    private var rows = 0
    private var best: (header: Header, filled: Int)?
    /// Whether the header was found, so that no further row is needed.
    private(set) var isOver = false

    /// - Parameter sheet: the name of the sheet; nil for a CSV file.
    init(sheet: String?, _ book: HeaderBook) {
        self.sheet = sheet
        self.book = book
    }

    /// Looks at the next row.
    mutating func look(at row: borrowing some RecordRow & ~Copyable) {
        let header = Header(row, sheet: sheet, isFolded: true, book: book)
        let filled = header.columns.count { !$0.name.isEmpty }
        rows += 1
        isOver = header.isFound || rows > HeaderSearch.mostTitles
        let isNearer = best.map { (header.kinship, filled) > ($0.header.kinship, $0.filled) } ?? true
        if header.isFound || isNearer { best = (header, filled) }
    }

    /// The header; nil where there was no row.
    var header: Header? { best?.header }
}
