import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Chosen rows of a list")
struct ChosenRowsTests {
    private func list(_ rows: [String] = ["a1", "b2", "c1", "d2", "e1"]) -> RowList<String> {
        var list = RowList<String>(
            [.init(TableColumn("名", minimum: 4), by: \.self) { $0 }], identity: \.self, searched: \.self
        ).choosing { $0 != "c1" }
        list.load(rows)
        return list
    }

    private func press(_ actions: Action..., on list: inout RowList<String>) {
        for action in actions { _ = list.bindings[action].first?.perform(&list) }
    }

    @Test("are chosen and left one by one, the cursor going on, also at the end")
    func one() {
        var list = list()
        press(.choose, .choose, on: &list)
        #expect(list.chosenRows == ["a1", "b2"] && list.selected == "c1")
        press(.choose, on: &list)
        #expect(list.chosenRows == ["a1", "b2"] && list.selected == "d2")
        _ = list.handle(.home, page: 10)
        press(.choose, on: &list)
        #expect(list.chosenRows == ["b2"])
        _ = list.handle(.end, page: 10)
        press(.choose, .choose, on: &list)
        #expect(list.chosenRows == ["b2"] && list.selected == "e1")
    }

    @Test("are chosen from the last chosen one to the cursor, in either direction, but for those not to be chosen")
    func range() {
        var list = list()
        press(.choose, on: &list)
        _ = list.handle(.end, page: 10)
        press(.chooseRange, on: &list)
        #expect(list.chosenRows == ["a1", "b2", "d2", "e1"])
        _ = list.handle(.escape, page: 10)
        #expect(list.chosenRows.isEmpty)
        press(.choose, on: &list)
        _ = list.handle(.home, page: 10)
        press(.chooseRange, on: &list)
        #expect(list.chosenRows == ["a1", "b2", "d2", "e1"])
    }

    @Test("are chosen all as far as a search or a filter shows them, and added to those chosen before")
    func all() {
        var list = list()
        list.show { $0.hasSuffix("1") }
        press(.chooseAll, on: &list)
        #expect(list.chosenRows == ["a1", "e1"] && list.position == "第 1/3 行（共 5），已选 2 行")
        list.show(only: nil)
        list.find()
        for key: Key in [.text("d"), .text("2")] { _ = list.handle(key, page: 10) }
        let isText = list.handle(.control("a"), page: 10)
        #expect(!isText)
        press(.chooseAll, on: &list)
        #expect(list.chosenRows == ["a1", "d2", "e1"])
        press(.chooseAll, on: &list)
        #expect(list.chosenRows.isEmpty)
    }

    @Test("stay chosen when the list is sorted, searched, filtered or loaded anew; what is gone is dropped")
    func kept() {
        var list = list()
        press(.choose, .choose, .sort, .reverse, on: &list)
        #expect(list.visibleRows == ["e1", "d2", "c1", "b2", "a1"] && list.chosenRows == ["a1", "b2"])
        list.show { $0.hasSuffix("1") }
        #expect(list.chosenRows == ["a1", "b2"])
        list.find()
        _ = list.handle(.text("e"), page: 10)
        #expect(list.chosenRows == ["a1", "b2"])
        list.load(["e1", "b2", "x1"])
        #expect(list.chosenRows == ["b2"])
        // Esc leaves the search first.
        var isUsed = list.handle(.escape, page: 10)
        #expect(isUsed && !list.chosenRows.isEmpty)
        isUsed = list.handle(.escape, page: 10)
        #expect(isUsed && list.chosenRows.isEmpty)
        isUsed = list.handle(.escape, page: 10)
        #expect(!isUsed)
    }

    @Test("are none in a list that has none to be chosen")
    func none() {
        var list = RowList<String>([.init(TableColumn("名", minimum: 4)) { $0 }], identity: \.self, searched: \.self)
        list.load(["a"])
        #expect(list.bindings[.choose, .chooseRange, .chooseAll].isEmpty)
    }
}

/// Many rows at once, from the list to the preview and back.
@Suite("Changing many rows")
struct ManyRowsTests {
    private static let mark: [Key] = [.function(9), .text("1")]

    static let screens: [(name: String, keys: [Key])] = [
        ("chosen-households", [.text("7"), .tab, .text(" "), .down, .down, .text(";")]),
        ("chosen-gaps", [.text("4"), .enter, .control("e"), .control("a")]),
        ("chosen-lift", [.text("4"), .enter, .control("e"), .control("a")] + mark),
        ("preview-lift", [.text("4"), .enter, .control("e"), .control("a")] + mark + [.control("s")]),
        ("preview-end", [.text("4"), .enter, .control("e"), .control("a"), .function(8), .control("s")]),
        ("preview-all", [.text("7"), .tab, .control("a")] + mark + [.control("s")]),
        ("chosen-branches", [.text(" "), .down, .text(" ")]),
        ("many-form", [.text(" "), .down, .text(" "), .text("r"), .text("3")]),
        ("many-menu", [.text(" "), .down, .text(" "), .text("r")]),
        ("preview-many", [.text(" "), .down, .text(" "), .text("r"), .text("3"), .text("学"), .control("s")]),
        ("many-months", [.text("9"), .text(" "), .text(" "), .control("x")]),
        ("preview-void", [.text("6"), .text(" "), .text(" "), .function(8), .text("错"), .control("s")]),
    ]

    @Test("looks as it is kept", arguments: screens, ScreenFrameTests.sizes)
    func frames(screen: (name: String, keys: [Key]), size: Size) throws {
        var stage = try Stage.longfeng(size)
        for key in screen.keys { try stage.press(key) }
        Golden.expect(stage.frame, "\(screen.name)-\(size.columns)x\(size.rows)")
    }

