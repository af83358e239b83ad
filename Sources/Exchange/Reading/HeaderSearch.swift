import PartyWork

/// Looks for the header among the first rows of a sheet, or of a CSV file whose first row is none: the first row or rows that make
/// a table or that an officer has said something of, below whatever title; else what comes nearest.
struct HeaderSearch {
    /// Titles, remarks and who filled it in stand above a header, never more rows than this.
    private static let mostTitles = 30
    /// A village, and within it 正式党员.
    private static let mostParts = 2

    private let book: HeaderBook
    private var rows: [HeaderRow] = []
    /// The first row that was not tried yet.
    private var next = 0
    private var best: (kinship: Int, filled: Int, header: () -> Header)?
    /// Whether the header was found, so that no further row is needed.
    private(set) var isOver = false

    init(_ book: HeaderBook) { self.book = book }

    /// Looks at the next row.
    mutating func look(at row: borrowing some RecordRow & ~Copyable) {
        rows.append(HeaderRow(row, isFolded: true))
        // Those behind what a header may take may name the village of the first rows, and what they are.
        if rows.count - next > HeaderBlock.most + HeaderSearch.mostParts - 1 { tryNext() }
    }

    /// The header, once there are no more rows or it is found; nil where there was no row.
    mutating func finish() -> Header? {
        while !isOver, next < rows.count { tryNext() }
        return best?.header()
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
    ///
    /// Of a block whose names mean nothing, as rows of data do, the header is not made before it is known that none is nearer: what
    /// all the lines above say of it takes long to find out.
    private mutating func keep(_ block: HeaderBlock, isSure: Bool = true) {
        let names = block.names
        let titles = rows[..<next].flatMap(\.texts) + firstParts(below: next + block.height)
        let book = book.below(titles)
        let make = { Header(names, block.faults, lines: block.lines, book: book, hasSeveral: true) }
        guard block.isKnown(names) || book.isSaid(of: names) else {
            if isSure { keep(kinship: 0, names.count { !($0 ?? "").isEmpty }, make) }
            return
        }
        let header = make()
        if !isSure, header.table == nil { return }
        // Entries of a register are asked for first, though registers may not be known yet: a cell below called as a column is no header.
        let isFound = header.isFound || isSure && EntryHeader.register(of: names) != nil
        isOver = isOver || isFound
        let filled = header.columns.count { !$0.name.isEmpty }
        if isFound { best = nil }
        keep(kinship: header.kinship, filled) { header }
    }

    private mutating func keep(kinship: Int, _ filled: Int, _ header: @escaping () -> Header) {
        let isNearer = best.map { (kinship, filled) > ($0.kinship, $0.filled) } ?? true
        if isNearer { best = (kinship, filled, header) }
    }

    /// The village, the word, or one within the other, that stand alone on the lines below a header: those of the rows up to the next
    /// such line.
    private func firstParts(below end: Int) -> [String] {
        let parts = rows.dropFirst(end).prefix(HeaderSearch.mostParts).prefix { row in
            row.texts.count == 1 && LinePart(row.texts[0], of: book.tables) != nil
        }.map { $0.texts[0] }
        let kinds = parts.map { LinePart($0, of: book.tables) }
        return Set(kinds).count == kinds.count ? parts : Array(parts.prefix(1))
    }
}
