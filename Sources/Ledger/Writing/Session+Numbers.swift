import PartyWork

/// The numbers that the ledger gives to activities.
extension Session {
    /// The township's next number; numbers are never given twice, and numbers that came by import are skipped.
    func nextActivityNumber(_ township: Code) throws -> Activity.ID {
        let part = try ownPart()
        var last =
            try given[township.digits]
            ?? statement("SELECT last FROM activity_sequence WHERE township = ?").firstInteger([.text(township.digits)])
        var id: Activity.ID
        repeat {
            last += 1
            id = Activity.ID(ActivityNumber.text(township: township, part: part, sequence: last))
        } while try contains(.activities, RecordKey(id.text))
        try run(
            """
            INSERT INTO activity_sequence (township, last) VALUES (?, ?)
            ON CONFLICT (township) DO UPDATE SET last = excluded.last
            """, [.text(township.digits), .integer(last)])
        given[township.digits] = last
        return id
    }

    /// The next number of a township's entries, over all registers; none is given twice.
    func nextEntryNumber(_ township: Code) throws -> String {
        let prefix = ActivityNumber.prefix(township)
        let last =
            try 1
            + (given[prefix]
                ?? statement("SELECT last FROM entry_sequence WHERE prefix = ?").firstInteger([.text(prefix)]))
        try noteEntryNumber(prefix, last)
        given[prefix] = last
        return EntryNumber.text(township: township, part: try ownPart(), sequence: last)
    }

    /// Notes that a number is in use.
    func noteEntryNumber(_ prefix: String, _ number: Int) throws {
        try run(
            """
            INSERT INTO entry_sequence (prefix, last) VALUES (?, ?)
            ON CONFLICT (prefix) DO UPDATE SET last = excluded.last WHERE excluded.last > entry_sequence.last
            """, [.text(prefix), .integer(number)])
        if let last = given[prefix] { given[prefix] = max(last, number) }
    }

    /// The ledger's part of the numbers that it gives, a new one where the ledger has none, or lies elsewhere than it did: then it is a
    /// copy, and what it was copied from goes on giving numbers with the part that it had.
    private func ownPart() throws -> String {
        let known = try statement("SELECT part, place FROM ledger_part WHERE id = 1").first { ($0.text(0), $0.text(1)) }
        if let (part, place) = known, place == connection.place { return part }
        let part = partInReserve ?? ActivityNumber.randomPart(besides: known?.0)
        partInReserve = part
        try run(
            """
            INSERT INTO ledger_part (id, part, place) VALUES (1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET part = excluded.part, place = excluded.place
            """, [.text(part), .text(connection.place)])
        return part
    }
}
