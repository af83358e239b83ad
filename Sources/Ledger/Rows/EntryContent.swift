/// What an entry of the journal holds besides its own columns, as it stands in the tables; taken in by whoever writes the entry, checks
/// it, or seals it.
struct EntryContent {
    private var fingerprint = EntryFingerprint()
    private var seal: EntrySeal
    private(set) var changes = 0
    /// The new rows of its import.
    private(set) var imported = 0
    private(set) var isImport = false

    /// The content of the entry after one that has a seal, in which nothing is taken in yet.
    init(after previous: String) { seal = EntrySeal(after: previous) }

    /// How many rows it changed or brought in.
    var rows: Int { changes + imported }

    /// Takes in a change: position, table, key, before, after, note.
    mutating func add(change values: [Statement.Value]) {
        changes += 1
        add(.changes, values)
    }

    /// Takes in the new rows that an import brought into a table, one a line.
    mutating func add(imported lines: String, of table: String) {
        isImport = true
        imported += lines.utf8.count { $0 == UInt8(ascii: "\n") }
        add(.rows, [.text(table), .text(lines)])
    }

    /// The fingerprint of the entry with its own columns, which stand for the last values.
    func fingerprint(of entry: [Statement.Value]) -> String {
        var fingerprint = fingerprint
        for value in entry { fingerprint.add(value) }
        return fingerprint.text
    }

    /// The seal of the entry with its own columns and its fingerprint.
    func seal(of entry: [Statement.Value]) -> String {
        var seal = seal
        seal.begin(.entries)
        for value in entry { seal.add(value) }
        return seal.text
    }

    private mutating func add(_ table: EntrySeal.Table, _ values: [Statement.Value]) {
        seal.begin(table)
        for value in values {
            fingerprint.add(value)
            seal.add(value)
        }
    }
}
