/// How many cells the terminal gives to a character of ambiguous width, such as “ — … ① ※.
///
/// Unicode leaves it open (Unicode Standard Annex #11, class A); the terminal's font decides, not the locale.
package enum AmbiguousWidth: UInt8, Sendable, CaseIterable {
    /// One cell, as in most terminals.
    case narrow = 1
    /// Two cells, as in terminals with an old Chinese font.
    case wide = 2
}

/// Measures text in cells of the terminal, never in characters or bytes.
///
/// Widths are those of the generated table (Unicode 17). All of them speak of text as ``displayable(_:)`` makes it,
/// which is also what ``Frame/put(_:row:column:maxWidth:style:)`` draws, so a measured text takes the cells it was
/// measured for.
package struct TextWidth: Hashable, Sendable {
    /// The cells of ambiguous and private-use characters.
    package var ambiguous: AmbiguousWidth

    /// Measures with the given answer to the ambiguous question.
    package init(_ ambiguous: AmbiguousWidth = .narrow) { self.ambiguous = ambiguous }

    /// Cells of one code point as it is: 0 for combining marks and invisible characters, 1 or 2 for what is seen, 1 for
    /// a control (a mark stands in for it).
    package func cells(_ scalar: Unicode.Scalar) -> Int { cells(of: WidthClass(scalar.value)) }

    /// What POSIX `wcwidth` returns for a code point: 0 for NUL, -1 for controls and what is no code point.
    ///
    /// The terminal layer gives it to ncurses, so that nothing is laid out by one table and drawn by another.
    package func wcwidth(_ point: UInt32) -> Int32 {
        if point == 0 { return 0 }
        let kind = WidthClass(point)
        return kind == .control ? -1 : Int32(cells(of: kind))
    }

    /// Cells of the text as displayed.
    package func cells(_ text: String) -> Int {
        var sum = 0
        for (_, kind) in DisplayedScalars(text) { sum += cells(of: kind) }
        return sum
    }

    func cells(of kind: WidthClass) -> Int {
        switch kind {
        case .narrow, .control: 1
        case .wide: 2
        case .ambiguous, .privateUse: Int(ambiguous.rawValue)
        case .mark, .hidden, .selector: 0
        }
    }
}

/// Where a text stands in a field wider than itself.
package enum Alignment: Hashable, Sendable {
    /// At the left: words.
    case left
    /// At the right: figures.
    case right
    /// In the middle: titles.
    case centre

    /// How many of the blanks that fill a field stand before the text.
    package func blanks(before rest: Int) -> Int {
        switch self {
        case .left: 0
        case .right: rest
        case .centre: rest / 2
        }
    }
}

extension TextWidth {
    /// The longest beginning of the text, as displayed, that fits into `width` cells; a wide character that would stick
    /// out is left off whole, so the result may be a cell short.
    package func clip(_ text: String, to width: Int) -> String {
        var kept = String.UnicodeScalarView()
        var sum = 0
        for (scalar, kind) in DisplayedScalars(text) {
            sum += cells(of: kind)
            if sum > width { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// The text clipped and filled with spaces to exactly `width` cells.
    package func pad(_ text: String, to width: Int, alignment: Alignment = .left) -> String {
        let clipped = clip(text, to: width)
        let rest = max(0, width - cells(clipped))
        let before = alignment.blanks(before: rest)
        return String(repeating: " ", count: before) + clipped + String(repeating: " ", count: rest - before)
    }

    /// The cells that ``truncate(_:to:)`` leaves of the text, and whether it cuts it; builds no text, because a screen
    /// asks it for each of its fields at each key.
    func fit(_ text: String, into width: Int) -> (cells: Int, isCut: Bool) {
        // Figures are such texts, and most fields are figures.
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            return (min(text.utf8.count, max(0, width)), text.utf8.count > width)
        }
        var sum = 0
        var beforeMark = 0
        for (_, kind) in DisplayedScalars(text) {
            sum += cells(of: kind)
            if sum > width { return (width > 0 ? beforeMark + 1 : 0, true) }
            if sum < width { beforeMark = sum }
        }
        return (sum, false)
    }

    /// The text clipped to `width` cells, its last one a `~` if anything was left off. (An ellipsis is of ambiguous
    /// width.)
    package func truncate(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        guard cells(text) > width else { return TextWidth.displayable(text) }
        return clip(text, to: width - 1) + "~"
    }
}
