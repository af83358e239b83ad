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
        // The ruler of the settings measures Chinese signs.
        let own = stage.text.split(separator: "\n").filter { !$0.contains("“”—…※①●") }
        for line in own where line.contains(EnglishTests.chinese) {
            Issue.record("\(place): \(line)")
        }
    }

    /// Han, and the punctuation that goes with it.
    private static var chinese: Regex<Substring> { /[\p{Han}，。；：、（）「」？“”]/ }

    @Test("no screen has a Chinese word", arguments: ScreenFrameTests.screens + ScreenFrameTests.interludes)
    func screens(screen: (name: String, keys: [Key])) throws {
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
        for offer in before.model.offers {
            var after = before
            try after.press(offer.action.keys[0])
            expectEnglish(after, "\(way.name), \(offer.label)")
        }
    }

    @Test("the footer tells the way back and the help", arguments: ScreenFrameTests.screens)
    func footer(screen: (name: String, keys: [Key])) throws {
        for size in [Size(columns: 60, rows: 15)] + ScreenFrameTests.sizes {
            let footer = try stage(screen.keys, size).row(size.rows - 1)
            #expect(footer.contains("back") && footer.contains("help"), "\(screen.name): \(footer)")
        }
    }

    @Test("look as they are kept", arguments: ScreenFrameTests.screens, ScreenFrameTests.sizes)
    func frames(screen: (name: String, keys: [Key]), size: Size) throws {
        Golden.expect(try stage(screen.keys, size).frame, "english/\(screen.name)-\(size.columns)x\(size.rows)")
    }
}
