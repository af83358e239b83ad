import Crypto
import PartyWork

/// The seal of a journal's entry: SHA-256 over the seal before it and the entry (SERVER section 2).
///
/// The fixed form of bytes, which `Tests/Fixtures/seals.py` makes too:
/// - A value is a netstring: the count of its bytes in decimal digits, a colon, the bytes, a comma. The bytes of a text are its UTF-8, of a
///   number its decimal digits. NULL is a minus and a comma.
/// - A row is the name of its table, then its values, in the order of `columns`.
/// - First comes the seal before as a text of 64 hexadecimal digits, empty for the first entry; then the rows of `journal_change` by
///   position, those of `journal_rows` by the code points of `table_name`, and last the row of `journal`.
struct EntrySeal {
    private var hash = SHA256()

    /// Begins the seal of the entry after one that has a seal.
    init(after previous: String) { add(.text(previous)) }

    /// Begins a row of a table of the journal; its values follow.
    mutating func begin(_ table: Table) { add(.text(table.rawValue)) }

    /// The tables of the journal.
    enum Table: String {
        case changes = "journal_change"
        case rows = "journal_rows"
        case entries = "journal"
    }

    /// Takes in the next value of the row.
    mutating func add(_ value: Statement.Value) {
        switch value {
        case .text(let text): add(text)
        case .integer(let number): add(String(number))
        case .null: take("-,")
        }
    }

    private mutating func add(_ text: String) {
        take("\(text.utf8.count):")
        take(text)
        take(",")
    }

    /// A text as a netstring.
    static func netstring(_ text: String) -> String { "\(text.utf8.count):\(text)," }

    private mutating func take(_ text: String) {
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }

    /// As the journal keeps it: 64 hexadecimal digits.
    var text: String { String(decoding: hash.finalize().flatMap(EntrySeal.digits), as: UTF8.self) }

    private static func digits(of byte: UInt8) -> [UInt8] {
        [byte >> 4, byte & 15].map { $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "a") + $0 - 10 }
    }

    /// The bytes of a seal that the journal keeps; nil for what is none.
    static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.count == 64 else { return nil }
        let digits = Array(text.utf8)
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16)
        }
        return bytes.count == 32 ? bytes : nil
    }
}
