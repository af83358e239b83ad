import TerminalUI
import Testing

@testable import Dashboard

/// The screens in English: nothing of the program's own is left in Chinese, on any screen, in any help, after any key.
@Suite("In English")
struct EnglishTests {
    private func stage(_ keys: [Key], _ size: Size = Size(columns: 80, rows: 24)) throws -> Stage {
        var stage = try Stage(LatinTown.shared.get(), size: size, language: .english)
        for key in LatinTown.latin(keys) { try stage.press(key) }
        return stage
    }

    private func expectEnglish(_ stage: Stage, _ place: String) {
        for line in ChineseLine.all(of: stage.text) { Issue.record("\(place): \(line)") }
    }

    @Test(
        "look as they are kept, without a Chinese word, the way back and the help at the foot",
        arguments: ScreenFrameTests.screens)
    func screens(screen: (name: String, keys: [Key])) throws {
        for size in ScreenFrameTests.sizes {
            let stage = try stage(screen.keys, size)
            expectEnglish(stage, screen.name)
            expectFooter(stage, screen.name)
            Golden.expect(stage.frame, "english/\(screen.name)-\(size.columns)x\(size.rows)")
        }
        expectFooter(try stage(screen.keys, Size(columns: 60, rows: 15)), screen.name)
    }

    private func expectFooter(_ stage: Stage, _ place: String) {
        let footer = stage.text.split(separator: "\n").last ?? ""
        let isOut = footer.contains("back") || footer.contains("q quit")
        #expect(isOut && footer.contains("help"), "\(place): \(footer)")
    }

    @Test("what lies over a screen has no Chinese word", arguments: ScreenFrameTests.interludes)
    func interludes(screen: (name: String, keys: [Key])) throws {
        for size in ScreenFrameTests.sizes { expectEnglish(try stage(screen.keys, size), screen.name) }
    }

    @Test("no help of a screen has a Chinese word", arguments: OfferWalkTests.screens)
    func help(way: (name: String, keys: [Key])) throws {
        var stage = try stage(way.keys, Size(columns: 100, rows: 60))
        try stage.press(.function(1))
        expectEnglish(stage, way.name)
    }

    @Test("no key leads to a Chinese word", arguments: OfferWalkTests.screens)
    func offers(way: (name: String, keys: [Key])) throws {
        let before = try stage(way.keys)
        // What every screen offers leads to the same from everywhere.
        let own = before.model.top?.screen.offers(before.model.context) ?? []
        for offer in way.keys.isEmpty ? before.model.offers : own {
            var after = before
            try after.press(offer.action.keys[0])
            expectEnglish(after, "\(way.name), \(offer.label)")
        }
    }
}
