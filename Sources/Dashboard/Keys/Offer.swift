import PartyWork

/// What is told of a binding: the key with its words, and whether it can be done now.
package struct Offer: Sendable {
    package let action: Action
    /// What the key means here; nil for what its action means everywhere.
    let meaning: Meaning?
    /// What it leads to, by which the footer calls it; nil for the meaning's word.
    private let target: String?
    /// Why it cannot be done now; nil if it can.
    package let unavailable: String?

    package init(
        _ action: Action, _ meaning: Meaning? = nil, leadingTo target: String? = nil, unavailable: String? = nil
    ) {
        self.action = action
        self.meaning = meaning
        self.target = target
        self.unavailable = unavailable
    }

    /// What is told where the officer's rights do not allow any of what the key can lead to: that it cannot be done, and who can.
    func limited(by permission: Permission) -> Offer {
        let rights = meaning?.rights ?? action.rights
        guard unavailable == nil, let first = rights.first, !rights.contains(where: permission.allows),
            let refusal = permission.refusal(first)
        else { return self }
        return Offer(action, meaning, leadingTo: target, unavailable: refusal.text)
    }

    /// What the footer says instead of the action's own word; nil for that.
    var ownLabel: String? { target ?? meaning?.label }
    /// What the footer says.
    package var label: String { ownLabel ?? action.label }
    /// What the help says.
    package var explanation: String { meaning?.explanation ?? action.explanation }
}
