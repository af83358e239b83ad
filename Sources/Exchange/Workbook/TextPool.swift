/// The texts that a workbook keeps once and its cells name by number: their UTF-8 one after another.
struct TextPool {
    /// Half a million rows have seldom more; texts are the only part of a workbook that must be in memory whole.
    private static let most = 64 << 20

    private let part: String
    private var bytes: [UInt8] = []
    /// Number n ends at `ends[n + 1]`.
    private var ends: [UInt32] = [0]

    init(_ part: String) { self.part = part }

    /// How many texts there are.
    var count: Int { ends.count - 1 }

    /// A text by its number, blanks at its ends included; nil if there is none.
    func withText<T>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T? {
        guard number >= 0, number + 1 < ends.count else { return nil }
        let range = Int(ends[number])..<Int(ends[number + 1])
        return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Adds to the text that is begun.
    mutating func append(_ piece: some Collection<UInt8>) throws(WorkbookFault) {
        bytes.append(contentsOf: piece)
        try check()
    }

    /// Ends the text that is begun.
    mutating func end() throws(WorkbookFault) {
        ends.append(UInt32(bytes.count))
        try check()
    }

    /// Changes the bytes of the text that is begun.
    mutating func change(_ body: (inout [UInt8], _ start: Int) -> Void) { body(&bytes, Int(ends[ends.count - 1])) }

    private func check() throws(WorkbookFault) {
        if bytes.count + ends.count * 4 > TextPool.most {
            throw .tooLarge(.sharedStrings(bytes: TextPool.most), part: part)
        }
    }
}
