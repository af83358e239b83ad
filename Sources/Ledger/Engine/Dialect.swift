import Glibc

/// What an engine says in words of its own; statements are written as PostgreSQL takes them wherever SQLite takes that too.
struct Dialect: Sendable {
    /// Begins a transaction that only reads.
    let beginReading: String
    /// Begins a transaction that writes, and waits for whoever is writing.
    let beginWriting: String
    /// The engine's own names of functions, by those that the statements use.
    let functions: [(word: String, own: String)]

    /// A statement as the engine takes it.
    func text(_ sql: String) -> String { functions.reduce(sql) { $0.replacing($1.word + "(", by: $1.own + "(") } }
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
