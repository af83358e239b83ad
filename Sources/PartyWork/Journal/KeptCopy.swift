/// A copy of a ledger that was made by itself, as its file's name tells: `zhibu-7K3QF-2026-11-29.db`, of the ledger whose first entry's
/// seal begins so, as it was at the end of the day.
package struct KeptCopy: Sendable, Hashable {
    package let folder: String
    /// The first digits of the seal of the ledger's first entry, by which it is known wherever it lies.
    package let ledger: String
    /// The day of the last entry that is in the copy.
    package let day: Day

    private static let start = "zhibu-"
    private static let ending = ".db"

    package init(in folder: String, of ledger: String, day: Day) {
        self.folder = folder
        self.ledger = ledger
        self.day = day
    }

    /// The copy that a file of a folder is; nil for any other file.
    package init?(_ name: String, in folder: String) {
        guard name.hasPrefix(KeptCopy.start), name.hasSuffix(KeptCopy.ending) else { return nil }
        let parts = name.dropFirst(KeptCopy.start.count).dropLast(KeptCopy.ending.count)
            .split(separator: "-", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.count == Seal.group, let day = Day(String(parts[1])) else { return nil }
        self.init(in: folder, of: String(parts[0]), day: day)
    }

    /// The file's path.
    package var path: String { "\(folder)/\(KeptCopy.start)\(ledger)-\(day)\(KeptCopy.ending)" }
}
