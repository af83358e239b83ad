import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Rows of figures and of the worklist, chosen and acted upon; what hand-over keeps.
@Suite("Acting on rows of figures and of the worklist")
struct ChosenFigureTests {
    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    private func stage(_ keys: [Key]) throws -> Stage {
        var stage = try Stage(Longfeng.load())
        for key in keys { try stage.press(key) }
        return stage
    }

    private let pair: [Key] = [.function(5), .down, .enter, .control("s"), .text("y")]

    @Test("All uncovered households of a village are paired with one helper, from the figure")
    func figure() throws {
        var stage = try stage(
            [.control("n"), .text("1"), .function(3)] + Self.typed("epc") + [.control("a"), .escape])
        let chosen = stage.row(2)
        #expect(chosen.contains("，已选 1 行"), "\(chosen)")
        for key in pair { try stage.press(key) }
        #expect(stage.text.contains("已保存："), "\(stage.text)")
        try stage.press(.control("z"))
        #expect(stage.text.contains("撤销"))
    }

    @Test("Members without a household are marked together, from the figure; without a choice the key says why not")
    func members() throws {
        var stage = try stage([.control("n"), .text("2"), .function(9)])
        #expect(stage.row(22).contains("先按空格选几行"))
        try stage.press(.text(" "), .text(" "), .function(9))
        #expect(stage.text.contains("标记已选的 2 人"))
    }

    @Test("Lines of the worklist of one kind are acted upon; of several kinds, and of kinds without such an act, not")
    func worklist() throws {
        var stage = try stage([.text("3"), .tab, .tab, .text(" "), .text(" ")])
        #expect(stage.row(2).contains("，已选 2 行"))
        try stage.press(.function(9))
        #expect(stage.row(22).contains("只有清单的事项可以免除"))
        for key in pair { try stage.press(key) }
        #expect(stage.text.contains("已保存："), "\(stage.text)")
        #expect(stage.row(3).contains("户无帮扶人 31"))
    }

    @Test("The worklist ticks lines of a checklist together")
    func ticks() throws {
        var stage = try Stage(ChecklistScreenTests.town.get())
        for key in [.text("3"), .backTab, .function(3)] + Self.typed("bwcx") + [.control("a"), .escape, .function(5)] {
            try stage.press(key)
        }
        #expect(stage.text.contains(" 项：不忘初心回乡走访"))
    }

    @Test("The successors chosen for a hand-over are there after a restart")
    func handOver() throws {
        let first = try stage([.text("7")] + Self.typed("余杏香") + [.enter, .control("o"), .function(5)])
        let memory = try #require(first.model.memory.flatMap { Memory(text: $0.text) })
        let next = try Stage(Longfeng.load(), restoring: memory)
        // The card above is asked its name only when it is seen.
        for row in 3..<22 { #expect(next.row(row) == first.row(row)) }
        #expect(next.text.contains("已选接替人") && !next.text.contains("已选接替人 0"))
    }

    @Test("Members are moved together to a group of their branch, and their former membership is kept")
    func move() throws {
        let ledger = try Longfeng.load()
        let (officer, day) = (Officer(uid: 1000, name: "李娟"), try #require(Day("2016-06-30")))
        let people = try ledger.people(in: Scope("422801100201" as Code), asOf: day)
            .filter { $0.person.category.isPartyMember && $0.service == .serving }.prefix(2)
        let group = Code("42280110020101")
        let context = Context(
            today: day, clockOffset: 0, asOf: day, scope: Scope("422801100" as Code), scopeName: "",
            body: Size(columns: 80, rows: 20))
        var acts: [Act] = []
        for row in people {
            acts.append(.move(row.person, to: group, on: day, since: row.person.arrivedOn ?? day.firstOfYear))
        }
        _ = try ledger.acting(as: officer, on: .standing(at: day, "2016-06-30T08:10:00Z")).perform(.together(acts))
        for row in people {
            let card = try ledger.person(row.person.id, asOf: day)
            #expect(card.row.person.organization == group)
            #expect(
                card.posts.contains { $0.post.kind == .membership && $0.post.organization == row.person.organization })
        }
        #expect(Form<Filing>.move(Array(people), context).title.contains("转到别的支部或党小组"))
    }
}
