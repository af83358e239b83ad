import PartyWork

/// The session of an import: rows go straight into prepared statements, and the journal gets the keys of new rows and the
/// old values of changed ones.
final class ImportWriter: ImportSession {
    private let db: Session
    private let entry: JournalEntry
    private var inserts: [TableSchema: Insertion] = [:]
    private let wereEmpty: Set<TableSchema>
    /// Whether entries are there whose place may follow from what comes in.
    private let hadEntries: Bool
    private let load: any Load
    private var registers = RegisterBook.empty
    /// The greatest running number of the entries that came in, by what stands before it.
    private var lastNumbers: [String: Int] = [:]

    init(_ db: Session, _ load: any Load, for permission: Permission) throws {
        self.db = db
        self.load = load
        entry = try JournalEntry(db, for: permission)
        wereEmpty = Set(try db.tables.filter { try db.isEmpty($0) })
        hadEntries = !wereEmpty.contains(.entries)
        if wereEmpty.count == db.tables.count { try load.deferIndexes(of: db.tables) }
    }

    /// Finishes the load, and writes the journal entry; none if nothing changed.
    func close(by officer: Officer, at instant: String, as mark: ActMark, _ deed: Deed) throws {
        // Before the indexes are built, which then need no change.
        try db.refreshStaleEntries()
        for (prefix, last) in lastNumbers { try db.noteEntryNumber(prefix, last) }
        try load.finish()
        let written = inserts.filter { $0.value.count > 0 }
        if written.isEmpty, !entry.hasChanges { return }
        for (table, insertion) in written.sorted(by: { $0.key.name.precedesByCodePoint($1.key.name) }) {
            try entry.keep(String(decoding: insertion.lines, as: UTF8.self), of: table)
        }
        try entry.close(
            by: officer.acting(from: .imported), at: instant, as: mark, kind: .imported, deed)
    }

    // MARK: - ImportSession

    var tables: [TableSchema] { db.tables }

    func organizationKind(_ code: Code) throws -> OrganizationKind? { try db.organizationKind(code) }
    func personCategory(_ id: Person.ID) throws -> PersonCategory? { try db.personCategory(id) }
    func hasHousehold(_ id: Household.ID) throws -> Bool { try db.hasHousehold(id) }
    func cycles(of household: Household.ID) throws -> [HouseholdCycle] { try db.cycles(of: household) }
    func saved(_ table: TableSchema, _ key: RecordKey) throws -> AnyRecord? {
        guard let register = register(of: table) else { return try db.anyRecord(table, key) }
        return try db.entry(key.text, of: register)?.wrapped
    }

    func wasEmpty(_ table: TableSchema) throws -> Bool {
        wereEmpty.contains(register(of: table) == nil ? table : .entries)
    }

    // MARK: - Registers

    /// The register whose entries a table of the call holds; nil for any other table.
    private func register(of table: TableSchema) -> RegisterDefinition? {
        registers.registers.isEmpty ? nil : registers.registers.first { $0.table == table }
    }

    func definitions() throws -> [DefinitionRow] { try db.definitions() }

    func checklists() throws -> [Checklist] { try db.ownChecklists() }

    func open(_ registers: RegisterBook) throws {
        self.registers = registers
        // Rows that came in since were not looked at.
        db.forgetRegisters()
    }

    func count(_ use: DefinitionUse) throws -> Int { try db.count(use) }
    func steps(of entry: RecordKey) throws -> [EntryStep] { wereEmpty.contains(.steps) ? [] : try db.steps(of: entry) }

    func entries(under number: String, of register: String, before day: Day) throws -> [StoredEntry] {
        let children = registers[register].map { registers.children(of: $0).map(\.name) } ?? []
        return try children.flatMap { child in
            try db.all(
                .entriesAbout,
                Parameters().with("register", child).with("subject", number)
            ) { try $0.record(StoredEntry.self) }
        }.filter { $0.registeredOn < day }
    }

    func entries(of register: String, about subject: String) throws -> [StoredEntry] {
        try db.all(.entriesAbout, Parameters().with("register", register).with("subject", subject)) {
            try $0.record(StoredEntry.self)
        }
    }

