/// How the program ends (CONTRACT section 3); 128 + n on signal n comes from `Signals`.
enum ExitStatus: Int32 {
    case done = 0
    /// Bad rows, a rule, nothing found.
    case refused = 1
    /// Unknown options, missing or unreadable values.
    case wrongUsage = 64
    /// The ledger can't be opened or is locked too long.
    case unavailable = 69
    /// A fault of ours or of the machine.
    case fault = 70
}

/// An end of a command with a status and a message for standard error: where, what is wrong, what to do next.
struct Failure: Error {
    let status: ExitStatus
    /// Nil where everything has been said.
    let message: String?

    init(_ status: ExitStatus, _ message: String? = nil) {
        self.status = status
        self.message = message
    }
}
