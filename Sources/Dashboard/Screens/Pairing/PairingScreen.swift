import Papers
import PartyWork
import TerminalUI

extension Place {
    static var pairing: Place { Place("pairing") { PairingScreen() } }
}

extension ScreenKind {
    static let pairing = ScreenKind(localized("结对", "Pairing"), .pairing)
}

extension Tab {
    static let pairing = Tab("pairing", "结对", "Pairing", short: "Pair", brief: (nil, "Pair")) { _ in .pairing }
}

/// 结对: the two coverage rates of each branch, the branches with the most gaps first.
struct PairingScreen: Screen {
    private var report: StatusReport?
    /// Which side Enter opens, and which side's gaps put a branch first.
    private var side = PairingSide.households
    /// Which column is selected: 0 is the name, which opens the households and members; any other opens its figure.
    private var cell = 0
    private var list = RowList<StatusReport.BranchStatus>(
        PairingScreen.columns, identity: \.code.digits, searched: { "\($0.code) \($0.name)" }
    ).onPaper(PairingScreen.paper)

    func title(_ context: Context) -> String { localized("结对  \(list.position)", "Pairing  \(list.position)") }

    func questions(_ context: Context) -> [Question] { [.status(context.scope, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .status(let report) = answer else { return }
        self.report = report
        load()
    }

    private mutating func load() {
        list.load((report?.lines ?? []).sorted { PairingScreen.isWorse($0, $1, side) })
    }

    func offers(_ context: Context) -> [Offer] {
        let other = side == .households ? localized("看党员", "members") : localized("看户", "households")
        return [
            Offer(.open, unavailable: list.selected == nil ? localized("没有支部", "no branch") : nil),
            Offer(.nextPane, other), Offer(.figures),
        ] + list.offers + [Offer(.previousPane, other)]
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return list.selected.map { [.open(opened($0))] } ?? []
        case .figures: return report.map { [.menu(.figures($0.pairingFigures))] } ?? []
        case .nextPane, .previousPane:
            side = side == .households ? .members : .households
            load()
            list.select { _ in true }
            return []
        default: return list.perform(action) ?? []
        }
    }

    private func opened(_ branch: StatusReport.BranchStatus) -> Place {
        // What is the township's own is a part of its codes only.
        let own = branch.standing == .township ? Figure(kind: .members, subject: branch.subject) : nil
        return (figure(of: branch) ?? own).map { .figure($0) }
            ?? .pairingList(branch.code, name: branch.name, side: side)
    }

    /// The figure in the selected column; nil for the name.
    private func figure(of branch: StatusReport.BranchStatus) -> Figure? {
        switch cell {
        case 1: Figure(kind: .households, subject: branch.subject)
        case 2: Figure(kind: .households, subject: branch.subject).missing
        case 3: Figure(kind: .members, subject: branch.subject)
        case 4: Figure(kind: .members, subject: branch.subject).missing
        case 5: Figure(kind: .visited, subject: branch.subject)
        default: nil
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        if !list.isTyping, key == .left || key == .right {
            cell = list.column(key == .left ? -1 : 1, from: cell, width: context.body.columns)
            return true
        }
        return list.handle(key, page: list.page(in: context.body.rows - PairingScreen.figureRows))
    }

    var isTyping: Bool { list.isTyping }

    func definition(_ context: Context) -> String? {
        side == .households ? Definition.householdCoverage : Definition.memberCoverage
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(organization: list.selected?.code, organizationName: list.selected?.name ?? "")
    }

    var notes: Notes {
        var notes = Notes()
        notes[is: "members"] = side == .members
        notes[number: "cell"] = cell == 0 ? nil : cell
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        side = notes[is: "members"] ? .members : .households
        cell = notes[number: "cell"].flatMap { (0...5).contains($0) ? $0 : nil } ?? 0
        list.restore("list", from: notes)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard let totals = report?.totals else { return frame }
        drawFigures(totals, on: &frame, context)
        let top = PairingScreen.figureRows
        list.draw(
            on: &frame, top: top, rows: frame.size.rows - top, context,
            empty: localized("这个范围内没有支部；按 ^G 换范围", "No branch in this scope; ^G changes the scope"),
            cell: cell > 0 && !list.isTyping ? cell : nil)
        return frame
    }
}

// MARK: - The town's figures

extension PairingScreen {
    private static let figureRows = 4

    private func drawFigures(_ totals: StatusReport.Totals, on frame: inout Frame, _ context: Context) {
        let visited = Coverage(covered: totals.visitedThisMonth, inScope: totals.households.inScope)
        draw(
            localized("户覆盖", "Households"), totals.households, localized("户", "households"), side == .households,
            on: &frame, row: 0, context)
        draw(
            localized("党员覆盖", "Members"), totals.members, localized("人", "members"), side == .members, on: &frame,
            row: 1, context)
        draw(localized("本月走访", "Visited"), visited, nil, false, on: &frame, row: 2, context)
    }

    private func draw(
        _ label: String, _ coverage: Coverage, _ unit: String?, _ isCurrent: Bool, on frame: inout Frame, row: Int,
        _ context: Context
    ) {
        frame.put(
            isCurrent ? "[\(label)]" : " \(label) ", row: row, column: 1,
            style: context.style(isCurrent ? .currentTab : .text))
        // A narrow terminal has no room for bars.
        let width = frame.size.columns < 80 ? 0 : 20
        let bar = bar(done: coverage.covered, of: coverage.inScope, width: width)
        frame.put(bar, row: row, column: localized(13, 15), style: context.style(.bar))
        frame.put(
            coverage.figure, row: row, column: 15 + width, width: 18, alignment: .right)
        guard let unit else { return }
        frame.put(
            coverage.gap == 0
                ? localized("没有缺口", "no gap") : localized("缺口 \(coverage.gap) \(unit)", "gap \(coverage.gap) \(unit)"),
            row: row, column: 36 + width,
            style: context.style(coverage.gap == 0 ? .done : .uncovered))
    }
}

// MARK: - The branches

extension PairingScreen {
    private static var columns: [RowList<StatusReport.BranchStatus>.Column] {
        [
            .init(TableColumn(localized("支部", "Branch"), minimum: 10, ideal: 18, share: 1), named: .thing) { $0.title },
            .init(
                TableColumn(localized("户覆盖", "Households"), minimum: 12, ideal: 14, alignment: .right),
                by: { $0.households.permille ?? 1_001 },
                text: { $0.households.figure }),
            gaps(localized("户缺口", "Gap"), \.households),
            .init(
                TableColumn(localized("党员覆盖", "Members"), minimum: 12, ideal: 14, alignment: .right),
                by: { $0.members.permille ?? 1_001 },
                text: { $0.members.figure }),
            gaps(localized("党员缺口", "Gap"), \.members),
            .init(
                TableColumn(localized("本月走访", "Visited"), minimum: 8, alignment: .right, dropOrder: 1),
                by: \.visitedThisMonth
            ) {
                $0.households.inScope == 0 ? "—" : "\($0.visitedThisMonth)/\($0.households.inScope)"
            },
        ]
    }

    private static func gaps(
        _ title: String, _ coverage: @escaping @Sendable (StatusReport.BranchStatus) -> Coverage
    ) -> RowList<StatusReport.BranchStatus>.Column {
        .init(
            TableColumn(title, minimum: 6, ideal: title == localized("户缺口", "Gap") ? 6 : 8, alignment: .right),
            element: { coverage($0).gap > 0 ? .uncovered : .muted },
            precedes: { coverage($0).gap > coverage($1).gap },
            text: { coverage($0).inScope == 0 ? "—" : String(coverage($0).gap) })
    }

    /// More gaps on the side looked at, then more on the other, then by code.
    private static func isWorse(
        _ left: StatusReport.BranchStatus, _ right: StatusReport.BranchStatus, _ side: PairingSide
    ) -> Bool {
        func gaps(_ branch: StatusReport.BranchStatus) -> (Int, Int) {
            let (households, members) = (branch.households.gap, branch.members.gap)
            return side == .households ? (households, members) : (members, households)
        }
        return gaps(left) != gaps(right) ? gaps(left) > gaps(right) : left.code < right.code
    }
}

// MARK: - Printing

extension PairingScreen {
    /// The branches, and the lists of all helpers in scope.
    func printout(_ context: Context) -> Printout {
        let headings = side == .households ? Coverage.householdHeadings : Coverage.memberHeadings
        return Printout([
            list.printed(
                localized("结对覆盖", "Pairing coverage"), rule: nil,
                notes: { _ in [Definition.householdCoverage, Definition.memberCoverage, Definition.visited] },
                charting: headings.rate),
            Printout.papers(
                PaperRequest(.pairing, in: context.scope, asOf: context.asOf),
                localized("每个帮扶人一张", "one for each helper")),
        ])
    }

    private static var paper: [Int: [PrintedColumn<StatusReport.BranchStatus>]] {
        [
            1: PrintedColumn.coverage(Coverage.householdHeadings, \.households),
            3: PrintedColumn.coverage(Coverage.memberHeadings, \.members),
            5: [PrintedColumn(heading: localized("本月走访", "Visited this month")) { .number($0.visitedThisMonth) }],
        ]
    }
}
