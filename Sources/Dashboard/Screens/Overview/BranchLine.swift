import PartyWork
import TerminalUI

/// A branch as a line of the overview.
struct BranchLine: Sendable {
    let branch: StatusReport.BranchStatus
    let asOf: Day
    /// The finished periods without 主题党日, and the running one in its last days.
    let missingPartyDays: [Span]
    /// What the columns of more than a number say. Written once, because every key draws every line.
    private let words: (themeActivity: String, fiveOnes: String, partyDays: String, households: String, members: String)

    init(branch: StatusReport.BranchStatus, asOf: Day) {
        self.branch = branch
        self.asOf = asOf
        missingPartyDays = branch.partyDays.filter(\.isMissing).map(\.span)
        words = (
            BranchLine.text(branch.themeActivity), BranchLine.text(branch.fiveOnes),
            BranchLine.text(missingPartyDays, of: branch.partyDays.count), BranchLine.text(branch.households),
            BranchLine.text(branch.members)
        )
    }

    /// The figure that a column shows; nil for the name, which is none.
    func figure(_ column: Int) -> ShownFigure? {
        column == 0 ? nil : branch.figures(asOf: asOf)[column - 1]
    }

    /// The list of the overview.
    static var list: RowList<BranchLine> {
        RowList(
            columns, identity: \.branch.code.digits, searched: { "\($0.branch.code) \($0.branch.name)" },
            isWorse: { $0.badness > $1.badness }
        ).onPaper(paper)
    }

    private static var columns: [RowList<BranchLine>.Column] {
        [
            .init(TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 20), named: .thing) { $0.branch.name },
            .init(TableColumn(localized("受访", "Vis."), minimum: 4, alignment: .right), by: \.branch.visitsReceived) {
                String($0.branch.visitsReceived)
            },
            .init(
                TableColumn(localized("主题活动", "Theme"), minimum: localized(8, 12), ideal: localized(10, 12)),
                by: { ratio($0.branch.themeActivity) },
                element: { .of($0.branch.themeActivity.state) }, text: \.words.themeActivity),
            .init(
                TableColumn(localized("五个一", "Five ones"), minimum: localized(10, 14), ideal: localized(12, 14)),
                by: { ratio($0.branch.fiveOnes) },
                element: { .of($0.branch.fiveOnes.state) }, text: \.words.fiveOnes),
            .init(
                TableColumn(localized("党日", "P.days"), minimum: 6, ideal: 8), by: { -$0.missingPartyDays.count },
                text: \.words.partyDays),
            .init(
                TableColumn(localized("户覆盖", "Households"), minimum: 11, ideal: 13, alignment: .right),
                by: { $0.branch.households.permille ?? 1_001 },
                text: \.words.households),
            .init(
                TableColumn(localized("党员覆盖", "Members"), minimum: 11, ideal: 13, alignment: .right),
                by: { $0.branch.members.permille ?? 1_001 },
                text: \.words.members),
            .init(
                TableColumn(localized("走访", "Home"), minimum: 4, alignment: .right, dropOrder: 1),
                by: \.branch.visitedThisMonth
            ) {
                String($0.branch.visitedThisMonth)
            },
            .init(
                TableColumn(localized("合作社", "Coops"), minimum: 6, alignment: .right, dropOrder: 2),
                by: \.branch.cooperatives.active
            ) {
                String($0.branch.cooperatives.active)
            },
        ]
    }

    private static func ratio(_ progress: Progress) -> Int {
        progress.target == 0 ? .max : progress.done * 1_000 / progress.target
    }

    private static func text(_ progress: Progress) -> String {
        guard progress.target == 0 else { return "\(progress.done)/\(progress.target) \(progress.state.title)" }
        return progress.done == 0
            ? localized("不考核", "no target") : localized("\(progress.done) 不考核", "\(progress.done) no target")
    }

    private static func text(_ coverage: Coverage) -> String {
        coverage.inScope == 0 ? "—" : "\(coverage.covered)/\(coverage.inScope) \(coverage.percentage)"
    }

    /// `齐`, or the months missing, or how many where they would not fit; of so many periods.
    private static func text(_ missing: [Span], of periods: Int) -> String {
        if missing.isEmpty { return periods == 0 ? localized("不考核", "no target") : localized("齐", "all") }
        let months = localized("缺", "no ") + missing.map(\.short).joined(separator: localized(" ", ","))
        return months.count <= localized(5, 7) ? months : localized("缺\(missing.count)次", "\(missing.count) gaps")
    }

    /// The more, the worse: overdue and behind first, then what is missing.
    private var badness: Int {
        let states = [branch.themeActivity.state, branch.fiveOnes.state].reduce(0) { $0 + BranchLine.weight($1) }
        let gaps = branch.households.gap + branch.members.gap + missingPartyDays.count
        return states * 10_000 + gaps
    }

    private static func weight(_ state: ProgressState) -> Int {
        switch state {
        case .overdue: 8
        case .behind: 4
        case .dueSoon: 1
        case .done, .onTrack, .notApplicable: 0
        }
    }
}

extension Span {
    /// A month by its number, `2季`, `年`.
    fileprivate var short: String {
        switch period {
        case .month, .once: String(last.month)
        case .quarter: localized("\((last.month + 2) / 3)季", "Q\((last.month + 2) / 3)")
        case .year: localized("年", "year")
        }
    }
}
