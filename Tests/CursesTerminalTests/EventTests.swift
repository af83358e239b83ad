import CursesTerminal
import Glibc
import TerminalUI
import Testing

extension OneTerminal {
    struct EventTests {
        /// A terminal that reads from a pipe.
        private struct Line {
            let terminal: CursesTerminal
            let end: Int32
            private let input: Int32
            private let silence = open("/dev/null", O_WRONLY)

            init() throws {
                var ends: [Int32] = [0, 0]
                pipe(&ends)
                (input, end) = (ends[0], ends[1])
                var configuration = CursesTerminal.Configuration()
                configuration.type = "xterm"
                configuration.size = Size(columns: 80, rows: 24)
                configuration.ambiguous = .narrow
                configuration.input = ends[0]
                configuration.output = silence
                terminal = try CursesTerminal(configuration)
            }

            func type(_ text: String) {
                _ = Glibc.write(end, text, text.utf8.count)
            }

            func close() {
                terminal.close()
                for descriptor in [end, input, silence] { _ = Glibc.close(descriptor) }
            }
        }

        @Test("All that was typed comes at one waking")
        func drains() throws {
            let line = try Line()
            defer { line.close() }
            line.type("中\u{1B}[Aq")
            #expect(line.terminal.wait() == [.key(.text("中")), .key(.up), .key(.text("q"))])
            #expect(line.terminal.counters.wakeups == 1)
        }

        @Test("A cursor report that nobody asked for, such as Shift-F3 of some terminals, measures nothing")
        func cursorReport() throws {
            let line = try Line()
            defer { line.close() }
            line.type("\u{1B}[1;3R\u{1B}[1;2Rq")
            #expect(
                line.terminal.wait() == [
                    .key(.cursorReport(row: 1, column: 3)), .key(.cursorReport(row: 1, column: 2)), .key(.text("q")),
                ])
            #expect(line.terminal.textWidth == TextWidth(.narrow))
        }

        @Test("A flood of keys comes in pieces, so that what else happens is heard in the midst of it")
        func flood() throws {
            let line = try Line()
            defer { line.close() }
            var other: [Int32] = [0, 0]
            pipe(&other)
            defer { for descriptor in other { _ = Glibc.close(descriptor) } }
            let keys = 50_000
            line.type(String(repeating: "q", count: keys))
            _ = Glibc.write(other[1], "!", 1)
            var taken = 0
            while taken < keys {
                let events = line.terminal.wait(alsoOn: other[0])
                #expect(events.last == .woken && events.count <= 1_025)
                taken += events.count - 1
            }
        }

        @Test("Ten thousand pasted characters come whole")
        func longPaste() throws {
            let line = try Line()
            defer { line.close() }
            let text = String(repeating: "村", count: 10_000)
            line.type("\u{1B}[200~\(text)\u{1B}[201~")
            #expect(line.terminal.wait() == [.key(.paste(text))])
        }

        @Test("Escape alone comes after one more waking, and nothing but an open key sets a timer")
        func escape() throws {
            let line = try Line()
            defer { line.close() }
            line.type("\u{1B}")
            #expect(line.terminal.wait() == [.key(.escape)])
            #expect(line.terminal.counters.wakeups == 2)
        }

        @Test("The caller's descriptor wakes, beside keys")
        func woken() throws {
            let line = try Line()
            defer { line.close() }
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            defer { for descriptor in ends { Glibc.close(descriptor) } }
            _ = Glibc.write(ends[1], "x", 1)
            #expect(line.terminal.wait(alsoOn: ends[0]) == [.woken])
            line.type("q")
            #expect(line.terminal.wait(alsoOn: ends[0]) == [.key(.text("q")), .woken])
        }

        @Test("The end of input is a hang-up, said once; after it only the caller's descriptor wakes")
        func hangUp() throws {
            let line = try Line()
            defer { line.terminal.close() }
            line.type("q")
            Glibc.close(line.end)
            #expect(line.terminal.wait() == [.key(.text("q")), .hangUp])
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            _ = Glibc.write(ends[1], "x", 1)
            #expect(line.terminal.wait(alsoOn: ends[0]) == [.woken])
            for descriptor in ends { Glibc.close(descriptor) }
        }

        @Test("Drawing on a closed line is an error, not a crash")
        func brokenPipe() throws {
            signal(SIGPIPE, SIG_IGN)
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            Glibc.close(ends[0])
            var configuration = CursesTerminal.Configuration()
            configuration.type = "xterm"
            configuration.size = Size(columns: 80, rows: 24)
            configuration.output = ends[1]
            let terminal = try CursesTerminal(configuration)
            #expect(throws: TerminalError.hangUp) { try terminal.draw(SampleScreen().frame()) }
            terminal.close()
            Glibc.close(ends[1])
        }
    }
}
