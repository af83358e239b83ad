import CNcurses
import Glibc
import TerminalUI

/// The terminal: draws frames, gives events.
///
/// One at a time, and on one thread, for ncurses has globals.
///
/// While it is open, standard error goes to the log, a crash resets the terminal before the program dies, and signals
/// become events. ``close()`` undoes all of it.
package final class CursesTerminal {
    /// What was sent and how often we woke, for tests and `--statistics`.
    package struct Counters: Hashable, Sendable {
        /// Bytes written to the terminal.
        package var bytes = 0
        /// Frames given to ``CursesTerminal/draw(_:)``, also those that changed nothing.
        package var frames = 0
        /// Calls of write.
        package var writes = 0
        /// Returns from poll.
        package var wakeups = 0
    }

    /// The window's size in cells.
    package internal(set) var size: Size
    /// How frames must measure text to be drawn right.
    package private(set) var textWidth: TextWidth
    /// The colours it has, and whether its ground is light as far as `COLORFGBG` tells (the last of its numbers is the ground's).
    package var colours: Theme {
        let count = cn_colours()
        let ground = getenv("COLORFGBG").flatMap { String(cString: $0).split(separator: ";").last }
        return Theme(
            count >= 256 ? .many : count >= 8 ? .eight : .none, on: ground == "7" || ground == "15" ? .light : .dark)
    }
    /// Counted since the terminal was opened.
    package internal(set) var counters = Counters()
    /// The type whose sequences are used; the terminal's own or a stand-in.
    package let type: String

    let configuration: Configuration
    let isInteractive: Bool
    let encoding: Encoding
    let takesPrivateModes: Bool
    var decoder = KeyDecoder()
    var signals: Int32 = -1
    var isGone = false
    /// Whether the next SIGCONT ends a stop that ``suspend()`` has already recovered from.
    var expectsContinue = false
    /// Stops the program by calling what it is given, when everything else in it may stop too.
    package var stopping: (_ stop: () -> Void) -> Void = { $0() }
    var probe = Probe.none
    /// What the terminal answered to the probe, if it did.
    var answered: AmbiguousWidth?
    /// The officer's answer to the ambiguous question; nil goes by the terminal's.
    ///
    /// The next frame is sent whole.
    package var ambiguous: AmbiguousWidth? {
        didSet { measure(ambiguous ?? answered ?? CursesTerminal.assumed(encoding)) }
    }
    var mouse: Bool
    /// Bytes that go before the next frame, in the same write.
    var prelude: [UInt8] = []
    /// What the terminal knows already and need not be told again.
    var economy = Economy()
    var previous: Frame?
    /// The link that stands on the screen.
    var shownLink: Link?
    private var formerErrors: Int32 = -1
    private var isOpen = true

    /// What the locale makes of text.
    enum Encoding {
        case utf8
        case gb
        case other
    }

    /// Whether the terminal was asked how wide “ is.
    enum Probe {
        case none
        case due
        case sent
    }

    /// Takes over the terminal; nothing is written before the first frame, and nothing is changed if it throws.
    package init(_ configuration: Configuration) throws(TerminalError) {
        self.configuration = configuration
        isInteractive = configuration.size == nil
        mouse = configuration.mouse
        if isInteractive, isatty(configuration.input) == 0 || isatty(configuration.output) == 0 { throw .notATerminal }
        let named = configuration.type ?? getenv("TERM").map { String(cString: $0) } ?? ""
        if named == "dumb" { throw .dumb }
        encoding = CursesTerminal.encoding()
        size = configuration.size ?? CursesTerminal.size(of: configuration.output) ?? Size(columns: 80, rows: 24)
        ambiguous = configuration.ambiguous
        textWidth = TextWidth(configuration.ambiguous ?? CursesTerminal.assumed(encoding))
        CursesTerminal.measureAlike(textWidth.ambiguous)
        // ncurses takes signals that no one else has, so ours come first.
        if isInteractive { signals = cn_catch_signals() }
        guard let opened = CursesTerminal.open(named, size, configuration.usesColour) else {
            if isInteractive { cn_release_signals() }
            throw .unknownTerminal(TextWidth.displayable(named))
        }
        type = opened
        takesPrivateModes = CursesTerminal.takesPrivateModes(opened)
        // Also where the officer has answered already, so that the answer can be taken back.
        if isInteractive { probe = .due }
        try takeOver()
        announce()
    }

    deinit { close() }

    /// Gives the terminal back as it was; may be called more than once.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        leave()
        cn_close()
        guard isInteractive else { return }
        cn_unguard()
        cn_release_signals()
        cn_restore_errors(formerErrors)
    }
}

extension CursesTerminal {
    private static func encoding() -> Encoding {
        switch Int(cn_set_locale()) {
        case CN_UTF8: .utf8
        case CN_GB: .gb
        default: .other
        }
    }

    /// Before anyone has answered: terminals of the Chinese encodings have Chinese fonts.
    private static func assumed(_ encoding: Encoding) -> AmbiguousWidth { encoding == .gb ? .wide : .narrow }

    static func size(of descriptor: Int32) -> Size? {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard cn_size(descriptor, &rows, &columns) != 0 else { return nil }
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// Opens the first type that terminfo knows.
    private static func open(_ type: String, _ size: Size, _ colour: Bool) -> String? {
        candidates(for: type).first { cn_open($0, Int32(size.rows), Int32(size.columns), colour ? 1 : 0) != 0 }
    }

    private func takeOver() throws(TerminalError) {
        guard isInteractive else { return }
        guard cn_raw(configuration.input) != 0 else { throw abandoned(.notATerminal) }
        formerErrors = cn_redirect_errors(configuration.logPath ?? "/dev/null")
        if formerErrors < 0 { throw abandoned(.refused(configuration.logPath ?? "/dev/null")) }
        cn_guard(configuration.input, configuration.output, lastWords)
    }

    private func abandoned(_ reason: TerminalError) -> TerminalError {
        isOpen = false
        cn_cooked(configuration.input)
        cn_close()
        cn_release_signals()
        return reason
    }

    /// What a crash leaves on the restored terminal.
    private var lastWords: String {
        let path = configuration.logPath.map { TextWidth.displayable($0) }
        if configuration.isEnglish {
            let log = path.map { "see the log \($0)" } ?? "no log was set"
            return "\r\nThe program failed and has ended; the terminal is restored; \(log)\r\n"
        }
        return "\r\n程序出错，已退出，终端已恢复；\(path.map { "详情见日志 \($0)" } ?? "未设日志")\r\n"
    }

    /// Frames must measure ambiguous characters this way from now on; the next one is sent whole.
    package func measure(_ ambiguous: AmbiguousWidth) {
        textWidth = TextWidth(ambiguous)
        CursesTerminal.measureAlike(ambiguous)
        redrawAll()
    }

    /// Makes ncurses measure by our table.
    private static func measureAlike(_ ambiguous: AmbiguousWidth) {
        switch ambiguous {
        case .narrow: cn_measure_with { TextWidth(.narrow).wcwidth($0) }
        case .wide: cn_measure_with { TextWidth(.wide).wcwidth($0) }
        }
    }
}
