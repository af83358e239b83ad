/// Text for messages and forms.
package enum PlainText {
    /// The text without control, bidirectional and invisible characters: line breaks and tabs as a space, others as
    /// `U+202E` and the like (CONTRACT section 1: reported texts carry no control characters).
    package static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": safe += " "
            case _ where isUnsafe(scalar): safe += scalar.codePointName
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// What the contract keeps out of cells, and what it lets in though nobody sees it: U+00AD is the first of those.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        if CellRules.isForbidden(scalar) { return true }
        return scalar.value >= 0xAD && scalar.properties.generalCategory == .format
    }
}
