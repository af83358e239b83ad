import Glibc

/// What an engine says in words of its own; statements are written as PostgreSQL takes them wherever SQLite takes that too.
struct Dialect: Sendable {
    /// Begins a transaction that only reads.
    var beginReading: [String]
    /// Begins a transaction that writes, and waits for whoever is writing.
    let beginWriting: [String]
    /// Keeps what a transaction did.
    var commit = ["COMMIT"]
    /// The engine's own words for those that the statements use.
    let words: [(word: String, own: String)]

    /// Statements that the engine answers in other words only, or in other words much sooner, by the common ones.
    var own: [String: String] = [:]
    /// The statements that make a table, an index or a trigger, by the one that SQLite takes.
    var making: @Sendable (_ sql: String) -> [String] = { [$0] }

    /// A statement as the engine takes it.
    func text(_ sql: String) -> String {
        own[sql] ?? words.reduce(sql) { $0.replacing($1.word, by: $1.own) }
    }
}

extension String {
    /// Replaces a text by bytes: by characters it would take longer than the engine for its preparing.
    fileprivate func replacing(_ word: String, by other: String) -> String {
        withCString { text in
            guard strstr(text, word) != nil else { return self }
            var bytes: [UInt8] = []
            var rest = text
            while let found = strstr(rest, word) {
                bytes += UnsafeRawBufferPointer(start: rest, count: found - UnsafeMutablePointer(mutating: rest))
                bytes += other.utf8
                rest = UnsafePointer(found) + word.utf8.count
            }
            bytes += UnsafeRawBufferPointer(start: rest, count: strlen(rest))
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
