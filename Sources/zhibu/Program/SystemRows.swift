import Exchange
import Ledger
import PartyWork

/// The rows of some systems' files, read by the rules of imports in a ledger of their own.
struct SystemRows {
    let rows: [AnyRecord]

    init(_ systems: [SystemFiles.System]) throws {
        let ledger = try Ledger.inMemory()
        let importer = Importer(paths: systems.map(\.folder), update: false, today: Clock.computer.today())
        let report = try ledger.desk.importAll(importer, doubt: { _ in })
        if let notice = report.notices.first(where: { $0.kind == .fault }) {
            throw Failure(.fault, notice.description)
        }
        rows = try ledger.exporting { source in
            var rows: [AnyRecord] = []
            for table in TableSchema.definitions + [.checklists] { try source(table) { rows.append($0) } }
            return rows
        }
    }

    /// The names of the registers.
    var registers: [String] { rows.filter { $0.table == .registers }.map { $0.record.text(.register) } }
}