    @Test("is one entry, one undo, and leaves nothing chosen")
    func lifted() throws {
        let ledger = try Longfeng.load()
        var stage = try Stage(ledger)
        let entries = try ledger.journal(limit: 1_000, before: nil).count
        try stage.press(.text("7"), .tab)
        try stage.type("黄")
        try stage.press(.control("a"), .escape)
        let chosen = try #require(stage.row(2).firstMatch(of: /已选 (\d+) 行/)?.1)
        try stage.press(.function(9), .text("1"), .control("s"))
        let changed = try #require(stage.row(3).firstMatch(of: /将改 (\d+) 行/)?.1)
        let (rows, all) = (try #require(Int(changed)), try #require(Int(chosen)))
        #expect(rows <= all && rows > 1)
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：户变动 \(changed) 行") && !stage.row(2).contains("已选"))
        #expect(stage.row(2).contains("名册：贫困户"))
        let journal = try ledger.journal(limit: 1_000, before: nil)
        #expect(journal.count == entries + 1 && journal[0].rows == Int(changed))
        try stage.press(.control("z"))
        if journal[0].rows > 10 { try stage.press(.text("y")) }
        #expect(stage.text.contains("撤销第 \(journal[0].id) 条"))
    }

    @Test("goes back from the preview to the form and from the form to the list, all still chosen")
    func back() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("7"), .tab, .text(" "), .text(" "))
        let list = stage.text
        try stage.press(.function(9), .text("1"))
        let form = stage.text
        try stage.press(.control("s"))
        #expect(stage.row(2).contains("核对：脱贫：已选的 2 行"))
        try stage.press(.escape)
        #expect(stage.text == form)
        try stage.press(.escape)
        #expect(stage.text == list)
        try stage.press(.escape)
        #expect(!stage.text.contains("已选"))
        try stage.press(.text(" "))
        #expect(stage.row(2).contains("已选 1 行"))
    }

    @Test("pairs all gaps of a branch with one helper, and hands them over to another")
    func paired() throws {
        let ledger = try Longfeng.load()
        var stage = try Stage(ledger)
        try stage.press(.text("4"), .enter, .control("e"))
        let gaps = try #require(stage.row(2).firstMatch(of: /第 1\/(\d+) 行/)?.1)
        try stage.press(.control("a"), .function(5))
        try stage.type("P")
        try stage.press(.enter, .control("s"))
        #expect(stage.row(3).contains("将改 \(gaps) 行"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：结对 \(gaps) 行") || stage.text.contains("已保存：结对 "))
        #expect(stage.text.contains("没有缺口；按 ^E 看全部"))
        try stage.press(.control("e"), .text(" "), .text(" "), .control("o"))
        #expect(stage.row(2).contains("移交：已选的 2 行"))
        try stage.press(.tab, .tab)
        try stage.press(.control("s"))
        #expect(stage.text.contains("必填") && !stage.row(2).contains("核对"))
    }

    @Test("writes nothing where the ledger has changed under the preview, and shows it anew with the reason")
    func changedMeanwhile() throws {
        let ledger = try Longfeng.load()
        var stage = try Stage(ledger)
        try stage.press(.text("4"), .enter, .control("e"), .control("a"), .function(9), .text("1"), .control("s"))
        let before = try #require(stage.row(3).firstMatch(of: /将改 (\d+) 行/).flatMap { Int($0.1) })
        let today = Day("2016-06-30") ?? .earliest
        let rows = try ledger.households(in: Scope("422801100" as Code), asOf: today)
        let row = try #require(rows.first { stage.text.contains($0.household.id.text) })
        var other = row.household
        other.cause = "别人改的"
        _ = try ledger.acting(as: Officer(uid: 2, name: "王强"), on: .standing(at: today, "2016-06-30T08:12:00Z"))
            .perform(.correct(from: .household(row.household), to: .household(other)))
        let entries = try ledger.journal(limit: 1_000, before: nil).count
        try stage.press(.control("s"))
        #expect(stage.row(3).contains("没有保存，台账未变") && stage.text.contains("刚被别人改过"))
        #expect(stage.text.contains("将改 \(before - 1) 行") && stage.text.contains("行不能改，列在最后"))
        try stage.press(.end)
        #expect(stage.text.contains("\(row.household.head)（\(row.household.id)）：贫困户“"))
        #expect(try ledger.journal(limit: 1_000, before: nil).count == entries)
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：户变动 \(before - 1) 行"))
    }

    @Test("keeps the preview when the ledger cannot be written")
    func failed() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("4"), .enter, .text(" "), .text(" "), .function(9), .text("1"), .control("s"))
        try stage.fail("台账正被别的程序占用，请稍后再试")
        #expect(stage.row(3).contains("没有保存，台账未变：台账正被别的程序占用") && stage.text.contains("将改 "))
    }

    @Test("is done in lines too")
    func plain() throws {
        var stage = try Stage.plain(Longfeng.load())
        try stage.hear("p4", "1", "f", "空格 1", "; 3")
        #expect(stage.model.spoken.contains("已选 3 行") && stage.model.spoken.contains("1. 已选，"))
        try stage.hear("m", "1", "^S")
        #expect(stage.model.spoken.contains("将改 ") && stage.model.spoken.contains("可做：y 改这 "))
        try stage.hear("y")
        #expect(stage.model.spoken.contains("已保存：户变动 "))
    }

    @Test("marks rows without colour as clearly")
    func mono() throws {
        var stage = try Stage.longfeng(colour: false)
        try stage.press(.text("7"), .tab, .text(" "))
        let marked = (0..<24).filter { stage.frame[$0, 1].text == "*" }
        #expect(marked.count == 1)
    }
}
