import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The example of the officers: 不忘初心回乡走访, every member, once, by 1 July; on a town with a checklist in use.
@Suite("The screens of checklists")
struct ChecklistScreenTests {
    static let homeVisit = Checklist(
        id: "Q01", name: "不忘初心回乡走访", subject: .member, period: .once, startsOn: Day("2016-05-01") ?? .earliest,
        endsOn: Day("2016-07-01") ?? .earliest)
    private static let householdVisits = Checklist(
        id: "Q02", name: "每户每年走访四次", subject: .household, count: 4, period: .year,
        startsOn: Day("2016-01-01") ?? .earliest,
        counts: .homeVisit)

    /// The sample's six tables with two checklists, of which the first village has done most of the first.
    static let town = Result {
        let ledger = try Longfeng.six.get().copy()
        let officer = Officer(uid: 1000, name: "李娟")
        let today = Day("2016-06-30") ?? .earliest
        func perform(_ act: Act) throws {
            _ = try ledger.acting(as: officer, on: .standing(at: today, "2016-06-30T08:10:00Z")).perform(act)
        }
        try perform(.add(.checklist(homeVisit)))
        try perform(.add(.checklist(householdVisits)))
        let sheet = try ledger.checklist("Q01", asOf: today, scope: Scope("422801100200" as Code))
        let members = sheet.obligations.map(\.subject.token)
        try perform(
            .tick(members.dropFirst(3).map { Tick(checklist: "Q01", subject: $0, on: Day("2016-06-12") ?? .earliest) }))
        try perform(.waive([Waiver(checklist: "Q01", subject: members[0], reason: "在外务工")]))
        return ledger
    }

    static let screens: [(name: String, keys: [Key])] = [
        ("checklists", [.text("0")]),
        ("checklist", [.text("0"), .end, .up, .enter]),
        ("checklist-branches", [.text("0"), .end, .up, .enter, .tab]),
        ("checklist-tick", [.text("0"), .end, .up, .enter, .text(" "), .text(" "), .function(5)]),
        ("checklist-waive", [.text("0"), .end, .up, .enter, .function(9)]),
        ("checklist-new", [.text("0"), .function(5)]),
        ("worklist-checklists", [.text("3"), .tab, .tab, .tab, .tab, .tab, .tab]),
    ]

    private func stage(_ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        try Stage(Self.town.get(), size: size)
    }

    @Test("look as they are kept", arguments: screens, ScreenFrameTests.sizes)
    func frames(screen: (name: String, keys: [Key]), size: Size) throws {
        var stage = try stage(size)
        for key in screen.keys { try stage.press(key) }
        Golden.expect(stage.frame, "\(screen.name)-\(size.columns)x\(size.rows)")
    }

