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
