/// What is told of a binding: the key with its words, and whether it can be done now.
package struct Offer: Sendable, Hashable {
    package let action: Action
    /// What the footer says instead of the action's own word; nil for that.
    let ownLabel: String?
    private let ownExplanation: String?
    /// Why it cannot be done now; nil if it can.
    package let unavailable: String?

    package init(
        _ action: Action, _ label: String? = nil, _ explanation: String? = nil, unavailable: String? = nil
    ) {
        self.action = action
        ownLabel = label
        ownExplanation = explanation
        self.unavailable = unavailable
    }

    /// What the footer says.
    package var label: String { ownLabel ?? action.label }
    /// What the help says.
    package var explanation: String { ownExplanation ?? action.explanation }
}
