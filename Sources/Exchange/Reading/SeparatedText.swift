import PartyWork

/// A text whose cells are separated in another way than the contract's, handed on as `RowReader` reads it: U+001F
/// between cells, LF at the end of lines.
///
/// What stands in quotes stays.
final class SeparatedText {
    /// What stands between cells that are handed on; no cell may contain it.
    static let separator: UInt8 = 0x1F

    private let mark: [UInt8]
    private let input: RowReader.Input
    private var raw = [UInt8](repeating: 0, count: 1 << 16)
    /// What was read and not handed on yet.
    private var waiting: [UInt8] = []
    private var ready: [UInt8] = []
    private var isDrained = false
    private var isQuoted = false
    /// Whether a quote would begin a quoted cell here, or, behind its end, go on with it.
    private var mayOpen = true
    /// Whether a line ended in CR alone.
    private(set) var hasOldLineEnds = false

    init(_ separator: FileManner.Separator, input: @escaping RowReader.Input) {
        mark = Array(separator.rawValue.utf8)
        self.input = input
    }

    /// The rows of the text.
    func rows(chunk: Int = 1 << 20) -> RowReader {
        RowReader(chunk: chunk, separator: SeparatedText.separator) { try self.read(into: $0) }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while ready.isEmpty, !(isDrained && waiting.isEmpty) { try refill() }
        let count = min(buffer.count, ready.count)
        buffer.copyBytes(from: ready.prefix(count))
        if count == ready.count { ready.removeAll(keepingCapacity: true) } else { ready.removeFirst(count) }
        return count
    }

    private func refill() throws {
        let count = try raw.withUnsafeMutableBytes { try input($0) }
        isDrained = count == 0
        waiting += raw.prefix(count)
        // A separator or CR LF may be cut at the end.
        let end = isDrained ? waiting.count : max(0, waiting.count - mark.count)
        var at = 0
        while at < end { at += turn(at) }
        waiting.removeFirst(at)
    }

    /// Hands on what begins at a place.
    ///
    /// - Returns: how many bytes that is.
    private func turn(_ at: Int) -> Int {
        let byte = waiting[at]
        if byte == 0x0D { return turnReturn(at) }
        if byte == UInt8(ascii: "\"") {
            if isQuoted || mayOpen { (isQuoted, mayOpen) = (!isQuoted, isQuoted) }
        } else if !isQuoted, byte == mark[0], waiting[at...].starts(with: mark) {
            ready.append(SeparatedText.separator)
            mayOpen = true
            return mark.count
        } else {
            mayOpen = !isQuoted && byte == 0x0A
        }
        ready.append(byte)
        return 1
    }

    private func turnReturn(_ at: Int) -> Int {
        let isOld = at + 1 == waiting.count || waiting[at + 1] != 0x0A
        if isOld {
            hasOldLineEnds = true
            mayOpen = !isQuoted
        }
        ready.append(isOld ? 0x0A : 0x0D)
        return 1
    }
}
