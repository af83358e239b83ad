import TerminalUI
import TestSupport
import Testing

@testable import CursesTerminal

extension OneTerminal {
    struct LinkTests {
        @Test("A link is written once as such, with the cursor where it was, and its path escaped")
        func link() throws {
            let memory = try MemoryTerminal("xterm-256color")
            var frame = Frame(memory.terminal.size)
            frame.put("已写入 /tmp/催办 1.txt", row: 3, column: 1, style: .bold)
            frame.link = Link(row: 3, columns: 8..<23, path: "/tmp/催办 1.txt")
            let text = String(decoding: try memory.draw(frame), as: UTF8.self)
            let address = "file:///tmp/%E5%82%AC%E5%8A%9E%201.txt"
            let written =
                "\u{1B}7\u{1B}[4;9H\u{1B}[0;1m\u{1B}]8;;\(address)\u{1B}\\/tmp/催办 1.txt\u{1B}]8;;\u{1B}\\\u{1B}8"
            #expect(text.hasSuffix(written), "\(text.debugDescription)")
            #expect(try memory.draw(frame).isEmpty)
            frame.link = nil
            #expect(try memory.draw(frame).isEmpty)
        }

        @Test("Bytes for the clipboard are written as RFC 4648 says")
        func base64() {
            let pairs = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foobar": "Zm9vYmFy", "催": "5YKs"]
            for (text, written) in pairs { #expect(CursesTerminal.base64(Array(text.utf8)) == written) }
        }

        @Test("A text for the clipboard goes before the next frame, once")
        func copying() throws {
            let memory = try MemoryTerminal("xterm-256color")
            let frame = Frame(memory.terminal.size)
            try memory.draw(frame)
            memory.terminal.copy("催")
            let text = String(decoding: try memory.draw(frame), as: UTF8.self)
            #expect(text == "\u{1B}]52;c;5YKs\u{07}")
            #expect(try memory.draw(frame).isEmpty)
        }
    }
}
