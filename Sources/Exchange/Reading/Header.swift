import PartyWork

/// The row of a file that names its columns: which table it belongs to and where its columns stand (CONTRACT section 1, files).
///
/// The contract's own names come first. Only where they do not make a table does what an officer said of the same header before
/// count, and only for columns that they leave out are the names tried that other systems use (`Synonyms`). What the officer says
/// of the header in this call goes before everything.
struct Header: Sendable {
    /// The table; nil if the file's rows are not to be looked at.
    let table: TableSchema?
    /// The table, or the one that comes nearest.
    let nearest: TableSchema?
    /// The table's columns with their places in a row, in the order of the file.
    let places: [Place]
    /// All columns of the file, and what each is taken for.
    let columns: [FileColumn]
    /// The table's columns that the file does not have.
    let absent: [ColumnSchema]
    /// The number of cells; what stands beyond must be empty.
    let width: Int
    /// Faults and warnings, all of `line`.
    let reasons: [ImportNotice.Reason]
    /// Where its notices stand: line 1 of a CSV file, whatever is empty above; its own row in a sheet.
    let line: Int
    /// The columns that are read by nobody and say nothing about what is in them, with their names; without one where the
    /// file has none.
    let unknown: [(index: Int, name: String)]
    /// Where a list of pairings names the helper's branch.
    let helperBranch: Int?
    /// How many required columns of the nearest table are there.
    let kinship: Int
    /// The cells, as corrections know them.
    let shape: HeaderShape
    /// What an officer said of it.
    let said: HeaderBook.Said?
    /// Whether the contract's own names alone make a table of it.
    let isContract: Bool

    /// The places of the columns that are read.
    var columnsRead: [Int] { places.map(\.index) + (helperBranch.map { [$0] } ?? []) }

    /// Where a column stands, what the file calls it, how its cells are read, and whether they must be filled.
    struct Place: Sendable {
        let field: ColumnSchema
        let index: Int
        let name: String
        let reading: CellReading

        var column: Column { field.column }
        var isRequired: Bool { field.isRequired }
        /// Whether the number counts and not how a sheet shows it: `3人` is 3.
        var isNumber: Bool { field.numbers != nil }
    }

    /// The header of a file without any row.
    static let empty = Header([], [.emptyFile], book: HeaderBook(of: []))

    /// Reads a header row; a cell whose quotes do not match names no column.
    ///
    /// - Parameters:
    ///   - sheet: the name of the sheet, whose headers are read with more leave: line breaks, blanks and what stands
    ///     in parentheses at the end do not count.
    ///   - book: what officers said of headers.
    init(_ row: borrowing some RecordRow & ~Copyable, sheet: String? = nil, book: HeaderBook) {
        var faults: [ImportNotice.Reason] = []
        var names: [String?] = []
        for index in 0..<row.count {
            let fault = row.fault(at: index)
            if let fault { faults.append(.unreadable(fault, column: nil)) }
            let name = String(decoding: row[index], as: UTF8.self)
            names.append(fault == nil ? (sheet == nil ? name : HeaderShape.folded(name)) : nil)
        }
        // A row too long to keep has no cells.
        if row.count == 0, let fault = row.fault { faults.append(.unreadable(fault, column: nil)) }
        self.init(names, faults, line: sheet == nil ? 1 : row.line, sheet: sheet, book: book)
    }

    init(
        _ names: [String?], _ faults: [ImportNotice.Reason] = [], line: Int = 1, sheet: String? = nil,
        book: HeaderBook
    ) {
        var reasons = faults
        for case let name? in names {
            guard let fault = CellRules.fault(in: name, limit: .max) else { continue }
            reasons.append(.header(name, fault))
        }
        shape = HeaderShape(names.map { $0 ?? "" })
        var naming = HeaderNames(names, book.tables)
        isContract = naming.isContract
        said = book.said(of: shape, isContract: isContract)
        naming.choices = said?.mapping.choices ?? [:]
        let found = said.map { naming.table(said: $0.mapping.table, &reasons) } ?? naming.table(sheet, &reasons)
        let nearest = said.map(\.mapping.table) ?? found ?? naming.nearestTable
        self.nearest = nearest
        let places = nearest.map { naming.places(in: $0) } ?? []
        let repeated = found == nil ? [] : naming.repeated(places)
        reasons += repeated
        let table = repeated.isEmpty ? found : nil
        self.table = table
        self.places = table == nil ? [] : places
        absent = table?.fields.filter { field in !places.contains { $0.column == field.column } } ?? []
        width = names.count
        self.line = line
        kinship = naming.kinship
        let rest = naming.unused(places)
        let branch = Header.helperBranch(places, rest)
        helperBranch = table == nil ? nil : branch
        columns = Header.columns(names, places, branch, naming.choices)
        let ignored = table == nil ? [] : columns.filter(\.isLeftOut)
        self.reasons = reasons + Header.reasons(for: ignored)
        unknown =
            table == nil ? [] : columns.filter { $0.meaning == .unknown }.map { ($0.index, $0.name) }
    }

