import PartyWork

/// The first rows of each kind that an import meets, for a review.
struct RowSample {
    private(set) var rows: [ImportRow] = []
    private var counts: [ImportRow.Kind: Int] = [:]
    /// What rows are called of which notices tell, the first of them.
    private(set) var names: [FilePlace: String] = [:]

    /// Notes a row, if there is still room for its kind.
    mutating func note(_ kind: ImportRow.Kind, _ place: FilePlace, _ record: some LedgerRecord, _ text: String = "") {
        guard counts[kind, default: 0] < ImportReview.shown else { return }
        counts[kind, default: 0] += 1
        rows.append(ImportRow(kind, place, name: record.called, text: text))
    }

    /// Notes what a row is called that a notice tells of.
    mutating func name(_ place: FilePlace, _ name: @autoclosure () -> String) {
        if names.count < 2 * ImportReview.shown { names[place] = name() }
    }
}

extension LedgerRecord {
    /// Its key and name, `H0012 王五`.
    var called: String {
        [key.description, label].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension ImportReport {
    /// The report for the screens.
    package var review: ImportReview {
        let told = notices.filter { $0.isTold }
        let rejected = rows(told, .rejected) { $0.kind == .fault }
        let warned = rows(told, .warned) { $0.kind == .warning }
        let counts = countsInOrder
        let all = counts.reduce(ImportCounts()) { $0 + $1.1 }
        let rows = ImportRow.Kind.allCases.flatMap { kind in
            switch kind {
            case .rejected: Array(rejected.prefix(ImportReview.shown))
            case .warned: Array(warned.prefix(ImportReview.shown))
            case .changed, .new, .unchanged: self.rows.filter { $0.kind == kind }
            }
        }
        return ImportReview(
            sources: sources, known: tables.withFiles, tables: counts.map { ImportReview.TableCounts($0.0, $0.1) },
            rows: rows,
            totals: [
                .rejected: rejected.count, .warned: warned.count, .new: all.new, .changed: all.updated + all.left,
                .unchanged: all.unchanged,
            ], isAccepted: isAccepted)
    }

    /// The notices of a kind, those of one row together.
    private func rows(
        _ notices: [ImportNotice], _ kind: ImportRow.Kind, where isMeant: (ImportNotice) -> Bool
    ) -> [ImportRow] {
        var rows: [ImportRow] = []
        for notice in notices where isMeant(notice) {
            if let last = rows.last, last.place == notice.place, notice.line != nil {
                rows[rows.count - 1] = ImportRow(kind, last.place, name: last.name, text: "\(last.text)；\(notice.text)")
            } else {
                rows.append(ImportRow(kind, notice.place, name: names[notice.place] ?? "", text: notice.text))
            }
        }
        return rows
    }
}

extension ImportNotice {
    /// Whether a review tells it among the rows; what a column is taken for stands with the columns.
    fileprivate var isTold: Bool {
        switch reason {
        case .unknownColumn, .namelessColumn, .notKept, .leftOut, .containsSensitive, .sheetSkipped: false
        // All else is about a row, or about the file as a whole.
        default: true
        }
    }
}
