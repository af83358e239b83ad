import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The screens of registers in English: of the program's own nothing is left in Chinese.
@Suite("Registers in English")
struct EnglishRegisterTests {
    private static let town = Result { try LendingTown.load(.english) }

    static let screens = RegisterScreenTests.screens + DefinitionScreenTests.screens

    @Test("look as they are kept, without a Chinese word", arguments: screens)
    func frames(screen: (name: String, keys: [Key])) throws {
        var stage = try Stage(Self.town.get(), size: Size(columns: 120, rows: 36), language: .english)
        for key in screen.keys { try stage.press(key) }
        // Papers are Chinese, and so are the words that conditions write.
        let isPaper = ["register-sketch-card", "register-term"].contains(screen.name)
        for line in isPaper ? [] : ChineseLine.all(of: stage.text) { Issue.record("\(screen.name): \(line)") }
        Golden.expect(stage.frame, "english/\(screen.name)-120x36")
    }
}
