import PartyWork
import TerminalUI

/// The branches of the overview, each with its figures.
///
/// One figure is on stage: its column has bars, and the tiles and the columns by month show it too.
struct BranchLinesPane: CellPane {
    /// The figures that may be on stage, the usual one first.
    static let staged: [Figure.Kind] = [.fiveOnes, .households, .members, .themeActivities]

    var list: RowList<BranchLine> = list(showing: staged[0], months: 0)
    var chosenCell = 0
    /// The figure on stage.
    private(set) var stage = staged[0]

    var name: String { localized("支部", "branches") }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? {
        list.selected.map { BranchGlance($0.branch, asOf: context.asOf, showing: stage.measure) }
    }

    func empty(_ context: Context) -> String {
        localized(
            "这个范围内没有支部；按 ^G 换范围，或在名册（7）登记支部", "No branch here: ^G changes the scope, (7) adds branches")
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let place = list.figure(in: chosenCell).map { Route.figure($0) } ?? list.selected?.place
        let open = Binding<Self>(.open, on: place, orElse: localized("没有支部", "no branch")) { [.open($0)] }
        let stage = Binding<Self>(.stage) { pane in
            let place = BranchLinesPane.staged.firstIndex(of: pane.stage) ?? 0
            pane.show(BranchLinesPane.staged[(place + 1) % BranchLinesPane.staged.count])
            return [.notice(localized("图上是：\(pane.stage.title)", "On the charts: \(pane.stage.title)"))]
        }
        return [open] + listBindings + worst + [stage]
    }

    /// Shows the branches of a report.
    mutating func load(_ branches: [StatusReport.BranchStatus], asOf day: Day) {
        list.show(columnsAs: BranchLinesPane.list(showing: stage, months: day.month))
        let largest = branches.compactMap { $0.coverage(of: stage)?.gap }.max() ?? 0
        list.load(branches.map { BranchLine(branch: $0, asOf: day, showing: stage, largestGap: largest) })
    }

