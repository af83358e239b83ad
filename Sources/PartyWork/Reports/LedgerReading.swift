/// What can be read of a ledger, whatever keeps it: each reading tells of one state, several of the same where they are asked for
/// together.
package protocol LedgerReading {
    /// The figures of a scope at a day.
    func status(asOf day: Day, scope: Scope) throws -> StatusReport
    /// The party groups of a scope with their five ones, by code.
    func groups(in scope: Scope, asOf day: Day) throws -> [BranchReport.Group]
    /// The households of a scope in every state, by village, then id.
    func households(in scope: Scope, asOf day: Day) throws -> [HouseholdRow]
    /// The people of a scope, by organization, then id; those who left included.
    func people(in scope: Scope, asOf day: Day) throws -> [PersonRow]
    /// The cooperatives of a scope, by organization, then code; deregistered ones included.
    func cooperatives(in scope: Scope, asOf day: Day) throws -> [CooperativeRow]
    /// The activities of a kind that count on the branches of a scope in the year up to the day, newest first.
    func counted(_ kind: ActivityKind, in scope: Scope, asOf day: Day) throws -> [ActivityRow]
    /// The visits of a committee member that count in the year up to the day, newest first.
    func countedVisits(of person: Person.ID, asOf day: Day) throws -> [ActivityRow]
    /// A branch's month with its rows, up to the day.
    func month(_ code: Code, _ month: Month, asOf day: Day) throws -> MonthDetails
    /// What the built-in methods ask for, by day.
    func requirements() throws -> Requirements
    /// Where something about a scope is about.
    func place(_ scope: Scope) throws -> NamedScope
}
