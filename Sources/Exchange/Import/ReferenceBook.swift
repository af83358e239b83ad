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
    private var places: [TableSchema: Int]
    /// The keys that were asked of the session, by table; mark 0 for what is nowhere.
    private var asked: [KeyTable]
    private var askedRegisters: [Checklist.ID: String?] = [:]
    /// The registers of the ledger and the call.
    private(set) var registers = RegisterBook.empty
    /// Whether a table holds no saved row.
    private var wasEmpty: [Bool]
    // The places of the tables that others refer to, which is asked for each row.
    private let organizations, people, households, cooperatives, activities, checklists: Int

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
        cooperatives = places[.cooperatives] ?? 0
    }

    /// Adds the tables of registers, once those of the call are known.
    mutating func open(_ registers: RegisterBook) throws {
        self.registers = registers
        for table in registers.registers.map(\.table) {
            places[table] = met.count
            met.append(KeyTable())
            asked.append(KeyTable())
            wasEmpty.append(try session.wasEmpty(table))
        }
    }

    /// Notes whose entries a checklist asks.
    mutating func note(_ checklist: Checklist) { askedRegisters[checklist.id] = .some(checklist.askedRegister) }

    /// The register whose entries a checklist asks; nil for one of none.
    mutating func askedRegister(of id: Checklist.ID) throws -> String? {
        if let known = askedRegisters[id] { return known }
        let saved = try session.saved(.checklists, RecordKey(id.text))?.record as? Checklist
        askedRegisters[id] = .some(saved?.askedRegister)
        return saved?.askedRegister
    }

    /// Whether a row of the call has a key.
    func isMet(_ key: RecordKey, of table: TableSchema) -> Bool {
        places[table].map { met[$0].find(key.text) != nil } ?? false
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

    mutating func cooperative(_ id: Cooperative.ID) throws -> Answer {
        try look(cooperatives, id.text) { try $0.saved(.cooperatives, RecordKey(id.text)) == nil ? nil : 1 }
    }

    /// An entry of a register; whatever its number, one of a register that is not there is nobody's fault.
    mutating func entry(_ number: String, of table: TableSchema) throws -> Answer {
        guard let place = places[table] else { return .bad }
        return try look(place, number) { try $0.saved(table, RecordKey(number)) == nil ? nil : 1 }
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
