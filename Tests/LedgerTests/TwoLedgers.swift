import PartyWork

@testable import Ledger

/// A ledger and a copy of it that parted, both in memory.
struct TwoLedgers {
    let own: Ledger
    let copy: Ledger

    static let other = Officer(uid: 1001, name: "王五")

    /// Copies a town's ledger for 甲村.
    init(_ town: Town) throws {
        own = town.ledger
        copy = try .inMemory(part: "ABC")
        if let connection = TwoLedgers.connection(own) {
            try TwoLedgers.connection(copy)?.take(connection)
        } else {
            try TwoLedgers.carry(own, to: copy)
        }
        try copy.store.writing { try $0.part(for: Town.village) }
    }

    /// Copies a ledger of a server.
    private static func carry(_ own: Ledger, to copy: Ledger) throws {
        _ = try own.reading { source in
            try copy.store.loading { target, load in
                (
                    try TownCopy(tables: target.copiedTables()).run(from: source, to: target, load) { _ in },
                    commits: true
                )
            }
        }
    }

    private static func connection(_ ledger: Ledger) -> SQLiteConnection? { (ledger.store as? SQLiteStore)?.connection }

    var copyDesk: Desk { copy.acting(as: TwoLedgers.other, on: Town.clock) }

    func order(_ side: MergeSide? = nil, _ choices: [MergeOrder.RowName: MergeSide] = [:]) throws -> MergeOrder {
        MergeOrder(try copy.partedCopy(), side: side, choices: choices)
    }

    func review(_ side: MergeSide? = nil) throws -> MergeReview { try Town.desk(own).review(merging: order(side)) }

    @discardableResult
    func merge(_ side: MergeSide? = nil) throws -> Receipt { try Town.perform(.merge(order(side)), on: own) }

    /// Sets columns of a row in one of the ledgers.
    @discardableResult
    func correct(
        _ desk: Desk, _ table: TableSchema, _ key: String, _ cells: [Column: String]
    ) throws -> Receipt {
        let saved = try desk.ledger.record(table, RecordKey(key)).orThrow()
        return try desk.perform(.correct(from: saved, to: try saved.setting(cells)))
    }

    /// All rows of a ledger.
    static func rows(_ ledger: Ledger) throws -> [MergeOrder.RowName: [Column: String]] {
        var rows: [MergeOrder.RowName: [Column: String]] = [:]
        try ledger.store.reading { db in
            for table in db.tables {
                try db.visit(table) { rows[MergeOrder.RowName(table, $0.key)] = $0.cells }
            }
        }
        return rows
    }
}

extension Optional {
    struct Missing: Error {}

    func orThrow() throws -> Wrapped {
        guard let self else { throw Missing() }
        return self
    }
}
