import Papers
import PartyWork
import TerminalUI

extension Place {
    static var overview: Place { Place("overview") { OverviewScreen() } }
}

extension ScreenKind {
    static let overview = ScreenKind(localized("总览", "Overview"), .overview)
}

extension Tab {
    static let overview = Tab("overview", "总览", "Overview", brief: (nil, "Over")) { _ in .overview }
}

/// 总览: the town's figures, then a row for each branch, and the committee members: below the branches where there is room
/// for them, else in their place. Every figure opens the rows behind it.
struct OverviewScreen: Screen {
    private var report: StatusReport?
    private var branches = BranchLine.list
    private var committee = RowList<StatusReport.CommitteeStatus>.committee
    /// What has the keys.
    private var part = Part.branches
    /// Which of the town's figures is selected, where these have the keys.
    private var figure = 0
    /// Which column of the branches is selected: 0 is the name, which opens the branch; any other opens its figure.
    private var cell = 0

    private enum Part: String, CaseIterable {
        case branches
        case committee
        case figures

        var title: String {
            switch self {
            case .branches: localized("支部", "branches")
            case .committee: localized("班子", "committee")
            case .figures: localized("数字", "figures")
            }
        }

        func stepped(by step: Int) -> Part {
            let all = Part.allCases
            return all[((all.firstIndex(of: self) ?? 0) + step + all.count) % all.count]
        }
    }

    private var isOnCommittee: Bool { part == .committee }

    func title(_ context: Context) -> String {
        switch part {
        case .branches: localized("总览  \(branches.position)", "Overview  \(branches.position)")
        case .committee: localized("总览：班子成员  \(committee.position)", "Overview: committee  \(committee.position)")
        case .figures: localized("总览：数字", "Overview: figures")
        }
    }

    func questions(_ context: Context) -> [Question] { [.status(context.scope, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .status(let report) = answer else { return }
        self.report = report
        branches.load(report.lines.map { BranchLine(branch: $0, asOf: report.asOf) })
        committee.load(report.committee)
    }

    func offers(_ context: Context) -> [Offer] {
        let lists = part == .figures ? [] : [Offer(.sort), Offer(.reverse)]
        return [
            Offer(
                .open,
                unavailable: opened == nil
                    ? (isOnCommittee ? localized("没有班子成员", "no committee member") : localized("没有支部", "no branch"))
                    : nil)
        ]
            + (part == .figures ? [] : [Offer(.find), Offer(.worst)])
            + [Offer(.record), Offer(.nextPane, part.stepped(by: 1).title)] + lists
            + [
                Offer(.previousPane, part.stepped(by: -1).title),
                Offer(.figures, isOnCommittee ? localized("看走访", "visits") : localized("缺什么", "missing")),
            ]
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return opened.map { [.open($0)] } ?? []
        case .record: return [.record(draft(context))]
        case .figures where isOnCommittee:
            return committee.selected.map { [.open(.figure($0.figure.figure))] } ?? []
        case .figures: return report.map { [.menu(MissingTable($0, branches.allRows).menu)] } ?? []
        case .nextPane, .previousPane:
            part = part.stepped(by: action == .nextPane ? 1 : -1)
            return []
        default: return (isOnCommittee ? committee.perform(action) : branches.perform(action)) ?? []
        }
    }

    private var opened: Place? {
        switch part {
        case .committee: return committee.selected.map { .person($0.id) }
        case .figures: return chosen.map { .figure($0.figure) }
        case .branches:
            return branches.selected?.place(cell)
        }
    }

    /// The town's figure that is selected.
    private var chosen: ShownFigure? {
        guard let figures = report?.figures, figures.indices.contains(figure) else { return nil }
        return figures[figure]
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        let heights = heights(context)
        switch part {
        case .figures:
            let count = report?.figures.count ?? 0
            guard let next = OverviewFigures.step(key, from: figure, of: count, context) else { return false }
            figure = next
            return true
        case .committee: return committee.handle(key, page: committee.page(in: heights.committee))
        case .branches:
            if !branches.isTyping, key == .left || key == .right {
                cell = branches.column(key == .left ? -1 : 1, from: cell, width: context.body.columns)
                return true
            }
            return branches.handle(key, page: branches.page(in: heights.branches))
        }
    }

    mutating func endSearch() {
        branches.endSearch()
        committee.endSearch()
    }

    var isTyping: Bool {
        switch part {
        case .branches: branches.isTyping
        case .committee: committee.isTyping
        case .figures: false
        }
    }

    func definition(_ context: Context) -> String? {
        switch part {
        case .committee: context.rule(.visits)
        case .figures: chosen?.figure.kind.rule(context)
        case .branches: branches.selected?.figure(cell)?.figure.kind.rule(context) ?? Definition.householdCoverage
        }
    }

    /// The selected row of the branches, whichever part has the keys.
    func branch(_ context: Context) -> Code? { branches.selected?.branch.code }

    func draft(_ context: Context) -> ActivityDraft {
        switch part {
        case .committee:
            ActivityDraft(
                participants: committee.selected.map { [Candidate(key: $0.id.text, name: $0.name)] } ?? [])
        case .figures: ActivityDraft()
        case .branches:
            ActivityDraft(
                organization: branches.selected?.branch.code, organizationName: branches.selected?.branch.name ?? "")
        }
    }
}

// MARK: - Drawing

extension OverviewScreen {
    /// The fewest rows of use below the branches: a title, a heading, three committee members.
    private static let least = 5