    @Test("begin with the built-in methods, whose figures are those of the overview")
    func methods() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("0"))
        #expect(
            (5...8).map { stage.row($0 - 1).prefix(14).filter { $0 != " " && $0 != ">" } }.joined(separator: " ")
                .hasPrefix("专题调研"))
        try stage.press(.function(9))
        #expect(stage.row(22).contains("工作法不截止"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("清单 > 专题调研 3/11"))
    }

    @Test("A list is made, ticked for many at once, waived, taken back and undone")
    func story() throws {
        var stage = try Stage(Longfeng.six.get().copy())
        try stage.press(.text("0"), .function(5))
        try stage.type("不忘初心回乡走访")
        try stage.press(.tab, .tab, .tab, .tab, .tab)
        try stage.type("7-1")
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：登记清单 Q01《不忘初心回乡走访》"))
        try stage.press(.end, .enter, .tab, .enter)
        #expect(stage.row(3).contains("只看 "))
        let total = stage.row(3)
        #expect(total.contains("完成 0/"))
        try stage.press(.text(" "), .text(" "), .text(" "))
        #expect(stage.row(2).contains("已选 3 行"))
        try stage.press(.function(5))
        #expect(stage.row(2).contains("勾选 3 项：不忘初心回乡走访") && stage.text.contains("3 个："))
        try stage.type("6-12")
        try stage.press(.control("s"))
        #expect(stage.row(3).contains("完成 3/") && !stage.row(2).contains("已选"))
        try stage.press(.function(9))
        try stage.type("在外务工")
        try stage.press(.control("s"))
        #expect(stage.row(3).contains("免除 1"))
        try stage.press(.control("a"))
        #expect(stage.row(2).contains("已选 "))
        try stage.press(.control("a"), .end, .function(8))
        #expect(stage.text.contains("3 次勾选") || stage.text.contains("1 次勾选") || stage.text.contains("免除（在外务工）"))
        try stage.press(.text("y"))
        #expect(stage.row(3).contains("完成 2/") || stage.row(3).contains("免除 0"))
        try stage.press(.control("z"))
        #expect(stage.row(3).contains("完成 3/") && stage.row(3).contains("免除 1"))
        try stage.press(.escape)
        #expect(!stage.row(3).contains("只看 "))
    }

    @Test("A method's number is changed from a month on, shows in the overview and the rules, and is undone")
    func requirement() throws {
        var stage = try Stage(Longfeng.six.get().copy())
        try stage.press(.text("0"), .down, .function(4))
        #expect(stage.text.contains("改要求：主题活动") && stage.text.contains("2016-06-01"))
        try stage.press(.control("u"))
        try stage.type("6")
        try stage.press(.backTab, .control("u"))
        try stage.type("6-15")
        try stage.press(.control("s"))
        #expect(stage.text.contains("要求只能从某月 1 日起改"))
        try stage.press(.control("u"))
        try stage.type("6-1")
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：登记要求 主题活动 每年 6 次，自 2016-06-01 起"))
        #expect(stage.text.contains("每年 6 次"))
        try stage.press(.enter)
        #expect(stage.row(3).contains("自 2016-06-01 起") && stage.text.contains("/6"))
        try stage.press(.text("1"))
        #expect(stage.row(9).contains("5/6 ") && !stage.text.contains("3/4 "))
        try stage.press(.control("z"))
        #expect(stage.row(9).contains("5/4完 "))
    }

    @Test("主题党日 is asked once a quarter, or not at all, and every screen says so")
    func quarterly() throws {
        let ledger = try Longfeng.six.get().copy()
        let day = Day("2016-06-30") ?? .earliest
        let officer = Officer(uid: 1000, name: "李娟")
        func ask(_ count: Int, _ period: Requirement.Period, from start: String) throws {
            let row = MethodTarget(.partyDay, from: Day(start) ?? .earliest, count, period)
            _ = try ledger.acting(as: officer, on: .standing(at: day, "2016-06-30T08:10:00Z")).perform(
                .add(.requirement(row)))
        }
        try ask(1, .quarter, from: "2016-01-01")
        var stage = try Stage(ledger)
        try stage.press(.text("3"))
        #expect(stage.row(3).contains("逾期 0") && !stage.text.contains("主题党日"))
        try stage.press(.text("1"), .right, .right, .right, .enter)
        #expect(stage.row(2).contains("主题党日 龙凤社区 2/2") && stage.text.contains("2 季度"))
        try ask(0, .month, from: "2016-02-01")
        var off = try Stage(ledger)
        #expect(off.text.contains(/本月党日 +\.+ +0\/0 不考核/))
        try off.press(.text("3"))
        #expect(!off.text.contains(" 5 月 ") && !off.text.contains("季度"))
    }

    @Test("Visits to poor households become a method with a list of its own once a number is set")
    func homeVisits() throws {
        var stage = try Stage(Longfeng.six.get().copy())
        try stage.press(.text("0"), .end)
        #expect(stage.text.contains("帮扶走访") && stage.text.contains("不考核"))
        try stage.press(.function(4), .control("u"))
        try stage.type("1")
        try stage.press(.control("s"))
        #expect(stage.text.contains("已保存：登记要求 帮扶走访 每月 1 次"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("清单 > 帮扶走访"))
        try stage.press(.function(9))
        #expect(stage.row(22).contains("免除个别户请另立清单"))
        try stage.press(.text("3"))
        #expect(stage.row(4).contains("清单 645"))
    }

    @Test("The worklist names what they ask, and goes there")
    func worklist() throws {
        var stage = try stage()
        try stage.press(.text("3"), .tab, .tab, .tab, .tab, .tab, .tab)
        #expect(stage.row(4).contains("[清单 ") && stage.row(6).contains("不忘初心"))
        try stage.press(.enter)
        #expect(stage.row(2).contains("待办 > 不忘初心回乡走访"))
        let gaps = try Self.town.get().gaps(asOf: Day("2016-06-30") ?? .earliest, scope: Scope("422801100" as Code))
        #expect(gaps.gaps == (try Longfeng.six.get().gaps(asOf: gaps.asOf, scope: gaps.scope)).gaps)
    }

    @Test(
        "Every key offered does something or says why not; undoing would change the town that all share",
        arguments: screens.prefix(3).map { $0 })
    func offers(screen: (name: String, keys: [Key])) throws {
        var before = try stage()
        for key in screen.keys { try before.press(key) }
        for offer in before.model.offers where ![.repaint, .undo, .redo].contains(offer.action) {
            for key in offer.action.keys {
                var after = before
                try after.press(key)
                #expect(after.text != before.text || after.hasQuit, "\(screen.name): \(key.name) \(offer.label)")
            }
        }
    }
}
