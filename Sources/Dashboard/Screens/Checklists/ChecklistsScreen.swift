import PartyWork
import TerminalUI

extension Place {
    static var checklists: Place { Place("checklists") { ChecklistsScreen() } }
}

extension ScreenKind {
    static let checklists = ScreenKind(localized("清单", "Checklists"), .checklists)
}

extension Tab {
    static let checklists = Tab("checklists", "清单", "Lists", brief: (nil, "List")) { _ in .checklists }
}

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

    func title(_ context: Context) -> String { localized("清单  \(list.position)", "Checklists  \(list.position)") }

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
            ? localized("工作法不截止；要停用，按 F4 把次数改为 0", "a method has no end; F4 sets its number to 0") : nil
        return [
            Offer(.open, unavailable: list.selected == nil ? localized("没有清单", "no checklist") : nil),
            Offer(.add, localized("新清单", "new list")),
            Offer(
                .edit, isMethod == nil ? nil : localized("改要求", "requirement"),
                unavailable: list.selected == nil ? localized("没有清单", "no checklist") : nil),
            Offer(.mark, localized("截止", "end"), unavailable: isMethod),
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

    mutating func endSearch() { list.endSearch() }

    var notes: Notes {
        var notes = Notes()
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) { list.restore("list", from: notes) }

    func definition(_ context: Context) -> String? { list.selected?.rule }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        list.draw(
            on: &frame, top: 0, rows: frame.size.rows, context,
            empty: localized("没有清单；按 F5 新立一份", "No checklist: F5 makes one"))
        return frame
    }
}

extension ChecklistsScreen.Row {
    fileprivate init(_ method: MethodLine, opens: Place? = nil) {
        self.init(
            name: method.title, subject: method.subject, asks: method.asks, dueOn: nil, rule: method.rule,
            figures: method.figures,
            standing: method.target.count == 0
                ? method.target.asks : method.figures.state?.title ?? localized("无对象", "nobody asked"),
            checklist: nil, opens: opens ?? .figure(Figure(kind: .of(method.method))), target: method.target)
    }

    fileprivate init(_ line: ChecklistReport.Line) {
        let list = line.checklist
        self.init(
            name: list.name, subject: list.subject.title,
            asks: list.period == .once && list.count == 1
                ? localized("一次", "once")
                : localized("\(list.period.title) \(list.count) 次", "\(list.period.title) \(list.count)"),
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
            .init(TableColumn(localized("清单", "Checklist"), minimum: 14, ideal: 24, share: 1), named: .thing) {
                $0.name
            },
            .init(TableColumn(localized("对象", "Of"), minimum: localized(8, 16)), by: \.subject) { $0.subject },
            .init(TableColumn(localized("要求", "How often"), minimum: 9, ideal: 11, dropOrder: 1)) { $0.asks },
            .init(TableColumn(localized("截止", "Until"), minimum: 10, dropOrder: 2), by: \.dueText, text: \.dueText),
            .init(TableColumn(localized("完成", "Done"), minimum: 9, alignment: .right), by: \.figures.done) {
                "\($0.figures.done)/\($0.figures.total)"
            },
            .init(
                TableColumn(localized("免除", "Waived"), minimum: 4, alignment: .right, dropOrder: 3),
                by: \.figures.waived
            ) {
                "\($0.figures.waived)"
            },
            .init(TableColumn(localized("未办", "Open"), minimum: 5, alignment: .right), by: \.figures.open) {
                "\($0.figures.open)"
            },
            .init(
                TableColumn(localized("状态", "State"), minimum: localized(6, 9)), element: { .of($0.figures.state) },
                text: \.standing),
        ]
    }
}

// MARK: - Printing

extension ChecklistsScreen {
    func printout(_ context: Context) -> Printout {
        Printout([list.printed(localized("清单汇总", "Checklists"), rule: nil)])
    }
}
