import PartyWork

/// Who acts, and when: as the program says it, or as the engine knows it.
extension Session {
    /// The officer by the account that is logged in.
    func known(_ officer: Officer) -> Officer {
        guard let signer = connection.signer else { return officer }
        return Officer(uid: signer.number, name: officer.name, origin: officer.origin, account: signer.account)
    }

    /// The instant with which the running transaction is signed; nil where the program says it.
    func signingInstant() throws -> String? {
        try connection.signer.flatMap { _ in try first(.serverInstant, Parameters()) { $0.text(0) } }
    }
}

extension NamedSQL {
    /// When the transaction began by the engine's clock.
    static let serverInstant = NamedSQL(
        "server instant", "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
}
