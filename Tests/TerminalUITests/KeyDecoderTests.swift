import TerminalUI
import TestSupport
import Testing

/// Every spelling we know of every key.
let spellings: [(String, Key)] = {
    var known: [(String, Key)] = [
        ("\u{1B}[I", .focusIn), ("\u{1B}[O", .focusOut), ("\u{1B}[Z", .backTab),
        ("\u{1B}[12;40R", .cursorReport(row: 12, column: 40)),
        ("\r", .enter), ("\n", .enter), ("\u{1B}OM", .enter), ("\t", .tab), ("\u{7F}", .backspace),
        ("\u{8}", .backspace),
        ("\u{1}", .control("a")), ("\u{1A}", .control("z")), ("\u{0}", .control("@")), ("\u{1C}", .control("\\")),
        ("\u{1B}[1;5A", .modified(.control, .up)), ("\u{1B}[1;2D", .modified(.shift, .left)),
        ("\u{1B}O5C", .modified(.control, .right)),
        ("\u{1B}[5;5~", .modified(.control, .pageUp)), ("\u{1B}[a", .modified(.shift, .up)),
        ("\u{1B}Ob", .modified(.control, .down)),
        ("\u{1B}[3$", .modified(.shift, .delete)), ("\u{1B}[3^", .modified(.control, .delete)),
        ("\u{1B}\u{1B}[A", .modified(.alt, .up)), ("\u{1B}a", .modified(.alt, .text("a"))),
        ("\u{1B}[1;5P", .modified(.control, .function(1))),
        ("\u{1B}[97;5u", .control("a")), ("\u{1B}[27;5;97~", .control("a")), ("\u{1B}[13u", .enter),
        ("\u{1B}[9;2u", .backTab),
        ("\u{1B}[97;2u", .text("A")), ("\u{1B}[27u", .escape), ("\u{1B}Oj", .text("*")), ("\u{1B}Op", .text("0")),
        ("\u{1B}[<0;5;3M", .mouse(MouseEvent(.press(0), row: 2, column: 4))),
        ("\u{1B}[<0;5;3m", .mouse(MouseEvent(.release, row: 2, column: 4))),
        ("\u{1B}[<64;1;1M", .mouse(MouseEvent(.wheelUp, row: 0, column: 0))),
        ("\u{1B}[<65;1;1M", .mouse(MouseEvent(.wheelDown, row: 0, column: 0))),
        ("\u{1B}[<32;2;2M", .mouse(MouseEvent(.drag, row: 1, column: 1))),
        ("\u{1B}[M !!", .mouse(MouseEvent(.press(0), row: 0, column: 0))),
        ("\u{1B}[M`!\"", .mouse(MouseEvent(.wheelUp, row: 1, column: 0))),
        ("\u{1B}[M#!!", .mouse(MouseEvent(.release, row: 0, column: 0))),
        ("\u{1B}[32;5;3M", .mouse(MouseEvent(.press(0), row: 2, column: 4))),
        ("\u{1B}[200~一行\r二行\u{1B}[201~", .paste("一行\r二行")), ("\u{1B}[200~\u{1B}[201~", .paste("")),
        ("a", .text("a")), ("é", .text("é")), ("中", .text("中")), ("\u{2EBF0}", .text("\u{2EBF0}")), ("？", .text("？")),
    ]
    for (final, key) in [("A", Key.up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end)] {
        known += [("\u{1B}[" + final, key), ("\u{1B}O" + final, key)]
    }
    for (number, key) in [
        (1, Key.home), (7, .home), (4, .end), (8, .end), (2, .insert), (3, .delete), (5, .pageUp), (6, .pageDown),
    ] {
        known.append(("\u{1B}[\(number)~", key))
    }
    let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
    known += functions.enumerated().map { ("\u{1B}[\($1)~", .function($0 + 1)) }
    known += Array("PQRS").enumerated().map { ("\u{1B}O\($1)", .function($0 + 1)) }
    known += Array("ABCDE").enumerated().map { ("\u{1B}[[\($1)", .function($0 + 1)) }
    return known
}()

/// Sequences that are no key of ours, and must do nothing at all.
let meaningless = [
    "\u{1B}[E", "\u{1B}[57441;1u", "\u{1B}[97;5:3u", "\u{1B}[?2026;2$y", "\u{1B}[?62;4c", "\u{1B}[>0;276;0c",
    "\u{1B}[29~", "\u{1B}[201~",
    "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[?1u", "\u{1B}Oz",
    "\u{1B}[1;2;3;4;5x",
]

