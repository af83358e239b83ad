import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What a new officer reads first: the help in its parts, the way out, who changed what.
@Suite("The first minute")
struct HelpPartTests {
    @Test("has the keys in three parts, each where it belongs, and behind them the words of all states")
    func parts() throws {
        var stage = try Stage.longfeng(Size(columns: 160, rows: 90))
        let offers = stage.model.offers
        try stage.press(.text("?"))
        let text = (3..<88).map { stage.row($0) }.joined(separator: "\n")
        let headings = HelpPart.allCases.map { "【\($0.title)】" } + ["【这些词】"]
        let places = headings.map { text.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        for offer in offers {
            let place = try #require(text.range(of: "\(offer.label)：")?.lowerBound)
            let part = try #require(HelpPart.allCases.firstIndex(of: offer.action.helpPart))
            let (start, end) = (try #require(places[part]), try #require(places[part + 1]))
            #expect(place > start && place < end, "\(offer.label)")
        }
        for word in ["完成", "正常", "滞后", "将到期", "逾期"] {
            #expect(
                text.range(of: word, options: .backwards).map { $0.lowerBound > places[3] ?? text.endIndex } ?? false)
        }
    }

    @Test("tells the way out where there is nothing to go back to, and the way back everywhere else")
    func wayOut() throws {
        var stage = try Stage.longfeng()
        #expect(stage.row(23).contains("q退出") && !stage.row(23).contains("Esc返回"))
        try stage.press(.down, .enter)
        #expect(stage.row(23).contains("Esc返回") && !stage.row(23).contains("q退出"))
        try stage.press(.escape, .text("3"))
        #expect(stage.row(23).contains("Esc返回"))
    }

    @Test("says who changed a branch and when")
    func changed() throws {
        let ledger = try Longfeng.load()
        let day = try #require(Day("2016-06-30"))
        let key = RecordKey("422801100200")
        let before = try #require(try ledger.saved(.organizations, key).record)
        _ = try ledger.acting(as: Officer(uid: 2, name: "王强"), on: .standing(at: day, "2016-06-29T08:12:00Z"))
            .perform(.correct(from: before, to: try before.setting([.name: "龙凤新村"])))
        var stage = try Stage(ledger)
        try stage.press(.down, .enter, .control("o"))
        #expect(stage.row(2).contains("谁改过  第 1/1 行"))
        #expect(stage.text.contains("2016-06-29 16:12") && stage.text.contains("王强"))
        try stage.press(.enter)
        #expect(stage.text.contains("龙凤新村"))
    }
}
