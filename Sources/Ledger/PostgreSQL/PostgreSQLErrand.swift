/// A statement that was sent, and what came of it once its answer is there.
final class PostgreSQLErrand {
    /// What came of it; nil while it is on its way.
    fileprivate(set) var outcome: Result<PostgreSQLAnswer?, PostgreSQLError>?

    /// Whether it is known to have failed.
    var hasFailed: Bool { if case .failure = outcome { true } else { false } }

    /// Takes what came of it; of several answers the last.
    func take(_ outcome: Result<PostgreSQLAnswer?, PostgreSQLError>) {
        if !hasFailed { self.outcome = outcome }
    }
}
