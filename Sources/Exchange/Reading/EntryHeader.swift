import PartyWork

/// The registers of a ledger and a call, as the headers of entries' files ask for them.
struct CallRegisters: Sendable {
    let book: RegisterBook
    /// The registers whose row is bad in the call, so that the rows of their entries are not looked at.
    let bad: [String]
    /// The fields whose row is bad in the call, by register.
    let badFields: [(register: String, field: String)]
}

/// A header that has 对象编号, 登记日期 and the number of a register: it is asked for before every other table (REGISTERS section 2).
struct EntryHeader {
    /// The table of the register's entries; nil where the rows are not to be looked at.
    let table: TableSchema?
    let places: [Header.FoundColumn]
    let reasons: [ImportNotice.Reason]
    /// The columns whose field is bad in the call.
    let passedOver: Set<Int>

    /// - Returns: nil for a header that is none of a known register's entries.
    init?(_ names: [String?], _ book: HeaderBook) {
        guard let registers = book.registers, EntryHeader.isPossible(names.map { $0 ?? "" }) else { return nil }
        let known =
            registers.book.registers.map(\.name).filter { !registers.bad.contains(where: $0.hasSameCodePoints) }
            + registers.bad
        let meant = known.filter { name in
            names.contains { $0?.hasSameCodePoints(as: Entry.numberColumn(of: name).header) ?? false }
        }
        guard let name = meant.first else { return nil }
        let found = registers.book[name].flatMap { registers.bad.contains(where: name.hasSameCodePoints) ? nil : $0 }
        passedOver = Set(
            names.indices.filter { index in
                registers.badFields.contains {
                    $0.register.hasSameCodePoints(as: name) && $0.field.hasSameCodePoints(as: names[index] ?? "")
                }
            })
        guard meant.count == 1, let register = found else {
            (table, places) = (nil, [])
            reasons = meant.count > 1 ? [.twoTables(meant.compactMap { registers.book[$0]?.table })] : []
            return
        }
        let (all, dropped) = (EntryHeader.places(names, in: register.table), passedOver)
        let kept = all.filter { !dropped.contains($0.index) }
        let repeated = kept.enumerated().filter { place, one in
            kept[..<place].contains { $0.column == one.column }
        }
        table = repeated.isEmpty ? register.table : nil
        places = kept
        reasons = Set(repeated.map(\.element.column)).sorted { $0.header < $1.header }.map { .columnTwice($0) }
    }

    private static func places(_ names: [String?], in table: TableSchema) -> [Header.FoundColumn] {
        names.enumerated().compactMap { index, name in
            guard let name, let field = table[Column(name)] else { return nil }
            return Header.FoundColumn(field: field, index: index, name: name, reading: .plain)
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
