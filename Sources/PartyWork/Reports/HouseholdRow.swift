/// A household in a list, with what coverage asks of it.
package struct HouseholdRow: Sendable, Hashable {
    package let household: Household
    /// The village in which it lay on the date.
    package let village: Code
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

    /// A row; nil says that the head and the village are still the same.
    package init(
        household: Household, village: Code? = nil, villageName: String, state: HouseholdState?, helpers: [Helper],
        lastVisitOn: Day?,
        cycles: [HouseholdCycle] = [], head: String? = nil, formerHeads: [String] = [],
        formerVillageNames: [String] = []
    ) {
        self.cycles = cycles
        self.head = head ?? household.head
        self.formerHeads = formerHeads
        self.formerVillageNames = formerVillageNames
        self.household = household
        self.village = village ?? household.village
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
