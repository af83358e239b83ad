import PartyWork

extension NamedSQL {
    /// Whether a household is poor and has a serving helper: the counts' own predicates.
    static let isCoveredPoor = NamedSQL(
        "is covered poor",
        """
        SELECT 1 FROM household h
        WHERE h.id = :id AND \(Predicate.isPoor("h")) AND \(Predicate.isCovered(household: "h"))
        """)

    /// The changes between an entry and its undo to the pairings of a household.
    static let laterPairingChanges = NamedSQL(
        "later pairing changes",
        """
        SELECT c.entry FROM journal_change c
        WHERE c.table_name = 'pairings' AND c.key >= :id || '\u{1F}' AND c.key < :id || ' '
            AND c.entry > :entry AND c.entry < :undo
        """)

    /// The changes between an entry and its undo to the people ever paired with a household.
    static let laterHelperChanges = NamedSQL(
        "later helper changes",
        """
        SELECT c.table_name, c.key, c.before, c.after, c.entry
        FROM pairing p CROSS JOIN journal_change c
        WHERE p.household = :id AND c.table_name = 'people' AND c.key = p.person
            AND c.entry > :entry AND c.entry < :undo
        """)

    /// Whether anything was done after an entry.
    static let hasLaterEntry = NamedSQL("has later entry", "SELECT 1 FROM journal j WHERE j.id > :entry LIMIT 1")
}

/// 不脱贫不脱钩 for an undo: a poor household that has a helper today may lose the last one only as far as the act gave it;
/// not if a later entry relied on the helper that would go.
struct CoverGuard {
    private let db: Session
    private let target: Int
    private let undo: Int
    private let today: Day
    /// The households that the undo touches and that are poor and covered before it.
    private let covered: [Household.ID]

    /// Looks at the households before the undo changes anything.
    init(_ db: Session, _ changes: [JournalChange], of target: Int, by undo: Int, on today: Day) throws {
        self.db = db
        self.target = target
        self.undo = undo
        self.today = today
        let hasLater = try db.first(.hasLaterEntry, Parameters().with("entry", target)) { _ in true } ?? false
        var households: Set<Household.ID> = []
        for change in hasLater ? changes : [] {
            switch change.table {
            case .pairings: households.insert(Household.ID(change.key.parts[0]))
            case .people: households.formUnion(try Self.households(of: Person.ID(change.key.text), db))
            // Nothing else covers a household.
            default: break
            }
        }
        var covered: [Household.ID] = []
        try db.each(households.sorted()) { id in
            let isCovered = try db.first(.isCoveredPoor, Parameters(asOf: today).with("id", id.text)) { _ in true }
            if isCovered ?? false { covered.append(id) }
        }
        self.covered = covered
    }

    /// The newest later entry that stands and relied on what the undo took away; nil if none did.
    func uncoveringEntry(_ undone: [Int: Int]) throws -> Int? {
        try db.gaps(among: covered.map { ($0, today) }).sorted().flatMap { try laterEntries(covered[$0]) }
            .filter { try db.journalRow($0, undone)?.isStandingAct ?? false }.max()
    }

    /// The entries after the entry that touched the household's pairings or its helpers' service.
    private func laterEntries(_ household: Household.ID) throws -> [Int] {
        let parameters = Parameters().with("id", household.text).with("entry", target).with("undo", undo)
        let pairings = try db.all(.laterPairingChanges, parameters) { $0.integer(0) }
        let helpers = try db.all(.laterHelperChanges, parameters) {
            try $0.changesService(db.tables) ? $0.integer(4) : nil
        }
        return pairings + helpers.compactMap { $0 }
    }

    private static func households(of helper: Person.ID, _ db: Session) throws -> [Household.ID] {
        try db.all(.pairingsOfPerson, Parameters().with("id", helper.text)) { try $0.record(Pairing.self).household }
    }
}

extension Statement {
    /// Whether the change of the current row is one of the days on which a person serves.
    fileprivate func changesService(_ tables: [TableSchema]) throws -> Bool {
        let change = try journalChange(of: tables)
        guard let before = change.before?.record as? Person, case .record(let record) = change.after,
            let after = record.record as? Person
        else { return true }
        return before.arrivedOn != after.arrivedOn || before.leftOn != after.leftOn
    }
}