    /// From this width on what is missing stands beside the committee members.
    private static let missingColumn = 64

    /// The rows of each list with its heading; 0 for the one that is not seen.
    private func heights(_ context: Context) -> (branches: Int, committee: Int) {
        let area = context.body.rows - OverviewFigures.rows(context)
        let needed = max(1, branches.count) + (branches.isSearching ? 2 : 1)
        // A blank line and the title stand between the two.
        if area - needed - 1 >= OverviewScreen.least { return (needed, area - needed - 2) }
        return isOnCommittee ? (0, area) : (area, 0)
    }

    var notes: Notes {
        var notes = Notes()
        notes["list"] = part == .branches ? nil : part.rawValue
        notes[number: "figure"] = figure == 0 ? nil : figure
        notes[number: "cell"] = cell == 0 ? nil : cell
        branches.keep("branches", in: &notes)
        committee.keep("committee", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        part = notes["list"].flatMap { Part(rawValue: $0) } ?? .branches
        figure = notes[number: "figure"].flatMap { (0...10).contains($0) ? $0 : nil } ?? 0
        cell = notes[number: "cell"].flatMap { (0...8).contains($0) ? $0 : nil } ?? 0
        branches.restore("branches", from: notes)
        committee.restore("committee", from: notes)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let report else { return frame }
        let top = OverviewFigures.rows(context)
        let heights = heights(context)
        let seesBoth = heights.branches > 0 && heights.committee > 0
        let seesMissing = seesBoth && frame.size.columns >= 120
        if heights.branches > 0 {
            branches.draw(
                on: &frame, top: top, rows: heights.branches, context,
                empty: localized(
                    "这个范围内没有支部；按 ^G 换范围，或在名册（7）登记支部",
                    "No branch here: ^G changes the scope, (7) adds branches"),
                focused: part == .branches, cell: cell > 0 && !branches.isTyping ? cell : nil)
        }
        if heights.committee > 0 {
            drawBelow(report, on: &frame, seesBoth: seesBoth, seesMissing, heights.committee, context)
        }
        let selected = part == .figures ? figure : nil
        OverviewFigures(report: report, selected: selected).draw(on: &frame, pointing: !seesMissing, context)
        return frame
    }

    /// The committee members, and where there is room what is missing.
    private func drawBelow(
        _ report: StatusReport, on frame: inout Frame, seesBoth: Bool, _ seesMissing: Bool, _ height: Int,
        _ context: Context
    ) {
        let below = frame.size.rows - height
        if seesBoth {
            ChoiceLine(words: [localized("班子成员 \(committee.total)", "Committee \(committee.total)")]) { _ in
                isOnCommittee
            }
            .draw(on: &frame, row: below - 1, column: 1, context)
        }
        drawCommittee(on: &frame, row: below, width: seesMissing ? OverviewScreen.missingColumn - 2 : nil, context)
        if seesMissing {
            MissingTable(report, branches.allRows)
                .draw(on: &frame, row: below - 1, column: OverviewScreen.missingColumn, context)
        }
    }

    private func drawCommittee(on frame: inout Frame, row: Int, width: Int?, _ context: Context) {
        var part = Frame(
            Size(columns: width ?? frame.size.columns, rows: frame.size.rows - row), textWidth: context.textWidth)
        committee.draw(
            on: &part, top: 0, rows: part.size.rows, context,
            empty: localized(
                "这个范围内没有班子成员；在名册（7）登记人员时勾选班子成员",
                "No committee member in this scope; mark people as such in the registry (7)"),
            focused: isOnCommittee)
        frame.blit(part, row: row, column: 0)
        guard isOnCommittee else { return }
        frame.cursor = Cursor(
            row: row + part.cursor.row, column: part.cursor.column, visible: part.cursor.visible)
    }
}

// MARK: - Printing

extension OverviewScreen {
    /// The list with the keys, and the township's summary, which has all figures.
    func printout(_ context: Context) -> Printout {
        let list =
            isOnCommittee
            ? committee.printed(localized("班子成员专题调研", "Committee visits"), rule: context.rule(.visits))
            : branches.printed(
                localized("各支部工作", "Branches"), rule: nil, notes: { _ in BranchLine.rules(context) },
                charting: Coverage.householdHeadings.rate)
        return Printout([list, Printout.papers(PaperRequest(.township, in: context.scope, asOf: context.asOf))])
    }
}
