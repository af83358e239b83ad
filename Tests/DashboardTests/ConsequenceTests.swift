import TerminalUI
import Testing

@testable import Dashboard

/// What saving a form will make of the figures, said below its fields before it is saved.
@Suite("Below the fields of a form")
struct ConsequenceTests {
    private func form(_ size: Size = ScreenFrameTests.broad, downs: Int = 8) throws -> Stage {
        var stage = try Stage(Longfeng.load(), size: size)
        for _ in 0..<downs { try stage.press(.down) }
        try stage.press(.function(2), .text("3"))
        return stage
    }

    /// The lines from 保存后 on, left of the preview.
    private func said(_ stage: Stage) -> [String] {
        let lines = (3..<stage.frame.size.rows - 2).map { row in
            stage.frame.row(row).prefix(80).map(\.text).joined().split(separator: " ").joined(separator: " ")
        }
        return lines.drop { $0 != "保存后" }.dropFirst().prefix { !$0.isEmpty }.map { $0 }
    }

    @Test("stands nothing while something is lacking, then each figure that moves, before and after")
    func moves() throws {
        var stage = try form()
        #expect(said(stage).isEmpty && stage.row(2).hasSuffix("* 必填，还差 1 项"))
        try stage.type("学党章")
        #expect(said(stage) == ["大转拐村 主题党日 3/6 变 4/6", "保存以后 ^Z 一次撤销"], "\(stage.text)")
        #expect(stage.row(2).hasSuffix("* 必填") && !stage.model.owesPreview)
        // Nothing of it is in the ledger.
        #expect(try stage.ledger.journal(limit: 9, before: nil).count == 1)
        try stage.press(.control("u"))
        #expect(said(stage).isEmpty && !stage.model.owesPreview)
    }

    @Test("stands that no figure moves, or why it does not count yet")
    func unmoved() throws {
        var stage = try form(downs: 0)
        try stage.type("学党章")
        #expect(said(stage) == ["数字不变", "保存以后 ^Z 一次撤销"])
    }

    @Test("stands for many rows what becomes of each")
    func many() throws {
        var stage = try Stage(Longfeng.load(), size: ScreenFrameTests.broad)
        for _ in 0..<6 { try stage.press(.down) }
        try stage.press(.text(" "), .down, .text(" "), .function(2), .text("3"))
        try stage.type("学党章")
        #expect(said(stage).contains { $0.hasPrefix("二坡村 主题党日 5/6 变 6/6") }, "\(stage.text)")
        #expect(said(stage).last == "保存以后 ^Z 一次撤销")
    }

    @Test("stands nothing on narrower terminals, where nothing is asked for it")
    func narrow() throws {
        var stage = try form(Size(columns: 80, rows: 24))
        try stage.type("学党章")
        #expect(!stage.text.contains("保存后") && !stage.model.owesPreview)
    }

    @Test("is weighed again when someone else has saved something meanwhile")
    func changedElsewhere() throws {
        var stage = try form()
        try stage.type("学党章")
        stage.rests = false
        try stage.changeElsewhere()
        #expect(stage.model.owesPreview)
        try stage.rest()
        #expect(!stage.model.owesPreview && said(stage).count == 2)
    }
}
