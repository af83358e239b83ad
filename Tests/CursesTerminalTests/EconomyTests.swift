import Testing

@testable import CursesTerminal

@Suite("Economy leaves out")
struct EconomyTests {
    private func trimmed(_ text: String) -> String {
        var economy = Economy()
        return String(decoding: economy.trim(Array(text.replacing("~", with: "\u{1B}").utf8)), as: UTF8.self)
            .replacing("\u{1B}", with: "~")
    }

    @Test(
        "the character set after the first time and attributes that the next reset takes back",
        arguments: [
            ("~(B~[m滞后~(B~[m", "~(B~[m滞后~[m"),
            ("~(B~[33m滞后~[39m~(B~[m 3", "~(B~[33m滞后~[m 3"),
            ("~(B~[39m~(B~[0;1m3", "~(B~[0;1m3"),
        ])
    func idle(update: String, kept: String) { #expect(trimmed(update) == kept) }

    @Test(
        "nothing that counts: other sequences between, attributes that add up, another set and the way back",
        arguments: [
            "~(B~[1m~[33m滞后", "~[33m~[3;1H~[m", "~[m~[?25l~[m", "~(B~(0q~(Bx", "~[10d", "~", "~[", "~[3",
        ])
    func kept(update: String) { #expect(trimmed(update) == update) }

    @Test("the set once more, after something else had the terminal")
    func forgetting() {
        var economy = Economy()
        let set = Array("\u{1B}(B".utf8)
        #expect(economy.trim(set) == set && economy.trim(set).isEmpty)
        economy.forget()
        #expect(economy.trim(set) == set)
    }
}
