import Ledger
import TerminalUI
import Testing

@testable import Dashboard

/// Every key that every screen offers, pressed once on the sample town.
@Suite("What is offered")
struct OfferWalkTests {
    /// A name and the keys that lead there.
    typealias Way = (name: String, keys: [Key])

    /// The screens without what may lie over them, and those that the frames do not show.
    static let screens =
        ScreenFrameTests.screens.filter { !overlays.contains($0.name) } + [
            ("hand-over", [.text("4"), .enter, .enter, .text("7"), .enter, .control("o")]),
            ("pairing-members", [.text("4"), .tab]),
        ]
    private static let overlays: Set = [
        "record-menu", "record-form", "help", "overview-missing", "figure-menu", "palette",
    ]

    private func stage(_ way: Way, _ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage.longfeng(size)
        for key in way.keys { try stage.press(key) }
        return stage
    }

    @Test("the branch tab opens with the branch selected in the overview, whichever part of it has the keys")
    func branchTab() throws {
        for tabs in 0...2 {
            var stage = try Stage.longfeng()
            for _ in 0..<tabs { try stage.press(.tab) }
            try stage.press(.text("2"))
            #expect(stage.text.contains("党小组") && stage.text.contains("第 1/"), "\(stage.text)")
            #expect(!stage.text.contains("先在总览里选"))
        }
    }

    @Test("does something, or says why not", arguments: screens)
    func effect(way: Way) throws {
        let before = try stage(way)
        for offer in before.model.offers where offer.action != .repaint {
            for key in offer.action.keys {
                var after = before
                try after.press(key)
                #expect(after.text != before.text || after.hasQuit, "\(way.name): \(key.name) \(offer.label)")
            }
        }
    }

    @Test(
        "has a sentence in KEYS.md for each word that the footer says; only Tab is called by the pane it leads to",
        arguments: screens)
    func explained(way: Way) throws {
        let page = KeyReference.markdown
        for offer in try stage(way).model.offers where offer.ownLabel != nil {
            let leadsToPane = offer.meaning == nil && [.nextPane, .previousPane].contains(offer.action)
            #expect(
                leadsToPane || page.contains("| \(offer.label) | \(offer.explanation) |"), "\(way.name): \(offer.label)"
            )
            #expect(offer.meaning.map { $0.action == offer.action } ?? true, "\(way.name): \(offer.label)")
        }
    }

    @Test("can be done with an input method on", arguments: screens)
    func inputMethodProof(way: Way) throws {
        let before = try stage(way)
        for offer in before.model.offers {
            let proof = offer.action.keys.filter { if case .text = $0 { false } else { true } }
            #expect(!proof.isEmpty, "\(way.name): \(offer.label)")
            var first = before
            try first.press(offer.action.keys[0])
            for key in proof {
                var other = before
                try other.press(key)
                #expect(other.text == first.text, "\(way.name): \(key.name) \(offer.label)")
            }
        }
    }

    @Test("always tells the way back and the help", arguments: ScreenFrameTests.screens)
    func footer(way: Way) throws {
        for size in [Size(columns: 60, rows: 15)] + ScreenFrameTests.sizes {
            let footer = try stage(way, size).row(size.rows - 1)
            let isOut = footer.contains("返回") || footer.contains("q退出")
            #expect(isOut && footer.contains("帮助"), "\(way.name): \(footer)")
        }
    }

    @Test("tells it in the welcome of an empty ledger too, and in every help")
    func welcome() throws {
        var stage = try Stage(Ledger.inMemory())
        let steps: [Key] = [
            .down, .enter, .function(1), .escape, .enter, .text("1"), .function(1), .escape, .function(4),
        ]
        for key: Key? in [nil, .function(1), .escape] + steps {
            if let key { try stage.press(key) }
            let isTop = stage.model.overlays.isEmpty && stage.model.top?.route == .welcome
            #expect(stage.row(23).contains(isTop ? "q退出" : "返回") && stage.row(23).contains("帮助"))
        }
        #expect(stage.row(2).contains("导入：输入路径"))
    }
}

@Suite("A search")
struct SearchTests {
    @Test("is cleared by Esc before the screen is left, while typing and after", arguments: [1, 3, 4, 5, 6, 7, 8])
    func cleared(tab: Int) throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("\(tab)"))
        let before = stage.text
        for isTyping in [true, false] {
            try stage.type("龙")
            if !isTyping { try stage.press(.enter, .escape) }
            #expect(stage.text.contains("查找：龙"))
            try stage.press(.escape)
            #expect(stage.row(1) == before.split(separator: "\n")[1])
            #expect(!stage.text.contains("查找：龙"))
        }
    }

    @Test("opens the chosen hit by one Enter, is there again on return, and begins anew with the next Han")
    func opened() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("7"))
        try stage.type("覃")
        #expect(stage.row(23) == " Enter打开  上下键选  Esc退出查找  F1帮助")
        try stage.press(.down, .enter)
        #expect(stage.row(2) == " 名册：人员 > 覃宗坤  第 1/1 行")
        try stage.press(.escape)
        #expect(stage.row(2).contains("第 2/") && stage.text.contains("查找：覃"))
        try stage.type("向")
        #expect(stage.text.contains("查找：向"))
    }

    @Test("without a hit keeps the text to be changed")
    func noHit() throws {
        var stage = try Stage.longfeng()
        try stage.type("龙龙龙")
        try stage.press(.enter)
        #expect(stage.text.contains("没有符合条件的行，按 Esc 清除查找"))
        try stage.press(.backspace, .backspace, .enter)
        #expect(stage.row(2).hasPrefix(" 总览 > 龙凤社区"))
    }

    @Test("looks in the whole township when a picker's form is opened in a branch's scope")
    func pickers() throws {
        var stage = try Stage.longfeng()
        try stage.press(.control("g"), .down, .down, .enter)
        #expect(stage.row(0).contains("龙凤村"))
        try stage.press(.function(2), .text("1"), .tab)
        try stage.type("镇班子")
        #expect(stage.text.contains("镇班子成员"))
    }
}

@Suite("An empty ledger")
struct EmptyLedgerTests {
    @Test("leads from the township to a branch and a group without leaving the program")
    func fromNothing() throws {
        var stage = try Stage(Ledger.inMemory())
        try stage.press(.down, .down, .enter)
        try stage.type("422801100")
        try stage.press(.tab)
        try stage.type("龙凤镇")
        try stage.press(.control("s"))
        #expect(stage.row(2).contains("名册：组织"))
        #expect(stage.row(22).hasSuffix("接着按 F5 登记支部"))
        #expect(stage.row(0).contains("龙凤镇"))
        try stage.press(.function(5))
        try stage.type("200")
        try stage.press(.tab)
        try stage.type("龙凤村")
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：登记组织 422801100200 龙凤村"))
        try stage.press(.end, .function(5))
        #expect(stage.text.contains("42280110020001"))
        try stage.press(.tab)
        try stage.type("第一党小组")
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：登记组织 42280110020001 第一党小组"))
    }
}

@Suite("A proposed day")
struct ProposedDayTests {
    @Test("gives way to what is typed, and is kept where the cursor was moved")
    func replaced() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(2), .text("3"), .backTab)
        #expect(stage.text.contains(">*日期               2016-06-30"))
        var typed = stage
        try typed.type("６－１５")
        #expect(typed.text.contains(">*日期               ６－１５ "))
        try stage.press(.left)
        try stage.type("2")
        #expect(stage.text.contains(">*日期               2016-06-320"))
    }
}
