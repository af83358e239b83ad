/// Reads the rows of a CSV text (RFC 4180, CRLF or LF) from a stream of UTF-8, without keeping more than one chunk.
///
/// A row's cells are pieces of the chunk, trimmed and with doubled quotes undone; they hold until the next row is read.
/// Rows without any text are skipped; lines are counted whatever they hold (CONTRACT section 1, reading).
struct RowReader: ~Copyable, RecordRow {
    /// A stream of bytes: fills the buffer from its beginning, 0 at the end.
    typealias Input = (UnsafeMutableRawBufferPointer) throws -> Int

    /// A longer row is bad, and not kept, so that a quote nobody closed cannot fill the memory.
    private let longest: Int
    /// What stands between two cells: a byte up to the comma's, which no other text is made of.
    private let separator: UInt8
    private let input: Input
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start = 0
    private var filled = 0
    private var isDrained = false
    private var cells: ContiguousArray<Cell> = []
    private var nextLine = 1
    private var hasText = false
    private var hasDoubledQuotes = false

    /// The line on which the row begins; the first is 1.
    private(set) var line = 0
    /// The first thing wrong with the row's quoting; `fault(at:)` says in which cell.
    private(set) var fault: ImportNotice.Unreadable?

    /// A piece of the buffer.
    private struct Cell {
        var first: UInt32
        var last: UInt32
        var fault: ImportNotice.Unreadable?
        var isDoubled = false
    }

    init(chunk: Int = 1 << 20, longest: Int = 1 << 22, separator: UInt8 = UInt8(ascii: ","), input: @escaping Input) {
        self.input = input
        self.separator = separator
        self.longest = longest
        // Room for the longest character.
        capacity = max(chunk, 8)
        buffer = .allocate(capacity: capacity)
    }

    deinit { buffer.deallocate() }

    /// The number of cells in the row.
    var count: Int { cells.count }

    /// The text of a cell; empty beyond the last.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index < cells.count else { return UnsafeBufferPointer(start: buffer, count: 0) }
        let cell = cells[index]
        return UnsafeBufferPointer(start: buffer + Int(cell.first), count: Int(cell.last - cell.first))
    }

    /// What is wrong with the quoting of one cell.
    func fault(at index: Int) -> ImportNotice.Unreadable? { index < cells.count ? cells[index].fault : nil }

    /// Goes to the next row with any text; false at the end.
    mutating func next() throws -> Bool {
        repeat {
            guard try advance() else { return false }
        } while !hasText && fault == nil
        return true
    }

    private mutating func advance() throws -> Bool {
        line = nextLine
        while true {
            if start < filled, scan() { break }
            if isDrained { return false }
            if filled - start >= longest { return try skipRow() }
            try refill()
        }
        if hasDoubledQuotes { undoubleQuotes() }
        return true
    }

    /// Moves what is left to the front and adds to it, with twice the room where a row fills the buffer.
    private mutating func refill() throws {
        let left = filled - start
        if capacity - left < 4 {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: buffer + start, count: left)
            buffer.deallocate()
            (buffer, capacity) = (larger, capacity * 2)
        } else if start > 0 {
            buffer.update(from: buffer + start, count: left)
        }
        (start, filled) = (0, left)
        let count = try input(UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
        if count == 0 { isDrained = true }
        filled += count
    }
}

// MARK: - Scanning

