import Glibc
import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("The journal's entries", .onBothEngines) struct JournalTests {
    @Test("say from where they came: dashboard, command line, import") func origins() throws {
        let town = try Town(.person("P"))
        let day = Town.today
        let board = Officer(uid: 7, name: "王建国", origin: .dashboard)
        _ = try town.ledger.acting(as: board, on: .standing(at: day, Town.now)).perform(
            .recordActivity(Town.partyDay()))
        _ = try town.perform(.recordActivity(Town.partyDay("再学习")))
        let rows = try town.ledger.journal(limit: 3)
        #expect(rows.map(\.origin) == [.commandLine, .dashboard, .imported])
        #expect(rows.map(\.kind) == [.record, .record, .imported])
        #expect(rows.map(\.officer) == ["李娟", "王建国", "李娟"])
    }

    @Test("of a ledger made before origins were kept stay, their origin unknown") func olderLedger() throws {
        let folder = TemporaryFolder()
        let path = folder.path("zhibu.db")
        try RawDatabase(path).transact(
            """
            \(Migration1.sql); PRAGMA application_id = \(Migrations.applicationID); PRAGMA user_version = 1;
            INSERT INTO journal VALUES (1, '2016-06-30T08:00:00Z', 7, '李娟', 'record', '记活动', 1, NULL)
            """)
        let ledger = try Ledger.open(path: path)
        let row = try #require(try ledger.journal(limit: 2).first)
        #expect(row.origin == nil && row.kind == .record && row.officer == "李娟" && row.summary == "记活动")
        #expect(try ledger.reading { try $0.number("PRAGMA user_version") } == Migrations.current)
    }

    @Test("of one record are those that touched it, the newest first") func ofRecord() throws {
        let town = try Town(.person("P"))
        let added = try town.perform(.add(.household("H")))
        _ = try town.perform(.add(.household("G")))
        let undone = try town.perform(.undo(entry: added.entry))
        let rows = try town.ledger.journal(of: .households, RecordKey("H"))
        #expect(rows.map(\.id) == [undone.entry, added.entry] && rows.allSatisfy { $0.officer == "李娟" })
        #expect(try town.ledger.journal(of: .people, RecordKey("H")).isEmpty)
    }

    @Test("say what was done in the language of whoever reads them") func language() throws {
        let town = try Town(.person("P"))
        let receipt = try town.perform(.add(.household("H")))
        let row = try #require(try Language.$current.withValue(.english) { try town.ledger.journal(limit: 1) }.first)
        #expect(row.summary == "登记贫困户 H 户主H（甲村）" && receipt.summary == row.summary)
        #expect(Language.$current.withValue(.english) { row.summary } == "added household H 户主H (甲村)")
        let undo = try Language.$current.withValue(.english) { try town.perform(.undo(entry: receipt.entry)) }
        #expect(undo.summary == "撤销第 \(receipt.entry) 条：登记贫困户 H 户主H（甲村）")
        #expect(try town.ledger.check().problems == [])
    }

    @Test("show what they hold where it was not this program that wrote it") func unreadable() throws {
        let folder = TemporaryFolder()
        let town = try Town(in: .open(path: folder.path("zhibu.db")))
        let kept = #"["added",["lendings","J1"]]"#
        let raw = try RawDatabase(town.ledger.path)
        try raw.run("DROP TRIGGER journal_is_fixed")
        try raw.run("UPDATE journal SET summary = ? WHERE id = 1", [kept])
        #expect(try town.ledger.journal(limit: 1).map(\.summary) == [kept])
    }

    @Test("open into every column before and after, telephones masked") func cards() throws {
        let town = try Town(.person("P"))
        let person = try #require(try town.ledger.record(.people, RecordKey("P")))
        let changed = try person.setting([.phone: "13812345678", .post: "文书"])
        let entry = try town.perform(.correct(from: person, to: changed)).entry
        let card = try town.ledger.journalCard(entry)
        #expect(card.unlisted == 0 && card.row.id == entry)
        #expect(card.changes.map(\.kind) == [.changed])
        #expect(
            Set(card.changes[0].cells) == [
                .init(.post, before: "", after: "文书"), .init(.phone, before: "", after: "138****5678"),
            ])
        let undo = try town.perform(.undo(entry: entry)).entry
        #expect(try town.ledger.journalCard(undo).changes[0].cells.contains(.init(.post, before: "文书", after: "")))
        #expect(try town.ledger.journalCard(1).changes.map(\.kind).allSatisfy { $0 == .added })
        #expect(throws: Refusal.noEntry(99)) { try town.ledger.journalCard(99) }
    }

    @Test("of what is added and taken away have a before or an after only") func addedAndRemoved() throws {
        let town = try Town()
        let entry = try town.perform(.recordActivity(Town.partyDay("学习"))).entry
        let added = try #require(try town.ledger.journalCard(entry).changes.first)
        #expect(added.kind == .added && added.name == "学习" && added.cells.allSatisfy { $0.before.isEmpty })
        let undo = try town.perform(.undo(entry: entry)).entry
        let removed = try #require(try town.ledger.journalCard(undo).changes.first)
        #expect(removed.kind == .removed && removed.cells.allSatisfy { $0.after.isEmpty })
    }
}

@Suite("Two processes on one ledger") struct VersionTests {
    @Test("the notice tells another's writes, our own as ours, and nothing of reading") func notice() throws {
        let folder = TemporaryFolder()
        let path = folder.path("zhibu.db")
        let ours = try Town(in: .open(path: path))
        let theirs = try Ledger.open(path: path)
        let notice = try ours.ledger.changes()
        _ = try ours.perform(.recordActivity(Town.partyDay()))
        #expect(try notice.take() == .ours)
        _ = try theirs.journal(limit: 1)
        #expect(try notice.take() == nil)
        let officer = Officer(uid: 7, name: "王建国")
        _ = try theirs.acting(as: officer, on: Town.clock).perform(.recordActivity(Town.partyDay("再")))
        var waiting = pollfd(fd: notice.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&waiting, 1, 0) == 1)
        #expect(try notice.take() == .others)
        #expect(try notice.take() == nil)
        #expect(poll(&waiting, 1, 0) == 0)
    }

    @Test("what is saved now comes with who saved it") func saved() throws {
        let folder = TemporaryFolder()
        let path = folder.path("zhibu.db")
        let town = try Town(.person("P"), in: .open(path: path))
        #expect(try town.ledger.saved(.people, RecordKey("P")).entry == nil)
        let person = try #require(try town.ledger.record(.people, RecordKey("P")))
        let changed = try person.setting([.post: "文书"])
        let officer = Officer(uid: 7, name: "王建国")
        _ = try Ledger.open(path: path).acting(as: officer, on: Town.clock).perform(.correct(from: person, to: changed))
        let (record, entry) = try town.ledger.saved(.people, RecordKey("P"))
        #expect(record == changed && entry?.officer == "王建国")
        #expect(throws: Refusal.changedMeanwhile(.people, RecordKey("P"))) {
            try town.perform(.correct(from: person, to: person.setting([.post: "会计"])))
        }
        #expect(try town.ledger.saved(.people, RecordKey("Z")).record == nil)
    }
}
