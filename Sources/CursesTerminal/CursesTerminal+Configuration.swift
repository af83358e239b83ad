import Glibc
import TerminalUI

extension CursesTerminal {
    /// What is known of the terminal before it is opened; everything left out is found out.
    package struct Configuration: Sendable {
        /// Whether colours are used; nil leaves it to the terminal and to `NO_COLOR`.
        package var colour: Bool?
        /// The user's answer to the ambiguous question; nil goes by what the terminal says, which is asked
        /// together with the first frame.
        package var ambiguous: AmbiguousWidth?
        /// Where error output goes while the screen is up; nil drops it.
        package var logPath: String?
        /// Whether clicks and the wheel are reported; the terminal's own selecting and copying then needs Shift.
        package var mouse = false
        /// Whether the last words of a crash are English; they are Chinese else.
        package var isEnglish = false
        /// Where keys come from.
        package var input: Int32 = STDIN_FILENO
        /// Where frames go.
        package var output: Int32 = STDOUT_FILENO
        /// The terminal's type; nil takes `TERM`.
        package var type: String?
        /// A fixed size, for tests: then descriptors need not be terminals, and neither settings nor signals are
        /// touched.
        package var size: Size?

        /// A terminal on standard input and output, everything else found out.
        package init() {}

        var usesColour: Bool {
            if let colour { return colour }
            return getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
        }
    }

    /// The types to try, the terminal's own first; what is no type's name (RELIABILITY, section 4) is not looked up.
    static func candidates(for type: String) -> [String] {
        let isName = (1...64).contains(type.utf8.count) && type.utf8.allSatisfy(isAllowed)
        let usual = type.hasSuffix("-256color") ? ["xterm-256color", "xterm", "vt100"] : ["xterm", "vt100"]
        return isName ? [type] + usual : usual
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "+._-".utf8.contains(byte)
        }
    }

    /// Whether the terminal may be sent private modes of xterm: all but printing terminals, consoles and the old ones.
    static func takesPrivateModes(_ type: String) -> Bool {
        !["linux", "vt", "ansi", "dumb", "cons"].contains { type.hasPrefix($0) }
    }
}
