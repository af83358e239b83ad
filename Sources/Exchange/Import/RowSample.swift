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
        let rejected = rejectedRows(told)
        let warned = together(told.filter { $0.kind == .warning }).map { row(.warned, $0.notice, $0.others) }
            .joinedByPlace
        let counts = countsInOrder
        let all = counts.reduce(ImportCounts()) { $0 + $1.1 }
        let rows = ImportRow.Kind.allCases.flatMap { kind in
            switch kind {
            case .rejected: Array(rejected.prefix(ImportReview.shown))
            case .left:
                left.prefix(ImportReview.shown).map { ImportRow(.left, $0.place, name: $0.called, text: $0.reason) }
            case .warned: Array(warned.prefix(ImportReview.shown))
            case .changed, .new, .unchanged: self.rows.filter { $0.kind == kind }
            }
        }
        var review = ImportReview(
            sources: sources, known: tables.withFiles, tables: counts.map { ImportReview.TableCounts($0.0, $0.1) },
            rows: rows,
            totals: [
                .rejected: rejected.count, .left: left.count, .warned: warned.count, .new: all.new,
                .changed: all.updated + all.left, .unchanged: all.unchanged,
            ], isAccepted: isAccepted)
        for row in rejected { for kind in Set(row.kinds) { review.faultKinds[kind, default: 0] += 1 } }
        review.leavable = rejected.contains { $0.kinds.isEmpty } ? 0 : rejected.count
        review.left = left.count
        review.unknownHelpers = unknownHelpers
        review.doubtful = notices.count { $0.isDoubt }
        return review
    }

    /// The helpers whom nobody knows, each once.
    private var unknownHelpers: [String] {
        var met: Set<String> = []
        return notices.compactMap { notice in
            guard case .unknownHelper(let name) = notice.reason, met.insert(name).inserted else { return nil }
            return name
        }
    }

    private func rejectedRows(_ told: [ImportNotice]) -> [ImportRow] {
        let kinds = Dictionary(grouping: rowFaults) { $0.notice.place }.mapValues { $0.map(\.kind) }
        return told.filter { $0.kind == .fault }.map { row(.rejected, $0) }.joinedByPlace.map { row in
            var row = row
            row.kinds = kinds[row.place] ?? []
            return row
        }
    }

    private func row(_ kind: ImportRow.Kind, _ notice: ImportNotice, _ others: String = "") -> ImportRow {
        ImportRow(kind, notice.place, name: names[notice.place] ?? "", text: notice.text + others)
    }
}

extension [ImportRow] {
    /// The rows, those of one line as one.
    fileprivate var joinedByPlace: [ImportRow] {
        var rows: [ImportRow] = []
        for row in self {
            if let last = rows.last, last.place == row.place, row.place.line != nil {
                rows[rows.count - 1] = ImportRow(
                    row.kind, last.place, name: last.name, text: "\(last.text)；\(row.text)")
            } else {
                rows.append(row)
            }
        }
        return rows
    }
}

extension LeftRow {
    /// What stands first in it.
    fileprivate var called: String { cells.filter { !$0.isEmpty }.prefix(2).joined(separator: " ") }
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
