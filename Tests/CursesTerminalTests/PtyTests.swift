import Glibc
import TerminalUI
import TestSupport
import Testing

/// The fixture on a pseudo-terminal.
struct Fixture {
    static let title = "龙凤镇支部台账"
    let session: PtySession

    init(
        _ settings: [String: String] = [:], size: Size = Size(columns: 80, rows: 24),
        ambiguous: AmbiguousWidth = .narrow, answers: Bool = true
    ) throws {
        var environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
        environment.merge(settings) { $1 }
        session = try PtySession(
            [Products.path("TerminalFixture")], environment: environment, size: size, ambiguous: ambiguous)
        session.answers = answers
    }

    /// Whether the screen comes to show a text in some row.
    func shows(_ text: String) -> Bool {
        session.waitUntil { $0.text.contains(text) }
    }

    /// Whether the terminal is as a shell expects it.
    var isRestored: Bool {
        session.isCooked && session.screen.isReset
    }
}

@Suite(.serialized)
struct PtyTests {
    @Test("A Chinese character whose bytes come one by one arrives whole, in the field and as a key")
    func slowCharacters() throws {
        let fixture = try Fixture()
        #expect(fixture.shows(Fixture.title))
        fixture.session.type("中文", millisecondsBetweenBytes: 150)
        #expect(fixture.shows("姓名：中文"))
    }

    @Test("After a byte of another encoding the next key acts at once")
    func garbage() throws {
        let fixture = try Fixture()
        #expect(fixture.shows(Fixture.title))
        fixture.session.type(bytes: [0xD6])
        fixture.session.readUntilQuiet()
        fixture.session.type("a")
        #expect(fixture.session.waitUntil(milliseconds: 100) { $0.text.contains("键：text(\"a\")") })
    }

    @Test("Escape acts within 150 ms, and a torn arrow does not type")
    func escape() throws {
        let fixture = try Fixture()
        #expect(fixture.shows(Fixture.title))
        fixture.session.type("\u{1B}")
        #expect(fixture.session.waitUntil(milliseconds: 400) { $0.text.contains("键：escape") })
        fixture.session.type("[A")
        fixture.session.readUntilQuiet(150)
        #expect(fixture.session.screen.text.contains("姓名：\n"))
    }

    @Test("The cursor stands at the insertion point: in the middle of Han, and in a scrolled field")
    func cursor() throws {
        let fixture = try Fixture()
        fixture.session.type("中文\u{1B}[D")
        #expect(fixture.session.waitUntil { $0.row == 3 && $0.column == 8 && $0.text.contains("中文") })
        fixture.session.type("党员干部群众代表会议")
        #expect(fixture.session.waitUntil { $0.text.contains("群众代表会议") && $0.column == 24 })
        #expect(fixture.session.screen.modes.contains(25))
    }

    @Test("A paste of several lines stays in its field")
    func paste() throws {
        let fixture = try Fixture()
        #expect(fixture.shows(Fixture.title))
        #expect(fixture.session.screen.modes.contains(2004))
        fixture.session.type("\u{1B}[200~一行\r二行\u{1B}[201~")
        #expect(fixture.shows("姓名：一行 二行"))
    }

    @Test("A terminal that draws “ in two cells is noticed, and everything lines up")
    func wideTerminal() throws {
        let fixture = try Fixture(ambiguous: .wide)
        #expect(fixture.shows("宽度：wide"))
        #expect(fixture.shows("“三会一课”——※①|"))
        #expect(fixture.session.screen.frame[4, 20].text == "|")
    }

    @Test("A terminal that does not answer is taken for narrow, and typing works at once")
    func silentTerminal() throws {
        let fixture = try Fixture(answers: false)
        #expect(fixture.shows("“三会一课”——※①|"))
        fixture.session.type("甲")
        #expect(fixture.shows("姓名：甲"))
    }

