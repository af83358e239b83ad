/// What besides its kind and day tells a change of a household from others; the card's timeline shows it too.
package struct HouseholdRemark: Sendable, Hashable {
    package let kind: HouseholdEvent.Kind
    /// The names, numbers and counts of which `text` is made.
    package let words: [String]

    package init(_ kind: HouseholdEvent.Kind, _ words: [String]) {
        self.kind = kind
        self.words = words
    }

    /// - Parameters:
    ///   - other: the household that another was joined to.
    ///   - name: what an organization is called.
    package init(_ change: HouseholdChange, _ other: Household?, name: (Code) throws -> String) rethrows {
        let household = change.household
        let own = [household.head, household.id.text]
        let words: [String] =
            switch change.event {
            case .newHead(let head, _, let reason): [household.head, head, reason]
            case .split(let part): own + [String(part.headcount), part.head, part.id.text]
            case .merged: own + [String(household.headcount), other?.head ?? "", other?.id.text ?? ""]
            case .moved(let village): [try name(household.village), try name(village)]
            case .lifted: household.hasReturned ? ["again"] : []
            case .closed(let reason): [reason]
            case .returned: []
            }
        self.init(change.event.kind, words)
    }

    /// What it says in the language spoken; empty where nothing more is to be said.
    package var text: String {
        let (first, second, last) = (words.at(0), words.at(1), words.at(2))
        let own = localized("\(first)（\(second)）", "\(first) (\(second))")
        let other = localized("\(words.at(3))（\(words.at(4))）", "\(words.at(3)) (\(words.at(4)))")
        let people = plural(Int(last) ?? 0, "person", "people")
        switch kind {
        case .newHead: return "\(first) → \(second)" + (last.isEmpty ? "" : localized("（\(last)）", " (\(last))"))
        case .split: return localized("\(other)等 \(last) 人由 \(own)另立一户", "\(other), \(people), from \(own)")
        case .merged: return localized("\(own)\(last) 人并入 \(other)", "\(own), \(people), into \(other)")
        case .moved: return localized("由\(first)迁到\(second)", "from \(first) to \(second)")
        case .lifted where !words.isEmpty:
            return localized("再次脱贫，以前的经过转入户状态", "once more; the earlier cycle went to the household states")
        case .closed: return first
        case .lifted, .returned: return ""
        }
    }
}
