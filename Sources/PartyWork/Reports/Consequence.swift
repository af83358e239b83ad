/// What some acts would make of the figures of a scope at a day: they were done by all the rules and taken back.
package struct Consequence: Sendable, Hashable {
    /// The figures as they are.
    package let before: StatusReport
    /// The figures with the acts that no rule refuses.
    package let after: StatusReport
    /// Why the other acts would be refused, each reason once.
    package let refusals: [Refusal]

    package init(before: StatusReport, after: StatusReport, refusals: [Refusal]) {
        self.before = before
        self.after = after
        self.refusals = refusals
    }
}
