/// The texts that a workbook keeps once and its cells name by number: their UTF-8 one after another.
///
/// Runs of a rich text are joined; what is only a reading aid (`rPh`) is left out.
final class SharedStrings: XMLHandler {
    /// Half a million rows have seldom more; texts are the only part of a workbook that must be in memory whole.
    private static let most = 64 << 20

    private let part: String
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var isText = false
    private var phonetic = 0

    init(_ part: String) {
        self.part = part
        // Number n ends at `ends[n + 1]`.
        ends.append(0)
    }

    /// The bytes held in memory.
    var size: Int { bytes.count + ends.count * 4 }

    /// A text by its number, blanks at its ends included; nil if there is none.
    func withText<T>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T? {
        guard number >= 0, number + 1 < ends.count else { return nil }
        let range = Int(ends[number])..<Int(ends[number + 1])
        return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case .phoneticRun: phonetic += 1
        case .text: isText = phonetic == 0
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
        guard isText else { return }
        bytes.append(contentsOf: piece)
        if size > SharedStrings.most {
            throw WorkbookFault.tooLarge(.sharedStrings(bytes: SharedStrings.most), part: part)
        }
    }

    func end(_ name: XMLName) throws {
        switch name {
        case .phoneticRun: phonetic -= 1
        case .text: isText = false
        case .sharedItem:
            EscapedText.decode(&bytes, from: Int(ends[ends.count - 1]))
            ends.append(UInt32(bytes.count))
            if size > SharedStrings.most {
                throw WorkbookFault.tooLarge(.sharedStrings(bytes: SharedStrings.most), part: part)
            }
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
