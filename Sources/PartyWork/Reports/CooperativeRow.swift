/// A cooperative in a list.
package struct CooperativeRow: Sendable, Hashable {
    package let cooperative: Cooperative
    /// The organization to which it belonged on the date.
    package let organization: Code
    package let organizationName: String
    package let founderNames: [String]
    package let isActive: Bool
    /// What the organization was called before, as the journal tells.
    package let formerOrganizationNames: [String]

    /// Whether it is active and a member is among its founders.
    package var isMemberFounded: Bool { isActive && !cooperative.founders.isEmpty }

    package init(
        cooperative: Cooperative, organization: Code? = nil, organizationName: String, founderNames: [String],
        isActive: Bool,
        formerOrganizationNames: [String] = []
    ) {
        self.formerOrganizationNames = formerOrganizationNames
        self.cooperative = cooperative
        self.organization = organization ?? cooperative.organization
        self.organizationName = organizationName
        self.founderNames = founderNames
        self.isActive = isActive
    }
}
