import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// Every way in, tried on a signed month.
@Suite("A signed month", .onBothEngines) struct MonthLockTests {
    private static let refusal = Refusal.monthLocked(
        branch: "甲村", Town.village, MonthTests.may, officer: "李娟", on: Town.today)

    /// That an act is refused, and allowed once the month is reopened.
    private func expectLocked(_ town: Town, _ act: Act, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(throws: MonthLockTests.refusal, sourceLocation: sourceLocation) { try town.perform(act) }
        let reopened = try town.take(.reopen, reason: "更正").entry
        #expect(throws: Never.self, sourceLocation: sourceLocation) { try town.perform(act) }
        let newest = try #require(try town.ledger.journal(limit: 1).first)
        if newest.id != reopened { try town.perform(.undo(entry: newest.id)) }
        try town.perform(.undo(entry: reopened))
    }

    private func correction(
        _ town: Town, _ table: TableSchema, _ key: RecordKey, _ cells: [PartyWork.Column: String]
    ) throws
        -> Act
    {
        let record = try #require(try town.ledger.record(table, key))
        return .correct(from: record, to: try record.setting(cells))
    }

    @Test("is named in the refusal, with who signed it and the way out")
    func text() {
        #expect(
            MonthLockTests.refusal.text
                == "甲村 2016 年 5 月的月报已由 李娟 于 2016-06-30 接收并锁定；要改先重开，写明原因：看板“9 月报”按 ^W，或 zhibu month reopen 100000001101 2016-05 --reason 原因"
        )
    }

    @Test("takes no activity, no correction and no voiding of what counts in it")
    func activities() throws {
        let town = try MonthTests.signed()
        try expectLocked(town, .recordActivity(Town.partyDay("补", on: "2016-05-15")))
        try expectLocked(town, .recordActivity(Activity.story("N", .hazard, Town.group, on: "2016-05-31")))
        try expectLocked(town, .voidActivity("A", on: "2016-06-01", reason: "重复"))
        try expectLocked(town, correction(town, .activities, RecordKey("A"), [.heldOn: "2016-06-01"]))
        try expectLocked(town, correction(town, .activities, RecordKey("G"), [.heldOn: "2016-05-01"]))
        try expectLocked(town, correction(town, .activities, RecordKey("E"), [.resolvedOn: "2016-05-03"]))
        try expectLocked(town, correction(town, .activities, RecordKey("F"), [.organization: Town.otherGroup.digits]))
    }

    @Test("takes no visit to its households from elsewhere")
    func visits() throws {
        let town = try MonthTests.signed()
        try expectLocked(
            town,
            .recordActivity(Activity.story("N", .homeVisit, Town.township, on: "2016-05-31", ["P"], household: "I")))
    }

    @Test("lets through its papers and notes, what counts in other months, and other branches")
    func free() throws {
        let town = try MonthTests.signed()
        try town.perform(correction(town, .activities, RecordKey("A"), [.evidence: "齐全", .note: "补了"]))
        try town.perform(correction(town, .activities, RecordKey("E"), [.resolvedOn: "2016-06-03"]))
        try town.perform(.recordActivity(Town.partyDay(on: "2016-06-01")))
        try town.perform(.recordActivity(Activity.story("N", .partyDay, Town.otherVillage, on: "2016-05-31")))
        try town.perform(.pair("I", "Q", from: "2016-06-01"))
        let report = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report
        #expect(report.shifted == [.papersMissing])
    }

    @Test("takes no pairing and no ending that its last day would see")
    func pairings() throws {
        let town = try MonthTests.signed()
        try expectLocked(town, .pair("I", "Q", from: "2016-05-31"))
        let ending = PairingEnding(household: "J", helper: "Q", on: "2016-05-31", reason: .lifted)
        try expectLocked(town, .endPairings([ending]))
        let key = RecordKey("H", "P", "2015-01-01")
        try expectLocked(town, correction(town, .pairings, key, [.endedOn: "2016-05-02", .endReason: "销户"]))
    }

    @Test("takes no change of a household's state or a person's service on its last day, wherever they count")
    func people() throws {
        let town = try MonthTests.signed()
        try town.insert([.person("X", Town.otherVillage), .household("Y", Town.otherVillage)])
        try town.take(.reopen, reason: "结对")
        try town.perform(.pair("I", "X", from: "2016-05-01"))
        try town.perform(.pair("Y", "Q", from: "2016-05-01"))
        for step in [MonthStep.Kind.submit, .accept] { try town.take(step) }
        try expectLocked(town, correction(town, .households, RecordKey("I"), [.liftedOn: "2016-05-31"]))
        try expectLocked(town, correction(town, .people, RecordKey("P"), [.leftOn: "2016-05-31"]))
        try expectLocked(town, correction(town, .people, RecordKey("X"), [.leftOn: "2016-05-31"]))
        try expectLocked(town, correction(town, .households, RecordKey("Y"), [.closedOn: "2016-05-31"]))
        try expectLocked(town, .add(.household("N")))
        try expectLocked(town, .add(.person("N")))
        try town.perform(.add(.person("N", arrived: "2016-06-01")))
        try town.perform(correction(town, .people, RecordKey("P"), [.exemption: "病", .phone: "1"]))
    }

    private func membership(_ code: Code, from start: Day, until end: Day? = nil, of id: Person.ID = "P") -> Post {
        Post(holder: id, organization: code, kind: .membership, startedOn: start, endedOn: end)
    }

    private func person(_ id: Person.ID, _ town: Town) throws -> Person {
        try #require(try town.ledger.record(.people, RecordKey(id.text))?.record as? Person)
    }

    @Test("takes no membership, no move and no 组织编码 by which a member would have counted elsewhere on its last day")
    func memberships() throws {
        let town = try MonthTests.signed()
        try town.insert([.person("X", Town.otherVillage), .post(membership(Town.group, from: "2016-05-01", of: "Q"))])
        let key = membership(Town.group, from: "2016-05-01", of: "Q").key
        try expectLocked(town, .add(.post(membership(Town.otherVillage, from: "2016-05-31"))))
        try expectLocked(town, .add(.post(membership(Town.secondGroup, from: "2016-05-31", of: "X"))))
        try expectLocked(town, correction(town, .people, RecordKey("P"), [.organization: Town.joint.digits]))
        try expectLocked(town, correction(town, .people, RecordKey("X"), [.organization: Town.group.digits]))
        try expectLocked(town, .move(try person("P", town), to: Town.joint, on: "2016-05-31", since: "2012-01-01"))
        try expectLocked(town, .move(try person("P", town), to: Town.joint, on: "2016-06-10", since: "2016-06-01"))
        try expectLocked(town, .move(try person("X", town), to: Town.village, on: "2016-05-20", since: "2012-01-01"))
        // While the dated row holds, 组织编码 says nothing of May; after it, it says what the row does not.
        try town.perform(correction(town, .people, RecordKey("Q"), [.organization: Town.joint.digits]))
        try expectLocked(town, correction(town, .posts, key, [.endedOn: "2016-05-31"]))
        try expectLocked(town, .together([correction(town, .posts, key, [.endedOn: "2016-05-31", .note: "改"])]))
        let months = try town.ledger.months(MonthTests.may, in: Scope(Town.township), asOf: Town.today)
        #expect(months.branches.allSatisfy { $0.shifted == [] })
        #expect(try town.ledger.check().problems == [])
    }

    @Test("lets through memberships that leave its last day as it was, a move with its undo and its redo too")
    func moves() throws {
        let town = try MonthTests.signed()
        let resident = AnyRecord.person("R", Town.village, .resident)
        try town.insert([resident])
        try town.perform(.add(.post(membership(Town.otherVillage, from: "2016-06-01", of: "Q"))))
        try town.perform(.add(.post(membership(Town.group, from: "2016-05-01", until: "2016-06-01", of: "Q"))))
        try town.perform(.add(.post(membership(Town.otherVillage, from: "2016-05-01", of: "R"))))
        try town.perform(
            .add(.post(Post(holder: "P", organization: Town.joint, kind: .secretary, startedOn: "2016-05-01"))))
        try town.perform(correction(town, .people, RecordKey("R"), [.organization: Town.joint.digits]))
        let move = try town.perform(
            .move(try person("P", town), to: Town.otherVillage, on: "2016-06-10", since: "2012-01-01"))
        let report = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report
        #expect(report.shifted == [] && report.figures[.membersInScope] == 2)
        let undo = try town.perform(.undo(entry: move.entry))
        let redo = try town.perform(.undo(entry: undo.entry))
        try town.perform(.undo(entry: redo.entry))
        #expect(try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report.shifted == [])
        #expect(try town.ledger.check().problems == [])
    }

    @Test("judges an act by what it comes to: a member and the membership, whichever is written first")
    func whole() throws {
        let town = try MonthTests.signed()
        let person = try person("P", town)
        var moved = person
        moved.organization = Town.otherVillage
        let lock = try town.ledger.store.reading { try #require(try MonthLock($0)) }
        try town.ledger.store.reading { db in
            try lock.watching {
                try lock.check(person, moved)
                try lock.check(nil, membership(Town.village, from: "2012-01-01"))
            }
            // Outside an act each row is judged by itself.
            #expect(throws: MonthLockTests.refusal) { try lock.check(person, moved) }
        }
    }

    @Test("takes no pairing and no change of a household where the helper counted, wherever 组织编码 says")
    func pairingsOfMoved() throws {
        let town = try MonthTests.town()
        try town.insert([
            .person("X", Town.otherVillage), .post(membership(Town.village, from: "2016-01-01", of: "X")),
            .household("Y", Town.otherVillage), .household("Z", Town.otherVillage), .pairing("Y", "X"),
        ])
        for step in [MonthStep.Kind.submit, .accept] { try town.take(step) }
        try expectLocked(town, .pair("Z", "X", from: "2016-05-31"))
        try expectLocked(town, correction(town, .households, RecordKey("Y"), [.closedOn: "2016-05-31"]))
    }

    @Test("takes no row of an import by which a member would have counted elsewhere") func importedMemberships() throws
    {
        let town = try MonthTests.signed()
        try town.desk.importing(dryRun: true) { session -> (Void, Bool, Deed) in
            let saved = try #require(try session.saved(.people, RecordKey("P")))
            let moved = try saved.setting([.organization: Town.otherVillage.digits])
            #expect(try session.lockedMonth(saved, moved) == MonthLockTests.refusal)
            #expect(
                try session.lockedMonth(nil, .post(membership(Town.joint, from: "2016-05-31")))
                    == MonthLockTests.refusal)
            #expect(try session.lockedMonth(nil, .post(membership(Town.joint, from: "2016-06-01"))) == nil)
            let own = AnyRecord.post(membership(Town.village, from: "2012-01-01"))
            #expect(try session.lockedMonth(nil, own) == nil)
            try session.insert(own)
            #expect(try session.lockedMonth(saved, moved) == nil)
            return ((), false, .words(""))
        }
    }

    @Test("keeps its branch: it is neither dissolved before the month's end, nor founded after it")
    func branches() throws {
        let town = try MonthTests.signed()
        let key = RecordKey(Town.village.digits)
        for day in ["2016-05-10", "2016-05-31"] {
            try expectLocked(town, correction(town, .organizations, key, [.dissolvedOn: day]))
        }
        try expectLocked(town, correction(town, .organizations, key, [.foundedOn: "2016-06-01"]))
        try town.desk.importing(dryRun: true) { session -> (Void, Bool, Deed) in
            let branch = try #require(try session.saved(.organizations, key))
            #expect(
                try session.lockedMonth(branch, branch.setting([.dissolvedOn: "2016-05-10"])) == MonthLockTests.refusal)
            return ((), false, .words(""))
        }
        try town.perform(correction(town, .organizations, key, [.foundedOn: "2016-05-31", .name: "甲"]))
        try town.perform(correction(town, .organizations, key, [.dissolvedOn: "2016-06-01"]))
        try town.perform(
            correction(town, .organizations, RecordKey(Town.otherVillage.digits), [.dissolvedOn: "2016-05-10"]))
        let months = try town.ledger.months(MonthTests.may, in: Scope(Town.township), asOf: Town.today)
        #expect(months.branches.map(\.code) == [Town.village, Town.joint, Town.office])
    }

    @Test("does not hold again by taking its reopening back, once its figures are others")
    func staleReopening() throws {
        let town = try MonthTests.signed()
        let reopened = try town.take(.reopen, reason: "漏记").entry
        let change = try town.perform(.recordActivity(Town.partyDay("补", on: "2016-05-15"))).entry
        #expect(throws: Refusal.signedOtherwise(branch: "甲村", MonthTests.may)) {
            try town.perform(.undo(entry: reopened))
        }
        try town.perform(.undo(entry: change))
        try town.perform(.undo(entry: reopened))
        #expect(try town.state() == .accepted)
    }

    @Test("takes no undo that changes it, and no redo")
    func undo() throws {
        let town = try MonthTests.town()
        let recorded = try town.perform(.recordActivity(Town.partyDay("补", on: "2016-05-15"))).entry
        let other = try town.perform(.recordActivity(Town.partyDay("又", on: "2016-05-16"))).entry
        let undone = try town.perform(.undo(entry: other)).entry
        for step in [MonthStep.Kind.submit, .accept] { try town.take(step) }
        #expect(throws: MonthLockTests.refusal) { try town.perform(.undo(entry: recorded)) }
        #expect(throws: MonthLockTests.refusal) { try town.perform(.undo(entry: undone)) }
        #expect(throws: MonthLockTests.refusal) { try town.perform(.undo(entry: 1)) }
    }

    @Test("takes no row of an import that counts in it")
    func imports() throws {
        let town = try MonthTests.signed()
        try town.desk.importing(dryRun: true) { session -> (Void, Bool, Deed) in
            #expect(session.hasMonths)
            func refusal(_ old: AnyRecord?, _ new: AnyRecord) throws -> Refusal? { try session.lockedMonth(old, new) }
            let activity = try #require(try session.saved(.activities, RecordKey("A")))
            #expect(
                try refusal(nil, .activity("N", .partyDay, Town.village, on: "2016-05-31")) == MonthLockTests.refusal)
            #expect(try refusal(nil, .activity("N", .partyDay, Town.village, on: "2016-06-01")) == nil)
            #expect(try refusal(activity, activity.setting([.title: "改"])) == MonthLockTests.refusal)
            #expect(try refusal(activity, activity.setting([.evidence: "齐全"])) == nil)
            #expect(try refusal(nil, .pairing("I", "Q", from: "2016-05-01")) == MonthLockTests.refusal)
            return ((), false, .words(""))
        }
        try Town().desk.importing(dryRun: true) { session -> (Void, Bool, Deed) in
            #expect(!session.hasMonths)
            return ((), false, .words(""))
        }
    }

    @Test("is unlocked by taking back its signature, which reopens it with a reason and keeps what was signed")
    func undoOfAcceptance() throws {
        let town = try MonthTests.town()
        let submitted = try town.take(.submit).entry
        let accepted = try town.take(.accept)
        #expect(throws: Refusal.faults([FieldFault(.reason, .missing)])) {
            try town.perform(.undo(entry: accepted.entry, reason: " "))
        }
        #expect(try town.state() == .accepted)
        let undo = try town.perform(.undo(entry: accepted.entry, reason: " 漏记一次 "))
        #expect(undo.summary == "撤销第 \(accepted.entry) 条：\(accepted.summary)；原因：漏记一次")
        try town.perform(.recordActivity(Town.partyDay("补", on: "2016-05-15")))
        let report = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report
        #expect(report.state == .reopened && report.steps.last?.reason == "漏记一次")
        #expect(report.signed?.figures?[.partyDay] == 1 && report.figures[.partyDay] == 2)
        #expect(throws: Refusal.signedSince(entry: submitted, branch: "甲村", MonthTests.may)) {
            try town.perform(.undo(entry: submitted))
        }
        #expect(try town.ledger.check().problems == [])
    }

    @Test("is signed again by taking that back, and opened again only with another reason")
    func redoOfAcceptance() throws {
        let town = try MonthTests.town()
        try town.take(.submit)
        let accepted = try town.take(.accept).entry
        let undo = try town.perform(.undo(entry: accepted, reason: "漏记")).entry
        let redo = try town.perform(.undo(entry: undo)).entry
        #expect(try town.state() == .accepted)
        #expect(try town.ledger.journalCard(redo).opensMonths)
        #expect(throws: Refusal.faults([FieldFault(.reason, .missing)])) { try town.perform(.undo(entry: redo)) }
        try town.perform(.undo(entry: redo, reason: "又漏一次"))
        let steps = try town.ledger.month(Town.village, MonthTests.may, asOf: Town.today).report.steps
        #expect(steps.map(\.step) == [.submit, .accept, .reopen] && steps.last?.reason == "又漏一次")
    }

    @Test("is opened by the last step only, and closed by none whose figures have changed since")
    func undoOfSteps() throws {
        let town = try MonthTests.town()
        try town.take(.submit)
        let accepted = try town.take(.accept).entry
        let reopened = try town.take(.reopen, reason: "漏记")
        #expect(
            throws: Refusal.changedSince(entry: accepted, by: reopened.entry, reopened.deed)
        ) { try town.perform(.undo(entry: accepted, reason: "漏记")) }
        let change = try town.perform(.recordActivity(Town.partyDay("补", on: "2016-05-15"))).entry
        #expect(throws: Refusal.signedOtherwise(branch: "甲村", MonthTests.may)) {
            try town.perform(.undo(entry: reopened.entry))
        }
        try town.perform(.undo(entry: change))
        try town.perform(.undo(entry: reopened.entry))
        #expect(try town.state() == .accepted)
        #expect(try town.ledger.check().problems == [])
    }

    @Test("keeps its way: a step taken back after a return is not taken again")
    func staleRedo() throws {
        let town = try MonthTests.town()
        let submitted = try town.take(.submit).entry
        let undo = try town.perform(.undo(entry: submitted)).entry
        try town.take(.submit)
        try town.take(.giveBack, reason: "缺")
        #expect(throws: Refusal.self) { try town.perform(.undo(entry: undo)) }
    }
}

extension Activity {
    /// An activity with a number of its own.
    fileprivate static func story(
        _ id: ID, _ kind: ActivityKind, _ organization: Code, on day: Day, _ participants: [Person.ID] = [],
        household: Household.ID? = nil
    ) -> Activity {
        Activity(
            id: id, heldOn: day, kind: kind, organization: organization, title: "题\(id)", participants: participants,
            household: household)
    }
}
