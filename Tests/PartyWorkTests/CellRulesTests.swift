import PartyWork
import Testing

@Suite("A cell")
struct CellRulesTests {
    @Test(
        "is trimmed of spaces, tabs, no-break and ideographic spaces at both ends",
        arguments: [
            (" a ", "a"), ("\u{3000}村\u{3000}", "村"), ("\t\u{A0}x y\u{A0}", "x y"), ("", ""), ("  \u{3000}", ""),
            ("村", "村"),
            ("\u{2003}x", "\u{2003}x"),
        ])
    func trimming(cell: String, trimmed: String) {
        #expect(CellRules.trimmed(cell) == trimmed)
    }

    @Test(
        "may not hold control, bidirectional or invisible characters",
        arguments: [
            "\u{0}", "\t", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{61C}", "\u{200B}", "\u{200F}", "\u{2028}",
            "\u{202E}",
            "\u{2060}", "\u{2064}", "\u{2066}", "\u{2069}", "\u{FEFF}",
        ])
    func forbidden(character: String) {
        #expect(CellRules.fault(in: "村" + character + "a", of: .name) != nil)
        #expect(CellRules.fault(in: "村" + character + "a", of: .note) != nil)
    }

    @Test(
        "may hold everything next to those",
        arguments: [
            "\u{A0}", "\u{61B}", "\u{200A}", "\u{2010}", "\u{2027}", "\u{202F}", "\u{205F}", "\u{2065}", "\u{206A}",
            "\u{FEFE}", "é", "𠀀", "“”—…",
        ])
    func allowed(character: String) {
        #expect(CellRules.fault(in: "村" + character + "a", of: .name) == nil)
    }

    @Test("may hold line breaks in 备注 only, LF or CR LF")
    func lineBreaks() {
        #expect(CellRules.fault(in: "一\n二", of: .title) == .lineBreak)
        #expect(CellRules.fault(in: "一\r\n二", of: .title) == .lineBreak)
        #expect(CellRules.fault(in: "一\n二", of: .note) == nil)
        #expect(CellRules.fault(in: "一\r\n二", of: .note) == nil)
        #expect(CellRules.fault(in: "一\r二", of: .note) == .lineBreak)
        #expect(CellRules.fault(in: "一\r", of: .note) == .lineBreak)
    }

    @Test("is counted in code points: 200, and 2,000 in 备注 and lists")
    func limits() {
        #expect(CellRules.fault(in: String(repeating: "村", count: 200), of: .name) == nil)
        #expect(CellRules.fault(in: String(repeating: "村", count: 201), of: .name) == .tooLong(201, limit: 200))
        #expect(CellRules.fault(in: String(repeating: "e\u{301}", count: 100), of: .name) == nil)
        #expect(CellRules.fault(in: String(repeating: "a", count: 2_000), of: .note) == nil)
        #expect(
            CellRules.fault(in: String(repeating: "a", count: 2_001), of: .participants)
                == .tooLong(2_001, limit: 2_000))
    }

    @Test("of a list is split at both semicolons; empty items go, repeated ones are bad")
    func lists() throws {
        #expect(try CellRules.items("P1;P2；P3") == ["P1", "P2", "P3"])
        #expect(try CellRules.items(";P1; ；\u{3000}P2 ;") == ["P1", "P2"])
        #expect(try CellRules.items("") == [])
        #expect(throws: Fault.repeatedItem("P1")) { try CellRules.items("P1;P2; P1") }
        #expect(try CellRules.items("é;e\u{301}").count == 2)
    }

    @Test(
        "a number that a spreadsheet has spoilt is no key, code or telephone number",
        arguments: [
            Column.code, .personID, .householdID, .creditCode, .number, .phone, .organization, .village,
        ])
    func spoiltNumbers(column: Column) {
        for cell in ["4.22801E+11", "9.34228E+17", "1e+10"] {
            #expect(CellRules.fault(in: cell, of: column) == .spoiltNumber(cell))
        }
        for cell in ["E+11", "4E+", "4.2E+1x", "4+2", "4E11", "甲E+11", "4E+1+1", "H01", ""] {
            #expect(CellRules.fault(in: cell, of: column) == nil, "\(cell)")
        }
        #expect(CellRules.fault(in: "4.22801E+11", of: .title) == nil)
    }

    @Test("of a list may have tabs beside its separators, and nowhere else")
    func tabsInLists() throws {
        #expect(CellRules.fault(in: "P1;\tP2 \t；P3", of: .participants) == nil)
        #expect(try CellRules.items("P1;\tP2 \t；P3") == ["P1", "P2", "P3"])
        #expect(CellRules.fault(in: "P1;P\t2", of: .participants) == .forbiddenCharacter("\t"))
        #expect(CellRules.fault(in: "P1;\tP\u{200B}2", of: .participants) == .forbiddenCharacter("\u{200B}"))
        #expect(CellRules.fault(in: "P1;\tP2", of: .name) == .forbiddenCharacter("\t"))
    }

    @Test("of a number takes ASCII digits in its range, leading zeros allowed")
    func numbers() throws {
        #expect(try CellRules.number("007", in: 1...99_999) == 7)
        #expect(try CellRules.number("0000000099999", in: 0...99_999) == 99_999)
        #expect(try CellRules.number("", in: 0...99_999) == 0)
        for bad in ["0", "100000", "-1", "1.0", "１", "1 0", "99999999999999999999", "+1", "x"] {
            #expect(throws: Fault.notANumber(bad, range: 1...99_999)) { try CellRules.number(bad, in: 1...99_999) }
        }
    }

    @Test("of a word is one of its list, to the code point")
    func words() throws {
        #expect(try CellRules.word("是", YesNo.self) == .yes)
        #expect(try CellRules.word("", Evidence.self) == nil)
        #expect(throws: Fault.unknownWord("有", choices: ["是", "否"])) { try CellRules.word("有", YesNo.self) }
    }
}
