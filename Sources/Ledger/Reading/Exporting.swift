import GRDB
import PartyWork

extension Ledger {
    /// Hands the rows of a table over, by key in code-point order.
    package typealias ExportSource = (PartyWork.Table, _ give: (AnyRecord) throws -> Void) throws -> Void

    /// Lets a writer of files take the tables one after the other from one consistent state (CONTRACT section 3, export).
    ///
    /// - Throws: What `write` throws; a `LedgerError`.
    package func exporting<T>(_ write: (ExportSource) throws -> T) throws -> T {
        try reading { db in
            try write { table, give in try db.visit(table, give) }
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
        case .monthSteps: try each { try visit(.monthStep($0)) }
        }
    }

    private func each<R: LedgerRecord>(_ visit: (R) throws -> Void) throws {
        let statement = try Prepared(self, Layout.of(R.table).statements.selectAll)
        try statement.each { try visit(try $0.record()) }
    }
}