    /// Puts a figure on stage.
    private mutating func show(_ figure: Figure.Kind) {
        stage = figure
        if let day = list.allRows.first?.asOf { load(list.allRows.map(\.branch), asOf: day) }
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[name + ".stage"] = stage == BranchLinesPane.staged[0] ? nil : stage.token
        keepCell(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        BranchLinesPane.staged.first { $0.token == kept[name + ".stage"] }.map { show($0) }
        restoreCell(name, from: kept)
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

    /// - Parameter months: those of the year so far, which may be missing.
    private static func list(showing stage: Figure.Kind, months: Int) -> RowList<BranchLine> {
        RowList<BranchLine>(
            columns(showing: stage, months), identity: \.branch.code.digits,
            searched: { "\($0.branch.code) \($0.branch.name)" }, isWorse: { $0.badness > $1.badness }
        ).onPaper(BranchLine.paper).choosing { $0.branch.standing == .existing }
    }

    private static func columns(showing stage: Figure.Kind, _ months: Int) -> [RowList<BranchLine>.Column] {
        /// The cells of a figure with so many, and with its bar.
        func width(_ kind: Figure.Kind, _ cells: Int) -> Int { kind == stage ? BranchLine.staged(kind) : cells }
        return [
            .init(TableColumn(localized("支部", "Branch"), minimum: 10, ideal: 20), named: .thing, \.branch.title),
            .init(
                TableColumn(localized("主题", "Theme"), minimum: width(.themeActivities, localized(6, 8))),
                by: { BranchLine.ratio($0.branch.themeActivity) }, element: { .of($0.branch.themeActivity.state) },
                text: \.words.themeActivity
            ).showing(\.faces.themeActivity).opening(.themeActivities),
            .init(
                TableColumn(localized("五个一", "Five ones"), minimum: width(.fiveOnes, localized(7, 9))),
                by: { BranchLine.ratio($0.branch.fiveOnes) }, element: { .of($0.branch.fiveOnes.state) },
                text: \.words.fiveOnes
            ).showing(\.faces.fiveOnes).opening(.fiveOnes),
            .init(
                TableColumn(localized("党日缺", "No p.day"), minimum: max(6, months)),
                by: { -$0.missingPartyDays.count }, text: \.words.partyDays
            ).showing(\.faces.partyDays).opening(.partyDays),
            .init(
                TableColumn(
                    localized("户覆盖%", "Households%"), minimum: width(.households, 11), ideal: width(.households, 13),
                    alignment: .right),
                by: { $0.branch.households.permille ?? 1_001 },
                text: \.branch.households.figure
            ).showing(\.faces.households).opening(.households),
            .init(
                TableColumn(
                    localized("党员覆盖%", "Members%"), minimum: width(.members, 11), ideal: width(.members, 13),
                    alignment: .right, dropOrder: stage == .members ? 0 : 1),
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

    /// - Parameters:
    ///   - stage: The figure on stage, which has a bar.
    ///   - largestGap: The longest of the bars, where they show what is missing.
    init(branch: StatusReport.BranchStatus, asOf: Day, showing stage: Figure.Kind, largestGap: Int) {
        self.branch = branch
        self.asOf = asOf
        let missing = branch.partyDays.filter(\.isMissing)
        missingPartyDays = missing.map(\.span)
        words = (
            branch.standing.absence ?? BranchLine.text(branch.themeActivity), BranchLine.fiveOnes(of: branch),
            branch.standing == .existing ? BranchLine.text(missingPartyDays, of: branch.partyDays.count) : "—"
        )
        /// What a cell of progress shows, with a bar on stage.
        func progress(_ kind: Figure.Kind, _ progress: Progress, unasked: String) -> CellFace {
            guard progress.target > 0 else { return CellFace(text: unasked) }
            guard kind == stage else { return CellFace(text: BranchLine.short(progress)) }
            return CellFace(
                text: BranchLine.short(progress, in: BranchLine.progressWidth), bar: Bar(inRows: progress, asOf: asOf),
                textWidth: BranchLine.progressWidth)
        }
        let (theme, absence) = (branch.themeActivity, branch.standing.absence)
        let isCounted = branch.standing == .existing || branch.open == 0
        faces = (
            absence.map { CellFace(text: $0) }
                ?? progress(.themeActivities, theme, unasked: BranchLine.short(theme)),
            progress(.fiveOnes, branch.fiveOnes, unasked: isCounted ? "-" : words.fiveOnes),
            branch.standing == .existing
                ? BranchLine.months(missing) ?? CellFace(text: words.partyDays) : CellFace(text: "-"),
            BranchLine.face(branch.households, of: stage == .households ? largestGap : nil),
            BranchLine.face(branch.members, of: stage == .members ? largestGap : nil)
        )
    }

    /// The cells of a number against its target and its mark, `120/150滞`.
    private static var progressWidth: Int { localized(9, 10) }
    /// The cells of what is missing with a blank before and behind it, and of a coverage in numbers, `缺12 66/78  84.6`.
    private static var gapWidth: Int { localized(7, 6) }
    private static let coverageWidth = 13

    /// The least cells of the column of a figure on stage: a bar and what stands behind it; that of a coverage leaves whole names to the
    /// branches on the broadest screens.
    fileprivate static func staged(_ kind: Figure.Kind) -> Int {
        [.households, .members].contains(kind) ? 9 + gapWidth + coverageWidth : 10 + progressWidth
    }

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
            face.marks.append((month - 1, period.progress.state == .overdue ? .markMissing : .cellDueSoon))
        }
        return face
    }

    /// `66/78  84.6`, the rates of all lines below one another; `-` for no one in scope.
    ///
    /// - Parameter largest: the largest gap of all lines, where what is missing is on stage: a cell of the bar for each missing
    ///   one, or its share of that, and its number; nil where it is not.
    private static func face(_ coverage: Coverage, of largest: Int?) -> CellFace {
        if coverage.inScope == 0 { return CellFace(text: "-") }
        let rate = coverage.percentage.dropLast()
        let numbers = coverage.fraction + String(repeating: " ", count: max(1, 6 - rate.count)) + rate
        var face = CellFace(text: numbers)
        if let largest {
            let isWhole = coverage.gap == 0
            let word = isWhole ? localized("齐", "all") : localized("缺\(coverage.gap)", "-\(coverage.gap)")
            let cells = isWhole ? localized(2, 3) : localized(2, 1) + String(coverage.gap).count
            face.textWidth = gapWidth + coverageWidth
            let blanks = max(1, face.textWidth - 1 - cells - numbers.count)
            face.text = " " + word + String(repeating: " ", count: blanks) + numbers
            face.bar = Bar(missing: coverage.gap, largest: largest, .barMissing)
        }
        let element = Element.of(coverage)
        let width = largest == nil ? numbers.count : face.textWidth
        if element != .text { face.marks = (width - rate.count..<width).map { ($0, element) } }
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

    /// Whom a figure counts among all that it should; nil for any other figure.
    func coverage(of kind: Figure.Kind) -> Coverage? {
        switch kind {
        case .households: households
        case .members: members
        default: nil
        }
    }
}

extension Figure.Kind {
    /// What is told of it month by month; nil where nothing is.
    var measure: TrendReport.Measure? {
        switch self {
        case .households: .householdGap
        case .members: .memberGap
        case .visited: .homeVisits
        case .visitors: .visitsReceived
        case .themeActivities, .themeVillages: .themeActivities
        case .partyDay, .partyDays: .partyDays
        default: nil
        }
    }
}
