import PartyWork

extension StatusReport {
    /// The report as `zhibu status` prints it: the totals, a row per branch, a row per committee member.
    var table: String {
        (heading + totals.lines + branchLines + committeeLines).joined(separator: "\n") + "\n"
    }

    private var heading: [String] { [reportHeading("支部台账", scope, scopeName, asOf), ""] }

    private var branchLines: [String] {
        guard !branches.isEmpty else { return [] }
        var table = TextTable([
            ("编码", .left), ("支部", .left), ("党小组", .right), ("受访", .right), ("主题活动", .right), ("", .left),
            ("五个一", .right), ("", .left), ("主题党日", .right), ("户结对", .right), ("", .right), ("党员结对", .right),
            ("", .right), ("本月走访", .right), ("合作社", .right),
        ])
        for branch in branches { table.add(branch.cells(monthsSoFar: asOf.month)) }
        return [""] + table.lines()
    }

    private var committeeLines: [String] {
        guard !committee.isEmpty else { return [] }
        var table = TextTable([("编号", .left), ("班子成员", .left), ("专题调研", .right), ("", .left)])
        for member in committee {
            table.add([member.id.text, member.name, member.visits.fraction, member.visits.state.title])
        }
        return [""] + table.lines()
    }
}

/// The first line of a report: what, where, as of when.
func reportHeading(_ title: String, _ scope: Scope, _ name: String, _ day: Day) -> String {
    "\(title)  \(name.isEmpty ? "" : name.safe + " ")\(scope)  截至 \(day)"
}

extension StatusReport.BranchStatus {
    fileprivate func cells(monthsSoFar: Int) -> [String] {
        [
            code.digits, name, String(groups), String(visitsReceived), themeActivity.fraction,
            themeActivity.state.title,
            fiveOnes.fraction, fiveOnes.state.title, "\(partyDays.count(where: \.isHeld))/\(partyDays.count)",
            households.fraction, households.percentage, members.fraction, members.percentage,
            "\(visitedThisMonth)/\(households.inScope)",
            String(cooperatives.active),
        ]
    }
}

extension StatusReport.Totals {
    fileprivate var lines: [String] {
        let ones = Coverage(covered: fiveOnes.done, inScope: fiveOnes.target)
        var table = TextTable([("", .left), ("", .right), ("", .right), ("", .left)])
        table.add(["支部", String(branches), "", "党小组 \(groups) 个"])
        table.add(rate("专题调研", Coverage(covered: committeeDone, inScope: committee), "班子成员完成"))
        table.add(rate("主题活动", Coverage(covered: villagesDone, inScope: villages), "村党组织完成"))
        table.add(rate("五个一", ones, fiveOnes.state.title))
        table.add(rate("户结对", households, ""))
        table.add(rate("党员结对", members, ""))
        table.add(rate("本月走访", Coverage(covered: visitedThisMonth, inScope: households.inScope), ""))
        let founded = "党员领办 \(cooperatives.memberFounded) 个，领办党员 \(cooperatives.founders) 人"
        table.add(["合作社", String(cooperatives.active), "", "\(founded)，带动 \(cooperatives.householdsLed) 户次"])
        return table.lines()
    }

    private func rate(_ title: String, _ coverage: Coverage, _ note: String) -> [String] {
        [title, coverage.fraction, coverage.percentage, note]
    }
}
