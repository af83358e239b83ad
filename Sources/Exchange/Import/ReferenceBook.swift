import PartyWork

/// Answers what exists: in the files of the call, or saved before it (CONTRACT section 1, import is one transaction).
///
/// A row of the call stands before the saved one of the same key. Answers of the session are kept, so that each key is
/// asked for once.
struct ReferenceBook {
    private let session: any ImportSession
    /// The keys of the call, by table.
    private var met: [KeyTable]
    /// The keys that were asked of the session, by table; mark 0 for what is nowhere.
    private var asked: [KeyTable]
    /// Whether a table holds no saved row.
    let wasEmpty: [Bool]

    init(_ session: any ImportSession) throws {
        self.session = session
        met = Table.allCases.map { _ in KeyTable() }
        asked = met
        wasEmpty = try Table.allCases.map { try session.wasEmpty($0) }
    }

    /// What is known of a key.
    enum Answer: Equatable {
        case nowhere
        /// It stands in a bad row.
        case bad
        /// It exists; the mark says of what kind.
        case found(UInt8)
    }

    /// Notes the key of a row of the call.
    mutating func insert(_ key: RecordKey, _ table: Table, file: Int, line: Int) -> (isNew: Bool, index: Int) {
        met[table.place].insert(key.text, file: file, line: line)
    }

    /// Where a key of the call stood first.
    func place(_ table: Table, _ index: Int) -> (file: Int, line: Int) {
        let entry = met[table.place][index]
        return (Int(entry.file), Int(entry.line))
    }

    mutating func setMark(_ mark: UInt8, _ table: Table, _ index: Int) {
        met[table.place][index].mark = mark
    }

    /// A saved row stays as it is, whatever the row of the call says of it.
    mutating func keepSaved(_ key: RecordKey, _ mark: UInt8, _ table: Table) {
        if let index = met[table.place].find(key.text) { met[table.place][index].mark = mark }
    }

    mutating func setBad(_ table: Table, _ index: Int) {
        met[table.place][index].isBad = true
    }

    mutating func organization(_ code: Code) throws -> Answer {
        try look(.organizations, code.digits) { try $0.organizationKind(code).map(Mark.of) }
    }

    mutating func person(_ id: Person.ID) throws -> Answer {
        try look(.people, id.text) { try $0.personCategory(id).map(Mark.of) }
    }

    mutating func household(_ id: Household.ID) throws -> Answer {
        try look(.households, id.text) { try $0.hasHousehold(id) ? 1 : nil }
    }

    mutating func activity(_ id: Activity.ID) throws -> Answer {
        let key = RecordKey(id.text)
        return try look(.activities, id.text) { try $0.saved(.activities, key).flatMap(Activity.unwrapped)?.mark }
    }

    mutating func checklist(_ id: Checklist.ID) throws -> Answer {
        let key = RecordKey(id.text)
        return try look(.checklists, id.text) { try $0.saved(.checklists, key).flatMap(Checklist.unwrapped)?.mark }
    }

    /// The category of a person; nil if nowhere or in a bad row.
    mutating func category(_ id: Person.ID) throws -> PersonCategory? {
        if case .found(let mark) = try person(id) { Mark.category(mark) } else { nil }
    }

    private mutating func look(
        _ table: Table, _ key: String, _ ask: (any ImportSession) throws -> UInt8?
    ) throws -> Answer {
        let place = table.place
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

extension Table {
    /// The number of the table, in the order in which tables refer to those before them.
    var place: Int {
        switch self {
        case .organizations: 0
        case .people: 1
        case .households: 2
        case .pairings: 3
        case .cooperatives: 4
        case .activities: 5
        case .householdCycles: 6
        case .posts: 7
        case .visits: 8
        case .monthSteps: 9
        case .checklists: 10
        case .ticks: 11
        case .waivers: 12
        case .requirements: 13
        }
    }
}
