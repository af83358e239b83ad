import PartyWork

/// Holds the journal against itself: entries are numbered from 1 without holes, hold as many rows as they say, are what the
/// program wrote, and each goes on from the seal of the one before it.
extension Session {
    func checkJournal(_ problems: inout Problems) throws {
        var next = 1
        var hasFingerprints = false
        try walkJournal { row, content in
            let id = row.integer(0)
            if id != next {
                problems.addOfJournal(
                    localized("流水缺第 \(next)–\(id - 1) 条", "the journal lacks the entries \(next)–\(id - 1)"))
            }
            if row.integer(7) != content.rows {
                problems.addOfJournal(
                    localized(
                        "流水第 \(id) 条应有 \(row.integer(7)) 行，实有 \(content.rows) 行",
                        "journal entry \(id) should have \(plural(row.integer(7), "row")) and has \(content.rows)"))
            }
            if !row.isPlausible(content) {
                problems.addOfJournal(
                    localized(
                        "流水第 \(id) 条的类别“\(row.text(5))”与内容不符",
                        "the kind of journal entry \(id), \"\(row.text(5))\", does not fit what it holds"))
            }
            if let fault = row.fault(content, hasFingerprints) { problems.addOfJournal(fault) }
            hasFingerprints = hasFingerprints || row.optionalText(10) != nil
            next = id + 1
        }
    }
}

/// What an entry tells whose seal does not go on from the one before it.
func brokenSeal(of id: Int) -> String {
    localized(
        "流水第 \(id) 条的封签与前一条或自己的内容接不上：这一条或它以前的流水被本程序以外的办法改过",
        "the seal of journal entry \(id) does not go on from the entry before it, or does not fit what it holds: it or what is "
            + "before it was altered by other means")
}

extension Statement {
    /// What is wrong with the fingerprint or the seal of the current row's entry; nil if nothing is.
    fileprivate func fault(_ content: EntryContent, _ hasFingerprints: Bool) -> String? {
        let id = integer(0)
        let own = (Int32(0)...9).map { value($0) }
        if let fingerprint = optionalText(10) {
            if fingerprint != content.fingerprint(of: own) {
                return localized(
                    "流水第 \(id) 条被本程序以外的办法改过（经手人、时间、类别、摘要或所记的行）",
                    "journal entry \(id) was altered by other means (officer, time, kind, sentence or rows)")
            }
        } else if hasFingerprints || optionalText(9) != nil {
            // Marks and fingerprints came with one migration: whoever has the one has the other.
            return localized(
                "流水第 \(id) 条没有校验码，不是由本程序写的", "journal entry \(id) has no fingerprint: this program did not write it")
        }
        if text(11) == content.seal(of: own + [value(10)]) { return nil }
        return brokenSeal(of: id)
    }

    /// Whether the kind of the current row's entry is one, and could have come to what it holds.
    fileprivate func isPlausible(_ content: EntryContent) -> Bool {
        guard let kind = ActKind(rawValue: text(5)) else { return false }
        let undoes = optionalInteger(8)
        return (kind == .undo) == (undoes != nil) && (undoes.map { $0 < integer(0) } ?? true)
            && (kind == .imported || !content.isImport) && (kind == .print) == (content.rows == 0)
    }
}

extension Problems {
    /// Adds what is wrong with the journal.
    mutating func addOfJournal(_ sentence: String) {
        add(localized("流水", "journal"), sentence + localized("；请与备份核对", "; compare with a backup"))
    }
}