    @Test("The question how wide “ is leaves nothing on the screen", arguments: [AmbiguousWidth.narrow, .wide])
    func questionIsErased(_ width: AmbiguousWidth) throws {
        let fixture = try Fixture(["FIXTURE_BARE": "1"], ambiguous: width, answers: false)
        #expect(fixture.shows("大小：80×24"))
        #expect(fixture.session.output.contains(subsequence: Array("“\u{1B}[6n".utf8)))
        #expect(fixture.session.screen.text.hasPrefix("\n"))
    }

    @Test(
        "Only the columns after one cell and after two are an answer: any other leaves the width as it was assumed",
        .enabled(if: LocaleFolder.isAvailable, "localedef or the sources of zh_CN are missing"),
        arguments: [(1, false), (2, true), (4, false), (9, false)])
    func answers(_ column: Int, _ counts: Bool) throws {
        // Assumed is two cells there, so an answer of one is seen.
        let fixture = try Fixture(["LC_ALL": "zh_CN.GB18030", "LOCPATH": LocaleFolder.path], answers: false)
        fixture.session.readUntilQuiet(300)
        fixture.session.forgetOutput()
        fixture.session.type("\u{1B}[1;\(column)R")
        fixture.session.readUntilQuiet(150)
        #expect(fixture.session.output.contains(subsequence: Array("narrow".utf8)) == counts)
    }

    @Test(
        "Leaving gives the terminal back",
        arguments: ["xterm-256color", "linux", "vt100", "screen-256color", "nonsense"])
    func leaving(_ type: String) throws {
        let fixture = try Fixture(["TERM": type])
        #expect(fixture.shows(Fixture.title))
        #expect(!fixture.session.isCooked)
        fixture.session.type("\u{11}")
        #expect(fixture.session.waitForExit() == .status(0))
        #expect(fixture.isRestored)
    }

