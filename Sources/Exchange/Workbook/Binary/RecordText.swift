import Glibc

/// Reads texts out of a record and those that continue it ([MS-XLS] 2.5.293, 2.5.294), as UTF-8.
///
/// A text may be cut anywhere; its characters then go on behind a byte that says anew how wide they are.
struct RecordText {
    private let records: RecordStream
    private var record: Record
    private var at: Int
    private let codePage: CodePage?
    /// The first half of a character that takes two.
    private var half: UInt16?

    /// - Parameter codePage: how bytes become text; nil where the file says it itself, since Excel 97.
    init(_ records: RecordStream, _ record: Record, at: Int, codePage: CodePage?) {
        self.records = records
        self.record = record
        self.at = at
        self.codePage = codePage
    }

    /// Adds the next text, without what is said of its runs and readings.
    ///
    /// - Parameter isShort: whether its length takes one byte.
    /// - Throws: `damaged`.
    mutating func read(isShort: Bool = false, into text: inout [UInt8]) throws {
        let count = isShort ? Int(try byte()) : try short()
        if let codePage {
            let raw = try rest(of: count)
            text += try codePage.text(raw, part: record.part)
            return
        }
        // Some programs end the record of an empty text here.
        if count == 0, at == record.body.count, try records.nextType() != .more { return }
        let flags = try byte()
        let runs = flags & 8 == 0 ? 0 : try short()
        let readings = flags & 4 == 0 ? 0 : try short() | short() << 16
        try characters(count, isWide: flags & 1 != 0, into: &text)
        try skip(runs * 4 + readings)
    }

    /// Whether anything is left.
    var hasMore: Bool { get throws { try at < record.body.count || records.nextType() == .more } }

    private func rest(of count: Int) throws -> UnsafeRawBufferPointer {
        guard at + count <= record.body.count else { throw WorkbookFault.damaged(part: record.part) }
        return UnsafeRawBufferPointer(rebasing: record.body[at..<at + count])
    }

    private mutating func characters(_ count: Int, isWide: Bool, into text: inout [UInt8]) throws {
        var left = count
        var isWide = isWide
        while left > 0 {
            // Some programs go on in a record that says how wide its characters are, and has none.
            while at == record.body.count {
                try turn()
                isWide = try byte() & 1 != 0
            }
            let there = min(left, (record.body.count - at) / (isWide ? 2 : 1))
            guard there > 0 else { throw WorkbookFault.damaged(part: record.part) }
            for _ in 0..<there {
                append(isWide ? UInt16(try record.short(at)) : UInt16(try record.byte(at)), to: &text)
                at += isWide ? 2 : 1
            }
            left -= there
        }
        if half != nil { append(0x20, to: &text, isEnd: true) }
    }

    /// Adds a unit of UTF-16; a half without its other is U+FFFD.
    private mutating func append(_ unit: UInt16, to text: inout [UInt8], isEnd: Bool = false) {
        if let first = half {
            half = nil
            if !isEnd, UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(unit) & 0x3FF
                text += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
                return
            }
            text += "\u{FFFD}".utf8
        }
        if isEnd { return }
        switch unit {
        case 0..<0x80: text.append(UInt8(unit))
        case 0x80..<0x800: text += [0xC0 | UInt8(unit >> 6), 0x80 | UInt8(unit & 0x3F)]
        case _ where UTF16.isLeadSurrogate(unit): half = unit
        case _ where UTF16.isTrailSurrogate(unit): text += "\u{FFFD}".utf8
        default:
            text.append(0xE0 | UInt8(unit >> 12))
            text.append(0x80 | UInt8(unit >> 6 & 0x3F))
            text.append(0x80 | UInt8(unit & 0x3F))
        }
    }

    private mutating func byte() throws -> UInt8 {
        if at == record.body.count { try turn() }
        at += 1
        return try record.byte(at - 1)
    }

    private mutating func short() throws -> Int { Int(try byte()) | Int(try byte()) << 8 }

    private mutating func skip(_ count: Int) throws {
        var left = count
        while left > record.body.count - at {
            left -= record.body.count - at
            try turn()
        }
        at += left
    }

    /// Goes on in the next record, which must continue this one.
    private mutating func turn() throws {
        guard try records.nextType() == .more else { throw WorkbookFault.damaged(part: record.part) }
        record = try records.next()
        at = 0
    }
}

/// How the bytes of a workbook of Excel 95 become text.
final class CodePage {
    private let converter: iconv_t

    /// - Parameter number: as Windows counts them; 936 is Chinese.
    /// - Throws: `ancientWorkbook` where the system does not know it.
    init(_ number: Int) throws(WorkbookFault) {
        let name =
            switch number {
            case 936: "GB18030"
            case 1200: "UTF-16LE"
            // What Excel for Windows and for Macintosh write for Western Europe.
            case 32_769: "CP1252"
            case 10_000, 32_768: "MACINTOSH"
            default: "CP\(number)"
            }
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
            throw .foreign(.ancientWorkbook)
        }
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    /// - Throws: `damaged` for bytes that the code page does not have.
    func text(_ bytes: UnsafeRawBufferPointer, part: String) throws(WorkbookFault) -> [UInt8] {
        var text = [CChar](repeating: 0, count: bytes.count * 4 + 4)
        var from = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var left = bytes.count
        var room = text.count
        iconv(converter, nil, nil, nil, nil)
        let isFine = text.withUnsafeMutableBufferPointer { buffer in
            var to = buffer.baseAddress
            // The second call gives what a code page of combined characters holds back.
            return (left == 0 || iconv(converter, &from, &left, &to, &room) != -1)
                && iconv(converter, nil, nil, &to, &room) != -1
        }
        guard isFine else { throw .damaged(part: part) }
        return text.prefix(text.count - room).map(UInt8.init(bitPattern:))
    }
}
