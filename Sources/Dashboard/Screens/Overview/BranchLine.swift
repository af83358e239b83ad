import PartyWork
import TerminalUI

/// The branches of the overview, each with its figures.
struct BranchLinesPane: CellPane {
    var list = RowList<BranchLine>(
        BranchLinesPane.columns, identity: \.branch.code.digits, searched: { "\($0.branch.code) \($0.branch.name)" },
        isWorse: { $0.badness > $1.badness }
    ).onPaper(BranchLine.paper).choosing { $0.branch.standing == .existing }
    var chosenCell = 0

    var name: String { localized("支部", "branches") }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? {
        list.selected.map { BranchGlance($0.branch, asOf: context.asOf) }
    }

    func empty(_ context: Context) -> String {
        localized(
            "这个范围内没有支部；按 ^G 换范围，或在名册（7）登记支部", "No branch here: ^G changes the scope, (7) adds branches")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let place = list.figure(in: chosenCell).map { Route.figure($0) } ?? list.selected?.place
        let open = Binding<Self>(.open, on: place, orElse: localized("没有支部", "no branch")) { [.open($0)] }
        return [open] + listBindings + worst
    }

    func definition(_ context: Context) -> String? {
        list.figure(in: chosenCell)?.kind.rule(context) ?? Definition.householdCoverage
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(heldBy: list.meant.map { Candidate(key: $0.branch.code.digits, name: $0.branch.name) })
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [
            list.printed(
                localized("各支部工作", "Branches"), rule: nil, notes: { _ in BranchLine.rules(context) },
                charting: Coverage.householdHeadings.rate)
        ]
    }

    private static var columns: [RowList<BranchLine>.Column] {
        [
            .init(TableColumn(localized("支部", "Branch"), minimum: 10, ideal: 20), named: .thing, \.branch.title),
            .init(
                TableColumn(localized("主题", "Theme"), minimum: localized(6, 8)),
                by: { BranchLine.ratio($0.branch.themeActivity) }, element: { .of($0.branch.themeActivity.state) },
                text: \.words.themeActivity
            ).showing(\.faces.themeActivity).opening(.themeActivities),
            .init(
                TableColumn(localized("五个一", "Five ones"), minimum: 10 + BranchLine.progressWidth),
                by: { BranchLine.ratio($0.branch.fiveOnes) }, element: { .of($0.branch.fiveOnes.state) },
                text: \.words.fiveOnes
            ).showing(\.faces.fiveOnes).opening(.fiveOnes),
            .init(
                TableColumn(localized("党日缺", "No p.day"), minimum: 6),
                by: { -$0.missingPartyDays.count }, text: \.words.partyDays
            ).showing(\.faces.partyDays).opening(.partyDays),
            .init(
                TableColumn(localized("户覆盖%", "Households%"), minimum: 11, ideal: 13, alignment: .right),
                by: { $0.branch.households.permille ?? 1_001 },
                text: \.branch.households.figure
            ).showing(\.faces.households).opening(.households),
            .init(
                TableColumn(localized("党员覆盖%", "Members%"), minimum: 11, ideal: 13, alignment: .right, dropOrder: 1),
                by: { $0.branch.members.permille ?? 1_001 },
                text: \.branch.members.figure
            ).showing(\.faces.members).opening(.members),
            .number(localized("走访", "Home"), minimum: 4, dropOrder: 2, \.branch.visitedThisMonth).opening(.visited),
            .init(
                TableColumn(localized("受访", "Vis."), minimum: 4, alignment: .right, dropOrder: 3),
                by: \.branch.visitsReceived
            ) { $0.branch.standing == .existing ? String($0.branch.visitsReceived) : "—" }.opening(.visitsReceived),
            .number(localized("合作社", "Coops"), minimum: 6, dropOrder: 4, \.branch.cooperatives.active).opening(
                .cooperatives),
        ]
    }
}

/// A branch as a line of the overview.
struct BranchLine: Sendable {
    let branch: StatusReport.BranchStatus
    let asOf: Day
    /// The finished periods without 主题党日, and the running one in its last days.
    let missingPartyDays: [Span]
    /// What the columns of more than a number say, and what their cells show; made once, because every key draws every line.
    fileprivate let words: (themeActivity: String, fiveOnes: String, partyDays: String)
    fileprivate let faces:
        (themeActivity: CellFace, fiveOnes: CellFace, partyDays: CellFace, households: CellFace, members: CellFace)

    init(branch: StatusReport.BranchStatus, asOf: Day) {
        self.branch = branch
        self.asOf = asOf
        let missing = branch.partyDays.filter(\.isMissing)
        missingPartyDays = missing.map(\.span)
        words = (
            branch.standing.absence ?? BranchLine.text(branch.themeActivity), BranchLine.fiveOnes(of: branch),
            branch.standing == .existing ? BranchLine.text(missingPartyDays, of: branch.partyDays.count) : "—"
        )
        let isAsked = branch.fiveOnes.target > 0
        faces = (
            CellFace(text: branch.standing.absence ?? BranchLine.short(branch.themeActivity)),
            CellFace(
                text: isAsked
                    ? BranchLine.short(branch.fiveOnes, in: BranchLine.progressWidth)
                    : branch.standing == .existing || branch.open == 0 ? "-" : words.fiveOnes,
                bar: isAsked ? Bar(inRows: branch.fiveOnes, asOf: asOf) : nil, textWidth: BranchLine.progressWidth),
            branch.standing == .existing
                ? BranchLine.months(missing) ?? CellFace(text: words.partyDays) : CellFace(text: "-"),
            BranchLine.face(branch.households),
            BranchLine.face(branch.members)
        )
    }

