import PartyWork

/// What the names in a header row mean, table by table.
struct HeaderNames {
    private let names: [String?]
    /// The contract's column of each name, if it is one.
    private let exact: [Column?]

    init(_ names: [String?]) {
        self.names = names
        exact = names.map { name in Column.allCases.first { $0.rawValue.hasSameCodePoints(as: name ?? "") } }
    }

    /// The only table all of whose required columns are there; one beside the six only where none of the six fits, and by
    /// other names only where none fits by the contract's. The name of a sheet decides between several.
    func table(_ sheet: String?, _ reasons: inout [ImportNotice.Reason]) -> Table? {
        let columns = Set(exact.compactMap { $0 })
        var fitting = Table.contract.filter { columns.isSuperset(of: $0.required) }
        if fitting.isEmpty { fitting = Table.further.filter { isWhole(columns, of: $0) } }
        if fitting.isEmpty {
            fitting = Table.contract.filter { Set(places(in: $0).map(\.column)).isSuperset(of: $0.required) }
        }
        if fitting.count > 1, let sheet {
            let hinted = fitting.filter { Synonyms.isHinted($0, by: sheet) }
            if hinted.count == 1 { fitting = hinted }
        }
        if fitting.count > 1 { reasons.append(.twoTables(fitting)) }
        if fitting.isEmpty, !names.isEmpty { reasons.append(nearest) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Whether a table beside the six is meant: its required columns are there, more than a key alone, and no column of
    /// another table, so that a file of the six that lacks a column is never taken for one of these.
    private func isWhole(_ columns: Set<Column>, of table: Table) -> Bool {
        columns.isSuperset(of: table.required) && columns.isSubset(of: table.columns)
            && columns.count > 1
    }

    /// How many required columns of the nearest table are there.
    var kinship: Int {
        let found = Table.contract.map { table in
            Set(places(in: table).map(\.column)).intersection(table.required).count
        }
        return found.max() ?? 0
    }

    /// Which table was meant, by the share of its required columns that are there, and what it lacks.
    private var nearest: ImportNotice.Reason {
        let present = Table.contract.map { Set(places(in: $0).map(\.column)) }
        let shares = zip(Table.contract, present).map { table, columns in
            let found = table.required.count { columns.contains($0) }
            return found * 100 / table.required.count + table.columns.count { columns.contains($0) }
        }
        guard let best = shares.max(), best > 0, let index = shares.firstIndex(of: best) else {
            return .noTable(nearest: nil, missing: [])
        }
        let table = Table.contract[index]
        return .noTable(nearest: table, missing: table.required.filter { !present[index].contains($0) })
    }

    /// Where the columns of a table stand: the contract's names, and synonyms for the columns that those leave out.
    func places(in table: Table) -> [Header.Place] {
        let (columns, required) = (Set(table.columns), Set(table.required))
        let named = Set(exact.compactMap { $0 })
        return names.indices.compactMap { index in
            let name = names[index] ?? ""
            if let column = exact[index], columns.contains(column) {
                return Header.Place(
                    column: column, index: index, isRequired: required.contains(column), name: name, reading: .plain)
            }
            guard let meaning = Synonyms.meaning(of: name, in: table), !named.contains(meaning.column) else {
                return nil
            }
            return Header.Place(
                column: meaning.column, index: index, isRequired: required.contains(meaning.column), name: name,
                reading: meaning.reading)
        }
    }

    /// A fault for each column that several headers name.
    func repeated(_ places: [Header.Place]) -> [ImportNotice.Reason] {
        var seen: Set<Column> = []
        return places.compactMap { place in
            let alike = places.filter { $0.column == place.column }
            guard alike.count > 1, seen.insert(place.column).inserted else { return nil }
            let isExact = alike.allSatisfy { $0.column.rawValue.hasSameCodePoints(as: $0.name) }
            return isExact ? .columnTwice(place.column) : .understoodTwice(place.column, alike.map(\.name))
        }
    }

    /// The names that no column took, those of cells that could not be read left out.
    func unused(_ places: [Header.Place]) -> [(index: Int, name: String)] {
        let used = Set(places.map(\.index))
        return names.enumerated().compactMap { index, name in
            guard let name, !used.contains(index) else { return nil }
            return (index, name)
        }
    }

    /// Whether a name is met for the first time, so that each is told of once.
    static func isFirst(_ one: (index: Int, name: String), in all: [(index: Int, name: String)]) -> Bool {
        all.first { $0.name.hasSameCodePoints(as: one.name) }?.index == one.index
    }
}
