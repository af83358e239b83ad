import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The palette")
struct PaletteTests {
    private let today = Day("2016-06-30") ?? .earliest

    private func opened(typing text: String = "", from keys: [Key] = []) throws -> Stage {
        var stage = try Stage.longfeng()
        for key in keys { try stage.press(key) }
        try stage.openPalette(typing: text)
        return stage
    }

    @Test("and the help list every action of every screen, with its key", arguments: OfferWalkTests.screens)
    func complete(way: OfferWalkTests.Way) throws {
        var stage = try Stage.longfeng()
        for key in way.keys { try stage.press(key) }
        let offers = stage.model.offers
        guard !(stage.model.top?.screen.isModal ?? false) else { return }
        try stage.press(.control("p"))
        let items = try stage.palette().items
        let help = Page.help(title: "", purpose: "", offers: offers, topic: .month).draw(context(rows: 80)).text
        for offer in offers {
            #expect(help.contains("\(offer.label)："), "\(way.name): \(offer.label)")
            guard offer.action != .palette else { continue }
            let item = items.first { $0.isAction(offer.action) }
            #expect(item?.name == offer.label && item?.sign.contains(offer.action.keys[0].name) ?? false, "\(way.name)")
        }
    }

    private func context(rows: Int) -> Context {
        Context(
            today: today, clockOffset: 0, asOf: today, scope: Scope(Code("422801100")), scopeName: "",
            body: Size(columns: 160, rows: rows))
    }

    @Test("does an action as its key does", arguments: ["xiugai", "改", "ctrl"])
    func action(query: String) throws {
        var keyed = try Stage.longfeng()
        try keyed.press(.text("7"), .function(4))
        var stage = try opened(typing: query, from: [.text("7")])
        try stage.press(.enter)
        if query == "ctrl" {
            #expect(stage.text.contains("查找：ctrl"))
        } else {
            #expect(stage.text == keyed.text)
        }
    }

    @Test("says why an action cannot be done now")
    func unavailable() throws {
        var stage = try opened(typing: "xiayue")
        #expect(stage.row(4).contains("现在不能用：已经是今天"))
        try stage.press(.enter)
        #expect(stage.row(22).contains("! “下月”现在不能用：已经是今天"))
    }

    @Test(
        "opens what is found",
        arguments: [
            ("daiban", "待办"), ("mc pkh", "名册：贫困户"), ("dzcc", "店子槽村"), ("P0001", "覃绍槐"), ("覃sh", "覃绍槐"),
        ])
    func opening(query: String, title: String) throws {
        var stage = try opened(typing: query)
        try stage.press(.enter)
        #expect(stage.row(2).contains(title) || stage.text.contains(title))
        #expect(stage.model.overlays.isEmpty)
    }

    @Test("leads back to the row that was left")
    func back() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("4"), .down, .down)
        let before = stage.text
        try stage.press(.text("："))
        try stage.type("覃sh")
        try stage.press(.enter, .escape)
        #expect(stage.text == before)
        try stage.press(.control("p"), .escape)
        #expect(stage.text == before)
    }

    @Test("opens a cooperative, and shows an activity in its list, also from a narrowed scope")
    func searching() throws {
        let names = try Longfeng.shared.get().names(in: Scope(Code("422801100")), asOf: today)
        for kind in [NamedThing.Kind.cooperative, .activity] {
            let thing = try #require(names.last { $0.kind == kind })
            var stage = try Stage.longfeng()
            try stage.press(.control("g"), .down, .enter, .control("p"))
            try stage.press(.paste(thing.key))
            try stage.press(.enter)
            #expect(stage.text.contains(thing.name.prefix(6)))
            #expect(stage.row(2).contains("第 1/1 行") == (kind == .activity))
        }
    }

    @Test("tells no telephone number")
    func masked() throws {
        let rows = try Longfeng.shared.get().people(in: Scope(Code("422801100")), asOf: today)
        let person = try #require(rows.first { !$0.person.phone.isEmpty }?.person)
        let stage = try opened(typing: person.id.text)
        #expect(stage.text.contains(person.name))
        #expect(!stage.text.contains(person.phone))
        #expect(try !opened(typing: person.phone).text.contains(person.name))
    }

    @Test("asks for the names once, and nothing at a key")
    func asked() throws {
        var stage = try opened()
        let before = stage.asked
        try stage.type("lfz")
        try stage.press(.down, .pageDown)
        #expect(stage.asked == before)
    }

    @Test("is not offered where nothing can be found")
    func welcome() throws {
        var stage = try Stage(.inMemory())
        try stage.press(.control("p"))
        #expect(stage.model.overlays.isEmpty)
    }
}

extension Palette.Item {
    fileprivate func isAction(_ action: Action) -> Bool {
        if case .now(.perform(action)) = way { true } else { false }
    }
}

@Suite("Finding by pinyin")
struct PinyinTests {
    @Test("works in lists and underlines what was met, the selected row too", arguments: [true, false])
    func list(colour: Bool) throws {
        var stage = try Stage.longfeng(colour: colour)
        try stage.press(.function(3))
        try stage.type("dzc")
        #expect(stage.row(2).contains("1/1"))
        let row = try #require((0..<24).first { stage.row($0).contains("店子槽村") })
        let column = try #require((0..<80).first { stage.frame[row, $0].text == "店" })
        let underlined = (column..<column + 8).map { stage.frame[row, $0].style.underline }
        #expect(underlined == [true, true, true, true, true, true, false, false])
    }

    @Test("works in a picker, those first whose name is met from its start")
    func picker() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(2), .text("1"), .tab)
        try stage.type("qsh")
        let offered = try #require(stage.text.split(separator: "\n").first { $0.hasPrefix("  *") })
        #expect(offered.contains("覃绍槐"))
        try stage.press(.enter)
        #expect(stage.text.contains("覃绍槐(P0001)；"))
    }

    @Test("starts at the word that a picker's detail has, too")
    func detail() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(2), .text("1"), .tab)
        try stage.type("zbz 覃")
        #expect(stage.text.contains("镇班子成员"))
    }

    @Test("leaves a page where it is that is asked for again")
    func again() throws {
        var stage = try Stage.longfeng()
        for _ in 1...2 {
            try stage.press(.control("p"))
            try stage.type("经办人")
            try stage.press(.enter)
            #expect(stage.row(2).hasPrefix(" 总览 > 经办人与权限  "), "\(stage.row(2))")
        }
        try stage.press(.escape)
        #expect(stage.row(2).hasPrefix(" 总览  "))
    }
}
