import PartyWork

/// A ledger in memory, as an import sees it.
final class FakeSession: ImportSession {
    private(set) var rows: [TableSchema: [RecordKey: AnyRecord]] = [:]
    private let saved: Set<TableSchema>
    private(set) var asked: [RecordKey] = []
    /// Households that an ended pairing leaves alone.
    var alone: Set<Household.ID> = []
    private var lastNumber = 0
    /// The tables that it knows.
    var tables = TableSchema.builtIn

    init(_ records: [AnyRecord] = []) {
        saved = Set(records.map(\.table))
        for record in records { rows[record.table, default: [:]][record.key] = record }
    }

    /// The records of a table by key.
    subscript(table: TableSchema) -> [AnyRecord] {
        (rows[table] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    func organizationKind(_ code: Code) -> OrganizationKind? {
        (rows[.organizations]?[RecordKey(code.digits)]?.record as? Organization)?.kind
    }

    func personCategory(_ id: Person.ID) -> PersonCategory? {
        (rows[.people]?[RecordKey(id.text)]?.record as? Person)?.category
    }

    func hasHousehold(_ id: Household.ID) -> Bool { rows[.households]?[RecordKey(id.text)] != nil }

    func cycles(of household: Household.ID) -> [HouseholdCycle] {
        self[.householdCycles].compactMap { $0.record as? HouseholdCycle }.filter { $0.household == household }
    }

    func saved(_ table: TableSchema, _ key: RecordKey) -> AnyRecord? {
        asked.append(key)
        return rows[table]?[key]
    }

    func wasEmpty(_ table: TableSchema) -> Bool { !saved.contains(table) }

    func insert(_ record: some LedgerRecord) throws {
        guard rows[record.table]?[record.key] == nil else { throw Doubled(key: record.key) }
        rows[record.table, default: [:]][record.key] = AnyRecord(record)
    }

    func replace(_ old: AnyRecord, with new: AnyRecord) throws {
        guard old.key == new.key, rows[old.table]?[old.key] == old else { throw Doubled(key: old.key) }
        rows[old.table]?[old.key] = new
    }

    func names(of table: TableSchema) -> [NamedThing] {
        self[table].compactMap(\.record.named)
    }

    func nextActivityNumber(_ township: Code) -> Activity.ID {
        lastNumber += 1
        return Activity.ID(ActivityNumber.text(township: township, part: "K7M", sequence: lastNumber))
    }

    func definitions() -> [DefinitionRow] {
        TableSchema.definitions.flatMap { self[$0] }.compactMap { $0.record as? DefinitionRow }
    }

    func entries(of register: String, about subject: String) -> [StoredEntry] {
        rows.values.flatMap(\.values).compactMap { ($0.record as? Entry)?.stored }
            .filter { $0.register == register && $0.subject == subject }
    }

    func nextNumber(of entry: Entry) -> String {
        lastNumber += 1
        return EntryNumber.text(township: "422801100", part: "K7M", sequence: lastNumber)
    }

    func pairings(of household: Household.ID) -> [Pairing] {
        self[.pairings].compactMap { $0.record as? Pairing }.filter { $0.household == household }
    }

    func alike(_ record: AnyRecord) -> [AnyRecord] {
        self[record.table].filter { $0.key != record.key && record.isLike($0) }
    }

    func leavingPoorHouseholds(_ ended: [Pairing]) -> Set<Int> {
        Set(ended.indices.filter { alone.contains(ended[$0].household) })
    }

    struct Doubled: Error {
        let key: RecordKey
    }
}
