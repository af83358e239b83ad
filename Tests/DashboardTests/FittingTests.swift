import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What must be whole on a screen is whole at every size: the day, the tabs, the headings of lists, the words to choose from,
/// and what is said instead of rows.
@Suite("Screens of any size")
struct FittingTests {
    static let sizes = [(60, 15), (80, 24), (100, 30)].map { Size(columns: $0.0, rows: $0.1) }

    /// A screen in a language at a size.
    private func stage(_ keys: [Key], _ size: Size, _ language: Language) throws -> Stage {
        language == .chinese
            ? try Stage.longfeng(size) + keys
            : try Stage(LatinTown.shared.get(), size: size, language: .english) + LatinTown.latin(keys)
    }

    /// What is wrong with a frame, in words.
    private func faults(_ stage: Stage, _ day: String = "2016-06-30") -> [String] {
        let frame = stage.frame
        var faults: [String] = []
        if !stage.row(0).contains(day) { faults.append("no day in the header: \(stage.row(0))") }
        for digit in 0...9 where !stage.row(1).contains("\(digit)") || stage.row(1).contains("~") {
            faults.append("tab \(digit) is cut: \(stage.row(1))")
        }
        for row in 3..<frame.size.rows - 2 {
            let heading = frame.row(row).filter { $0.style == Style(underline: true) }
            // A field is underlined too, and ends in blanks.
            guard heading.count > 12 else { continue }
            if stage.row(row).contains("~") { faults.append("a heading is cut: \(stage.row(row))") }
        }
        return faults
    }

    @Test("have the day, the tabs and every heading whole", arguments: ScreenFrameTests.screens, sizes)
    func whole(screen: (name: String, keys: [Key]), size: Size) throws {
        let day = screen.name == "may" ? "2016-05-31" : "2016-06-30"
        for language in Language.allCases {
            #expect(faults(try stage(screen.keys, size, language), day) == [], "\(screen.name) \(language) \(size)")
        }
    }

    @Test("keep their headings whole sorted by each column, and say so beside it", arguments: lists, sizes)
    func sorted(screen: (name: String, keys: [Key]), size: Size) throws {
        for language in Language.allCases {
            var stage = try stage(screen.keys, size, language)
            // More often than any list has columns: once round and back to no order.
            for _ in 0..<10 {
                try stage.press(.function(6))
                #expect(faults(stage) == [], "\(screen.name) \(language) \(size)\n\(stage.text)")
            }
        }
    }

