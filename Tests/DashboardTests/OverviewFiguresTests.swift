import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What the overview's head and lists say of a figure beside its number.
@Suite("The overview's figures")
struct OverviewFiguresTests {
    private static let wide = Size(columns: 160, rows: 50)

    private func figure(_ kind: Figure.Kind, _ day: String) throws -> ShownFigure {
        let report = try Longfeng.shared.get().status(
            asOf: try #require(Day(day)), scope: Scope(Code("422801100")))
        return try #require(report.figures[kind])
    }

    @Test("say what changed since the end of the month before, and what was a year before")
    func compared() throws {
        let stage = try Stage.longfeng(Self.wide)
        let (now, before) = (try figure(.fiveOnes, "2016-06-30"), try figure(.fiveOnes, "2016-05-31"))
        let year = try figure(.fiveOnes, "2015-06-30")
        #expect(now.done - before.done == 26 && year.done == 178)
        #expect(stage.text.contains(#/五个一[ |.]+284\/445   \+26        去年 178 /#))
        #expect(stage.text.contains(#/专题调研[ |.]+3\/11    \+1 滞后   去年 0 /#))
    }

    @Test("say of a coverage how its gap changed: its rate falls when households leave poverty")
    func gaps() throws {
        let stage = try Stage.longfeng(Self.wide)
        let (now, before) = (try figure(.members, "2016-06-30"), try figure(.members, "2016-05-31"))
        #expect((now.target ?? 0) - now.done == 67 && (before.target ?? 0) - before.done == 66)
        #expect(stage.text.contains(#/户覆盖 +935\/968   缺= 96\.5%  去年缺3 /#))
        #expect(stage.text.contains(#/党员覆盖 +1253\/1320  缺\+1 94\.9%  去年缺15/#))
    }

    @Test("count what is of the year from nothing in January")
    func january() throws {
        var stage = try Stage.longfeng(Self.wide)
        for _ in 0..<5 { try stage.press(.text("[")) }
        let done = try figure(.fiveOnes, "2016-01-31").done
        #expect(done > 0 && stage.text.contains(#/五个一[ |.]+\d+\/\d+ +\+(\d+) /#))
        #expect(stage.text.contains("+\(done) "))
    }

    @Test("are alone where there is no room for two days more")
    func narrow() throws {
        #expect(try !Stage.longfeng(Size(columns: 80, rows: 24)).text.contains("去年"))
        let middle = try Stage.longfeng(Size(columns: 100, rows: 30))
        #expect(middle.text.contains(#/五个一[ |.]+284\/445 +去年 178/#) && middle.text.contains("去年缺15"))
        #expect(try !Stage.longfeng(Size(columns: 120, rows: 36)).text.contains("去年 178"))
    }

    @Test("of a branch: a letter for what is done or late, a digit for each month without a party day, in its place")
    func lines() throws {
        let stage = try Stage.longfeng(Size(columns: 80, rows: 24))
        let row = try #require((0..<24).first { stage.row($0).contains("大转拐村") })
        #expect(stage.row(row) == "  大转拐村       0/4滞       |       5/15滞 1 3  6 63/66  95.4 47/49  95.9   10")
    }

    @Test("of a branch late in the year: all months have room, another column gives way")
    func december() throws {
        let stage = try Stage(Longfeng.shared.get(), today: "2016-12-20")
        let row = try #require((0..<24).first { stage.row($0).contains("店子槽村") })
        #expect(stage.row(row) == "  店子槽村       2/4滞           |  11/20滞    4 678901 49/50  98.0 65/70  92.8")
    }

    @Test("are read out in words, not in letters")
    func readOut() throws {
        let plain = try Stage.plain(Longfeng.shared.get())
        #expect(plain.text.contains("主题 0/4 滞后，五个一 5/15 滞后，党日缺 缺3次"))
    }
}
