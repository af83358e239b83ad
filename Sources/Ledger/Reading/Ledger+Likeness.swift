import PartyWork

extension NamedSQL {
    /// What is near enough to a record to be compared with it, by an index each.
    static let activitiesOfDay = NamedSQL(
        "activities of day",
        """
        SELECT \(Layout.of(.activities).statements.columns) FROM activity t
        WHERE t.organization = :code AND t.held_on = :on AND t.kind = :kind AND t.voided_on IS NULL
        ORDER BY t.id
        """)
    static let householdsOfVillage = NamedSQL(
        "households of village",
        "SELECT \(Layout.of(.households).statements.columns) FROM household t WHERE t.village = :code ORDER BY t.id")
    static let peopleOfBranch = NamedSQL(
        "people of branch",
        """
        SELECT \(Layout.of(.people).statements.columns) FROM person t
        WHERE \(Predicate.isInScope("t.organization")) ORDER BY t.id
        """)
    static let cooperativesOfBranch = NamedSQL(
        "cooperatives of branch",
        """
        SELECT \(Layout.of(.cooperatives).statements.columns) FROM cooperative t
        WHERE t.organization = :code ORDER BY t.code
        """)
    static let organizationsBelow = NamedSQL(
        "organizations below",
        """
        SELECT \(Layout.of(.organizations).statements.columns) FROM organization t
        WHERE t.parent = :code ORDER BY t.code
        """)
}

extension Ledger {
    /// What is saved already and may be the same as what an act enters, in words; no more than a few.
    ///
    /// - Throws: `LedgerError`.
    package func twins(of act: Act) throws -> [String] {
        guard act.mayDouble, let (record, was) = act.entered else { return [] }
        return try reading { try $0.twins(of: record, was: was) }
    }
}

extension Session {
    /// So many are told: whoever entered one ten times need not read ten lines.
    private static let twinsTold = 3

    /// The records that may be the same as one that is entered, unless it was like them before.
    func twins(of record: AnyRecord, was: AnyRecord? = nil) throws -> [String] {
        let found = try alike(record).filter { !(was?.isLike($0) ?? false) }
        return try found.prefix(Session.twinsTold).map { try SavedNames(db: self).caption($0.record).text }
    }

    /// The records that may be the same thing as one, under other keys.
    func alike(_ record: AnyRecord) throws -> [AnyRecord] {
        try near(record).filter { $0.key != record.key && record.isLike($0) }
    }

    private func near(_ record: AnyRecord) throws -> [AnyRecord] {
        func rows<R: BuiltInRecord>(_ query: NamedSQL, _ parameters: Parameters, _: R.Type) throws -> [AnyRecord] {
            try all(query, parameters) { try $0.record(R.self).wrapped }
        }
        func at(_ code: Code) -> Parameters { Parameters().with("code", code.digits) }
        switch record.record {
        case let activity as Activity:
            let day = at(activity.organization).with("on", activity.heldOn.description)
                .with("kind", activity.kind.rawValue)
            return try rows(.activitiesOfDay, day, Activity.self)
        case let household as Household: return try rows(.householdsOfVillage, at(household.village), Household.self)
        case let person as Person:
            let branch = Scope(person.organization.branch ?? person.organization)
            return try rows(.peopleOfBranch, Parameters(branch), Person.self)
        case let cooperative as Cooperative:
            return try rows(.cooperativesOfBranch, at(cooperative.organization), Cooperative.self)
        case let organization as Organization:
            guard let parent = organization.code.parent else { return [] }
            return try rows(.organizationsBelow, at(parent), Organization.self)
        // Only what `isLike` compares has a neighbour.
        default: return []
        }
    }
}
