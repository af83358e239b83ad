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
