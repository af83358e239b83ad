/// The eight colours every terminal has, and its own default.
package enum Colour: UInt8, Sendable, CaseIterable {
    /// The terminal's own foreground or background.
    case standard
    case black, red, green, yellow, blue, magenta, cyan, white
}

/// How a cell looks: two colours and three attributes in two bytes. What a style means is said elsewhere.
package struct Style: Hashable, Sendable {
    private var bits: UInt16 = 0

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
        get { Colour(rawValue: UInt8(bits & 15)) ?? .standard }
        set { bits = bits & ~15 | UInt16(newValue.rawValue) }
    }

    /// The colour behind the character.
    package var background: Colour {
        get { Colour(rawValue: UInt8(bits >> 4 & 15)) ?? .standard }
        set { bits = bits & ~0xF0 | UInt16(newValue.rawValue) << 4 }
    }

    /// Whether the character is bold.
    package var bold: Bool {
        get { has(0x100) }
        set { set(0x100, newValue) }
    }

    /// Whether the two colours are exchanged.
    package var reverse: Bool {
        get { has(0x200) }
        set { set(0x200, newValue) }
    }

    /// Whether the character is underlined.
    package var underline: Bool {
        get { has(0x400) }
        set { set(0x400, newValue) }
    }

    private func has(_ bit: UInt16) -> Bool {
        bits & bit != 0
    }

    private mutating func set(_ bit: UInt16, _ on: Bool) {
        bits = on ? bits | bit : bits & ~bit
    }
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
