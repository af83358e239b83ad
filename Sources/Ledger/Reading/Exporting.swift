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

extension Ledger {
    /// How many rows all tables with files have.
    ///
    /// - Throws: `LedgerError`.
    package func rowCount() throws -> Int {
        try reading { db in
            try PartyWork.Table.withFiles.reduce(0) {
                try $0 + Connection.number(db, "SELECT count(*) FROM \(Layout.of($1).name)")
            }
        }
    }
}

extension Database {
    /// Visits the rows of a table by key; a pairing's key is its parts one after the other.
    func visit(_ table: Table, _ visit: (AnyRecord) throws -> Void) throws {
        func each<R: LedgerRecord>(_: R.Type) throws {
            let statement = try Prepared(self, Layout.of(R.table).statements.selectAll)
            try statement.each { try visit(try $0.record(R.self).wrapped) }
        }
        try each(table.recordType)
    }
}
