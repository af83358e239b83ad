import Foundation
import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// What the ledger says in English, to officers and into the journal, of a town whose names are Latin.
@Suite("In English") struct EnglishTests {
    private static let records: [AnyRecord] =
        [
            .organization(Organization(code: Town.township, name: "Town", kind: .township)),
            .organization(Organization(code: Town.village, name: "Alder", kind: .village)),
            .organization(Organization(code: Town.otherVillage, name: "Birch", kind: .village)),
            .checklist(
                Checklist(
                    id: "C1", name: "Talks", subject: .member, period: .once, startsOn: "2016-06-01",
                    endsOn: "2016-07-01")),
        ]
        + ["P1", "P2", "P3"].map {
            .person(Person(id: $0, name: "Name\($0)", organization: Town.village, category: .member))
        }
        + ["H1", "H2", "H3", "H4"].map {
            .household(
                Household(id: $0, head: "Head\($0)", village: Town.village, headcount: 3, identifiedOn: "2014-01-01"))
        }
        + ["H1", "H2", "H3"].map { .pairing(Pairing(household: $0, helper: "P1", startedOn: "2015-01-01")) }

    private func town(_ ledger: Ledger) throws -> Ledger {
        try Town.desk(ledger).importing(dryRun: false) { session in
            for record in Self.records { try session.insert(record) }
            return ((), true, .words("import"))
        }
        return ledger
    }

    private func inEnglish<Value>(_ make: () throws -> Value) rethrows -> Value {
        try Language.$current.withValue(.english, operation: make)
    }

