import Foundation
import TerminalUI
import TestSupport
import Testing

/// The built program's dashboard on a pseudo-terminal, on the ledger of a folder.
struct Board {
    let session: PtySession

    /// The keys that tests press, as a terminal sends them.
    enum Keys {
        static let save = "\u{13}"
        static let escape = "\u{1B}"
        static let enter = "\r"
        static let repaint = "\u{0C}"
    }

    /// Starts it, or a command that does, and goes on.
    init(
        _ folder: Folder, _ settings: [String: String] = [:], size: Size = Size(columns: 80, rows: 24),
        ambiguous: AmbiguousWidth = .narrow, answers: Bool = true, arguments: [String] = [],
        command: [String] = [Program.path]
    ) throws {
        let environment = folder.terminalEnvironment.merging(settings) { $1 }
        session = try PtySession(
            command + arguments, environment: environment, size: size, ambiguous: ambiguous)
        session.answers = answers
    }

    /// Starts it on the small town and waits for the first screen.
    static func opened(
        _ folder: Folder, _ settings: [String: String] = [:], size: Size = Size(columns: 80, rows: 24),
        ambiguous: AmbiguousWidth = .narrow, answers: Bool = true, arguments: [String] = []
    ) throws -> Board {
        let board = try Board(
            folder, settings, size: size, ambiguous: ambiguous, answers: answers, arguments: arguments)
        try #require(board.shows("[1总览]") && board.shows("帮助"), "\(board.session.screen.text)")
        board.settle()
        return board
    }

    /// Whether the screen comes to show a text, which may be wrapped.
    func shows(_ text: String, within milliseconds: Int = 10_000) -> Bool {
        let sought = text.withoutBlanks
        return session.waitUntil(milliseconds: milliseconds) { $0.text.withoutBlanks.contains(sought) }
    }

    /// Types, and waits until the screen shows a text.
    func press(_ keys: String, until text: String) throws {
        session.type(keys)
        try #require(shows(text), "\(text): \(session.screen.text)")
        settle()
    }

    /// Reads until nothing more comes.
    func settle() {
        session.readUntilQuiet(80)
    }

    /// The program that the command started.
    var child: pid_t? {
        get throws {
            let process = session.process
            return try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
                .split(separator: " ").first.flatMap { pid_t($0) }
        }
    }

    /// The picture.
    var text: String { session.screen.text }

    /// Row by row.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// Whether the terminal is as a shell expects to find it.
    var isRestored: Bool { session.isCooked && session.screen.isReset }

    /// Leaves by key.
    func quit() {
        session.type("q")
        #expect(session.waitForExit() == .status(0))
        #expect(isRestored)
    }
}

extension String {
    /// The text without spaces and line ends, by which wrapped text is found.
    var withoutBlanks: String { filter { $0 != " " && $0 != "\n" } }
}
