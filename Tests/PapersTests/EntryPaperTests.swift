import PartyWork
import Testing

@testable import Papers

/// The papers of registers, whatever register it is.
@Suite("The papers of an entry")
struct EntryPaperTests {
    private static let day = Day("2016-06-30") ?? .earliest

    private static func row(_ table: TableSchema, _ cells: [Column: String]) throws -> DefinitionRow {
        var row = DefinitionRow(table)
        for (column, cell) in cells { try row.set(column, to: cell) }
        return row
    }

    /// 借用: who borrows, a telephone, a remark; lent, then given back or lost.
    private static func register(gates: [[Column: String]] = []) throws -> RegisterDefinition {
        let fields = [("物品", "文字"), ("借用人", "人员"), ("联系电话", "文字"), ("备注", "长文")]
        let states = [("借出", "归还;遗失", "否"), ("归还", "", "是"), ("遗失", "归还", "否")]
        let book = RegisterBook(
            try [row(.registers, [.register: "借用", .subject: "支部"])]
                + fields.enumerated().map { place, field in
                    try row(
                        .registerFields,
                        [.register: "借用", .field: field.0, .position: "\(place + 1)", .kind: field.1])
                }
                + states.enumerated().map { place, state in
                    try row(
                        .registerStates,
                        [
                            .register: "借用", .state: state.0, .position: "\(place + 1)", .nextStates: state.1,
                            .isFinal: state.2,
                        ])
                } + gates.map { try row(.registerGates, $0) })
        return try #require(book["借用"])
    }

    private static func sheet(_ states: [String], of branch: String = "甲村") throws -> EntrySheet {
        var entry = Entry(try register())
        entry.number = "J1"
        entry.registeredOn = day
        entry.values = ["投影仪", "P1", "13800000001", "钥匙另给"]
        let steps = states.enumerated().map { place, state in
            EntryStep(register: "借用", entry: "J1", position: place + 1, on: day, state: state, officer: "李娟")
        }
        return EntrySheet(
            EntryRow(entry, place: "100000001101", nil, asOf: day), subject: "\(branch)（100000001101）",
            texts: ["投影仪", "王九（P1）", "13800000001", "钥匙另给"], steps: steps, asOf: day)
    }

    private func context(unmasked: Bool = false) -> PaperContext {
        PaperContext(
            place: NamedScope(town: "镇", name: "甲村", code: "100000001101"), asOf: Self.day, made: "",
            showsPersonalFields: unmasked)
    }

