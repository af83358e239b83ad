import PartyWork

extension Ledger {
    /// Everything of a scope that has a name: organizations, people, households and cooperatives of all times, each by key,
    /// and the newest activities of each organization in the year up to a day.
    ///
    /// - Throws: `LedgerError`.
    package func names(in scope: Scope, asOf day: Day) throws -> [NamedThing] {
        let statements: [(NamedThing.Kind, NamedSQL)] = [
            (.organization, .organizationNames), (.person, .personNames), (.household, .householdNames),
            (.cooperative, .cooperativeNames), (.activity, .recentActivityNames),
        ]
        return try reading { db in
            let former: [NamedThing.Kind: [String: [String]]] = [
                .household: try db.headChanges().mapValues(\.formerHeads), .organization: try db.formerNames(),
            ]
            return try statements.flatMap { kind, statement in
                try db.all(statement, Parameters(scope, asOf: day)) { row in
                    NamedThing(
                        kind, key: row.text(0), name: row.text(1), organization: Code(row.text(2)),
                        detail: row.text(3), formerly: former[kind]?[row.text(0)] ?? [])
                }
            }
        }
    }
}