    func giveFirstSteps(of registers: [RegisterDefinition]) throws {
        for register in registers {
            for step in try db.missingFirstSteps(of: register) { try insert(step) }
        }
    }

    func nextActivityNumber(_ township: Code) throws -> Activity.ID { try db.nextActivityNumber(township) }

    func nextNumber(of entry: Entry) throws -> String {
        // Numbers that came in are in use.
        for (prefix, last) in lastNumbers { try db.noteEntryNumber(prefix, last) }
        return try db.nextEntryNumber(try db.place(of: entry).township)
    }

    func pairings(of household: Household.ID) throws -> [Pairing] { try db.pairings(of: household) }

    func alike(_ record: AnyRecord) throws -> [AnyRecord] { try db.alike(record) }

    func names(of table: TableSchema) throws -> [NamedThing] {
        // Every code is digits, so that this range is all of them.
        let all = Parameters().with("scope", "").with("end", ":")
        let (kind, statement): (NamedThing.Kind, NamedSQL) =
            switch table {
            case .people: (.person, .personNames)
            case .households: (.household, .householdNames)
            case .cooperatives: (.cooperative, .cooperativeNames)
            default: (.organization, .organizationNames)
            }
        return try db.all(statement, all) { row in
            NamedThing(kind, key: row.text(0), name: row.text(1), organization: Code(row.text(2)))
        }
    }

    var hasMonths: Bool { entry.lock != nil }

    func lockedMonth(_ old: AnyRecord?, _ new: AnyRecord) throws -> Refusal? {
        try entry.lock?.refusal(old?.record, new.record)
    }

    func insert(_ record: some LedgerRecord) throws {
        if let entry = record as? Entry {
            if let (prefix, number) = EntryNumber.parts(of: entry.number) {
                lastNumbers[prefix] = max(lastNumbers[prefix] ?? 0, number)
            }
            db.entriesAreStale = true
            try self.entry.permit(nil, entry.stored)
            return try insertion(.entries).insert(entry.stored)
        }
        if record.table.files == .none { throw Refusal.stepIsFixed }
        try entry.permit(nil, record)
        try insertion(record.table).insert(record)
        if hadEntries { try db.followEntries(nil, record) }
    }

    private func insertion(_ table: TableSchema) throws -> Insertion {
        if let insertion = inserts[table] { return insertion }
        let insertion = try Insertion(load, Layout.of(table))
        inserts[table] = insertion
        return insertion
    }

    func replace(_ old: AnyRecord, with new: AnyRecord) throws {
        if let old = old.record as? Entry, let new = new.record as? Entry {
            return try entry.replace(old.stored, with: new.stored)
        }
        try entry.replace(old.record, with: new.record)
    }

    func leavingPoorHouseholds(_ ended: [Pairing]) throws -> Set<Int> {
        try db.gaps(among: ended.map { ($0.household, $0.endedOn) })
    }
}

/// Adds rows to one table, and keeps their keys and fingerprints for the journal.
private final class Insertion {
    private(set) var count = 0
    /// One row a line: key, tab, fingerprint.
    private(set) var lines: [UInt8] = []
    private let fields: [ColumnSchema]
    private let row: Statement
    private let items: [Statement?]

    init(_ load: any Load, _ layout: Layout) throws {
        fields = layout.table.fields
        row = try load.insertion(layout.statements.insert)
        items = try fields.map { try $0.place.side.map { try load.insertion($0.insert) } }
    }

    func insert<R: LedgerRecord>(_ record: R) throws {
        var fingerprint = Fingerprint()
        var index: Int32 = 1
        let key = record.key.text
        var lists: [(Statement, String)] = []
        for (place, field) in fields.enumerated() {
            let text = record.text(field.column)
            fingerprint.add(text)
            if try row.bind(text, at: index, field.place) {
                index += 1
            } else if !text.isEmpty, let item = items[place] {
                lists.append((item, text))
            }
        }
        try row.run()
        // An engine that keeps rights asks where the row belongs whose list it is.
        for (item, text) in lists { try item.insertItems(of: text, for: key) }
        count += 1
        lines += key.utf8
        lines.append(UInt8(ascii: "\t"))
        lines += fingerprint.digits
        lines.append(UInt8(ascii: "\n"))
    }
}
