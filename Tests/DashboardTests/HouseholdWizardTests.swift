import Exchange
import Foundation
import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What happened to this household? From the list to the preview, on the sample town.
@Suite("The household wizard")
struct HouseholdWizardTests {
    /// The keys from the overview to the question about 牟炬, a poor household of 龙凤社区.
    static let menu: [Key] = [.text("7"), .tab] + typed("牟炬") + [.enter, .function(9)]

    static let forms: [(name: String, digit: String)] = [
        ("new-head", "1"), ("split", "2"), ("merged", "3"), ("moved", "4"), ("lifted", "5"), ("closed", "7"),
    ]

    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// A household that was lifted, for the form of its return.
    private static let lifted: [Key] = [.text("7"), .tab] + typed("唐应松") + [.enter, .function(9)]

    private func stage(_ keys: [Key], _ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage.longfeng(size)
        for key in keys { try stage.press(key) }
        return stage
    }

    /// A stage that may be written on.
    private func ownStage(_ keys: [Key] = menu) throws -> Stage {
        var stage = try Stage(Longfeng.load())
        for key in keys { try stage.press(key) }
        return stage
    }

    // MARK: Pictures

    @Test("asks what happened: seven answers, each with what it does or why not", arguments: ScreenFrameTests.sizes)
    func question(size: Size) throws {
        Golden.expect(try stage(Self.menu, size).frame, "wizard-\(size.columns)x\(size.rows)")
        Golden.expect(try stage(Self.lifted, size).frame, "wizard-lifted-household-\(size.columns)x\(size.rows)")
    }

    @Test("has a form for each, filled from where the officer stands", arguments: forms, ScreenFrameTests.sizes)
    func form(form: (name: String, digit: String), size: Size) throws {
        let stage = try stage(Self.menu + [.text(form.digit)], size)
        Golden.expect(stage.frame, "wizard-\(form.name)-\(size.columns)x\(size.rows)")
    }

    @Test("has one for a return", arguments: ScreenFrameTests.sizes)
    func returned(size: Size) throws {
        let stage = try stage(Self.lifted + [.text("6")], size)
        Golden.expect(stage.frame, "wizard-returned-\(size.columns)x\(size.rows)")
    }

    @Test("shows row by row what would be changed, before anything is", arguments: ScreenFrameTests.sizes)
    func preview(size: Size) throws {
        let split: [Key] = [.text("2"), .tab, .tab] + Self.typed("牟小军") + [.tab, .text("2"), .control("s")]
        Golden.expect(try stage(Self.menu + split, size).frame, "wizard-preview-\(size.columns)x\(size.rows)")
    }

    // MARK: The way

