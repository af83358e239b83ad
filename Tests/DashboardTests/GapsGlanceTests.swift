import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Who is without a pairing and who could take over, beside the coverage of all branches.
@Suite("Gaps beside the branches")
struct GapsGlanceTests {
    private static let wide = Size(columns: 160, rows: 50)

    @Test("are the households without a helper, with who was theirs and when they were last visited")
    func households() throws {
        var stage = try Stage.longfeng(Self.wide)
        try stage.press(.text("4"))
        #expect(stage.text.contains(#/猫子山村 +缺口 12 户/#))
        #expect(stage.text.contains(#/刘定炳   H214-0001    5 - +未走访/#))
        #expect(stage.text.contains(#/翟承坤   H214-0207    6 余杏香 +2016-02-21/#))
        try stage.press(.end)
        // A branch without households has its own figures.
        #expect(stage.text.contains("主题活动") && !stage.text.contains("可以接的人"))
    }

    @Test("are the members who are unpaired, on the side of the members")
    func members() throws {
        var stage = try Stage.longfeng(Self.wide)
        try stage.press(.text("4"), .tab)
        #expect(stage.text.contains(#/龙凤社区 +缺口 17 人/#) && stage.text.contains("党员缺口"))
    }

    @Test("have below all branches why they are without a helper, in numbers that add up, and the gap of all by month")
    func reasons() throws {
        let day = try #require(Day("2016-06-30"))
        let reasons = try Longfeng.shared.get().households(in: Scope("422801100"), asOf: day).gapReasons
        let numbers = reasons.map(\.households)
        #expect(numbers.reduce(0, +) == 33 && numbers == numbers.sorted(by: >))
        var stage = try Stage.longfeng(Self.wide)
        try stage.press(.text("4"))
        let title = try #require((0..<50).first { stage.row($0).contains("为什么没有人") })
        #expect(stage.row(title).contains(#/为什么没有人 +33 户  \^N 看是哪些 +龙凤镇 户缺口/#), "\(stage.text)")
        for (place, reason) in reasons.prefix(3).enumerated() {
            let line = stage.row(title + 1 + place)
            #expect(line.contains(reason.helper?.name ?? "没有结对") && line.contains(" \(reason.households) "), "\(line)")
        }
        // Of members only the months are told; on a narrower screen, or with a pane that has all, nothing.
        try stage.press(.tab)
        #expect(stage.text.contains("党员缺口") && !stage.text.contains("为什么没有人"))
        #expect(!stage.text.contains("脱贫使应结对的户变少"))
        try stage.press(.tab, .modified(.alt, .text("g")))
        #expect(!stage.text.contains("为什么没有人"))
        try stage.press(.modified(.alt, .text("g")))
        try stage.resize(120, 50)
        #expect(!stage.text.contains("为什么没有人"))
    }

    @Test("open by a key the households that somebody left")
    func opened() throws {
        var stage = try Stage.longfeng(Self.wide)
        try stage.press(.text("4"), .control("n"))
        #expect(stage.text.contains(#/没有人：没有结对 +16 户/#) && stage.text.contains(#/没有人：袁孝香 +5 户  已离开/#))
        try stage.type("5")
        #expect(stage.row(2).contains("/5 行") && stage.text.contains("袁孝香（已离开）"), "\(stage.text)")
        #expect(!stage.text.contains("余杏香"))
    }

    @Test("stand above the members who serve, those with the fewest households first")
    func able() throws {
        let day = try #require(Day("2016-06-30"))
        let able = try Longfeng.shared.get().people(in: Scope("422801100214"), asOf: day)
            .filter { $0.serves && $0.person.category.isPartyMember && $0.person.exemption.isEmpty }
        let fewest = try #require(able.map(\.households).min())
        let free = able.filter { $0.households == fewest }.map(\.person.name)
        var stage = try Stage.longfeng(Self.wide)
        try stage.press(.text("4"))
        let title = try #require((0..<50).first { stage.row($0).contains("可以接的人") })
        let first = stage.row(title + 1)
        #expect(free.contains { first.contains($0) } && first.hasSuffix("\(fewest) 户"), "\(first)")
    }

    @Test("are drawn on one scale: the longest bar is the largest gap, none where nothing is missing")
    func scale() {
        let face = { CellFace(missing: Coverage(covered: 20 - $0, inScope: 20), largest: 12, .barMissing) }
        #expect(face(12).bar?.text(12) == "############" && face(12).text == "12")
        #expect(face(3).bar?.text(12) == "###         ")
        #expect(face(0).bar == nil && face(0).text == "齐")
        #expect(CellFace(missing: Coverage(covered: 0, inScope: 0), largest: 12, .barMissing).text == "-")
    }
}
