import PartyWork

extension Ledger {
    /// The posts of a scope's organizations: held at a day, begun and ended since another.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func posts(from first: Day, asOf day: Day, scope: Scope) throws -> PostReport {
        try reading(in: scope) { db in
            PostReport(
                try db.all(.postsInScope, Parameters(scope)) { try $0.record() }, scope: scope,
                scopeName: try db.organizationName(Code(scope.prefix)), from: first, asOf: day)
        }
    }
}
