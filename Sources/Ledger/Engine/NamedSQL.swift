/// A statement of the ledger with a name, so that its meaning is said once and its plan can be tested.
struct NamedSQL: Sendable {
    /// What it answers, in words.
    let name: String
    let sql: String

    init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }
}
