/// A household in a list, with what coverage asks of it.
package struct HouseholdRow: Sendable, Hashable {
    package let household: Household
    package let villageName: String
    /// Nil before it was identified.
    package let state: HouseholdState?
    /// The helpers of active pairings, those who no longer serve included.
    package let helpers: [Helper]
    /// The latest 帮扶走访 up to the date.
    package let lastVisitOn: Day?
    /// The earlier cycles, the oldest first.
    package let cycles: [HouseholdCycle]
    /// The head on the date.
    package let head: String
    /// Those who were its heads before, as 户主变更 tells.
    package let formerHeads: [String]
    /// What its village was called before, as the journal tells.
    package let formerVillageNames: [String]

    /// A row; nil says that the head is still the same.
    package init(
        household: Household, villageName: String, state: HouseholdState?, helpers: [Helper], lastVisitOn: Day?,
        cycles: [HouseholdCycle] = [], head: String? = nil, formerHeads: [String] = [],
        formerVillageNames: [String] = []
    ) {
        self.cycles = cycles
        self.head = head ?? household.head
        self.formerHeads = formerHeads
        self.formerVillageNames = formerVillageNames
        self.household = household
        self.villageName = villageName
        self.state = state
        self.helpers = helpers
        self.lastVisitOn = lastVisitOn
    }

    /// A helper of an active pairing.
    package struct Helper: Sendable, Hashable {
        package let id: Person.ID
        package let name: String
        package let service: Service

        package init(id: Person.ID, name: String, service: Service) {
            self.id = id
            self.name = name
            self.service = service
        }

        package var serves: Bool { service == .serving }
    }

    /// Whether it is poor or lifted: not closed, and not still to be identified.
    package var isKept: Bool { state == .poor || state == .lifted }
    /// Whether a serving helper has an active pairing with it.
    package var isCovered: Bool { helpers.contains(where: \.serves) }
    /// Whether it is on the household side of the coverage.
    package var isInScope: Bool { state == .poor }
    /// Whether it is poor and has no serving helper.
    package var isGap: Bool { isInScope && !isCovered }

    /// Whether it was visited in the month of a day, up to that day of which the row speaks.
    package func isVisited(asOf day: Day) -> Bool { lastVisitOn.map { $0 >= day.firstOfMonth } ?? false }
}

extension [HouseholdRow.Helper] {
    /// Their names, of those who do not serve with the reason; a line for none.
    package var names: String { isEmpty ? "-" : map { $0.name + $0.service.remark }.listed }
}

/// A person in a list.
package struct PersonRow: Sendable, Hashable {
    package let person: Person
    /// Where the person belongs on the day: a member to the branch of the dated membership that holds, else 组织编码.
    package let organization: Code
    package let organizationName: String
    /// The name of 组织编码, to which the person belongs today.
    package let registeredAt: String
    /// What the organization was called before, as the journal tells.
    package let formerOrganizationNames: [String]
    package let service: Service
    /// The households of active pairings that are poor or lifted.
    package let households: Int

    /// A row; nil says as 组织编码.
    package init(
        person: Person, organizationName: String, service: Service, households: Int, organization: Code? = nil,
        registeredAt: String? = nil, formerOrganizationNames: [String] = []
    ) {
        self.formerOrganizationNames = formerOrganizationNames
        self.person = person
        self.organization = organization ?? person.organization
        self.registeredAt = registeredAt ?? organizationName
        self.organizationName = organizationName
        self.service = service
        self.households = households
    }

    package var serves: Bool { service == .serving }

    /// Whether the person is on the member side of the coverage.
    package var isInScope: Bool { serves && person.category.isPartyMember && person.exemption.isEmpty }
    /// Whether the person is in scope and has no household.
    package var isGap: Bool { isInScope && households == 0 }
}

/// An organization in a list.
package struct OrganizationRow: Sendable, Hashable {
    package let organization: Organization
    package let exists: Bool
    package let parentName: String
    package let leaderName: String
    /// What it was called before, as the journal tells.
    package let formerNames: [String]

    package init(
        organization: Organization, exists: Bool, parentName: String, leaderName: String, formerNames: [String] = []
    ) {
        self.formerNames = formerNames
        self.organization = organization
        self.exists = exists
        self.parentName = parentName
        self.leaderName = leaderName
    }
}