    /// The cells of a number against its target and its mark, `120/150滞`.
    fileprivate static let progressWidth = localized(9, 10)

    /// `4/15滞`, `18/25`; `-` where nothing is asked and nothing was done.
    private static func short(_ progress: Progress) -> String {
        progress.target == 0 && progress.done == 0 ? "-" : progress.fraction + progress.state.mark
    }

    /// The same with its number on its last digit: the mark, or what it would take, stands behind.
    private static func short(_ progress: Progress, in width: Int) -> String {
        let blanks = width - progress.fraction.utf8.count - localized(2, 5)
        let number = String(repeating: " ", count: max(0, blanks)) + progress.fraction
        return number + progress.state.mark
    }

    /// The months without 主题党日, each a digit in its place, as `1 3  6`; nil where the periods are longer.
    ///
    /// A digit alone: 10, 11 and 12 are 0, 1 and 2 in their places.
    private static func months(_ missing: [AskedPeriod]) -> CellFace? {
        guard missing.allSatisfy({ $0.span.period == .month }) else { return nil }
        var face = CellFace()
        for period in missing {
            let month = period.span.last.month
            face.text += String(repeating: " ", count: month - 1 - face.text.utf8.count) + String(month % 10)
            face.marks.append((month - 1, period.progress.state == .overdue ? .markMissing : .dueSoon))
        }
        return face
    }

    /// `66/78  84.6`, the rates of all lines below one another; `-` for no one in scope.
    private static func face(_ coverage: Coverage) -> CellFace {
        if coverage.inScope == 0 { return CellFace(text: "-") }
        let rate = coverage.percentage.dropLast()
        var face = CellFace(text: coverage.fraction + String(repeating: " ", count: max(1, 6 - rate.count)))
        let element = Element.of(coverage)
        if element != .text { face.marks = (0..<rate.count).map { (face.text.utf8.count + $0, element) } }
        face.text += rate
        return face
    }

    /// What Enter opens on the name.
    var place: Route {
        branch.standing == .township ? .figure(Figure(.members, of: branch.subject)) : .branch(branch.code)
    }

    fileprivate static func ratio(_ progress: Progress) -> Int {
        progress.target == 0 ? .max : progress.done * 1_000 / progress.target
    }

    private static func text(_ progress: Progress) -> String {
        progress.target == 0 && progress.done == 0
            ? progress.state.title : "\(progress.fraction) \(progress.state.title)"
    }

    /// In one that is no more what is still open stands in their place.
    private static func fiveOnes(of branch: StatusReport.BranchStatus) -> String {
        if branch.standing == .existing || branch.fiveOnes.target > 0 { return text(branch.fiveOnes) }
        return branch.open == 0 ? "—" : localized("在办 \(branch.open)", "\(branch.open) open")
    }

    /// `齐`, or the months missing, or how many where they would not fit; of so many periods.
    ///
    /// A month and a number are told apart by their unit.
    private static func text(_ missing: [Span], of periods: Int) -> String {
        if missing.isEmpty { return periods == 0 ? ProgressState.notApplicable.title : localized("齐", "all") }
        let periods = localized("缺\(short(missing))", "no \(short(missing))")
        return periods.count <= localized(5, 6) ? periods : localized("缺\(missing.count)次", "\(missing.count) gaps")
    }

    /// `2、5月`, `2季`, `年`.
    private static func short(_ missing: [Span]) -> String {
        let units = missing.map { span in
            switch span.period {
            case .month, .once: localized("\(span.last.month)月", Month.english[span.last.month - 1])
            case .quarter: localized("\((span.last.month + 2) / 3)季", "Q\((span.last.month + 2) / 3)")
            case .year: localized("年", "year")
            }
        }
        // The unit is said once.
        return units.dropLast().map { localized(String($0.dropLast()) + "、", $0 + ",") }.joined() + (units.last ?? "")
    }

    /// The more, the worse: overdue and behind first, then what is missing.
    fileprivate var badness: Int {
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

extension RowList<BranchLine>.Column {
    /// The column with the branch's figure of a kind behind each cell.
    fileprivate func opening(_ kind: Figure.Kind) -> Self { opening { $0.branch.figures[kind]?.figure } }
}

extension StatusReport.BranchStatus {
    /// How far the branch has come in what a figure counts and a method asks for; nil for any other figure.
    func progress(of kind: Figure.Kind) -> Progress? {
        switch kind {
        case .themeActivities: themeActivity
        case .fiveOnes: fiveOnes
        // Of no other figure a branch has a number to reach within the year.
        default: nil
        }
    }
}
