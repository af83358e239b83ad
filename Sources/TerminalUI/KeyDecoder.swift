/// Turns the bytes of a terminal into keys, however they are cut into reads.
///
/// A pure machine: it has no clock. When ``isPending`` is true after ``feed(_:)``, the caller waits about 100 ms for
/// more and then calls ``timeout()``. An unfinished UTF-8 character needs no such wait: it stays until its next byte
/// comes, or is given up as soon as a byte comes that cannot belong to it. Unknown sequences vanish; they never become
/// text.
package struct KeyDecoder: Sendable {
    /// Bytes of an unfinished key; the first of them begins it.
    private var buffer: [UInt8] = []
    private var paste: PasteCollector?
    private var lateness = Lateness.none

    /// What a sequence that arrives in time would have been part of.
    private enum Lateness {
        case none
        /// Escape was given out; `[A` now would be the rest of an arrow, which already acted as Escape.
        case afterEscape
        /// The beginning of a sequence was dropped, and may still be completed.
        case insideSequence
    }

    /// A decoder with nothing pending.
    package init() {}

    /// Whether something waits that only more bytes or ``timeout()`` will settle.
    package var isPending: Bool {
        paste != nil || buffer.first == 0x1B || (lateness != .none && !buffer.isEmpty && buffer[0] < 0x80)
    }

    /// Takes the next bytes, and gives the keys they complete.
    package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        var keys: [Key] = []
        for byte in bytes {
            if paste != nil {
                collect(byte, &keys)
            } else {
                buffer.append(byte)
                drain(&keys)
            }
        }
        return keys
    }

    /// Nothing came for a while: settles what waits.
    package mutating func timeout() -> [Key] {
        if paste != nil { return timeoutInPaste() }
        guard isPending else { return [] }
        if lateness != .none { return giveUpLate() }
        return giveUp()
    }

    private mutating func collect(_ byte: UInt8, _ keys: inout [Key]) {
        guard paste?.add(byte) == true else { return }
        keys.append(.paste(paste?.text ?? ""))
        paste = nil
    }

    /// A paste whose end never comes must not hold the keyboard.
    private mutating func timeoutInPaste() -> [Key] {
        guard let text = paste?.waited() else { return [] }
        paste = nil
        return [.paste(text)]
    }

    /// An Escape alone is the key; anything longer is the torn beginning of a sequence.
    private mutating func giveUp() -> [Key] {
        let waiting = buffer
        buffer = []
        switch waiting {
        case [0x1B]:
            lateness = .afterEscape
            return [.escape]
        case [0x1B, 0x1B]:
            lateness = .afterEscape
            return [.escape, .escape]
        case [0x1B, UInt8(ascii: "O")]: return [.modified(.alt, .text("O"))]
        default:
            lateness = .insideSequence
            return []
        }
    }

    /// What looked like the late rest of a sequence was typed after all.
    private mutating func giveUpLate() -> [Key] {
        let waiting = buffer
        buffer = []
        lateness = .none
        return waiting.map { .text(String(Character(Unicode.Scalar($0)))) }
    }
}

extension KeyDecoder {
    private mutating func drain(_ keys: inout [Key]) {
        while !buffer.isEmpty && paste == nil {
            guard let step = lateness == .none ? KeyParser.next(buffer) : late() else { return }
            buffer.removeFirst(step.length)
            if step.beginsPaste { paste = PasteCollector() }
            keys += step.keys
        }
    }

    /// The rest of a sequence whose beginning was already dealt with, or nil while it is not complete.
    private mutating func late() -> KeyParser.Step? {
        let prefix: [UInt8] = lateness == .afterEscape ? [0x1B] : [0x1B, 0x5B]
        guard canContinue(buffer[0]), let step = KeyParser.next(prefix + buffer) else {
            return canContinue(buffer[0]) ? nil : asUsual()
        }
        let length = step.length - prefix.count
        if length < 1 || !step.isKnown { return asUsual() }
        let acts = lateness == .insideSequence
        lateness = .none
        return KeyParser.Step(length: length, keys: acts ? step.keys : [], beginsPaste: step.beginsPaste)
    }

    private mutating func asUsual() -> KeyParser.Step? {
        lateness = .none
        return KeyParser.next(buffer)
    }

    private func canContinue(_ byte: UInt8) -> Bool {
        switch lateness {
        case .none: false
        case .afterEscape: byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O")
        case .insideSequence: (0x30...0x3F).contains(byte) || byte == UInt8(ascii: "[") || KeyParser.ends(byte)
        }
    }
}
