import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// Acts of every right, on the branch of a village.
enum RightCase {
    /// An act on the branch of a village, with the right that it takes.
    struct Case: Sendable {
        let right: Right
        let act: @Sendable (Town, Code) throws -> Act
        /// Whether the right needs no range: it is about the whole ledger.
        var isWhole = false
    }

    static func inside(_ code: Code) -> Bool { code == Town.village }

    static let all: [(name: String, one: Case)] = [
        (
            "an activity",
            Case(right: .record) { _, code in
                .recordActivity(
                    Activity(id: "", heldOn: "2016-06-15", kind: .partyDay, organization: code, title: "学习"))
            }
        ),
        (
            "voiding",
            Case(right: .record) { _, code in
                .voidActivity(inside(code) ? "A1" : "A9", on: "2016-06-30", reason: "重复")
            }
        ),
        (
            "pairing",
            Case(right: .record) { _, code in
                .pair(inside(code) ? "H2" : "H9", "P2", from: "2016-06-01")
            }
        ),
        (
            "an end",
            Case(right: .record) { _, code in
                .endPairings([
                    PairingEnding(
                        household: inside(code) ? "H1" : "H9", helper: inside(code) ? "P1" : "P9", on: "2016-06-30",
                        reason: .reassigned, replacement: "P2")
                ])
            }
        ),
        (
            "a follow-up of an organization",
            Case(right: .record) { _, code in
                .add(
                    FollowUp("主题党日", organization: code, within: "2016-05-31", officer: "甲", dueOn: "2016-07-01")
                        .wrapped)
            }
        ),
        (
            "a follow-up of a household",
            Case(right: .record) { _, code in
                .add(FollowUp("结对", household: inside(code) ? "H1" : "H9", officer: "甲", dueOn: "2016-07-01").wrapped)
            }
        ),
        (
            "a follow-up of a person",
            Case(right: .record) { _, code in
                .add(FollowUp("结对", person: inside(code) ? "P1" : "P9", officer: "甲", dueOn: "2016-07-01").wrapped)
            }
        ),
        (
            "a person",
            Case(right: .keep) { town, code in
                let record = try #require(try town.ledger.record(.people, RecordKey(inside(code) ? "P1" : "P9")))
                return .correct(from: record, to: try record.setting([.phone: "13900000000"]))
            }
        ),
        (
            "an organization",
            Case(right: .keep) { _, code in
                .add(.organization(Organization(code: Code(code.digits + "77"), name: "新组", kind: .group)))
            }
        ),
        (
            "a requirement",
            Case(
                right: .keep, act: { _, _ in .add(MethodTarget(.visits, from: "2016-07-01", 5, .year).wrapped) },
                isWhole: true)
        ),
        (
            "a submission",
            Case(right: .submit) { _, code in
                .takeMonthStep(.submit, of: Month("2016-05-01"), [code], reason: "")
            }
        ),
        ("a list with telephones", Case(right: .telephones) { _, code in .printUnmasked("名册", in: code) }),
        ("a restricted register", Case(right: .restricted, act: { _, _ in .look(at: ["谈话"], "看") }, isWhole: true)),
        (
            "an officer",
            Case(right: .administer) { _, code in
                .add(
                    OfficerGrant(
                        account: "new", name: "新", role: .viewer, range: code.digits, startedOn: "2016-06-30"
                    ).wrapped)
            }
        ),
    ]
}

@Suite("Rights in a ledger", .onBothEngines) struct RightsTests {
    /// An officer of each role in 甲村's town or branch, and one who has no row.
    private static let clock = Town.clock

    private static func officer(_ role: Role?, in town: Town) -> Officer {
        let name = role?.english ?? "stranger"
        return Officer(
            uid: 2000 + name.utf8.count * 7 + Int(name.utf8.first ?? 0), name: name,
            account: name + town.ledger.accountMark)
    }

    private static func range(_ role: Role) -> String {
        role == .secretary ? Town.village.digits : Town.township.digits
    }

    /// The full town with an officer of each role.
    private static func town() throws -> Town {
        let town = try Town(
            .person("P1"), .person("P2"), .person("P9", Town.otherVillage), .household("H1"), .household("H2"),
            .household("H9", Town.otherVillage), .pairing("H1", "P1"), .pairing("H9", "P9"),
            .activity("A1", .partyDay, Town.village, on: "2016-05-10"),
            .activity("A9", .partyDay, Town.otherVillage, on: "2016-05-10"))
        // The administrator first: no other could be followed by anybody.
        try town.perform(
            .together(
                Role.allCases.map { role in
                    .add(
                        OfficerGrant(
                            account: officer(role, in: town).account, name: role.english, role: role,
                            range: range(role), startedOn: "2016-01-01"
                        ).wrapped)
                }))
        return town
    }

