import PartyWork

/// What the signed months of branches lock; a month is looked up when a row first asks for its branch, so that a ledger
/// without any costs one look at an empty table.
final class MonthLock {
    private let db: Session
    private var signed: [Code: [Signature]] = [:]
    /// Where the members stood whom the act under way changes; nil outside an act.
    private var touched: [Person.ID: CountedMember]?
    /// Where the households lay whose former villages the act under way changes.
    private var moved: [Household.ID: LyingHousehold] = [:]
    /// Whether rows are judged together and not one by one.
    private var isWeighing = false

    /// Who signed a month, and when.
    private struct Signature {
        let month: Month
        let officer: String
        let on: Day
    }

    /// Nil where no month was ever reported.
    init?(_ db: Session) throws {
        if try db.isEmpty(.monthSteps) { return nil }
        self.db = db
    }

    /// Does an act, and refuses it where it left a member or a household counted elsewhere in a signed month: that follows from a
    /// person and the dated memberships, or a household and its former villages together, whichever of them is written first.
    func watching<T>(_ act: () throws -> T) throws -> T {
        (touched, moved) = ([:], [:])
        defer { (touched, moved) = (nil, [:]) }
        let result = try act()
        for (id, member) in (touched ?? [:]).sorted(by: { $0.key < $1.key }) {
            if let refusal = try refusal(member, self.member(id)) { throw refusal }
        }
        for (id, household) in moved.sorted(by: { $0.key < $1.key }) {
            if let refusal = try refusal(household, lying(id)) { throw refusal }
        }
        return result
    }

    /// Does an act on rows that belong together, and refuses it where a signed month of a branch in which one of them counts has other
    /// figures afterwards.
    func weighing(_ rows: [AnyRecord], asOf today: Day, _ act: () throws -> Void) throws {
        let branches = Set(try rows.flatMap { try concerned(by: $0.record) })
        let months = try branches.sorted().flatMap { branch in try signatures(branch).map { (branch, $0) } }
        func figures() throws -> [MonthFigures?] {
            try months.map { branch, signature in
                try db.monthReport(db.branch(branch), signature.month, asOf: today).figures
            }
        }
        let before = try figures()
        isWeighing = true
        defer { isWeighing = false }
        try act()
        for (place, after) in try figures().enumerated() where after != before[place] {
            let (branch, signature) = months[place]
            throw try refusal(branch, signature)
        }
    }

    /// The branches in whose figures a row may count.
    private func concerned(by record: any LedgerRecord) throws -> [Code] {
        switch record {
        case let person as Person: try Array(member(person.id).branches)
        case let post as Post: try Array(member(post.holder).branches)
        case let pairing as Pairing:
            try villages(pairing.household) + member(pairing.helper).branches
        case let household as Household:
            try branches(of: household)
                + pairings(.pairingsOfHousehold, household.id.text).flatMap { try member($0.helper).branches }
        case let cycle as HouseholdCycle: try villages(cycle.household)
        default: try branches(of: record)
        }
    }

