import Ledger
import PartyWork
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// The rows behind every figure add up to it, and with those missing to what it is a share of.
@Suite("A figure")
struct FigureTests {
    @Test("of the sample is what its rows add up to", arguments: ["2016-01-01", "2016-03-31", "2016-06-30"])
    func sample(day: String) throws {
        try check(Longfeng.shared.get(), asOf: try #require(Day(day)))
    }

    @Test("of a random town is what its rows add up to, on any day", arguments: UInt64(1)...8)
    func random(seed: UInt64) throws {
        let ledger = try RandomFigures.ledger(seed)
        for day in RandomFigures.days { try check(ledger, asOf: day) }
    }

    @Test("without a branch speaks of the scope that is set, also one within a branch")
    func scopes() throws {
        let day = try #require(Day("2016-06-30"))
        for scope in ["422801100201", "42280110020101"] {
            try check(Longfeng.shared.get(), asOf: day, scope: Scope(Code(scope)))
        }
    }

    private func check(_ ledger: Ledger, asOf day: Day, scope: Scope? = nil) throws {
        let scope = try scope ?? ledger.scope(nil)
        let status = try ledger.status(asOf: day, scope: scope)
        let branches = status.branches.flatMap(\.figures)
        for shown in status.figures + branches + status.committee.map(\.figure) {
            let report = try ledger.figure(shown.figure, in: scope, asOf: day)
            let what = "\(shown.figure.token) \(day)"
            #expect(report.done == shown.done, "\(what)")
            #expect(report.target == shown.target, "\(what)")
            #expect(report.rows.allSatisfy { $0.cells.count == shown.figure.kind.columns.count })
            #expect(Set(report.rows.map(\.key)).count == report.rows.count)
            guard let target = shown.target else { continue }
            #expect(report.rows.count == max(target, shown.done), "\(what)")
            let gaps = report.rows.count { $0.standing != .counted }
            #expect(gaps == max(0, target - shown.done), "\(what)")
        }
        try checkTrades(ledger, asOf: day, scope)
        try checkTotals(status, ledger)
    }

    /// The figures of the cooperatives of each trade, counted by the trade's rows.
    private func checkTrades(_ ledger: Ledger, asOf day: Day, _ scope: Scope) throws {
        let rows = try ledger.cooperatives(in: scope, asOf: day)
        for (trade, own) in Dictionary(grouping: rows, by: \.cooperative.trade) {
            let counted = StatusReport.CooperativeFigures(own)
            #expect(counted.householdsLed == own.filter(\.isActive).reduce(0) { $0 + $1.cooperative.householdsLed })
            for shown in counted.figures(.trade(trade)) {
                #expect(try ledger.figure(shown.figure, in: scope, asOf: day).done == shown.done)
            }
        }
    }

    /// Over a whole scope visits and theme activities are counted as well, as its totals have them.
    private func checkTotals(_ status: StatusReport, _ ledger: Ledger) throws {
        for (kind, total) in [
            (Figure.Kind.visitsReceived, status.totals.visitsReceived),
            (.themeActivities, status.totals.themeActivities),
        ] {
            let report = try ledger.figure(Figure(kind), in: status.scope, asOf: status.asOf)
            #expect(report.done == total && report.target == nil)
        }
    }
}

/// Every figure is opened, and Back leads to where it was.
@Suite("Figures on the screens")
struct FigureWalkTests {
    @Test("of the town open by Tab, arrows and Enter", arguments: ScreenFrameTests.sizes)
    func town(size: Size) throws {
        var stage = try Stage.longfeng(size)
        try stage.press(.backTab)
        for shown in try report().figures {
            let before = stage
            #expect(stage.row(2) == " 总览：数字")
            try stage.press(.enter)
            #expect(stage.row(2).contains("\(shown.figure.kind.title) \(shown.value)  "), "\(stage.row(2))")
            #expect(stage.row(3).hasPrefix("  口径："))
            try stage.press(.escape)
            #expect(stage.text == before.text)
            try stage.press(.right)
        }
    }

