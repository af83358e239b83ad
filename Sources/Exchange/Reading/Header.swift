import PartyWork

/// The row of a file that names its columns: which table it belongs to and where its columns stand (CONTRACT section 1, files).
///
/// The contract's own names come first. Only where they do not make a table, and for columns that they leave out, are the
/// names tried that other systems use (`Synonyms`).
struct Header: Sendable {
    /// The table; nil if the file's rows are not to be looked at.
    let table: Table?
    /// The table's columns with their places in a row, in the order of the file.
    let places: [Place]
    /// The table's columns that the file does not have.
    let absent: [Column]
    /// The number of cells; what stands beyond must be empty.
    let width: Int
    /// Faults and warnings, all of `line`.
    let reasons: [ImportNotice.Reason]
    /// Where its notices stand: line 1 of a CSV file, whatever is empty above; its own row in a sheet.
    let line: Int
    /// The columns that are read by nobody and say nothing about what is in them, with their names.
    let unknown: [(index: Int, name: String)]
    /// Where a list of pairings names the helper's branch.
    let helperBranch: Int?
    /// How many required columns of the nearest table are there.
    let kinship: Int

    /// Where a column stands, what the file calls it, how its cells are read, and whether they must be filled.
    struct Place: Sendable {
        let column: Column
        let index: Int
        let isRequired: Bool
        let name: String
        let reading: CellReading
    }

    /// The header of a file without any row.
    static let empty = Header([], [.emptyFile])

    /// Reads a header row; a cell whose quotes do not match names no column.
    ///
    /// - Parameter sheet: the name of the sheet, whose headers are read with more leave: line breaks, blanks and what stands
    ///   in parentheses at the end do not count.
    init(_ row: borrowing some RecordRow & ~Copyable, sheet: String? = nil) {
        var faults: [ImportNotice.Reason] = []
        var names: [String?] = []
        for index in 0..<row.count {
            let fault = row.fault(at: index)
            if let fault { faults.append(.unreadable(fault, column: nil)) }
            let name = String(decoding: row[index], as: UTF8.self)
            names.append(fault == nil ? (sheet == nil ? name : Header.folded(name)) : nil)
        }
        // A row too long to keep has no cells.
        if row.count == 0, let fault = row.fault { faults.append(.unreadable(fault, column: nil)) }
        self.init(names, faults, line: sheet == nil ? 1 : row.line, sheet: sheet)
    }

    init(_ names: [String?], _ faults: [ImportNotice.Reason] = [], line: Int = 1, sheet: String? = nil) {
        var reasons = faults
        for case let name? in names {
            guard let fault = CellRules.fault(in: name, limit: .max) else { continue }
            reasons.append(.header(name, fault))
        }
        let naming = HeaderNames(names)
        let table = naming.table(sheet, &reasons)
        let places = table.map { naming.places(in: $0) } ?? []
        let repeated = naming.repeated(places)
        reasons += repeated
        self.table = repeated.isEmpty ? table : nil
        self.places = places
        absent = table?.columns.filter { column in !places.contains { $0.column == column } } ?? []
        width = names.count
        self.line = line
        kinship = naming.kinship
        let rest = self.table == nil ? [] : naming.unused(places)
        helperBranch =
            places.contains { $0.reading == .person }
            ? rest.first { Synonyms.helperBranch.contains($0.name) }?.index : nil
        let ignored = rest.filter { [helperBranch] in $0.index != helperBranch }.map {
            ($0, Header.reason(for: $0.name))
        }
        reasons += ignored.compactMap { HeaderNames.isFirst($0.0, in: rest) ? $0.1 : nil }
        unknown = ignored.compactMap { if case .unknownColumn? = $0.1 { $0.0 } else { nil } }
        self.reasons = reasons
    }

    /// Whether the row is meant as the header of a table: it makes one, or has more than one of the columns that one needs.
    var isMeant: Bool { table != nil || kinship > 1 }

    /// Whether cells name what elsewhere has a code.
    var namesThings: Bool { places.contains { [.village, .organization, .person].contains($0.reading) } }

    /// What is told of a column that the table does not have; nothing of one without a name, a trailing comma.
    private static func reason(for name: String) -> ImportNotice.Reason? {
        if name.isEmpty { return nil }
        if let kind = Sensitive.named(by: name) { return .leftOut(name, kind) }
        return NotKept.contains(name) ? .notKept(name) : .unknownColumn(name)
    }

    /// A header cell of a sheet without line breaks, blanks, stars, and a remark in parentheses at its end.
    private static func folded(_ name: String) -> String {
        var scalars = Array(name.unicodeScalars).filter { !" \t\n\r\u{A0}\u{3000}*＊".unicodeScalars.contains($0) }
        if let last = scalars.last, last == ")" || last == "）",
            let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > scalars.startIndex
        {
            scalars = Array(scalars[..<open])
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
