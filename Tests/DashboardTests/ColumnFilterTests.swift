import PartyWork
import Testing

@testable import Dashboard

/// What narrows a list by a column, as values: what can be typed, what stays, what is said.
@Suite("The filter of a column")
struct ColumnFilterTests {
    private static let sizes = ["2", "3", "5", "12", "-", ""]
    private static let days = ["2015-12-31", "2016-01-01", "2016-06-30 逾期", "2016-05-03 14:22", "—"]
    private static let states = ["未脱贫", "脱贫", "返贫", "未识别", ""]
    private static let rates = ["41/43 95.3%", "10/10 100%", "9/10 90.0%", "—"]
    private static let names = ["覃金萍", "龚仕权", "余杏香", "张三、李四", "（无）"]

    struct Case: Sendable {
        let typed: String
        let cells: [String]
        let left: [String]
        let words: String
    }

    static let cases = [
        Case(typed: "≥5", cells: sizes, left: ["5", "12"], words: "≥ 5"),
        Case(typed: ">= 5", cells: sizes, left: ["5", "12"], words: "≥ 5"),
        Case(typed: "＞５", cells: sizes, left: ["12"], words: "> 5"),
        Case(typed: "<5", cells: sizes, left: ["2", "3"], words: "< 5"),
        Case(typed: "≤3", cells: sizes, left: ["2", "3"], words: "≤ 3"),
        Case(typed: "3-5", cells: sizes, left: ["3", "5"], words: "3..5"),
        Case(typed: "3..", cells: sizes, left: ["3", "5", "12"], words: "≥ 3"),
        Case(typed: "3至5;12", cells: sizes, left: ["3", "5", "12"], words: "3..5或12"),
        Case(typed: "5", cells: sizes, left: ["5"], words: "5"),
        Case(typed: "!5", cells: sizes, left: ["2", "3", "12", "-", ""], words: "不是 5"),
        Case(typed: "空", cells: sizes, left: ["-", ""], words: "空"),
        Case(typed: "!-", cells: sizes, left: ["2", "3", "5", "12"], words: "不是 空"),
        Case(typed: "!空;!2", cells: sizes, left: ["3", "5", "12"], words: "不是 空且不是 2"),
        Case(
            typed: "2016-01..2016-06", cells: days, left: ["2016-01-01", "2016-06-30 逾期", "2016-05-03 14:22"],
            words: "2016-01..2016-06"),
        Case(typed: "2016-05", cells: days, left: ["2016-05-03 14:22"], words: "2016-05"),
        Case(typed: "2016", cells: days, left: ["2016-01-01", "2016-06-30 逾期", "2016-05-03 14:22"], words: "2016"),
        Case(typed: "<2016-1-1", cells: days, left: ["2015-12-31"], words: "< 2016-1-1"),
        Case(typed: ">2016年5月", cells: days, left: ["2016-06-30 逾期"], words: "> 2016年5月"),
        // A value that is there is that value, and no part of another.
        Case(typed: "脱贫", cells: states, left: ["脱贫"], words: "脱贫"),
        Case(typed: "脱贫；返贫", cells: states, left: ["脱贫", "返贫"], words: "脱贫或返贫"),
        Case(typed: "*脱贫*", cells: states, left: ["未脱贫", "脱贫"], words: "含 脱贫"),
        Case(typed: "未", cells: states, left: ["未脱贫", "未识别"], words: "含 未"),
        Case(typed: "=未", cells: states, left: [], words: "未"),
        Case(typed: "≥95%", cells: rates, left: ["41/43 95.3%", "10/10 100%"], words: "≥ 95%"),
        Case(typed: ">9", cells: rates, left: ["41/43 95.3%", "10/10 100%"], words: "> 9"),
        // Names by their skeleton, their pinyin and their initials.
        Case(typed: "覃金 萍", cells: names, left: ["覃金萍"], words: "覃金萍"),
        Case(typed: "gsq", cells: names, left: ["龚仕权"], words: "含 gsq"),
        Case(typed: "李四", cells: names, left: ["张三、李四"], words: "含 李四"),
        Case(typed: "(无)", cells: names, left: ["（无）"], words: "（无）"),
        Case(typed: "3", cells: ["三组3号", "四组"], left: ["三组3号"], words: "含 3"),
        Case(typed: "=\"a;b\"", cells: ["a;b", "a"], left: ["a;b"], words: "a;b"),
    ]

    @Test("leaves the cells that it asks for, says so, and can be typed again as it is kept", arguments: cases)
    func left(_ case: Case) throws {
        let filter = try ColumnFilter(typed: `case`.typed, among: `case`.cells)
        #expect(`case`.cells.filter(filter.admits) == `case`.left, "\(`case`.typed)")
        #expect(filter.words == `case`.words, "\(`case`.typed)")
        #expect(ColumnFilter(filter.text) == filter, "\(filter.text)")
    }

