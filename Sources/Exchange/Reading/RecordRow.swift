/// A row of a file as the import looks at it, whatever the file: its place, its trimmed cells as UTF-8, and what is
/// wrong with how they are written.
///
/// It holds until the next row is read.
protocol RecordRow: ~Copyable {
    /// The line or row on which it begins; the first is 1.
    var line: Int { get }
    /// The number of cells.
    var count: Int { get }
    /// The first thing wrong with a cell, or with the row where it has none.
    var fault: ImportNotice.Unreadable? { get }
    /// The text of a cell, without blanks at its ends; empty beyond the last.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> { get }
    /// The number of a cell, for columns of numbers: the text of a cell that shows nothing else.
    func number(at index: Int) -> UnsafeBufferPointer<UInt8>
    /// Whether a cell holds a number, which keeps no zeros at its end: 2016.10 is 2016.1.
    func isNumber(at index: Int) -> Bool
    /// What is wrong with how one cell is written.
    func fault(at index: Int) -> ImportNotice.Unreadable?
    /// The merged cells whose first row this is; none in a text.
    var merges: [MergedCells] { get }
}

extension RecordRow where Self: ~Copyable {
    func number(at index: Int) -> UnsafeBufferPointer<UInt8> { self[index] }
    func isNumber(at index: Int) -> Bool { false }
    var merges: [MergedCells] { [] }
}

/// What takes the rows of a file one after another.
protocol RowTaker {
    mutating func take(_ row: borrowing some RecordRow & ~Copyable) throws
}

/// The blanks that count for nothing at the ends of a cell, on bytes (as `CellRules.trimmed`).
enum Blanks {
    /// The cell between two places, without blanks at its ends.
    @inline(__always)
    static func trimmed(_ buffer: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (first: Int, last: Int) {
        var first = start
        var last = end
        while first < last {
            let byte = buffer[first]
            if byte > 0x20, byte != 0xC2, byte != 0xE3 { break }
            let blank = length(buffer, first, last)
            if blank == 0 { break }
            first += blank
        }
        while first < last {
            let byte = buffer[last - 1]
            if byte == 0x20 || byte == 0x09 {
                last -= 1
            } else if byte == 0xA0, last - first >= 2, buffer[last - 2] == 0xC2 {
                last -= 2
            } else if byte == 0x80, last - first >= 3, buffer[last - 2] == 0x80, buffer[last - 3] == 0xE3 {
                last -= 3
            } else {
                break
            }
        }
        return (first, last)
    }

    /// The length of the blank at a place: space, tab, U+00A0 or U+3000; 0 for anything else.
    private static func length(_ buffer: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
        switch buffer[at] {
        case 0x20, 0x09: 1
        case 0xC2: at + 1 < end && buffer[at + 1] == 0xA0 ? 2 : 0
        case 0xE3: at + 2 < end && buffer[at + 1] == 0x80 && buffer[at + 2] == 0x80 ? 3 : 0
        default: 0
        }
    }
}
