import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The preview beside a list: the row at once, what is known of it once the keys rest.
@Suite("Beside a list on a broad terminal")
struct PreviewPaneTests {
    private static let broad = ScreenFrameTests.broad

    /// What stands right of the list, line by line.
    private func preview(_ stage: Stage) -> [String] {
        (0..<stage.frame.size.rows).map { row in
            stage.frame.row(row).dropFirst(83).map(\.text).joined()
        }.dropFirst(6).dropLast(2).map { $0 }
    }

    @Test("a key moves the row at once and asks nothing; the preview follows when no key comes")
    func rest() throws {
        var stage = try Stage.longfeng(PreviewPaneTests.broad)
        #expect(preview(stage)[0].hasPrefix("龙凤社区"))
        let (before, asked) = (preview(stage), stage.asked)
        stage.rests = false
        for _ in 0..<5 { try stage.press(.down) }
        #expect(stage.text.contains("> 向家村") && stage.model.owesPreview)
        #expect(preview(stage) == before && stage.asked == asked)
        try stage.rest()
        #expect(preview(stage)[0].hasPrefix("向家村") && !stage.model.owesPreview)
        #expect(stage.asked == asked + 2)
    }

    @Test("what it asks keeps the list not waiting, and what it showed stays until all answers are there")
    func answers() throws {
        var stage = try Stage.longfeng(PreviewPaneTests.broad)
        let before = preview(stage)
        stage.holdsAnswers = true
        try stage.press(.down)
        #expect(!stage.model.isWaiting && !stage.model.owesPreview && preview(stage) == before)
        try stage.press(.down)
        #expect(stage.text.contains("> 小龙潭村") && preview(stage) == before)
        try stage.answerHeld()
        #expect(preview(stage)[0].hasPrefix("小龙潭村"))
    }

    @Test("nothing is owed where there is no room for it, and no key tells of it")
    func narrow() throws {
        for size in ScreenFrameTests.sizes where size.columns < 120 {
            var stage = try Stage.longfeng(size)
            stage.rests = false
            try stage.press(.down)
            #expect(!stage.model.owesPreview)
            #expect(!stage.model.offers.contains { $0.action == .preview })
        }
    }

    @Test("a key hides it and gives the list the whole width, for this breadth only, and shows it again")
    func hiding() throws {
        var stage = try Stage.longfeng(PreviewPaneTests.broad)
        try stage.press(.text("3"))
        let shown = stage.text
        try stage.press(.text("p"))
        #expect(stage.kept == [.preview(.broad, isShown: false)])
        #expect(!stage.text.contains("怎么办") && stage.text.contains("预览已收起"))
        try stage.resize(160, 50)
        #expect(stage.text.contains("怎么办"))
        try stage.resize(120, 36)
        #expect(!stage.text.contains("怎么办"))
        try stage.press(.control("^"), .up)
        #expect(stage.text == shown)
    }

    @Test("it speaks of the day that is looked at")
    func anotherDay() throws {
        var (moved, fresh) = (try Stage.longfeng(PreviewPaneTests.broad), try Stage.longfeng(PreviewPaneTests.broad))
        try moved.press(.down, .down)
        let june = preview(moved)
        try moved.press(.text("["))
        try fresh.press(.text("["), .down, .down)
        #expect(preview(moved) == preview(fresh) && preview(moved) != june)
    }

    @Test("a line of the worklist says when it is due, how it is done, and what else its branch lacks")
    func worklist() throws {
        var stage = try Stage.longfeng(PreviewPaneTests.broad)
        try stage.press(.text("3"))
        try stage.select("逾期 主题党日 猫子山村")
        let text = preview(stage).joined(separator: "\n")
        #expect(text.contains("期限     2016-02-29") && stage.text.contains("逾期 122 天"))
        #expect(text.contains("记活动：类型和单位已带上"))
        #expect(text.contains("户无帮扶人   12  缺口"))
    }
}
