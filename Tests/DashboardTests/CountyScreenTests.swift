import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// All towns of a server on screen, from figures made by hand.
@Suite("A county on screen")
struct CountyScreenTests {
    private static let may = Day("2016-05-31") ?? .earliest

    /// A town with something in it, one with nothing, and one with so much that the sums are longer than any of its figures.
    private static func report(_ day: Day) -> CountyReport {
        let empty = Tallies(asOf: day, scope: Scope("422801101" as Code), scopeName: "")
        return CountyReport(
            asOf: day, scope: Scope("422801" as Code),
            [StatusReport(SampleBranch.tallies(day)), StatusReport(empty), StatusReport(large(day))])
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

    @Test("is asked again for another day; a town is opened with Enter, and what it was called stays found")
    func opened() {
        var stage = Self.stage()
        stage.press(.text("["))
        #expect(stage.asked.compactMap { ($0.query as? CountyQuery)?.asOf } == [.june, Self.may])
        stage.press(.down, .enter)
        #expect(stage.effects == [.openTown("422801101")] && stage.text.contains("正在打开 422801101…"))
        stage.press(.function(3))
        stage.type("龙凤")
        stage.press(.enter)
        #expect(stage.effects == [.openTown("422801101"), .openTown(.town)])
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
        town.arrive(from: county)
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
                let others = stage.asked.filter { !($0.query is CountyQuery || $0.query is RequirementsQuery) }
                #expect(others.isEmpty, "\(way) \(key.name): \(others)")
            }
        }
        var stage = Self.stage()
        stage.press(.text(","), .end, .enter)
        #expect(stage.text.contains("请先选一个乡镇，按 Enter 打开"))
    }

    private static func isHarmless(_ effect: Effect) -> Bool {
        switch effect {
        case .openTown, .readHandbook, .repaint, .prefer, .keep, .keepView, .forgetView, .suspend, .quit: true
        case .ask, .perform, .rehearse, .rehearseEach, .files, .cancelFiles, .openSample, .readSystems, .print, .copy:
            false
        }
    }
}