    @Test("of each branch open from their cells; Back returns to the row, the cell, the order and the search")
    func cells() throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        try stage.press(.function(6), .function(6))
        try stage.type("村")
        try stage.press(.down, .down)
        // Typing ends with the hit opened.
        try stage.press(.enter, .escape)
        let name = try #require(selectedName(stage))
        let branch = try #require(try report().branches.first { $0.name == name })
        // The visits received stand behind the home visits.
        for shown in branch.figures[1...6] + [branch.figures[0], branch.figures[7]] {
            try stage.press(.right)
            let before = stage
            try stage.press(.enter)
            #expect(
                stage.row(2).contains("\(shown.figure.kind.title) \(branch.name) \(shown.value)  "), "\(stage.row(2))")
            for _ in 0..<3 {
                try stage.press(.control("e"))
                #expect(stage.row(3).hasPrefix("  口径："))
            }
            try stage.press(.escape)
            #expect(stage.text == before.text)
        }
    }

    @Test(
        "stand in a menu where they have no cell: those of a branch, of the coverage, of the cooperatives, what is missing"
    )
    func menus() throws {
        for (keys, count) in [([Key.enter], 11), ([.text("4")], 3), ([.text("5")], 4), ([], 6)] {
            var stage = try Stage.longfeng()
            for key in keys { try stage.press(key) }
            let before = stage
            for number in 0..<count {
                try stage.press(.control("n"))
                for _ in 0..<number { try stage.press(.down) }
                try stage.press(.enter)
                #expect(stage.row(3).hasPrefix("  口径："), "\(number): \(stage.row(3))")
                try stage.press(.escape)
                #expect(stage.text == before.text)
            }
        }
    }

    @Test("of what is missing open as many rows as were missing")
    func missing() throws {
        let amounts = [(0, "只看缺口", 33), (1, "只看缺口", 67), (5, "只看缺口", 24)]
        for (line, words, amount) in amounts {
            var stage = try Stage.longfeng()
            try stage.press(.control("n"))
            #expect(stage.row(3 + line).contains(" \(amount) "))
            try stage.press(.text("\(line + 1)"))
            #expect(stage.text.contains("[\(words)]") && stage.text.contains(" \(amount) 行"))
        }
    }

    @Test("of the coverage open from their cells, a gap at what is missing")
    func pairing() throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        try stage.press(.text("4"))
        for seen in ["[全部]", "[只看缺口]", "[全部]", "[只看缺口]", "[全部]"] {
            try stage.press(.right)
            let before = stage
            try stage.press(.enter)
            #expect(stage.text.contains(seen))
            try stage.press(.escape)
            #expect(stage.text == before.text)
        }
    }

    @Test("of each method open from the checklists", arguments: ScreenFrameTests.sizes)
    func methods(size: Size) throws {
        var stage = try Stage.longfeng(size)
        try stage.press(.text("0"))
        for method in try report().methods {
            let before = stage
            try stage.press(.enter)
            #expect(stage.row(2).contains(" \(method.figures.done)/\(method.figures.total)  "), "\(stage.row(2))")
            #expect(stage.row(3).hasPrefix("  口径："))
            try stage.press(.escape)
            #expect(stage.text == before.text)
            try stage.press(.down)
        }
    }

    @Test("of a committee member open in the overview, in the branch and on the card")
    func visits() throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        try stage.press(.tab)
        let member = try #require(try report().committee.first)
        let title = " 专题调研 \(member.name) \(member.visits.done)/4  "
        for keys in [[Key.control("n")], [.enter, .control("n")]] {
            for key in keys { try stage.press(key) }
            #expect(stage.row(2).contains(title), "\(stage.row(2))")
            for _ in keys { try stage.press(.escape) }
            #expect(stage.row(2).contains("总览：班子成员"))
        }
        stage = try Stage.longfeng()
        try stage.press(.enter, .backTab)
        let before = stage
        try stage.press(.control("n"), .text("1"))
        #expect(stage.row(2).contains(" > 专题调研 ") && stage.row(2).contains("/4  "), "\(stage.row(2))")
        try stage.press(.escape)
        #expect(stage.text == before.text)
    }

    @Test("of a branch's month open from their cells, as many activities as were counted")
    func months() throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        let ledger = try Longfeng.shared.get()
        let code = try #require(try report().branches.first?.code)
        let branch = try ledger.branch(code, asOf: try #require(Day("2016-06-30")))
        try stage.press(.enter, .tab)
        let january = branch.months.first { $0.month == 1 }
        for kind in ActivityKind.allCases {
            try stage.press(.right)
            let before = stage
            try stage.press(.enter)
            let count = january?.counts[kind] ?? 0
            #expect(stage.row(2).contains(" \(kind.rawValue) 1 月"), "\(stage.row(2))")
            #expect(stage.row(2).contains(count == 0 ? "  无（共" : "第 1/\(count) 行"), "\(kind) \(stage.row(2))")
            try stage.press(.escape)
            #expect(stage.text == before.text)
        }
    }

    @Test("of what is to be done show what else is missing", arguments: 0..<6)
    func worklist(section: Int) throws {
        var stage = try Stage(Longfeng.six.get())
        try stage.press(.text("3"))
        for _ in 0..<section { try stage.press(.tab) }
        let before = stage
        try stage.press(.control("n"))
        #expect(stage.row(3).hasPrefix("  口径：") && stage.text.contains("[只看缺口]"), "\(stage.row(3))")
        try stage.press(.escape)
        #expect(stage.text == before.text)
    }

    @Test("of each group of cooperatives open from their cells, the group's rows alone", arguments: 1...3)
    func cooperativeGroups(view: Int) throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        try stage.press(.text("5"))
        for _ in 0..<view { try stage.press(.tab) }
        for _ in 0..<4 {
            let words = try #require(stage.text.split(separator: "\n").first { $0.hasPrefix("> ") })
                .split(separator: " ").map { String($0) }
            for column in 1...4 {
                try stage.press(.right)
                let before = stage
                try stage.press(.enter)
                #expect(
                    stage.row(2).contains(
                        "\(Figure.Kind.ofCooperatives[column - 1].title) \(words[1]) \(words[column + 1])  "),
                    "\(stage.row(2))")
                try stage.press(.control("e"))
                #expect(stage.text.contains("[只看缺口]"))
                try stage.press(.escape)
                #expect(stage.text == before.text)
            }
            try stage.press(.left, .left, .left, .left, .down)
        }
    }

    @Test("of a cell of the months open what counted in it and what it lacks, and lead back to the cell")
    func monthCells() throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        let ledger = try Longfeng.shared.get()
        let day = try #require(Day("2016-06-30"))
        let map = try ledger.monthMap(in: ledger.scope(nil), asOf: day)
        try stage.press(.text("9"))
        for branch in map.branches.prefix(5) {
            for cell in branch.cells.suffix(3).reversed() {
                let before = stage
                try stage.press(.enter)
                let details = try ledger.month(branch.code, cell.month, asOf: day)
                #expect(stage.row(2).contains("月报 \(branch.name) \(cell.month.title) \(details.activities.count)  "))
                #expect((details.activities.isEmpty) == (cell.work == .none))
                try stage.press(.control("e"))
                let missing = MonthLack.all(of: details).count { if case .late = $0 { false } else { true } }
                #expect(stage.text.contains("缺 \(missing) 行"))
                try stage.press(.escape)
                #expect(stage.text == before.text)
                try stage.press(.left)
            }
            try stage.press(.right, .right, .right, .down)
        }
    }

    @Test("of what is still to be held open the form, filled")
    func recording() throws {
        var stage = try Stage.longfeng(Size(columns: 100, rows: 30))
        let branches = try report().branches
        let lacking = try #require(branches.firstIndex { $0.themeActivity.done < $0.themeActivity.target })
        for _ in 0..<lacking { try stage.press(.down) }
        try stage.press(.right, .enter)
        #expect(stage.text.contains("次，按 Enter 记"))
        try stage.press(.enter)
        #expect(stage.text.contains("记活动：主题活动") && stage.text.contains(branches[lacking].name))
    }

    private func report() throws -> StatusReport {
        let ledger = try Longfeng.shared.get()
        return try ledger.status(asOf: try #require(Day("2016-06-30")), scope: try ledger.scope(nil))
    }

    private func selectedName(_ stage: Stage) -> String? {
        stage.text.split(separator: "\n").first { $0.hasPrefix("> ") }
            .flatMap { $0.dropFirst(2).split(separator: " ").first.map { String($0) } }
    }
}

