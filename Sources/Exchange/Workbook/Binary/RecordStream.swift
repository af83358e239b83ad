/// The records of a workbook of Excel 97 or 95, one after another ([MS-XLS] 2.1.4): a type, a length, a body.
final class RecordStream {
    /// More than the longest body, so that reading on is seldom.
    private static let window = 1 << 18
    /// The largest stream that is held whole.
    private static let mostHeld = 1 << 27

    private let stream: CompoundStream
    private let part: String
    private let pulse: () throws -> Void
    private var buffer: UnsafeMutableRawBufferPointer
    /// Which bytes of the stream are in the buffer.
    private var held = 0..<0
    /// Where the next record begins.
    private(set) var position = 0
    /// How many bytes have been read, those read again included.
    private(set) var bytesRead = 0

    init(_ stream: CompoundStream, part: String, pulse: @escaping () throws -> Void) {
        self.stream = stream
        self.part = part
        self.pulse = pulse
        buffer = .allocate(byteCount: min(max(stream.size, 1), RecordStream.window), alignment: 8)
    }

    deinit { buffer.deallocate() }

    var size: Int { stream.size }

    /// Goes on at a record.
    func seek(to offset: Int) { position = offset }

    /// The next record; its body holds until the next call.
    ///
    /// - Throws: `damaged` where the stream ends without one; what `pulse` throws.
    func next() throws -> Record {
        let header = try bytes(at: position, count: 4)
        let count = Int(header.loadUnaligned(fromByteOffset: 2, as: UInt16.self).littleEndian)
        let type = header.loadUnaligned(as: UInt16.self).littleEndian
        let body = try bytes(at: position + 4, count: count)
        position += 4 + count
        return Record(type: RecordType(rawValue: type), body: body, part: part)
    }

    /// The type of the next record, which stays the next; nil at the end of the stream.
    func nextType() throws -> RecordType? {
        guard position + 4 <= stream.size else { return nil }
        return RecordType(rawValue: try bytes(at: position, count: 4).loadUnaligned(as: UInt16.self).littleEndian)
    }

    /// Holds the whole stream, because its records will not be asked for one after another.
    ///
    /// - Throws: `tooLarge`, or `damaged`.
    func holdAll() throws {
        guard held.count < stream.size else { return }
        guard stream.size <= RecordStream.mostHeld else {
            throw WorkbookFault.tooLarge(.unpacked(bytes: RecordStream.mostHeld), part: part)
        }
        buffer.deallocate()
        buffer = .allocate(byteCount: stream.size, alignment: 8)
        held = 0..<0
        try hold(0, stream.size)
    }

    private func bytes(at offset: Int, count: Int) throws -> UnsafeRawBufferPointer {
        if offset < held.lowerBound || offset + count > held.upperBound { try hold(offset, count) }
        let start = offset - held.lowerBound
        return UnsafeRawBufferPointer(rebasing: buffer[start..<start + count])
    }

    private func hold(_ offset: Int, _ count: Int) throws {
        guard offset >= 0, offset + count <= stream.size else { throw WorkbookFault.damaged(part: part) }
        try pulse()
        let length = min(buffer.count, stream.size - offset)
        guard stream.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<length])) else {
            throw WorkbookFault.damaged(part: part)
        }
        held = offset..<offset + length
        bytesRead += length
    }
}

/// The records that are looked at ([MS-XLS] 2.3).
enum RecordType: UInt16 {
    case formula = 0x0006
    // As Excel 3 and 4 numbered it; some programs still do.
    case formula3 = 0x0206
    case formula4 = 0x0406
    case end = 0x000A
    case dates = 0x0022
    case password = 0x002F
    case more = 0x003C
    case codePage = 0x0042
    case columns = 0x007D
    case sheet = 0x0085
    case manyCompact = 0x00BD
    case richText = 0x00D6
    case style = 0x00E0
    case merges = 0x00E5
    case sharedTexts = 0x00FC
    case sharedText = 0x00FD
    case number = 0x0203
    case text = 0x0204
    case truth = 0x0205
    case result = 0x0207
    case row = 0x0208
    case array = 0x0221
    case table = 0x0236
    case compact = 0x027E
    case sharedFormula = 0x04BC
    case format = 0x041E
    case begin = 0x0809
}

/// A record; its body holds until the next one is read.
struct Record {
    /// Nil for a record that nobody looks at.
    let type: RecordType?
    let body: UnsafeRawBufferPointer
    let part: String

    func byte(_ at: Int) throws(WorkbookFault) -> UInt8 {
        guard at < body.count else { throw .damaged(part: part) }
        return body[at]
    }

    func short(_ at: Int) throws(WorkbookFault) -> Int {
        guard at + 2 <= body.count else { throw .damaged(part: part) }
        return Int(body.loadUnaligned(fromByteOffset: at, as: UInt16.self).littleEndian)
    }

    func long(_ at: Int) throws(WorkbookFault) -> Int {
        guard at + 4 <= body.count else { throw .damaged(part: part) }
        return Int(body.loadUnaligned(fromByteOffset: at, as: UInt32.self).littleEndian)
    }

    func double(_ at: Int) throws(WorkbookFault) -> Double {
        guard at + 8 <= body.count else { throw .damaged(part: part) }
        return Double(bitPattern: body.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian)
    }

    /// A number in four bytes: the upper half of a double, or a whole number; either may be a hundredfold ([MS-XLS] 2.5.217).
    func compact(_ at: Int) throws(WorkbookFault) -> Double {
        let bits = UInt32(truncatingIfNeeded: try long(at))
        let number = bits & 2 == 0 ? Double(bitPattern: UInt64(bits & ~3) << 32) : Double(Int32(bitPattern: bits) >> 2)
        return bits & 1 == 0 ? number : number / 100
    }
}
