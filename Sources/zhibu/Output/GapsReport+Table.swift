import PartyWork

extension GapsReport {
    /// The report as `zhibu gaps` prints it: the gaps by urgency, the most urgent first, each group with its count.
    var table: String {
        let heading =
            reportHeading(localized("缺口", "Gaps"), scope, scopeName, asOf)
            + localized("  共 \(gaps.count) 条", "  \(gaps.count) in all")
        if gaps.isEmpty { return heading + localized("\n没有缺口。\n", "\nNo gap.\n") }
        return ([heading] + groups.flatMap { [""] + lines($0) }).joined(separator: "\n") + "\n"
    }

    /// The gaps are in order of urgency already; a group is a run of the same.
    private var groups: [ArraySlice<Gap>] {
        var groups: [ArraySlice<Gap>] = []
        var start = gaps.startIndex
        for index in gaps.indices where index + 1 == gaps.endIndex || gaps[index + 1].urgency != gaps[index].urgency {
            groups.append(gaps[start...index])
            start = index + 1
        }
        return groups
    }

    private func lines(_ group: ArraySlice<Gap>) -> [String] {
        var table = TextTable([("", .left), ("", .left), ("", .left), ("", .left), ("", .right), ("", .left)])
        for gap in group { table.add(gap.cells + [followUp(of: gap)?.said(on: asOf) ?? ""]) }
        let title = group.first?.urgency ?? ""
        return [localized("\(title) \(group.count) 条", "\(title): \(group.count)")] + table.lines(indent: 2)
    }
}

extension Gap {
    /// What stands above its group: the state, and for the uncovered who it is.
    fileprivate var urgency: String { state == .uncovered ? kind.title : state.title }

    fileprivate var cells: [String] {
        let subject = subject.token
        let organization = subject.hasPrefix(organization.digits) ? "" : organization.digits
        return [kind.title, subject, name, organization, "\(done)/\(target)"]
    }
}
