import PartyWork

extension Ledger {
    /// What an officer may do on a day.
    ///
    /// - Throws: A `LedgerError`.
    package func permission(of officer: Officer, on day: Day) throws -> Permission {
        try reading { try $0.permission(of: officer, on: day) }
    }

    /// The officer under the name that the ledger knows the account by.
    ///
    /// - Throws: A `LedgerError`.
    package func known(_ officer: Officer, on day: Day) throws -> Officer {
        try reading { db in db.known(officer).called(try db.permission(of: officer, on: day).name) }
    }

    /// The officers of the ledger, by account; those whose time is over too.
    ///
    /// - Throws: A `LedgerError`.
    package func officers() throws -> [OfficerGrant] { try reading { try $0.officers() } }
}
