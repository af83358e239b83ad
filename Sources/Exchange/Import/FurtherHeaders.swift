import PartyWork

/// Finds the tables that begin below another in one sheet, as where 贫困户 and 党员 stand on one page.
struct FurtherHeaders {
    /// Several tables are on one page; a list of thousands is one.
    private static let mostLines = 2_000

    private let book: HeaderBook
    private let end: Int
    private let words: Set<String>
    private var last: Header
    /// The line above that has one cell alone, the title of a table; what says in what it counts may stand below.
    private var title: Int?
    /// What such lines say.
    private var titles: [String] = []
    /// The line above that names another village, within which the next may say what the rows are.
    private var outer: (text: String, line: Int)?
    /// The headers found, each with the line of its title, else its own.
    private(set) var found: [(header: Header, from: Int)] = []
    private(set) var isOver = false

    init(below first: Header, _ book: HeaderBook) {
        self.book = book
        last = first
        end = first.line + FurtherHeaders.mostLines
        let names = book.tables.contract.flatMap { table in table.columns.map(\.header) + Synonyms.names(in: table) }
        words = Set(names + ["序号"])
    }

    /// Looks at the next row of the sheet.
    mutating func look(at row: borrowing some RecordRow & ~Copyable) {
        isOver = row.line > end
        guard row.line > last.line, let first = (0..<row.count).first(where: { !row[$0].isEmpty }) else { return }
        let count = (first..<row.count).count { !row[$0].isEmpty }
        let cell = String(decoding: row[first], as: UTF8.self)
        defer {
            title = count > 1 ? nil : LineLabel.of(cell) == nil ? row.line : title ?? row.line
            titles = count > 1 ? [] : titles + [cell]
        }
        if count == 1 { return look(at: cell, on: row.line) }
        outer = nil
        guard count > 2, words.contains(HeaderShape.folded(cell)) else { return }
        var search = HeaderSearch(book.below(titles))
        search.look(at: row)
        // The same header once more is that of another page, unless its title says otherwise.
        guard let header = search.finish(), header.isFound, header.table != nil,
            header.shape != last.shape || header.saysOther(than: last)
        else { return }
        found.append((header, title ?? row.line))
        last = header
    }

    /// Looks at a line of one cell.
    private mutating func look(at cell: String, on line: Int) {
        let lines = (outer.map { [$0.text] } ?? []) + [cell]
        if let part = last.next(below: lines, line: line, book) {
            found.append((part, outer?.line ?? line))
            last = part
            outer = nil
        } else {
            outer = outer == nil && LinePart(cell, of: book.tables) != nil ? (cell, line) : nil
        }
    }
}