    /// Refuses to write a row that changes what counts in a signed month; nil stands for a row that is not there.
    func check(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws {
        if isWeighing { return }
        if touched != nil, let place = (old ?? new) as? HouseholdPlace {
            if moved[place.household] == nil { moved[place.household] = try lying(place.household) }
            return
        }
        guard touched != nil, let id = (old ?? new)?.member else {
            if let refusal = try refusal(old, new) { throw refusal }
            return
        }
        if touched?[id] == nil { touched?[id] = try member(id) }
        if let refusal = try refusal(of: old as? Person, new as? Person) { throw refusal }
    }

    /// Why a row may not be written; nil if it may.
    func refusal(_ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?) throws -> Refusal? {
        let rows = [old, new].compactMap { $0 }
        if let id = (old ?? new)?.member {
            let member = try member(id)
            return try refusal(member, member.writing(old, new)) ?? refusal(of: old as? Person, new as? Person)
        }
        switch old ?? new {
        case is MethodTarget: return try refusal(rows.compactMap { $0 as? MethodTarget })
        case let cycle as HouseholdCycle: return try refusal(old, new, of: cycle.household)
        case let place as HouseholdPlace:
            var after = try lying(place.household)
            let before = after
            after.places.removeAll { $0.key == old?.key }
            if let new = new as? HouseholdPlace { after.places.append(new) }
            return try refusal(before, after)
        case let household as Household:
            let cycles = try db.cycles(of: household.id)
            let places = try places(of: household.id)
            let own = try first(rows.flatMap { try branches(of: $0) }) { branch, month in
                places.allows(branch, on: month.last) && MonthRules.counts(old, new, earlier: cycles, in: month)
            }
            return try own ?? refusal(of: old as? Household, new as? Household)
        case let pairing as Pairing:
            let places = try places(of: pairing.household)
            let own = try first(villages(pairing.household)) {
                places.allows($0, on: $1.last) && MonthRules.counts(old, new, in: $1)
            }
            return try own ?? refusal(of: pairing) { MonthRules.counts(old, new, in: $0) }
        // What is left counts by itself, or not at all.
        default:
            return try first(rows.flatMap { try branches(of: $0) }) { MonthRules.counts(old, new, in: $1) }
        }
    }

    /// The refusal of a change in what is asked of months: 主题党日 is judged in each, the other methods only over years, which are
    /// not signed.
    private func refusal(_ rows: [MethodTarget]) throws -> Refusal? {
        guard let start = rows.filter({ $0.method == .partyDay }).map(\.startsOn).min() else { return nil }
        let later = Parameters().with("month", Month(start).description)
        return try db.first(.signedSince, later) { Code($0.text(0)) }.flatMap { branch in
            try first([branch]) { $1.first >= start }
        }
    }

    /// The refusal of a change in an earlier cycle of a household.
    private func refusal(
        _ old: (any LedgerRecord)?, _ new: (any LedgerRecord)?, of id: Household.ID
    ) throws -> Refusal? {
        guard let household: Household = try db.record(RecordKey(id.text)) else { return nil }
        let written = Set([old, new].compactMap { $0?.key })
        let others = try db.cycles(of: id).filter { !written.contains($0.key) }
        let places = try places(of: id)
        return try first(villages(id)) {
            places.allows($0, on: $1.last)
                && MonthRules.counts(
                    old as? HouseholdCycle, new as? HouseholdCycle, of: household, beside: others, in: $1)
        }
    }

    /// The refusal of another village for a household in a signed month.
    private func refusal(_ old: LyingHousehold, _ new: LyingHousehold) throws -> Refusal? {
        guard let household = new.household ?? old.household else { return nil }
        let cycles = try db.cycles(of: household.id)
        return try first(Set(old.villages + new.villages).sorted()) { _, month in
            old.village(on: month.last) != new.village(on: month.last)
                && MonthRules.counts(nil, household, earlier: cycles, in: month)
        }
    }

    /// The refusal of another branch for a member in a signed month.
    private func refusal(_ old: CountedMember, _ new: CountedMember) throws -> Refusal? {
        if old == new { return nil }
        return try first(old.branches.union(new.branches).sorted()) { MonthRules.counts(old, new, in: $0, $1) }
    }

    /// The refusal of a change of a household that its helpers' signed months count.
    private func refusal(of old: Household?, _ new: Household?) throws -> Refusal? {
        guard let household = old ?? new else { return nil }
        for pairing in try pairings(.pairingsOfHousehold, household.id.text) {
            let found = try refusal(of: pairing) {
                pairing.isActive(on: $0.last) && MonthRules.countsForHelpers(old, new, in: $0)
            }
            if let found { return found }
        }
        return nil
    }

    /// The refusal of a change of a helper that the signed months of the households count.
    private func refusal(of old: Person?, _ new: Person?) throws -> Refusal? {
        guard let person = old ?? new else { return nil }
        for pairing in try pairings(.pairingsOfPerson, person.id.text) {
            let places = try places(of: pairing.household)
            let found = try first(villages(pairing.household)) {
                places.allows($0, on: $1.last) && pairing.isActive(on: $1.last)
                    && MonthRules.countsForHouseholds(old, new, in: $1)
            }
            if let found { return found }
        }
        return nil
    }

    /// The refusal by the branch that counts the helper of a pairing.
    private func refusal(of pairing: Pairing, where changes: (Month) -> Bool) throws -> Refusal? {
        let helper = try member(pairing.helper)
        return try first(helper.branches.sorted()) { helper.branch(on: $1.last) == $0 && changes($1) }
    }

    /// The first signed month of some branches for which a test holds.
    private func first(_ branches: [Code], where changes: (Code, Month) -> Bool) throws -> Refusal? {
        for branch in branches {
            guard let signature = try signatures(branch).first(where: { changes(branch, $0.month) }) else { continue }
            return try refusal(branch, signature)
        }
        return nil
    }

    private func refusal(_ branch: Code, _ signature: Signature) throws -> Refusal {
        .monthLocked(
            branch: try db.organizationName(branch), branch, signature.month, officer: signature.officer,
            on: signature.on)
    }

    private func signatures(_ branch: Code) throws -> [Signature] {
        if let known = signed[branch] { return known }
        let found = try db.all(.signedMonths, Parameters().with("code", branch.digits)) { row in
            guard let month = Month(row.text(0)) else {
                throw Damage(localized("“\(row.text(0))”不是月份", "\"\(row.text(0))\" is no month"))
            }
            return Signature(month: month, officer: row.text(1), on: try row.day(2))
        }
        signed[branch] = found
        return found
    }

    // MARK: - In whose figures a row counts

    private func branches(of record: any LedgerRecord) throws -> [Code] {
        switch record {
        case let record as Activity:
            let visited = record.kind == .homeVisit ? record.household : nil
            return try [record.organization.branch].compactMap { $0 } + (visited.map { try villages($0) } ?? [])
        case let record as Household: return try [record.village] + places(of: record.id).map(\.organization)
        case let record as Organization: return record.kind.isBranch ? [record.code] : []
        // The branches of all other rows are found by what they refer to.
        default: return []
        }
    }

    private func pairings(_ query: NamedSQL, _ id: String) throws -> [Pairing] {
        try db.all(query, Parameters().with("id", id)) { try $0.record() }
    }

    /// The villages in which a household lies or lay.
    private func villages(_ id: Household.ID) throws -> [Code] { try lying(id).villages }

    private func lying(_ id: Household.ID) throws -> LyingHousehold {
        LyingHousehold(household: try db.record(RecordKey(id.text)), places: try places(of: id))
    }

    private func places(of id: Household.ID) throws -> [HouseholdPlace] {
        try db.all(.placesOfHousehold, Parameters().with("id", id.text)) { try $0.record() }
    }

    private func member(_ id: Person.ID) throws -> CountedMember {
        let posts: [Post] = try db.all(.postsOfPerson, Parameters().with("id", id.text)) { try $0.record() }
        return CountedMember(try db.record(RecordKey(id.text)), memberships: posts.filter { $0.kind == .membership })
    }
}

/// A household and where it lay before.
private struct LyingHousehold {
    let household: Household?
    var places: [HouseholdPlace]

    var villages: [Code] { [household?.village].compactMap { $0 } + places.map(\.organization) }

    func village(on day: Day) -> Code? { places.held(on: day)?.organization ?? household?.village }
}

extension [HouseholdPlace] {
    /// Whether a household may lie in a village on a day: its row says so where nothing is told of the day.
    fileprivate func allows(_ village: Code, on day: Day) -> Bool {
        held(on: day).map { $0.organization == village } ?? true
    }
}

extension LedgerRecord {
    /// The person whose place among the members of branches the row says something of; nil for most rows.
    fileprivate var member: Person.ID? {
        switch self {
        case let person as Person: person.id
        case let post as Post: post.kind == .membership ? post.holder : nil
        // The row of any other table says nothing of members.
        default: nil
        }
    }
}

extension Session {
    /// Keeps the day on which an activity was entered, beside the day on which it was held.
    func note(entryOf activity: Activity, on day: Day) throws {
        try run(
            """
            INSERT INTO activity_entry (activity, entered_on) VALUES (?, ?)
            ON CONFLICT (activity) DO UPDATE SET entered_on = excluded.entered_on
            """, [.text(activity.id.text), .text(day.description)])
    }
}
