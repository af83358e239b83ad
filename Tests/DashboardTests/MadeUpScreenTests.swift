import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

// A screen that no source file names, all of it in this file: rooms, and who has lent them.

private struct RoomsScreen: PanedScreen {
    var panes = Panes([RoomPane(), LendingPane()])

    func title(_ context: Context) -> String { "会议室：\(panes.current.name)  \(panes.current.position)" }

    func ownLayout(_ context: Context) -> PaneLayout { .pair(0, 1, of: panes, row: 1, context.body) }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        frame.put("镇政府二楼", row: 0, column: 2)
        return true
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let tab = stepping()
        return paneBindings(context) + [tab.next, tab.previous]
    }
}

private struct RoomPane: RowPane {
    struct Room: Sendable {
        let name: String
        let seats: Int
    }

    var list = RowList<Room>(
        [
            .init(TableColumn("名称", minimum: 10, ideal: 12), named: .thing) { $0.name },
            .init(TableColumn("座位", minimum: 6, alignment: .right), by: \.seats) { String($0.seats) },
        ], identity: \.name, searched: \.name
    ).choosing()
    private var lent: Set<String> = []

    init() {
        list.load([Room(name: "一号", seats: 20), Room(name: "二号", seats: 8), Room(name: "三号", seats: 60)])
    }

    var name: String { "房间" }
    func empty(_ context: Context) -> String { "没有房间" }
    func definition(_ context: Context) -> String? { "座位按椅子数" }
    func needs(_ context: Context) -> [Need<Self>] { [] }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let room = list.selected
        let taken = room.flatMap { lent.contains($0.name) ? "已经借出" : nil }
        let lending = Binding<Self>(.datedChange, Meaning(.datedChange, "借出", "把选中的房间借给人用"), unavailable: taken) {
            pane in
            if let room { pane.lent.insert(room.name) }
            return [.notice("已借出\(room?.name ?? "")")]
        }
        return [lending] + listBindings
    }

    func printed(_ context: Context) -> [Printout.Item] { [list.printed("会议室", rule: nil)] }
}

/// A query that no source file names: who serves and helps a household.
private struct BusyPeopleQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [PersonRow] {
        let helpers = try ledger.households(in: scope, asOf: asOf).flatMap(\.helpers).map(\.id)
        let busy = Set(helpers)
        return try ledger.people(in: scope, asOf: asOf).filter { busy.contains($0.person.id) }
    }
}

private struct LendingPane: RowPane {
    var list = RowList<PersonRow>(
        [.init(TableColumn("借用人", minimum: 10), named: .person) { $0.person.name }], identity: \.person.id.text,
        searched: \.former)

    var name: String { "借用人" }
    var table: TableSchema? { .people }
    func empty(_ context: Context) -> String { "没有人" }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(BusyPeopleQuery(scope: context.scope, asOf: context.asOf)) { pane, rows in pane.list.load(rows) }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [Binding(.open, on: list.selected, orElse: "没有人") { [.open(.person($0.person.id))] }] + listBindings
    }
}

extension Route {
    fileprivate static var rooms: Route { Route("rooms") { RoomsScreen() } }
}

extension Tab {
    fileprivate static let rooms = Tab("rooms", "会议室", "Rooms", brief: (nil, "Room")) { _ in .rooms }
}

extension Catalogue {
    fileprivate static let withRooms = Catalogue(
        kinds: builtIn.kinds + [ScreenKind("会议室", .rooms)], tabs: builtIn.tabs + [.rooms])
}

@Suite("A screen in one file")
struct MadeUpScreenTests {
    private func stage(
        _ keys: Key..., size: Size = Size(columns: 80, rows: 24), restoring memory: Memory? = nil, isPlain: Bool = false
    ) throws -> Stage {
        var stage = try Stage(
            Longfeng.shared.get(), size: isPlain ? Model.plainSize : size, restoring: memory, isPlain: isPlain,
            catalogue: .withRooms)
        for key in keys { try stage.press(key) }
        return stage
    }

    /// One tab back from the first is the last.
    private static let there = Key.control("b")

    @Test("has a tab without a digit, which the row shows where it has room, and always when it is open")
    func tab() throws {
        let wide = try stage(size: Size(columns: 120, rows: 30))
        #expect(wide.row(1).hasSuffix(" 0清单  登记簿  会议室"))
        let narrow = try stage(size: Size(columns: 60, rows: 15))
        #expect(!narrow.row(1).contains("会议室"))
        let open = try stage(Self.there, size: Size(columns: 60, rows: 15))
        #expect(open.row(1).hasSuffix("[会议室]") && open.row(1).contains("0清单"))
        #expect(!open.row(1).contains("1总览"))
    }