    private static func desk(_ town: Town, _ role: Role?) throws -> Desk {
        let officer = officer(role, in: town)
        return try town.ledger.opened(by: officer.account).acting(as: officer, on: clock)
    }

    private static func attempt(_ town: Town, _ role: Role?, _ act: Act) throws -> Refusal? {
        do {
            _ = try desk(town, role).rehearse(act).get()
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    @Test("hold for every act, role by role, inside the range and outside", arguments: RightCase.all.map(\.name))
    func walk(_ name: String) throws {
        let one = try #require(RightCase.all.first { $0.name == name }?.one)
        let town = try Self.town()
        for role in Role.allCases {
            for code in [Town.village, Town.otherVillage] {
                let isReached = one.isWhole || role != .secretary || code == Town.village
                let isAllowed = role.rights.contains(one.right) && isReached
                let refusal = try Self.attempt(town, role, try one.act(town, code))
                #expect((refusal == nil) == isAllowed, "\(role) \(code): \(refusal?.text ?? "done")")
                if role.rights.contains(one.right), !isReached {
                    #expect(refusal?.text.contains("不在你的范围内") == true, "\(role) \(code): \(refusal?.text ?? "")")
                }
            }
        }
        let act = try one.act(town, Town.village)
        // A server lets no stranger in.
        guard town.ledger.accountMark.isEmpty else {
            #expect(throws: LedgerError.self) { try Self.desk(town, nil).rehearse(act).get() }
            return
        }
        #expect(
            try Self.attempt(town, nil, act) == .notAnOfficer(account: "stranger", administrators: ["administrator"]))
    }

    @Test("A ledger without officers lets whoever opens it do everything, as before") func none() throws {
        let town = try Town(.person("P"), .household("H"))
        let desk = town.ledger.acting(as: Self.officer(nil, in: town), on: Self.clock)
        _ = try desk.perform(.pair("H", "P", from: "2016-06-01"))
        _ = try desk.perform(.undo(entry: 2))
        #expect(try town.ledger.permission(of: Self.officer(nil, in: town), on: Town.today) == .everything)
    }

    @Test("The first officer is an administrator, and the last stays; what is undone counts too") func administrators()
        throws
    {
        let town = try Town()
        func add(_ role: Role) -> Act {
            .add(
                OfficerGrant(
                    account: Self.officer(role, in: town).account, name: "名", role: role,
                    range: Town.township.digits, startedOn: "2016-06-30"
                ).wrapped)
        }
        #expect(refusal { try town.perform(add(.office)) } == .noAdministrator)
        let first = try town.perform(add(.administrator)).entry
        let desk = try Self.desk(town, .administrator)
        let office = try desk.perform(add(.office)).entry
        let row = try #require(try town.ledger.officers().first { $0.role == .administrator })
        var ended = row
        ended.endedOn = "2016-06-30"
        #expect(refusal { try desk.perform(.correct(from: row.wrapped, to: ended.wrapped)) } == .noAdministrator)
        // Another's act takes another right.
        #expect(refusal { try desk.perform(.undo(entry: first)) } == .notPermitted(.undoOthers, holders: ["名"]))
        _ = try desk.perform(.undo(entry: office))
        #expect(try town.ledger.officers().map(\.role) == [.administrator])
    }

    @Test("What others did is undone by who may; one's own by oneself, within the range") func undoing() throws {
        let town = try Self.town()
        let secretary = try Self.desk(town, .secretary)
        let own = try secretary.perform(.recordActivity(Town.partyDay())).entry
        #expect(refusal { try Self.desk(town, .viewer).perform(.undo(entry: own)) } != nil)
        #expect(
            refusal { try Self.desk(town, .committee).perform(.undo(entry: own)) }
                == .notPermitted(.undoOthers, holders: ["party office"]))
        let undone = try secretary.perform(.undo(entry: own)).entry
        _ = try Self.desk(town, .office).perform(.undo(entry: undone))
    }

    @Test("Nobody accepts a month that they submitted themselves") func fourEyes() throws {
        let town = try Self.town()
        let month = Month("2016-05-01" as Day)
        func step(_ kind: MonthStep.Kind) -> Act { .takeMonthStep(kind, of: month, [Town.village], reason: "") }
        _ = try Self.desk(town, .office).perform(step(.submit))
        #expect(refusal { try Self.desk(town, .office).perform(step(.accept)) } == .ownMonth(branch: "甲村", month))
        #expect(refusal { try Self.desk(town, .secretary).perform(step(.accept)) } != nil)
        _ = try Self.desk(town, .committee).perform(step(.accept))
    }