extension RowReader {
    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// Finds the cells of the row that begins at `start`, and the next row; false if the row is not in the buffer to its
    /// end.
    private mutating func scan() -> Bool {
        let base = buffer
        let separator = separator
        let end = filled
        var at = start
        var breaks = 0
        cells.removeAll(keepingCapacity: true)
        (hasText, hasDoubledQuotes, fault) = (false, false, nil)
        while true {
            var cell = Cell(first: UInt32(at), last: 0)
            var last: Int?
            if at < end, base[at] == RowReader.quote {
                cell.first += 1
                guard let close = closingQuote(after: at, &cell, &breaks) else { return false }
                last = close
                at = close
                if cell.fault == nil {
                    at += 1
                    guard let bare = afterQuote(at) else { return false }
                    if bare { cell.fault = .textAfterQuote }
                }
            }
            while at < end {
                let byte = base[at]
                if byte <= RowReader.comma {
                    if byte == separator || byte == RowReader.lineFeed { break }
                    if byte == RowReader.quote, last == nil { cell.fault = .quoteInside }
                }
                at += 1
            }
            if at == end, !isDrained { return false }
            let endsRow = at == end || base[at] == RowReader.lineFeed
            let cut = endsRow && at < end && at > Int(cell.first) && base[at - 1] == RowReader.carriageReturn ? 1 : 0
            append(cell, last ?? at - cut)
            at += 1
            if endsRow { break }
        }
        start = min(at, end)
        nextLine = line + breaks + 1
        return true
    }

    /// The place of the quote that closes the one before; the end of the text if none does; nil if that is not known yet.
    private mutating func closingQuote(after open: Int, _ cell: inout Cell, _ breaks: inout Int) -> Int? {
        var at = open + 1
        while at < filled {
            let byte = buffer[at]
            if byte == RowReader.quote {
                if at + 1 == filled, !isDrained { return nil }
                guard at + 1 < filled, buffer[at + 1] == RowReader.quote else { return at }
                cell.isDoubled = true
                at += 1
            } else if byte == RowReader.lineFeed {
                breaks += 1
            }
            at += 1
        }
        guard isDrained else { return nil }
        cell.fault = .unterminated
        return at
    }

    /// Whether something else than the end of the cell follows a closing quote; nil if that is not known yet.
    private func afterQuote(_ at: Int) -> Bool? {
        guard at < filled else { return isDrained ? false : nil }
        switch buffer[at] {
        case separator, RowReader.lineFeed: return false
        case RowReader.carriageReturn:
            guard at + 1 < filled else { return isDrained ? true : nil }
            return buffer[at + 1] != RowReader.lineFeed
        default: return true
        }
    }

    /// Adds a cell without the blanks at its ends (as `CellRules.trimmed`, on bytes).
    private mutating func append(_ cell: Cell, _ end: Int) {
        var cell = cell
        let (first, last) = Blanks.trimmed(buffer, Int(cell.first), end)
        (cell.first, cell.last) = (UInt32(first), UInt32(last))
        if first < last { hasText = true }
        if cell.isDoubled { hasDoubledQuotes = true }
        if let found = cell.fault { fault = fault ?? found }
        cells.append(cell)
    }

    /// Writes each doubled quote once, in place, now that the row will not be scanned again.
    private mutating func undoubleQuotes() {
        for index in cells.indices where cells[index].isDoubled && cells[index].fault == nil {
            var from = Int(cells[index].first)
            var to = from
            while from < Int(cells[index].last) {
                buffer[to] = buffer[from]
                from += buffer[from] == RowReader.quote ? 2 : 1
                to += 1
            }
            cells[index].last = UInt32(to)
        }
    }

    /// Passes over a row that is too long to keep, to learn where it ends and whether its quotes are closed.
    private mutating func skipRow() throws -> Bool {
        cells.removeAll(keepingCapacity: true)
        fault = .tooLong
        var (isQuoted, wasClosed, isCellStart, breaks) = (false, false, true, 0)
        while true {
            while start < filled {
                let byte = buffer[start]
                start += 1
                if byte == RowReader.lineFeed {
                    breaks += 1
                    if !isQuoted {
                        nextLine = line + breaks
                        return true
                    }
                }
                // Within quotes each quote closes, and a second one at once opens again; a bare cell's quotes are text.
                if byte == RowReader.quote, isQuoted || isCellStart || wasClosed {
                    (isQuoted, wasClosed) = (!isQuoted, isQuoted)
                } else {
                    wasClosed = false
                }
                isCellStart = byte == separator && !isQuoted
            }
            if isDrained { break }
            try refill()
        }
        if isQuoted { fault = .unterminated }
        nextLine = line + breaks + 1
        return true
    }
}
