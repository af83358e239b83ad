/// Leaves out of an update what has no effect, for slow lines: a third of what late in the year, when every row has
/// colours, the first screen would say of attributes.
///
/// ncurses resets attributes as terminfo says, with the character set each time (`ESC ( B`) and the colour before it. We
/// draw no characters of another set, so one reset of it is enough; and what the next sequence resets need not be reset.
struct Economy {
    /// Whether the character set was said once.
    private var isSetKnown = false

    /// The update without its idle sequences.
    mutating func trim(_ update: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(update.count)
        // Where the attributes begin that `kept` ends with.
        var attributes: Int?
        var at = 0
        while at < update.count {
            let rest = update[at...]
            if update[at] == 0x1B, let length = Economy.attributesLength(rest) {
                if let attributes, Economy.resets(rest.prefix(length)) { kept.removeSubrange(attributes...) }
                attributes = kept.count
                kept += rest.prefix(length)
                at += length
            } else if update[at] == 0x1B, isSetKnown, rest.starts(with: Economy.usualSet) {
                at += Economy.usualSet.count
            } else {
                if update[at] == 0x1B, rest.dropFirst().first == Economy.usualSet[1] {
                    isSetKnown = rest.starts(with: Economy.usualSet)
                }
                attributes = nil
                kept.append(update[at])
                at += 1
            }
        }
        return kept
    }

    /// The set must be said again, after something else had the terminal.
    mutating func forget() { isSetKnown = false }

    private static let usualSet = Array("\u{1B}(B".utf8)

    /// How long the sequence for attributes is (`ESC [ … m`) that the bytes begin with; nil for anything else.
    private static func attributesLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.starts(with: [0x1B, 0x5B]) else { return nil }
        let end = bytes.dropFirst(2).firstIndex { !(0x30...0x3B).contains($0) }
        guard let end, bytes[end] == 0x6D else { return nil }
        return end - bytes.startIndex + 1
    }

    /// Whether a sequence for attributes begins by taking all of them back: `ESC [ m`, `ESC [ 0 ; …`.
    private static func resets(_ sequence: ArraySlice<UInt8>) -> Bool {
        let parameters = sequence.dropFirst(2).dropLast()
        return parameters.prefix { $0 != 0x3B }.allSatisfy { $0 == 0x30 }
    }
}
