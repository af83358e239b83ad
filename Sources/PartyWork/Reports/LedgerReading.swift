/// What can be read of a ledger, whatever keeps it: each reading tells of one state, several of the same where they are asked for
/// together.
package protocol LedgerReading {
    // MARK: What is counted

    /// The figures of a scope at a day.
    func status(asOf day: Day, scope: Scope) throws -> StatusReport
    /// What all towns beside the ledger that an officer may read today give to a question, each of a state of its own; nil for a file.
    func county<Answer: Sendable>(
        asOf day: Day, for officer: Officer, on today: Day,
        _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> CountyAnswer<Answer>?
    /// Every unmet obligation of a scope at a day.
    func gaps(asOf day: Day, scope: Scope) throws -> GapsReport
    /// Everything that the screen of one branch shows.
    func branch(_ code: Code, asOf day: Day) throws -> BranchReport
    /// The party groups of a scope with their five ones, by code.
    func groups(in scope: Scope, asOf day: Day) throws -> [BranchReport.Group]
    /// The activities of a kind that count on the branches of a scope in the year up to the day, newest first.
    func counted(_ kind: ActivityKind, in scope: Scope, asOf day: Day) throws -> [ActivityRow]
    /// The visits of a committee member that count in the year up to the day, newest first.
    func countedVisits(of person: Person.ID, asOf day: Day) throws -> [ActivityRow]
    /// A year of all branches up to the day.
    func monthMap(in scope: Scope, asOf day: Day) throws -> MonthMap
    /// A month of every branch of a scope up to the day.
    func months(_ month: Month, in scope: Scope, asOf day: Day) throws -> MonthsReport
    /// The figures of a scope by month over two years up to the day.
    func trend(in scope: Scope, asOf day: Day) throws -> TrendReport
    /// A branch's month with its rows, up to the day.
    func month(_ code: Code, _ month: Month, asOf day: Day) throws -> MonthDetails
    /// What the built-in methods ask for, by day.
    func requirements() throws -> Requirements
    /// The checklists that officers defined, with their figures.
    func checklists(asOf day: Day, scope: Scope) throws -> ChecklistReport
    /// How far the township of a scope has moved into its ledger.
    func movingIn(_ scope: Scope, asOf day: Day) throws -> MovingIn
    /// One of them, with everyone whom it asks.
    func checklist(_ id: Checklist.ID, asOf day: Day, scope: Scope) throws -> ChecklistSheet
    /// What they ask and is overdue, behind or due soon, the most urgent first.
    func openObligations(asOf day: Day, scope: Scope) throws -> [Obligation]

    // MARK: What is listed

    /// The households of a scope in every state, by village, then id.
    func households(in scope: Scope, asOf day: Day) throws -> [HouseholdRow]
    /// A household with its helpers and visits.
    func household(_ id: Household.ID, asOf day: Day) throws -> HouseholdCard
    /// The people of a scope, by organization, then id; those who left included.
    func people(in scope: Scope, asOf day: Day) throws -> [PersonRow]
    /// A person with households and activities.
    func person(_ id: Person.ID, asOf day: Day) throws -> PersonCard
    /// The organizations of a scope, by code; dissolved ones included.
    func organizations(in scope: Scope, asOf day: Day) throws -> [OrganizationRow]
    /// The cooperatives of a scope, by organization, then code; deregistered ones included.
    func cooperatives(in scope: Scope, asOf day: Day) throws -> [CooperativeRow]
    /// The activities held on the days from the first to the last, newest first, voided ones included.
    func activities(in scope: Scope, from: Day, to: Day) throws -> [ActivityRow]
    /// The rows of a table that officers made, of which those that name an organization belong to its scope.
    func records(of table: TableSchema, in scope: Scope) throws -> [AnyRecord]
    /// The registers that officers defined.
    func registers() throws -> RegisterBook
    /// Registers with their figures: one, or all in use at a day.
    func registers(_ name: String?, asOf day: Day, scope: Scope, isRestrictedSeen: Bool) throws -> RegisterReport
    /// The entries of a register that exist in a scope and pass a filter, and which of them fulfil a condition.
    func sheet(
        of register: String, where condition: String, filter: String, asOf day: Day, scope: Scope,
        isRestrictedSeen: Bool
    ) throws -> RegisterSheet
    /// How many of a register's entries in a scope fulfil a condition, and how many there are.
    func trial(of condition: String, in register: String, asOf day: Day, scope: Scope) throws -> ConditionTrial
    /// Entries of each register in a scope with what they are called, so many of each at most; of restricted ones none.
    func entryNames(in scope: Scope, asOf day: Day, atMost limit: Int) throws -> [EntryName]
    /// An entry with its steps and what hangs on it; where it may go, judged today.
    func entry(
        _ number: String, of register: String, asOf day: Day, today: Day, isRestrictedSeen: Bool
    ) throws -> EntryCard
    /// What registers hold of something.
    func entries(about subject: EntrySubject, asOf day: Day) throws -> SubjectEntries
    /// The open entries of registers in use that are overdue or due soon.
    func dueEntries(asOf day: Day, scope: Scope, isRestrictedSeen: Bool) throws -> DueList
    /// Everything in a scope that has a name, of activities the newest in the year up to a day.
    func names(in scope: Scope, asOf day: Day) throws -> [NamedThing]
    /// Where something about a scope is about.
    func place(_ scope: Scope) throws -> NamedScope

    /// The officers of the ledger, by account; those whose time is over too.
    func officers() throws -> [OfficerGrant]
    /// What was refused for want of a right, the newest first; nothing in a file, where rights guard against mistakes only.
    func refusedAttempts() throws -> [RefusedAttempt]

    // MARK: What was written

    /// The newest entries of the journal older than one, at most so many; nil begins at the newest.
    func journal(limit: Int, before: Int?) throws -> [JournalRow]
    /// The entries of the journal that touched a record, the newest first.
    func journal(of table: TableSchema, _ key: RecordKey) throws -> [JournalRow]
    /// One entry with what it changed.
    func journalCard(_ entry: Int) throws -> JournalCard
    /// A record as it is saved now, and who saved it; nil where there is none, and where no entry of the journal tells.
    func saved(_ table: TableSchema, _ key: RecordKey) throws -> (record: AnyRecord?, entry: JournalRow?)
    /// What is saved already and may be the same as what an act enters, in words.
    func twins(of act: Act) throws -> [String]
    /// What undoing would take back of an officer's own; nil for nothing.
    func undoable(_ own: OwnActs) throws -> JournalCard?
    /// What redoing would take back of them; nil for nothing.
    func redoable(_ own: OwnActs) throws -> JournalCard?
}
