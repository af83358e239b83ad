/// What an engine says in words of its own. Statements are written as PostgreSQL takes them wherever SQLite takes that too.
struct Dialect: Sendable {
    /// Begins a transaction that only reads.
    let beginReading: String
    /// Begins a transaction that writes, and waits for whoever is writing.
    let beginWriting: String
    /// The engine's own names of functions, by those that the statements use.
    let functions: [String: String]

    /// A statement as the engine takes it.
    func text(_ sql: String) -> String {
        functions.reduce(sql) { text, function in
            text.split(separator: function.key + "(", omittingEmptySubsequences: false)
                .joined(separator: function.value + "(")
        }
    }
}
