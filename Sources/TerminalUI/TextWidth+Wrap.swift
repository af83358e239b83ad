extension TextWidth {
    /// The text as lines of at most `width` cells, for notes and help.
    ///
    /// A line end in the text ends a line here. Han may break anywhere but before closing punctuation or after opening
    /// one (。，、）》” do not begin a line, （《“ do not end one); other words break at spaces, or anywhere if longer than a
    /// line. An empty text is one empty line.
    package func wrap(_ text: String, to width: Int) -> [String] {
        let width = max(width, 2)
        // Most texts fit, and taking one apart into characters costs ten times as much as measuring it.
        if !text.unicodeScalars.contains(where: TextWidth.endsLine), cells(text) <= width {
            return [TextWidth.displayable(text).droppingTrailingSpaces]
        }
        var lines: [String] = []
        for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines += wrap(paragraph: Array(TextWidth.displayable(String(paragraph))), to: width)
        }
        return lines
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        (0xA...0xD).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }

    private func wrap(paragraph: [Character], to width: Int) -> [String] {
        var lines: [String] = []
        var start = 0
        repeat {
            let end = endOfLine(paragraph, from: start, width: width)
            lines.append(String(paragraph[start..<end]).droppingTrailingSpaces)
            start = end
            while start < paragraph.count && paragraph[start] == " " { start += 1 }
        } while start < paragraph.count
        return lines
    }

    /// The index after the last character of the line that begins at `start`.
    private func endOfLine(_ text: [Character], from start: Int, width: Int) -> Int {
        var sum = 0
        var end = start
        while end < text.count {
            sum += cells(String(text[end]))
            if sum > width { break }
            end += 1
        }
        if end == text.count { return end }
        var breakAt = end
        while breakAt > start && !mayBreak(text[breakAt - 1], text[breakAt]) { breakAt -= 1 }
        return breakAt > start ? breakAt : max(end, start + 1)
    }

    private func mayBreak(_ before: Character, _ after: Character) -> Bool {
        if after == " " { return true }
        if TextWidth.closing.contains(after) || TextWidth.opening.contains(before) { return false }
        return before == " " || breaksAnywhere(before) || breaksAnywhere(after)
    }

    /// Whether the character is written without spaces between words.
    private func breaksAnywhere(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
    }

    private static let closing: Set<Character> = Set("。，、；：？！）】》〉」』”’…—％,.;:?!)]}%")
    private static let opening: Set<Character> = Set("（【《〈「『“‘([{")
}

extension String {
    fileprivate var droppingTrailingSpaces: String {
        var kept = self
        while kept.last == " " { kept.removeLast() }
        return kept
    }
}
