import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// All towns of a server on screen, from figures made by hand.
@Suite("A county on screen")
struct CountyScreenTests {
    private static let may = Day("2016-05-31") ?? .earliest
    private static let town = Result { try LendingTown.load() }

    /// A town with something in it, one with nothing, and one with so much that the sums are longer than any of its figures.
    private static func report(_ day: Day) -> CountyReport {
        CountyReport(
            asOf: day, scope: Scope("422801" as Code),
            towns: [
                .init(code: .town, name: "龙凤镇", .success(StatusReport(SampleBranch.tallies(day)).totals)),
                .init(code: "422801101", name: "", .success(nil)),
                .init(code: "422801102", name: "白果镇", .success(StatusReport(large(day)).totals)),
                .init(code: "422801103", name: "", .failure(.older)),
            ]
        ).counted
    }

    private static func large(_ day: Day) -> Tallies {
        let village: Code = "422801102201"
        var tallies = Tallies(asOf: day, scope: Scope("422801102" as Code), scopeName: "白果镇")
        tallies.organizations = [.init(code: village, name: "金龙坝村", kind: .village)]
        tallies.households = [.init(village: village, coverage: Coverage(covered: 935, inScope: 998), visited: 99)]
        tallies.members = [.init(organization: village, coverage: Coverage(covered: 9_970, inScope: 9_990))]
        return tallies
    }

    private static func stage(_ columns: Int = 80, _ rows: Int = 24, report: CountyReport? = report(.june))
        -> BranchStage
    {
        BranchStage(columns, rows, of: "全县", catalogue: .county) { asked in
            (asked.query as? CountyQuery).map { Answered($0, report) }
        }
    }

    @Test("has a row a town and one for all, the same columns as the overview", arguments: [(80, 24), (120, 36)])
    func frame(columns: Int, rows: Int) {
        Golden.expect(Self.stage(columns, rows).frame, "county-\(columns)x\(rows)")
    }

    /// A county of two towns, the second with few of the sample's rows, and one of another version.
    private static func lists(_ columns: Int, _ rows: Int, _ tabs: Int) throws -> BranchStage {
        let ledger = try town.get()
        var stage = BranchStage(columns, rows, of: "全县", catalogue: .county) { asked in
            if let query = asked.query as? CountyQuery { return Answered(query, report(.june)) }
            return answer(asked.query, ledger)
        }
        stage.press(.text("\(tabs + 1)"))
        return stage
    }

    private static func answer(_ query: any Query, _ ledger: Ledger) -> Answered? {
        switch query {
        case let query as CountyListQuery<CountyWorklist>: listed(query, ledger)
        case let query as CountyListQuery<CountyMonths>: listed(query, ledger)
        case let query as CountyListQuery<CountyRegisters>: listed(query, ledger)
        default: nil
        }
    }

    private static func listed<Listing>(_ query: CountyListQuery<Listing>, _ ledger: Ledger) -> Answered? {
        guard let scope = try? ledger.scope(nil),
            let rows = try? query.listing.rows(of: ledger, scope, asOf: query.asOf)
        else { return nil }
        return Answered(
            query,
            CountyAnswer(
                asOf: query.asOf, scope: scope,
                towns: [
                    .init(code: "422801101", name: "白果镇", .success(Array(rows.suffix(2)))),
                    .init(code: "422801102", name: "", .success(nil)),
                    .init(code: "422801103", name: "", .failure(.newer)),
                    .init(code: Code(scope.prefix), name: "龙凤镇", .success(Array(rows.prefix(12)))),
                ]))
    }

    @Test(
        "lists what all towns have to do, their months and registers, the town first",
        arguments: [(80, 24), (120, 36), (160, 50)])
    func listed(columns: Int, rows: Int) throws {
        for (tabs, name) in [(1, "worklist"), (2, "months"), (3, "registers")] {
            Golden.expect(try Self.lists(columns, rows, tabs).frame, "county-\(name)-\(columns)x\(rows)")
        }
    }

