/// Checks a stream for valid UTF-8 (Unicode, table 3-7), chunk by chunk.
struct UTF8Check {
    /// Bytes of the character begun that are still to come.
    private var missing = 0
    /// What the next byte of the character may be.
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    /// Whether the stream so far ends at the end of a character.
    var isComplete: Bool { missing == 0 }

    /// Takes the next chunk; false once the stream is not UTF-8.
    mutating func accepts(_ chunk: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        let count = chunk.count
        while at < count {
            if missing == 0 {
                while at + 8 <= count,
                    chunk.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    at += 8
                }
                guard at < count else { break }
                guard begin(chunk[at]) else { return false }
            } else {
                let byte = chunk[at]
                guard byte >= low, byte <= high else { return false }
                low = 0x80
                high = 0xBF
                missing -= 1
            }
            at += 1
        }
        return true
    }

    /// Takes the first byte of a character.
    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE1...0xEC, 0xEE...0xEF: missing = 2
        case 0xE0: (missing, low) = (2, 0xA0)
        case 0xED: (missing, high) = (2, 0x9F)
        case 0xF1...0xF3: missing = 3
        case 0xF0: (missing, low) = (3, 0x90)
        case 0xF4: (missing, high) = (3, 0x8F)
        default: return false
        }
        return true
    }
}
