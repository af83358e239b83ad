import PartyWork

extension Ledger {
    /// How far a township has moved in at a day; an empty ledger has nothing yet, and is asked all the same.
    ///
    /// - Throws: `LedgerError`.
    package func movingIn(_ scope: Scope, asOf day: Day) throws -> MovingIn {
        try reading { db in
            let parameters = Parameters(scope, asOf: day)
            var moved = try db.first(.movedRows, parameters, MovingIn.init) ?? MovingIn()
            moved.organizations = try db.all(.movedOrganizations, parameters, MovingIn.Tally.init)
            moved.paired = try db.all(.householdCoverage, parameters) { $0.coverage }.reduce(.none, +)
            moved.members = try db.all(.memberCoverage, parameters) { $0.coverage }.reduce(.none, +)
            return moved
        }
    }
}

extension MovingIn {
    fileprivate init(_ row: Statement) {
        self.init()
        (people, committee, households) = (row.integer(0), row.integer(1), row.integer(2))
        (cooperatives, activities) = (row.integer(3), row.integer(4))
    }
}

extension MovingIn.Tally {
    fileprivate init(_ row: Statement) throws {
        self.init(
            try row.word(0), row.integer(1), withoutLeader: row.integer(2), withoutGroups: row.integer(3),
            withoutPeople: row.integer(4), withoutHouseholds: row.integer(5))
    }
}

extension Statement {
    /// The coverage that the two tallies by branch have in the columns behind the branch.
    fileprivate var coverage: Coverage { Coverage(covered: integer(2), inScope: integer(1)) }
}
