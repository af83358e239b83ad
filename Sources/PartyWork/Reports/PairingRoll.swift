/// The households of a scope at a date with who helps each, as the township's continuous lists have them.
package struct PairingRoll: Sendable, Hashable {
    /// Those that are poor or lifted, by village, then by number.
    package let households: [HouseholdRow]
    private let helpers: [Household.ID: [Helper]]

    /// Who helps a household, whence, and since when.
    package struct Helper: Sendable, Hashable {
        package let id: Person.ID
        package let name: String
        package let post: String
        package let phone: String
        package let organizationName: String
        package let startedOn: Day

        package init(id: Person.ID, name: String, post: String, phone: String, organizationName: String, startedOn: Day)
        {
            self.id = id
            self.name = name
            self.post = post
            self.phone = phone
            self.organizationName = organizationName
            self.startedOn = startedOn
        }
    }

    /// - Parameter helpers: those of active pairings, with their households.
    package init(_ households: [HouseholdRow], _ helpers: [(household: Household.ID, helper: Helper)]) {
        self.households = households.filter(\.isKept)
        self.helpers = Dictionary(grouping: helpers, by: \.household).mapValues { $0.map(\.helper) }
    }

    /// Who helps a household on the date, the one who began first coming first.
    package func helpers(of household: Household.ID) -> [Helper] {
        (helpers[household] ?? []).sorted { ($0.startedOn, $0.id.text) < ($1.startedOn, $1.id.text) }
    }
}