    @Test("shows its heading, its panes with their names, and the rule of the one with the keys")
    func frame() throws {
        let stage = try stage(Self.there)
        #expect(stage.row(2) == " 会议室：房间  第 1/3 行")
        #expect(stage.row(3) == "  镇政府二楼")
        #expect(stage.row(4) == " [房间 3]")
        #expect(stage.row(6).hasPrefix("> 一号"))
        #expect(stage.text.contains(" 借用人 ") && stage.row(22).contains("座位按椅子数"))
        #expect(stage.row(23).contains("F9借出") && stage.row(23).contains("Tab借用人"))
    }

    @Test("says in footer, help and palette what its keys do, and why not")
    func words() throws {
        var stage = try stage(Self.there, .function(9))
        #expect(stage.row(22).contains("已借出一号"))
        #expect(!stage.row(23).contains("借出"))
        try stage.press(.function(9))
        #expect(stage.row(22).contains("“借出”现在不能用：已经借出"))
        try stage.press(.function(1))
        #expect(stage.text.contains("借出：把选中的房间借给人用（现在不能用：已经借出）"))
        try stage.press(.escape, .control("p"))
        try stage.type("借出")
        #expect(stage.text.contains("现在不能用：已经借出"))
        try stage.press(.control("u"))
        try stage.type("会议")
        try stage.press(.enter)
        #expect(stage.row(2).contains("会议室"))
    }

    @Test("is reached by the mouse, tab, rows and panes alike")
    func mouse() throws {
        var stage = try stage(.function(12), size: Size(columns: 120, rows: 30))
        func click(_ row: Int, _ column: Int) -> Key { .mouse(MouseEvent(.press(0), row: row, column: column)) }
        let before = try #require(stage.row(1).firstRange(of: "会议室")).lowerBound
        try stage.press(click(1, TextWidth().cells(String(stage.row(1)[..<before]))))
        #expect(stage.row(2).contains("会议室"))
        try stage.press(click(8, 4))
        #expect(stage.row(2).contains("房间  第 3/3 行") && stage.row(8).hasPrefix(">"))
        let people = try #require((9..<28).first { stage.row($0).contains("[") || stage.row($0).hasPrefix("  借用人 ") })
        try stage.press(click(people + 3, 4))
        #expect(stage.row(2).contains("借用人  第 2/"))
        try stage.press(click(people + 3, 4))
        #expect(stage.row(2).contains(" > "))
    }

    @Test("asks a query of its own, which is answered by what any ledger reads")
    func query() throws {
        let stage = try stage(Self.there, .tab)
        let (ledger, scope) = (stage.ledger, stage.model.context.scope)
        let busy = Set(try ledger.households(in: scope, asOf: .june).flatMap(\.helpers).map(\.id))
        let people = try ledger.people(in: scope, asOf: .june).filter { busy.contains($0.person.id) }
        #expect(stage.text.contains("[借用人 \(people.count)]") && !people.isEmpty, "\(stage.text)")
    }

    @Test("is read out, row by row")
    func plain() throws {
        var stage = try stage(isPlain: true)
        try stage.hear("p12")
        let spoken = stage.model.spoken
        #expect(spoken.contains("1. 一号，座位 20（当前）\n2. 二号，座位 8\n3. 三号，座位 60\n"), "\(spoken)")
        #expect(spoken.contains("口径：座位按椅子数") && spoken.contains("m 借出"))
        try stage.hear("m 3")
        #expect(stage.model.spoken.contains("已借出三号"))
    }

    @Test("prints its list")
    func printing() throws {
        var stage = try stage(Self.there, .control("]"))
        try stage.press(.control("s"))
        let job = try #require(stage.printed.last)
        guard case .list(let list) = job.content else {
            Issue.record("not a list")
            return
        }
        #expect(list.title == "会议室" && list.table.rows.count == 3)
    }

    @Test("is come back to with its pane, row and search; a catalogue without it passes over it")
    func memory() throws {
        var stage = try stage(Self.there, .tab, .down, .down)
        try stage.type("覃")
        let text = try #require(stage.model.memory?.text)
        let memory = try #require(Memory(text: text))
        let next = try self.stage(restoring: memory)
        #expect(next.row(2) == stage.row(2) && next.text.contains("查找：覃"))
        let without = try Stage(Longfeng.shared.get(), restoring: memory)
        #expect(without.row(2).hasPrefix(" 总览"))
    }
}
