import Glibc
import PartyWork

extension Ledger {
    /// Takes a ledger that was kept in a file over into this town of a server, with its journal: all of it, or nothing.
    ///
    /// The file is read only. Numbers that the town gives from then on have a part of their own, as in every copy.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - day: The date of the figures that are compared before anything is kept.
    ///   - progress: Told now and then how many rows have come over; if it throws, nothing is kept.
    /// - Returns: How many rows came over.
    /// - Throws: `LedgerError`; what `progress` throws.
    package func adopt(_ path: String, asOf day: Day, progress: (_ rows: Int) throws -> Void = { _ in }) throws -> Int {
        guard let store = store as? PostgreSQLStore else { throw LedgerError.badAddress(path: self.path) }
        // What is not there would be made.
        guard access(path, F_OK) == 0 else { throw LedgerError.cannotOpen(path: path, errno: errno) }
        let file = try Ledger.open(path: path)
        let scope = Scope(store.town)
        return try file.reading { source in
            let townships = try source.all(.townships, Parameters()) { $0.text(0) }
            if let other = townships.first(where: { $0 != store.town.digits }) {
                throw LedgerError.otherTown(path: path, code: other)
            }
            let tables = try source.copiedTables()
            return try store.loading { target, load in
                // Rows and journal come over as they are, past the policies: whoever keeps the server may.
                try target.execute("SET LOCAL ROLE \(ServerRole.keeper)")
                for table in source.tables where table.isMade { try target.make(table) }
                let isEmpty = try tables.allSatisfy { try target.number("SELECT count(*) FROM \($0.name)") == 0 }
                guard isEmpty else { throw LedgerError.notEmpty(path: self.path) }
                try load.deferIndexes(of: target.tables)
                do {
                    let count = try TownCopy(tables: tables).run(from: source, to: target, load, progress)
                    if !townships.isEmpty, try file.status(asOf: day, scope: scope) != status(asOf: day, scope: scope) {
                        throw TownCopy.Difference(table: localized("总览的数字", "the figures of the overview"))
                    }
                    return (count, commits: true)
                } catch let difference as TownCopy.Difference {
                    throw LedgerError.copyDiffers(path: path, detail: difference.table)
                }
            }
        }
    }
}
