/// CSI (`ESC [`) and SS3 (`ESC O`) sequences of xterm, PuTTY, rxvt, tmux, the Linux console, vt100 keypads and kitty.
enum ControlSequence {
    private static let longest = 64

    /// A sequence beginning with `ESC [`, or nil while it is not complete.
    static func parse(_ bytes: [UInt8]) -> KeyParser.Step? {
        guard bytes.count > 2 else { return nil }
        if bytes[2] == UInt8(ascii: "[") { return linuxFunctionKey(bytes) }
        if bytes[2] == UInt8(ascii: "M") { return oldMouse(bytes) }
        for (offset, byte) in bytes.enumerated().dropFirst(2) {
            switch byte {
            case 0x24 where offset > 2 && bytes[2] < 0x3A, 0x40...0x7E:
                return sequence(Array(bytes[2..<offset]), final: byte, length: offset + 1)
            case 0x20...0x3F where offset < longest: continue
            default: return KeyParser.Step(length: offset)
            }
        }
        return nil
    }

    /// A sequence beginning with `ESC O`, or nil while it is not complete; some terminals put a modifier between.
    static func parseShort(_ bytes: [UInt8]) -> KeyParser.Step? {
        guard bytes.count > 2 else { return nil }
        let digit = bytes[2]
        if (0x31...0x38).contains(digit) {
            guard bytes.count > 3 else { return nil }
            let key = cursorKey(bytes[3]).map { modified($0, by: Int(digit) - 0x30) }
            return known(length: 4, key)
        }
        if let key = cursorKey(digit) ?? keypad(digit) { return known(length: 3, key) }
        if let key = cursorKey(digit & 0xDF), (0x61...0x64).contains(digit) {
            return known(length: 3, .modified(.control, key))
        }
        return KeyParser.Step(length: (0x20...0x7E).contains(digit) ? 3 : 2)
    }

    private static func known(length: Int, _ key: Key? = nil) -> KeyParser.Step {
        KeyParser.Step(length: length, keys: key.map { [$0] } ?? [], isKnown: key != nil)
    }

    /// F1 to F5 of the Linux console: `ESC [ [ A` to `E`.
    private static func linuxFunctionKey(_ bytes: [UInt8]) -> KeyParser.Step? {
        guard bytes.count > 3 else { return nil }
        guard (0x41...0x45).contains(bytes[3]) else { return KeyParser.Step(length: 3) }
        return known(length: 4, .function(Int(bytes[3]) - 0x40))
    }

    /// X10 mouse: three bytes, each 32 more than its value; coordinates from 1.
    private static func oldMouse(_ bytes: [UInt8]) -> KeyParser.Step? {
        guard bytes.count > 5 else { return nil }
        let values = bytes[3...5].map { Int($0) - 32 }
        let event = mouse(button: values[0], column: values[1], row: values[2], released: values[0] & 0x43 == 3)
        return known(length: 6, event)
    }
}

extension ControlSequence {
    private static func sequence(_ parameters: [UInt8], final: UInt8, length: Int) -> KeyParser.Step {
        if final == UInt8(ascii: "~") && parameters == Array("200".utf8) {
            return KeyParser.Step(length: length, beginsPaste: true, isKnown: true)
        }
        let isPrivate = parameters.first.map { (0x3C...0x3F).contains($0) } ?? false
        if isPrivate { return known(length: length, privateSequence(parameters, final: final)) }
        let parts = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        // kitty adds `:3` to the modifiers when a key is let go.
        if parts.count > 1 && parts[1].suffix(2).elementsEqual(":3".utf8) { return known(length: length) }
        let numbers = numbers(parameters)
        var step = known(length: length, key(numbers, final: final))
        step.isKnown = step.isKnown || final == UInt8(ascii: "~")
        return step
    }

    /// Numbers between semicolons; of `a:b` only `a`, an empty one is 1, and none is beyond 99,999.
    private static func numbers(_ parameters: [UInt8]) -> [Int] {
        parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            let digits = part.prefix { (0x30...0x39).contains($0) }.prefix(5)
            return digits.isEmpty ? 1 : digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
    }

