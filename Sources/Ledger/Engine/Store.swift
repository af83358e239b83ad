import PartyWork

/// Where the rows of a ledger are kept: opens the engine, gives its session to one thread at a time, and does what the engine
/// has to do in its own way.
protocol Store: AnyObject, Sendable {
    /// Runs a body with the session, outside of any transaction unless called from within one.
    ///
    /// - Throws: What the body throws, errors of the engine as `LedgerError`.
    func withSession<T>(_ body: (Session) throws -> T) throws -> T
    /// Runs a body for each of several parts on one consistent state, and tells what comes of each, in their order.
    ///
    /// The bodies read and do nothing else: where the way to the engine is long, one may be run more than once before it is told, so that what
    /// they ask is asked together.
    func looking<Part, Answer>(
        at parts: [Part], _ body: (Session, Part) throws -> Answer, tell: (Part, Result<Answer, any Error>) -> Void
    ) throws
    /// Does an act in a transaction that no other process can disturb: all of it is saved, or nothing if it throws or is only rehearsed.
    ///
    /// The body does nothing but by its session, and may be run more than once, as those of `looking`.
    func acting<T>(commits: Bool, _ body: (Session) throws -> T) throws -> T
    /// Runs a body in a transaction that takes in many rows.
    func loading<T>(_ body: (Session, any Load) throws -> (T, commits: Bool)) throws -> T
    /// Runs a body that reads once whatever was being saved, over whichever connection, is saved or given up.
    func settled<T>(_ body: (Session) throws -> T) throws -> T
    /// Copies the ledger into a new file of SQLite (`Ledger.backup`).
    func backup(to path: String, for code: Code?, progress: ((_ bytes: Int, _ share: Double?) throws -> Void)?) throws
    /// Begins to watch for changes by others.
    func notice() throws -> any ChangeNotice

    /// What all towns beside it that an officer may read today give to a question; nil where it is alone.
    func county<Answer: Sendable>(
        asOf day: Day, for officer: Officer, on today: Day,
        _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> CountyAnswer<Answer>?

    /// Whether whoever reads next takes back what was committed last.
    var takesBack: Bool { get }
    /// Whether officers of a group may write the file itself, so that roles in the program are guidance only.
    var isShared: Bool { get }
    /// Whether it keeps the officers' rights itself.
    var keepsRights: Bool { get }
    /// Why officers of a group may come to be shut out, and what to do about it; nil where they may not.
    var sharingRemark: String? { get }

    /// Keeps that somebody attempted what they may not do, in a transaction of its own (`Ledger.attempting`).
    func keep(refused kind: ActKind?, _ right: Right?, at place: Code?) throws
    /// What was kept of such attempts, the newest first.
    func refusedAttempts() throws -> [RefusedAttempt]

    /// Whether the engine shows all of the ledger to who is logged in: what is hidden would be taken for missing.
    func showsEverything(_ db: Session) throws -> Bool
    /// The first entry of the journal that does not go on from the one before it, or does not fit its seal, as the engine reckons it for whom
    /// it does not show everything; nil if all do.
    ///
    /// - Throws: A `Refusal` to who may not ask.
    func brokenEntry(_ db: Session) throws -> Int?
    /// What is wrong with the structure, found without looking at every row; nil if nothing is.
    func damage(_ db: Session) throws -> String?
    /// What is wrong with the structure, and what the steps of the schema did not make, each a sentence.
    func structureFaults(_ db: Session) throws -> [String]
    /// The tables with references that point nowhere, each as often as it has them.
    func brokenReferences(_ db: Session) throws -> [String]
}

/// The rows of an import on their way in.
protocol Load {
    /// Puts off indexing tables that have no rows until all are in.
    func deferIndexes(of tables: [TableSchema]) throws
    /// A statement that adds one row, run for each of many; the engine may gather rows until another statement wants to see them.
    func insertion(_ sql: String) throws -> Statement
    /// Makes good what was put off.
    ///
    /// - Throws: `Damage` for a reference that points nowhere, which the importer should have refused.
    func finish() throws
}

/// What tells of changes by others, without a timer: an idle program never wakes.
package protocol ChangeNotice: Sendable {
    /// Can be read when there may be news; -1 where nothing tells, and a change is seen when the ledger is read next.
    var descriptor: Int32 { get }
    /// Takes what has been told: whether another has changed the ledger since this was last asked; nil where nobody has.
    ///
    /// - Throws: `LedgerError`.
    func take() throws -> Change?
}

/// A change of the ledger: by ourselves, or by another process.
package enum Change: Sendable {
    case ours, others
}

extension Store {
    func county<Answer: Sendable>(
        asOf day: Day, for officer: Officer, on today: Day,
        _ question: (_ town: any LedgerReading, Scope) throws -> Answer
    ) throws -> CountyAnswer<Answer>? { nil }

    func keep(refused kind: ActKind?, _ right: Right?, at place: Code?) throws {}
    func refusedAttempts() throws -> [RefusedAttempt] { [] }
    func showsEverything(_ db: Session) throws -> Bool { true }
    func brokenEntry(_ db: Session) throws -> Int? { nil }

    /// Runs a body on one consistent state, that of the reading it is in where it is in one; it cannot write, for whatever it did
    /// is rolled back.
    func reading<T>(_ body: (Session) throws -> T) throws -> T {
        try withSession { db in
            if db.isInTransaction { return try body(db) }
            return try db.transaction(.reading) { (try body(db), commits: false) }
        }
    }

    func acting<T>(commits: Bool, _ body: (Session) throws -> T) throws -> T {
        try withSession { db in try db.transaction(.writing) { (try body(db), commits: commits) } }
    }

    func looking<Part, Answer>(
        at parts: [Part], _ body: (Session, Part) throws -> Answer, tell: (Part, Result<Answer, any Error>) -> Void
    ) throws {
        try reading { db in
            for part in parts { tell(part, Result { try body(db, part) }) }
        }
    }

    /// Runs a body that only reads, of one state (`looking(at:_:tell:)`).
    func looking<T>(_ body: (Session) throws -> T) throws -> T {
        // Errors of the engine are told as the ledger's on the way out.
        try withSession { _ in
            var outcome: Result<T, any Error>?
            try looking(at: [()], { db, _ in try body(db) }, tell: { outcome = $1 })
            guard let outcome else { throw Damage("nothing told") }
            return try outcome.get()
        }
    }

    /// Runs a body in a transaction that no other process can disturb; all of it is saved, or nothing if it throws.
    func writing<T>(_ body: (Session) throws -> T) throws -> T {
        try withSession { db in try db.transaction(.writing) { (try body(db), commits: true) } }
    }
}
