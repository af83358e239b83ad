/// Who follows up what is missing, by what is missing.
///
/// A row about what is no longer missing is asked for by nobody: that it is done is judged so, and nothing is deleted.
package struct FollowUps: Sendable, Hashable {
    private let rows: [RecordKey: FollowUp]

    package init(_ rows: [FollowUp] = []) { self.rows = Dictionary(rows.map { ($0.key, $0) }) { first, _ in first } }

    /// Who follows up a line of the worklist of a day; nil where nobody was given it.
    package func of(_ gap: Gap, asOf day: Day) -> FollowUp? {
        rows.isEmpty ? nil : rows[FollowUp(of: gap, asOf: day).key]
    }
}

extension FollowUp {
    /// Who and until when, with what is late said: `李四 06-30 前`, `李四 06-30 已过`.
    package func said(on day: Day) -> String {
        let due = dueOn.year == day.year ? String(dueOn.description.dropFirst(5)) : dueOn.description
        return isLate(on: day)
            ? localized("\(officer) \(due) 已过", "\(officer), was due \(due)")
            : localized("\(officer) \(due) 前", "\(officer) by \(due)")
    }

    /// What is to be given of a line of the worklist of a day, to nobody yet.
    package init(of gap: Gap, asOf day: Day) {
        self.init(gap.subject.matter, within: gap.due(asOf: day))
        switch gap.subject {
        case .household(let id): household = id
        case .member(let id), .visitor(let id): person = id
        case .branch(let code), .partyDay(let code, _), .item(let code, _): organization = code
        case .entry(let row): organization = row.place
        case .obligation(let obligation):
            switch obligation.subject {
            case .household(let id): household = id
            case .person(let id): person = id
            case .organization(let code): organization = code
            case .entry: organization = obligation.organization
            }
        }
    }
}
