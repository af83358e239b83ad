import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Bringing a copy back", .onBothEngines) struct MergeTests {
    private func town() throws -> Town {
        try Town(
            .person("P1"), .person("P2", Town.otherVillage), .person("P3"), .household("H1"),
            .household("H2", lifted: "2015-01-01"),
            .pairing("H1", "P1"), .pairing("H1", "P2"), .activity("A1", .partyDay, Town.village, on: "2016-05-03"))
    }

    @Test(
        "what was recorded and changed in the copy is there afterwards, as one entry that names its officers, and can be undone"
    )
    func broughtBack() throws {
        let both = try TwoLedgers(town())
        try Town.perform(.recordActivity(Town.partyDay("本镇的")), on: both.own)
        _ = try both.copyDesk.perform(.recordActivity(Town.partyDay("村里的", on: "2016-06-20")))
        try both.correct(both.copyDesk, .people, "P1", [.phone: "13812345678"])
        try both.correct(Town.desk(both.own), .people, "P1", [.post: "会计"])
        _ = try both.copyDesk.perform(.pair("H2", "P3", from: "2016-06-01"))
        let before = try TwoLedgers.rows(both.own)
        let receipt = try both.merge()
        #expect(receipt.summary == "并入“甲村”的副本（副本流水第 2–4 条，经手人 王五）：人员 1，结对 1，活动 1")
        let rows = try TwoLedgers.rows(both.own)
        #expect(rows.count == before.count + 2)
        #expect(rows[.init(.people, RecordKey("P1"))]?[.phone] == "13812345678")
        #expect(rows[.init(.people, RecordKey("P1"))]?[.post] == "会计")
        #expect(rows[.init(.activities, RecordKey("\(ActivityNumber.prefix(Town.township))ABC-1"))]?[.title] == "村里的")
        #expect(try both.own.check().problems == [])
        try Town.perform(.undo(entry: receipt.entry), on: both.own)
        #expect(try TwoLedgers.rows(both.own) == before)
        #expect(try both.own.check().problems == [])
        #expect(try both.merge().deed == receipt.deed)
    }

    @Test("brought back twice nothing changes, and what was done in the copy since is brought back alone") func twice()
        throws
    {
        let both = try TwoLedgers(town())
        try both.correct(both.copyDesk, .people, "P1", [.phone: "13812345678"])
        try both.merge()
        #expect(try both.review().rows == [] && both.review().entries == 0)
        #expect(throws: Refusal.nothingChanged) { try both.merge() }
        // What this ledger corrects then is no conflict with what it took over.
        try both.correct(Town.desk(both.own), .people, "P1", [.phone: "13900000000"])
        #expect(try both.review(.theirs).rows == [])
        try both.correct(both.copyDesk, .people, "P1", [.post: "会计"])
        #expect(try both.merge().summary.contains("第 3–3 条"))
        #expect(try both.own.record(.people, RecordKey("P1"))?.cells[.phone] == "13900000000")
    }

    @Test("an entry of a register comes with its number, behind which this ledger goes on") func entries() throws {
        let both = try TwoLedgers(town())
        let rows: [(TableSchema, [Column: String])] = [
            (.registers, [.register: "借用", .subject: "支部"]),
            (.registerFields, [.register: "借用", .field: "用途", .position: "1", .kind: "文字", .isNeeded: "否"]),
        ]
        let entry = StoredEntry(
            register: "借用", number: "", subject: Town.village.digits, registeredOn: "2016-06-01",
            values: [StoredEntry.Value("用途", "开会")])
        _ = try both.copyDesk.perform(.adopt(rows.map { try AnyRecord.read($0.0, from: $0.1) }))
        let given = try both.copyDesk.perform(.enter(entry)).key?.text
        #expect(given?.hasSuffix("ABC-R1") ?? false)
        let receipt = try both.merge()
        #expect(try both.own.check().problems == [])
        let next = try Town.perform(.enter(entry), on: both.own).key?.text
        #expect(next?.hasSuffix("-R2") ?? false, "\(next ?? "")")
        #expect(try both.own.check().problems == [])
        #expect(receipt.summary.contains("条目 1"))
    }

    @Test("where both sides changed the same, both versions are told, and one is chosen") func conflict() throws {
        let both = try TwoLedgers(town())
        try both.correct(both.copyDesk, .people, "P1", [.post: "文书", .leftReason: "", .exemption: "年老"])
        try both.correct(Town.desk(both.own), .people, "P1", [.post: "会计"])
        let review = try both.review()
        #expect(review.rows.map(\.kind) == [.conflict])
        #expect(review.rows[0].cells.first == MergeReview.Cell(column: .post, base: "", mine: "会计", theirs: "文书"))
        let before = try TwoLedgers.rows(both.own)
        #expect(throws: Refusal.unsettledMerge(1)) { try both.merge() }
        #expect(try TwoLedgers.rows(both.own) == before)
        let choices = [MergeOrder.RowName(.people, RecordKey("P1")): MergeSide.theirs]
        let order = try both.order(nil, choices)
        #expect(try Town.desk(both.own).review(merging: order).isSettled)
        try both.merge(.mine)
        let person = try both.own.record(.people, RecordKey("P1"))?.cells
        #expect(person?[.post] == "会计" && person?[.exemption] == "年老")
    }

    @Test("one number for two things: both are kept, and what names the one follows it") func collision() throws {
        let both = try TwoLedgers(town())
        let (one, other) = (
            Person(id: "P9", name: "张三", organization: Town.village, category: .member),
            Person(id: "P9", name: "李四", organization: Town.village, category: .member)
        )
        try Town.perform(.add(one.wrapped), on: both.own)
        _ = try both.copyDesk.perform(.add(other.wrapped))
        _ = try both.copyDesk.perform(.pair("H2", "P9", from: "2016-06-01"))
        let review = try both.review()
        #expect(review.isSettled && review.rows.contains { $0.remark.contains("P9") && $0.name.key.text == "P9-2" })
        try both.merge()
        #expect(try both.own.record(.people, RecordKey("P9"))?.cells[.personName] == "张三")
        #expect(try both.own.record(.people, RecordKey("P9-2"))?.cells[.personName] == "李四")
        #expect(try both.own.record(.pairings, RecordKey("H2", "P9-2", "2016-06-01")) != nil)
    }

    @Test("a poor household keeps its last helper, though each side ended one of two") func cover() throws {
        let both = try TwoLedgers(town())
        func end(_ desk: Desk, _ helper: Person.ID) throws {
            _ = try desk.perform(
                .endPairings([PairingEnding(household: "H1", helper: helper, on: "2016-06-10", reason: .reassigned)]))
        }
        try end(both.copyDesk, "P1")
        try end(Town.desk(both.own), "P2")
        let row = try #require(try both.review().rows.first)
        #expect(row.kind == .refused && row.remark.contains("不脱贫不脱钩"))
        #expect(throws: Refusal.unsettledMerge(1)) { try both.merge(.theirs) }
        #expect(try both.review(.mine).rows.map(\.kind) == [.left])
    }

    @Test("a signed month keeps what counts in it") func signed() throws {
        let both = try TwoLedgers(town())
        _ = try both.copyDesk.perform(.recordActivity(Town.partyDay("补", on: "2016-05-20")))
        for step in [MonthStep.Kind.submit, .accept] {
            try Town.perform(
                .takeMonthStep(step, of: Month("2016-05-01" as Day), [Town.village], reason: ""), on: both.own)
        }
        let row = try #require(try both.review().rows.first)
        #expect(row.kind == .refused && row.remark.contains("已由 李娟"))
    }

    @Test("what is undone in the copy brings nothing, and what was undone here of the common past is not lost")
    func undone() throws {
        let both = try TwoLedgers(town())
        let receipt = try both.copyDesk.perform(.recordActivity(Town.partyDay()))
        _ = try both.copyDesk.perform(.undo(entry: receipt.entry))
        #expect(try both.review().rows == [])
        let pairing = try Town.perform(.pair("H2", "P3", from: "2016-06-01"), on: both.own)
        try Town.perform(.undo(entry: pairing.entry), on: both.own)
        #expect(try both.review().rows == [])
    }

    @Test("a copy of another ledger, the copy itself, and what is no copy are refused") func foreign() throws {
        let both = try TwoLedgers(town())
        let stranger = try Town(.person("P1"))
        let order = try both.order()
        #expect(throws: Refusal.foreignCopy) { try stranger.perform(.merge(order)) }
        #expect(throws: Refusal.ownCopy) { try both.copyDesk.perform(.merge(order)) }
        #expect(throws: Refusal.notParted) { try both.own.partedCopy() }
    }

    @Test("made by backup, a copy knows from where it parted; a code that is nowhere is refused") func byBackup() throws
    {
        let folder = TemporaryFolder()
        let town = try town()
        #expect(throws: Refusal.notFound(.organizations, RecordKey("1"))) {
            try town.ledger.backup(to: folder.path("copy.db"), for: "1")
        }
        try town.ledger.backup(to: folder.path("copy.db"), for: Town.village)
        let copy = try Ledger.open(path: folder.path("copy.db"))
        try Town.perform(.recordActivity(Town.partyDay()), on: copy)
        #expect(try copy.check().problems == [])
        try town.perform(.merge(MergeOrder(copy.partedCopy())))
        #expect(try town.ledger.check().problems == [])
    }
}
