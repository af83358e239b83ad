import PartyWork

extension Ledger {
    /// The households of a scope in every state, by village, then id, each with its head at the day; the village is
    /// that of today, by which they are counted.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func households(in scope: Scope, asOf day: Day) throws -> [HouseholdRow] {
        try reading(in: scope) { db in
            let parameters = Parameters(scope, asOf: day)
            let helpers = try db.helpers(.helpers, parameters, asOf: day)
            let cycles = Dictionary(
                grouping: try db.all(.cycles, parameters) { try $0.record(HouseholdCycle.self) }, by: \.household)
            let heads = try db.headChanges()
            let former = try db.formerNames()
            return try db.all(.householdRows, parameters) { row in
                try row.householdRow(helpers, cycles, heads, former, asOf: day)
            }
        }
    }

    /// The people of a scope at a day, by organization, then id; those who left included.
    ///
    /// A member's organization is that of the dated membership that holds, else 组织编码 (CONTRACT section 2, member
    /// side).
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func people(in scope: Scope, asOf day: Day) throws -> [PersonRow] {
        try reading(in: scope) { db in
            let former = try db.formerNames()
            return try db.all(.personRows, Parameters(scope, asOf: day)) { try $0.personRow(former, asOf: day) }
        }
    }

    /// The organizations of a scope, by code; dissolved ones included.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func organizations(in scope: Scope, asOf day: Day) throws -> [OrganizationRow] {
        try reading(in: scope) { db in
            let former = try db.formerNames()
            return try db.all(.organizationRows, Parameters(scope)) { row in
                let organization: Organization = try row.record()
                return OrganizationRow(
                    organization: organization, exists: organization.exists(on: day),
                    parentName: row.text(.after(.organizations)), leaderName: row.text(.after(.organizations, 1)),
                    formerNames: former[organization.code.digits] ?? [])
            }
        }
    }

    /// The cooperatives of a scope, by organization, then code; deregistered ones included.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func cooperatives(in scope: Scope, asOf day: Day) throws -> [CooperativeRow] {
        try reading(in: scope) { db in
            let former = try db.formerNames()
            return try db.all(.cooperativeRows, Parameters(scope, asOf: day)) { row in
                let cooperative: Cooperative = try row.record()
                return CooperativeRow(
                    cooperative: cooperative, organization: Code(row.text(.after(.cooperatives, 2))),
                    organizationName: row.text(.after(.cooperatives)),
                    founderNames: row.lines(.after(.cooperatives, 1)), isActive: cooperative.isActive(on: day),
                    formerOrganizationNames: former.names(of: cooperative.organization))
            }
        }
    }

    /// The activities of a scope held from one day to another, both included, newest first; voided ones included.
    ///
    /// What was resolved after the last day was open on it.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func activities(in scope: Scope, from: Day, to: Day) throws -> [ActivityRow] {
        try reading(in: scope) { db in
            let parameters = Parameters(scope).with("from", from.description).with("to", to.description)
            return try db.all(.activityRows, parameters) { try $0.activityRow(asOf: to) }
        }
    }

    /// The record under a key; nil if there is none.
    ///
    /// - Throws: `LedgerError`.
    package func record(_ table: TableSchema, _ key: RecordKey) throws -> AnyRecord? {
        try reading { try $0.anyRecord(table, key) }
    }
}

extension Session {
    /// The helpers of active pairings, by household.
    func helpers(_ query: NamedSQL, _ parameters: Parameters, asOf day: Day) throws
        -> [Household.ID: [HouseholdRow.Helper]]
    {
        let rows = try all(query, parameters) { row in
            let (id, serves) = (Person.ID(row.text(1)), row.flag(3))
            let service = try serves ? .serving : service(of: id, on: day)
            return (Household.ID(row.text(0)), HouseholdRow.Helper(id: id, name: row.text(2), service: service))
        }
        return rows.reduce(into: [:]) { helpers, row in
            // Two pairings of the same two may overlap in imported files; the helper is one.
            if helpers[row.0]?.contains(row.1) != true { helpers[row.0, default: []].append(row.1) }
        }
    }

    /// Why one of the few helpers who do not serve does not.
    private func service(of id: Person.ID, on day: Day) throws -> Service {
        let person: Person? = try record(RecordKey(id.text))
        return person?.service(on: day) ?? .left
    }
}

extension Statement {
    func householdRow(
        _ helpers: [Household.ID: [HouseholdRow.Helper]], _ cycles: [Household.ID: [HouseholdCycle]],
        _ heads: [String: [TimelineEvent]] = [:], _ former: [String: [String]] = [:], asOf day: Day
    ) throws -> HouseholdRow {
        let household: Household = try record()
        let cycles = cycles[household.id] ?? []
        let changes = heads[household.id.text] ?? []
        return HouseholdRow(
            household: household, village: Code(text(.after(.households, 2))), villageName: text(.after(.households)),
            state: household.state(on: day, earlier: cycles), helpers: helpers[household.id] ?? [],
            lastVisitOn: try optionalDay(.after(.households, 1)), cycles: cycles,
            head: changes.former(.headChanged, asOf: day), formerHeads: changes.formerHeads,
            formerVillageNames: former.names(of: household.village))
    }

    func personRow(_ former: [String: [String]] = [:], asOf day: Day) throws -> PersonRow {
        let person: Person = try record()
        let organization = Code(text(.after(.people, 2)))
        return PersonRow(
            person: person, organizationName: text(.after(.people)), service: person.service(on: day),
            households: integer(.after(.people, 1)), organization: organization,
            registeredAt: text(.after(.people, 3)), formerOrganizationNames: former.names(of: organization))
    }

    func activityRow(asOf day: Day) throws -> ActivityRow {
        let activity: Activity = try record()
        let visit = optionalText(.after(.activities, 3)).map { findings in
            VisitDetails(
                activity: activity.id, findings: findings, measures: text(.after(.activities, 4)),
                outcome: text(.after(.activities, 5)))
        }
        return ActivityRow(
            activity: activity, organizationName: text(.after(.activities)),
            participantNames: lines(.after(.activities, 1)), head: text(.after(.activities, 2)),
            enteredOn: try optionalDay(.after(.activities, 6)), visit: visit, asOf: day)
    }

    /// The lines of the nth column.
    func lines(_ column: Int32) -> [String] { text(column).split(separator: "\n").map { String($0) } }
}

extension Int32 {
    /// The number of a column that a statement gives after those of a table's records.
    static func after(_ table: TableSchema, _ further: Int = 0) -> Int32 { Int32(table.fields.count + further) }
}
