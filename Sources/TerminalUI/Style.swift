/// A colour of a cell: the terminal's own, or a number of its palette, of which every terminal with colours has the first eight.
package struct Colour: Hashable, Sendable {
    /// 0 for the terminal's own foreground or background, else the number in the palette and 1.
    package let code: UInt16

    /// The colour of a number in the palette, 0 to 255.
    package static func palette(_ number: UInt8) -> Colour { Colour(code: UInt16(number) + 1) }

    /// The terminal's own foreground or background.
    package static let standard = Colour(code: 0)
    package static let black = palette(0)
    package static let red = palette(1)
    package static let green = palette(2)
    package static let yellow = palette(3)
    package static let blue = palette(4)
    package static let magenta = palette(5)
    package static let cyan = palette(6)
    package static let white = palette(7)
}

/// How a cell looks: two colours and three attributes in four bytes.
///
/// What a style means is said elsewhere.
package struct Style: Hashable, Sendable {
    /// Nine bits a colour, the foreground lowest, then the attributes.
    private var bits: UInt32 = 0

    /// A style with the given parts.
    package init(
        foreground: Colour = .standard, background: Colour = .standard, bold: Bool = false, reverse: Bool = false,
        underline: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.reverse = reverse
        self.underline = underline
    }

    /// The terminal's own look.
    package static let plain = Style()
    /// Foreground and background exchanged: visible without any colour.
    package static let reversed = Style(reverse: true)
    /// Heavier, or brighter, by the terminal.
    package static let bold = Style(bold: true)
}

extension Style {
    /// The colour of the character.
    package var foreground: Colour {
        get { Colour(code: UInt16(bits & 0x1FF)) }
        set { bits = bits & ~0x1FF | UInt32(newValue.code) }
    }

    /// The colour behind the character.
    package var background: Colour {
        get { Colour(code: UInt16(bits >> 9 & 0x1FF)) }
        set { bits = bits & ~(0x1FF << 9) | UInt32(newValue.code) << 9 }
    }

    /// Whether the character is bold.
    package var bold: Bool {
        get { has(1 << 18) }
        set { set(1 << 18, newValue) }
    }

    /// Whether the two colours are exchanged.
    package var reverse: Bool {
        get { has(1 << 19) }
        set { set(1 << 19, newValue) }
    }

    /// Whether the character is underlined.
    package var underline: Bool {
        get { has(1 << 20) }
        set { set(1 << 20, newValue) }
    }

    private func has(_ bit: UInt32) -> Bool { bits & bit != 0 }

    private mutating func set(_ bit: UInt32, _ on: Bool) { bits = on ? bits | bit : bits & ~bit }
}

extension Style: CustomStringConvertible {
    /// In words, for tests: `bold reverse red on white`, or `plain`.
    package var description: String {
        var words: [String] = []
        if bold { words.append("bold") }
        if reverse { words.append("reverse") }
        if underline { words.append("underline") }
        if foreground != .standard { words.append("\(foreground)") }
        if background != .standard { words.append("on \(background)") }
        return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
}

extension Colour: CustomStringConvertible {
    /// In words, for tests: `red`, `214`.
    package var description: String {
        let words = ["standard", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return words.indices.contains(Int(code)) ? words[Int(code)] : String(code - 1)
    }
}