    @Test("A signal that ends the program gives the terminal back", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signals(_ number: Int32) throws {
        let fixture = try Fixture()
        #expect(fixture.shows(Fixture.title))
        fixture.session.send(signal: number)
        #expect(fixture.session.waitForExit() == .status(128 + number))
        #expect(fixture.isRestored)
    }

    @Test("A crash gives the terminal back, says so in Chinese, and keeps its signal", arguments: 2...8)
    func crashes(_ key: Int) throws {
        var log = Array("/tmp/fixture-log-XXXXXX".utf8CString)
        close(mkstemp(&log))
        defer { unlink(log) }
        let path = String(decoding: log.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let fixture = try Fixture(["FIXTURE_LOG": path])
        #expect(fixture.shows(Fixture.title))
        let sequences = ["OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~"]
        fixture.session.type("\u{1B}" + sequences[key - 2])
        guard case .signal = fixture.session.waitForExit() else {
            Issue.record("still alive or left in order")
            return
        }
        #expect(fixture.isRestored)
        #expect(fixture.session.screen.text.contains("程序出错，已退出，终端已恢复；详情见日志 \(path)"))
    }

    @Test("A storm of sizes does no harm, and the screen is the same as before")
    func resizing() throws {
        let fixture = try Fixture()
        #expect(fixture.shows("大小：80×24"))
        let before = fixture.session.screen.text
        for (rows, columns) in [(5, 20), (1, 1), (2, 3), (60, 200), (1, 300), (100, 1), (24, 80)] {
            fixture.session.resize(Size(columns: columns, rows: rows))
            fixture.session.readUntilQuiet(15)
        }
        #expect(fixture.session.waitUntil { $0.text == before })
        let small = try Fixture(size: Size(columns: 5, rows: 2))
        #expect(small.shows("请放"))
        small.session.resize(Size(columns: 80, rows: 24))
        #expect(small.session.waitUntil { $0.text == before })
    }

    @Test("When the line drops, the program ends and does not spin")
    func hangUp() throws {
        let fixture = try Fixture()
        #expect(fixture.shows(Fixture.title))
        fixture.session.hangUp()
        #expect(fixture.session.waitForExit(milliseconds: 2_000) == .status(128 + SIGHUP))
    }

    @Test("Suspended from a shell with job control, the terminal is given back and taken again")
    func suspending() throws {
        let program = Products.path("TerminalFixture")
        let session = try PtySession(
            ["/bin/bash", "--norc", "-i"],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PS1": "shell$ "])
        #expect(session.waitUntil { $0.text.contains("shell$") })
        session.type("\(program)\r")
        #expect(session.waitUntil { $0.alternate && $0.text.contains(Fixture.title) })
        session.type("\u{1A}")
        #expect(session.waitUntil { !$0.alternate && $0.text.contains("Stopped") })
        #expect(session.screen.isReset || session.screen.modes == [7, 25, 2004])
        session.type("fg\r")
        #expect(session.waitUntil { $0.alternate && $0.text.contains(Fixture.title) && $0.text.contains("继续") })
        session.type("甲")
        #expect(session.waitUntil { $0.text.contains("姓名：甲") })
    }

    @Test("Chinese is shown and typed even where ssh brings LC_ALL=C")
    func rescuedLocale() throws {
        let fixture = try Fixture(["LC_ALL": "C", "LANG": "zh_CN.GB18030"])
        #expect(fixture.shows(Fixture.title))
        fixture.session.type("东河村")
        #expect(fixture.shows("姓名：东河村"))
    }

    @Test(
        "A GB18030 terminal shows and types Chinese",
        .enabled(if: LocaleFolder.isAvailable, "localedef or the sources of zh_CN are missing"))
    func gb18030() throws {
        let fixture = try Fixture(["LC_ALL": "zh_CN.GB18030", "LOCPATH": LocaleFolder.path], answers: false)
        fixture.session.readUntilQuiet(300)
        #expect(fixture.session.output.contains(subsequence: LocaleFolder.titleInGB))
        fixture.session.forgetOutput()
        // 中, cut in its middle.
        fixture.session.type(bytes: [0xD6])
        fixture.session.readUntilQuiet(150)
        fixture.session.type(bytes: [0xD0])
        fixture.session.readUntilQuiet(150)
        #expect(fixture.session.output.contains(subsequence: [0xD6, 0xD0]))
    }

    @Test("An idle program writes nothing")
    func idle() throws {
        let fixture = try Fixture()
        #expect(fixture.shows(Fixture.title))
        fixture.session.readUntilQuiet()
        fixture.session.forgetOutput()
        fixture.session.readUntilQuiet(300)
        #expect(fixture.session.output.isEmpty)
    }

    @Test("On a dumb terminal it says so and ends with 64")
    func dumb() throws {
        let fixture = try Fixture(["TERM": "dumb"])
        #expect(fixture.session.waitForExit() == .status(64))
        #expect(fixture.session.isCooked)
    }

    @Test("With its input from a file it says so and ends with 64")
    func notATerminal() throws {
        let session = try PtySession(["/bin/sh", "-c", "\(Products.path("TerminalFixture")) </dev/null"])
        #expect(session.waitForExit() == .status(64))
        #expect(session.screen.text.contains("notATerminal"))
    }

    private func contents(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8_192)
        return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    }

    @Test("Hardened, it draws as before, dumps no core and makes files for their owner only")
    func hardened() throws {
        let session = try PtySession(
            [Products.path("TerminalFixture"), "--harden"],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LINES": "7", "COLUMNS": "9"])
        #expect(session.waitUntil { $0.text.contains("大小：80×24") })
        let status = contents("/proc/\(session.process)/status")
        #expect(status.contains("Umask:\t0077") && status.contains("NoNewPrivs:\t1"))
        #expect(contents("/proc/\(session.process)/limits").contains(#/Max core file size +0 +0/#))
        session.type("\u{11}")
        #expect(session.waitForExit() == .status(0))
    }
}
