import Ledger
import PartyWork

/// A small town on a ledger of the test's engine, and short words for what the stories change in it.
///
/// 镇 100000001 with 甲村 …101 (two groups), 乙村 …102 (one group), 联合支部 …901, 机关支部 …902.
struct Town {
    let ledger: Ledger
    static let officer = Officer(uid: 1000, name: "李娟", account: "lijuan")
    static let now = "2016-06-30T08:15:00Z"
    static let today: Day = "2016-06-30"
    static let clock = Clock.standing(at: today, now)

    static let township: Code = "100000001"
    static let village: Code = "100000001101"
    static let otherVillage: Code = "100000001102"
    static let joint: Code = "100000001901"
    static let office: Code = "100000001902"
    static let group: Code = "10000000110101"
    static let secondGroup: Code = "10000000110102"
    static let otherGroup: Code = "10000000110201"

    /// An activity as a form gives it: without a number.
    static func partyDay(_ title: String = "学习", on day: Day = "2016-06-15") -> Activity {
        Activity(id: "", heldOn: day, kind: .partyDay, organization: village, title: title)
    }

    /// One of ten other townships of the county.
    static func neighbour(_ number: Int) -> Organization {
        Organization(code: Code("10000001\(number)"), name: "邻镇\(number)", kind: .township)
    }

    static let organizations: [AnyRecord] = [
        .organization(Organization(code: township, name: "镇", kind: .township)),
        .organization(Organization(code: village, name: "甲村", kind: .village)),
        .organization(Organization(code: otherVillage, name: "乙村", kind: .village)),
        .organization(Organization(code: joint, name: "茶业支部", kind: .joint, jointUnits: [village, otherVillage])),
        .organization(Organization(code: office, name: "机关支部", kind: .office)),
        .organization(Organization(code: group, name: "甲一组", kind: .group)),
        .organization(Organization(code: secondGroup, name: "甲二组", kind: .group)),
        .organization(Organization(code: otherGroup, name: "乙一组", kind: .group)),
    ]

    /// A town with its organizations and more.
    init(_ records: AnyRecord..., in ledger: Ledger? = nil) throws {
        try self.init(records, in: ledger)
    }

    init(_ records: [AnyRecord], in ledger: Ledger? = nil) throws {
        self.ledger = try ledger ?? .fresh()
        try insert(Town.organizations + records)
    }

    /// Puts rows in as an import does, which accepts all history.
    func insert(_ records: [AnyRecord]) throws {
        try desk.importing(dryRun: false) { session in
            for record in records { try session.insert(record) }
            return ((), true, .words("导入"))
        }
    }

    /// Where the officer of the stories acts.
    var desk: Desk { Town.desk(ledger) }

    static func desk(_ ledger: Ledger) -> Desk { ledger.acting(as: officer, on: clock) }

    @discardableResult
    func perform(_ act: Act) throws -> Receipt { try Town.perform(act, on: ledger) }

    @discardableResult
    static func perform(_ act: Act, on ledger: Ledger) throws -> Receipt {
        try desk(ledger).perform(act)
    }

    /// What a key of the officer, or of another, would take back.
    func undoable(_ officer: Officer = Town.officer, since day: Day = Town.today) throws -> JournalRow? {
        try ledger.undoable(OwnActs(of: officer, since: day, clockOffset: 480))?.row
    }

    /// What a key of the officer, or of another, would do again.
    func redoable(_ officer: Officer = Town.officer, since day: Day = Town.today) throws -> JournalRow? {
        try ledger.redoable(OwnActs(of: officer, since: day, clockOffset: 480))?.row
    }

    func status(_ day: Day = Town.today, scope: Scope = Scope(Town.township)) throws -> StatusReport {
        try ledger.status(asOf: day, scope: scope)
    }

    func gaps(_ day: Day = Town.today, scope: Scope = Scope(Town.township)) throws -> [Gap] {
        try ledger.gaps(asOf: day, scope: scope).gaps
    }

    /// The line of a branch in the overview of the township.
    func branch(_ code: Code = Town.village, _ day: Day = Town.today) throws -> StatusReport.BranchStatus? {
        try status(day).branches.first { $0.code == code }
    }

    func record<R: LedgerRecord>(_ record: R) throws -> AnyRecord? {
        try ledger.record(record.table, record.key)
    }
}

// MARK: - Rows

extension AnyRecord {
    static func person(
        _ id: Person.ID, _ organization: Code = Town.village, _ category: PersonCategory = .member,
        committee: Bool = false, arrived: Day? = nil, left: Day? = nil, exemption: String = ""
    ) -> AnyRecord {
        .person(
            Person(
                id: id, name: "名\(id)", organization: organization, category: category, isCommitteeMember: committee,
                arrivedOn: arrived, leftOn: left, exemption: exemption))
    }

    static func household(
        _ id: Household.ID, _ village: Code = Town.village, identified: Day = "2014-01-01", lifted: Day? = nil,
        returned: Day? = nil, closed: Day? = nil
    ) -> AnyRecord {
        .household(
            Household(
                id: id, head: "户主\(id)", village: village, headcount: 3, identifiedOn: identified, liftedOn: lifted,
                returnedOn: returned, closedOn: closed))
    }

    static func pairing(
        _ household: Household.ID, _ helper: Person.ID, from: Day = "2015-01-01", until: Day? = nil,
        _ reason: PairingEndReason? = nil
    ) -> AnyRecord {
        .pairing(
            Pairing(
                household: household, helper: helper, startedOn: from, endedOn: until,
                endReason: until == nil ? nil : reason ?? .reassigned))
    }

    static func activity(
        _ id: Activity.ID, _ kind: ActivityKind, _ organization: Code, on day: Day, _ participants: [Person.ID] = [],
        household: Household.ID? = nil, resolved: Day? = nil, voided: Day? = nil, pending: Bool = false
    ) -> AnyRecord {
        .activity(
            Activity(
                id: id, heldOn: day, kind: kind, organization: organization, title: "题\(id)",
                participants: participants, household: household, resolvedOn: resolved,
                evidence: pending ? .pending : .complete, voidedOn: voided, voidReason: voided == nil ? "" : "重复"))
    }

    static func cooperative(
        _ id: Cooperative.ID, _ organization: Code = Town.village, founded: Day? = nil, deregistered: Day? = nil,
        led: Int = 0, _ founders: [Person.ID] = []
    ) -> AnyRecord {
        .cooperative(
            Cooperative(
                id: id, name: "社\(id)", organization: organization, foundedOn: founded, deregisteredOn: deregistered,
                householdsLed: led, founders: founders))
    }
}

extension Day: ExpressibleByStringLiteral {
    /// A day in a story; one that the calendar lacks ends the test run at once.
    package init(stringLiteral value: String) {
        guard let day = Day(value) else { preconditionFailure("no such day: \(value)") }
        self = day
    }
}
