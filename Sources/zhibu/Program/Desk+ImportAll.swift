import Exchange
import Ledger
import PartyWork

extension Desk {
    /// Imports files: all rows are saved but those that the order leaves out, or none if one is bad.
    ///
    /// A signal takes back what there is.
    ///
    /// - Parameters:
    ///   - pulse: asked now and then in the midst of a long statement; may end the import by throwing.
    ///   - commit: says whether a report without a fault is to be saved.
    ///   - doubt: hears of an error after which everything is saved all the same.
    /// - Throws: `Signals.Interrupted`; a `LedgerError`. What is wrong with the files is in the report.
    func importAll(
        _ importer: Importer, attendedBy pulse: @escaping () throws -> Void = Signals.stopIfSignalled,
        commit: (ImportReport) throws -> Bool = { _ in true }, doubt: (String) -> Void
    ) throws -> ImportReport {
        var importer = importer
        while true {
            let report = try Signals.patiently { try importTogether(importer, pulse, commit, doubt) }
            guard let next = importer.leaving(rowsOf: report) else { return report }
            importer = next
        }
    }

    private func importTogether(
        _ importer: Importer, _ pulse: @escaping () throws -> Void,
        _ commit: (ImportReport) throws -> Bool, _ doubt: (String) -> Void
    ) throws -> ImportReport {
        try importing(dryRun: false, attendedBy: pulse, doubt: doubt) { session in
            let report = try importer.run(into: session)
            try pulse()
            return (result: report, commit: try report.isAccepted && commit(report), deed: report.deed)
        }
    }
}

extension LeftRowsBook {
    fileprivate static func keep(at path: String, _ write: (String) throws -> Void) throws {
        try FileReplacement.write(path, replacing: .ownKind, pulse: Signals.stopIfSignalled) { temporary in
            try StandardStream.error.silenced { try write(temporary) }
        }
    }
}

extension SheetTable {
    /// Writes the rows that are left out before the others become entries.
    ///
    /// - Parameter file: whence they come.
    /// - Returns: the others.
    func leaving(_ left: SheetOrder.Left?, from file: String) throws -> SheetTable {
        guard let left, !left.reasons.isEmpty else { return self }
        try LeftRowsBook.keep(at: left.path) {
            try LeftRowsBook.write(self, left.reasons, of: FilePlace(file, sheet: sheet), to: $0)
        }
        return without(Set(left.reasons.keys))
    }
}

extension ImportReport {
    /// Writes the rows that are left out before the others are saved, so that none is lost.
    func writeLeft(to path: String?) throws {
        guard let path, !left.isEmpty else { return }
        try LeftRowsBook.keep(at: path) { try LeftRowsBook.write(self, to: $0) }
    }

    /// What the journal tells of it.
    fileprivate var deed: Deed {
        .imported(countsInOrder.map { Deed.ImportedRows($0.table, $0.counts.new + $0.counts.updated) })
    }
}