struct KeyDecoderTests {
    private func decode(_ bytes: [UInt8]) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.feed(bytes)
    }

    @Test("Every spelling of a key is that key, and leaves nothing pending", arguments: spellings)
    func spelling(_ sample: (String, Key)) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(sample.0.utf8) == [sample.1])
        #expect(!decoder.isPending)
    }

    @Test("However a sequence is cut into reads, it is the same key, and the next letter is a letter")
    func everySplit() {
        for (text, key) in spellings {
            let bytes = Array(text.utf8)
            for cut in 0...bytes.count {
                var decoder = KeyDecoder()
                let keys = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) + decoder.feed("q".utf8)
                #expect(keys == [key, .text("q")], "\(bytes) cut at \(cut)")
            }
        }
    }

    @Test("Sequences without meaning do nothing, and never type", arguments: meaningless)
    func nothing(_ text: String) {
        #expect(decode(Array(text.utf8) + Array("q".utf8)) == [.text("q")])
    }

    @Test("Escape alone waits for one time-out; two of them are two")
    func escape() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.isPending)
        #expect(decoder.timeout() == [.escape])
        #expect(!decoder.isPending)
        #expect(decoder.feed([0x1B, 0x1B]) == [])
        #expect(decoder.timeout() == [.escape, .escape])
        #expect(decode([0x1B] + Array("中".utf8)) == [.escape, .text("中")])
    }

    @Test("The late rest of an arrow that acted as Escape is swallowed, not typed")
    func lateAfterEscape() {
        for rest in ["[A", "OA", "[1;5A", "[3~"] {
            var decoder = KeyDecoder()
            _ = decoder.feed([0x1B])
            #expect(decoder.timeout() == [.escape])
            #expect(decoder.feed(rest.utf8) == [], "\(rest)")
            #expect(decoder.feed("q".utf8) == [.text("q")])
        }
    }

    @Test("An arrow torn inside its sequence still moves when the rest comes late")
    func lateInsideSequence() {
        var decoder = KeyDecoder()
        _ = decoder.feed("\u{1B}[".utf8)
        #expect(decoder.timeout() == [])
        #expect(!decoder.isPending)
        #expect(decoder.feed("A".utf8) == [.up])
    }

    @Test("A bracket or a figure typed after Escape is typed, a moment later")
    func bracketAfterEscape() {
        var decoder = KeyDecoder()
        _ = decoder.feed([0x1B])
        _ = decoder.timeout()
        #expect(decoder.feed("[".utf8) == [])
        #expect(decoder.isPending)
        #expect(decoder.timeout() == [.text("[")])
        _ = decoder.feed("\u{1B}[".utf8)
        _ = decoder.timeout()
        #expect(decoder.feed("1".utf8) + decoder.timeout() == [.text("1")])
    }

    @Test("A character whose bytes come 200 ms apart arrives whole, for time-outs do not touch it")
    func slowCharacter() {
        var decoder = KeyDecoder()
        var keys: [Key] = []
        for byte in "中文测试".utf8 {
            keys += decoder.feed([byte])
            #expect(!decoder.isPending)
            keys += decoder.timeout()
        }
        #expect(keys == [.text("中"), .text("文"), .text("测"), .text("试")])
    }

    @Test("A byte of another encoding is reported, and the key after it acts at once")
    func garbage() {
        #expect(decode([0xD6, 0x71]) == [.unreadable(0xD6), .text("q")])
        #expect(decode([0xFF, 0x71]) == [.unreadable(0xFF), .text("q")])
        #expect(decode([0xE4, 0xB8, 0x1B, 0x5B, 0x41]) == [.unreadable(0xE4), .unreadable(0xB8), .up])
        #expect(decode([0xC0, 0xAF, 0x71]) == [.unreadable(0xC0), .unreadable(0xAF), .text("q")])
        #expect(decode([0xED, 0xA0, 0x80, 0x71]).last == .text("q"))
        #expect(decode([0xC2, 0x9B, 0x41]).last == .text("A"))
    }

    @Test("A paste whose end never comes frees the keyboard after two seconds")
    func endlessPaste() {
        var decoder = KeyDecoder()
        _ = decoder.feed("\u{1B}[200~半".utf8)
        var keys: [Key] = []
        for _ in 0..<20 { keys += decoder.timeout() }
        #expect(keys == [.paste("半")])
        #expect(decoder.feed("q".utf8) == [.text("q")])
    }

    @Test("After random bytes and a pause a letter acts at once, and cutting differently changes nothing")
    func fuzz() {
        var random = SeededGenerator(seed: 3)
        let alphabet: [UInt8] = [
            0x1B, 0x5B, 0x4F, 0x31, 0x3B, 0x7E, 0x41, 0xE4, 0xB8, 0xAD, 0xFF, 0x20, 0x5D, 0x07, 0x4D,
        ]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 1...24, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? random.element(of: alphabet) : UInt8.random(in: 0...255, using: &random)
            }
            var whole = KeyDecoder()
            var cut = KeyDecoder()
            #expect(whole.feed(bytes) == bytes.flatMap { cut.feed([$0]) })
            for _ in 0..<21 where whole.isPending { _ = whole.timeout() }
            #expect(whole.feed("q".utf8).last == .text("q"), "\(bytes)")
            #expect(!whole.isPending)
        }
    }

    @Test("With an input method left on, its punctuation and full-width letters work as keys; Han stay Han")
    func asciiEquivalents() {
        let pairs = zip("？／、：；（）【】０９ＡｚＱ。，！《》\u{3000}", "?//:;()[]09AzQ.,!<> ")
        for (typed, meant) in pairs {
            #expect(Key.text(String(typed)).asciiEquivalent == .text(String(meant)), "\(typed)")
        }
        #expect(Key.text("东").asciiEquivalent == .text("东"))
        #expect(Key.up.asciiEquivalent == .up)
    }
}