    @Test("say that nothing is found, with nothing drawn over it", arguments: lists, sizes)
    func nothingFound(screen: (name: String, keys: [Key]), size: Size) throws {
        for language in Language.allCases {
            var stage = try stage(screen.keys, size, language)
            try stage.press(.function(3))
            try stage.type("qzvqzv")
            let said = language == .chinese ? "  没有符合条件的行，按 Esc 清除查找" : "  Nothing fits; Esc clears the search"
            let search = language == .chinese ? "查找：qzvqzv" : "Find: qzvqzv"
            let lines = stage.text.split(separator: "\n").map(String.init)
            #expect(lines.contains(search), "\(screen.name) \(language) \(size)\n\(stage.text)")
            // With room for one line only it is the search; the title says how many are found.
            let isTight = lines.firstIndex(of: search).map { frame(stage, isHeading: $0 - 1) } ?? false
            #expect(
                lines.contains(said) || isTight && stage.row(2).contains(language == .chinese ? "无（共" : "none (of"),
                "\(screen.name) \(language) \(size)\n\(stage.text)")
        }
    }

    /// A list that has nothing to show, the keys that lead there, and what it says.
    typealias Empty = (keys: [Key], chinese: String, english: String)

    @Test("say that there is nothing yet, whole and with nothing drawn over it", arguments: empty, sizes)
    func nothingYet(screen: Empty, size: Size) throws {
        try expect(screen, over: FittingTests.town(branches: 0), size)
    }

    @Test("say so of a branch too that has nothing yet", arguments: emptyBranch, sizes)
    func branchWithNothing(screen: Empty, size: Size) throws {
        try expect(screen, over: FittingTests.town(branches: 1), size)
    }

    private func expect(_ screen: Empty, over ledger: Ledger, _ size: Size) throws {
        for language in Language.allCases {
            let stage = try Stage(ledger, size: size, language: language) + screen.keys
            // In one line or in several, each of them whole.
            let said = (language == .chinese ? screen.chinese : screen.english).filter { $0 != " " }
            let body = (3..<size.rows - 2).map { stage.row($0) }.joined().filter { $0 != " " }
            #expect(body.contains(said), "\(screen.chinese) \(language) \(size)\n\(stage.text)")
            #expect(faults(stage) == [], "\(screen.chinese) \(language) \(size)\n\(stage.text)")
        }
    }

    /// A township with so many branches, and nothing else.
    private static func town(branches: Int) throws -> Ledger {
        let ledger = try Ledger.inMemory()
        let today = try #require(Day("2016-06-30"))
        let units =
            [Organization(code: "422801100", name: "龙凤镇", kind: .township)]
            + (0..<branches).map { Organization(code: Code("42280110020\($0)"), name: "甲村", kind: .village) }
        for unit in units {
            _ = try ledger.acting(as: Stage.officer, on: .standing(at: today, "2016-06-30T08:00:00Z")).perform(
                .add(.organization(unit)), as: .random())
        }
        return ledger
    }

    private static let empty: [Empty] = [
        (
            [], "这个范围内没有支部；按 ^G 换范围，或在名册（7）登记支部",
            "No branch here: ^G changes the scope, (7) adds branches"
        ),
        ([.text("3")], "没有待办：该办的都办了", "Nothing to do: all obligations are met"),
        ([.text("4")], "这个范围内没有支部；按 ^G 换范围", "No branch in this scope; ^G changes the scope"),
        ([.text("5")], "还没有合作社，按 F5 新增", "No cooperative yet: F5 adds one"),
        ([.text("6")], "今年还没有活动：按 F2 记第一条", "No activity yet this year: F2 records the first"),
        ([.text("9")], "这个范围内没有支部", "No branch in this scope"),
    ]

    private static let emptyBranch: [Empty] = [
        (
            [.enter], "没有党小组，五个一不考核；在名册（7）登记党小组",
            "No party group, so no five ones; add groups in the registry (7)"
        ),
        (
            [.enter, .tab, .tab], "没有贫困户；在名册（7）登记，户在村党组织名下",
            "No household; add them in the registry (7), under village branches"
        ),
        ([.enter, .tab, .tab, .tab], "截至这天没有在册的合作社", "No active cooperative as of this day"),
        (
            [.enter, .tab, .tab, .tab, .tab, .tab], "没有班子成员联系本支部；在名册（7）给班子成员填联系村",
            "No committee member is assigned here; set their villages in the registry (7)"
        ),
    ]

    @Test("say what each item of a menu means, whole", arguments: menus, sizes.dropFirst())
    func menu(keys: [Key], size: Size) throws {
        for language in Language.allCases {
            var stage = try stage(keys, size, language)
            guard case .menu(let menu)? = stage.model.overlays.last else {
                Issue.record("no menu: \(stage.text)")
                continue
            }
            for item in menu.items {
                #expect(item.detail.isEmpty || stage.text.contains(item.detail), "\(item.detail)\n\(stage.text)")
                try stage.press(.down)
            }
        }
    }

    private static let menus: [[Key]] = [
        [.text("r")], [.text("7"), .function(9)], [.text("7"), .tab, .function(9)],
        [.text("7"), .tab, .tab, .function(9)],
        [.text("5"), .function(9)], [.text("4"), .enter, .enter, .function(9)],
    ]

    private func frame(_ stage: Stage, isHeading row: Int) -> Bool {
        stage.frame.row(row).contains { $0.style == Style(underline: true) }
    }

    @Test("have the day in the header whatever else stands there", arguments: sizes)
    func header(size: Size) throws {
        let today = try #require(Day("2016-06-30"))
        for language in Language.allCases {
            for remark in ["", "李娟", "文件可由组内人员读写，角色只作提示"] {
                for name in ["镇", "生猪林果产业联合支部委员会", "恩施土家族苗族自治州恩施市龙凤镇龙凤社区第一党小组"] {
                    for asOf in ["2016-06-30", "2016-05-31"] {
                        var context = Context(
                            today: today, clockOffset: 480, asOf: try #require(Day(asOf)), scope: Scope(Code("1")),
                            scopeName: name, body: size)
                        context.preferences = Preferences(language: language)
                        let model = Model(context, size: size, isEmpty: false, remark: remark)
                        let row = model.view.text(row: 0)
                        #expect(row.contains(asOf), "\(row)")
                        #expect(asOf == "2016-06-30" || row.contains(language == .chinese ? "往日" : "past"), "\(row)")
                    }
                }
            }
        }
    }

    @Test("at the overview's head never cut a figure", arguments: sizes)
    func figures(size: Size) throws {
        let today = try #require(Day("2016-06-30"))
        let report = try Longfeng.shared.get().status(asOf: today, scope: Scope(Code("422801100")))
        for language in Language.allCases {
            let text = try stage([], size, language).text
            for figure in report.figures.prefix(7) {
                let coverage = Coverage(covered: figure.done, inScope: figure.target ?? 0)
                #expect(text.contains(" \(figure.value) "), "\(language) \(size)")
                #expect(figure.span != nil || text.contains(" \(coverage.percentage)"), "\(language) \(size)")
            }
        }
    }

    /// The screens that are lists: to be sorted and searched.
    static let lists = ScreenFrameTests.screens.filter {
        [
            "overview", "branch", "worklist", "pairing", "pairing-list", "cooperatives", "cooperatives-by-trade",
            "activities", "registry-people", "registry-households", "registry-organizations", "journal-entry",
            "figure-households", "figure-five-ones", "figure-party-days", "months", "methods",
        ].contains($0.name)
    }
}

extension Stage {
    fileprivate static func + (stage: Stage, keys: [Key]) throws -> Stage {
        var stage = stage
        for key in keys { try stage.press(key) }
        return stage
    }
}
