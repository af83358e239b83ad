/// What one of several acts would come to if they were done together.
package enum Rehearsal: Sendable, Hashable {
    /// It would be done; the sentence is what the journal would say.
    case wouldDo(String)
    /// A rule says no.
    case refused(Refusal)

    /// Whether it would be done.
    package var isDone: Bool {
        if case .wouldDo = self { true } else { false }
    }
}
