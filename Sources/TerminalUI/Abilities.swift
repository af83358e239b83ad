/// What a terminal does beyond showing text.
package struct Abilities: Hashable, Sendable {
    /// Whether it puts into the clipboard what a program sends (OSC 52).
    package let copies: Bool
    /// Whether it opens what a text leads to (OSC 8).
    package let links: Bool
    /// Whether it draws thin lines and parts of a cell itself, whole and in one cell, whatever the font.
    package let drawsLines: Bool

    package init(copies: Bool = false, links: Bool = false, drawsLines: Bool = false) {
        self.copies = copies
        self.links = links
        self.drawsLines = drawsLines
    }

    /// Of a terminal about which nothing is known.
    package static let none = Abilities()
}