    private static func privateSequence(_ parameters: [UInt8], final: UInt8) -> Key? {
        let values = numbers(Array(parameters.dropFirst()))
        let pressed = final == UInt8(ascii: "M")
        guard parameters[0] == UInt8(ascii: "<"), values.count == 3, pressed || final == UInt8(ascii: "m") else {
            return nil
        }
        return mouse(button: values[0], column: values[1], row: values[2], released: !pressed)
    }

    private static func key(_ numbers: [Int], final: UInt8) -> Key? {
        let modifier = numbers.count > 1 ? numbers[1] : 1
        switch Character(Unicode.Scalar(final)) {
        case "I": return .focusIn
        case "O": return .focusOut
        case "Z": return .backTab
        case "R" where numbers.count == 2: return .cursorReport(row: numbers[0], column: numbers[1])
        case "M" where numbers.count == 3:
            return mouse(button: numbers[0] - 32, column: numbers[1], row: numbers[2], released: numbers[0] == 35)
        case "u": return numbers.count > 2 || modifier > 256 ? nil : codePoint(numbers[0], modifier)
        case "~" where numbers.count == 3 && numbers[0] == 27: return codePoint(numbers[2], modifier)
        case "~": return editingKey(numbers[0]).map { modified($0, by: modifier) }
        case "$": return editingKey(numbers[0]).map { .modified(.shift, $0) }
        case "^": return editingKey(numbers[0]).map { .modified(.control, $0) }
        case "@": return editingKey(numbers[0]).map { .modified([.control, .shift], $0) }
        case "a", "b", "c", "d": return cursorKey(final & 0xDF).map { .modified(.shift, $0) }
        default: return cursorKey(final).map { modified($0, by: modifier) }
        }
    }

    /// A key with xterm's modifier number, which is 1 when nothing is held.
    private static func modified(_ key: Key, by number: Int) -> Key {
        let held = Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, number - 1)) & 7)
        return held.isEmpty ? key : .modified(held, key)
    }
}

extension ControlSequence {
    private static func cursorKey(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
        default: nil
        }
    }

    /// The number before `~`: vt220 and its heirs, with rxvt's and the Linux console's Home and End.
    private static func editingKey(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    /// The keypad in application mode: `ESC O j` is `*`, `ESC O M` Enter.
    private static func keypad(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "X"): .text("=")
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .text(String(Character(Unicode.Scalar(final - 0x40))))
        default: nil
        }
    }

    /// kitty's `ESC [ 97 ; 5 u` and xterm's `ESC [ 27 ; 5 ; 97 ~`.
    private static func codePoint(_ point: Int, _ modifier: Int) -> Key? {
        guard let scalar = Unicode.Scalar(UInt32(point)), WidthClass(scalar.value) != .privateUse else { return nil }
        let held = Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, modifier - 1)) & 7)
        switch point {
        case 9 where held == .shift: return .backTab
        case 8, 9, 13, 27, 127: return modified(named(point), by: modifier)
        case ..<0x20, 0x80..<0xA0: return nil
        default: break
        }
        let typed = Character(scalar)
        if held == .control { return .control(Character(typed.lowercased())) }
        if held == .shift { return .text(typed.uppercased()) }
        return modified(.text(String(typed)), by: modifier)
    }

    private static func named(_ point: Int) -> Key {
        switch point {
        case 9: .tab
        case 13: .enter
        case 27: .escape
        default: .backspace
        }
    }

    /// A report with coordinates from 1; bit 6 is the wheel, bit 5 a movement, bits 2 to 4 the modifiers.
    private static func mouse(button: Int, column: Int, row: Int, released: Bool) -> Key? {
        guard row > 0, column > 0 else { return nil }
        let action: MouseEvent.Action
        switch (button & 0x60, button & 3) {
        case (0x40..., 0): action = .wheelUp
        case (0x40..., 1): action = .wheelDown
        case (0x40..., _): return nil
        case _ where released: action = .release
        case (0x20, _): action = .drag
        case (_, let which): action = .press(which)
        }
        return .mouse(MouseEvent(action, row: row - 1, column: column - 1))
    }
}