    @Test("The card has the fields, masks how somebody is reached, and leaves room for the steps that may come")
    func card() throws {
        let paper = Paper.entry(try Self.sheet(["借出"]), context())
        #expect(paper.heading.kind == "借用" && paper.signatures == ["借用人", "经办人", "镇党委"])
        #expect(
            paper.tables[0].rows.map { $0.map(\.shown) } == [
                ["对象", "甲村（100000001101）"], ["编号", "J1"], ["登记日期", "2016-06-30"], ["物品", "投影仪"],
                ["借用人", "王九（P1）"], ["联系电话", "138****0001"], ["备注", "钥匙另给"],
            ])
        #expect(paper.tables[1].rows.map { $0[0].shown } == ["借出", "归还", "遗失"])
        #expect(paper.tables[1].rows[0].map(\.shown) == ["借出", "2016-06-30", "", "李娟", ""])
        let unmasked = Paper.entry(try Self.sheet(["借出"]), context(unmasked: true))
        #expect(unmasked.tables[0].rows[5][1] == .text("13800000001"))
    }

    @Test("Where a gate stands on the way the card is what is approved")
    func approval() throws {
        let gate: [Column: String] = [
            .register: "借用", .state: "归还", .position: "1", .demand: "子项", .otherRegister: "验收",
        ]
        let paper = PaperKind.entry.blank(of: try Self.register(gates: [gate]), on: Self.day)
        #expect(paper.heading.kind == "借用审批表")
    }

    @Test("Nothing lies ahead of a final state, nor what was there already", arguments: [["借出", "归还"], ["借出", "遗失"]])
    func ahead(states: [String]) throws {
        #expect(try Self.sheet(states).ahead == (states[1] == "归还" ? [] : ["归还"]))
    }

    @Test("A notice has neither telephone nor remark nor the number of whom it names, whether unmasked or not")
    func notice() throws {
        let sheet = try Self.sheet(["借出"])
        for isUnmasked in [false, true] {
            let paper = Paper.notice([sheet], of: sheet.register, context(unmasked: isUnmasked))
            #expect(paper.heading.kind == "借用公示" && paper.tables.map(\.title) == ["甲村（100000001101）"])
            #expect(paper.tables[0].columns.map(\.heading) == ["序号", "物品", "借用人"])
            #expect(paper.tables[0].rows.map { $0.map(\.shown) } == [["1", "投影仪", "王九"]])
        }
    }

    @Test("A notice about branches with one entry each is one table, with the states where they differ")
    func oneTable() throws {
        let sheets = [try Self.sheet(["借出"]), try Self.sheet(["借出", "归还"], of: "乙村")]
        let table = try #require(Paper.notice(sheets, of: sheets[0].register, context()).tables.first)
        #expect(table.title.isEmpty && table.columns.map(\.heading) == ["序号", "支部", "物品", "借用人", "状态"])
        #expect(
            table.rows.map { $0.map(\.shown) } == [
                ["1", "甲村", "投影仪", "王九", "借出"], ["2", "乙村", "投影仪", "王九", "归还"],
            ])
        #expect(table.cells <= PaperTable.paper.upright && table.cells > PaperTable.paper.upright - 5)
    }

    @Test("Branches with several entries each have a table each")
    func tableEach() throws {
        let sheets = try ["甲村", "甲村", "乙村", "乙村"].map { try Self.sheet(["借出"], of: $0) }
        let paper = Paper.notice(sheets, of: sheets[0].register, context())
        #expect(paper.tables.map(\.title) == ["甲村（100000001101）", "乙村（100000001101）"])
        #expect(paper.tables.allSatisfy { $0.columns.map(\.heading) == ["序号", "物品", "借用人"] })
    }

    @Test(
        "A field is as wide as what stands in it: figures at the right, days in the middle; what cannot be read stays")
    func columns() throws {
        let kinds = [("年度", "整数"), ("金额", "金额"), ("完成时限", "日期"), ("承诺事项", "长文")]
        let book = RegisterBook(
            try [Self.row(.registers, [.register: "承诺", .subject: "支部"])]
                + kinds.enumerated().map { place, kind in
                    try Self.row(
                        .registerFields,
                        [.register: "承诺", .field: kind.0, .position: "\(place + 1)", .kind: kind.1])
                })
        let texts = [["2016", "x"], ["12.50", ""], ["2016-09-30", ""], [String(repeating: "修路", count: 30), ""]]
        let columns = try zip(#require(book["承诺"]).fields, texts).map { $0.printed($1) }
        #expect(columns.map(\.column.kind) == [.number, .number, .day, .text])
        #expect(columns.map(\.column.width) == [4, 5, 10, 44])
        #expect(columns[0].cells == [.number(2016), .text("x")] && columns[2].cells[1] == .text(""))
    }

    @Test("The blank of a register has its fields and all its states")
    func blank() throws {
        let paper = PaperKind.entry.blank(of: try Self.register(), on: Self.day)
        #expect(paper.isBlank && paper.heading.kind == "借用")
        #expect(paper.tables[0].rows.map { $0[0].shown }.suffix(4) == ["物品", "借用人", "联系电话", "备注"])
        #expect(paper.tables[0].rows.allSatisfy { $0[1] == .empty })
        #expect(paper.tables[1].rows.map { $0[0].shown } == ["借出", "归还", "遗失"])
    }
}
