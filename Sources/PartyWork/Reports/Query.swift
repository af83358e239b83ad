/// A question to the ledger as a value, which says the type of its answer and how it is read.
package protocol Query<Answer>: Hashable, Sendable {
    associatedtype Answer: Sendable

    /// The answer, of one state of the ledger.
    ///
    /// - Throws: A `Refusal` for what is nowhere, a `LedgerError` where the file cannot be read.
    func answer(from ledger: any LedgerReading) throws -> Answer

    /// The right that asking takes; nil for what everybody may know.
    var right: Right? { get }
}

extension Query {
    package var right: Right? { .read }
}

/// A query of whatever type, as effects and messages carry it; here alone queries and answers lose their types and get them back.
package struct AnyQuery: Hashable, Sendable {
    package let query: any Query

    package init(_ query: any Query) { self.query = query }

    package static func == (one: AnyQuery, other: AnyQuery) -> Bool { one.query.isSame(as: other.query) }

    package func hash(into hasher: inout Hasher) { hasher.combine(query) }

    /// The answer beside the query.
    ///
    /// - Throws: What `Query.answer` throws.
    package func answered(from ledger: any LedgerReading) throws -> Answered { try query.answered(from: ledger) }
}

extension Query {
    fileprivate func isSame(as other: any Query) -> Bool { other as? Self == self }

    fileprivate func answered(from ledger: any LedgerReading) throws -> Answered {
        Answered(self, try answer(from: ledger))
    }
}

/// A query with what the ledger says to it.
package struct Answered: Sendable {
    package let query: AnyQuery
    private let answer: any Sendable

    package init<Q: Query>(_ query: Q, _ answer: Q.Answer) {
        self.query = AnyQuery(query)
        self.answer = answer
    }

    /// The answer, if it is one to this query.
    package func answer<Q: Query>(to query: Q) -> Q.Answer? {
        self.query.query as? Q == query ? answer as? Q.Answer : nil
    }

    /// What the built-in methods ask for, where the answer tells.
    package var requirements: Requirements? { (answer as? any RequirementsTold)?.requirements }
}

/// An answer that tells what the built-in methods ask for.
package protocol RequirementsTold {
    var requirements: Requirements { get }
}

extension Requirements: RequirementsTold {
    package var requirements: Requirements { self }
}

extension StatusReport: RequirementsTold {}
extension GapsReport: RequirementsTold {}
extension BranchReport: RequirementsTold {}
extension ChecklistReport: RequirementsTold {}
