extension String {
    /// Adds a text as a JSON string (RFC 8259): in quotes, with quotes, backslashes and line ends escaped.
    ///
    /// - Parameter isEscaped: which other characters are written as `\u001B`; at least the controls below U+0020.
    package mutating func appendJSON(
        _ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool = { $0.value < 0x20 }
    ) {
        self += "\""
        defer { self += "\"" }
        // Keys, states and codes: scalar by scalar they took longer than the figures between them.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            self += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": self += "\\\""
            case "\\": self += "\\\\"
            case "\n": self += "\\n"
            case "\r": self += "\\r"
            case "\t": self += "\\t"
            default: isEscaped(scalar) ? appendCodeUnits(scalar) : unicodeScalars.append(scalar)
            }
        }
    }

    /// `\u202E`; a pair of surrogates beyond the first plane.
    private mutating func appendCodeUnits(_ scalar: Unicode.Scalar) {
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16, uppercase: true)
            self += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
