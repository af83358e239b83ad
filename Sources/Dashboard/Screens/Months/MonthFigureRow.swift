import PartyWork
import TerminalUI

/// The figures of a month, each opening what is behind it.
struct MonthFiguresPane: RowPane {
    var list = MonthFiguresPane.rows
    private var report: MonthReport?

    var name: String { localized("数字", "Figures") }
    func empty(_ context: Context) -> String { localized("没有数字", "No figures") }
    func definition(_ context: Context) -> String? { list.selected?.definition(context) }

    mutating func load(_ report: MonthReport) {
        self.report = report
        list.load(MonthFigureRow.all(of: report))
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (row, report) = (list.selected, report)
        let open = Binding<Self>(.open, .rows) { _ in
            report.flatMap { row?.commands($0, context) } ?? []
        }
        return [open] + listBindings
    }

    func printed(_ context: Context) -> [Printout.Item] {
        report.map {
            [
                list.printed(
                    localized("月报数字", "Figures of the month"), of: $0.name, scope: Scope($0.code),
                    filters: [$0.month.title, $0.standing], rule: nil)
            ]
        } ?? []
    }

    private static var rows: RowList<MonthFigureRow> {
        RowList(
            [
                .init(TableColumn(localized("项目", "Figure"), minimum: 16, ideal: 20), text: \.title),
                .init(
                    TableColumn(localized("现在", "Now"), minimum: 8, ideal: 14, alignment: .right), element: \.element,
                    text: \.now),
                .init(
                    TableColumn(localized("签收时", "Signed"), minimum: 8, ideal: 14, alignment: .right), text: \.signed),
                .init(TableColumn(localized("说明", "Remark"), minimum: 10, ideal: 20, share: 1), text: \.note),
            ], identity: { String($0.figure.rawValue) }, searched: { "\($0.title) \($0.note)" })
    }
}

/// A figure of a month as a line: by today's knowledge, and as it was signed.
struct MonthFigureRow: Sendable {
    let figure: MonthFigure
    let now: String
    /// Empty where nothing was signed.
    let signed: String
    let note: String
    let element: Element

    /// The figures in the order of the list; a coverage is one line.
    static func all(of report: MonthReport) -> [MonthFigureRow] {
        MonthFigure.allCases.filter { $0 != .householdsInScope && $0 != .membersInScope }.map {
            MonthFigureRow($0, report)
        }
    }

    private init(_ figure: MonthFigure, _ report: MonthReport) {
        self.figure = figure
        now = MonthFigureRow.text(figure, report.figures)
        signed = report.signed?.figures.map { MonthFigureRow.text(figure, $0) } ?? ""
        let hasShifted = report.shifted.contains { MonthFigureRow.line($0) == figure }
        let lack = MonthFigureRow.lack(figure, report)
        note = [hasShifted ? localized("与签收不同", "differs from signed") : "", lack ?? ""].filter { !$0.isEmpty }.joined(
            separator: localized("；", "; "))
        element = hasShifted ? .pending : lack == nil ? .text : MonthFigureRow.element(figure, report)
    }

    /// How a figure looks that lacks something.
    private static func element(_ figure: MonthFigure, _ report: MonthReport) -> Element {
        switch figure {
        case .partyDay: report.missingPartyDay.map { .of($0) } ?? .text
        case .papersMissing: .pending
        case .householdsCovered, .membersCovered: .uncovered
        // Nothing is owed of the others.
        default: .text
        }
    }

    /// The line on which a figure stands.
    private static func line(_ figure: MonthFigure) -> MonthFigure {
        switch figure {
        case .householdsInScope: .householdsCovered
        case .membersInScope: .membersCovered
        default: figure
        }
    }

    var title: String {
        switch figure {
        case .researchVisit: localized("专题调研（受访）", "Research visits")
        case .householdsCovered: localized("户结对", "Households covered")
        case .householdsVisited: localized("当月走访户", "Households visited")
        case .membersCovered: localized("党员结对", "Members covered")
        default: figure.title
        }
    }

    private static func text(_ figure: MonthFigure, _ figures: MonthFigures) -> String {
        switch figure {
        case .householdsCovered: figures.households.figure
        case .membersCovered: figures.members.figure
        default: String(figures[figure])
        }
    }

    /// What is missing from it, in words; nil if nothing.
    private static func lack(_ figure: MonthFigure, _ report: MonthReport) -> String? {
        let figures = report.figures
        let gap: Int
        switch figure {
        case .partyDay:
            return report.missingPartyDay.map {
                localized("\($0.title)：还没有开", "\($0.title): not held")
            }
        case .papersMissing: return figures[figure] > 0 ? localized("等材料", "waits for papers") : nil
        case .late: return figures[figure] > 0 ? localized("月后登记", "entered after the month") : nil
        case .householdsCovered: gap = figures.households.gap
        case .membersCovered: gap = figures.members.gap
        // Nothing is owed of the others.
        default: return nil
        }
        return gap > 0 ? "\(Gap.State.uncovered.title) \(gap)" : nil
    }

    /// The rule of the figure (口径).
    func definition(_ context: Context) -> String? {
        switch figure {
        case .papersMissing:
            localized(
                "材料待补＝当月计入的活动中材料未齐的件数；待补照计",
                "Papers missing = counted activities of the month whose papers are not complete")
        case .late:
            localized(
                "补录＝这个月过后才登记的；导入的不知哪天登记，不算补录",
                "Late entries = entered after the month; imports have no day of entry and are never late")
        case .householdsCovered: Definition.householdCoverage
        case .membersCovered: Definition.memberCoverage
        case .householdsVisited: Definition.visited
        case .researchVisit: Definition.visitsReceived
        default: figure.kind.flatMap { context.requirements.rule(of: $0, on: context.asOf) }
        }
    }

    /// The rows behind the figure, as of the day of which the month speaks.
    func commands(_ report: MonthReport, _ context: Context) -> [Command] {
        var filter = ActivityFilter(
            organization: report.code, organizationName: report.name, kinds: figure.kind.map { [$0] } ?? [],
            month: report.month.number, only: .counted)
        switch figure {
        case .householdsCovered, .membersCovered:
            let side: PairingSide = figure == .membersCovered ? .members : .households
            return report.asOf.shown(context, exactly: true)
                + [.open(.pairingList(report.code, name: report.name, side: side))]
        case .papersMissing: filter.only = .papersMissing
        case .late: filter.only = .late
        case .householdsVisited: filter.kinds = [.homeVisit]
        // The filter has the kind of all others.
        default: break
        }
        return report.asOf.shown(context, exactly: false) + [.open(.activities(filter))]
    }
}

extension Day {
    /// Moves the as-of date here where what is opened would speak of another day, or of another year.
    fileprivate func shown(_ context: Context, exactly: Bool) -> [Command] {
        let isShown = exactly ? context.asOf == self : context.asOf.year == year && context.asOf >= self
        return isShown ? [] : [.asOf(self)]
    }
}
