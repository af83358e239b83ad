/// The shared texts of an .xlsx.
///
/// Runs of a rich text are joined; what is only a reading aid (`rPh`) is left out.
final class SharedStrings: XMLHandler {
    private(set) var pool: TextPool
    private var isText = false
    private var phonetic = 0

    init(_ part: String) { pool = TextPool(part) }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case .phoneticRun: phonetic += 1
        case .text: isText = phonetic == 0
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws { if isText { try pool.append(piece) } }

    func end(_ name: XMLName) throws {
        switch name {
        case .phoneticRun: phonetic -= 1
        case .text: isText = false
        case .sharedItem:
            pool.change(EscapedText.decode)
            try pool.end()
        default: break
        }
    }
}

extension XMLName {
    static let text = XMLName("t")
    static let sharedItem = XMLName("si")
    static let phoneticRun = XMLName("rPh")
}

/// The form `_x000D_` in which workbooks write characters that XML has no room for (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
    /// Writes each such form from a place on as the character it stands for.
    static func decode(_ bytes: inout [UInt8], from start: Int) {
        guard bytes.count - start >= 7 else { return }
        var at = start
        while let mark = bytes[at...].firstIndex(of: 0x5F), mark + 7 <= bytes.count {
            at = mark + 1
            guard bytes[mark + 1] == 0x78, bytes[mark + 6] == 0x5F,
                let value = UInt32(String(decoding: bytes[mark + 2..<mark + 6], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { continue }
            bytes.replaceSubrange(mark..<mark + 7, with: String(scalar).utf8)
        }
    }
}
