/// Recognises one key at the beginning of some bytes; without state: the bytes are all there is.
enum KeyParser {
    /// What was recognised.
    struct Step {
        /// The bytes it took.
        var length: Int
        /// None where the sequence means nothing to us.
        var keys: [Key] = []
        /// What follows is pasted text.
        var beginsPaste = false
        /// Whether the sequence is one of those we know, if only to ignore it.
        var isKnown = false
    }

    /// The first key, or nil while the bytes are only its beginning.
    static func next(_ bytes: [UInt8]) -> Step? {
        guard let first = bytes.first else { return nil }
        switch first {
        case 0x1B: return escape(bytes)
        case 0..<0x20, 0x7F: return Step(length: 1, keys: [control(first)])
        case 0x20..<0x7F: return Step(length: 1, keys: [.text(String(Character(Unicode.Scalar(first))))])
        default: return character(bytes)
        }
    }

    /// Whether a byte alone ends a sequence of the cursor block.
    static func ends(_ byte: UInt8) -> Bool { "ABCDFHZ~".utf8.contains(byte) }

    private static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x00: .control("@")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        default: .control(Character(Unicode.Scalar(byte + 0x40)))
        }
    }
}

// UTF-8

extension KeyParser {
    private static func character(_ bytes: [UInt8]) -> Step? {
        let unreadable = Step(length: 1, keys: [.unreadable(bytes[0])])
        guard let shape = shape(lead: bytes[0]) else { return unreadable }
        for (offset, byte) in bytes.prefix(shape.length).enumerated().dropFirst() {
            let allowed = offset == 1 ? shape.second : 0x80...0xBF
            if !allowed.contains(byte) { return unreadable }
        }
        if bytes.count < shape.length { return nil }
        let point = bytes[1..<shape.length].reduce(UInt32(shape.leadBits)) { $0 << 6 | UInt32($1 & 0x3F) }
        guard let scalar = Unicode.Scalar(point), point >= 0xA0 else { return unreadable }
        return Step(length: shape.length, keys: [.text(String(Character(scalar)))])
    }

    /// Unicode Standard, table 3-7: well-formed UTF-8 byte sequences.
    private static func shape(lead: UInt8) -> (length: Int, leadBits: UInt8, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, lead & 0x1F, 0x80...0xBF)
        case 0xE0: (3, 0, 0xA0...0xBF)
        case 0xED: (3, 13, 0x80...0x9F)
        case 0xE1...0xEF: (3, lead & 0x0F, 0x80...0xBF)
        case 0xF0: (4, 0, 0x90...0xBF)
        case 0xF1...0xF3: (4, lead & 7, 0x80...0xBF)
        case 0xF4: (4, 4, 0x80...0x8F)
        default: nil
        }
    }
}

// Escape

extension KeyParser {
    private static func escape(_ bytes: [UInt8]) -> Step? {
        guard bytes.count > 1 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "["): return ControlSequence.parse(bytes)
        case UInt8(ascii: "O"): return ControlSequence.parseShort(bytes)
        case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "X"):
            return string(bytes)
        case 0x1B: return doubled(bytes)
        case 0x80...: return Step(length: 1, keys: [.escape])
        default: return alt(bytes, prefix: 1)
        }
    }

    /// rxvt marks Alt by one more Escape before a sequence; otherwise Escape was pressed twice.
    private static func doubled(_ bytes: [UInt8]) -> Step? {
        guard bytes.count > 2 else { return nil }
        guard bytes[2] == UInt8(ascii: "[") || bytes[2] == UInt8(ascii: "O") else {
            return Step(length: 1, keys: [.escape])
        }
        return alt(bytes, prefix: 1)
    }

    private static func alt(_ bytes: [UInt8], prefix: Int) -> Step? {
        guard var step = next(Array(bytes.dropFirst(prefix))) else { return nil }
        step.length += prefix
        step.keys = step.keys.map { .modified(.alt, $0) }
        return step
    }

    /// DCS, OSC and the like, ended by ST or BEL: answers to questions we did not ask.
    private static func string(_ bytes: [UInt8]) -> Step? {
        for (offset, byte) in bytes.enumerated().dropFirst(2) {
            if byte == 0x07 { return Step(length: offset + 1, isKnown: true) }
            if byte == UInt8(ascii: "\\") && bytes[offset - 1] == 0x1B && offset > 2 {
                return Step(length: offset + 1, isKnown: true)
            }
        }
        return bytes.count > 4_096 ? Step(length: bytes.count) : nil
    }
}
