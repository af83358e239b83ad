/// Gathers a bracketed paste until `ESC [ 2 0 1 ~`.
struct PasteCollector: Sendable {
    /// A stalled line may cut a paste; after so many waits without a byte (two seconds) the paste counts as ended.
    private static let patience = 20
    private static let terminator: [UInt8] = [0x1B] + Array("[201~".utf8)
    private static let longest = 1 << 20
    private var bytes: [UInt8] = []
    private var waits = 0

    /// The text so far, with anything that is no UTF-8 replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Takes a byte, and says whether it was the last; beyond a megabyte bytes are dropped.
    mutating func add(_ byte: UInt8) -> Bool {
        waits = 0
        if bytes.count >= PasteCollector.longest { bytes.removeLast(PasteCollector.terminator.count) }
        bytes.append(byte)
        let isLast = bytes.suffix(PasteCollector.terminator.count).elementsEqual(PasteCollector.terminator)
        if isLast { bytes.removeLast(PasteCollector.terminator.count) }
        return isLast
    }

    /// One more wait without a byte; gives the text when patience is at its end.
    mutating func waited() -> String? {
        waits += 1
        return waits >= PasteCollector.patience ? text : nil
    }
}
