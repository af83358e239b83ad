/// Something that somebody attempted on a server and was refused for want of a right (SERVER section 1).
package struct RefusedAttempt: Sendable, Hashable {
    /// The instant in UTC, as the journal has it.
    package let at: String
    /// The login name, as the server knows it.
    package let account: String
    /// The officer's name then; empty for an account without a row.
    package let officer: String
    /// What was attempted: the word of an act; empty for looking at something.
    package let action: String
    /// The right that was missing; nil where the account has none at all.
    package let right: Right?
    /// Where it was missing; nil for everywhere.
    package let place: Code?

    package init(at: String, account: String, officer: String, action: String, right: Right?, place: Code?) {
        self.at = at
        self.account = account
        self.officer = officer
        self.action = action
        self.right = right
        self.place = place
    }

    /// What was attempted, as officers call it.
    package var title: String { ActKind(rawValue: action)?.title ?? localized("查看", "look") }
}

extension Refusal {
    /// The right for want of which it refuses, nil for any, and where; nil for what another rule refuses.
    package var missing: (right: Right?, place: Code?)? {
        switch self {
        case .notAnOfficer: (nil, nil)
        case .notPermitted(let right, _, _): (right, nil)
        case .outsideRange(let right, let code, _, _): (right, code)
        // Whoever has every right is refused by all others.
        default: nil
        }
    }
}
