import PartyWork

extension Unicode.Scalar {
    /// Whether the character would steer a terminal or deceive the eye: controls, bidirectional and invisible characters.
    ///
    /// New rows cannot contain the ones CONTRACT section 1 lists; a ledger from elsewhere could.
    var isUnsafeInOutput: Bool {
        // ASCII and the common characters, most of any text, need not be looked up.
        if value < 0x7F { return value < 0x20 }
        if (0x4E00...0x9FFF).contains(value) { return false }
        guard !CellRules.isForbidden(self) else { return true }
        switch properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}

extension UInt8 {
    /// Whether a text of such bytes alone needs no look at its characters: printable ASCII, and U+4000 to U+9FFF, where nothing
    /// steers or deceives.
    fileprivate var isOfCommonCharacter: Bool {
        switch self {
        case 0x20..<0x7F, 0x80...0xBF, 0xE4...0xE9: true
        default: false
        }
    }
}

extension String {
    /// The text with a `?` for every character that must not reach an output; nothing else is changed.
    var safe: String {
        var bytes = self
        guard !bytes.withUTF8({ $0.allSatisfy(\.isOfCommonCharacter) }) else { return self }
        guard unicodeScalars.contains(where: \.isUnsafeInOutput) else { return self }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: unicodeScalars.map { $0.isUnsafeInOutput ? "?" : $0 })
        return String(text)
    }

    /// A text of several lines that we wrote, made safe with its line ends.
    var safeLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).safe }.joined(separator: "\n")
    }
}
