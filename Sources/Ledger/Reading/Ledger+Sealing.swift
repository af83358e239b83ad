import PartyWork

extension Ledger {
    /// The last entry of the journal with its seal; nil for a journal without entries.
    ///
    /// - Throws: A `LedgerError`.
    package func head() throws -> JournalHead? { try reading { try $0.head() } }

    /// The seal of one entry; nil where there is none of the number.
    ///
    /// - Throws: A `LedgerError`.
    package func seal(of entry: Int) throws -> Seal? {
        try reading { db in
            try db.first(.sealOfEntry, Parameters().with("entry", entry)) { EntrySeal.bytes($0.text(0)) }
                .flatMap { $0 }.map { Seal(entry: entry, bytes: $0) }
        }
    }

    /// What has become of a past that a seal from outside tells of.
    ///
    /// - Throws: A `LedgerError`.
    package func witness(_ seal: Seal) throws -> CheckReport.Witness { try reading { try $0.witness(seal) } }
}

extension Session {
    /// The last entry of the journal with its seal; nil for a journal without entries.
    func head() throws -> JournalHead? {
        try first(.lastEntry, Parameters()) { row in
            guard let bytes = EntrySeal.bytes(row.text(1)) else {
                throw Damage(
                    localized("流水第 \(row.integer(0)) 条没有封签", "journal entry \(row.integer(0)) has no seal"))
            }
            return JournalHead(Seal(entry: row.integer(0), bytes: bytes), digest: row.text(1), at: row.text(2))
        }
    }

    /// What has become of a past that a seal from outside tells of.
    func witness(_ seal: Seal) throws -> CheckReport.Witness {
        let found = try first(.sealOfEntry, Parameters().with("entry", seal.entry)) { row in
            (bytes: EntrySeal.bytes(row.text(0)), at: row.text(1))
        }
        guard let found else { return CheckReport.Witness(seal, .gone) }
        let isKept = found.bytes.map { Seal(entry: seal.entry, bytes: $0) == seal } ?? false
        return CheckReport.Witness(seal, isKept ? .kept(at: found.at) : .altered)
    }
}
