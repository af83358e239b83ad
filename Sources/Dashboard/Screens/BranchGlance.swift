import PartyWork
import TerminalUI

/// A branch beside the lists of branches: its figures, its groups by 五个一, and who is missing.
struct BranchGlance: Glance {
    let branch: StatusReport.BranchStatus
    let asOf: Day
    /// What its first columns by month tell.
    let measure: TrendReport.Measure
    private var report: BranchReport?
    private var gaps: [Gap]?
    private var trend: TrendReport?

    /// - Parameter measure: what is on stage; nil for what is not told by months.
    init(_ branch: StatusReport.BranchStatus, asOf day: Day, showing measure: TrendReport.Measure? = nil) {
        self.branch = branch
        asOf = day
        self.measure = measure ?? .householdGap
    }

    func needs(_ context: Context) -> [Need<Self>] {
        let missing = Need<Self>(GapsQuery(scope: Scope(branch.code), asOf: asOf)) { $0.gaps = $1.gaps }
        let groups = Need<Self>(BranchQuery(code: branch.code, asOf: asOf)) { $0.report = $1 }
        // What is the township's own is a part of its codes only.
        let trend = Need<Self>(TrendQuery(scope: Scope(branch.code), asOf: asOf)) { $0.trend = $1 }
        if branch.standing == .township { return [] }
        return [groups, missing] + (context.breadth == .broadest ? [trend] : [])
    }

    mutating func takeAnswers(of other: Self) {
        (report, gaps, trend) = (other.report, other.gaps, other.trend)
    }

    func page(_ context: Context) -> GlancePage? {
        if branch.standing == .township { return GlancePage(sections: [figures]) }
        guard let report, let gaps else { return nil }
        var missing = missing(gaps)
        guard context.breadth == .broadest else {
            return GlancePage(sections: [figures, groups(of: report), missing])
        }
        guard let trend else { return nil }
        missing.height = BranchGlance.missingRows
        return GlancePage(
            sections: [
                figures, groups(of: report), missing, .trend(trend, measure, height: BranchGlance.chartRows),
                .trend(trend, .homeVisits, height: BranchGlance.chartRows),
            ])
    }
}

// MARK: - Sections

extension BranchGlance {
    private var figures: GlancePage.Section {
        let visited = Coverage(covered: branch.visitedThisMonth, inScope: branch.households.inScope)
        let groups = branch.groups
        return GlancePage.Section(
            title: branch.title,
            remark: localized(
                "\(branch.kind.title)  党小组 \(groups)", "\(branch.kind.title), \(plural(groups, "group"))"),
            lines: [
                figure(Requirement.themeActivity.title, branch.themeActivity),
                figure(Requirement.fiveOnesTitle, branch.fiveOnes), partyDays,
                figure(localized("户覆盖", "Households"), branch.households),
                figure(localized("党员覆盖", "Members"), branch.members),
                .figure(
                    localized("本月走访", "Visited"),
                    visited.inScope > 0 ? .bar(Bar(done: visited.covered, of: visited.inScope)) : nil,
                    visited.inScope > 0 ? visited.fraction : "-", "", .text),
            ])
    }

    private func figure(_ label: String, _ progress: Progress) -> GlancePage.Line {
        let isAsked = progress.target > 0
        return .figure(
            label, isAsked ? .bar(Bar(progress, in: .year(of: asOf), asOf: asOf)) : nil,
            isAsked ? progress.fraction : String(progress.done), progress.state.title, .of(progress.state))
    }

    private func figure(_ label: String, _ coverage: Coverage) -> GlancePage.Line {
        if coverage.inScope == 0 { return .figure(label, nil, "-", "", .text) }
        let word = coverage.gap == 0 ? localized("齐", "all") : localized("缺 \(coverage.gap)", "gap \(coverage.gap)")
        return .figure(
            label, .bar(Bar(coverage)), coverage.fraction, word, coverage.gap == 0 ? .done : .uncovered)
    }

    private var partyDays: GlancePage.Line {
        let missing = branch.partyDays.filter(\.isMissing)
        let isLate = missing.contains { $0.progress.state == .overdue }
        return .figure(
            Requirement.partyDay.title, .partyDays(of: branch, asOf: asOf),
            "\(branch.partyDays.count(where: \.isHeld))/\(branch.partyDays.count)",
            missing.isEmpty ? localized("齐", "all") : localized("缺 \(missing.count)", "gap \(missing.count)"),
            missing.isEmpty ? .done : .of(isLate ? ProgressState.overdue : .dueSoon))
    }

    /// As many rows as the largest branches have groups, so that what follows stands still.
    private static let groupRows = 7
    private static let missingRows = 8
    private static let chartRows = 4

    private func groups(of report: BranchReport) -> GlancePage.Section {
        let items = report.requirements.fiveOnes(on: report.asOf)
        let words = localized(["积极", "建议", "隐患", "纠纷", "实事"], ["act.", "sugg", "haz.", "disp", "deed"])
        let rows = report.groups.map { group in
            let row = GroupPane.Row(
                group, items, of: report.organization.name, sum: report.status?.fiveOnes.state, asOf: report.asOf)
            return GlancePage.Line.cells(
                [.init(text: row.name, width: 10)]
                    + row.states.indices.map { item in
                        .init(
                            text: localized(" \(row.letter(item)) ", row.letter(item)), width: 4,
                            element: .cell(of: row.states[item]))
                    })
        }
        let heading = GlancePage.Line.cells(
            [.init(text: "", width: 10)] + words.map { .init(text: $0, width: 4, element: .muted) })
        return GlancePage.Section(
            title: Requirement.fiveOnesTitle, remark: branch.fiveOnes.target > 0 ? branch.fiveOnes.fraction : "",
            lines: rows.isEmpty
                ? [.text(localized("没有党小组", "no party group"), .muted)] : [heading] + rows,
            height: BranchGlance.groupRows)
    }

    private func missing(_ gaps: [Gap]) -> GlancePage.Section {
        let people = gaps.filter { $0.kind == .household || $0.kind == .member }
        return GlancePage.Section(
            title: localized("没有结对 \(people.count)", "Without a pairing: \(people.count)"),
            lines: people.map { gap in
                .cells([
                    .init(text: gap.name, width: 8), .init(text: gap.subject.token, width: 10),
                    .init(
                        text: gap.kind == .household ? localized("户", "household") : localized("党员", "member"), width: 9
                    ),
                ])
            })
    }
}
