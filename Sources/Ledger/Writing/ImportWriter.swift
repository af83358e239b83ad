import PartyWork

/// The session of an import: rows go straight into prepared statements, and the journal gets the keys of new rows and the
/// old values of changed ones.
final class ImportWriter: ImportSession {
    private let db: Session
    private let entry: JournalEntry
    private let inserts: [TableSchema: Insertion]
    private let wereEmpty: [TableSchema]
    private let load: any Load
    private let isGap: Statement

    init(_ db: Session, _ load: any Load) throws {
        self.db = db
        self.load = load
        entry = try JournalEntry(db)
        wereEmpty = try TableSchema.builtIn.filter { try db.isEmpty($0) }
        if wereEmpty == TableSchema.builtIn { try load.deferIndexes(of: wereEmpty) }
        var inserts: [TableSchema: Insertion] = [:]
        for table in TableSchema.builtIn { inserts[table] = try Insertion(db, Layout.of(table)) }
        self.inserts = inserts
        isGap = try db.statement(NamedSQL.isGap.sql)
    }

    /// Finishes the load, and writes the journal entry; none if nothing changed.
    func close(by officer: Officer, at instant: String, as mark: ActMark, _ deed: Deed) throws {
        try load.finish()
        let imported = inserts.values.reduce(0) { $0 + $1.count }
        if imported == 0, !entry.hasChanges { return }
        for (table, insertion) in inserts.sorted(by: { $0.key.name < $1.key.name }) where insertion.count > 0 {
            try entry.keep(String(decoding: insertion.lines, as: UTF8.self), of: table)
        }
        try entry.close(
            by: officer.acting(from: .imported), at: instant, as: mark, kind: .imported, deed,
            imported: imported)
    }

    // MARK: - ImportSession

    func organizationKind(_ code: Code) throws -> OrganizationKind? { try db.organizationKind(code) }
    func personCategory(_ id: Person.ID) throws -> PersonCategory? { try db.personCategory(id) }
    func hasHousehold(_ id: Household.ID) throws -> Bool { try db.hasHousehold(id) }
    func cycles(of household: Household.ID) throws -> [HouseholdCycle] { try db.cycles(of: household) }
    func saved(_ table: TableSchema, _ key: RecordKey) throws -> AnyRecord? { try db.anyRecord(table, key) }
    func wasEmpty(_ table: TableSchema) throws -> Bool { wereEmpty.contains(table) }

    func nextActivityNumber(_ township: Code) throws -> Activity.ID { try db.nextActivityNumber(township) }
    func pairings(of household: Household.ID) throws -> [Pairing] { try db.pairings(of: household) }

    func alike(_ record: AnyRecord) throws -> [AnyRecord] { try db.alike(record) }

    func names(of table: TableSchema) throws -> [NamedThing] {
        // Every code is digits, so that this range is all of them.
        let all = Parameters().with("scope", "").with("end", ":")
        let (kind, statement): (NamedThing.Kind, NamedSQL) =
            switch table {
            case .people: (.person, .personNames)
            case .households: (.household, .householdNames)
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
        if record.table.files == .none { throw Refusal.stepIsFixed }
        try inserts[record.table]?.insert(record)
    }

    func replace(_ old: AnyRecord, with new: AnyRecord) throws {
        try entry.replace(old.record, with: new.record)
    }

    func leavesPoorHouseholdWithoutHelper(_ ended: Pairing) throws -> Bool {
        guard let day = ended.endedOn else { return false }
        // By place, `:id` and `:day`: by name it took as long as the answer.
        try isGap.bind([.text(ended.household.text), .text(day.description)])
        return try isGap.first { _ in true } ?? false
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

    init(_ db: Session, _ layout: Layout) throws {
        fields = layout.table.fields
        row = try db.statement(layout.statements.insert)
        items = try fields.map { try $0.place.side.map { try db.statement($0.insert) } }
    }

    func insert<R: LedgerRecord>(_ record: R) throws {
        var fingerprint = Fingerprint()
        var index: Int32 = 1
        let key = record.key.text
        for (place, field) in fields.enumerated() {
            let text = record.text(field.column)
            fingerprint.add(text)
            if try row.bind(text, at: index, field.place) {
                index += 1
            } else if !text.isEmpty, let item = items[place] {
                try item.insertItems(of: text, for: key)
            }
        }
        try row.run()
        count += 1
        lines += key.utf8
        lines.append(UInt8(ascii: "\t"))
        lines += fingerprint.digits
        lines.append(UInt8(ascii: "\n"))
    }
}
