import Exchange
import Ledger
import PartyWork

extension Ledger {
    /// Imports files: all rows are saved, or none if one is bad; `dryRun` saves none either. A signal takes back what there is.
    ///
    /// - Throws: `Signals.Interrupted`; a `LedgerError`. What is wrong with the files is in the report.
    func importAll(_ importer: Importer, by officer: Officer, dryRun: Bool = false) throws -> ImportReport {
        try importing(by: officer, at: Clock.instant(), dryRun: dryRun) { session in
            let report = try Signals.patiently {
                let report = try importer.run(into: session)
                try Signals.stopIfSignalled()
                return report
            }
            return (result: report, commit: report.isAccepted, summary: report.summary)
        }
    }
}

extension ImportReport {
    /// What the journal says of it.
    fileprivate var summary: String {
        let parts = rows.map { "\($0.table.title) \($0.counts.new + $0.counts.updated)" }
        return "导入：" + parts.joined(separator: "，")
    }

    /// The tables that the files had, with what became of their rows.
    var rows: [(table: Table, counts: Counts)] {
        Table.allCases.compactMap { table in counts[table].map { (table, $0) } }
    }
}
