import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Two years and two days on screen.
@Suite("Trends on screen")
struct TrendScreenTests {
    private func chart(_ values: [Int], height: Int = 4) -> MonthChart {
        let months = values.indices.map { Month((Day("2015-01-01") ?? .earliest).adding(months: $0)) }
        return MonthChart(months: months, values: values, fill: .barMissing, height: height)
    }

    @Test("fill a column from zero: none only for zero, all only for the largest")
    func filled() {
        let chart = chart([0, 1, 50, 99, 100])
        #expect(chart.values.map { chart.filled($0, parts: 1) } == [0, 1, 2, 3, 4])
        #expect(chart.values.map { chart.filled($0, parts: 8) } == [0, 1, 16, 31, 32])
        #expect(self.chart([0, 0]).filled(0, parts: 1) == 0)
        #expect(self.chart([1, 1]).filled(1, parts: 1) == 4)
    }

    @Test(
        "draw columns that say the same without colour, with the largest, zero and the months",
        arguments: [true, false])
    func drawn(colour: Bool) throws {
        let stage = try Stage.longfeng(colour: colour)
        var frame = Frame(Size(columns: 20, rows: 5))
        chart([0, 2, 4, 1]).draw(on: &frame, row: 0, columns: 18, stage.model.context)
        let filled = (0..<4).map { row in
            (0..<4).map { column in
                let cell = frame[row, 4 + column * 3]
                return cell.text == "#" || cell.style.background != .standard
            }
        }
        #expect(
            filled == [
                [false, false, true, false], [false, false, true, false], [false, true, true, false],
                [false, true, true, true],
            ])
        #expect(frame[0, 2].text == "4" && frame[3, 2].text == "0")
        #expect(frame[4, 4].text == "1" && frame[4, 13].text == "4")
    }

    @Test("stand beside the town's figures as the ledger counts them")
    func town() throws {
        var stage = try Stage.longfeng(Size(columns: 120, rows: 36))
        let trend = try stage.ledger.trend(in: Scope("422801100" as Code), asOf: #require(Day("2016-06-30")))
        let gaps = trend.values(.householdGap)
        try stage.press(.backTab)
        #expect(gaps[23] == 33)
        #expect(stage.text.contains("去年 \(gaps[11])  上月 \(gaps[22])  本月 33"))
    }

    @Test("stand beside a branch's figures: what the three months before brought and lacked, below their names")
    func branch() throws {
        var stage = try Stage.longfeng(Size(columns: 120, rows: 36))
        for _ in 0..<15 { try stage.press(.down) }
        try stage.press(.enter)
        let trend = try stage.ledger.trend(in: Scope("422801100214" as Code), asOf: #require(Day("2016-06-30")))
        #expect(stage.row(2).contains("猫子山村") && stage.row(3).hasSuffix(" 3月 4月 5月"), "\(stage.text)")
        let gaps = trend.values(.householdGap).dropLast().suffix(3)
        let visits = trend.values(.homeVisits).dropLast().suffix(3)
        #expect(Array(gaps) == [12, 12, 12])
        #expect(stage.row(4).hasSuffix("  12  12  12"), "\(stage.text)")
        #expect(stage.row(6).hasSuffix(visits.map { "  \($0)" }.joined()))
        // There is no room for them on narrower terminals.
        try stage.resize(80, 24)
        #expect(!stage.text.contains("12  12  12"))
    }

    @Test("are no part of the first paint")
    func notAtStart() throws {
        for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] {
            let stage = try Stage(Longfeng.shared.get(), size: size, rests: false)
            #expect(!stage.text.contains("上月 "))
        }
    }

    @Test("compare two days: the figures of either, the difference, the sum")
    func compared() throws {
        var stage = try Stage.longfeng(Size(columns: 120, rows: 36))
        try stage.press(.function(9))
        #expect(stage.row(2).contains("对比：2016-05-31 到 2016-06-30"))
        let ledger = try Longfeng.shared.get()
        let scope = Scope("422801100" as Code)
        let before = try ledger.status(asOf: #require(Day("2016-05-31")), scope: scope).totals
        let now = try ledger.status(asOf: #require(Day("2016-06-30")), scope: scope).totals
        let change = now.households.gap - before.households.gap
        let words = change == 0 ? "=" : change > 0 ? "+\(change)" : "\(change)"
        #expect(stage.text.contains("\(before.households.gap) \(now.households.gap) \(words)"))
        #expect(stage.text.contains("\(before.fiveOnes.done) \(now.fiveOnes.done) "))
        try stage.press(.tab, .tab, .tab)
        #expect(stage.row(2).contains("对比：2015-06-30 到 2016-06-30"))
        try stage.press(.left)
        #expect(stage.row(2).contains("对比：2015-05-31 到 2016-06-30"))
        try stage.press(.tab)
        #expect(stage.row(2).contains("对比：2016-05-31 到 2016-06-30"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("龙凤社区"))
    }

    @Test("compare with any day that is typed; what is none is said and not taken")
    func typedDay() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(9), .function(4))
        #expect(stage.row(3).contains("日期：") && stage.row(3).contains("如 3-31"))
        try stage.type("3-45")
        #expect(stage.row(3).contains("! 不是日期"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("对比：2016-05-31"))
        try stage.press(.control("u"))
        try stage.type("3-17")
        #expect(stage.row(3).contains("= 2016-03-17"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("对比：2016-03-17 到 2016-06-30"))
        let memory = try #require(stage.model.memory.flatMap { Memory(text: $0.text) })
        var other = try Stage(Longfeng.load(), restoring: memory)
        #expect(other.row(2).contains("对比：2016-03-17 到 2016-06-30"))
        try other.press(.right)
        #expect(other.row(2).contains("对比：2016-03-31 到 2016-06-30") || other.row(2).contains("对比：2016-04-30"))
        try other.press(.function(4), .escape, .tab)
        #expect(other.row(2).contains("对比：2016-03-31 到 2016-06-30"))
    }

    @Test("sort by what changed most, whichever way")
    func sorted() throws {
        var stage = try Stage.longfeng(Size(columns: 120, rows: 36))
        try stage.press(.function(9), .tab, .tab)
        while !stage.text.contains("按“五个一”排序") { try stage.press(.function(6)) }
        let changes = (5..<32).compactMap { row -> Int? in
            let numbers = stage.row(row).matches(of: #/(\d+) (\d+) [=+-]/#)
            guard numbers.count > 1, let before = Int(numbers[1].1), let now = Int(numbers[1].2) else { return nil }
            return abs(now - before)
        }
        #expect(changes.count > 20 && changes == changes.sorted(by: >) && Set(changes).count > 3)
    }
}
