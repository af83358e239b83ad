import Ledger
import PartyWork
import Synchronization

/// What ledgers have said, for as long as their newest entry is the same: most screens of the sample ask what others have asked, and
/// asking was the larger part of all tests of screens.
enum KeptAnswers {
    private struct Question: Hashable {
        /// The seal of the newest entry, which follows from all before it.
        let seal: Seal
        let query: AnyQuery
        let language: Language
    }

    private static let kept = Mutex<[Question: Answered]>([:])

    /// What a ledger says to some queries, in their order.
    ///
    /// - Parameter isAskedAnew: Whether what it said before does not count.
    static func answers(
        of ledger: Ledger, to queries: [AnyQuery], isAskedAnew: Bool
    ) throws -> [(AnyQuery, Result<Answered, any Error>)] {
        let seal = isAskedAnew ? nil : try ledger.head()?.seal
        func question(_ query: AnyQuery) -> Question? {
            seal.map { Question(seal: $0, query: query, language: Language.current) }
        }
        var known: [AnyQuery: Result<Answered, any Error>] = [:]
        for query in queries {
            guard let question = question(query) else { continue }
            known[query] = kept.withLock { $0[question] }.map { .success($0) }
        }
        let asked = queries.filter { known[$0] == nil }
        if !asked.isEmpty {
            ledger.answer(asked) { query, outcome in
                known[query] = outcome
                guard let question = question(query), case .success(let answer) = outcome else { return }
                kept.withLock { $0[question] = answer }
            }
        }
        return queries.compactMap { query in known[query].map { (query, $0) } }
    }
}
