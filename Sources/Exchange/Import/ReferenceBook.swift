import PartyWork

/// Answers what exists: in the files of the call, or saved before it (CONTRACT section 1, import is one transaction).
///
/// A row of the call stands before the saved one of the same key. Answers of the session are kept, so that each key is
/// asked for once.
struct ReferenceBook {
    private let session: any ImportSession
    /// The keys of the call, by table.
    private var met: [KeyTable]
    /// The place of each table in these lists.
    private let places: [TableSchema: Int]
    /// The keys that were asked of the session, by table; mark 0 for what is nowhere.
    private var asked: [KeyTable]
    /// Whether a table holds no saved row.
    private let wasEmpty: [Bool]
    // The places of the tables that others refer to, which is asked for each row.
    private let organizations, people, households, activities, checklists: Int

    init(_ session: any ImportSession) throws {
        self.session = session
        let tables = session.tables
        met = tables.map { _ in KeyTable() }
        asked = met
        wasEmpty = try tables.map { try session.wasEmpty($0) }
        places = Dictionary(uniqueKeysWithValues: tables.enumerated().map { ($1, $0) })
        (organizations, people, households) = (
            places[.organizations] ?? 0, places[.people] ?? 0, places[.households] ?? 0
        )
        (activities, checklists) = (places[.activities] ?? 0, places[.checklists] ?? 0)
    }

    /// The place of a table, by which its keys are noted.
    func place(of table: TableSchema) -> Int { places[table] ?? 0 }

    /// Whether a table held no row when the call began.
    func wasEmpty(at place: Int) -> Bool { wasEmpty[place] }

    /// What is known of a key.
    enum Answer: Equatable {
        case nowhere
        /// It stands in a bad row.
        case bad
        /// It exists; the mark says of what kind.
        case found(UInt8)
    }

    /// Notes the key of a row of the call.
    mutating func insert(_ key: RecordKey, at place: Int, file: Int, line: Int) -> (isNew: Bool, index: Int) {
        met[place].insert(key.text, file: file, line: line)
    }

    /// Where a key of the call stood first.
    func origin(at place: Int, _ index: Int) -> (file: Int, line: Int) {
        let entry = met[place][index]
        return (Int(entry.file), Int(entry.line))
    }

    mutating func setMark(_ mark: UInt8, at place: Int, _ index: Int) {
        met[place][index].mark = mark
    }

    /// A saved row stays as it is, whatever the row of the call says of it.
    mutating func keepSaved(_ key: RecordKey, _ mark: UInt8, at place: Int) {
        if let index = met[place].find(key.text) { met[place][index].mark = mark }
    }

    mutating func setBad(at place: Int, _ index: Int) {
        met[place][index].isBad = true
    }

    mutating func organization(_ code: Code) throws -> Answer {
        try look(organizations, code.digits) { try $0.organizationKind(code).map(KeyMark.of) }
    }

    mutating func person(_ id: Person.ID) throws -> Answer {
        try look(people, id.text) { try $0.personCategory(id).map(KeyMark.of) }
    }

    mutating func household(_ id: Household.ID) throws -> Answer {
        try look(households, id.text) { try $0.hasHousehold(id) ? 1 : nil }
    }

    mutating func activity(_ id: Activity.ID) throws -> Answer {
        let key = RecordKey(id.text)
        return try look(activities, id.text) { try $0.saved(.activities, key)?.record.mark }
    }

    mutating func checklist(_ id: Checklist.ID) throws -> Answer {
        let key = RecordKey(id.text)
        return try look(checklists, id.text) { try $0.saved(.checklists, key)?.record.mark }
    }

    /// The category of a person; nil if nowhere or in a bad row.
    mutating func category(_ id: Person.ID) throws -> PersonCategory? {
        if case .found(let mark) = try person(id) { KeyMark.category(mark) } else { nil }
    }

    private mutating func look(
        _ place: Int, _ key: String, _ ask: (any ImportSession) throws -> UInt8?
    ) throws -> Answer {
        if let index = met[place].find(key) {
            let entry = met[place][index]
            return entry.isBad ? .bad : .found(entry.mark)
        }
        if wasEmpty[place] { return .nowhere }
        let (isNew, index) = asked[place].insert(key, file: 0, line: 0)
        if isNew { asked[place][index].mark = try ask(session) ?? 0 }
        let mark = asked[place][index].mark
        return mark == 0 ? .nowhere : .found(mark)
    }
}
