import GRDB
import PartyWork

/// Many rows by one act: one transaction, one entry, one undo.
extension Performer {
    /// Does acts one after the other, each by what the ones before it left; one refusal refuses all.
    func together(_ acts: [Act]) throws -> Deed {
        var deeds: [Deed] = []
        for act in acts { deeds.append(try perform(act)) }
        guard let first = deeds.first else { throw Refusal.nothingChanged }
        if deeds.count == 1 { return first }
        return Deed(summary: summary(acts, deeds), key: nil, warnings: unique(deeds.flatMap(\.warnings)))
    }

    /// How many, and the first of them: the entry itself lists every row.
    private func summary(_ acts: [Act], _ deeds: [Deed]) -> String {
        let first = deeds.prefix(Performer.namedDeeds).map(\.summary).joined(separator: "；")
        let more = deeds.count > Performer.namedDeeds ? "；等" : ""
        return "\(acts[0].kind.title) \(deeds.count) 行：\(first)\(more)"
    }

    private static let namedDeeds = 3

    private func unique(_ warnings: [String]) -> [String] {
        var seen: Set<String> = []
        return warnings.filter { seen.insert($0).inserted }
    }
}

extension Ledger {
    /// What each of several acts would come to if those that no rule refuses were done together.
    ///
    /// They are done by the rules of writing, in the order given, and all taken back: no second set of rules could tell
    /// an officer beforehand what the ledger will say. The one who asks is in no sentence, so any officer stands for them.
    ///
    /// - Parameter today: The day on the clock; dates after it are refused.
    /// - Throws: A `LedgerError` where the file cannot be read, or is locked too long.
    package func rehearse(_ acts: [Act], today: Day) throws -> [Rehearsal] {
        try withConnection { db in
            try db.transaction(.immediate) {
                let performer = Performer(
                    db: db, entry: try JournalEntry(db), today: today, officer: Officer(uid: 0, name: ""))
                return (try acts.map { try performer.rehearse($0) }, .rollback)
            }
        }
    }
}

extension Performer {
    fileprivate func rehearse(_ act: Act) throws -> Rehearsal {
        var summary = ""
        do {
            try db.inSavepoint {
                summary = try perform(act).summary
                return .commit
            }
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
        return .wouldDo(summary)
    }
}
