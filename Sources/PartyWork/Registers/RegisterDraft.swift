/// A register in the making, from a table of a file: its header becomes the fields, its rows the entries.
package struct RegisterDraft: Sendable {
    package let table: SheetTable
    /// In the order of the file.
    package let columns: [SheetColumn]
    private let known: KnownNames

    /// A draft of a table as it is understood, and as the officer corrected it.
    package init(_ table: SheetTable, _ known: KnownNames, _ corrections: [Int: SheetColumn.Use] = [:]) {
        self.table = table
        self.known = known
        var columns = table.columns.enumerated().map { index, column in
            SheetColumn(column, table.rows.map { $0.cells[index] }, known)
        }
        RegisterDraft.giveRoles(&columns, table)
        for index in columns.indices {
            if let use = corrections[columns[index].place] { columns[index].use = use }
            let column = columns[index]
            if column.use.role == .subject, !column.use.kind.namesSomeone {
                // Entries are about somebody, whatever kind the column had as a field.
                columns[index].use.kind = known.likeliest(of: column.texts, column.header)
            }
        }
        RegisterDraft.makeUnique(&columns)
        self.columns = columns
    }

    // MARK: - What is guessed

    /// Says what each column is for.
    ///
    /// The first that names somebody says what entries are about, the first that has a day in every row since when; numbers different from
    /// each other are theirs. A running number is left out.
    private static func giveRoles(_ columns: inout [SheetColumn], _ table: SheetTable) {
        if let subject = columns.firstIndex(where: { $0.use.kind.namesSomeone }) {
            columns[subject].use.role = .subject
        }
        for (index, column) in columns.enumerated() {
            let cells = table.rows.map { $0.cells[index] }
            let isFull = !cells.contains("")
            if column.header == "序号" || column.header.isEmpty {
                columns[index].use.role = .none
            } else if column.header.hasSuffix("编号"), column.use.role == .field {
                columns[index].use.role = isFull && Set(cells).count == cells.count ? .number : .none
            } else if column.use.kind == .day, isFull, !columns.contains(where: { $0.use.role == .registeredOn }) {
                columns[index].use.role = .registeredOn
            }
        }
    }

    /// A header as a name that the rules take; empty where nothing is left of it.
    package static func name(_ header: String, of kind: RegisterName.Kind) -> String {
        var name = ""
        for scalar in header.unicodeScalars
        where !scalar.properties.isWhitespace && !";；|｜=＝≠<＜>＞≤≥!:：/[]\"".unicodeScalars.contains(scalar) {
            name.unicodeScalars.append(scalar)
        }
        name = String(String.UnicodeScalarView(name.unicodeScalars.prefix(20)))
        switch RegisterName.fault(in: name, of: kind) {
        case .takenName: return name + "栏"
        case .numberName: return String(name.dropLast(2)) + "号"
        case nil: return name
        default: return ""
        }
    }

    /// Two fields of one name are told apart by a number.
    private static func makeUnique(_ columns: inout [SheetColumn]) {
        var met: Set<String> = []
        for index in columns.indices where columns[index].use.role == .field {
            var name = columns[index].use.name
            if name.isEmpty { name = "栏\(columns[index].place + 1)" }
            var number = 2
            while !met.insert(name).inserted {
                name = columns[index].use.name + "\(number)"
                number += 1
            }
            columns[index].use.name = name
        }
    }

    // MARK: - What is made of it

    /// The column of a role that only one may have.
    package func column(_ role: SheetColumn.Role) -> SheetColumn? { columns.first { $0.use.role == role } }

    /// What entries are about where a column says it: organizations of one kind, or people, households, cooperatives.
    package var subject: RegisterSubject? {
        guard let column = column(.subject) else { return nil }
        switch column.use.kind {
        case .person: return .person
        case .household: return .household
        case .cooperative: return .cooperative
        default:
            let codes = Set(cells(of: column).flatMap { known.keys(of: $0, .organization) })
            let subjects = Set(codes.map { RegisterSubject(ofOrganization: Code($0)) })
            return subjects.count == 1 ? subjects.first : .branch
        }
    }

    /// What is not in the table: what the register is called, and what all its entries have in common.
    package struct Head: Sendable {
        package let name: String
        package let system: String
        package let subject: RegisterSubject
        /// What entries are about, where no column says it.
        package let subjectKey: String
        /// When they were entered, where no column says it.
        package let day: Day

        package init(_ name: String, system: String, subject: RegisterSubject, subjectKey: String, day: Day) {
            self.name = name
            self.system = system
            self.subject = subject
            self.subjectKey = subjectKey
            self.day = day
        }
    }

    /// What becomes of a table: rows that define a register, its entries, and the rows that can be none.
    package struct Made: Sendable {
        package let definitions: [AnyRecord]
        package let entries: [StoredEntry]
        package let faults: [RowFault]

        /// One act that makes all of it.
        package var act: Act { .found(definitions + entries.map { AnyRecord($0) }) }
    }

    /// A row that is no entry, and why.
    package struct RowFault: Sendable, Hashable {
        package let line: Int
        package let text: String
    }

    /// The register and its entries.
    ///
    /// - Throws: what is wrong with the definitions themselves.
    package func made(_ head: Head) throws(RecordFaults) -> Made {
        var definitions = [
            try AnyRecord.read(
                .registers, from: [.register: head.name, .system: head.system, .subject: head.subject.word])
        ]
        for (number, column) in columns.filter({ $0.use.role == .field }).enumerated() {
            definitions.append(
                try AnyRecord.read(
                    .registerFields,
                    from: [
                        .register: head.name, .field: column.use.name, .position: String(number + 1),
                        .kind: column.use.kind.rawValue, .options: column.use.options.joined(separator: ";"),
                    ]))
        }
        let book = RegisterBook(definitions.compactMap { $0.record as? DefinitionRow })
        guard let register = book[head.name] else { return Made(definitions: definitions, entries: [], faults: []) }
        var (entries, faults): ([StoredEntry], [RowFault]) = ([], [])
        for row in table.rows {
            do throws(RecordFaults) {
                var entry = try Entry(register).setting(try cells(of: row, register, head)).stored
                // The ledger gives a number where none is there.
                if column(.number) == nil { entry.number = "" }
                entries.append(entry)
            } catch {
                faults.append(RowFault(line: row.line, text: error.faults.map(\.text).listed))
            }
        }
        return Made(definitions: definitions, entries: entries, faults: faults)
    }

    /// The rows that can be no entries, whatever the register is called and whatever they are about; all of them where it cannot be
    /// defined.
    ///
    /// - Parameter day: stands for the day on which entries are made, where no column says it.
    package func faults(on day: Day) -> [RowFault] {
        let head = Head("登记", system: "", subject: subject ?? .township, subjectKey: "-", day: day)
        do throws(RecordFaults) {
            return try made(head).faults
        } catch {
            let text = error.faults.map(\.text).listed
            return table.rows.map { RowFault(line: $0.line, text: text) }
        }
    }

    private func cells(of column: SheetColumn) -> [String] {
        guard let index = columns.firstIndex(where: { $0.place == column.place }) else { return [] }
        return table.rows.map { $0.cells[index] }
    }

    /// The cells of an entry, names replaced by keys.
    private func cells(
        of row: SheetTable.Row, _ register: RegisterDefinition, _ head: Head
    ) throws(RecordFaults) -> [Column: String] {
        var cells: [Column: String] = [
            register.number: "-", .subjectID: head.subjectKey, .registeredOn: head.day.description,
        ]
        var faults: [FieldFault] = []
        for (column, cell) in zip(columns, row.cells) {
            let target: Column
            switch column.use.role {
            case .field: target = Column(column.use.name)
            case .subject: target = .subjectID
            case .registeredOn: target = .registeredOn
            case .number: target = register.number
            case .none: continue
            }
            cells[target] = cell
            guard column.use.kind.namesSomeone, !cell.isEmpty else { continue }
            let keys = known.keys(of: cell, column.use.kind)
            switch keys.count {
            case 0: faults.append(FieldFault(target, .notNamed(cell)))
            case 1: cells[target] = keys[0]
            default: faults.append(FieldFault(target, .severalNamed(cell, keys)))
            }
        }
        if !faults.isEmpty { throw RecordFaults(faults) }
        return cells
    }
}

extension [RegisterDraft.RowFault] {
    /// Why each row is no entry, by its line.
    package var reasons: [Int: String] {
        Dictionary(map { ($0.line, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}

extension FieldKind {
    /// Whether it names people, organizations, households or cooperatives.
    package var namesSomeone: Bool {
        switch self {
        case .person, .organization, .household, .cooperative: true
        case .text, .longText, .whole, .amount, .day, .flag, .option: false
        }
    }
}

extension RegisterSubject {
    /// What an organization is to a register that is about it.
    package init(ofOrganization code: Code) {
        self =
            switch code.level {
            case .township: .township
            case .group: .group
            case .branch, nil: OrganizationKind.village.accepts(code) ? .village : .branch
            }
    }
}
