import PartyWork
import TerminalUI

extension Route {
    static var checklists: Route { Route("checklists") { SoloScreen(ChecklistsPane()) } }
}

extension ScreenKind {
    static let checklists = ScreenKind(localized("清单", "Checklists"), .checklists).telling(
        localized(
            "工作法和自己立的清单：要什么、问谁、办了多少；打开看谁还没办",
            "the methods and the office's own lists: what is asked of whom, and how much is done"))
}

extension Tab {
    static let checklists = Tab("checklists", "清单", "Lists", brief: (nil, "List"), words: ["任务", "要求", "应办"]) { _ in
        .checklists
    }
}

/// The checklists that officers defined, with their figures.
struct ChecklistsQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> ChecklistReport {
        try ledger.checklists(asOf: asOf, scope: scope)
    }
}

/// 清单: the built-in methods and the officers' own checklists, how far each has come.
///
/// Enter opens those whom it asks, and who is missing.
struct ChecklistsPane: SoloPane {
    /// A method or a checklist.
    struct Row: Sendable {
        let name: String
        let subject: String
        let asks: String
        let dueOn: Day?
        let rule: String
        /// Nil where they are not shown.
        let figures: ChecklistFigures?
        let standing: String
        /// Nil for a built-in method.
        let checklist: Checklist?
        let opens: Route
        /// What a built-in method asks for; nil for a checklist.
        var target: MethodTarget?

        var dueText: String { dueOn?.description ?? "" }
    }

    /// Nil until the ledger has answered.
    private var methods: [Row]?
    private var report: ChecklistReport?
    var list = RowList<Row>(
        ChecklistsPane.columns, identity: { $0.checklist?.id.text ?? $0.name },
        searched: { "\($0.checklist?.id.text ?? "") \($0.name) \($0.subject)" })

    var name: String { localized("清单汇总", "Checklists") }

    func title(_ context: Context) -> String { localized("清单  \(position)", "Checklists  \(position)") }

    func empty(_ context: Context) -> String { localized("没有清单；按 F5 新立一份", "No checklist: F5 makes one") }
    func definition(_ context: Context) -> String? { list.selected?.rule }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { ChecklistGlance($0, asOf: context.asOf) } }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(StatusQuery(scope: context.scope, asOf: context.asOf)) { pane, report in
                pane.methods = report.methods.map { Row($0) }
                pane.load()
            },
            Need(ChecklistsQuery(scope: context.scope, asOf: context.asOf)) { pane, report in
                pane.report = report
                pane.load()
            },
        ]
    }

    /// Only when both are in, or a row to come back to would not be found.
    private mutating func load() {
        guard let methods, let report else { return }
        // The list of visits to poor households, where they are asked for.
        let visits = report.lines.last { $0.checklist.isMethod }?.checklist.id
        list.load(
            methods + [Row(report.homeVisits, opens: visits.map { .checklist($0) })]
                + report.lines.filter { !$0.checklist.isMethod }.map { Row($0) })
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let row = list.selected
        let nothing = localized("没有清单", "no checklist")
        let isMethod = row?.checklist == nil
        return [
            Binding(.open, on: row, orElse: nothing) { [.open($0.opens)] },
            Binding(.add, .newChecklist) { pane in
                [.form(.newChecklist(after: pane.list.allRows.compactMap { $0.checklist?.id.text }, context))]
            },
            Binding(.edit, isMethod ? .requirement : nil, on: row, orElse: nothing) { row in
                if let target = row.target { return [.form(.requirement(target, context))] }
                return row.checklist.map { [.form(.correct($0))] } ?? []
            },
            Binding(
                .datedChange, .endChecklist, on: row?.checklist,
                orElse: localized("工作法不截止；要停用，按 F4 把次数改为 0", "a method has no end; F4 sets its number to 0")
            ) { [.form(.end($0, context))] },
        ] + listBindings
    }

    func printed(_ context: Context) -> [Printout.Item] { [list.printed(name, rule: nil)] }
}

extension ChecklistsPane.Row {
    fileprivate init(_ method: MethodLine, opens: Route? = nil) {
        self.init(
            name: method.title, subject: method.subject, asks: method.asks, dueOn: nil, rule: method.rule,
            figures: method.figures,
            standing: method.target.count == 0
                ? method.target.asks : method.figures.state?.title ?? localized("无对象", "nobody asked"),
            checklist: nil, opens: opens ?? .figure(Figure(method.method.figure)), target: method.target)
    }

    fileprivate init(_ line: ChecklistReport.Line) {
        let list = line.checklist
        self.init(
            name: list.name, subject: list.askedRegister ?? list.subject.title,
            asks: list.period == .once && list.count == 1
                ? localized("一次", "once")
                : localized("\(list.period.title) \(list.count) 次", "\(list.period.title) \(list.count)"),
            dueOn: list.endsOn, rule: "\(list.id)  \(list.rule)", figures: line.figures, standing: line.standing,
            checklist: list, opens: .checklist(list.id))
    }
}

extension ChecklistsPane {
    private static var columns: [RowList<Row>.Column] {
        [
            .init(TableColumn(localized("清单", "Checklist"), minimum: 14, ideal: 24, share: 1), named: .thing, \.name),
            .init(
                TableColumn(localized("对象", "Of"), minimum: localized(8, 16), ideal: localized(12, 16)), by: \.subject,
                text: \.subject),
            .init(TableColumn(localized("要求", "How often"), minimum: 9, ideal: 11, dropOrder: 1), text: \.asks),
            .init(TableColumn(localized("截止", "Until"), minimum: 10, dropOrder: 2), by: \.dueText, text: \.dueText),
            .init(
                TableColumn(localized("完成", "Done"), minimum: 9, alignment: .right), by: { $0.figures?.done ?? -1 },
                text: { $0.figures.map { "\($0.done)/\($0.total)" } ?? "-" }),
            .number(localized("免除", "Waived"), minimum: 4, dropOrder: 3, \.figures?.waived),
            .number(localized("未办", "Open"), minimum: 5, \.figures?.open),
            .init(
                TableColumn(localized("状态", "State"), minimum: localized(6, 9)), element: { .of($0.figures?.state) },
                text: \.standing),
        ]
    }
}
