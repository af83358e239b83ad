import PartyWork

/// The first row of a file: which table it belongs to and where its columns stand (CONTRACT section 1, files).
struct Header: Sendable {
    /// The table; nil if the file's rows are not to be looked at.
    let table: Table?
    /// The table's columns with their places in a row, in the order of the file.
    let places: [Place]
    /// The table's columns that the file does not have.
    let absent: [Column]
    /// The number of cells; what stands beyond must be empty.
    let width: Int
    /// Faults and warnings, all of line 1.
    let reasons: [ImportNotice.Reason]

    /// Where a column stands, and whether its cells must be filled.
    struct Place: Sendable {
        let column: Column
        let index: Int
        let isRequired: Bool
    }

    /// Reads a header row; a cell whose quotes do not match names no column.
    init(_ row: borrowing RowReader) {
        var quoting: [ImportNotice.Reason] = []
        var names: [String?] = []
        for index in 0..<row.count {
            let fault = row.fault(at: index)
            if let fault { quoting.append(.quoting(fault, column: nil)) }
            names.append(fault == nil ? String(decoding: row[index], as: UTF8.self) : nil)
        }
        // A row too long to keep has no cells.
        if row.count == 0, let fault = row.fault { quoting.append(.quoting(fault, column: nil)) }
        self.init(names, quoting)
    }

    /// The header of a file without any row.
    static let empty = Header([], [.emptyFile])

    init(_ names: [String?], _ quoting: [ImportNotice.Reason] = []) {
        var reasons = quoting
        for case let name? in names {
            guard let fault = CellRules.fault(in: name, limit: .max) else { continue }
            reasons.append(.header(name, fault))
        }
        let known = names.map { name in
            Column.allCases.first { $0.rawValue.hasSameCodePoints(as: name ?? "") }
        }
        let table = Header.table(of: Set(known.compactMap { $0 }), isEmpty: names.isEmpty, &reasons)
        let places = Header.places(known, table)
        let repeated = Header.repeated(places)
        reasons += repeated.map { .columnTwice($0) }
        self.table = repeated.isEmpty ? table : nil
        self.places = places
        absent = table?.columns.filter { column in !places.contains { $0.column == column } } ?? []
        width = names.count
        if self.table != nil { reasons += Header.unknown(names, places) }
        self.reasons = reasons
    }

    /// The only table all of whose required columns are there; one beside the six only where none of the six fits.
    private static func table(
        of columns: Set<Column>, isEmpty: Bool, _ reasons: inout [ImportNotice.Reason]
    ) -> Table? {
        let ofContract = Table.contract.filter { columns.isSuperset(of: $0.required) }
        let fitting = ofContract.isEmpty ? Table.further.filter { isWhole(columns, of: $0) } : ofContract
        if fitting.count > 1 { reasons.append(.twoTables(fitting)) }
        if fitting.isEmpty, !isEmpty { reasons.append(nearest(columns)) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Whether a table beside the six is meant: its required columns are there, more than a key alone, and no column of
    /// another table, so that a file of the six that lacks a column is never taken for one of these.
    private static func isWhole(_ columns: Set<Column>, of table: Table) -> Bool {
        columns.isSuperset(of: table.required) && columns.isSubset(of: table.columns)
            && columns.count > 1
    }

    /// Which table was meant, by the share of its required columns that are there, and what it lacks.
    private static func nearest(_ columns: Set<Column>) -> ImportNotice.Reason {
        let shares = Table.contract.map { table in
            let found = table.required.count { columns.contains($0) }
            return found * 100 / table.required.count + table.columns.count { columns.contains($0) }
        }
        guard let best = shares.max(), best > 0, let index = shares.firstIndex(of: best) else {
            return .noTable(nearest: nil, missing: [])
        }
        let table = Table.contract[index]
        return .noTable(nearest: table, missing: table.required.filter { !columns.contains($0) })
    }

    private static func places(_ known: [Column?], _ table: Table?) -> [Place] {
        guard let table else { return [] }
        let (columns, required) = (Set(table.columns), Set(table.required))
        return known.enumerated().compactMap { index, column in
            guard let column, columns.contains(column) else { return nil }
            return Place(column: column, index: index, isRequired: required.contains(column))
        }
    }

    private static func repeated(_ places: [Place]) -> [Column] {
        var seen: Set<Column> = []
        var repeated: [Column] = []
        for place in places where !seen.insert(place.column).inserted && !repeated.contains(place.column) {
            repeated.append(place.column)
        }
        return repeated
    }

    /// A warning for each column that the table does not have; one without a name is a trailing comma.
    private static func unknown(_ names: [String?], _ places: [Place]) -> [ImportNotice.Reason] {
        let used = Set(places.map(\.index))
        var seen: Set<RecordKey> = []
        return names.enumerated().compactMap { index, name in
            guard let name, !name.isEmpty, !used.contains(index), seen.insert(RecordKey(name)).inserted
            else { return nil }
            return .unknownColumn(name)
        }
    }
}
