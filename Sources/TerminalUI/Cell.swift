/// One place of the grid: a character with up to two combining marks, or the right half of a wide character.
///
/// Sixteen bytes without references, so that a frame is one block of memory.
package struct Cell: Hashable, Sendable {
    /// Three code points of 21 bits, the base lowest; 0 in the right half of a wide character.
    private var contents: UInt64
    /// How the cell looks.
    package var style: Style

    private init(contents: UInt64, style: Style) {
        self.contents = contents
        self.style = style
    }

    /// A cell showing one code point, which must be displayable.
    init(_ scalar: Unicode.Scalar, style: Style) { self.init(contents: UInt64(scalar.value), style: style) }

    /// An empty cell.
    static func blank(_ style: Style) -> Cell { Cell(" ", style: style) }

    /// The right half of a wide character.
    static func continuation(_ style: Style) -> Cell { Cell(contents: 0, style: style) }

    /// Whether this is the right half of the wide character in the cell before.
    package var isContinuation: Bool { contents == 0 }

    /// The code points: the base, then its marks, 0 where there is none.
    package var points: (base: UInt32, mark: UInt32, secondMark: UInt32) { (point(0), point(21), point(42)) }

    /// The cell as text; empty for the right half of a wide character.
    package var text: String {
        var scalars = String.UnicodeScalarView()
        for shift in [0, 21, 42] {
            guard let scalar = Unicode.Scalar(point(shift)), scalar.value != 0 else { break }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    private func point(_ shift: Int) -> UInt32 { UInt32(truncatingIfNeeded: contents >> UInt64(shift)) & 0x1F_FFFF }

    /// Adds a combining mark; a third one is left off.
    mutating func attach(_ mark: Unicode.Scalar) {
        guard !isContinuation else { return }
        if point(21) == 0 {
            contents |= UInt64(mark.value) << 21
        } else if point(42) == 0 {
            contents |= UInt64(mark.value) << 42
        }
    }
}
