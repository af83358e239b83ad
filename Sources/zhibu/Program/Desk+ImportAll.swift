import Exchange
import Ledger
import PartyWork

extension Desk {
    /// Imports files: all rows are saved, or none if one is bad. A signal takes back what there is.
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
        try Signals.patiently {
            try importTogether(importer, pulse, commit, doubt)
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

extension ImportReport {
    /// What the journal tells of it.
    fileprivate var deed: Deed {
        .imported(countsInOrder.map { Deed.ImportedRows($0.table, $0.counts.new + $0.counts.updated) })
    }
}
