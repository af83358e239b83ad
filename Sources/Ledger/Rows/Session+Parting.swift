import PartyWork

extension NamedSQL {
    /// An entry of the journal by the columns of which its fingerprint speaks, and the fingerprint.
    static let sealedEntry = NamedSQL(
        "sealed entry",
        """
        SELECT j.id, j.at, j.uid, j.officer, j.origin, j.action, j.summary, j.row_count, j.undoes, j.mark, j.fingerprint
        FROM journal j WHERE j.id = :entry
        """)
}

/// Where copies of the ledger part.
extension Session {
    /// Writes into a copy from where it parts: the last entry of its journal.
    func part(for code: Code) throws {
        let last = try number("SELECT max(id) FROM journal")
        try run(
            """
            INSERT INTO parting (id, mark, code, entry, seal) VALUES (1, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET mark = excluded.mark, code = excluded.code, entry = excluded.entry, seal = excluded.seal
            """,
            [.text(ActMark.random().text), .text(code.digits), .integer(last), .text(try seal(of: last) ?? "")])
    }

    /// From where the ledger parted; nil for one that is no copy made to be brought back.
    func parting() throws -> Parting? {
        try statement("SELECT mark, code, entry, seal FROM parting WHERE id = 1").first {
            Parting(mark: $0.text(0), code: Code($0.text(1)), entry: $0.integer(2), seal: $0.text(3))
        }
    }

    /// What tells an entry from those of other ledgers; nil where there is no entry of the number.
    func seal(of entry: Int) throws -> String? {
        try first(.sealedEntry, Parameters().with("entry", entry)) { row in
            var seal = EntryFingerprint()
            for column in Int32(0)...10 { seal.add(row.value(column)) }
            return seal.text
        }
    }
}