    private func expectEnglish(_ texts: [String]) {
        for text in texts { #expect(!text.hasChinese && !text.isEmpty, "\(text)") }
    }

    /// Acts one after the other, each by what the ones before it left.
    private static let acts: [@Sendable (Ledger) throws -> Act] = [
        { _ in
            .recordActivity(
                Activity(id: "A1", heldOn: "2016-06-15", kind: .partyDay, organization: Town.village, title: "Study"))
        },
        { ledger in
            let saved = try #require(try ledger.record(.activities, RecordKey("A1")))
            return .correct(
                from: saved, to: try saved.setting([.title: "Reading", .evidence: Evidence.pending.rawValue]))
        },
        { _ in .voidActivity("A1", on: "2016-06-20", reason: "twice") },
        { _ in
            .recordVisit(
                Activity(
                    id: "A2", heldOn: "2016-06-16", kind: .homeVisit, organization: Town.village, title: "Talk",
                    participants: ["P1"], household: "H1"), VisitDetails(activity: "A2", findings: "roof"))
        },
        { ledger in
            guard let saved = try ledger.record(.activities, RecordKey("A2"))?.record as? Activity else {
                throw Refusal.nothingChanged
            }
            return .correctVisit(
                from: saved, to: saved, details: VisitDetails(activity: "A2", findings: "roof"),
                becoming: VisitDetails(activity: "A2", findings: "roof", outcome: "dry"))
        },
        { _ in .add(.person(Person(id: "P9", name: "New", organization: Town.village, category: .resident))) },
        { _ in
            .add(.organization(Organization(code: Town.joint, name: "Tea", kind: .joint, jointUnits: [Town.village])))
        },
        { _ in .add(.requirement(MethodTarget(.themeActivity, from: "2016-06-01", 1, .year))) },
        { _ in .add(.cooperative(Cooperative(id: "9", name: "Farm", organization: Town.village))) },
        { _ in
            .add(
                .post(
                    Post(
                        holder: "P1", organization: Town.village, kind: .secretary, startedOn: "2016-01-01",
                        endedOn: "2016-02-01")))
        },
        { _ in .pair("H4", "P9", from: "2016-06-01") },
        { _ in
            .endPairings([
                PairingEnding(household: "H1", helper: "P1", on: "2016-06-10", reason: .reassigned, replacement: "P2"),
                PairingEnding(
                    household: "H4", helper: "P9", on: "2016-06-10", reason: .enteredInError, sentence: "slip"),
            ])
        },
        { _ in
            .tick([
                Tick(checklist: "C1", subject: "P1", on: "2016-06-15"),
                Tick(checklist: "C1", subject: "P2", on: "2016-06-15"),
            ])
        },
        { _ in .waive([Waiver(checklist: "C1", subject: "P3", reason: "ill")]) },
        { ledger in
            let sheet = try ledger.checklist("C1", asOf: Town.today, scope: Scope(Town.township))
            return .unmark(sheet.obligations.filter { $0.subject.token == "P3" }, asOf: Town.today)
        },
        { _ in .add(FollowUp("结对", person: "P1", officer: "Li", dueOn: "2016-07-01", remark: "ask").wrapped) },
        { _ in .takeBack(FollowUp("结对", person: "P1", officer: "Li", dueOn: "2016-07-01", remark: "ask")) },
        { ledger in change(try household("H1", ledger), .newHead("Other", headcount: 3, reason: "left")) },
        { ledger in
            change(
                try household("H1", ledger),
                .split(.init(id: "H9", head: "Part", headcount: 1, helpers: ["P1"])))
        },
        { ledger in change(try household("H1", ledger), .moved(to: Town.otherVillage)) },
        { ledger in change(try household("H2", ledger), .merged(into: "H3", helpersFollow: true)) },
        { ledger in change(try household("H3", ledger), .lifted) },
        { ledger in change(try household("H3", ledger), .returned, on: "2016-06-26") },
        { ledger in change(try household("H3", ledger), .lifted, on: "2016-06-27") },
        { ledger in change(try household("H4", ledger), .closed(reason: "moved away")) },
        { ledger in
            guard let person = try ledger.record(.people, RecordKey("P3"))?.record as? Person else {
                throw Refusal.nothingChanged
            }
            return .move(person, to: Town.otherVillage, on: "2016-06-15", since: "2016-06-01")
        },
        { _ in .takeMonthStep(.submit, of: Month("2016-05-01"), [Town.village, Town.otherVillage], reason: "") },
        { _ in .takeMonthStep(.giveBack, of: Month("2016-05-01"), [Town.village], reason: "incomplete") },
        { _ in .printUnmasked("list of helpers") },
        { _ in
            .together(
                ["P1", "P2", "P3", "P9"].map { id in
                    .add(.post(Post(holder: id, organization: Town.village, kind: .reserve, startedOn: "2016-03-01")))
                })
        },
        { ledger in .undo(entry: try ledger.journal(limit: 1)[0].id) },
        { ledger in .undo(entry: try ledger.journal(limit: 1)[0].id) },
    ]

    private static func household(_ id: Household.ID, _ ledger: Ledger) throws -> Household {
        guard let found = try ledger.record(.households, RecordKey(id.text))?.record as? Household else {
            throw Refusal.notFound(.households, RecordKey(id.text))
        }
        return found
    }

    private static func change(_ household: Household, _ event: HouseholdEvent, on day: Day = "2016-06-25") -> Act {
        .changeHousehold(HouseholdChange(household, event, on: day))
    }

    @Test("the journal of an English-speaking officer is English, and so are the cards made of it") func journal()
        throws
    {
        let ledger = try town(.inMemory())
        try inEnglish {
            for act in Self.acts {
                let receipt = try Town.perform(act(ledger), on: ledger)
                expectEnglish([receipt.summary] + receipt.warnings)
                let changes = try ledger.journalCard(receipt.entry).changes
                expectEnglish(changes.map { "\($0.kind.title) \($0.table.rowTitle) \($0.name)" })
            }
            for id in ["H1", "H2", "H3", "H4"] as [Household.ID] {
                expectEnglish(try ledger.household(id, asOf: Town.today).timeline.map { "\($0.kind.title) \($0.text)" })
            }
            #expect(try ledger.journal(limit: 2).map { $0.summary.prefix(4) } == ["redi", "undi"].map { $0.prefix(4) })
            #expect(try ledger.check().problems == [])
        }
    }

    @Test("a card reads what an officer of another language wrote: kinds of events are kept as words of the ledger")
    func otherLanguage() throws {
        let ledger = try town(.inMemory())
        let act = Self.change(try Self.household("H1", ledger), .moved(to: Town.otherVillage))
        try inEnglish { _ = try Town.perform(act, on: ledger) }
        let event = try #require(try ledger.household("H1", asOf: Town.today).timeline.first { $0.kind == .relocated })
        #expect(event.kind.title == "迁移" && event.text == "from Alder to Birch")
    }

    @Test(
        "check tells in English what was done behind the program's back",
        arguments: [
            "UPDATE person SET name = 'X' WHERE id = 'P1'", "UPDATE pairing SET started_on = '2015-01-02'",
            "DELETE FROM pairing", "UPDATE household SET village = '100000001555'",
            "INSERT INTO activity_participant VALUES ('X', 0, 'P1')",
            "DROP TRIGGER journal_is_kept; DELETE FROM journal WHERE id = 1",
            "DROP TRIGGER journal_is_fixed; UPDATE journal SET row_count = 99",
            "DROP TRIGGER journal_change_is_fixed; UPDATE journal_change SET after = '{'",
            #"DROP TRIGGER journal_change_is_fixed; UPDATE journal_change SET after = '{"x":"y"}'"#,
            "INSERT INTO tick VALUES ('C1', 'P8', '2016-06-01', '')",
            "INSERT INTO household_cycle VALUES ('H1', '2013-01-01', '2013-02-01', '')",
            "PRAGMA ignore_check_constraints = 1; UPDATE person SET arrived_on = '2016-13-01'",
            "PRAGMA ignore_check_constraints = 1; UPDATE person SET category = 'x'",
        ])
    func check(_ sql: String) throws {
        let folder = TemporaryFolder()
        let ledger = try town(.open(path: folder.path("zhibu.db")))
        try inEnglish { _ = try Town.perform(.recordActivity(Town.partyDay("Study")), on: ledger) }
        try RawDatabase(ledger.path).run(sql)
        let problems = try inEnglish { try ledger.check().problems }
        #expect(!problems.isEmpty)
        expectEnglish(problems)
    }

    @Test("many problems of a kind are summed up in English") func many() {
        var problems = Problems()
        for number in 1...25 { problems.add("people", "number \(number)") }
        #expect(inEnglish { problems.sentences.last } == "people: 5 more, not listed")
    }

    @Test("every error of the file is said in English") func errors() {
        let numbers = [
            EPERM, ENOENT, EEXIST, ENOTDIR, EISDIR, ENOSPC, EROFS, ENAMETOOLONG, ELOOP, EDQUOT, EFBIG, EIO, EMFILE,
            ENOMEM, ENOLCK, 0, 99,
        ]
        let errors: [LedgerError] =
            numbers.flatMap { [.cannotCreate(path: "x", errno: $0), .cannotOpen(path: "x", errno: $0)] } + [
                .notALedger(path: "x"), .newerSchema(path: "x"), .locked(path: "x"), .readOnly(path: "x"),
                .diskFull(path: "x", folder: "y"), .outOfMemory(path: "x"), .locksRefused(path: "x", errno: ENOLCK),
                .stickyFolder(path: "x", folder: "y"), .backupFailed(path: "x", errno: ENOSPC),
                .backupUnsettled(path: "x", errno: EIO),
                .strangeJournal(path: "x", journal: "y"), .sideFile(path: "x", database: "y"),
                .inputOutput(path: "x", code: 10), .corrupt(path: "x", detail: "page 7"),
                .networkFileSystem(path: "x", kind: "nfs"), .unsafeWrites(path: "x", synchronous: 1),
                .fileExists(path: "x"), .failed(path: "x", detail: "y"),
                .unsaved(.locked(path: "x")), .unsure(.diskFull(path: "x", folder: "y")),
                .denied(path: "x"), .notKeeper(path: "x"),
                .unsure(.connectionLost(path: "x")), .held(path: "x", by: "y", since: "10:32", isEnded: false),
                .held(path: "x", by: "y", since: "10:32", isEnded: true),
            ]
        inEnglish { expectEnglish(errors.map(\.text)) }
    }
}
