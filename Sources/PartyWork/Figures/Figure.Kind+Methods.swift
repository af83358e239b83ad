// What the built-in methods ask of committee members, villages, groups and branches.

extension Figure.Kind {
    /// Committee members who made their visits.
    package static let visitors = Figure.Kind(
        "committee", Requirement.visits.title, short: "Research",
        rule: .method(.visits),
        columns: [
            FigureColumn("name", localized("班子成员", "Committee member"), 10, 14, .people),
            FigureColumn("visits", localized("今年次数", "This year"), 8, nil, .progress),
            FigureColumn(nil, localized("情况", "State"), 8),
        ]
    ) { asked in
        try asked.status().committee.map { member in
            FigureRow(
                .member(member), member.visits.isMet ? .counted : .missing, state: .init(member.visits.state),
                [.text(member.name), .progress(member.visits), .state(member.visits.state)])
        }
    }

    /// Villages that held their theme activities.
    package static let themeVillages = Figure.Kind(
        "themeActivity", Requirement.themeActivity.title,
        short: "Theme", rule: .method(.themeActivity),
        columns: [
            FigureColumn("name", localized("支部", "Branch"), 12, 20),
            FigureColumn("themeActivity", localized("今年次数", "This year"), 8, nil, .progress),
            FigureColumn(nil, localized("情况", "State"), 8),
        ]
    ) { asked in
        try asked.status().branches.filter { $0.kind == .village }.map { village in
            let held = village.themeActivity
            return FigureRow(
                .branch(village), held.isMet ? .counted : .missing, state: .init(held.state),
                [.text(village.name), .progress(held), .state(held.state)])
        }
    }

    /// Items of the five ones, by group.
    package static let fiveOnes = Figure.Kind(
        "fiveOnes", Requirement.fiveOnesTitle, rule: .method(.fiveOnes),
        columns: [
            FigureColumn("branch", localized("支部", "Branch"), 8, 20),
            FigureColumn("group", localized("党小组", "Group"), 10, 20, isWide: true),
            FigureColumn("item", localized("项目", "Item"), 12, 14),
            FigureColumn("fiveOnes", localized("情况", "State"), 8, nil, .progress),
        ]
    ) { asked in
        guard let target = asked.asked(.fiveOnes) else { return [] }
        let branches = Dictionary(try asked.status().lines.map { ($0.code, $0) }) { first, _ in first }
        return try asked.groups().flatMap { group in
            let branch = group.code.branch.flatMap { branches[$0] }
            return ActivityKind.fiveOnes.enumerated().map { index, kind in
                FigureRow(group, kind, index, in: branch, of: target, asOf: asked.asOf)
            }
        }
    }

    /// Branches with a 主题党日 in the date's month; due or not is the worklist's, so every branch without one is missing.
    package static let partyDay = Figure.Kind(
        "partyDay", localized("本月党日", "Party day"), rule: .method(.partyDay), columns: partyDayColumns
    ) { asked in
        try asked.status().branches.compactMap { branch in
            branch.partyDays.last { $0.span.last >= asked.asOf }.map {
                FigureRow(branch, $0, $0.isHeld ? .counted : .missing)
            }
        }
    }

    /// Periods with a 主题党日, up to the date's, of each branch.
    package static let partyDays = Figure.Kind(
        "partyDayMonths", Requirement.partyDay.title, rule: .method(.partyDay), columns: partyDayColumns
    ) { asked in
        try asked.status().branches.flatMap { branch in
            branch.partyDays.map { FigureRow(branch, $0, $0.isHeld ? .counted : $0.isMissing ? .missing : .pending) }
        }
    }

    private static var partyDayColumns: [FigureColumn] {
        [
            FigureColumn("branch", localized("支部", "Branch"), 12, 20),
            FigureColumn("period", localized("月份", "Month"), localized(6, 8)),
        ]
    }
}

extension FigureRow {
    fileprivate init(_ branch: StatusReport.BranchStatus, _ period: AskedPeriod, _ standing: Standing) {
        self.init(
            .partyDay(branch, period), standing, state: .init(period.progress.state),
            [.text(branch.name), .period(period)])
    }

    /// One of the five ones of a group; behind where its branch's sum is (CONTRACT section 4, fiveOnes).
    fileprivate init(
        _ group: BranchReport.Group, _ kind: ActivityKind, _ index: Int, in branch: StatusReport.BranchStatus?,
        of target: Int, asOf day: Day
    ) {
        let (count, open) = (group.counts[index], group.open[index])
        let progress = Progress(done: count, ofYearly: target, asOf: day)
        let name = branch?.name ?? ""
        self.init(
            .item(group, kind, isRecorded: count + open > 0), progress.isMet ? .counted : .missing,
            state: .init(progress.part(of: branch?.fiveOnes.state).state),
            [.text(name), .text(group.name.name(in: name)), .word(kind.rawValue), .item(progress, open: open)])
    }
}
