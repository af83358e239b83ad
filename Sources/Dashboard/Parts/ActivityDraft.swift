import PartyWork
import TerminalUI

/// What is known of an activity before its form is opened.
package struct ActivityDraft: Sendable, Hashable {
    package var kind: ActivityKind?
    package var organization: Code?
    package var organizationName = ""
    /// The branches or groups that held it, each as an activity of its own, where they are several.
    package var hosts: [Candidate] = []
    /// What it was about, where it is one more of the same.
    package var title = ""
    package var participants: [Candidate] = []
    package var household: Candidate?
    package var heldOn: Day?
    /// The branch whose groups, people and households are offered first, where it is no more than near.
    package var near: Code?
    /// The activity of which it is one more.
    var original: Activity.ID?

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

    /// What is known of an activity of some branches or groups: of one, or of each of several.
    init(kind: ActivityKind? = nil, heldBy hosts: [Candidate], on day: Day? = nil) {
        self.init(kind: kind, heldOn: day)
        if hosts.count > 1 {
            self.hosts = hosts
        } else if let host = hosts.first {
            organization = Code(host.key)
            organizationName = host.name
        }
    }

    /// One more of an activity, on another day.
    init(like row: ActivityRow) {
        let activity = row.activity
        self.init(
            kind: activity.kind, organization: activity.organization, organizationName: row.organizationName,
            participants: zip(activity.participants, row.participantNames).map { Candidate(key: $0.text, name: $1) },
            household: activity.household.map { Candidate(key: $0.text, name: row.head) })
        title = activity.title
        original = activity.id
    }

    /// What an entry of a register is about, as far as the same is known of it; nil where it is not.
    func subject(of register: RegisterDefinition) -> Candidate? {
        switch register.subject {
        case .person: participants.count == 1 ? participants[0] : nil
        case .household: household
        case .group: organization.flatMap { register.subject.named($0, organizationName) }
        case .branch, .village:
            organization.flatMap { code in
                code.branch.flatMap { register.subject.named($0, $0 == code ? organizationName : "") }
            }
        case .township, .cooperative, .entry: nil
        }
    }

    /// Whether each of the several hosts can hold one of a kind: that of a branch or of a group, and about no single household.
    func fitsEach(_ kind: ActivityKind) -> Bool {
        !kind.needsHousehold && hosts.allSatisfy { (Code($0.key).level == .group) == kind.isFiveOnes }
    }
}

extension RegisterSubject {
    /// An organization as what an entry is about; nil for one that it cannot be about.
    func named(_ code: Code, _ name: String) -> Candidate? {
        let fits = OrganizationKind.allCases.contains { kind in
            organization?.accepts(kind) ?? false && kind.accepts(code)
        }
        return fits ? Candidate(key: code.digits, name: name) : nil
    }
}
