/// The code points of a text that may reach an output, one after the other.
///
/// - A tab or a line end (CR LF is one) becomes a space.
/// - Every other control, bidi control, zero-width or tag character, and every noncharacter, becomes a `?`: one cell,
///   and visible, because someone put it there to hide something.
/// - Variation selectors go; the character before them stays.
/// - A base keeps its first two combining marks. A mark without a base gets a space to stand on.
struct DisplayedScalars: Sequence, IteratorProtocol {
    private static let marksPerBase = 2
    private var source: String.UnicodeScalarView.Iterator
    private var waiting: Unicode.Scalar?
    private var room = -1
    private var afterCarriageReturn = false

    init(_ text: String) {
        source = text.unicodeScalars.makeIterator()
    }

    mutating func next() -> Unicode.Scalar? {
        if let mark = waiting {
            waiting = nil
            return mark
        }
        while let scalar = source.next() {
            if let shown = display(scalar) { return shown }
        }
        return nil
    }

    private mutating func display(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let followsCarriageReturn = afterCarriageReturn
        afterCarriageReturn = scalar == "\r"
        switch WidthClass(scalar.value) {
        case .selector: return nil
        case .mark: return attach(scalar)
        case .narrow, .wide, .ambiguous, .privateUse: return stand(scalar)
        case .control, .hidden:
            if scalar == "\n" && followsCarriageReturn { return nil }
            return stand(scalar.separatesText ? " " : TextWidth.replacement)
        }
    }

    private mutating func stand(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        room = DisplayedScalars.marksPerBase
        return scalar
    }

    private mutating func attach(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
        if room < 0 {
            waiting = mark
            room = DisplayedScalars.marksPerBase - 1
            return " "
        }
        guard room > 0 else { return nil }
        room -= 1
        return mark
    }
}

extension Unicode.Scalar {
    /// Tab, line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator.
    var separatesText: Bool {
        switch value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension TextWidth {
    /// Stands for a character that must not be shown. ASCII, so that it is one cell in every font and encoding.
    package static let replacement: Unicode.Scalar = "?"

    /// The text as it may go to a screen, a printed line, an error or a log: no control, bidi or invisible character is
    /// left in it (replaced by a space or a `?`), and at most two combining marks stand on one base.
    ///
    /// The one filter between data and any output. Applying it twice changes nothing.
    package static func displayable(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in DisplayedScalars(text) { shown.append(scalar) }
        return String(shown)
    }
}
