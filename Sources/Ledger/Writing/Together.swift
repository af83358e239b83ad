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
        let first = deeds.prefix(Performer.namedDeeds).map(\.summary).joined(separator: localized("；", "; "))
        let more = deeds.count > Performer.namedDeeds ? localized("；等", "; …") : ""
        let kind = acts[0].kind.title
        return localized(
            "\(kind) \(deeds.count) 行：\(first)\(more)", "\(kind) \(plural(deeds.count, "row")): \(first)\(more)")
    }

    private static let namedDeeds = 3

    private func unique(_ warnings: [String]) -> [String] {
        var seen: Set<String> = []
        return warnings.filter { seen.insert($0).inserted }
    }
}
