import PartyWork
import TerminalUI

extension Route {
    /// The month of a branch.
    static func month(_ code: Code, _ month: Month) -> Route {
        Route("month", [code.digits, month.description]) { MonthScreen(code, month) }
    }
}

extension ScreenKind {
    static let month = ScreenKind(
        localized("支部月报", "Month of a branch"),
        like: .month("422801100211", Month(Day("2016-05-01") ?? Day.earliest)),
        read: { words in
            guard words.count == 2, let code = Code(word: words[0]), let month = Month(words[1]) else { return nil }
            return .month(code, month)
        }
    ).telling(
        localized(
            "一个支部的一个月：现在的数字、签收时的数字，和还要处理的",
            "a month of a branch: its figures now and as signed, and what is to be seen to"))
}

/// A branch's month with its rows.
struct MonthQuery: Query {
    let branch: Code
    let month: Month
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> MonthDetails { try ledger.month(branch, month, asOf: asOf) }
}

/// The month of a branch: its figures by today's knowledge and as signed, and what is to be seen to.
///
/// Enter opens what is behind.
struct MonthScreen: PanedScreen {
    private let code: Code
    private let month: Month
    private var report: MonthReport?
    var panes = Panes([MonthFiguresPane(), MonthLacksPane()])

    init(_ code: Code, _ month: Month) {
        self.code = code
        self.month = month
    }

    func title(_ context: Context) -> String { "\(report?.name ?? "") \(month.title)  \(panes.current.position)" }

    func ownLayout(_ context: Context) -> PaneLayout { .beside([[0], [1]], of: panes, row: 2, context) }

    func ownNeeds(_ context: Context) -> [Need<Self>] {
        [
            Need(MonthQuery(branch: code, month: month, asOf: max(context.asOf, month.first))) { screen, details in
                screen.report = details.report
                screen.panes.change(MonthFiguresPane.self) { $0.load(details.report) }
                screen.panes.change(MonthLacksPane.self) { $0.load(details) }
            }
        ]
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (own, tab) = (paneBindings(context), stepping())
        let way = report.map { MonthWay($0) }
        let steps: [Binding<Self>] = way?.bindings(context) ?? MonthWay.none(localized("正在读取", "still being read"))
        return own[.open] + steps + [tab.next] + own.without(own[.open]) + [tab.previous]
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(
            organization: code, organizationName: report?.name ?? "", heldOn: report.map { min($0.asOf, context.today) }
        )
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        guard let report else { return false }
        let width = frame.size.columns - 4
        frame.put(report.standing, row: 0, column: 2, maxWidth: width, style: context.style(.screenTitle))
        frame.put(report.way, row: 1, column: 2, maxWidth: width, style: context.style(.muted))
        return true
    }

    /// The branch's monthly and yearly form, and the list with the keys.
    func printout(_ context: Context) -> Printout {
        guard let report else { return Printout() }
        let forms = Printout.papers(ofBranch: code, report.name, month: month, context)
        return Printout(forms + panes.current.printed(context))
    }
}

extension MonthReport {
    /// Where the month stands, and whether it shifted since it was signed.
    var standing: String {
        let differences = shifted.count
        let locked = state == .accepted ? localized("并锁定", " and locked") : ""
        let compared = signed.map {
            localized("；与 \($0.takenOn) 签收时", "; compared with the signature of \($0.takenOn) ")
                + (differences > 0
                    ? localized("有 \(differences) 处不同", "\(plural(differences, "difference"))")
                    : localized("相同", "the same"))
        }
        return localized(
            "\(state.title)\(locked)\(compared ?? "")；截至 \(asOf)，\(figures.work.title)",
            "\(state.title)\(locked)\(compared ?? ""); as of \(asOf), \(figures.work.title)")
    }

    /// What was done with the month, the newest first, with the reasons.
    fileprivate var way: String {
        if steps.isEmpty {
            return localized("还没有上报过；^X 上报，镇里 ^K 接收", "Never submitted; ^X submits, the township accepts by ^K")
        }
        return steps.reversed().map { step in
            localized(
                "\(step.takenOn) \(step.officer)\(step.step.title)\(step.reason.isEmpty ? "" : "：\(step.reason)")",
                "\(step.takenOn) \(step.officer) \(step.step.title)\(step.reason.isEmpty ? "" : ": \(step.reason)")")
        }.joined(separator: localized("；", "; "))
    }
}
