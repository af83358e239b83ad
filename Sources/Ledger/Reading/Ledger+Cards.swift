import PartyWork

extension Ledger {
    /// A household with its helpers and the visits it received up to a day, newest first: nothing that came after it.
    ///
    /// - Throws: `Refusal.notFound`.
    package func household(_ id: Household.ID, asOf day: Day) throws -> HouseholdCard {
        try reading { try $0.householdCard(id, asOf: day) }
    }

    /// A person with the households helped and the activities up to a day, newest first: nothing that came after it.
    ///
    /// - Throws: `Refusal.notFound`.
    package func person(_ id: Person.ID, asOf day: Day) throws -> PersonCard {
        try reading { try $0.personCard(id, asOf: day) }
    }
}

extension Session {
    func householdCard(_ id: Household.ID, asOf day: Day) throws -> HouseholdCard {
        let parameters = Parameters(asOf: day).with("id", id.text)
        let helpers = try helpers(.helpersOfHousehold, parameters, asOf: day)
        let cycles = [id: try cycles(of: id)]
        let found = try first(.householdRow, parameters) { try $0.householdRow(helpers, cycles, asOf: day) }
        let pairings: [Pairing] = try all(.pairingsOfHousehold, parameters) { try $0.record() }.begun(by: day)
        let rows = try pairings.newestFirst.map { try pairingRow($0, asOf: day) }
        let visits = try all(.visitsOfHousehold, parameters) { try $0.activityRow(asOf: day) }
        let changes = try changes(ofHousehold: id)
        guard let row = found else { throw Refusal.notFound(.households, RecordKey(id.text)) }
        return HouseholdCard(row: row, pairings: rows, visits: visits, changes: changes, asOf: day)
    }

    func personCard(_ id: Person.ID, asOf day: Day) throws -> PersonCard {
        let parameters = Parameters(asOf: day).with("id", id.text)
        let found = try first(.personRow, parameters) { try $0.personRow(asOf: day) }
        let pairings: [Pairing] = try all(.pairingsOfPerson, parameters) { try $0.record() }.begun(by: day)
        let rows = try pairings.newestFirst.map { try pairingRow($0, asOf: day) }
        let activities = try all(.activitiesOfPerson, parameters) { try $0.activityRow(asOf: day) }
        let posts = try all(.postsOfPerson, parameters) { row in
            PostRow(post: try row.record(), organizationName: row.text(.after(.posts)))
        }
        guard let row = found else { throw Refusal.notFound(.people, RecordKey(id.text)) }
        return PersonCard(row: row, pairings: rows, activities: activities, posts: posts, asOf: day)
    }

    private func pairingRow(_ pairing: Pairing, asOf day: Day) throws -> PairingRow {
        let household: Household? = try record(RecordKey(pairing.household.text))
        let helper: Person? = try record(RecordKey(pairing.helper.text))
        let cycles = try cycles(of: pairing.household)
        return PairingRow(
            pairing: pairing, head: household?.head ?? "", helperName: helper?.name ?? "",
            helperPhone: helper?.phone ?? "",
            isActive: pairing.isActive(on: day), helperService: helper?.service(on: day) ?? .left,
            state: household?.state(on: day, earlier: cycles), asOf: day)
    }
}

extension Session {
    /// What the journal's standing entries say of a household; the day stands before its word (`HouseholdActs`).
    fileprivate func changes(ofHousehold id: Household.ID) throws -> [TimelineEvent] {
        let notes = try all(.notesOfHousehold, Parameters().with("id", id.text)) { ($0.integer(0), $0.text(1)) }
        if notes.isEmpty, !meetsUnknown { return [] }
        let undone = try undoneEntries()
        return notes.filter { undone[$0.0] == nil }.compactMap { TimelineEvent(note: $0.1) }
    }
}

extension TimelineEvent {
    /// Nil where the household's own row has the day.
    init?(note: String) {
        let words = note.split(separator: " ", maxSplits: 2).map(String.init)
        let kinds: [Kind] = [.headChanged, .split, .merged, .relocated]
        guard words.count == 3, let day = Day(words[0]), let kind = Kind(rawValue: words[1]), kinds.contains(kind)
        else { return nil }
        self.init(day, kind, words[2])
    }
}

extension [Pairing] {
    /// Those that had begun by a day.
    fileprivate func begun(by day: Day) -> [Pairing] { filter { $0.startedOn <= day } }

    /// By start, the newest first; on the same day by key.
    fileprivate var newestFirst: [Pairing] {
        sorted { $0.startedOn == $1.startedOn ? $0.key < $1.key : $0.startedOn > $1.startedOn }
    }
}
