/// Cuts a program's output into characters and sequences.
struct ScreenInput {
    /// One thing to act on.
    enum Item {
        case scalar(Unicode.Scalar)
        case control(UInt8)
        /// `ESC` and what follows it, without the `ESC`.
        case escape(String)
        /// A CSI sequence without the `ESC [`.
        case sequence(ControlSequenceText)
        /// A byte that is no UTF-8.
        case broken(UInt8)
    }

    private var bytes: [UInt8] = []

    /// Takes a byte, and gives what it completes.
    mutating func add(_ byte: UInt8) -> Item? {
        bytes.append(byte)
        guard let item = item() else { return nil }
        bytes = []
        return item
    }

    private func item() -> Item? {
        switch bytes[0] {
        case 0x1B: return escape()
        case 0..<0x20, 0x7F: return .control(bytes[0])
        default: return character()
        }
    }

    private func character() -> Item? {
        let lead = bytes[0]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard bytes.count == length else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { return .broken(lead) }
        return text.unicodeScalars.first.map { .scalar($0) }
    }

    private func escape() -> Item? {
        guard bytes.count > 1 else { return nil }
        let last = bytes[bytes.count - 1]
        if bytes[1] == UInt8(ascii: "[") {
            guard bytes.count > 2, (0x40...0x7E).contains(last) else { return nil }
            return .sequence(ControlSequenceText(bytes[2...]))
        }
        // Choosing a character set takes one more byte.
        if (0x20...0x2F).contains(bytes[1]) && bytes.count < 3 { return nil }
        return .escape(String(decoding: bytes[1...], as: UTF8.self))
    }
}

/// A CSI sequence taken apart.
struct ControlSequenceText {
    /// `?`, `>` and the like, or nothing.
    let mark: String
    let numbers: [Int]
    let final: Character
    let text: String

    init(_ bytes: ArraySlice<UInt8>) {
        text = String(decoding: bytes, as: UTF8.self)
        let body = text.dropLast()
        mark = String(body.prefix { "<=>?".contains($0) })
        numbers = body.dropFirst(mark.count).split(separator: ";").map { Int($0) ?? 0 }
        final = text.last ?? " "
    }

    /// The number at a place, at least 1 as most sequences have it.
    func count(_ place: Int = 0) -> Int {
        place < numbers.count ? max(1, numbers[place]) : 1
    }
}
