/// What is still owed in a scope, as messages to those who owe it: the worklist's rows by addressee, nothing counted anew.
package struct Reminders: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    package let audience: Audience
    /// A message for everyone who owes something, by organization, then by number.
    package let letters: [Reminder]

    /// To whom messages go.
    package enum Audience: String, Sendable, Hashable, CaseIterable {
        /// Each branch: what it owes, and its groups and people.
        case branch
        /// Each helper and member: what is asked of them and of the households that they help.
        case helper
        /// Each committee member of the township.
        case member

        /// What officers call them.
        package var title: String {
            switch self {
            case .branch: localized("支部", "branch")
            case .helper: localized("帮扶人", "helper")
            case .member: localized("班子成员", "committee member")
            }
        }
    }

    /// Who helps a household, for what is asked of the household.
    package struct Helper: Sendable, Hashable {
        package let id: Person.ID
        package let name: String

        package init(id: Person.ID, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// Sorts the rows of a worklist by whom they are for.
    ///
    /// - Parameters:
    ///   - names: those of the organizations.
    ///   - helpers: of the households of which something is asked; for helpers only.
    package init(
        _ report: GapsReport, for audience: Audience, names: [Code: String], helpers: [Household.ID: [Helper]] = [:]
    ) {
        asOf = report.asOf
        scope = report.scope
        scopeName = report.scopeName
        self.audience = audience
        var gaps: [Reminder.Addressee: [Gap]] = [:]
        for gap in report.gaps {
            for addressee in gap.addressees(audience, names, helpers) { gaps[addressee, default: []].append(gap) }
        }
        letters = gaps.map { Reminder(to: $0, $1, asOf: report.asOf, followUps: report.followUps) }
            .sorted { $0.addressee < $1.addressee }
    }

    private init(_ reminders: Reminders, letters: [Reminder]) {
        (asOf, scope, scopeName) = (reminders.asOf, reminders.scope, reminders.scopeName)
        audience = reminders.audience
        self.letters = letters
    }

    /// Those for one addressee.
    package func only(_ key: String) -> Reminders {
        Reminders(self, letters: letters.filter { $0.addressee.key == key })
    }

    /// The message for one of them; nil where nothing is owed.
    package subscript(key: String) -> Reminder? { letters.first { $0.addressee.key == key } }
}

extension Gap {
    /// Who is told of it, of an audience.
    fileprivate func addressees(
        _ audience: Reminders.Audience, _ names: [Code: String], _ helpers: [Household.ID: [Reminders.Helper]]
    ) -> [Reminder.Addressee] {
        switch (audience, subject) {
        case (.branch, .visitor), (.helper, .visitor): return []
        case (.branch, _):
            if asksCommittee { return [] }
            let place = organization.branch ?? organization
            return [Reminder.Addressee(key: place.digits, name: names[place] ?? name)]
        case (.helper, .member(let id)): return [Reminder.Addressee(key: id.text, name: name)]
        case (.helper, .obligation(let obligation)):
            switch obligation.subject {
            case .person(let id):
                return asksCommittee ? [] : [Reminder.Addressee(key: id.text, name: obligation.name)]
            case .household(let id):
                return (helpers[id] ?? []).map { Reminder.Addressee(key: $0.id.text, name: $0.name) }
            case .organization, .entry: return []
            }
        case (.member, .visitor(let id)): return [Reminder.Addressee(key: id.text, name: name)]
        case (.member, .obligation(let obligation)):
            guard asksCommittee, case .person(let id) = obligation.subject else { return [] }
            return [Reminder.Addressee(key: id.text, name: obligation.name)]
        case (.helper, _), (.member, _): return []
        }
    }

    /// Whether a checklist asks it of committee members.
    private var asksCommittee: Bool { checklist?.requirement.subject == .committeeMember }
}

extension LedgerReading {
    /// What is still owed in a scope at a day, by addressee; what registers keep for few eyes is not in it.
    package func reminders(for audience: Reminders.Audience, asOf day: Day, scope: Scope) throws -> Reminders {
        let report = try gaps(asOf: day, scope: scope).adding(
            openObligations(asOf: day, scope: scope),
            dueEntries(asOf: day, scope: scope, isRestrictedSeen: false).rows)
        let names = try organizations(in: scope, asOf: day).map { ($0.organization.code, $0.organization.name) }
        var helpers: [Household.ID: [Reminders.Helper]] = [:]
        if audience == .helper {
            for row in try households(in: scope, asOf: day) {
                helpers[row.household.id] = row.helpers.filter(\.serves).map { .init(id: $0.id, name: $0.name) }
            }
        }
        return Reminders(
            report, for: audience, names: Dictionary(names) { first, _ in first }, helpers: helpers)
    }
}
