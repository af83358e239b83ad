import CPostgres
import PartyWork

/// A statement that the server refused, or a line that is gone; told apart by SQLSTATE, never by words.
struct PostgreSQLError: Error {
    /// The five characters; empty where the error comes from this side of the line.
    let state: String
    /// The constraint or the table of which it tells.
    let subject: String

    /// What came from the server.
    init(_ answer: OpaquePointer) {
        state = String(cString: cpq_state(answer))
        subject = String(cString: cpq_subject(answer))
    }

    private init(state: String) {
        self.state = state
        subject = ""
    }

    /// The line is gone, or nothing came over it for too long.
    static let lost = PostgreSQLError(state: "")
    /// The server took a commit for a rollback, as it does after a statement that failed.
    static let rolledBack = PostgreSQLError(state: "25P02")

    /// Whether the connection cannot be used any more: it failed (08), the server goes or has ended it (57P0x), or let go of one that was
    /// frozen within a transaction (25P03).
    var isOfConnection: Bool {
        state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") || state == "25P03"
    }

    /// Whether it was not tried, because something in the transaction had failed before.
    var isOfFailedTransaction: Bool { state == "25P02" }

    /// Whether a lock was waited for in vain (lock_timeout).
    var isOfLock: Bool { state == "55P03" }

    /// Whether a reference points nowhere.
    var isOfReference: Bool { state == "23503" }
}

extension LedgerError {
    /// What the server reported, as an officer needs to know it.
    init(_ error: PostgreSQLError, path: String) {
        switch error.state {
        case _ where error.isOfConnection: self = .connectionLost(path: path)
        // A deadlock.
        case _ where error.isOfLock, "40P01": self = .locked(path: path)
        // An update that reached no row, as the dialect has it.
        case "42501", "22012": self = .denied(path: path)
        case "25006": self = .readOnly(path: path)
        case "53100": self = .diskFull(path: path, folder: path)
        case "53200": self = .outOfMemory(path: path)
        case "53300": self = .locked(path: path)
        case "58030": self = .inputOutput(path: path, code: 58030)
        // No such function: they are made anew by each preparing, without a migration.
        case "42883": self = .olderSchema(path: path)
        // No such table, column, schema.
        case "42P01", "42703", "3F000", "XX001", "XX002":
            self = .corrupt(
                path: path,
                detail: localized(
                    "表的结构与本程序的不同（PostgreSQL \(error.state)）",
                    "its tables are not this program's (PostgreSQL \(error.state))"))
        default:
            self = .failed(
                path: path, detail: "PostgreSQL \(error.state)" + (error.subject.isEmpty ? "" : " \(error.subject)"))
        }
    }
}
