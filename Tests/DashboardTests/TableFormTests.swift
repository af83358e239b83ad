import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// A table is filled and corrected by what its schema says, and by nothing else.
@Suite("A form of a made-up table")
struct TableFormTests {
    private static let number = PartyWork.Column("井号", "Well no.")
    private static let keepers = PartyWork.Column("管护人", "Keepers")
    private static let user = PartyWork.Column("用水户", "User")
    private static let water = PartyWork.Column("水质", "Water")
    private static let dug = PartyWork.Column("打井日期", "Dug on")
    private static let depth = PartyWork.Column("深度", "Depth")
    private static let checked = PartyWork.Column("检测月份", "Checked in")
    private static let visit = PartyWork.Column("查看活动", "Seen at")

    private static let wells = TableSchema(
        "wells", "水井", english: "well", sql: "well",
        [
            ColumnSchema(number, .key, .text(limit: 5), .value("id")),
            ColumnSchema(.village, .required, .reference(.organization(.village)), .value("village")),
            ColumnSchema(
                keepers, .optional, .list(of: .person), .list("well_keeper", owner: "well", item: "person")),
            ColumnSchema(user, .optional, .reference(.household), .optional("user")),
            ColumnSchema(water, .required, .word(WordList(["浑", "清"])), .value("water")),
            ColumnSchema(dug, .required, .day(), .value("dug_on")),
            ColumnSchema(depth, .optional, .number(1...300), .value("depth")),
            ColumnSchema(checked, .optional, .month, .optional("checked")),
            ColumnSchema(visit, .optional, .reference(.activity), .optional("visit")),
        ])

    private let context: Context = {
        let day = Day("2016-06-30") ?? Day.earliest
        return Context(
            today: day, clockOffset: 0, asOf: day, scope: Scope(Code("422801100")), scopeName: "龙凤镇",
            body: Size(columns: 80, rows: 19))
    }()

    private func type(_ text: String, _ form: inout Form<Filing>) {
        for character in text { _ = form.handle(.text(String(character)), context) }
    }

    @Test("has a field for each column, which takes what the column holds")
    func kinds() {
        let form = Form<Filing>.add(Self.wells)
        #expect(form.title == "新增水井")
        #expect(form.fields.map(\.key.token) == Self.wells.columns.map(\.header))
        #expect(
            form.fields.map(\.kind) == [
                .text, .pick(.villages, several: false), .pick(.servingPeople(first: .none), several: true),
                .pick(.households(near: nil), several: false), .words(["浑", "清"]), .day, .number, .text, .text,
            ])
        #expect(
            form.fields.map { $0.wants(context) } == ["必填", "必填", "", "", "", "必填，如 6-15、今天", "", "", ""])
        #expect(form.lacking.map(\.key) == [Self.number, .village, Self.dug].map { FieldKey($0) })
        #expect(form.fields[4].text.text == "清" && form.focus == 0)
        let asked = form.needs(context).count
        #expect(asked == 3)
    }

    @Test("takes no more letters than the column does")
    func limit() {
        var form = Form<Filing>.add(Self.wells)
        type("J00012", &form)
        #expect(form.fields[0].text.text == "J0001")
        #expect(form.fields[0].error == "最多 5 字，多出的没有输入")
    }

    @Test("adds a record of the table, each cell as it is kept")
    func adding() throws {
        var form = Form<Filing>.add(Self.wells)
        form.learn(.organizations) { $0.organizations = [] }
        type("J1", &form)
        form.put("422801100211", into: FieldKey(.village))
        form.put("P1;P2", into: FieldKey(Self.keepers))
        for _ in 1...5 { _ = form.handle(.tab, context) }
        type("6-15", &form)
        _ = form.handle(.tab, context)
        type("１２", &form)
        guard case .save(.perform(.add(let record))) = form.handle(.control("s"), context) else {
            Issue.record("\(form.fields.compactMap(\.error))")
            return
        }
        #expect(record.table == Self.wells && record.key == RecordKey("J1"))
        #expect(
            record.cells == [
                Self.number: "J1", .village: "422801100211", Self.keepers: "P1;P2", Self.water: "清",
                Self.dug: "2016-06-15", Self.depth: "12",
            ])
    }

    @Test("says beside each field what is wrong with it, and saves nothing")
    func faults() {
        var form = Form<Filing>.add(Self.wells, proposing: [Self.dug: context.today])
        for _ in 1...6 { _ = form.handle(.tab, context) }
        type("301", &form)
        guard case .stay = form.handle(.control("s"), context) else {
            Issue.record("It was saved.")
            return
        }
        #expect(form.fields[0].error == "必填，不能为空" && form.fields[1].error == "必填，不能为空")
        #expect(form.fields[6].error == "“301”应为 1–300 的整数")
        #expect(form.fields[5].error == nil && form.focus == 0 && !form.isSaving)
    }

    @Test("corrects a record with its key fixed, from the first field that can be changed")
    func correcting() throws {
        let cells: [PartyWork.Column: String] = [
            Self.number: "J1", .village: "422801100211", Self.water: "浑", Self.dug: "2016-06-01",
        ]
        let record = try AnyRecord.read(Self.wells, from: cells)
        var form = Form<Filing>.correct(record)
        #expect(form.title == "修改水井 J1" && form.fields[0].kind == .fixed && form.focus == 1)
        for _ in 1...3 { _ = form.handle(.tab, context) }
        _ = form.handle(.right, context)
        guard case .save(.perform(.correct(let from, let to))) = form.handle(.control("s"), context) else {
            Issue.record("\(form.fields.compactMap(\.error))")
            return
        }
        #expect(from == record && to.cells == cells.merging([Self.water: "清"]) { $1 })
    }

    @Test("goes on from a draft by the headers of its columns")
    func draft() throws {
        var form = Form<Filing>.add(Self.wells)
        type("J7", &form)
        let text = try #require(form.draft).text
        let draft = try #require(Draft(text: text))
        let resumed = Form<Filing>.add(Self.wells).resuming(draft, context)
        #expect(resumed.fields[0].text.text == "J7" && resumed.isResumed)
    }
}