/// A cooperative in a list.
package struct CooperativeRow: Sendable, Hashable {
    package let cooperative: Cooperative
    package let organizationName: String
    package let founderNames: [String]
    package let isActive: Bool
    /// What the organization was called before, as the journal tells.
    package let formerOrganizationNames: [String]

    /// Whether it is active and a member is among its founders.
    package var isMemberFounded: Bool { isActive && !cooperative.founders.isEmpty }

    package init(
        cooperative: Cooperative, organizationName: String, founderNames: [String], isActive: Bool,
        formerOrganizationNames: [String] = []
    ) {
        self.formerOrganizationNames = formerOrganizationNames
        self.cooperative = cooperative
        self.organizationName = organizationName
        self.founderNames = founderNames
        self.isActive = isActive
    }
}

/// An activity in a list.
package struct ActivityRow: Sendable, Hashable {
    package let activity: Activity
    package let organizationName: String
    package let participantNames: [String]
    package let head: String
    /// What a visit found, measured and brought about; nil where nothing is kept.
    package let visit: VisitDetails?
    /// The day on which it was entered; nil for one that came by import.
    package let enteredOn: Day?
    /// The day on which it was resolved; nil where that lies after the date.
    package let resolvedOn: Day?

    /// Whether it was entered after the month in which it counts (补录).
    package var isLate: Bool {
        guard let enteredOn, let countingDate = activity.countingDate else { return false }
        return enteredOn > countingDate.lastOfMonth
    }

    /// A row as of a date; nil says of everything.
    package init(
        activity: Activity, organizationName: String, participantNames: [String], head: String, enteredOn: Day? = nil,
        visit: VisitDetails? = nil, asOf day: Day? = nil
    ) {
        resolvedOn = activity.resolvedOn.flatMap { resolved in day.map { resolved <= $0 } ?? true ? resolved : nil }
        self.enteredOn = enteredOn
        self.visit = visit
        self.activity = activity
        self.organizationName = organizationName
        self.participantNames = participantNames
        self.head = head
    }
}

/// A pairing in a history.
package struct PairingRow: Sendable, Hashable {
    package let pairing: Pairing
    package let head: String
    package let helperName: String
    package let helperPhone: String
    package let isActive: Bool
    package let helperService: Service
    /// The state of the household at the date.
    package let state: HouseholdState?
    /// The day on which it ended; nil where that lies after the date.
    package let endedOn: Day?
    /// Why it ended, if it has.
    package var endReason: PairingEndReason? { endedOn == nil ? nil : pairing.endReason }

    /// A row as of a date; nil says of everything.
    package init(
        pairing: Pairing, head: String, helperName: String, helperPhone: String = "", isActive: Bool,
        helperService: Service, state: HouseholdState?, asOf day: Day? = nil
    ) {
        // What was entered in error never held, and is shown so on every date.
        let isKnown =
            day.map { day in
                pairing.endReason == .enteredInError || pairing.endedOn.map { $0 <= day } ?? true
            } ?? true
        endedOn = isKnown ? pairing.endedOn : nil
        self.helperPhone = helperPhone
        self.pairing = pairing
        self.head = head
        self.helperName = helperName
        self.isActive = isActive
        self.helperService = helperService
        self.state = state
    }

    package var helperServes: Bool { helperService == .serving }
}

/// A post in a history.
package struct PostRow: Sendable, Hashable {
    package let post: Post
    package let organizationName: String

    package init(post: Post, organizationName: String) {
        self.post = post
        self.organizationName = organizationName
    }

    /// What it is called: its 职务, or for 其他 the words of 备注.
    package var title: String { post.kind == .other && !post.note.isEmpty ? post.note : post.kind.title }
}

/// A household with its helpers of all times and the visits it received.
package struct HouseholdCard: Sendable, Hashable {
    package let row: HouseholdRow
    package let pairings: [PairingRow]
    package let visits: [ActivityRow]
    /// What happened to it as a whole and has no day in its row, the oldest first: its heads, villages, splits and mergers.
    package let changes: [TimelineEvent]
    /// The date after which nothing is shown; nil shows everything.
    package let asOf: Day?

    package init(
        row: HouseholdRow, pairings: [PairingRow], visits: [ActivityRow], changes: [TimelineEvent] = [],
        asOf day: Day? = nil
    ) {
        asOf = day
        self.changes = changes
        self.row = row
        self.pairings = pairings
        self.visits = visits
    }
}

/// A person with the households helped at all times, and the posts held.
package struct PersonCard: Sendable, Hashable {
    package let row: PersonRow
    package let pairings: [PairingRow]
    package let activities: [ActivityRow]
    /// By start, the oldest first, those after the date too.
    package let posts: [PostRow]
    /// The date after which nothing is shown; nil shows everything.
    package let asOf: Day?

    package init(
        row: PersonRow, pairings: [PairingRow], activities: [ActivityRow], posts: [PostRow] = [], asOf day: Day? = nil
    ) {
        asOf = day
        self.posts = posts
        self.row = row
        self.pairings = pairings
        self.activities = activities
    }
}