    @Test("opens a town at the row, from which Esc leads to its overview") func openedAtRow() throws {
        var places: [Route] = []
        for tabs in 1...3 {
            var stage = try Self.lists(120, 36, tabs)
            stage.press(.enter)
            guard case .openTown(let town, let place)? = stage.effects.first, let place else {
                Issue.record("\(stage.effects)")
                return
            }
            #expect(town == (tabs == 1 ? Code(try Self.town.get().scope(nil).prefix) : "422801101"))
            places.append(place)
            var visited = BranchStage(120, 36) { _ in nil }.model
            visited.arrive(from: stage.model, at: place)
            #expect(visited.top?.route == place)
            _ = visited.update(.key(.escape))
            #expect(visited.top?.route == .overview)
        }
        #expect(places.map(\.kind).last == "entries" && places[1].kind == "month")
    }

    @Test("keeps where the officer was until the next start") func remembered() throws {
        var stage = try Self.lists(120, 36, 2)
        stage.press(.down)
        let memory = try #require(stage.model.memory)
        var next = BranchStage(120, 36, of: "全县", catalogue: .county) { _ in nil }.model
        next.restore(try #require(Memory(text: memory.text)))
        #expect(next.top?.route == .countyMonths && next.memory == memory)
    }

    @Test("is asked again for another day; a town is opened with Enter, and what it was called stays found")
    func opened() {
        var stage = Self.stage()
        stage.press(.text("["))
        #expect(stage.asked.compactMap { ($0.query as? CountyQuery)?.asOf } == [.june, Self.may])
        stage.press(.down, .enter)
        #expect(stage.effects == [.openTown("422801101", at: nil)] && stage.text.contains("正在打开 422801101…"))
        stage.press(.function(3))
        stage.type("龙凤")
        stage.press(.enter)
        #expect(stage.effects == [.openTown("422801101", at: nil), .openTown(.town, at: nil)])
    }

    @Test("says so where no town may be read, and where the ledger has no county") func empty() {
        var stage = Self.stage(report: nil)
        #expect(stage.text.contains("没有看得到的乡镇") && !stage.text.contains("全县   "))
        stage.press(.enter)
        #expect(stage.effects.isEmpty && stage.text.contains("没有乡镇"))
    }

    @Test("begins a town as of its own day, and asks everything again when the town is left") func visited() {
        var county = Self.stage().model
        _ = county.update(.key(.text("[")))
        var town = BranchStage(120, 36) { _ in nil }.model
        town.arrive(from: county, at: nil)
        #expect(town.view.text.contains("截至 2016-05-31") && town.view.text.contains(" 退出（q）回到全县"))
        let query = CountyQuery(officer: county.context.officer, today: .june, asOf: Self.may)
        #expect(county.comeBack(fromTown: town) == [.ask([AnyQuery(query)])])
        #expect(county.view.size == Size(columns: 120, rows: 36))
    }

    @Test("writes nothing: whatever key is pressed, there and in the settings, only what the terminal does is wanted")
    func harmless() {
        let keys = Set(Action.allCases.flatMap(\.keys)).union(
            (33..<127).map { .text(String(UnicodeScalar(UInt8($0)))) })
        let settings: [[Key]] = (0..<10).map { [.text(",")] + Array(repeating: .down, count: $0) + [.enter] }
        for way in [[], [.text(",")], [.function(1)], [.function(3)]] + settings {
            for key in keys {
                var stage = Self.stage()
                for step in way + [key, .enter] { stage.press(step) }
                #expect(stage.effects.allSatisfy(Self.isHarmless), "\(way) \(key.name): \(stage.effects)")
                let others = stage.asked.filter { !($0.query.right == nil || $0.query is RequirementsQuery) }
                #expect(others.isEmpty, "\(way) \(key.name): \(others)")
            }
        }
        var stage = Self.stage()
        stage.press(.text(","), .end, .enter)
        #expect(stage.text.contains("请先选一个乡镇，按 Enter 打开"))
    }

    private static func isHarmless(_ effect: Effect) -> Bool {
        switch effect {
        case .openTown, .readHandbook, .repaint, .prefer, .keep, .changeViews, .suspend, .quit: true
        case .ask, .perform, .rehearse, .rehearseEach, .weigh, .files, .cancelFiles, .openSample, .readSystems, .print,
            .copy:
            false
        }
    }
}
