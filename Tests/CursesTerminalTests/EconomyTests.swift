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
        "the character set after the first time, and attributes that the next sequence takes back",
        arguments: [
            ("~(B~[m滞后~(B~[m", "~(B~[m滞后"),
            ("~(B~[m~[33m滞后~[39m~(B~[m~[35m3~[m", "~(B~[0;33m滞后~[35m3~[m"),
            ("~(B~[m~[33m~(B~[0;1m3", "~(B~[0;1m3"),
            ("~[m~[?25l~[m", "~[?25l~[m"),
        ])
    func idle(update: String, kept: String) { #expect(trimmed(update) == kept) }

    @Test(
        "all but the shortest change from what the terminal has",
        arguments: [
            // One sequence for colour, ground and attribute.
            ("~[m~[1m~[38;5;210m~[48;5;238m缺", "~[0;1;38;5;210;48;5;238m缺"),
            // Bold is taken back alone; colour and ground stay.
            (
                "~[0;1;38;5;210;48;5;238m缺~(B~[m~[38;5;210m~[48;5;238m3",
                "~[0;1;38;5;210;48;5;238m缺~(B~[22m3"
            ),
            // Where everything goes, a reset is shorter.
            ("~[0;1;31;44m缺~[m3", "~[0;1;31;44m缺~[m3"),
            // A terminal that never had a colour may not know how to take back an attribute alone.
            ("~[0;1m~[4m缺~[0;1m3", "~[0;1;4m缺~[0;1m3"),
        ])
    func shortest(update: String, kept: String) { #expect(trimmed(update) == kept) }

    @Test(
        "colours that a blank does not show, but no ground, line or reversed blank",
        arguments: [
            ("~[m~[31m缺~[39m  ~[31m3", "~[0;31m缺  3"),
            ("~[m~[31m缺~[44m ~[m", "~[0;31m缺~[44m ~[m"),
            ("~[m~[31m缺~[0;4m ~[m", "~[0;31m缺~[0;4m ~[m"),
            ("~[m~[31;7m缺~[32m ~[m", "~[0;7;31m缺~[32m ~[m"),
            // A mark on a blank is seen, and is drawn as the blank is; a repeated blank stands with its repetition.
            ("~[m~[31m缺~[39m \u{301}x", "~[0;31m缺~[m \u{301}x"),
            ("~[m~[31m缺~[39m ~[9b~[31m3", "~[0;31m缺 ~[9b3"),
        ])
    func blanks(update: String, kept: String) { #expect(trimmed(update) == kept) }

    @Test("nothing before the cursor moves, all before something is erased")
    func moving() {
        #expect(trimmed("~[m缺~[31m~[3;1H3") == "~[m缺~[3;1H~[31m3")
        #expect(trimmed("~[m缺~[44m~[K") == "~[m缺~[44m~[K")
    }

    @Test(
        "nothing that counts: attributes it does not know, another set and the way back",
        arguments: ["~[53m滞后~[4:3m", "~(B~(0q~(Bx", "~[10d", "~", "~[", "~[3"])
    func kept(update: String) { #expect(trimmed(update) == update) }

    @Test("what the terminal had, after something else had it")
    func resuming() {
        var economy = Economy()
        #expect(economy.trim(Array("\u{1B}[m\u{1B}[31mx".utf8)) == Array("\u{1B}[0;31mx".utf8))
        economy.forget()
        #expect(economy.trim(Array("\u{1B}[0;31mx".utf8)) == Array("\u{1B}[0;31mx".utf8))
    }

    @Test("the set once more, after something else had the terminal")
    func forgetting() {
        var economy = Economy()
        let set = Array("\u{1B}(B".utf8)
        #expect(economy.trim(set) == set && economy.trim(set).isEmpty)
        economy.forget()
        #expect(economy.trim(set) == set)
    }
}
