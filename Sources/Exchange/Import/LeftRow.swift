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
    /// The rows that would have to be left out for the rest to be saved, with what is wrong with them; nil where something is wrong
    /// that is not a row's: a file, a header, a quote that nobody closed.
    package var faultyRows: [FilePlace: String]? {
        let headers = Dictionary(sources.map { ($0.place.at(nil), $0) }) { $1 }
        var reasons: [FilePlace: String] = [:]
        for notice in notices where notice.kind == .fault {
            guard let line = notice.line, let source = headers[notice.place.at(nil)], source.isRead,
                line > source.place.line ?? 1, notice.isOfRow
            else { return nil }
            reasons[notice.place] = reasons[notice.place].map { $0 + localized("；", "; ") + notice.text } ?? notice.text
        }
        return reasons.isEmpty ? nil : reasons
    }
}

extension ImportNotice {
    /// Whether nothing but its row is unsure.
    fileprivate var isOfRow: Bool {
        switch reason {
        case .unreadable(.unterminated, _), .unreadable(.tooLong, _): false
        // After any other fault the next row begins where it should.
        default: true
        }
    }
}
