import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What officers want done, by the palette: the task first, then what it is about.
@Suite("Tasks of the palette")
struct PaletteTaskTests {
    private func opened(_ ledger: Ledger? = nil, typing text: String = "") throws -> Stage {
        var stage = try Stage(ledger ?? Longfeng.shared.get())
        try stage.openPalette(typing: text)
        return stage
    }

    @Test("ask for a household by its name, and open the form that its card would")
    func lifted() throws {
        var stage = try opened(typing: "脱贫")
        #expect(stage.row(4).contains("某户脱贫…"))
        try stage.press(.enter)
        #expect(stage.row(3).contains("某户脱贫… 哪一户（户主、编号、村）："))
        try stage.type("龚仕权")
        try stage.press(.enter)
        let form = stage.text
        var keyed = try opened(typing: "龚仕权")
        try keyed.press(.enter, .function(9), .text("5"))
        #expect(form.contains("脱贫：龚仕权") && stage.row(2) == keyed.row(2) && stage.row(5) == keyed.row(5))
    }

    @Test("go back from the thing to the task, and only then away")
    func back() throws {
        var stage = try opened(typing: "某户脱贫")
        let first = stage.text
        try stage.press(.enter)
        try stage.type("龚")
        try stage.press(.escape)
        #expect(stage.row(3).contains("输入汉字") && stage.text != first)
        try stage.press(.escape)
        #expect(stage.model.overlays.isEmpty)
    }

    @Test("all lead somewhere: to a form, a question, a menu or a screen, or say why not")
    func all() throws {
        let tasks = try opened().palette().items.filter { $0.sign == "办" }
        #expect(tasks.count > 20)
        for task in tasks {
            var stage = try opened(typing: task.name)
            let before = stage.row(2)
            try stage.press(.enter)
            if case .about = task.way {
                #expect(stage.row(3).contains(task.name))
                try stage.press(.enter)
            }
            let leads = !stage.model.overlays.isEmpty || stage.row(2) != before || stage.model.notice != nil
            #expect(leads, "\(task.name)\n\(stage.text)")
            #expect(!stage.row(3).contains("输入汉字"), "\(task.name)")
        }
    }

    @Test(
        "are found by what officers say",
        arguments: [
            ("撤村", "某村撤并…"), ("缺口", "户覆盖缺口"), ("逾期", "待办"), ("调走", "某人离开并移交…"), ("谁改过", "流水"), ("bf", "备份…"),
            ("kh", "户覆盖缺口"), ("建登记簿", "新登记簿…"), ("采用", "采用体系…"),
        ])
    func words(said: String, name: String) throws {
        let stage = try opened(typing: said == "kh" ? "hfgqk" : said)
        #expect(stage.text.contains(name), "\(stage.text)")
    }

    @Test(
        "stand behind pages and before branches, groups, cooperatives, people, households where a text fits all alike")
    func ranking() throws {
        let ranks = Palette.Rank.allCases
        #expect(ranks == [.page, .task, .register, .branch, .group, .cooperative, .person, .household, .activity])
        let names = [
            NamedThing(.household, key: "H1", name: "同名", organization: "422801100201"),
            NamedThing(.person, key: "P1", name: "同名", organization: "422801100201"),
            NamedThing(.cooperative, key: "C1", name: "同名", organization: "422801100201"),
            NamedThing(.organization, key: "42280110020101", name: "同名", organization: "42280110020101"),
            NamedThing(.organization, key: "422801100201", name: "同名", organization: "422801100201"),
        ]
        let known = Palette.Names(names)
        #expect((0..<5).map { known.thing($0)?.key } == names.reversed().map(\.key))
    }

    @Test(
        "ask for the rights that the same asks for by its key",
        arguments: [("新清单…", Meaning.newChecklist), ("新登记簿…", .newRegister), ("采用体系…", .adopt)])
    func rights(name: String, meaning: Meaning) throws {
        let task = try #require(PaletteTask.all(ActivityDraft(), opened().model.context).first { $0.name == name })
        #expect(task.rights == meaning.rights && task.rights == [.keep])
    }

    @Test("take the hosts that are chosen")
    func chosen() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text(" "), .text(" "), .control("p"), .paste("记主题党日"))
        #expect(stage.row(4).contains("记主题党日…") && stage.row(4).contains("龙凤社区、龙凤村"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("记活动：主题党日：已选的 2 行"))
    }

    @Test("report the month that can be reported: the one before until the running one is nearly over")
    func month() throws {
        let ledger = try Longfeng.load()
        var stage = try opened(ledger, typing: "上报月报")
        #expect(stage.text.contains("选支部，2016 年 6 月"))
        try stage.press(.escape)
        try stage.look(at: "2016-06-10")
        try stage.press(.control("p"), .paste("上报月报"))
        #expect(stage.text.contains("选支部，2016 年 5 月"))
        try stage.press(.enter, .paste("店子槽"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("上报 店子槽村 2016 年 5 月的月报？"))
        try stage.press(.text("y"))
        #expect(stage.text.contains("已保存：上报月报 2016-05：店子槽村"))
    }

    @Test("back the ledger up into a file that is a whole ledger")
    func backup() throws {
        var stage = try opened(typing: "备份…")
        try stage.press(.enter)
        #expect(stage.row(2).contains("备份台账") && stage.text.contains("台账备份-2016-06-30.db"))
        try stage.press(.control("s"))
        #expect(stage.text.contains("备份写好了：台账备份-2016-06-30.db"))
    }
}
