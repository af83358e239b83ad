import PartyWork

/// Who acts, and when: as the program says it, or as the engine knows it.
extension Session {
    /// The officer by the account that is logged in.
    func known(_ officer: Officer) -> Officer {
        guard let signer = connection.signer else { return officer }
        return Officer(uid: signer.number, name: officer.name, origin: officer.origin, account: signer.account)
    }

    /// The instant with which the running transaction is signed.
    func signed(at instant: String) throws -> String {
        guard connection.signer != nil else { return instant }
        return try first(.serverInstant, Parameters()) { $0.text(0) } ?? instant
    }
}

extension NamedSQL {
    /// When the transaction began by the engine's clock.
    static let serverInstant = NamedSQL(
        "server instant", "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
}
