import GRDB
import PartyWork

extension Ledger {
    /// Visits every row of the six tables, in the contract's order of tables, by key in code-point order, from one
    /// consistent state (CONTRACT section 3, export).
    ///
    /// - Throws: What `visit` throws, which ends the export; a `LedgerError`.
    package func export(_ visit: (PartyWork.Table, AnyRecord) throws -> Void) throws {
        try reading { db in
            for table in Table.allCases { try db.visit(table) { try visit(table, $0) } }
        }
    }
}

extension Database {
    /// Visits the rows of a table by key; a pairing's key is its parts one after the other.
    func visit(_ table: Table, _ visit: (AnyRecord) throws -> Void) throws {
        switch table {
        case .organizations: try each { try visit(.organization($0)) }
        case .people: try each { try visit(.person($0)) }
        case .households: try each { try visit(.household($0)) }
        case .pairings: try each { try visit(.pairing($0)) }
        case .cooperatives: try each { try visit(.cooperative($0)) }
        case .activities: try each { try visit(.activity($0)) }
        }
    }

    private func each<R: LedgerRecord>(_ visit: (R) throws -> Void) throws {
        let statement = try Prepared(self, Layout.of(R.table).statements.selectAll)
        try statement.each { try visit(try $0.record()) }
    }
}
