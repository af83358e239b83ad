import TerminalUI

extension CursesTerminal {
    /// Writes the text of a link again as one that the terminal opens (OSC 8), between saving the cursor and going back to it: ncurses
    /// knows nothing of links, and what it believes of the screen stays true.
    func linking(_ frame: Frame) -> [UInt8] {
        guard frame.link != shownLink else { return [] }
        shownLink = frame.link
        guard let link = frame.link, encoding == .utf8, (0..<size.rows).contains(link.row) else { return [] }
        let columns = link.columns.clamped(to: 0..<min(size.columns, frame.size.columns))
        let cells = frame.row(link.row).dropFirst(columns.lowerBound).prefix(columns.count)
        guard let first = cells.first else { return [] }
        let text = cells.map(\.text).joined()
        let place = "\u{1B}7\u{1B}[\(link.row + 1);\(columns.lowerBound + 1)H\u{1B}[\(first.style.bold ? "0;1" : "0")m"
        let address = "file://" + CursesTerminal.escaped(link.path)
        return Array("\(place)\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\\u{1B}8".utf8)
    }

    /// A path in the characters of an address (RFC 3986).
    static func escaped(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { address, byte in
            let isPlain =
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "/._-~".utf8.contains(byte)
                }
            if isPlain {
                address.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
