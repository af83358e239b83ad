import PartyWork

/// The registers of a ledger and a call, as the headers of entries' files ask for them.
struct CallRegisters: Sendable {
    let book: RegisterBook
    /// The registers whose row is bad in the call, so that the rows of their entries are not looked at.
    let bad: [String]
    /// The fields whose row is bad in the call, by register.
    let badFields: [(register: String, field: String)]
}

/// A header of a register's entries, which is asked for before every other table.
///
/// It has 对象编号, 登记日期 and the number of a register (REGISTERS section 2). One that is read with leave, as all of a sheet is, may
/// lack what an officer gives for all rows or the ledger gives itself: the number of a register says whose entries it has, else the
/// name of the sheet or file, a line above, or the officer.
struct EntryHeader {
    /// The table of the register's entries; nil where the rows are not to be looked at.
    let table: TableSchema?
    /// The table that is meant.
    let nearest: TableSchema?
    let places: [Header.FoundColumn]
    let reasons: [ImportNotice.Reason]
    /// The columns whose field is bad in the call.
    let passedOver: Set<Int>
    /// What was given for columns that are not there.
    let given: [Header.Given]
    /// The required columns that nothing makes up for.
    let missing: [Column]
    /// What an officer said of it.
    let said: HeaderBook.Said?
    /// Whether it is the contract's own.
    let isContract: Bool
    /// Whether its rows are read with leave.
    let isLenient: Bool

    /// - Parameter isForeign: whether it stands in a sheet or in a foreign file.
    /// - Returns: nil for a header that is none of a known register's entries.
    init?(_ names: [String?], _ book: HeaderBook, isForeign: Bool) {
        let isContract = EntryHeader.isPossible(names.map { $0 ?? "" })
        let isLenient = isForeign || !isContract
        guard let registers = book.registers ?? (isLenient ? book.saved : nil) else { return nil }
        let said = isLenient ? book.said(of: HeaderShape(ofFile: names.map { $0 ?? "" }), isContract: isContract) : nil
        let known =
            registers.book.registers.map(\.name).filter { !registers.bad.contains(where: $0.hasSameCodePoints) }
            + registers.bad
        let numbered = known.filter { name in
            names.contains { $0?.hasSameCodePoints(as: Entry.numberColumn(of: name).header) ?? false }
        }
        let meant: [String]
        if let said {
            meant = known.filter { registers.book[$0]?.table == said.mapping.table }
        } else if isContract {
            meant = numbered
        } else {
            let spoken = numbered.isEmpty ? known.filter(book.isCalled) : numbered
            meant = spoken.filter { name in
                registers.book[name].map { EntryHeader.saysWhom(names, $0.table, book) } ?? false
            }
        }
        guard let name = meant.first, isForeign || isContract || !HeaderNames(names, book).isContract else {
            return nil
        }
        let found = registers.book[name].flatMap { registers.bad.contains(where: name.hasSameCodePoints) ? nil : $0 }
        let passedOver = Set(
            names.indices.filter { index in
                registers.badFields.contains {
                    $0.register.hasSameCodePoints(as: name) && $0.field.hasSameCodePoints(as: names[index] ?? "")
                }
            })
        (self.passedOver, self.said) = (passedOver, said)
        (self.isContract, self.isLenient) = (isContract, isLenient)
        guard meant.count == 1, let register = found else {
            (table, nearest, places, given, missing) = (nil, nil, [], [], [])
            reasons = meant.count > 1 ? [.twoTables(meant.compactMap { registers.book[$0]?.table })] : []
            return
        }
        let table = register.table
        let choices = said?.mapping.choices ?? [:]
        let places = EntryHeader.places(names, choices, in: table, isLenient: isLenient)
            .filter { !passedOver.contains($0.index) }
        let repeated = places.enumerated().filter { place, one in
            places[..<place].contains { $0.column == one.column }
        }
        let there = Set(places.map(\.column))
        let given = isLenient ? EntryHeader.given(for: table, there, book) : []
        let filled = there.union(given.map(\.field.column)).union(isLenient ? [table.numbered].compactMap(\.self) : [])
        let missing = table.required.filter { !filled.contains($0) }
        self.table = repeated.isEmpty && missing.isEmpty ? table : nil
        nearest = table
        (self.places, self.given, self.missing) = (places, given, missing)
        let twice = Set(repeated.map(\.element.column)).sorted { $0.header < $1.header }.map { column in
            let alike = places.filter { $0.column == column }.map(\.name)
            return alike.allSatisfy(column.header.hasSameCodePoints)
                ? ImportNotice.Reason.columnTwice(column) : .understoodTwice(column, alike)
        }
        reasons = twice + (missing.isEmpty ? [] : [.noTable(nearest: table, missing: missing)])
    }

