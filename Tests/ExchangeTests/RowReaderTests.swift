import PartyWork
import Testing

@testable import Exchange

/// A row as read: its line, its cells, what is wrong with its quotes.
private struct Row: Equatable, CustomStringConvertible {
    var line: Int
    var cells: [String]
    var fault: ImportNotice.Unreadable?

    var description: String { "\(line) \(cells) \(fault.map { "\($0)" } ?? "")" }
}

private func rows(_ text: String, chunk: Int = 1 << 20, longest: Int = 1 << 22) throws -> [Row] {
    var left = Array(text.utf8)[...]
    var reader = RowReader(chunk: chunk, longest: longest) { buffer in
        let piece = left.prefix(min(chunk, buffer.count))
        buffer.copyBytes(from: piece)
        left = left.dropFirst(piece.count)
        return piece.count
    }
    var rows: [Row] = []
    while try reader.next() {
        let cells = (0..<reader.count).map { String(decoding: reader[$0], as: UTF8.self) }
        rows.append(Row(line: reader.line, cells: cells, fault: reader.fault))
    }
    return rows
}

@Suite("Rows of a CSV text")
struct RowReaderTests {
    @Test(
        "A text is cut into rows and cells as RFC 4180 says",
        arguments: [
            ("a,b\nc,d\n", [Row(line: 1, cells: ["a", "b"]), Row(line: 2, cells: ["c", "d"])]),
            ("a,b\r\nc,d\r\n", [Row(line: 1, cells: ["a", "b"]), Row(line: 2, cells: ["c", "d"])]),
            ("a,b", [Row(line: 1, cells: ["a", "b"])]),
            ("a,\n", [Row(line: 1, cells: ["a", ""])]),
            (",a", [Row(line: 1, cells: ["", "a"])]),
            ("\"a,b\",\"c\"\n", [Row(line: 1, cells: ["a,b", "c"])]),
            ("\"a\"\"b\",\"\"\"\"\r\n", [Row(line: 1, cells: ["a\"b", "\""])]),
            ("\"\",x", [Row(line: 1, cells: ["", "x"])]),
            ("\"a\"", [Row(line: 1, cells: ["a"])]),
            ("\"a\nb\",c\nd\n", [Row(line: 1, cells: ["a\nb", "c"]), Row(line: 3, cells: ["d"])]),
            ("\"a\r\nb\"\r\nd", [Row(line: 1, cells: ["a\r\nb"]), Row(line: 3, cells: ["d"])]),
            ("a\rb\nc\r", [Row(line: 1, cells: ["a\rb"]), Row(line: 2, cells: ["c\r"])]),
            ("a\r\r\n", [Row(line: 1, cells: ["a\r"])]),
            ("", []),
        ])
    private func cuts(text: String, expected: [Row]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(
        "Lines and rows without text are skipped and counted",
        arguments: [
            ("\n\r\na\n", [Row(line: 3, cells: ["a"])]),
            ("a\n,,\n \t,\u{3000},\u{A0}\n\"\",\" \"\nb", [Row(line: 1, cells: ["a"]), Row(line: 5, cells: ["b"])]),
            ("\n\n", []),
            ("\r\n", []),
            (",", []),
        ])
    private func skips(text: String, expected: [Row]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("Blanks at both ends of a cell go, those inside stay, within quotes too")
    func trims() throws {
        let text = " a b ,\u{3000}\u{A0}\t张 三\u{A0}\u{3000} ,\" c \",é\u{A0},\u{3001}\u{3000}"
        #expect(try rows(text) == [Row(line: 1, cells: ["a b", "张 三", "c", "é", "\u{3001}"])])
    }

    @Test("Trimming agrees with the domain's on every short text of blanks and their look-alikes")
    func trimsLikeTheDomain() throws {
        let scalars = [" ", "\t", "\u{A0}", "\u{3000}", "\u{3001}", "\u{A1}", "\u{E0}", "\u{3040}", "a", "\u{2003}"]
        for first in scalars {
            for second in scalars {
                for third in scalars {
                    let cell = first + second + third
                    #expect(try rows("x," + cell).first?.cells.last == CellRules.trimmed(cell))
                }
            }
        }
    }

    @Test(
        "Quotes that do not match make their row bad, and the next row is read as if nothing had been",
        arguments: [
            (
                "\"a\"b,c\nd\n",
                [Row(line: 1, cells: ["a", "c"], fault: .textAfterQuote), Row(line: 2, cells: ["d"])]
            ),
            ("\"a\" ,c\n", [Row(line: 1, cells: ["a", "c"], fault: .textAfterQuote)]),
            ("\"a\"\rb\nc", [Row(line: 1, cells: ["a"], fault: .textAfterQuote), Row(line: 2, cells: ["c"])]),
            ("\"a\"b\"c,d\"\n", [Row(line: 1, cells: ["a", "d\""], fault: .textAfterQuote)]),
            (
                "a\"b\",c\nd\n",
                [Row(line: 1, cells: ["a\"b\"", "c"], fault: .quoteInside), Row(line: 2, cells: ["d"])]
            ),
            (" \"a\",c", [Row(line: 1, cells: ["\"a\"", "c"], fault: .quoteInside)]),
            (
                "a\nb,\"c\nd,e\nf",
                [Row(line: 1, cells: ["a"]), Row(line: 2, cells: ["b", "c\nd,e\nf"], fault: .unterminated)]
            ),
            ("a\n\"", [Row(line: 1, cells: ["a"]), Row(line: 2, cells: [""], fault: .unterminated)]),
            ("\"a\"\"", [Row(line: 1, cells: ["a\"\""], fault: .unterminated)]),
        ])
    private func quoting(text: String, expected: [Row]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("However the stream is cut into chunks, the rows are the same", arguments: 0..<40)
    func chunks(seed: UInt64) throws {
        var random = SplitMix(seed)
        let pieces = ["a", "张", "\"", "\"", ",", ",", "\n", "\r\n", "\r", " ", "\u{3000}", "𠮷", "\"\"", ",\"", "\"\n"]
        let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let whole = try rows(text)
        for chunk in 1...64 {
            #expect(try rows(text, chunk: chunk) == whole)
        }
    }

    @Test("A row too long to keep is bad and passed over, to its end")
    func tooLong() throws {
        let long = String(repeating: "长\n", count: 500)
        let read = try rows("a\nb,\"\(long)\"\"\",c\nd\n", chunk: 100, longest: 1_000)
        #expect(read.map(\.line) == [1, 2, 503])
        #expect(read.map(\.fault) == [nil, .tooLong, nil])
        let open = try rows("a\nb,\"\(long)", chunk: 100, longest: 1_000)
        #expect(open.map(\.line) == [1, 2])
        #expect(open.last?.fault == .unterminated)
    }
}

/// A small generator that gives the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
