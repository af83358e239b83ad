/// Leaves out of an update what has no effect, for slow lines: a third of what late in the year, when every row has
/// colours, the first screen would say of attributes.
///
/// ncurses resets attributes as terminfo says, with the character set each time (`ESC ( B`) and the colours before it, one
/// sequence each. We draw no characters of another set, so one reset of it is enough; and colours and attributes are told when a
/// character needs them, in one sequence, as the shortest change from what the terminal has.
struct Economy {
    /// Whether the character set was said once.
    private var isSetKnown = false
    /// How the terminal draws; nil if that is not known.
    private var present: Rendition?
    /// How ncurses wants what follows to be drawn; nil after what is not understood, which then passes as it is.
    private var wanted: Rendition?
    /// Whether the terminal has colours, and so takes back one attribute alone.
    private var hasColours = false

    /// The update without its idle sequences.
    mutating func trim(_ update: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(update.count)
        var rest = update[...]
        while let first = rest.first {
            let length = first == Economy.escape ? Economy.sequenceLength(rest) : 1
            let piece = rest.prefix(length)
            rest = rest.dropFirst(length)
            if first != Economy.escape {
                if first == Economy.blank {
                    tellBlank(before: rest.first, &kept)
                } else if !Economy.steps.contains(first) {
                    tell(&kept)
                }
                kept.append(first)
            } else if let parameters = Economy.rendition(piece) {
                take(parameters, piece, &kept)
            } else if piece.elementsEqual(Economy.usualSet) {
                if !isSetKnown { kept += piece }
                isSetKnown = true
            } else {
                if Economy.namesSet(piece) { isSetKnown = false }
                if !Economy.needsNone(piece) { tell(&kept) }
                kept += piece
            }
        }
        tell(&kept)
        return kept
    }

    /// All must be said again, after something else had the terminal.
    mutating func forget() { (isSetKnown, present, wanted) = (false, nil, nil) }

    /// Takes in what ncurses wants from here on.
    private mutating func take(_ parameters: [Int], _ sequence: ArraySlice<UInt8>, _ kept: inout [UInt8]) {
        var next = wanted ?? Rendition()
        let isKnown = wanted != nil || parameters.first == 0
        if isKnown, next.take(parameters) {
            wanted = next
            hasColours = hasColours || next.isColoured
        } else {
            tell(&kept)
            kept += sequence
            (present, wanted) = (nil, nil)
        }
    }

    /// Tells the terminal how to draw, if it draws otherwise.
    private mutating func tell(_ kept: inout [UInt8]) {
        guard let wanted, wanted != present else { return }
        let parameters = wanted.parameters(from: present, takesBack: hasColours)
        let text = parameters == [0] ? "" : parameters.map(String.init).joined(separator: ";")
        kept += "\u{1B}[\(text)m".utf8
        present = wanted
    }

    /// Tells it before a blank, of which less is seen; what follows at once is drawn the same way, and may be a mark on the blank.
    private mutating func tellBlank(before next: UInt8?, _ kept: inout [UInt8]) {
        let isLast = next == nil || next == Economy.escape || next == Economy.blank
        if isLast, let wanted, let present, wanted.showsBlanksLike(present) { return }
        tell(&kept)
    }

    private static let escape: UInt8 = 0x1B
    private static let blank: UInt8 = 0x20
    /// Back by one, and to the beginning of the line.
    private static let steps: [UInt8] = [0x08, 0x0D]
    private static let usualSet = Array("\u{1B}(B".utf8)

    /// How long the sequence is that the bytes begin with: of a control sequence all of it, of another its first two bytes, or
    /// three where it names a character set.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let kind = bytes.dropFirst().first else { return 1 }
        guard kind == 0x5B else { return min(bytes.count, namesSet(bytes) ? 3 : 2) }
        let end = bytes.dropFirst(2).firstIndex { !(0x20...0x3F).contains($0) }
        return end.map { $0 - bytes.startIndex + 1 } ?? bytes.count
    }

    /// Whether a sequence chooses a character set: `ESC ( …`.
    private static func namesSet(_ sequence: ArraySlice<UInt8>) -> Bool { sequence.dropFirst().first == usualSet[1] }

    /// The parameters of a sequence for attributes (`ESC [ … m`), -1 for what is no number; nil for any other sequence.
    private static func rendition(_ sequence: ArraySlice<UInt8>) -> [Int]? {
        guard sequence.last == 0x6D, sequence.dropFirst().first == 0x5B else { return nil }
        return sequence.dropFirst(2).dropLast().split(separator: 0x3B, omittingEmptySubsequences: false)
            .map { $0.isEmpty ? 0 : Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
    }

    /// Whether a sequence needs no attributes: one that moves or hides the cursor, or repeats the character before it, with which it
    /// must stand.
    private static func needsNone(_ sequence: ArraySlice<UInt8>) -> Bool {
        guard sequence.dropFirst().first == 0x5B, let end = sequence.last else { return false }
        return "ABCDEFGHdfb".utf8.contains(end) || (sequence.dropFirst(2).first == 0x3F && "hl".utf8.contains(end))
    }
}
