import CNcurses
import CursesTerminal
import TerminalUI
import TestSupport
import Testing

extension OneTerminal {
    struct DrawingTests {
        private static let corpus = [
            "中文", "“三会一课”——…※①●★√×°→℃", "￥¥，。", "\u{20000}\u{31350}\u{2EBF0}", "e\u{301}x", "\u{E863}\u{F0000}",
            "─│█▄░", "😀",
            "ｱＡあ한", "\u{2800}✓✔",
        ]

        @Test("ncurses measures every text as we do, in narrow and in wide mode", arguments: AmbiguousWidth.allCases)
        func agreement(_ ambiguous: AmbiguousWidth) throws {
            let memory = try MemoryTerminal(ambiguous: ambiguous)
            let width = TextWidth(ambiguous)
            for text in DrawingTests.corpus {
                let points = text.unicodeScalars.map(\.value)
                #expect(Int(cn_column_after(points, Int32(points.count))) == width.cells(text), "\(text)")
            }
            #expect(memory.terminal.textWidth == width)
        }

        @Test(
            "ncurses measures each code point as we do, whatever the locale's table says",
            arguments: AmbiguousWidth.allCases)
        func everyPoint(_ ambiguous: AmbiguousWidth) throws {
            let memory = try MemoryTerminal(ambiguous: ambiguous)
            let width = TextWidth(ambiguous)
            var wrong: [UInt32] = []
            for point in stride(from: UInt32(0xA0), to: 0x32000, by: 7) where width.wcwidth(point) > 0 {
                if cn_column_after([point], 1) != width.wcwidth(point) { wrong.append(point) }
            }
            #expect(wrong.isEmpty && memory.terminal.textWidth == width)
        }

        @Test("The terminal shows the frame, rare Han included, for every type", arguments: ByteBudgetTests.types)
        func picture(_ type: String) throws {
            for ambiguous in AmbiguousWidth.allCases {
                let memory = try MemoryTerminal(type, ambiguous: ambiguous)
                var screen = VirtualScreen(Size(columns: 80, rows: 24), ambiguous: ambiguous)
                for selected in [0, 3, 18] {
                    var frame = SampleScreen(selected: selected).frame(screen.size, TextWidth(ambiguous))
                    frame.put(DrawingTests.corpus[selected % 10] + "\u{2EBF0}", row: 2, column: 0)
                    screen.write(try memory.draw(frame))
                    #expect(screen.text == frame.text)
                    #expect(screen.row == frame.cursor.row && screen.column == frame.cursor.column)
                    #expect(screen.unknown.isEmpty && screen.violations.isEmpty)
                }
            }
        }

        @Test("Any sequence of frames leaves the terminal showing the last one, style for style")
        func randomFrames() throws {
            for type in ["xterm-256color", "linux", "vt100"] {
                var random = SeededGenerator(seed: 11)
                let size = Size(columns: 24, rows: 6)
                let memory = try MemoryTerminal(type, size: size)
                var screen = VirtualScreen(size)
                var frame = Frame(size)
                for _ in 0..<150 {
                    let style = random.element(of: [Style.plain, .reversed, .bold])
                    frame.put(
                        random.hostileText(), row: .random(in: 0..<6, using: &random),
                        column: .random(in: 0..<24, using: &random), style: style)
                    screen.write(try memory.draw(frame))
                    #expect(screen.text == frame.text)
                    #expect(visibleStyles(screen.frame) == visibleStyles(frame))
                }
                #expect(screen.violations.isEmpty && screen.unknown.isEmpty)
            }
        }

        /// Bold cannot be seen on a blank, and ncurses makes use of that.
        private func visibleStyles(_ frame: Frame) -> String {
            var frame = frame
            for row in 0..<frame.size.rows {
                for column in 0..<frame.size.columns where frame[row, column].text == " " {
                    frame.restyle(row: row, columns: column..<column + 1) { $0.bold = false }
                }
            }
            return frame.styleGrid
        }

        @Test(
            "A ledger full of escapes, bidi controls and marks sends nothing but text and the renderer's own sequences")
        func hostileData() throws {
            var random = SeededGenerator(seed: 5)
            let memory = try MemoryTerminal()
            var screen = VirtualScreen(Size(columns: 80, rows: 24))
            for _ in 0..<40 {
                var frame = Frame(screen.size)
                for row in 0..<24 { frame.put((0..<9).map { _ in random.hostileText() }.joined(), row: row, column: 0) }
                screen.write(try memory.draw(frame))
                #expect(screen.text == frame.text)
            }
            #expect(screen.violations.isEmpty && screen.unknown.isEmpty)
        }

        @Test("Colours are the eight everyone has, and none where they are unwanted or unknown")
        func colours() throws {
            var frame = Frame(Size(columns: 20, rows: 2))
            frame.put("超期", row: 0, column: 0, style: Style(foreground: .red, background: .white, bold: true))
            let colourful = String(decoding: try MemoryTerminal().draw(frame), as: UTF8.self)
            #expect(colourful.contains("31") && colourful.contains("47"))
            for memory in [("xterm-256color", false), ("vt100", true)] {
                let mono = try MemoryTerminal(memory.0, colour: memory.1).draw(frame)
                #expect(!String(decoding: mono, as: UTF8.self).contains(#/\[(\d+;)*[34]\d(;\d+)*m/#))
            }
        }

