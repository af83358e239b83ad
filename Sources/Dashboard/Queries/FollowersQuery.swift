import PartyWork

/// To whom lines of the worklist may be given.
struct Followers: Sendable, Hashable {
    let names: [String]
    /// Whether there are no others: the ledger has officers.
    let areAll: Bool
}

/// The officers who serve on a day; in a ledger without any those who wrote in its journal last.
struct FollowersQuery: Query {
    let day: Day

    init(on day: Day) { self.day = day }

    func answer(from ledger: any LedgerReading) throws -> Followers {
        let officers = try ledger.officers()
        let names =
            try officers.isEmpty
            ? ledger.journal(limit: 500, before: nil).map(\.officer) : officers.filter { $0.holds(on: day) }.map(\.name)
        var seen: Set<String> = []
        return Followers(names: names.filter { !$0.isEmpty && seen.insert($0).inserted }, areAll: !officers.isEmpty)
    }
}
