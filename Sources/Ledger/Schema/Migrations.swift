/// The steps from an empty file to the schema of this version.
///
/// A step never changes once released; a new one is added.
enum Migrations {
    /// The SQL of each step, the first first.
    static let steps = [
        Migration1.sql, Migration2.sql, Migration3.sql, Migration4.sql, Migration5.sql, Migration6.sql, Migration7.sql,
        Migration8.sql,
        Migration9.sql, Migration10.sql, Migration11.sql, Migration12.sql,
        Migration13.sql, Migration14.sql, Migration15.sql, Migration16.sql,
        Migration17.sql, Migration18.sql,
    ]

    /// The version of this program's schema: how many steps lead to it.
    static var current: Int { steps.count }

    /// Takes the steps that a ledger lacks, on any engine, and does what they leave to the program.
    ///
    /// - Parameter step: Takes one, by its number from 1, as the engine says it.
    static func take(after taken: Int, in db: Session, _ step: (Int) throws -> Void) throws {
        for number in steps.indices.dropFirst(taken).map({ $0 + 1 }) {
            try step(number)
            if steps[number - 1] == Migration14.sql { try db.sealEntries() }
        }
        // What a step has added to entries follows from what is there.
        db.forgetRegisters()
        if taken < current { try db.refreshEntries() }
    }
}
