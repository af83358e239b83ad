import TerminalUI
import TestSupport
import Testing

struct TextWidthTests {
    let narrow = TextWidth(.narrow)
    let wide = TextWidth(.wide)

    @Test(
        "Han of every extension, full-width forms and kana take two cells",
        arguments: [
            "中", "。", "，", "￥", "\u{3000}", "Ａ", "あ", "한", "\u{3400}", "\u{20000}", "\u{31350}", "\u{2EBF0}",
            "\u{3FFFD}",
            "😀",
        ])
    func twoCells(_ text: String) {
        #expect(narrow.cells(text) == 2)
        #expect(wide.cells(text) == 2)
    }

    @Test(
        "Quotes, dashes, circled numbers and stars are as wide as the terminal says",
        arguments: [
            "“", "”", "—", "…", "·", "※", "①", "●", "○", "★", "√", "×", "°", "→", "℃", "▲", "─", "█", "\u{E000}",
            "\u{F0000}",
        ])
    func ambiguous(_ text: String) {
        #expect(narrow.cells(text) == 1)
        #expect(wide.cells(text) == 2)
    }

    @Test(
        "ASCII, half-width kana and currency signs take one cell", arguments: ["a", " ", "~", "¥", "ｱ", "✓", "░", "⣿"])
    func oneCell(_ text: String) {
        #expect(narrow.cells(text) == 1)
        #expect(wide.cells(text) == 1)
    }

    @Test("Marks and invisible characters take none, and controls are no characters, for ncurses as for POSIX")
    func wcwidth() {
        for point: UInt32 in [0x0301, 0x200B, 0x200D, 0xFE0F, 0x202E, 0xFEFF, 0xE0041, 0xE0100, 0x1160] {
            #expect(narrow.wcwidth(point) == 0, "U+\(String(point, radix: 16))")
        }
        for point: UInt32 in [0x1B, 0x7F, 0x9B, 0xD800, 0xFFFE, 0x110000, 0xFFFF_FFFF] {
            #expect(narrow.wcwidth(point) == -1, "U+\(String(point, radix: 16))")
        }
        #expect(narrow.wcwidth(0) == 0)
        #expect(wide.wcwidth(0x201C) == 2)
    }

    @Test("Clipping never leaves half a wide character")
    func clip() {
        #expect(narrow.clip("东河村", to: 5) == "东河")
        #expect(narrow.clip("东河村", to: 6) == "东河村")
        #expect(narrow.clip("东河村", to: 0) == "")
        #expect(narrow.clip("e\u{301}e\u{301}", to: 1) == "e\u{301}")
    }

    @Test("Padding gives exactly the width asked for, words left and figures right")
    func pad() {
        #expect(narrow.pad("东河", to: 6) == "东河  ")
        #expect(narrow.pad("12", to: 5, alignment: .right) == "   12")
        #expect(narrow.pad("表", to: 5, alignment: .centre) == " 表  ")
        #expect(narrow.pad("东河村", to: 5) == "东河 ")
        #expect(wide.pad("“一”", to: 7) == "“一” ")
    }

    @Test("A cut text ends with a tilde, a whole one does not")
    func truncate() {
        #expect(narrow.truncate("龙凤镇店子槽村", to: 8) == "龙凤镇~")
        #expect(narrow.truncate("龙凤镇", to: 6) == "龙凤镇")
        #expect(narrow.truncate("龙凤镇", to: 1) == "~")
        #expect(narrow.truncate("龙凤镇", to: 0) == "")
    }

    @Test("Lines break anywhere in Han but not before closing or after opening punctuation, and at spaces in English")
    func wrap() {
        #expect(narrow.wrap("本月走访三户，均已办结。", to: 12) == ["本月走访三", "户，均已办", "结。"])
        #expect(narrow.wrap("查看（材料）", to: 6) == ["查看", "（材", "料）"])
        #expect(narrow.wrap("one fine day", to: 8) == ["one fine", "day"])
        #expect(narrow.wrap("一\n\n二", to: 8) == ["一", "", "二"])
        #expect(narrow.wrap("", to: 8) == [""])
        #expect(narrow.wrap("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
    }
}

struct DisplayableTests {
    @Test(
        "What could move the cursor, reverse the line or hide is shown as a space or a question mark",
        arguments: [
            ("甲\u{1B}[31m乙", "甲?[31m乙"), ("a\tb", "a b"), ("a\r\nb\nc", "a b c"), ("a\u{202E}b", "a?b"),
            ("a\u{9B}b", "a?b"), ("\u{FEFF}a\u{200B}b\u{200D}", "?a?b?"), ("a\u{2028}b", "a b"), ("a\u{E0041}b", "a?b"),
            ("\u{0}\u{7F}\u{FFFE}", "???"), ("葛\u{E0100}❤\u{FE0F}", "葛❤"),
        ])
    func replaced(_ sample: (String, String)) {
        #expect(TextWidth.displayable(sample.0) == sample.1)
    }

    @Test("Two marks stay on a base, fifty do not, and a mark without base gets a space")
    func marks() {
        let many = "a" + String(repeating: "\u{301}", count: 50) + "b"
        #expect(TextWidth.displayable(many) == "a\u{301}\u{301}b")
        #expect(Array(TextWidth.displayable("\u{301}a").unicodeScalars) == [" ", "\u{301}", "a"])
    }

    @Test("Ordinary text, rare Han and private-use characters stay, and filtering twice changes nothing")
    func untouched() {
        for text in ["“三会一课”——※①", "覃塘\u{2EBF0}\u{E863}", "O’Neill 1,234.5 %"] {
            #expect(TextWidth.displayable(text) == text)
        }
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let once = TextWidth.displayable(random.hostileText())
            #expect(TextWidth.displayable(once) == once)
            #expect(!once.unicodeScalars.contains { TextWidth().wcwidth($0.value) < 0 })
        }
    }
}
