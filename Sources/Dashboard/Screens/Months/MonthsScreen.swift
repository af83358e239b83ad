import Papers
import PartyWork
import TerminalUI

extension Place {
    static var months: Place { Place("months") { MonthsScreen() } }
}

extension ScreenKind {
    static let months = ScreenKind(localized("月报", "Months"), .months)
}

extension Tab {
    static let months = Tab("months", "月报", "Months", brief: (nil, "Mon.")) { _ in .months }
}

/// 月报: a year of all branches, a cell for each month, selected with the four arrows. It reads without colour: the first
/// character says how far the month's work has come, the second where its report stands.
struct MonthsScreen: Screen {
    private var map: MonthMap?
    private var list = MonthsScreen.list
    /// The selected month, 1 to 12; nil before the officer chose one, when it is the as-of date's.
    private var chosen: Int?

    func title(_ context: Context) -> String {
        let selected =
            way(context).map {
                localized(
                    "  \($0.name) \($0.month.number) 月\($0.state.title)",
                    "  \($0.name) \(Month.english[$0.month.number - 1]) \($0.state.title)")
            } ?? ""
        return localized(
            "月报：\(context.asOf.year) 年\(selected)  \(list.position)",
            "Months of \(context.asOf.year)\(selected)  \(list.position)")
    }

    func questions(_ context: Context) -> [Question] { [.monthMap(context.scope, asOf: context.asOf)] }

    mutating func receive(_ answer: Answer, _ context: Context) {
        guard case .monthMap(let map) = answer else { return }
        self.map = map
        list.load(map.branches)
    }

    func offers(_ context: Context) -> [Offer] {
        guard let way = way(context) else {
            let none = localized("没有支部", "no branch")
            return [Offer(.open, unavailable: none), Offer(.figures, unavailable: none)] + MonthWay.none(none) + [
                Offer(.find)
            ]
        }
        let none =
            submitted(context).isEmpty
            ? localized("\(way.month.title)没有已上报的支部", "no branch submitted \(way.month.title)") : nil
        let early = MonthRules.refusal(.accept, of: way.month, branch: "", in: .submitted, on: context.today)?.text
        return [Offer(.open, localized("看是哪些", "Rows")), Offer(.figures, localized("月报表", "Month"))]
            + way.offers(context)
            + [Offer(.acceptAll, unavailable: none ?? early), Offer(.find)]
    }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        guard let way = way(context) else { return [] }
        switch action {
        case .open:
            let subject = Figure.Subject.month(way.code, name: way.name, way.month)
            return [.open(.figure(Figure(kind: .month, subject: subject)))]
        case .figures: return [.open(.month(way.code, way.month))]
        case .acceptAll: return [.confirm(.acceptAll(submitted(context), of: way.month))]
        default: return way.perform(action) ?? list.perform(action) ?? []
        }
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        if !list.isTyping, key == .left || key == .right {
            chosen = max(1, min(context.asOf.month, month(context) + (key == .left ? -1 : 1)))
            return true
        }
        return list.handle(key, page: list.page(in: context.body.rows))
    }

    var isTyping: Bool { list.isTyping }

    mutating func endSearch() { list.endSearch() }

    func definition(_ context: Context) -> String? {
        localized(
            "未:没有活动 部:缺党日或材料 全:齐 报:已上报 签:已接收 退:已退回 重:已重开",
            "- nothing  / lacks  + all  S submitted  A accepted  R returned  O reopened")
    }

    var notes: Notes {
        var notes = Notes()
        notes[number: "month"] = chosen
        list.keep("list", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        chosen = notes[number: "month"].flatMap { (1...12).contains($0) ? $0 : nil }
        list.restore("list", from: notes)
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(organization: list.selected?.code, organizationName: list.selected?.name ?? "")
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        guard map != nil else { return frame }
        list.draw(
            on: &frame, top: 0, rows: frame.size.rows, context,
            empty: localized("这个范围内没有支部", "No branch in this scope"),
            cell: list.isTyping ? nil : month(context))
        return frame
    }
}

extension MonthsScreen {
    private func month(_ context: Context) -> Int { min(chosen ?? context.asOf.month, context.asOf.month) }

    /// What the keys act on.
    private func way(_ context: Context) -> MonthWay? {
        guard let branch = list.selected, let cell = branch.cell(month(context)) else { return nil }
        return MonthWay(code: branch.code, name: branch.name, month: cell.month, state: cell.state, work: cell.work)
    }

    /// The branches that have reported the selected month and wait for acceptance.
    private func submitted(_ context: Context) -> [MonthMap.Branch] {
        let month = month(context)
        return list.allRows.filter { $0.cell(month)?.state == .submitted }
    }

    private static var list: RowList<MonthMap.Branch> {
        let name = RowList<MonthMap.Branch>.Column(
            TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 18), named: .thing
        ) {
            $0.name
        }
        // A terminal without room for all leaves off the oldest months first.
        let months = (1...12).map { month in
            RowList<MonthMap.Branch>.Column(
                TableColumn(localized("\(month)月", "\(Month.english[month - 1])"), minimum: 4, dropOrder: 13 - month),
                element: { $0.cell(month)?.state == .returned ? .pending : .text },
                text: { $0.cell(month)?.sign ?? "" })
        }
        return RowList([name] + months, identity: \.code.digits, searched: { "\($0.code) \($0.name)" })
    }
}

extension MonthMap.Branch {
    /// The cell of a month, 1 to 12; nil after the as-of date.
    fileprivate func cell(_ month: Int) -> MonthMap.Cell? {
        cells.indices.contains(month - 1) ? cells[month - 1] : nil
    }
}

// MARK: - Printing

extension MonthsScreen {
    /// The map, the selected branch's forms, and the month's forms of all branches.
    func printout(_ context: Context) -> Printout {
        let map = list.printed(localized("月报", "Monthly reports"), rule: definition(context))
        guard let way = way(context) else { return Printout([map]) }
        let all = PaperRequest(
            .month, in: context.scope, asOf: min(way.month.last, context.asOf), month: way.month)
        return Printout(
            [map] + Printout.papers(ofBranch: way.code, way.name, month: way.month, context)
                + [
                    Printout.papers(
                        all, localized("每个支部一张 \(way.month.title)", "one for each branch, \(way.month.title)"))
                ])
    }
}
