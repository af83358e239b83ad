import Glibc
import TerminalUI

extension CursesTerminal {
    /// What it does beyond showing text, as far as it says who it is.
    ///
    /// Not by its type alone where many take that name: nearly every terminal calls itself xterm, and most of them drop what
    /// they do not know. Within tmux and screen the outer one is not known.
    package var abilities: Abilities {
        func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
        if !variable("TMUX").isEmpty || !variable("STY").isEmpty { return .none }
        let types = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour"]
        let named = [variable("TERM_PROGRAM"), variable("LC_TERMINAL")]
        // Their manuals say that they draw lines and blocks themselves unless told otherwise.
        let draws =
            types.contains { variable("TERM").hasPrefix($0) } || named.contains { ["WezTerm", "ghostty"].contains($0) }
        let isKnown =
            draws || named.contains { ["iTerm.app", "iTerm2"].contains($0) } || !variable("WT_SESSION").isEmpty
        let isNewVTE = (Int(variable("VTE_VERSION")) ?? 0) >= 5_000
        return Abilities(copies: isKnown, links: isKnown || isNewVTE, drawsLines: draws)
    }

    /// Hands a text to the terminal with the next frame, to be put into the clipboard.
    package func copy(_ text: String) {
        prelude += Array("\u{1B}]52;c;\(CursesTerminal.base64(Array(text.utf8)))\u{07}".utf8)
    }

    /// Bytes in the letters of RFC 4648.
    static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let taken = bytes[start..<min(start + 3, bytes.count)]
            let value = taken.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - taken.count))
            for place in 0..<4 {
                text.append(place <= taken.count ? letters[Int(value >> (18 - 6 * UInt32(place)) & 63)] : "=")
            }
        }
        return text
    }
}
