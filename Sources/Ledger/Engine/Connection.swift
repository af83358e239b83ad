/// A connection to an engine: what a session asks of it.
protocol Connection: AnyObject {
    /// How the engine says what SQL has no common word for.
    var dialect: Dialect { get }
    /// Whether a transaction is open; an engine may have ended one by itself after an error.
    var isInTransaction: Bool { get }
    /// What a copy of the ledger does not share with it, wherever it lies.
    var place: String { get }
    /// Who is logged in, where the engine itself knows it, keeps rights by it and signs the journal with it; nil where the program says it.
    var signer: Signer? { get }
    /// Whether a body is only gone through for what it asks, and met what is not known: then what is not there may be, and is no reason to go
    /// no further.
    var meetsUnknown: Bool { get }
    /// Compiles a statement.
    func prepare(_ sql: String) throws -> any Cursor
    /// Runs statements that have neither parameters nor rows.
    func execute(_ script: String) throws
    /// Begins a transaction by statements of the dialect, which may wait for the first that is asked in it.
    func begin(_ statements: [String]) throws
    /// Keeps what the transaction did.
    func commit() throws
    /// Lets many rows be written in the transaction, on this side too: whoever is silent for long is taken for frozen.
    func takeTime(rows count: Int) throws
    /// Waits for statements that ran without being waited for; what became of them is told here.
    func settle() throws
    /// How many references of the running transaction point nowhere so far (deferred foreign keys): 0 or more than 0.
    func unresolvedReferences() throws -> Int
    /// Runs a body of long statements, in the midst of which a pulse is asked now and then; if it throws, the statement under way
    /// is given up.
    ///
    /// - Throws: what the pulse or the body throws.
    func attended<T>(by pulse: @escaping () throws -> Void, _ body: () throws -> T) throws -> T
}

extension Connection {
    var signer: Signer? { nil }
    var meetsUnknown: Bool { false }
    func begin(_ statements: [String]) throws { for statement in statements { try execute(statement) } }
    func commit() throws { for statement in dialect.commit { try execute(statement) } }
    func takeTime(rows count: Int) throws {}
    func settle() throws {}
}

/// An account that the engine knows.
struct Signer {
    let account: String
    /// The engine's own number of it, which the journal keeps for that of the computer.
    let number: Int
}

/// A statement as its engine keeps it: parameters are counted from 1, columns from 0.
protocol Cursor: AnyObject {
    /// The names of the parameters in order, with their colon; nil for one that has none.
    var parameters: [String?] { get }
    func bind(_ index: Int32, _ text: String) throws
    func bind(_ index: Int32, _ number: Int) throws
    func bindNull(_ index: Int32) throws
    /// Goes to the next row; false after the last.
    func step() throws -> Bool
    /// Runs a statement of which no row is wanted; the engine may wait for what becomes of it when something is asked.
    func run() throws
    /// Makes it ready for its next use.
    func reset()
    /// The nth column as it is kept.
    func value(_ column: Int32) -> Statement.Value
    /// The text of the nth column; nil for NULL.
    func text(_ column: Int32) -> String?
    /// The whole number of the nth column; nil for NULL.
    func integer(_ column: Int32) -> Int?
}

extension Cursor {
    func run() throws { while try step() {} }
}
