import PartyWork
import TerminalUI

/// A branch beside the coverage of all: who is without a pairing, who could take someone over, and how it came to that.
struct GapsGlance: Glance {
    let branch: StatusReport.BranchStatus
    let side: PairingSide
    let asOf: Day
    private var households: [HouseholdRow]?
    private var people: [PersonRow]?
    private var trend: TrendReport?

    init(_ branch: StatusReport.BranchStatus, _ side: PairingSide, asOf day: Day) {
        (self.branch, self.side, asOf) = (branch, side, day)
    }

    func needs(_ context: Context) -> [Need<Self>] {
        let scope = Scope(branch.code)
        let households = Need<Self>(HouseholdsQuery(scope: scope, asOf: asOf)) { $0.households = $1 }
        let people = Need<Self>(PeopleQuery(scope: scope, asOf: asOf)) { $0.people = $1 }
        let trend = Need<Self>(TrendQuery(scope: scope, asOf: asOf)) { $0.trend = $1 }
        return [households, people] + (context.breadth == .broadest ? [trend] : [])
    }

    mutating func takeAnswers(of other: Self) {
        (households, people, trend) = (other.households, other.people, other.trend)
    }

    func page(_ context: Context) -> GlancePage? {
        guard let households, let people else { return nil }
        let missing = side == .households ? missing(households) : missing(people)
        let lists = [missing, able(people)]
        guard context.breadth == .broadest else { return GlancePage(sections: lists) }
        guard let trend else { return nil }
        let measures: [TrendReport.Measure] = side == .households ? [.householdGap, .homeVisits] : [.memberGap]
        return GlancePage(
            sections: lists + measures.map { .trend(trend, $0, height: GapsGlance.chartRows) })
    }
}

// MARK: - Sections

extension GapsGlance {
    /// The lines of the lists and the charts, whatever a branch has.
    private static let (missingRows, ableRows, chartRows) = (14, 9, 4)

    private func missing(_ rows: [HouseholdRow]) -> GlancePage.Section {
        let gaps = rows.filter(\.isGap).rankedByNeed
        let heading = cells(
            localized(["户主", "户编号", "人口", "原帮扶人", "最近走访"], ["Head", "Household", "Size", "Helper was", "Last visit"]),
            .muted
        )
        return section(
            localized("缺口 \(gaps.count) 户", "gap \(gaps.count)"),
            heading,
            gaps.map { row in
                cells([
                    row.head, row.household.id.text, String(row.household.headcount),
                    row.helpers.isEmpty ? "-" : row.helpers.map(\.name).joined(separator: localized("、", ", ")),
                    row.lastVisitOn?.description ?? localized("未走访", "never"),
                ])
            })
    }

    private func missing(_ rows: [PersonRow]) -> GlancePage.Section {
        let gaps = rows.filter(\.isGap).rankedByNeed
        return section(
            localized("缺口 \(gaps.count) 人", plural(gaps.count, "member") + " unpaired"),
            cells(localized(["姓名", "人员编号", "", "职务"], ["Name", "Person no.", "", "Post"]), .muted),
            gaps.map { cells([$0.person.name, $0.person.id.text, "", $0.person.post]) })
    }

    /// The members who serve, those with the fewest households first.
    private func able(_ rows: [PersonRow]) -> GlancePage.Section {
        let able = rows.filter { $0.serves && $0.person.category.isPartyMember && $0.person.exemption.isEmpty }
            .sorted { $0.households != $1.households ? $0.households < $1.households : $0.person.id < $1.person.id }
        return GlancePage.Section(
            title: localized("可以接的人", "Who could take over"), remark: localized("户少的在前", "fewest first"),
            lines: able.map { row in
                let households = localized("\(row.households) 户", plural(row.households, "household"))
                return .cells([
                    .init(text: row.person.name, width: 8),
                    .init(text: row.person.post, width: 14, element: .muted),
                    .init(text: households, width: 12, alignment: .right),
                ])
            }, height: GapsGlance.ableRows)
    }

    private func section(_ title: String, _ heading: GlancePage.Line, _ lines: [GlancePage.Line])
        -> GlancePage.Section
    {
        GlancePage.Section(
            title: branch.title, remark: title, element: lines.isEmpty ? .muted : .uncovered,
            lines: lines.isEmpty ? [.text(localized("没有缺口", "no gap"), .muted)] : [heading] + lines,
            height: GapsGlance.missingRows)
    }

    private func cells(_ words: [String], _ element: Element = .text) -> GlancePage.Line {
        let widths = [8, 9, 4, 14, 10]
        return .cells(
            zip(words, widths).enumerated().map { place, cell in
                .init(text: cell.0, width: cell.1, alignment: place == 2 ? .right : .left, element: element)
            })
    }
}
