import PartyWork
import TerminalUI

/// What is known of an activity before its form is opened.
package struct ActivityDraft: Sendable, Hashable {
    package var kind: ActivityKind?
    package var organization: Code?
    package var organizationName = ""
    package var participants: [Candidate] = []
    package var household: Candidate?
    package var heldOn: Day?
    /// The branch whose groups, people and households are offered first, where it is no more than near.
    package var near: Code?

    package init(
        kind: ActivityKind? = nil, organization: Code? = nil, organizationName: String = "",
        participants: [Candidate] = [], household: Candidate? = nil, heldOn: Day? = nil
    ) {
        self.kind = kind
        self.organization = organization
        self.organizationName = organizationName
        self.participants = participants
        self.household = household
        self.heldOn = heldOn
    }
}
