/// One thing an officer does to the ledger: one transaction, one journal entry, one undo.
package enum Act: Sendable, Hashable {
    /// Adds an activity; the ledger gives it a number when its own is empty.
    case recordActivity(Activity)
    /// Adds an organization, person, household or cooperative.
    case add(AnyRecord)
    /// Replaces a record by one with the same key. `from` is what the officer saw: a ledger that holds something else by
    /// now refuses.
    case correct(from: AnyRecord, to: AnyRecord)
    /// Adds a visit with what it found, measured and brought about.
    case recordVisit(Activity, VisitDetails)
    /// Corrects a visit together with its details; `from` as the officer saw them, nil where none were kept.
    case correctVisit(from: Activity, to: Activity, details: VisitDetails?, becoming: VisitDetails)
    /// Writes what happened to a household as a whole: its own row, those of others concerned, and pairings.
    case changeHousehold(HouseholdChange)
    /// Moves a member to another branch; the membership of the former, held since a day, is kept among the posts.
    case move(Person, to: Code, on: Day, since: Day)
    /// Ticks subjects of a checklist: all or none.
    case tick([Tick])
    /// Waives subjects of a checklist, each with its reason: all or none.
    case waive([Waiver])
    /// Takes away what ticks and waives obligations of a checklist, as the officer saw them at a date; the journal keeps it.
    case unmark([Obligation], asOf: Day)
    /// Takes a line of the worklist back from whoever follows it up, as the officer saw it; the journal keeps it.
    case takeBack(FollowUp)
    /// Adds those of some definitions and checklists that are not there; a number that is taken becomes the next free one.
    case adopt([AnyRecord])
    /// Adds a new register with all that defines it, and enters the entries that come along; refused where one of its name is there.
    case found([AnyRecord])
    /// Adds an entry of a register and takes its first step; the ledger gives it a number when its own is empty.
    case enter(StoredEntry)
    /// Takes a step with an entry of a register.
    case step(register: String, number: String, to: String, on: Day, note: String)
    /// Voids an activity: it stays, and never counts again.
    case voidActivity(Activity.ID, on: Day, reason: String)
    /// Pairs a helper with a household.
    case pair(Household.ID, Person.ID, from: Day)
    /// Ends pairings, each with or without a successor: all or none.
    case endPairings([PairingEnding])
    /// Takes a step with a month of branches: all or none. `reason` is asked for by 退回 and 重开.
    case takeMonthStep(MonthStep.Kind, of: Month, [Code], reason: String)
    /// Prints personal fields in full of an organization; changes nothing, and is kept in the journal all the same. The words say what
    /// and of where.
    case printUnmasked(String, in: Code? = nil)
    /// Looks at restricted registers, by name; kept in the journal as a printing is. The words say for what.
    case look(at: [String], String)
    /// Makes one record of two of one person or household: all that names the one names the other from then on, and the one goes. The
    /// record as the officer saw it.
    case join(AnyRecord, into: RecordKey)
    /// Merges a village into another on a day (撤并): all that is in it moves, and it is dissolved. The village as the officer saw it.
    case absorb(Organization, into: Code, on: Day)
    /// Brings back what was done in a copy of the ledger.
    case merge(MergeOrder)
    /// Does acts of one kind, each on a row of its own, one after the other: all or none.
    case together([Act])
    /// Takes back an entry of the journal. `reason` is asked for where months were accepted, which this reopens.
    case undo(entry: Int, reason: String = "")
    /// Takes back the import that brought the sample town in, by its entry, and all that came after it.
    case clearSample(entry: Int)
}

extension Act {
    /// Whether it is done to rows that were chosen, and leaves nothing to be done to them.
    package var isOfMany: Bool {
        switch self {
        case .together: true
        case .takeMonthStep(_, _, let branches, _): branches.count > 1
        // The others are about one thing, or about rows that their list then leaves out.
        default: false
        }
    }

    /// The activities that it records.
    package var recorded: [Activity] {
        switch self {
        case .recordActivity(let activity), .recordVisit(let activity, _): [activity]
        case .together(let acts): acts.flatMap(\.recorded)
        // The others are about what is there already, or about no activity.
        default: []
        }
    }
}

/// What one officer did since the beginning of a day: what that officer takes back by one key.
package struct OwnActs: Sendable, Hashable {
    package let officer: Officer
    /// The first day, by the officer's clock.
    package let since: Day
    /// The minutes by which that clock is ahead of UTC.
    package let clockOffset: Int

    package init(of officer: Officer, since: Day, clockOffset: Int) {
        self.officer = officer
        self.since = since
        self.clockOffset = clockOffset
    }

    /// Whether an entry of the journal is not older.
    package func isReached(by row: JournalRow) -> Bool { localTime(row.at, offset: clockOffset) >= since.description }
}

/// How a pairing ends.
package struct PairingEnding: Sendable, Hashable {
    package let household: Household.ID
    package let helper: Person.ID
    /// The first day on which it no longer holds.
    package let on: Day
    package let reason: PairingEndReason
    /// Asked for with 录入有误; kept in the journal and listed by `zhibu check`.
    package let sentence: String
    /// Who takes over on the same day.
    package let replacement: Person.ID?

    package init(
        household: Household.ID, helper: Person.ID, on: Day, reason: PairingEndReason, sentence: String = "",
        replacement: Person.ID? = nil
    ) {
        self.household = household
        self.helper = helper
        self.on = on
        self.reason = reason
        self.sentence = sentence
        self.replacement = replacement
    }
}

/// Who acts, and when.
package struct Officer: Sendable, Hashable {
    /// The number of the account on this computer.
    package let uid: Int
    /// The officer's name, as the journal shows it.
    package let name: String
    /// From where the officer acts.
    package let origin: Origin
    /// The login name of the account, by which the table of officers knows it.
    package let account: String

    package init(uid: Int, name: String, origin: Origin = .commandLine, account: String = "") {
        self.uid = uid
        self.name = name
        self.origin = origin
        self.account = account
    }

    /// The officer acting from elsewhere.
    package func acting(from origin: Origin) -> Officer {
        Officer(uid: uid, name: name, origin: origin, account: account)
    }

    /// The officer under the name that the table of officers has; nil leaves the own one.
    package func called(_ name: String?) -> Officer {
        Officer(uid: uid, name: name ?? self.name, origin: origin, account: account)
    }
}

/// What an act did.
package struct Receipt: Sendable, Hashable {
    /// The journal entry.
    package let entry: Int
    /// What the entry tells.
    package let deed: Deed
    /// The key of the record added or changed; nil where there were several.
    package let key: RecordKey?
    /// What the officer should know all the same.
    package var warnings: [String]
    /// Whether the act was saved before, under the same mark, and was not written again.
    package let isRepeated: Bool

    package init(entry: Int, _ deed: Deed, key: RecordKey?, warnings: [String] = [], isRepeated: Bool = false) {
        self.entry = entry
        self.deed = deed
        self.key = key
        self.warnings = warnings
        self.isRepeated = isRepeated
    }

    /// The entry's sentence.
    package var summary: String { deed.text }
    /// The sentence of what was seen before it was saved.
    package var brief: String { deed.brief }
}