    @Test(
        "says the forms where it cannot be read",
        arguments: [
            ("≥", sizes), ("≥x", sizes), ("5-3", sizes), ("5..3", sizes), ("!", sizes), ("中", sizes),
            ("2016-13..", days),
        ])
    func unreadable(typed: String, cells: [String]) {
        let fault = #expect(throws: ColumnFilter.Fault.self) { try ColumnFilter(typed: typed, among: cells) }
        #expect(fault?.text.contains("读不懂：可以写 ≥60、<5、3-5、2016-01..2016-06") ?? false, "\(typed)")
    }

    @Test("says where there is no more and less", arguments: ["≥60", "3-5", "<2016-01"])
    func words(typed: String) {
        let fault = #expect(throws: ColumnFilter.Fault.self) { try ColumnFilter(typed: typed, among: Self.states) }
        #expect(fault?.text.hasPrefix("这一列不是数字和日期，") ?? false)
    }

    @Test("of values that were chosen is those, blanks and months among them")
    func values() {
        let filter = ColumnFilter(values: ["", "2016-05", "a;b"])
        #expect(
            ["", "-", "2016-05-31", "2016-06-01", "a;b", "a"].filter(filter.admits) == ["", "-", "2016-05-31", "a;b"])
        #expect(ColumnFilter(filter.text) == filter && filter.words == "空或2016-05或a;b")
        #expect(ColumnFilter("") == nil && ColumnFilter("≥") == nil)
    }
}

/// The columns of a list as an officer wants them, as a value.
@Suite("The arrangement of columns")
struct ColumnArrangementTests {
    private static let titles = ["姓名", "组织", "类别", "结对"]

    @Test("moves a column past its neighbours, to the ends and no further")
    func moves() {
        var arrangement = ColumnArrangement()
        arrangement.move(2, by: -1, of: 4)
        #expect(arrangement.places(of: 4) == [0, 2, 1, 3])
        arrangement.move(2, by: -1, of: 4)
        arrangement.move(2, by: -1, of: 4)
        #expect(arrangement.places(of: 4) == [2, 0, 1, 3])
        for _ in 0..<2 { arrangement.move(2, by: 1, of: 4) }
        #expect(arrangement == ColumnArrangement() && arrangement.order == nil)
    }

    @Test("hides columns, but never the last")
    func hides() {
        var arrangement = ColumnArrangement()
        let hidden = (0..<4).map { arrangement.toggle($0, of: 4) }
        #expect(hidden == [true, true, true, false] && arrangement.shown(of: 4) == [3])
        let isShown = arrangement.toggle(1, of: 4)
        #expect(isShown && arrangement.shown(of: 4) == [1, 3])
    }

    private func arranged() throws -> ColumnArrangement {
        var arrangement = ColumnArrangement()
        arrangement.move(3, by: -1, of: 4)
        _ = arrangement.toggle(1, of: 4)
        arrangement.set(width: 1, of: 0)
        arrangement.set(filter: try ColumnFilter(typed: "≥2", among: ["1"]), of: 3)
        arrangement.set(filter: ColumnFilter(values: ["村干部"]), of: 2)
        return arrangement
    }

    @Test("comes back as it was kept, and is not kept where nothing is arranged")
    func kept() throws {
        let arrangement = try arranged()
        let kept = try #require(arrangement.kept(Self.titles))
        #expect(ColumnArrangement(kept, Self.titles) == arrangement && arrangement.widths == [0: 2])
        #expect(
            ColumnArrangement().kept(Self.titles) == nil && ColumnArrangement("", Self.titles) == ColumnArrangement())
        #expect(ColumnArrangement("x\ty\n\u{1F}", Self.titles) == ColumnArrangement())
    }

    @Test("knows columns by their titles: new ones stand behind, those that are gone are left out")
    func changed() throws {
        let kept = try #require(arranged().kept(Self.titles))
        let now = ColumnArrangement(kept, ["编号", "结对", "姓名", "类别"])
        #expect(now.places(of: 4) == [2, 1, 3, 0] && now.hidden.isEmpty)
        #expect(now.widths == [2: 2] && now.filters[1]?.words == "≥ 2" && now.filters[3]?.words == "村干部")
    }

    @Test("goes by places in another language, without the values that are called otherwise there")
    func otherLanguage() throws {
        let kept = try #require(arranged().kept(Self.titles))
        let now = ColumnArrangement(kept, ["Name", "Organization", "Category", "Pairing"])
        #expect(now.places(of: 4) == [0, 1, 3, 2] && now.hidden == [1] && Array(now.filters.keys) == [3])
    }
}
