import PartyWork

/// Which papers are wanted: of what kind, of what scope and date, about whom.
package struct PaperRequest: Hashable, Sendable {
    package let kind: PaperKind
    package let scope: Scope
    package let asOf: Day
    /// The month of a monthly paper.
    package let month: Month
    /// Only this helper's list; nil for those of all helpers in scope.
    package let helper: Person.ID?
    /// Only this household's card; nil for those of all households in scope that are poor or lifted.
    package let household: Household.ID?
    /// Which entries of which register; nil for a paper of another kind.
    package let entries: EntryChoice?

    /// - Parameter month: nil for the date's month.
    package init(
        _ kind: PaperKind, in scope: Scope, asOf: Day, month: Month? = nil, helper: Person.ID? = nil,
        household: Household.ID? = nil, entries: EntryChoice? = nil
    ) {
        self.kind = kind
        self.scope = scope
        self.asOf = asOf
        self.month = month ?? Month(asOf)
        self.helper = helper
        self.household = household
        self.entries = entries
    }
}

extension PaperKind {
    /// Whether the paper has telephone numbers, which are masked unless asked for.
    package var hasPersonalFields: Bool { [.pairing, .pairings, .household, .entry].contains(self) }

    /// Whether the paper is about entries of a register.
    package var isOfRegister: Bool { self == .entry || self == .notice }
}
