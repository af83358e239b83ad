import PartyWork

/// What a branch is, in a line or two.
struct BranchHeading {
    let report: BranchReport
    /// The organizations of the township, where a joint branch refers to them.
    let organizations: [Code: OrganizationRow]

    var lines: [String] {
        let organization = report.organization
        let parts = [
            organization.name, organization.kind.title, organization.code.digits,
            localized("党小组 \(report.groups.count) 个", "\(plural(report.groups.count, "party group"))"),
        ]
        return [parts.joined(separator: "  ")] + (organization.kind == .joint ? [joint] : []) + absence
    }

    /// Who leads a joint branch, of which branches it is made, on which chain of trade.
    private var joint: String {
        let organization = report.organization
        let leader = organizations[organization.code]?.leaderName ?? ""
        let units = organization.jointUnits.map { organizations[$0]?.organization.name ?? $0.digits }
        let parts = [
            localized("牵头人 ", "led by ")
                + (leader.isEmpty ? organization.leader?.text ?? localized("未填", "nobody yet") : leader),
            localized("联合单位 ", "units ")
                + (units.isEmpty ? localized("未填", "nobody yet") : units.joined(separator: localized("、", ", "))),
            organization.industryChain.isEmpty
                ? "" : localized("产业链 \(organization.industryChain)", "chain \(organization.industryChain)"),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// Why there are no figures at the date.
    private var absence: [String] {
        guard report.status == nil else { return [] }
        let organization = report.organization
        if let dissolved = organization.dissolvedOn, dissolved <= report.asOf {
            return [
                localized(
                    "截至 \(report.asOf) 已撤销（\(dissolved) 撤销），不计数。按 [ 看以前的月份",
                    "As of \(report.asOf) dissolved (since \(dissolved)), not counted. [ shows earlier months")
            ]
        }
        if let founded = organization.foundedOn, founded > report.asOf {
            return [
                localized(
                    "截至 \(report.asOf) 尚未成立（\(founded) 成立），不计数。按 ] 看以后的月份",
                    "As of \(report.asOf) not founded yet (from \(founded) on), not counted. ] shows later months")
            ]
        }
        return [localized("截至 \(report.asOf) 不计数、不考核", "As of \(report.asOf) not counted, nothing asked")]
    }
}
