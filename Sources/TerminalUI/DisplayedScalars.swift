/// The code points of a text that may reach an output, one after the other, and what each does in a line of cells: whoever
/// measures or draws them need not look it up again.
///
/// - A tab or a line end (CR LF is one) becomes a space.
/// - Every other control, bidi control, zero-width or tag character, and every noncharacter, becomes a `?`: one cell,
///   and visible, because someone put it there to hide something.
/// - Variation selectors go; the character before them stays.
/// - A base keeps its first two combining marks. A mark without a base gets a space to stand on.
struct DisplayedScalars: Sequence, IteratorProtocol {
    typealias Element = (scalar: Unicode.Scalar, kind: WidthClass)

    private static let marksPerBase = 2
    private var source: String.UnicodeScalarView.Iterator
    private var waiting: Unicode.Scalar?
    private var room = -1
    private var afterCarriageReturn = false

    init(_ text: String) { source = text.unicodeScalars.makeIterator() }

    // Inlined, with what it calls, into the few loops that every key runs for each character of a screen.
    @inline(__always)
    mutating func next() -> Element? {
        if let mark = waiting {
            waiting = nil
            return (mark, .mark)
        }
        while let scalar = source.next() {
            if let shown = display(scalar) { return shown }
        }
        return nil
    }

    @inline(__always)
    private mutating func display(_ scalar: Unicode.Scalar) -> Element? {
        let followsCarriageReturn = afterCarriageReturn
        afterCarriageReturn = scalar == "\r"
        let kind = WidthClass(scalar.value)
        switch kind {
        case .selector: return nil
        case .mark: return attach(scalar)
        case .narrow, .wide, .ambiguous, .privateUse: return stand(scalar, kind)
        case .control, .hidden:
            if scalar == "\n" && followsCarriageReturn { return nil }
            return stand(scalar.separatesText ? " " : TextWidth.replacement, .narrow)
        }
    }

    @inline(__always)
    private mutating func stand(_ scalar: Unicode.Scalar, _ kind: WidthClass) -> Element {
        room = DisplayedScalars.marksPerBase
        return (scalar, kind)
    }

    private mutating func attach(_ mark: Unicode.Scalar) -> Element? {
        if room < 0 {
            waiting = mark
            room = DisplayedScalars.marksPerBase - 1
            return (" ", .narrow)
        }
        guard room > 0 else { return nil }
        room -= 1
        return (mark, .mark)
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
    /// Stands for a character that must not be shown; ASCII, so that it is one cell in every font and encoding.
    package static let replacement: Unicode.Scalar = "?"

    /// The text as it may go to a screen, a printed line, an error or a log: no control, bidi or invisible character is
    /// left in it (replaced by a space or a `?`), and at most two combining marks stand on one base.
    ///
    /// The one filter between data and any output. Applying it twice changes nothing.
    package static func displayable(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for (scalar, _) in DisplayedScalars(text) { shown.append(scalar) }
        return String(shown)
    }
}
