import TerminalUI
import TestSupport
import Testing

extension OneTerminal {
    struct ByteBudgetTests {
        static let types = [
            "xterm-256color", "xterm", "screen-256color", "tmux-256color", "putty-256color", "linux", "vt100",
        ]

        /// Bytes of moving the selection down, from every row.
        private func cursorKeys(_ type: String, _ highlight: SampleScreen.Highlight) throws -> [Int] {
            let memory = try MemoryTerminal(type)
            try memory.draw(SampleScreen(highlight: highlight).frame())
            return try (1..<19).map { try memory.draw(SampleScreen(selected: $0, highlight: highlight).frame()).count }
        }

        @Test(
            "A cursor key costs 10 bytes with a marker, 70 with the name reversed, 256 with the whole row",
            arguments: types)
        func cursorKey(_ type: String) throws {
            let name = try cursorKeys(type, .name)
            #expect(name.allSatisfy { $0 <= 70 })
            let marker = try cursorKeys(type, .marker)
            #expect(marker.allSatisfy { $0 <= 10 })
            let wholeRow = try cursorKeys(type, .wholeRow)
            #expect(wholeRow.allSatisfy { $0 <= 256 })
        }

        @Test("A new screen costs at most 2,500 bytes and one write", arguments: types)
        func newScreen(_ type: String) throws {
            let memory = try MemoryTerminal(type)
            let bytes = try memory.draw(SampleScreen().frame())
            #expect(bytes.count <= 2_500)
            #expect(memory.terminal.counters.writes == 1)
        }

        @Test("A page costs at most 1,500 bytes and one write", arguments: types)
        func page(_ type: String) throws {
            let memory = try MemoryTerminal(type)
            try memory.draw(SampleScreen().frame())
            let bytes = try memory.draw(SampleScreen(first: 5).frame())
            #expect(bytes.count <= 1_500)
            #expect(memory.terminal.counters.writes == 2)
        }

        @Test("Typing a Han in a field costs at most 64 bytes", arguments: types)
        func typedHan(_ type: String) throws {
            let memory = try MemoryTerminal(type)
            try memory.draw(SampleScreen(field: "李").frame())
            let bytes = try memory.draw(SampleScreen(field: "李娟").frame())
            #expect(bytes.count <= 64)
        }

        @Test("An unchanged frame sends nothing", arguments: types)
        func unchanged(_ type: String) throws {
            let memory = try MemoryTerminal(type)
            try memory.draw(SampleScreen().frame())
            #expect(try memory.draw(SampleScreen().frame()).isEmpty)
            #expect(memory.terminal.counters.writes == 1)
            #expect(memory.terminal.counters.frames == 2)
        }

        @Test("A screen of 160 by 50 cells is still one write, marked as one update where that is understood")
        func largeScreen() throws {
            for (type, marked) in [("xterm-256color", true), ("linux", false), ("vt100", false)] {
                let memory = try MemoryTerminal(type, size: Size(columns: 160, rows: 50))
                let bytes = try memory.draw(SampleScreen().frame(memory.terminal.size))
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(memory.terminal.counters.writes == 1)
                #expect(text.contains("\u{1B}[?2026h") == marked, "\(type)")
            }
        }
    }
}
