import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Entries narrowed by a condition, and beside one another by state.
@Suite("Conditions and board of a register's entries")
struct EntryFilterTests {
    private static let town = Result { try LendingTown.load() }
    private static let wide = [Size(columns: 120, rows: 36), Size(columns: 160, rows: 50)]

    private func stage(_ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage(LendingTown.load(), size: size)
        try stage.press(.control("b"), .enter)
        return stage
    }

    @Test("the line of the condition looks as it is kept", arguments: ScreenFrameTests.sizes) func filterFrames(
        size: Size
    )
        throws
    {
        var stage = try Stage(Self.town.get(), size: size)
        try stage.press(.control("b"), .enter, .control("e"))
        try stage.type("时段=晚上;人数>")
        Golden.expect(stage.frame, "register-condition-\(size.columns)x\(size.rows)")
    }

    @Test("the board looks as it is kept", arguments: wide) func boardFrames(size: Size) throws {
        var stage = try Stage(Self.town.get(), size: size)
        try stage.press(.control("b"), .enter, .control("n"))
        Golden.expect(stage.frame, "register-board-\(size.columns)x\(size.rows)")
    }

    @Test("a condition is checked while it is typed, narrows the list as soon as it can be read, and is printed")
    func condition() throws {
        var stage = try stage()
        try stage.press(.control("e"))
        try stage.type("时段=晚上")
        #expect(stage.text.contains("妇联") && !stage.text.contains("H2"), "\(stage.text)")
        try stage.type(";人数>")
        #expect(stage.text.contains("! 条件“人数>”读不懂：缺少比较的值") && stage.text.contains("妇联"), "\(stage.text)")
        try stage.press(.enter)
        #expect(stage.text.contains("读不懂"))
        try stage.type("24")
        try stage.press(.enter)
        #expect(stage.text.contains("条件：时段=晚上;人数>24") && !stage.text.contains("龙舟队"), "\(stage.text)")
        #expect(stage.text.contains("第 1/1 行"))
        let printout = try #require(stage.model.top?.screen.printout(stage.model.context))
        #expect("\(printout)".contains("时段=晚上;人数>24"))
    }

    @Test("it is the list's filter until it is emptied, in the next run too; Esc leaves what was typed") func kept()
        throws
    {
        var stage = try stage()
        try stage.press(.control("e"))
        try stage.type("时段=上午")
        try stage.press(.enter, .control("e"), .control("u"), .escape)
        #expect(stage.text.contains("条件：时段=上午") && !stage.text.contains("妇联"), "\(stage.text)")
        let text = try #require(stage.model.memory).text
        let memory = try #require(Memory(text: text))
        var next = try Stage(stage.ledger, restoring: memory)
        #expect(next.text.contains("条件：时段=上午") && !next.text.contains("妇联"), "\(next.text)")
        try next.press(.control("e"), .control("u"), .enter)
        #expect(next.text.contains("妇联") && !next.text.contains("条件："), "\(next.text)")
    }

    @Test("columns stand at the next start as they were left, as in any list") func columns() throws {
        var stage = try stage()
        #expect(stage.row(5).contains("借用人"), "\(stage.text)")
        try stage.press(.modified(.alt, .text("l")))
        for _ in 0..<9 where !(3..<22).contains(where: { stage.row($0).hasPrefix("> 借用人") }) { try stage.press(.down) }
        try stage.press(.text(" "), .escape)
        #expect(!stage.text.contains("借用人") && !stage.text.contains("龙舟队"), "\(stage.text)")
        let text = try #require(stage.model.memory).text
        let memory = try #require(Memory(text: text))
        let next = try Stage(stage.ledger, restoring: memory)
        #expect(next.text.contains("H1") && !next.text.contains("龙舟队"), "\(next.text)")
    }

    @Test("Left and Right lead from state to state, and a step is taken from the board") func board() throws {
        var stage = try stage(Self.wide[0])
        try stage.press(.control("n"))
        #expect(
            stage.text.contains("申请 1") && stage.text.contains("同意 2") && stage.text.contains("归还 0"), "\(stage.text)")
        try stage.press(.left, .function(9))
        #expect(stage.text.contains("妇联：下一步"), "\(stage.text)")
        try stage.press(.text("1"), .control("s"))
        #expect(stage.text.contains("申请 0") && stage.text.contains("同意 3"), "\(stage.text)")
        try stage.press(.home, .enter)
        #expect(stage.text.contains("H1"), "\(stage.text)")
        try stage.press(.escape, .control("n"))
        #expect(stage.text.contains("时段"), "\(stage.text)")
    }

    @Test("a click on the board selects the entry under it, and only another on that one opens it") func click() throws
    {
        var stage = try stage(Self.wide[0])
        try stage.press(.function(12), .control("n"))
        func click(_ row: Int, _ column: Int) -> Key { .mouse(MouseEvent(.press(0), row: row, column: column)) }
        for (row, column, start) in [(6, 3, 0), (6, 34, 29), (6, 3, 0), (8, 40, 29), (6, 40, 29)] {
            try stage.press(click(row, column))
            #expect(stage.frame.cursor == Cursor(row: row, column: start, visible: true), "\(row) \(column)")
        }
        try stage.press(click(6, 50))
        #expect(stage.row(2).contains("会议室借用 > 会议室借用 龙舟队"), "\(stage.text)")
    }

    @Test("where there is no room for a board, the key says how wide it must be") func narrow() throws {
        var stage = try stage()
        try stage.press(.control("n"))
        #expect(stage.text.contains("120"), "\(stage.text)")
    }

    @Test("the palette finds tasks of registers, registers and entries") func palette() throws {
        for (query, found) in [
            ("登记会议室", "登记：会议室借用"), ("借用物品", "投影仪"), ("投影仪", "W1"), ("妇联", "H3"),
        ] {
            var stage = try Stage(LendingTown.load())
            try stage.press(.control("p"), .paste(query))
            try stage.press(.enter)
            #expect(stage.text.contains(found), "\(query): \(stage.text)")
        }
    }

    @Test("no entry of a restricted register is found by name") func restrictedNames() throws {
        let ledger = try LendingTown.load()
        _ = try ledger.desk(on: .june).perform(
            .enter(
                StoredEntry(
                    register: "谈心谈话", number: "T1", subject: "P0001", registeredOn: .june,
                    values: [StoredEntry.Value("内容", "家事")])))
        let names = try ledger.entryNames(
            in: Scope(Code("422801100")), asOf: .june, atMost: 2)
        #expect(names.map(\.number) == ["H3", "H2", "W1"], "\(names)")
    }

    @Test("the card of a cooperative shows what registers hold of it") func cooperative() throws {
        let ledger = try LendingTown.load()
        let row = try #require(
            try ledger.cooperatives(in: Scope(Code("422801100")), asOf: .june).first)
        let register = try AnyRecord.read(.registers, from: [.register: "合作社检查", .subject: "合作社"])
        let desk = ledger.desk(on: .june)
        _ = try desk.perform(.adopt([register]))
        _ = try desk.perform(
            .enter(
                StoredEntry(
                    register: "合作社检查", number: "C1", subject: row.cooperative.id.text,
                    registeredOn: .june)))
        var stage = try Stage(ledger)
        try stage.press(.control("p"), .paste(row.cooperative.name), .enter)
        #expect(stage.text.contains("合作社检查") && stage.text.contains(row.cooperative.id.text), "\(stage.text)")
        try stage.press(.function(5))
        #expect(stage.text.contains("登记：合作社检查"), "\(stage.text)")
    }
}
