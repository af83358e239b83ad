/// 64 bits that stand for an entry of the journal: its changes in order, the new rows of its import by the tables'
/// words, its own columns in the order in which they were added to the schema.
///
/// `check` sees by it that an entry was altered by other means. It finds accidents and hasty hands, not forgers, who
/// can reckon it too.
struct EntryFingerprint: Equatable {
    private var print = Fingerprint()

    /// Takes in the next value; nothing and an empty text are the same, as the journal has no column that holds both.
    mutating func add(_ value: Statement.Value) {
        switch value {
        case .text(let text): print.add(text)
        case .integer(let number): print.add(String(number))
        case .null: print.add("")
        }
    }

    /// As the journal keeps it.
    var text: String { print.text }
}