        @Test("A terminal of 256 colours is sent them by number; one of eight shows its own instead")
        func manyColours() throws {
            var frame = Frame(Size(columns: 20, rows: 2))
            frame.put("x", row: 0, column: 0, style: Style(foreground: .palette(214), background: .palette(236)))
            for (type, wanted) in [("xterm-256color", Theme.Palette.many), ("xterm", .eight), ("vt100", .none)] {
                let memory = try MemoryTerminal(type)
                #expect(memory.terminal.colours.palette == wanted)
                var screen = VirtualScreen(Size(columns: 80, rows: 24))
                screen.write(try memory.draw(frame))
                let style = screen.frame[0, 0].style
                #expect(style == (wanted == .many ? frame[0, 0].style : .plain), "\(type)")
                #expect(screen.unknown.isEmpty)
            }
        }

        @Test("More pairs of colours than the terminal has do no harm")
        func allPairs() throws {
            let memory = try MemoryTerminal("xterm")
            var frame = Frame(Size(columns: 20, rows: 10))
            let colours = [Colour.standard] + (0..<8).map { Colour.palette($0) }
            for (row, foreground) in colours.enumerated() {
                for (column, background) in colours.enumerated() {
                    let style = Style(foreground: foreground, background: background)
                    frame.put("x", row: row, column: column, style: style)
                }
            }
            var screen = VirtualScreen(Size(columns: 80, rows: 24))
            screen.write(try memory.draw(frame))
            #expect(screen.text.hasPrefix(frame.text(row: 0)) && screen.unknown.isEmpty)
        }

        @Test("The mouse is off until it is asked for; paste is announced; old consoles are told neither")
        func mouse() throws {
            let frame = Frame(Size(columns: 4, rows: 1))
            let first = String(decoding: try MemoryTerminal().draw(frame), as: UTF8.self)
            #expect(!first.contains("?1000h") && first.contains("?2004h"))
            let memory = try MemoryTerminal()
            try memory.draw(frame)
            memory.terminal.reportsMouse = true
            #expect(String(decoding: try memory.draw(frame), as: UTF8.self) == "\u{1B}[?1000h\u{1B}[?1006h")
            memory.terminal.close()
            #expect(String(decoding: memory.newBytes(), as: UTF8.self).contains("?1000l"))
            let linux = String(decoding: try MemoryTerminal("linux", mouse: true).draw(frame), as: UTF8.self)
            #expect(!linux.contains("?1000h") && !linux.contains("?2004h"))
        }

        @Test("After closing, the terminal is as it was")
        func closing() throws {
            let memory = try MemoryTerminal(mouse: true)
            var screen = VirtualScreen(Size(columns: 80, rows: 24))
            var frame = SampleScreen().frame()
            frame.cursor.visible = false
            screen.write(try memory.draw(frame))
            #expect(screen.alternate && !screen.modes.contains(25))
            memory.terminal.close()
            screen.write(memory.newBytes())
            #expect(screen.isReset)
        }

        @Test("Control-L sends everything again")
        func redraw() throws {
            let memory = try MemoryTerminal()
            let first = try memory.draw(SampleScreen().frame()).count
            memory.terminal.redrawAll()
            let again = try memory.draw(SampleScreen().frame()).count
            #expect(again > first - 200)
        }

        @Test("A frame larger or smaller than the window is cut or surrounded by blanks")
        func otherSizes() throws {
            let memory = try MemoryTerminal(size: Size(columns: 7, rows: 2))
            var screen = VirtualScreen(Size(columns: 7, rows: 2))
            screen.write(try memory.draw(SampleScreen().frame()))
            #expect(screen.text == " 龙凤镇\n  支部")
            var small = Frame(Size(columns: 3, rows: 1))
            small.put("x", row: 0, column: 0)
            screen.write(try memory.draw(small))
            #expect(screen.text == "x\n")
        }

        @Test("Every type that this machine knows is used as it is", arguments: ByteBudgetTests.types)
        func knownType(_ type: String) throws {
            let known = try MemoryTerminal(type).terminal.type
            #expect(known == type || type == "putty-256color" && known == "xterm-256color")
        }

        @Test("An unknown type stands in for xterm, and the environment's LINES and COLUMNS decide nothing")
        func unknownType() throws {
            #expect(try MemoryTerminal("no-such-terminal").terminal.type == "xterm")
            #expect(try MemoryTerminal("../../evil").terminal.type == "xterm")
            #expect(try MemoryTerminal("strange-256color").terminal.type == "xterm-256color")
            #expect(throws: TerminalError.dumb) { try MemoryTerminal("dumb") }
        }
    }
}
