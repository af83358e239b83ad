import Testing

@testable import PartyWork

/// What definitions of registers say, by values.
@Suite("Registers") struct RegisterTests {
    @Test(
        "an amount is exact and kept in its shortest form",
        arguments: [
            ("012", "12"), ("12.50", "12.5"), ("-0", "0"), ("0.05", "0.05"), ("-3.40", "-3.4"),
            ("999999999999", "999999999999"),
        ])
    func amounts(_ cell: String, _ shortest: String) {
        #expect(Amount(cell)?.description == shortest)
    }

    @Test(
        "what is no amount is none",
        arguments: [".5", "5.", "1,000", "", "-", "1.234", "１２", "1000000000000", "999999999999.01", "+1", "1e3"])
    func noAmounts(_ cell: String) { #expect(Amount(cell) == nil) }

    @Test("a whole number has no point") func wholes() {
        #expect(Amount("12.0", isWhole: true) == nil && Amount("-12", isWhole: true)?.description == "-12")
    }

    @Test(
        "names keep out what conditions, files and the privacy of people need",
        arguments: [
            ("甲;乙", RegisterName.Kind.state), ("12", .field), ("-甲", .field), ("人员", .register), ("状态", .field),
            ("户编号", .field), ("身份证号码", .field), ("a：b", .figure),
        ])
    func names(_ name: String, _ kind: RegisterName.Kind) {
        #expect(RegisterName.fault(in: name, of: kind) != nil)
    }

    @Test("a name of one kind may be what another may not") func otherNames() {
        #expect(RegisterName.fault(in: "人员", of: .field) == nil && RegisterName.fault(in: "村", of: .field) == nil)
    }

    private static func row(_ table: TableSchema, _ cells: [String: String]) throws -> DefinitionRow {
        let cells = Dictionary(uniqueKeysWithValues: cells.map { (Column($0.key), $0.value) })
        return try #require(try AnyRecord.read(table, from: cells).record as? DefinitionRow)
    }

    private static func rows() throws -> [DefinitionRow] {
        [
            try row(.registers, ["登记簿": "项目", "对象": "村"]),
            try row(.registerFields, ["登记簿": "项目", "栏目": "名称", "序号": "1", "类型": "文字"]),
            try row(.registerFields, ["登记簿": "项目", "栏目": "投资", "序号": "2", "类型": "金额"]),
            try row(.registerFields, ["登记簿": "项目", "栏目": "完工", "序号": "3", "类型": "日期"]),
            try row(.registerFields, ["登记簿": "项目", "栏目": "种类", "序号": "4", "类型": "选项", "选项": "路;桥"]),
            try row(.registerStates, ["登记簿": "项目", "状态": "在建", "序号": "1", "下一步": "建成"]),
            try row(.registerStates, ["登记簿": "项目", "状态": "建成", "序号": "2", "终态": "是"]),
        ]
    }

    @Test(
        "what cannot be read says why",
        arguments: [
            ("投资", ConditionFault.noOperator("投资")), ("投资有", .noOperator("投资有")), ("投 有", .noField("投 有")),
            ("投资=;", .noValue("投资=")), ("投资>1|2", .severalValues("投资>1|2")), ("种类=塔", .unfitValue("种类=塔", "塔")),
            ("完工>本年", .unfitValue("完工>本年", "本年")), ("状态=停", .unfitValue("状态=停", "停")),
        ])
    func unreadable(_ text: String, _ fault: ConditionFault) throws {
        let register = try #require(RegisterBook(try Self.rows())["项目"])
        #expect(Self.fault(text, register) == fault)
    }

    private static func fault(_ text: String, _ register: RegisterDefinition) -> ConditionFault? {
        do throws(ConditionFault) {
            _ = try Condition(text, of: register)
            return nil
        } catch {
            return error
        }
    }

    @Test("the terms of a condition are its tests in the form in which values are kept") func terms() throws {
        let register = try #require(RegisterBook(try Self.rows())["项目"])
        let condition = try Condition("投资>=12.50; 完工＝本年｜2015/1/2；名称 无;;状态≠建成|", of: register)
        #expect(
            condition.terms.map(\.test) == [
                .compares(.least, "12.5"), .isAny(["2015-01-02"], thisYear: true), .empty, .isNone(["建成"]),
            ])
        #expect(try Condition(" ; ", of: register).terms.isEmpty)
    }

