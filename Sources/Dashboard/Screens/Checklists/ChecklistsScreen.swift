import PartyWork
import TerminalUI

/// 清单: the built-in methods and the officers' own checklists, how far each has come. Enter opens those whom it asks, and
/// who is missing.
struct ChecklistsScreen: Screen {
    /// A method or a checklist.
    fileprivate struct Row: Sendable {
        let name: String
        let subject: String
        let asks: String
        let dueOn: Day?
        let rule: String
        let figures: ChecklistFigures
        let standing: String
        /// Nil for a built-in method.
        let checklist: Checklist?
        let opens: Place
        /// What a built-in method asks for; nil for a checklist.
        var target: MethodTarget?

        var dueText: String { dueOn?.description ?? "" }
    }

    /// Nil until the ledger has answered.
    private var methods: [Row]?
    private var own: [Row]?
    /// How often poor households are visited, and the list of them where that is asked for.
    private var visits: MethodLine?
    private var visitList: Checklist.ID?
    private var list = RowList<Row>(
        ChecklistsScreen.columns, identity: { $0.checklist?.id.text ?? $0.name },
        searched: { "\($0.checklist?.id.text ?? "") \($0.name) \($0.subject)" })

    func title(_ context: Context) -> String { "清单  \(list.position)" }

    func questions(_ context: Context) -> [Question] {
        [.status(context.scope, asOf: context.asOf), .checklists(context.scope, asOf: context.asOf)]
    }

    mutating func receive(_ answer: Answer, _ context: Context) {
        switch answer {
        case .status(let report): methods = report.methods.map { Row($0) }
        case .checklists(let report):
            visits = report.homeVisits
            own = report.lines.filter { !$0.checklist.isMethod }.map { Row($0) }
            visitList = report.lines.last { $0.checklist.isMethod }?.checklist.id
        default: break
        }
        // Only when both are in, or a row to come back to would not be found.
        if let methods, let own, let visits {
            list.load(methods + [Row(visits, opens: visitList.map { .checklist($0) })] + own)
        }
    }

    func offers(_ context: Context) -> [Offer] {
        let isMethod =
            list.selected?.checklist == nil
            ? localized("工作法不截止；要停用，按 F4 把次数改为 0", "A method has no end; set its number to 0 with F4") : nil
        return [
            Offer(.open, unavailable: list.selected == nil ? "没有清单" : nil), Offer(.add, "新清单"),
            Offer(
                .edit, isMethod == nil ? nil : localized("改要求", "Requirement"),
                unavailable: list.selected == nil ? localized("没有清单", "no checklist") : nil),
            Offer(.mark, "截止", unavailable: isMethod),
        ] + list.offers
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return list.selected.map { [.open($0.opens)] } ?? []
        case .add: return [.form(.newChecklist(after: (own ?? []).compactMap { $0.checklist?.id.text }, context))]
        case .edit:
            if let target = list.selected?.target { return [.form(.requirement(target, context))] }
            return list.selected?.checklist.map { [.form(.correct($0))] } ?? []
        case .mark: return list.selected?.checklist.map { [.form(.end($0, context))] } ?? []
        default: return list.perform(action) ?? []
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        list.handle(key, page: list.page(in: context.body.rows))
    }

    var isTyping: Bool { list.isTyping }

    var notes: Notes {
        var notes = Notes()
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) { list.restore("list", from: notes) }

    func definition(_ context: Context) -> String? { list.selected?.rule }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        list.draw(on: &frame, top: 0, rows: frame.size.rows, context, empty: "没有清单；按 F5 新立一份")
        return frame
    }
}

extension ChecklistsScreen.Row {
    fileprivate init(_ method: MethodLine, opens: Place? = nil) {
        self.init(
            name: method.title, subject: method.subject, asks: method.asks, dueOn: nil, rule: method.rule,
            figures: method.figures,
            standing: method.target.count == 0 ? method.target.asks : method.figures.state?.title ?? "无对象",
            checklist: nil,
            opens: opens ?? .figure(Figure(kind: .of(method.method))), target: method.target)
    }

    fileprivate init(_ line: ChecklistReport.Line) {
        let list = line.checklist
        self.init(
            name: list.name, subject: list.subject.rawValue,
            asks: list.period == .once && list.count == 1 ? "一次" : "\(list.period.rawValue) \(list.count) 次",
            dueOn: list.endsOn, rule: "\(list.id)  \(list.rule)", figures: line.figures, standing: line.standing,
            checklist: list, opens: .checklist(list.id))
    }
}

extension Figure.Kind {
    /// What a method asks, as a figure of the scope.
    fileprivate static func of(_ method: PartyWork.Method) -> Self {
        switch method {
        case .visits: .visitors
        case .themeActivity: .themeVillages
        case .fiveOnes: .fiveOnes
        case .partyDay: .partyDays
        // Where nothing is asked for, the households with their last visits.
        case .homeVisits: .visited
        }
    }
}

extension ChecklistsScreen {
    private static var columns: [RowList<Row>.Column] {
        [
            .init(TableColumn("清单", minimum: 14, ideal: 24, share: 1), by: \.name) { $0.name },
            .init(TableColumn("对象", minimum: 8), by: \.subject) { $0.subject },
            .init(TableColumn("要求", minimum: 9, ideal: 11)) { $0.asks },
            .init(TableColumn("截止", minimum: 10), by: \.dueText, text: \.dueText),
            .init(TableColumn("完成", minimum: 9, alignment: .right), by: \.figures.done) {
                "\($0.figures.done)/\($0.figures.total)"
            },
            .init(TableColumn("免除", minimum: 4, alignment: .right), by: \.figures.waived) { "\($0.figures.waived)" },
            .init(TableColumn("未办", minimum: 5, alignment: .right), by: \.figures.open) { "\($0.figures.open)" },
            .init(TableColumn("状态", minimum: 6), element: { .of($0.figures.state) }, text: \.standing),
        ]
    }
}