/// A small town of random rows, every day of them within ten days at the turn of a month.
private enum RandomFigures {
    static let days =
        (25...29).compactMap { Day(year: 2016, month: 2, day: $0) }
        + (1...3).compactMap { Day(year: 2016, month: 3, day: $0) }
    private static let township = Code("100000000")

    static func ledger(_ seed: UInt64) throws -> Ledger {
        var random = SeededGenerator(seed: seed)
        let ledger = try Ledger.inMemory()
        let records = records(&random)
        try ledger.desk(on: .june).importing(dryRun: false) { session in
            for record in records { try session.insert(record) }
            return ((), true, .words("导入"))
        }
        return ledger
    }

    private static func records(_ random: inout SeededGenerator) -> [AnyRecord] {
        let villages = (0..<3).map { Code("10000000010\($0)") } + [Code("100000000900")]
        let groups = (0..<4).map { Code("1000000001000\($0)") }
        func day() -> Day { days.randomElement(using: &random) ?? days[0] }
        func maybe(from start: Day? = nil) -> Day? {
            Bool.random(using: &random) ? days.filter { $0 >= start ?? days[0] }.randomElement(using: &random) : nil
        }
        func organization(_ code: Code, _ kind: OrganizationKind) -> AnyRecord {
            let founded = kind == .township ? nil : maybe()
            return .organization(
                Organization(
                    code: code, name: "组织\(code)", kind: kind, foundedOn: founded,
                    dissolvedOn: founded == nil ? nil : maybe(from: founded)))
        }
        var records = [organization(township, .township)]
        records += villages.map { organization($0, OrganizationKind.joint.accepts($0) ? .joint : .village) }
        records += groups.map { organization($0, .group) }
        records += (0..<12).map { number in
            .person(
                Person(
                    id: Person.ID("P\(number)"), name: "甲\(number)",
                    organization: ([township] + villages + groups)[number % 9],
                    category: PersonCategory.allCases[number % 4], isCommitteeMember: number % 3 == 0,
                    arrivedOn: maybe(),
                    exemption: number % 5 == 0 ? "年老" : ""))
        }
        records += (0..<8).map { number in
            let start = day()
            return .post(
                Post(
                    holder: Person.ID("P\(number)"), organization: ([township] + villages + groups)[(number * 5) % 9],
                    kind: .membership, startedOn: start, endedOn: maybe(from: start)))
        }
        records += (0..<15).map { number in
            let identified = day()
            let lifted = maybe(from: identified)
            return .household(
                Household(
                    id: Household.ID("H\(number)"), head: "乙", village: villages[number % 3], headcount: 3,
                    identifiedOn: identified, liftedOn: lifted,
                    returnedOn: lifted == nil ? nil : maybe(from: identified), closedOn: maybe(from: identified)))
        }
        records += (0..<25).map { number in
            .pairing(
                Pairing(
                    household: Household.ID("H\(number % 15)"), helper: Person.ID("P\((number * 7) % 12)"),
                    startedOn: day()))
        }
        records += (0..<8).map { number in
            .cooperative(
                Cooperative(
                    id: Cooperative.ID("C\(number)"), name: "社\(number)", organization: villages[number % 4],
                    foundedOn: maybe(), householdsLed: number % 3,
                    founders: number % 2 == 0 ? [Person.ID("P\(number)")] : []))
        }
        return records
            + (0..<80).map { number in
                let kind = ActivityKind.allCases.randomElement(using: &random) ?? .partyDay
                let held = day()
                let isVoid = number % 9 == 0
                return .activity(
                    Activity(
                        id: Activity.ID("A\(number)"), heldOn: held, kind: kind,
                        organization: kind.isFiveOnes ? groups[number % 4] : villages[number % 4], title: "事",
                        participants: [Person.ID("P\(number % 12)")],
                        household: kind.needsHousehold ? Household.ID("H\(number % 15)") : nil,
                        resolvedOn: kind.countsWhenResolved ? maybe(from: held) : nil,
                        voidedOn: isVoid ? held : nil, voidReason: isVoid ? "错" : ""))
            }
    }
}
