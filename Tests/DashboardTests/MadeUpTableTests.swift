import Exchange
import Foundation
import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// A table that no source file names: everything the ledger, the files and the screens need of it is its schema.
@Suite("A table made while the program runs, in a ledger")
struct MadeUpTableTests {
    private static let lendings = TableSchema(
        "lendings", "会议室借用", english: "lending", sql: "lending",
        [
            ColumnSchema(Column("借用编号"), .key, .text(), .value("id"), "每次借用一个编号"),
            ColumnSchema(Column("借用人"), .required, .reference(.person), .value("person")),
            ColumnSchema(Column("借出日期"), .required, .day(), .value("lent_on")),
            ColumnSchema(Column("归还日期"), .optional, .day(), .optional("returned_on")),
            ColumnSchema(Column("人数"), .optional, .number(1...300), .optional("people")),
            ColumnSchema(Column("用途"), .optional, .word(WordList(["开会", "培训"])), .optional("purpose")),
            ColumnSchema(
                Column("同去"), .optional, .list(of: .person), .list("lending_guest", owner: "lending", item: "person")),
        ])
    private static let header = "借用编号,借用人,借出日期,归还日期,人数,用途,同去\n"

    private let ledger: Ledger
    private let desk: Desk
    /// Two who serve.
    private let people: [Person]

    init() throws {
        ledger = try Longfeng.load()
        try ledger.make(Self.lendings)
        desk = ledger.desk(on: .june)
        people = try ledger.people(in: ledger.scope(nil), asOf: .june).filter(\.serves).prefix(2).map(\.person)
    }

    private func row(_ id: String, _ cells: [String: String] = [:]) throws -> AnyRecord {
        let cells = ["借用编号": id, "借用人": people[0].id.text, "借出日期": "2016-06-01"].merging(cells) { $1 }
        return try AnyRecord.read(
            Self.lendings, from: Dictionary(uniqueKeysWithValues: cells.map { (Column($0.key), $0.value) }))
    }

    @discardableResult
    private func perform(_ act: Act) throws -> Receipt { try desk.perform(act) }

    private func saved(_ id: String) throws -> AnyRecord? { try ledger.saved(Self.lendings, RecordKey(id)).record }