    @Test("is one key away wherever a household is selected, and in the palette")
    func ways() throws {
        let ways: [[Key]] = [
            [.text("7"), .tab, .function(9)], [.text("4"), .enter, .text("m")],
            [.text("4"), .enter, .enter, .function(9)],
            [.text("7"), .tab, .text(":")] + Self.typed("变动") + [.enter],
            [.text("4"), .enter, .enter, .text(":")] + Self.typed("bd") + [.enter],
        ]
        for way in ways { #expect(try stage(way).row(2).hasSuffix("：这户发生了什么？")) }
    }

    @Test("says why something cannot have happened instead of asking for it")
    func obstacle() throws {
        let stage = try stage(Self.menu + [.text("6")])
        #expect(stage.row(22) == " “返贫”现在不能：仍是未脱贫户")
    }

    @Test("goes from the preview back to the form with everything typed, and saves by one more key")
    func backAndSave() throws {
        var stage = try ownStage()
        try stage.press(.text("1"), .tab)
        try stage.type("牟小军")
        try stage.press(.control("s"))
        #expect(stage.row(2) == " 核对后保存  户主变更：牟炬（H001-0008）")
        try stage.press(.enter)
        #expect(stage.row(2).hasPrefix(" 户主变更：牟炬（H001-0008）"))
        #expect(stage.text.contains("牟小军"))
        try stage.press(.control("s"), .text("y"))
        #expect(stage.text.contains("\n 已保存：户主变更 贫困户 H001-0008 牟炬"))
        #expect(stage.row(2).hasPrefix(" 名册：贫困户 > 牟小军 户"))
        try stage.press(.backTab)
        #expect(stage.text.contains("2016-06-30  户主变更  牟炬 → 牟小军"))
        try stage.press(.control("z"))
        #expect(stage.row(2).hasPrefix(" 名册：贫困户 > 牟炬 户"))
        #expect(!stage.text.contains("户主变更  牟炬"))
    }

    @Test("shows a refusal beside the field it is about, with nothing written")
    func refused() throws {
        var stage = try ownStage()
        try stage.press(.text("2"), .tab, .tab)
        try stage.type("牟小军")
        try stage.press(.tab, .text("9"), .control("s"))
        #expect(stage.row(2).hasPrefix(" 分户：牟炬（H001-0008）"))
        #expect(stage.text.contains("! “9”应为 1–"))
        #expect(try stage.ledger.journal(limit: 9, before: nil).count == 1)
        try stage.press(.backspace, .text("1"), .tab, .tab, .backspace, .control("s"))
        #expect(stage.text.contains("! 不脱贫不脱钩：牟小军 户 2016-06-30 仍未脱贫"))
    }

    @Test("keeps the form where the ledger could not look, and where someone else was quicker after the preview")
    func disturbed() throws {
        var model = try stage(Self.menu + [.text("5")]).model
        guard case .rehearse(let act)? = model.update(.key(.control("s"))).first else {
            Issue.record("nothing was rehearsed")
            return
        }
        _ = model.update(.failed("台账正忙，请稍后再存"))
        #expect(model.view.text.contains("! 台账正忙，请稍后再存"))
        #expect(model.update(.key(.control("s"))) == [.rehearse(act)])
        let rehearsal = Rehearsal(.words("脱贫"), rows: [])
        _ = model.update(.rehearsed(act, .success(rehearsal)))
        #expect(model.update(.key(.text("y"))) == [.perform(act)])
        _ = model.update(.refused(act, .changedMeanwhile(.households, RecordKey("H001-0008"))))
        #expect(model.view.text.contains("! 贫困户“H001-0008”刚被别人改过，未保存"))
        #expect(model.view.text(row: 2) == " 脱贫：牟炬（H001-0008）  * 必填")
    }

    @Test(
        "leaves an export to the byte as it was, after each of the seven and one ^Z",
        arguments: [
            (menu, [.text("1"), .tab] + typed("牟小军")),
            (menu, [.text("2"), .tab, .tab] + typed("牟小军") + [.tab, .text("1")]),
            (menu, [.text("3"), .tab] + typed("杨") + [.enter]), (menu, [.text("4"), .tab] + typed("龙马村") + [.enter]),
            (menu, [.text("5"), .down, .right]), (lifted, [.text("6")]), (menu, [.text("7"), .tab] + typed("死亡")),
        ] as [([Key], [Key])])
    func undone(place: [Key], fill: [Key]) throws {
        var stage = try ownStage(place)
        let before = try export(stage.ledger)
        for key in fill + [.control("s")] { try stage.press(key) }
        #expect(stage.row(2).hasPrefix(" 核对后保存"), "\(stage.text)")
        try stage.press(.text("y"))
        #expect(stage.text.contains("\n 已保存："), "\(stage.text)")
        #expect(try export(stage.ledger) != before)
        try stage.press(.control("z"))
        #expect(try export(stage.ledger) == before)
        #expect(try stage.ledger.journal(limit: 9, before: nil).count == 3)
    }

    @Test("is answered in lines too: the question, a form, what would be changed, yes")
    func plain() throws {
        var stage = try Stage.plain(Longfeng.load())
        try stage.hear("p7", "Tab", "牟炬", "1", "m")
        #expect(stage.model.spoken.contains("这户发生了什么？") && stage.model.spoken.contains("2. 分户"))
        try stage.hear("7", "2016-06-15", "死亡")
        Golden.expect(stage.model.spoken + "\n", "Frames/plain-wizard.txt")
        try stage.hear("y")
        #expect(stage.model.spoken.hasPrefix("提示：已保存：销户 贫困户 H001-0008 牟炬"))
    }

    /// The files of an export by name.
    private func export(_ ledger: Ledger) throws -> [String: Data] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhibu-wizard-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try ledger.exporting { source in
            try Exporter(folder: folder.path(), tables: TableSchema.builtIn).run(source)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        return try names.reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
    }
}