    @Test("An import takes the right to keep, and stays within the range") func imports() throws {
        let town = try Self.town()
        func load(_ role: Role, _ rows: AnyRecord...) throws {
            try Self.desk(town, role).importing(dryRun: false) { session in
                for row in rows { try session.insert(row) }
                return ((), true, .words("导入"))
            }
        }
        for role in Role.allCases where role != .office {
            #expect(refusal { try load(role, .person("N1")) } != nil, "\(role)")
        }
        try load(.office, .person("N1"))
        let neighbour = AnyRecord.organization(Town.neighbour(7))
        #expect(refusal { try load(.office, neighbour) }?.text.contains("不在你的范围内") == true)
        #expect(try town.ledger.record(neighbour.table, neighbour.key) == nil)
    }

    @Test("The journal names officers as the table does, whatever they call themselves") func names() throws {
        let town = try Self.town()
        let officer = Self.officer(.office, in: town)
        let misnamed = Officer(uid: officer.uid, name: "别人", account: officer.account)
        _ = try town.ledger.acting(as: misnamed, on: Self.clock).perform(.recordActivity(Town.partyDay()))
        #expect(try town.ledger.journal(limit: 1, before: nil).first?.officer == "party office")
        #expect(try town.ledger.known(misnamed, on: Town.today).name == "party office")
    }

    private struct NamesQuery: Query {
        let needed: Right?
        var right: Right? { needed }
        func answer(from ledger: any LedgerReading) throws -> Int {
            try ledger.names(in: Scope(Town.township), asOf: Town.today).count
        }
    }

    @Test("A query is answered to who may ask it") func queries() throws {
        let town = try Self.town()
        for (role, right, isAnswered) in [
            (.viewer, .read, true), (.administrator, .read, false), (nil, .read, false), (.viewer, .administer, false),
            (.administrator, .administer, true), (nil, nil, true),
        ] as [(Role?, Right?, Bool)] {
            var answers: [Bool] = []
            town.ledger.answer([AnyQuery(NamesQuery(needed: right))], to: (Self.officer(role, in: town), Town.today)) {
                answers.append((try? $1.get()) != nil)
            }
            #expect(answers == [isAnswered], "\(role?.english ?? "stranger") \(right?.english ?? "")")
        }
    }

    @Test("The secretary of the township, a committee member by name and post, sees restricted registers")
    func townSecretary() throws {
        let town = try Self.town()
        let person = try AnyRecord.person("P0", Town.township, committee: true)
            .setting([.personName: "committee member", .post: "党委书记"])
        try Self.desk(town, .office).importing(dryRun: false) { session in
            try session.insert(person)
            return ((), true, .words("导入"))
        }
        #expect(try town.ledger.permission(of: Self.officer(.committee, in: town), on: Town.today).allows(.restricted))
        #expect(!(try town.ledger.permission(of: Self.officer(.viewer, in: town), on: Town.today).allows(.restricted)))
    }

    @Test("Whoever keeps definitions and may not see a restricted register does not open it once it has entries")
    func opening() throws {
        let town = try Self.town()
        let office = try Self.desk(town, .office)
        let cells = ["谈话", "试验", "人员", "", "限阅", "", ""]
        let definition = try AnyRecord.read(
            .registers, from: Dictionary(uniqueKeysWithValues: zip(TableSchema.registers.columns, cells)))
        _ = try office.perform(.adopt([definition]))
        func declare(_ secrecy: Secrecy) throws {
            let row = try #require(try town.ledger.record(.registers, definition.key))
            _ = try office.perform(.correct(from: row, to: row.setting([.secrecy: secrecy.rawValue])))
        }
        try declare(.open)
        try declare(.restricted)
        _ = try Self.desk(town, .discipline).perform(
            .enter(StoredEntry(register: "谈话", number: "", subject: "P1", registeredOn: "2016-06-01", values: [])))
        if town.ledger.accountMark.isEmpty {
            #expect(
                refusal { try declare(.open) } == .notPermitted(.restricted, holders: ["discipline"]))
        } else {
            // The office does not know that there are entries; the server does.
            #expect(throws: LedgerError.self) { try declare(.open) }
        }
        #expect(try town.ledger.record(.registers, definition.key)?.cells[.secrecy] == "限阅")
    }

    private func refusal<T>(_ body: () throws -> T) -> Refusal? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? Refusal
        }
    }
}
