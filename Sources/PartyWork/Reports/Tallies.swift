/// The raw counts of a scope at a date, as the ledger's named statements give them: rows counted, nothing judged.
package struct Tallies: Sendable {
    package let asOf: Day
    package let scope: Scope
    /// The name of the scope's organization; empty where the scope is none.
    package let scopeName: String
    /// The branches and groups that exist at the date, by code; for a scope inside a branch the whole branch.
    package var organizations: [OrganizationTally] = []
    package var activities: [ActivityTally] = []
    package var households: [HouseholdTally] = []
    package var members: [MemberTally] = []
    package var cooperatives: [CooperativeTally] = []
    package var founders: [FounderTally] = []
    /// The serving committee members, by id.
    package var committee: [CommitteeTally] = []
    /// The branches that are not there at the date, and the townships, by code.
    package var others: [OtherTally] = []

    /// What is asked for.
    package var requirements = Requirements.standard

    package init(asOf: Day, scope: Scope, scopeName: String) {
        self.asOf = asOf
        self.scope = scope
        self.scopeName = scopeName
    }

    /// A branch or group that exists.
    package struct OrganizationTally: Sendable, Hashable {
        package let code: Code
        package let name: String
        package let kind: OrganizationKind

        package init(code: Code, name: String, kind: OrganizationKind) {
            self.code = code
            self.name = name
            self.kind = kind
        }
    }

    /// An organization of the scope that is no branch of the date; it has members, households and cooperatives all the same.
    package struct OtherTally: Sendable, Hashable {
        package let code: Code
        package let name: String
        package let kind: OrganizationKind
        package let standing: StatusReport.Standing
        /// Its disputes and deeds that are not settled.
        package let open: Int
        /// Whether a household, a member, a cooperative or a group is left in it, be it one that no figure counts.
        package let keeps: Bool

        package init(
            code: Code, name: String, kind: OrganizationKind, standing: StatusReport.Standing, open: Int, keeps: Bool
        ) {
            self.code = code
            self.name = name
            self.kind = kind
            self.standing = standing
            self.open = open
            self.keeps = keeps
        }
    }

    /// Counted activities of one kind on one organization in one month of the year.
    package struct ActivityTally: Sendable, Hashable {
        package let organization: Code
        package let kind: ActivityKind
        package let month: Int
        package let count: Int

        package init(organization: Code, kind: ActivityKind, month: Int, count: Int) {
            self.organization = organization
            self.kind = kind
            self.month = month
            self.count = count
        }
    }

    /// The poor households of a village.
    package struct HouseholdTally: Sendable, Hashable {
        package let village: Code
        package let coverage: Coverage
        package let visited: Int

        package init(village: Code, coverage: Coverage, visited: Int) {
            self.village = village
            self.coverage = coverage
            self.visited = visited
        }
    }

    /// The members in scope of a branch, or of a township itself.
    package struct MemberTally: Sendable, Hashable {
        package let organization: Code
        package let coverage: Coverage

        package init(organization: Code, coverage: Coverage) {
            self.organization = organization
            self.coverage = coverage
        }
    }

    /// The active cooperatives of a branch, or of a township itself.
    package struct CooperativeTally: Sendable, Hashable {
        package let organization: Code
        package let active: Int
        package let memberFounded: Int
        package let householdsLed: Int

        package init(organization: Code, active: Int, memberFounded: Int, householdsLed: Int) {
            self.organization = organization
            self.active = active
            self.memberFounded = memberFounded
            self.householdsLed = householdsLed
        }
    }

    /// A founder of an active cooperative of a branch, once per branch.
    package struct FounderTally: Sendable, Hashable {
        package let organization: Code
        package let founder: Person.ID

        package init(organization: Code, founder: Person.ID) {
            self.organization = organization
            self.founder = founder
        }
    }

    /// The visits of a committee member in the window.
    package struct CommitteeTally: Sendable, Hashable {
        package let id: Person.ID
        package let name: String
        package let organization: Code
        package let visits: Int

        package init(id: Person.ID, name: String, organization: Code, visits: Int) {
            self.id = id
            self.name = name
            self.organization = organization
            self.visits = visits
        }
    }
}
