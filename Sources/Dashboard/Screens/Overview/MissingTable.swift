import PartyWork
import TerminalUI

/// What is missing in a scope, a line for each kind with where there is most of it: beside the committee members on a
/// large terminal.
///
/// The worklist has the same row by row.
struct MissingTable {
    private let lines: [Line]
    /// The branches that have not held the 主题党日 of the date's own month; only in the menu, for the lines count the year.
    private let month: (figure: Figure, amount: Int)?
    /// What those that are too late are called: 滞后, on the last day of the year 逾期.
    private let late: ProgressState

    /// A piece of the line that says what is missing.
    struct Part: Sendable {
        let text: String
        let element: Element

        init(_ text: String, _ element: Element = .text) { (self.text, self.element) = (text, element) }
    }

    /// A kind: how much is missing, and who lacks most.
    private struct Line {
        let figure: Figure
        let label: String
        let amount: Int
        let unit: String
        var element = Element.text
        let most: String
        /// How many of those that lack it are late.
        var behind = 0
        /// What those are.
        var lateUnit = ""
    }

    init(_ report: StatusReport, _ branches: [BranchLine]) {
        func line(
            _ kind: Figure.Kind, _ label: String, _ unit: String, behind: Int = 0, _ element: Element = .text,
            _ lacking: (BranchLine) -> Int
        ) -> Line {
            let most = branches.max { lacking($0) < lacking($1) }
            let total = branches.reduce(0) { $0 + lacking($1) }
            return Line(
                figure: Figure(kind).missing, label: label, amount: total, unit: unit, element: element,
                most: most.map { "\($0.branch.name) \(lacking($0))" } ?? "",
                behind: behind, lateUnit: localized("个支部", "branches"))
        }
        late = .late(asOf: report.asOf)
        func behind(_ progress: (StatusReport.BranchStatus) -> Progress) -> Int {
            report.lines.count { progress($0).state.isLate }
        }
        lines = [
            line(.households, localized("户无帮扶人", "Households without a helper"), localized("户", ""), .uncovered) {
                $0.branch.households.gap
            },
            line(.members, localized("党员未结对", "Members unpaired"), localized("人", ""), .uncovered) {
                $0.branch.members.gap
            },
            MissingTable.visits(report.committee),
            line(
                .themeVillages, localized("主题活动还差", "Theme activities lacking"), localized("次", ""),
                behind: behind(\.themeActivity)
            ) { $0.branch.themeActivity.lacking },
            line(.fiveOnes, localized("五个一还差", "Five ones lacking"), localized("项", ""), behind: behind(\.fiveOnes)) {
                $0.branch.fiveOnes.lacking
            },
            line(.partyDays, localized("主题党日没开", "Party days not held"), localized("次", ""), .overdue) {
                $0.missingPartyDays.count
            },
        ].filter { $0.amount > 0 }
        let held = report.figures.first { $0.figure.kind == .partyDay }
        let lacking = held.map { ($0.target ?? 0) - $0.done } ?? 0
        month = lacking > 0 ? (Figure(.partyDay).missing, lacking) : nil
    }

    private static func visits(_ committee: [StatusReport.CommitteeStatus]) -> Line {
        let most = committee.max { $0.visits.lacking < $1.visits.lacking }
        return Line(
            figure: Figure(.visitors).missing, label: localized("专题调研还差", "Research visits lacking"),
            amount: committee.reduce(0) { $0 + $1.visits.lacking }, unit: localized("次", ""),
            most: most.map { "\($0.name) \($0.visits.lacking)" } ?? "",
            behind: committee.count { $0.visits.state.isLate }, lateUnit: localized("人", "people"))
    }

    /// The lines to choose from, each opening what is missing.
    var menu: Menu {
        Menu(
            title: lines.isEmpty
                ? localized("还缺什么：该办的都办了", "What is missing: nothing, all is done")
                : localized("还缺什么：选一类，看缺的行", "What is missing: choose a kind to see its rows"),
            items: lines.map { line in
                Menu.Item(line.label, detail: "\(line.amount) \(line.unit)", .open(.figure(line.figure)))
            }
                + (month.map { month in
                    let detail = localized("\(month.amount) 个支部", "\(month.amount) branches")
                    return [
                        Menu.Item(localized("本月党日没开", "No party day yet"), detail: detail, .open(.figure(month.figure)))
                    ]
                } ?? []))
    }

    /// What is missing in a line, where there is no room for more; the longest text first, none where nothing is missing.
    ///
    /// Here branches are counted, in the worklist what each of them owes; so the unit stands beside the number.
    static func gaps(of report: StatusReport) -> [[Part]] {
        let totals = report.totals
        let late = ProgressState.late(asOf: report.asOf)
        let behind = report.lines.count { $0.themeActivity.state.isLate || $0.fiveOnes.state.isLate }
        guard totals.households.gap + totals.members.gap + behind > 0 else { return [] }
        let people = [
            Part(localized("户\(totals.households.gap)", "\(totals.households.gap) households"), .uncovered),
            Part(localized(" ", ", ")),
            Part(localized("党员\(totals.members.gap)", "\(totals.members.gap) members"), .behind),
        ]
        let branches = Part(
            localized("\(late.title)支部\(behind)", "\(behind) branches \(late.title)"),
            behind == 0 ? .text : .of(late))
        return [
            [Part(localized("还缺 ", "Gaps: "))] + people + [Part(localized(" ", "; ")), branches]
                + [Part(localized("", " (3)"))],
            [Part(localized("还缺 ", ""))] + people + [Part(localized("", " (3)"))],
        ]
    }

    /// Draws a title and the lines.
    func draw(on frame: inout Frame, row: Int, column: Int, _ context: Context) {
        frame.put(
            localized("还缺什么（^N 打开，3 逐项去办）", "What is missing (^N opens, 3 goes through)"), row: row, column: column)
        if lines.isEmpty { frame.put(localized("该办的都办了", "All obligations are met"), row: row + 1, column: column) }
        for (number, line) in lines.enumerated() where row + 1 + number < frame.size.rows {
            let row = row + 1 + number
            frame.put(line.label, row: row, column: column, width: 14, alignment: .left)
            frame.put(
                "\(line.amount) \(line.unit)", row: row, column: column + 14, width: 8, alignment: .right,
                style: context.style(line.element))
            let end = frame.put(
                localized("最多 \(line.most)", "most \(line.most)"), row: row, column: column + 25, maxWidth: 30)
            guard line.behind > 0 else { continue }
            frame.put(
                "\(late.title) \(line.behind) \(line.lateUnit)", row: row, column: max(end, column + 46) + 2,
                style: context.style(.of(late)))
        }
    }
}

extension Progress {
    /// How many are still to be done this year.
    fileprivate var lacking: Int { max(0, target - done) }
}
