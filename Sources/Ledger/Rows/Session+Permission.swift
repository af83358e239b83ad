import PartyWork

extension NamedSQL {
    /// Whether somebody of a name is the serving secretary of a township: its committee member with one of the posts that say so.
    static let townSecretary = NamedSQL(
        "town secretary",
        """
        SELECT 1 FROM person p WHERE p.organization = :code AND p.name = :name AND p.is_committee = 1
            AND (p.post = '党委书记' OR p.post = '镇党委书记' OR p.post = '乡党委书记') AND \(Predicate.serves("p"))
        """)
}

extension Session {
    /// What an officer may do on a day; one look at an empty table where the ledger has no officers.
    func permission(of officer: Officer, on day: Day) throws -> Permission {
        if try isEmpty(.officers), !meetsUnknown { return .everything }
        return try Permission(of: known(officer).account, on: day, officers()) { grant in
            let township = Code(grant.range).township.digits
            let named = Parameters(asOf: day).with("code", township).with("name", grant.name)
            return try first(.townSecretary, named) { _ in true } ?? false
        }
    }

    /// The officers of the ledger, by account.
    func officers() throws -> [OfficerGrant] {
        try statement(Layout.of(.officers).statements.selectAll).rows { try $0.record() }
    }
}