    /// Whether a header says whom entries are about, or an officer does for all rows.
    private static func saysWhom(_ names: [String?], _ table: TableSchema, _ book: HeaderBook) -> Bool {
        let there = Set(places(names, [:], in: table, isLenient: true).map(\.column))
        return there.union(given(for: table, there, book).map(\.field.column)).contains(.subjectID)
    }

    /// What an officer gave for columns that are not there.
    private static func given(for table: TableSchema, _ there: Set<Column>, _ book: HeaderBook) -> [Header.Given] {
        var present = there
        return book.given.compactMap { value in
            guard let field = table.field(called: value.name), present.insert(field.column).inserted else { return nil }
            return Header.Given(field: field, value: value)
        }
    }

    private static func places(
        _ names: [String?], _ choices: [Int: ColumnChoice], in table: TableSchema, isLenient: Bool
    ) -> [Header.FoundColumn] {
        let chosen = Set(choices.values.compactMap { if case .column(let column) = $0 { column } else { nil } })
        let exact = names.map { name in name.flatMap { table.field(headed: $0, isFolded: isLenient) } }
        return names.enumerated().compactMap { index, name in
            guard let name else { return nil }
            // What is personal stays out, whatever anybody says.
            if choices[index] != nil, Sensitive.named(by: name) != nil { return nil }
            var field = exact[index]
            switch choices[index] {
            // Entries have no aids.
            case .leftOut, .aid: return nil
            case .column(let column): field = table[column]
            case nil:
                if field == nil, isLenient, let meant = Synonyms.meaning(of: name, in: table)?.field,
                    !exact.contains(where: { $0?.column == meant.column })
                {
                    field = meant
                }
                if let column = field?.column, chosen.contains(column) { return nil }
            }
            return field.map {
                Header.FoundColumn(
                    field: $0, index: index, name: name, reading: isLenient ? $0.lenientReading : .plain)
            }
        }
    }

    /// The register whose entries a header speaks of, whether or not there is one; nil for any other header.
    static func register(of names: [String?]) -> String? {
        guard isPossible(names.map { $0 ?? "" }) else { return nil }
        let suffix = Entry.numberColumn(of: "").header
        let numbers = names.compactMap { $0 }.filter {
            $0.hasSuffix(suffix) && !$0.hasSameCodePoints(as: suffix)
                && !$0.hasSameCodePoints(as: Column.subjectID.header)
        }
        return numbers.count == 1 ? String(numbers[0].dropLast(suffix.count)) : nil
    }

    /// Whether a header can be one of entries, whatever registers there are.
    static func isPossible(_ names: [String]) -> Bool {
        func has(_ header: String) -> Bool { names.contains(where: header.hasSameCodePoints) }
        return has(Column.subjectID.header) && has(Column.registeredOn.header)
    }
}

extension TableSchema {
    /// The column of a header; in a sheet its name is folded.
    fileprivate func field(headed name: String, isFolded: Bool) -> ColumnSchema? {
        self[Column(name)]
            ?? (isFolded
                ? fields.first { HeaderShape.folded($0.column.header).hasSameCodePoints(as: HeaderShape.folded(name)) }
                : nil)
    }
}