    private func imported(_ text: String) throws -> ImportReport {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lendings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "1.csv").path()
        try Data((Self.header + text).utf8).write(to: URL(filePath: path))
        return try desk.importing(dryRun: false) { session in
            let report = try Importer(paths: [path], update: true, today: .june).run(into: session)
            let counts = report.countsInOrder.map { Deed.ImportedRows($0.table, $0.counts.new + $0.counts.updated) }
            return (result: report, commit: report.isAccepted, deed: .imported(counts))
        }
    }

    private func exported() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lendings-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try ledger.exporting { try Exporter(folder: folder.path(), tables: ledger.tables).run($0) }
        return try String(contentsOf: folder.appending(path: "lendings.csv"), encoding: .utf8)
    }

    @Test("comes in from a file, is changed by another, and goes out as it is")
    func files() throws {
        let first = "J1,\(people[0].id),2016-06-01,2016-06-02,7,培训,\(people[1].id);\(people[0].id)\n"
        let report = try imported(first + "J2,\(people[1].id),2016-06-03,,,,\n")
        #expect(report.notices.isEmpty && report.counts[Self.lendings] == .init(new: 2))
        let entry = try #require(try ledger.journal(limit: 1).first)
        #expect(entry.summary == "导入：会议室借用 2" && entry.rows == 2)
        let changed = "J2,\(people[1].id),2016-06-03,2016-06-04,12,开会,\n"
        #expect(try imported(changed).counts[Self.lendings] == .init(updated: 1))
        #expect(try exported() == Self.header + first + changed)
        #expect(try !imported("J3,没有的人,2016-06-03,,,,\n").isAccepted)
        #expect(try ledger.check().problems == [])
    }

    @Test("is added to, corrected and told of in the journal, in both languages")
    func journal() throws {
        let added = try perform(.add(try row("J1")))
        #expect(added.summary == "登记会议室借用 J1")
        let changed = try row("J1", ["人数": "9", "同去": people[1].id.text])
        let receipt = try perform(.correct(from: try row("J1"), to: changed))
        #expect(receipt.summary == "修改会议室借用 J1：「人数」（空） → 9，「同去」（空） → \(people[1].id)")
        let read = try #require(try ledger.journal(limit: 1).first)
        #expect(
            Language.$current.withValue(.english) { read.summary }.hasPrefix("edited lending J1: \"人数\" (empty) → 9"))
        let card = try ledger.journalCard(receipt.entry)
        #expect(card.changes.map(\.table) == [Self.lendings] && card.changes[0].cells.count == 2)
        #expect(throws: Refusal.keyTaken(Self.lendings, RecordKey("J1"))) { try perform(.add(try row("J1"))) }
        #expect(throws: Refusal.faults([FieldFault(Column("借用人"), .nowhere("没有的人"))])) {
            try perform(.add(try row("J2", ["借用人": "没有的人"])))
        }
    }

    @Test("is undone and done again; what a row refers to is not undone under it")
    func undo() throws {
        let person = Person(id: "借者", name: "新来", organization: people[0].organization, category: .resident)
        let arrival = try perform(.add(person.wrapped)).entry
        let borrowed = try row("J1", ["借用人": "借者", "同去": "借者"])
        let entry = try perform(.add(borrowed)).entry
        let refusal = #expect(throws: Refusal.self) { try perform(.undo(entry: arrival)) }
        #expect(refusal?.text.contains("会议室借用“J1”的「借用人」仍指向“借者”") == true, "\(refusal?.text ?? "")")
        let undo = try perform(.undo(entry: entry))
        #expect(undo.summary == "撤销第 \(entry) 条：登记会议室借用 J1")
        #expect(try saved("J1") == nil)
        try perform(.undo(entry: undo.entry))
        #expect(try saved("J1") == borrowed)
        #expect(try ledger.check().problems == [])
        #expect(try ledger.check().rows[Self.lendings] == 1)
    }

    @Test("is listed for other programs, by conditions and scope")
    func roster() throws {
        try perform(.add(try row("J1", ["人数": "7", "同去": "\(people[0].id);\(people[1].id)"])))
        try perform(.add(try row("J2", ["人数": "70"])))
        let roster = try ledger.roster(Self.lendings, in: ledger.scope(nil), asOf: .june, showsPhones: false)
        #expect(roster.rows.map { $0.cells[0] } == ["J1", "J2"])
        let found = try #require(RosterCondition("人数>=60"))
        let guest = try #require(RosterCondition("同去=\(people[1].id)"))
        let (number, list) = (try #require(roster.index(of: "人数")), try #require(roster.index(of: "同去")))
        #expect(
            roster.rows.filter { found.holds($0.cells[number], in: roster.columns[number], of: Self.lendings) }.count
                == 1)
        #expect(
            roster.rows.filter { guest.holds($0.cells[list], in: roster.columns[list], of: Self.lendings) }.count == 1)
    }

    @Test("has a sheet in the template")
    func template() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "template-\(UUID().uuidString).xlsx").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Template.write(ledger.tables.filter(\.isListed), to: path)
        let report = try desk.importing(dryRun: true) { session in
            let report = try Importer(ImportOrder(paths: [path]), today: .june, isReview: true).run(into: session)
            return (result: report, commit: false, deed: .imported([]))
        }
        let source = try #require(report.sources.first { $0.table == Self.lendings })
        #expect(source.columns.compactMap(\.column) == Self.lendings.columns)
        #expect(!report.sources.contains { $0.table == .posts })
    }

    // MARK: - On the screen

    private func stage(_ keys: Key..., isPlain: Bool = false) throws -> Stage {
        var stage = try Stage(
            ledger, size: isPlain ? Model.plainSize : Size(columns: 100, rows: 30), isPlain: isPlain,
            catalogue: .builtIn.showing(try ledger.tables))
        for key in keys { try stage.press(key) }
        return stage
    }

    /// One tab back from the first is the last.
    private static let there = Key.control("b")

    @Test("has a list with a tab of its own, a form of its columns, and a search")
    func screen() throws {
        try perform(.add(try row("J7", ["用途": "培训"])))
        var stage = try stage(Self.there)
        #expect(stage.row(1).contains("[会议室借用]") && stage.row(2).hasPrefix(" 会议室借用  第 1/1 行"))
        #expect(stage.text.contains("> J7"))
        try stage.press(.function(5))
        #expect(stage.text.contains("新增会议室借用"))
        try stage.type("J8")
        try stage.press(.tab)
        try stage.type(people[1].id.text)
        try stage.press(.enter)
        try stage.type("6-2")
        try stage.press(.tab, .tab)
        try stage.type("12")
        try stage.press(.control("s"))
        #expect(
            try saved("J8")
                == row("J8", ["借用人": people[1].id.text, "借出日期": "2016-06-02", "人数": "12", "用途": "培训"]), "\(stage.text)")
        #expect(stage.text.contains("> J8"), "\(stage.text)")
        try stage.press(.function(3))
        try stage.type("J7")
        #expect(!stage.text.contains("J8") && stage.text.contains("> J7"), "\(stage.text)")
        try stage.press(.escape, .function(4))
        #expect(stage.text.contains("修改会议室借用"))
    }

    @Test("is read out in lines, with its form, and printed")
    func plain() throws {
        try perform(.add(try row("J7", ["人数": "30"])))
        var stage = try stage(isPlain: true)
        try stage.hear("p12")
        #expect(stage.model.spoken.contains("1. J7，借用人 \(people[0].id)"), "\(stage.model.spoken)")
        try stage.hear("a")
        #expect(stage.model.spoken.contains("新增会议室借用") && stage.model.spoken.contains("借用编号"), "\(stage.model.spoken)")
        var screen = try self.stage(Self.there, .control("]"))
        try screen.press(.control("s"))
        guard case .list(let list)? = screen.printed.last?.content else {
            Issue.record("not a list")
            return
        }
        #expect(list.title == "会议室借用" && list.table.rows.count == 1)
    }

    @Test("is come back to at the next start, and left out where the ledger has it no more")
    func memory() throws {
        let text = try #require(try stage(Self.there).model.memory?.text)
        let memory = try #require(Memory(text: text))
        let next = try Stage(ledger, restoring: memory, catalogue: .builtIn.showing(try ledger.tables))
        #expect(next.row(2).hasPrefix(" 会议室借用"))
        #expect(try Stage(Longfeng.shared.get(), restoring: memory).row(2).hasPrefix(" 总览"))
    }
}