    private static func judged(_ more: [(TableSchema, [String: String])]) throws -> [String] {
        let added = try more.map { try row($0, $1) }
        let call = Dictionary(uniqueKeysWithValues: added.enumerated().map { ($1.id, $0) })
        let judge = DefinitionJudge(before: [], after: try rows() + added, call: call)
        return judge.findings.map { "\($0.row.key.description) \($0.fault.column.header)" }.sorted()
    }

    @Test("definitions that refer to what is nowhere, share a number or go in a circle are told, each on its row")
    func judging() throws {
        #expect(try Self.judged([]) == [])
        #expect(try Self.judged([(.registers, ["登记簿": "甲", "对象": "乙"])]) == ["甲 对象"])
        #expect(
            try Self.judged([(.registers, ["登记簿": "甲", "对象": "乙"]), (.registers, ["登记簿": "乙", "对象": "甲"])])
                == ["乙 对象", "甲 对象"])
        #expect(
            try Self.judged([(.registerFields, ["登记簿": "项目", "栏目": "新", "序号": "2", "类型": "文字"])]) == ["项目 新 序号"])
        #expect(
            try Self.judged([(.registerFigures, ["登记簿": "项目", "统计": "数", "序号": "1", "算法": "求和", "栏目": "名称"])])
                == ["项目 数 栏目"])
        #expect(
            try Self.judged([
                (.registerGates, ["登记簿": "项目", "状态": "建成", "序号": "1", "要求": "名额", "栏目": "投资"])
            ]) == ["项目 建成 1 要求"])
        let chain = [("一", "项目"), ("二", "一"), ("三", "二"), ("四", "三")]
        #expect(
            try Self.judged(chain.map { (TableSchema.registers, ["登记簿": $0.0, "对象": $0.1]) }) == ["四 对象"])
    }

    @Test(
        "an entry says beside others its first text, else the first of what is filled, and where it is chosen its texts and options",
        arguments: [
            (["名称": "东路", "投资": "5.5", "种类": "路"], "东路", "东路 路"), (["投资": "5.5", "种类": "桥"], "投资 5.5，桥", "桥"),
            (["完工": "2016-07-01"], "完工 2016-07-01", "甲村"), ([:], "甲村", "甲村"),
        ])
    func words(_ cells: [String: String], _ content: String, _ heading: String) throws {
        let register = try #require(RegisterBook(try Self.rows())["项目"])
        var entry = Entry(register)
        for (name, value) in cells { try entry.set(Column(name), to: value) }
        let shown = ShownEntry(
            EntryRow(entry, place: "422801100201", nil, asOf: day("2016-06-30")), about: "甲村", placeName: "甲村",
            names: [:])
        #expect(shown.content == content && shown.heading == heading)
    }

    @Test("an entry without a short text tells the first line of its long one, else nothing") func told() throws {
        let rows = [
            try Self.row(.registers, ["登记簿": "问责", "对象": "村"]),
            try Self.row(.registerFields, ["登记簿": "问责", "栏目": "问题", "序号": "1", "类型": "长文"]),
            try Self.row(.registerFields, ["登记簿": "问责", "栏目": "标题", "序号": "2", "类型": "文字"]),
        ]
        var entry = Entry(try #require(RegisterBook(rows)["问责"]))
        #expect(entry.told == nil)
        try entry.set(Column("问题"), to: "半年没有活动\n见记录")
        #expect(entry.told == "半年没有活动")
        try entry.set(Column("标题"), to: "主题活动")
        #expect(entry.told == "主题活动" && entry.called == "主题活动")
    }

    @Test("what a definition takes away is asked for, and nothing else") func uses() throws {
        let before = try Self.rows()
        func uses(_ table: TableSchema, _ cells: [String: String]) throws -> [DefinitionUse] {
            let new = try Self.row(table, cells)
            let after = before.filter { $0.id != new.id } + [new]
            return DefinitionJudge(before: before, after: after, call: [new.id: 0]).uses.map(\.use)
        }
        #expect(
            try uses(.registerFields, ["登记簿": "项目", "栏目": "种类", "序号": "4", "类型": "选项", "选项": "路;塔"])
                == [.values("项目", "种类", ["桥"])])
        #expect(
            try uses(.registerFields, ["登记簿": "项目", "栏目": "投资", "序号": "2", "类型": "金额", "最小": "3"])
                == [.below("项目", "投资", Amount(hundredths: 300))])
        #expect(
            try uses(.registerStates, ["登记簿": "项目", "状态": "在建", "序号": "1"])
                == [.transitions("项目", from: "在建", to: ["建成"])])
        #expect(
            try uses(.registerFields, ["登记簿": "项目", "栏目": "种类", "序号": "9", "类型": "选项", "选项": "塔;桥;路"]) == [])
    }

    @Test("steps in files follow the flow; of those behind a bad one only their own faults are told") func steps()
        throws
    {
        let register = try #require(RegisterBook(try Self.rows())["项目"])
        let dates = EntryDates(registeredOn: day("2016-01-05"), struckOn: day("2016-12-31"))
        func faults(_ steps: [(Int, String, String)]) -> [String] {
            StepRules.faults(
                steps.map { EntryStep(register: "项目", entry: "1", position: $0.0, on: day($0.1), state: $0.2) },
                of: register, dates, bad: [], isBadState: { _ in false }
            ).map { "\($0.step.position) \($0.fault.column.header)" }
        }
        #expect(faults([(1, "2016-01-05", "建成")]) == [])
        #expect(faults([(1, "2016-01-05", "在建"), (2, "2016-02-01", "建成")]) == [])
        #expect(faults([(1, "2016-01-06", "在建")]) == ["1 日期"])
        #expect(faults([(1, "2016-01-05", "建成"), (2, "2016-02-01", "在建"), (3, "2016-01-20", "建成")]) == ["2 状态"])
        #expect(faults([(1, "2016-01-05", "在建"), (3, "2016-02-01", "建成")]) == ["3 序号"])
        #expect(faults([(1, "2016-01-05", "在建"), (2, "2017-01-01", "建成")]) == ["2 日期"])
        #expect(faults([(1, "2016-01-05", "停")]) == ["1 状态"])
    }

    @Test(
        "what the ledger keeps of an entry is read in any order, whatever wrote it",
        arguments: [
            (#"{"名称":"桥","完工":"2016-03-01","投资":"3.5","种类":"路"}"#, ["桥", "3.5", "2016-03-01", "路"]),
            (#"{"种类":"路","投资":"3.5"}"#, ["", "3.5", "", "路"]),
            (#" { "\u6295资" : "3" , "别的":"不要", "投":"不要", "种类":"\u8DEF" } "#, ["", "3", "", "路"]),
            ("{}", ["", "", "", ""]),
        ])
    func kept(_ content: String, _ values: [String]) throws {
        var entry = Entry(try #require(RegisterBook(try Self.rows())["项目"]))
        try entry.take(kept: content, in: .entryContent)
        try entry.take(kept: "项目", in: .register)
        try entry.take(kept: "7", in: .entryNumber)
        #expect(entry.values == values && entry.number == "7")
    }

    @Test(
        "what is no object of texts is damage",
        arguments: ["", "[]", #"{"名称":3}"#, #"{"名称":"桥""#, #"{"名称":"桥"} {}"#, #"{"名称" "桥"}"#])
    func damaged(_ content: String) throws {
        var entry = Entry(try #require(RegisterBook(try Self.rows())["项目"]))
        #expect(throws: Fault.register(.unreadableContent)) { try entry.take(kept: content, in: .entryContent) }
    }
}

private func day(_ text: String) -> Day { Day(text) ?? .earliest }
