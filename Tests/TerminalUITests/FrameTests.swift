import TerminalUI
import TestSupport
import Testing

struct FrameTests {
    private func frame(_ columns: Int, _ rows: Int) -> Frame {
        Frame(Size(columns: columns, rows: rows))
    }

    @Test("Text is written where asked, and the column after it comes back")
    func put() {
        var frame = frame(10, 2)
        let after = frame.put("龙凤镇", row: 1, column: 1)
        #expect(after == 7)
        #expect(frame.text == "\n 龙凤镇")
    }

    @Test("Text is cut at the frame's edge and at the width given, without halves")
    func clipping() {
        var frame = frame(5, 1)
        #expect(frame.put("东河村", row: 0, column: 0) == 4)
        #expect(frame.text(trimmed: false) == "东河 ")
        #expect(frame.put("东河村", row: 0, column: 0, maxWidth: 3) == 2)
        #expect(frame.put("x", row: 7, column: 0) == 1)
        #expect(frame.put("x", row: 0, column: 99) == 99)
    }

    @Test("What begins left of the frame shows its rest, and a cut character a blank")
    func leftEdge() {
        var frame = frame(4, 1)
        frame.put("东河村", row: 0, column: -1)
        #expect(frame.text(trimmed: false) == " 河 ")
    }

    @Test("Overwriting one half of a wide character blanks the other")
    func halves() {
        for column in 0...1 {
            var frame = frame(4, 1)
            frame.put("中文", row: 0, column: 0)
            frame.put("x", row: 0, column: column)
            #expect(frame.text(trimmed: false) == (column == 0 ? "x 文" : " x文"))
        }
        var frame = frame(6, 1)
        frame.put("中文党", row: 0, column: 0)
        frame.put("务", row: 0, column: 1)
        #expect(frame.text(trimmed: false) == " 务 党")
    }

    @Test("Combining marks share the cell of their base")
    func marks() {
        var frame = frame(3, 1)
        frame.put("e\u{301}\u{302}\u{303}x", row: 0, column: 0)
        #expect(frame.text(row: 0) == "e\u{301}\u{302}x")
        #expect(frame[0, 1].text == "x")
    }

    @Test("A frame laid over another cuts what it covers and is cut at the edges")
    func blit() {
        var frame = frame(6, 3)
        for row in 0..<3 { frame.put("中文党", row: row, column: 0) }
        var dialog = Frame(Size(columns: 3, rows: 2))
        dialog.put("务x", row: 0, column: 0)
        frame.blit(dialog, row: 1, column: 1)
        #expect(frame.text(trimmed: false) == "中文党\n 务x党\n    党")
        frame.blit(dialog, row: 0, column: -1)
        #expect(frame.text(row: 0) == " x文党")
        frame.blit(dialog, row: 2, column: 5)
        #expect(frame.text(row: 2) == "")
    }

    @Test(
        "What differs of a row is told in whole characters of both frames",
        arguments: [
            ("中文党", "中文党", 0..<0), ("中文党", "中x党", 2..<6), ("中文党", "x中文党", 0..<7),
            ("abcdef", "abxdyf", 2..<5), ("x中文", "x  文", 1..<3), ("e", "e\u{301}", 0..<1),
        ])
    func changes(_ old: String, _ new: String, _ columns: Range<Int>) {
        var (before, after) = (frame(8, 1), frame(8, 1))
        before.put(old, row: 0, column: 0)
        after.put(new, row: 0, column: 0)
        #expect(before.columns(of: 0, changedIn: after) == columns)
    }

    @Test("Restyling covers whole characters, and the style grid explains itself")
    func styles() {
        var frame = frame(6, 2)
        frame.put("中文", row: 0, column: 0)
        frame.style(row: 0, columns: 1..<3, .reversed)
        frame.put("!", row: 1, column: 0, style: Style(foreground: .red, bold: true))
        frame.restyle(row: 1, columns: 0..<1) { $0.underline = true }
        #expect(frame.styleGrid == "aaaa..\nb.....\na reverse\nb bold underline red")
    }

    @Test("A table's row puts words left and figures right, and marks what is cut")
    func tableRow() {
        var frame = frame(16, 1)
        let layout = ColumnLayout([
            TableColumn("村", minimum: 7, share: 1), TableColumn("户", minimum: 4, alignment: .right, dropOrder: 1),
        ])
        frame.put(["店子槽村支部", "12"], in: layout.slots(in: 12), row: 0)
        #expect(frame.text(row: 0) == "店子槽~   12")
    }

    @Test("Whatever is drawn over whatever, every wide character has both halves and every row its columns")
    func nothingIsEverHalf() {
        var random = SeededGenerator(seed: 42)
        for round in 0..<200 {
            let width = TextWidth(round.isMultiple(of: 2) ? .narrow : .wide)
            var frame = Frame(
                Size(columns: .random(in: 0...20, using: &random), rows: .random(in: 0...5, using: &random)),
                textWidth: width)
            for _ in 0..<20 { draw(on: &frame, &random) }
            #expect(isWellFormed(frame), "round \(round)\n\(frame.text(trimmed: false))")
        }
    }

    private func draw(on frame: inout Frame, _ random: inout SeededGenerator) {
        let row = Int.random(in: -2...6, using: &random)
        let column = Int.random(in: -4...22, using: &random)
        let extent = Int.random(in: 0...9, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: frame.put(random.hostileText(), row: row, column: column, maxWidth: extent)
        case 4:
            let alignment = random.element(of: [Alignment.left, .right, .centre])
            frame.put(random.hostileText(), row: row, column: column, width: extent, alignment: alignment)
        case 1: frame.fill(row: row, column: column, rows: 2, columns: extent, style: .reversed)
        case 2: frame.style(row: row, columns: min(column, 0)..<max(column, 1), .bold)
        default:
            var part = Frame(Size(columns: extent, rows: 2), textWidth: frame.textWidth)
            part.put(random.hostileText(), row: 0, column: 0)
            frame.blit(part, row: row, column: column)
        }
    }

    private func isWellFormed(_ frame: Frame) -> Bool {
        (0..<frame.size.rows).allSatisfy { row in
            let cells = Array(frame.row(row))
            let halvesMatch = cells.indices.allSatisfy { at in
                let isWide = frame.textWidth.cells(cells[at].text) == 2
                let hasRight = at + 1 < cells.count && cells[at + 1].isContinuation
                let styled = !hasRight || cells[at].isContinuation || cells[at + 1].style == cells[at].style
                return cells[at].isContinuation ? at > 0 && !hasRight : isWide == hasRight && styled
            }
            return halvesMatch && frame.textWidth.cells(frame.text(row: row, trimmed: false)) == frame.size.columns
        }
    }
}
