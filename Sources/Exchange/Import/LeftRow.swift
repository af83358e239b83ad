import PartyWork

/// A row that is left out of an import because something is wrong with it.
package struct LeftRow: Hashable, Sendable {
    /// Where it stands.
    let place: FilePlace
    /// Its cells, personal data that the ledger may not hold left out.
    let cells: [String]
    /// What is wrong with it.
    let reason: String
}

extension ImportReport {
    /// The bad rows that are left out next, with all that is wrong with each; none where something is wrong that is not a row's (a
    /// file, a header, a quote that nobody closed) and all rows are to be left.
    func rowsLeft(by leaving: Leaving) -> [FilePlace: String] {
        if leaving.isNone { return [:] }
        let faults = notices.filter { $0.kind == .fault }
        let ofRows = rowFaults
        if leaving.isAll, ofRows.count < faults.count { return [:] }
        let left = Set(ofRows.filter { leaving.includes($0.notice.place, $0.kind) }.map(\.notice.place))
        return ofRows.map(\.notice).filter { left.contains($0.place) }.reduce(into: [:]) { reasons, notice in
            reasons[notice.place] = reasons[notice.place].map { $0 + localized("；", "; ") + notice.text } ?? notice.text
        }
    }

    /// What is wrong with single rows, and of what kind that is.
    var rowFaults: [(notice: ImportNotice, kind: FaultKind)] {
        let headers = Dictionary(sources.map { ($0.place.at(nil), $0) }) { $1 }
        return notices.compactMap { notice in
            guard notice.kind == .fault, let line = notice.line, let source = headers[notice.place.at(nil)],
                source.isRead, line > source.place.line ?? 1
            else { return nil }
            return notice.reason.kindOfRow.map { (notice, $0) }
        }
    }
}

extension Importer {
    /// The import without the bad rows that the officer leaves out: a row that refers to one that is left is wrong in
    /// its turn.
    ///
    /// Nil where no more are to be left.
    package func leaving(rowsOf report: ImportReport) -> Importer? {
        let rows = report.rowsLeft(by: order.leaving).filter { order.leftOut[$0.key] == nil }
        if rows.isEmpty { return nil }
        var importer = self
        importer.order.leftOut.merge(rows) { first, _ in first }
        return importer
    }
}

extension ImportNotice.Reason {
    /// What has the same wrong with it; nil where more than its row is unsure.
    fileprivate var kindOfRow: FaultKind? {
        switch self {
        // What is said of the rows below must not be left out alone.
        case .unreadable(.unterminated, _), .unreadable(.tooLong, _), .heading: nil
        case .field(let fault): FaultKind("\(fault.column.header) \(Self.word(fault.fault))")
        // Whatever else is wrong is its row's.
        default: FaultKind(Self.word(self))
        }
    }

    /// The name of a case.
    private static func word(_ value: some Any) -> String { String("\(value)".prefix { $0 != "(" }) }
}
