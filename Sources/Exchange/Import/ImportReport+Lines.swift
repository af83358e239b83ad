import PartyWork

extension ImportReport {
    /// What is wrong, and what is worth a word, a line each.
    ///
    /// Of a list that is read with leave many warnings of one kind are one line; of a file of the contract each is
    /// said.
    package var warningLines: [String] {
        let told = notices.filter { notice in
            if case .namesake = notice.reason { return false }
            return notice.kind != .change
        }
        return together(told).map { $0.notice.description + $0.others }
    }

    /// Some notices, many warnings of one kind as the first of them with what is said of the others.
    func together(_ told: [ImportNotice]) -> [(notice: ImportNotice, others: String)] {
        let lenient = Set(sources.filter(\.isLenient).map { $0.place.at(nil) })
        func group(_ notice: ImportNotice) -> WarningGroup? {
            guard lenient.contains(notice.place.at(nil)), let kind = notice.reason.warningKind else { return nil }
            return WarningGroup(place: notice.place.at(nil), kind: kind)
        }
        let lines = Dictionary(grouping: told.filter { group($0) != nil }) { group($0) }.mapValues {
            $0.compactMap(\.line)
        }
        var done: Set<WarningGroup> = []
        return told.compactMap { notice in
            guard let group = group(notice), let all = lines[group], all.count > WarningGroup.mostSingle else {
                return (notice, "")
            }
            guard done.insert(group).inserted else { return nil }
            let first = all.prefix(10).map(String.init).joined(separator: localized("、", ", "))
            let more = all.count > 10 ? localized("等", " …") : ""
            return (
                notice,
                localized(
                    "（同类共 \(all.count) 行：第 \(first) 行\(more)）", " (\(all.count) of this kind: rows \(first)\(more))")
            )
        }
    }
}

/// The warnings of one kind in a file or sheet.
private struct WarningGroup: Hashable {
    let place: FilePlace
    let kind: String

    /// So many are said one by one.
    static let mostSingle = 3
}

extension ImportNotice.Reason {
    /// What warnings of one kind have in common; nil for what is always said by itself.
    fileprivate var warningKind: String? {
        switch self {
        case .warning(.residentHelper): "resident"
        case .warning(.creditCode): "code"
        case .warning(.future): "future"
        case .warning(.uncovered): "uncovered"
        case .helperAdded: "added"
        case .members: "members"
        case .manyPeople: "people"
        case .manyVisits: "visits"
        case .passedOver(let line): "\(line.kind)"
        // Said once of a file, or no warning.
        default: nil
        }
    }
}

extension ImportNotice {
    /// Whether a row looks wrong, though no rule says so: the officer is asked.
    var isDoubt: Bool {
        switch reason {
        case .members, .manyPeople, .manyVisits: true
        // All else is wrong, or is right.
        default: false
        }
    }
}
