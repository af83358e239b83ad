/// Everything the ledger keeps of one branch at a date: what the branch screen shows.
package struct BranchReport: Sendable, Hashable {
    package let organization: Organization
    package let asOf: Day
    /// The branch's line of the overview; nil when the branch does not exist at the date.
    package let status: StatusReport.BranchStatus?
    /// The groups existing at the date, by code.
    package let groups: [Group]
    /// The committee members to whom the village is assigned, with their visits of the year.
    package let committee: [StatusReport.CommitteeStatus]
    /// The activities of the year up to the date on the branch and its groups, by month.
    package let months: [Month]
    /// How many households of the village are poor or lifted at the date.
    package let households: Int
    /// How many cooperatives are active at the date.
    package let cooperatives: Int
    /// What was asked for.
    package var requirements = Requirements.standard

    /// A party group and its five ones.
    package struct Group: Sendable, Hashable {
        package let code: Code
        package let name: String
        /// How many counted in the window, in the order of `ActivityKind.fiveOnes`.
        package let counts: [Int]
        /// How many are recorded but not resolved or completed, in the same order.
        package let open: [Int]

        package init(code: Code, name: String, counts: [Int], open: [Int]) {
            self.code = code
            self.name = name
            self.counts = counts
            self.open = open
        }
    }

    /// What was recorded in a month.
    package struct Month: Sendable, Hashable {
        package let month: Int
        /// Recorded activities that are not voided, by kind.
        package let counts: [ActivityKind: Int]
        /// Those whose evidence is still to come (材料 待补).
        package let evidencePending: Int

        package init(month: Int, counts: [ActivityKind: Int], evidencePending: Int) {
            self.month = month
            self.counts = counts
            self.evidencePending = evidencePending
        }
    }

    package init(
        organization: Organization, asOf: Day, status: StatusReport.BranchStatus?, groups: [Group],
        committee: [StatusReport.CommitteeStatus], months: [Month], households: Int, cooperatives: Int
    ) {
        self.organization = organization
        self.asOf = asOf
        self.status = status
        self.groups = groups
        self.committee = committee
        self.months = months
        self.households = households
        self.cooperatives = cooperatives
    }
}

extension String {
    /// The name of a group without its branch's before it; any other name as it is.
    package func name(in branch: String) -> String {
        let rest = hasPrefix(branch) ? dropFirst(branch.count) : self[...]
        return rest.isEmpty ? self : String(rest)
    }
}
