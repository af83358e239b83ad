/// What can be asked of the ledger: one question, one report.
package enum Question: Hashable, Sendable {
    case status(Scope, asOf: Day)
    case gaps(Scope, asOf: Day)
    /// The rows behind a figure, and those missing from it.
    case figure(Figure, Scope, asOf: Day)
    case branch(Code, asOf: Day)
    /// The party groups that exist, with their five ones.
    case groups(Scope, asOf: Day)
    case households(Scope, asOf: Day)
    case household(Household.ID, asOf: Day)
    case people(Scope, asOf: Day)
    case person(Person.ID, asOf: Day)
    case organizations(Scope, asOf: Day)
    case cooperatives(Scope, asOf: Day)
    /// The activities held on the days from the first to the last, newest first, voided ones included.
    case activities(Scope, from: Day, to: Day)
    /// A year of all branches up to the date.
    case monthMap(Scope, asOf: Day)
    /// A branch's month with its rows, up to the date.
    case month(Code, Month, asOf: Day)
    /// The checklists that officers defined, with their figures.
    case checklists(Scope, asOf: Day)
    /// One of them, with everyone whom it asks.
    case checklist(Checklist.ID, Scope, asOf: Day)
    /// What the built-in methods ask for, by day.
    case requirements
    /// What they ask and is overdue, behind or due soon.
    case openObligations(Scope, asOf: Day)
    /// The newest entries of the journal, at most so many.
    case journal(limit: Int)
    /// One entry with what it changed.
    case journalCard(Int)
    /// A record as it is saved now, and who saved it.
    case saved(TableSchema, RecordKey)
    /// The rows of a table that officers made, of which those that name an organization belong to its scope.
    case records(TableSchema, Scope)
    /// Everything in a scope that has a name, of activities the newest in the year up to a day.
    case names(Scope, asOf: Day)
    /// What an act would change if it were done now, without doing it.
    case rehearsal(Act)
    /// What each of several acts would come to if they were done together now, with nothing done.
    case rehearsals([Act])
    /// What is saved already and may be the same as what an act enters.
    case twins(of: Act)
    /// What undoing would take back of an officer's own.
    case undoable(OwnActs)
    /// What redoing would take back of them.
    case redoable(OwnActs)
}

/// What the ledger says to a `Question`.
package enum Answer: Sendable {
    case status(StatusReport)
    case gaps(GapsReport)
    case figure(FigureReport)
    case branch(BranchReport)
    case groups([BranchReport.Group])
    case households([HouseholdRow])
    case household(HouseholdCard)
    case people([PersonRow])
    case person(PersonCard)
    case organizations([OrganizationRow])
    case cooperatives([CooperativeRow])
    case activities([ActivityRow])
    case monthMap(MonthMap)
    case month(MonthDetails)
    case checklists(ChecklistReport)
    case checklist(ChecklistSheet)
    case requirements(Requirements)
    case openObligations([Obligation])
    case journal([JournalRow])
    case journalCard(JournalCard)
    /// Nil where there is no such record, and where no entry of the journal tells of it.
    case saved(AnyRecord?, JournalRow?)
    case records([AnyRecord])
    case names([NamedThing])
    /// Why the act would be refused, where it would be.
    case rehearsal(Result<Rehearsal, Refusal>)
    /// For each of the acts the journal's sentence, or why it would be refused.
    case rehearsals([Result<String, Refusal>])
    /// What each of them is called.
    case twins([String])
    /// Nil when there is nothing to take back.
    case undoable(JournalCard?)
    /// Nil when there is nothing to do again.
    case redoable(JournalCard?)
}