    /// Whether the row is meant as the header of a table: it makes one, or has more than one of the columns that one needs,
    /// or an officer said so.
    var isMeant: Bool { table != nil || kinship > 1 || said?.mapping.table != nil }

    /// Whether an officer said that the sheet is not to be imported.
    var isLeftOut: Bool { said.map { $0.mapping.table == nil } ?? false }

    /// What the template's own sheet says of each column; no import needs to be told that it is no table.
    static let guide = ["表", "列", "必填", "填什么", "可以填的词"]

    /// Whether the sheet is the template's own, which explains the others.
    var isGuide: Bool { columns.map(\.name) == Header.guide }

    /// Whether cells name what elsewhere has a code.
    var namesThings: Bool { places.contains { [.village, .organization, .person].contains($0.reading) } }

    private static func helperBranch(_ places: [Place], _ rest: [(index: Int, name: String)]) -> Int? {
        guard places.contains(where: { $0.reading == .person }) else { return nil }
        return rest.first { Synonyms.helperBranch.contains($0.name) }?.index
    }

    private static func columns(
        _ names: [String?], _ places: [Place], _ helperBranch: Int?, _ choices: [Int: ColumnChoice]
    ) -> [FileColumn] {
        names.enumerated().map { index, name in
            let name = name ?? ""
            if let place = places.first(where: { $0.index == index }) {
                return FileColumn(index, name, .taken(place.column, place.reading))
            }
            if choices[index] == .leftOut { return FileColumn(index, name, .leftOut) }
            if index == helperBranch { return FileColumn(index, name, .helperBranch) }
            if let kind = Sensitive.named(by: name) {
                return FileColumn(index, name, .sensitive(kind, isInCells: false))
            }
            return FileColumn(index, name, NotKept.contains(name) ? .notKept : .unknown)
        }
    }

    /// What is told of columns that are not read, of each name once; nothing of one that the officer left out.
    private static func reasons(for columns: [FileColumn]) -> [ImportNotice.Reason] {
        columns.compactMap { column in
            guard columns.first(where: { $0.name.hasSameCodePoints(as: column.name) })?.index == column.index else {
                return nil
            }
            return switch column.meaning {
            case .sensitive(let kind, _): .leftOut(column.name, kind)
            case .notKept: .notKept(column.name)
            case .unknown: .unknownColumn(column.name)
            case .taken, .helperBranch, .leftOut: nil
            }
        }
    }
}

/// What officers said of headers: in this call, and before.
struct HeaderBook: Sendable {
    private let order: ImportOrder
    private let remembered: HeaderMappings
    /// The tables that a header may make.
    let tables: [TableSchema]

    /// A mapping, and whether it is from before.
    struct Said: Sendable {
        let mapping: HeaderMapping
        let isRemembered: Bool
    }

    init(
        _ order: ImportOrder = ImportOrder(paths: []), _ remembered: HeaderMappings = HeaderMappings(),
        of tables: [TableSchema]
    ) {
        self.order = order
        self.remembered = remembered
        self.tables = tables
    }

    /// What was said of a header. Nothing from before counts of one that the contract reads (CONTRACT section 1, files).
    func said(of shape: HeaderShape, isContract: Bool) -> Said? {
        if shape.cells.isEmpty { return nil }
        if let mapping = order.correction(of: shape) { return Said(mapping: mapping, isRemembered: false) }
        guard !isContract, !order.forgotten.contains(shape), let mapping = remembered.mapping(of: shape) else {
            return nil
        }
        return Said(mapping: mapping, isRemembered: true)
    }
}
