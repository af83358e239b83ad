import PartyWork

/// The organizations of a scope.
struct OrganizationsQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [OrganizationRow] {
        try ledger.organizations(in: scope, asOf: asOf)
    }
}

extension [OrganizationRow] {
    /// The names by code.
    var names: [Code: String] { reduce(into: [:]) { $0[$1.organization.code] = $1.organization.name } }
}

/// The people of a scope.
struct PeopleQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [PersonRow] { try ledger.people(in: scope, asOf: asOf) }
}

/// The households of a scope.
struct HouseholdsQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [HouseholdRow] {
        try ledger.households(in: scope, asOf: asOf)
    }
}

/// The cooperatives of a scope.
struct CooperativesQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [CooperativeRow] {
        try ledger.cooperatives(in: scope, asOf: asOf)
    }
}

/// A person's card.
struct PersonQuery: Query {
    let id: Person.ID
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> PersonCard { try ledger.person(id, asOf: asOf) }
}
