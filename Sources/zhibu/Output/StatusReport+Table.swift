import PartyWork

extension StatusReport {
    /// The report as `zhibu status` prints it: the totals, a row per branch, a row per committee member.
    var table: String {
        (heading + totals.lines + branchLines + committeeLines).joined(separator: "\n") + "\n"
    }

    private var heading: [String] { [reportHeading(localized("支部台账", "Branch ledger"), scope, scopeName, asOf), ""] }

    private var branchLines: [String] {
        guard !lines.isEmpty else { return [] }
        var table = TextTable([
            (localized("编码", "code"), .left), (localized("支部", "branch"), .left), (localized("党小组", "groups"), .right),
            (localized("受访", "visits"), .right), (localized("主题活动", "theme"), .right), ("", .left),
            (localized("五个一", "five ones"), .right), ("", .left), (localized("主题党日", "party days"), .right),
            (localized("户结对", "households"), .right), ("", .right), (localized("党员结对", "members"), .right),
            ("", .right), (localized("本月走访", "visited"), .right), (localized("合作社", "coops"), .right),
        ])
        for branch in lines { table.add(branch.cells(monthsSoFar: asOf.month)) }
        return [""] + table.lines()
    }

    private var committeeLines: [String] {
        guard !committee.isEmpty else { return [] }
        var table = TextTable([
            (localized("编号", "number"), .left), (localized("班子成员", "committee member"), .left),
            (localized("专题调研", "research visits"), .right), ("", .left),
        ])
        for member in committee {
            table.add([member.id.text, member.name, member.visits.fraction, member.visits.state.title])
        }
        return [""] + table.lines()
    }
}

/// The first line of a report: what, where, as of when.
func reportHeading(_ title: String, _ scope: Scope, _ name: String, _ day: Day) -> String {
    localized(
        "\(title)  \(name.isEmpty ? "" : name.safe + " ")\(scope)  截至 \(day)",
        "\(title)  \(name.isEmpty ? "" : name.safe + " ")\(scope)  as of \(day)")
}

extension StatusReport.BranchStatus {
    fileprivate func cells(monthsSoFar: Int) -> [String] {
        [
            code.digits, title, String(groups), String(visitsReceived), themeActivity.fraction,
            themeActivity.state.title,
            fiveOnes.fraction, fiveOnes.state.title, "\(partyDays.count(where: \.isHeld))/\(partyDays.count)",
            households.fraction, households.percentage, members.fraction, members.percentage,
            "\(visitedThisMonth)/\(households.inScope)",
            String(cooperatives.active),
        ]
    }
}

extension StatusReport.Totals {
    var lines: [String] {
        let ones = Coverage(covered: fiveOnes.done, inScope: fiveOnes.target)
        var table = TextTable([("", .left), ("", .right), ("", .right), ("", .left)])
        table.add([
            localized("支部", "branch"), String(branches), "",
            localized("党小组 \(groups) 个", "\(plural(groups, "party group"))"),
        ])
        table.add(
            rate(
                localized("专题调研", "research visits"), Coverage(covered: committeeDone, inScope: committee),
                localized("班子成员完成", "committee members done")))
        table.add(
            rate(
                localized("主题活动", "theme"), Coverage(covered: villagesDone, inScope: villages),
                localized("村党组织完成", "village branches done")))
        table.add(rate(localized("五个一", "five ones"), ones, fiveOnes.state.title))
        table.add(rate(localized("户结对", "households"), households, ""))
        table.add(rate(localized("党员结对", "members"), members, ""))
        table.add(
            rate(localized("本月走访", "visited"), Coverage(covered: visitedThisMonth, inScope: households.inScope), ""))
        let founded = localized(
            "党员领办 \(cooperatives.memberFounded) 个，领办党员 \(cooperatives.founders) 人",
            "founded by members \(cooperatives.memberFounded), founders \(cooperatives.founders)")
        table.add([
            localized("合作社", "coops"), String(cooperatives.active), "",
            localized(
                "\(founded)，带动 \(cooperatives.householdsLed) 户次",
                "\(founded), households led \(cooperatives.householdsLed)"),
        ])
        return table.lines()
    }

    private func rate(_ title: String, _ coverage: Coverage, _ note: String) -> [String] {
        [title, coverage.fraction, coverage.percentage, note]
    }
}
