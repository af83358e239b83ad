import PartyWork
import TerminalUI

extension Route {
    static var comparison: Route { Route("comparison") { SoloScreen(ComparisonPane()) } }
}

extension ScreenKind {
    static let comparison = ScreenKind(localized("两天对比", "Two days"), .comparison).telling(
        localized(
            "两天的数字并排看：多了多少、少了多少",
            "the figures of two days beside each other, with the difference"))
}

/// The figures of a scope on two days, of one state of the ledger.
struct ComparisonQuery: Query {
    let scope: Scope
    let before: Day
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [ComparedBranch] {
        let before = try ledger.status(asOf: before, scope: scope).lines
        return try ledger.status(asOf: asOf, scope: scope).lines.map { line in
            ComparedBranch(line, before: before.first { $0.code == line.code })
        }
    }
}

/// 两天对比: each branch's figures on an earlier day and on the as-of date, and the difference, by which the list is sorted.
struct ComparisonPane: SoloPane {
    var list = RowList<ComparedBranch>(
        columns, identity: \.code.digits, searched: { "\($0.code) \($0.name)" },
        isWorse: { $0.difference(.householdGap) > $1.difference(.householdGap) })
    private var since = EarlierDay.monthBefore
    /// So many month ends before the as-of date instead.
    private var monthsBack: Int?
    /// Any other day instead of both.
    private var typed: Day?
    /// What is typed for it; nil while nobody types.
    private var field: TextField?

    private func before(_ context: Context) -> Day {
        typed ?? monthsBack.map { context.asOf.monthEnd(before: $0) } ?? since.day(before: context.asOf)
    }

    func title(_ context: Context) -> String {
        localized(
            "对比：\(before(context)) 到 \(context.asOf)  \(position)",
            "Compared: \(before(context)) to \(context.asOf)  \(position)")
    }

    func empty(_ context: Context) -> String { localized("这个范围内没有支部", "No branch in this scope") }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(ComparisonQuery(scope: context.scope, before: before(context), asOf: context.asOf)) { pane, rows in
                pane.list.load(rows)
            }
        ]
    }

    func definition(_ context: Context) -> String? {
        localized(
            "前一天的数、后一天的数、差；都按今天知道的算；左右键换前一天的月份",
            "The numbers of the first and of the second day and the difference; Left and Right change the month"
        )
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let open = Binding<Self>(.open, on: list.selected, orElse: localized("没有支部", "no branch")) {
            [.open(.branch($0.code))]
        }
        return [
            open, Binding(.nextPane, .otherDay) { $0.step(1) },
            Binding(.previousPane, .otherDayBefore) { $0.step(-1) },
            Binding(.edit, .typeDay) { pane in
                pane.field = TextField("")
                return []
            },
        ] + listBindings + worst
    }

    private mutating func step(_ step: Int) -> [Command] {
        let all = EarlierDay.allCases
        since = all[(since.rawValue + step + all.count) % all.count]
        (monthsBack, typed) = (nil, nil)
        return []
    }

    /// Goes to the end of another month.
    mutating func stepCell(_ step: Int, _ context: Context) -> Bool {
        let current = monthsBack ?? Month(before(context)).count(to: Month(context.asOf))
        monthsBack = max(1, min(TrendReport.length, current - step))
        typed = nil
        return true
    }

    var isTyping: Bool { field != nil || list.isTyping }

    mutating func endSearch() {
        field = nil
        list.endSearch()
    }

    /// The day is typed as in forms: Enter takes one, Esc leaves what was typed.
    mutating func handle(_ key: Key, in size: Size, _ context: Context) -> Bool {
        guard var field else {
            if !list.isTyping, key == .left || key == .right, stepCell(key == .left ? -1 : 1, context) { return true }
            return list.handle(key, page: list.page(in: size.rows - footRows))
        }
        switch key {
        case .escape: self.field = nil
        case .enter:
            guard let day = Day(entered: field.text, today: context.today) else { return true }
            (typed, self.field) = (day, nil)
        default:
            guard field.handle(key) else { return false }
            self.field = field
        }
        return true
    }

    var footRows: Int { 1 }
    func headingRows(_ context: Context) -> Int { 1 }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        let start = frame.put(localized("前一天", "First day"), row: 0, column: 2, style: context.style(.fieldLabel)) + 1
        ChoiceLine(words: EarlierDay.allCases.map(\.title)) {
            typed == nil && monthsBack == nil && $0 == since.rawValue
        }
        .draw(on: &frame, row: 0, column: start, context)
        guard let field else { return true }
        let label = localized("日期：", "Day: ")
        frame.put(String(repeating: " ", count: frame.size.columns), row: 0, column: 0)
        let column = frame.put(label, row: 0, column: 2, style: context.style(.fieldLabel))
        let (text, cursor) = field.shown(14, textWidth: context.textWidth)
        let end = frame.put(text, row: 0, column: column, style: context.style(.field)) + 2
        frame.cursor = Cursor(row: 0, column: column + cursor, visible: true)
        let isRead = field.isEmpty || Day(entered: field.text, today: context.today) != nil
        let hint =
            field.isEmpty
            ? localized("如 3-31、去年的写 2015-12-31；Enter 采用", "such as 3-31 or 2015-12-31; Enter takes it")
            : Day.reading(of: field.text, today: context.today) ?? (isRead ? "" : localized("! 不是日期", "! no date"))
        frame.put(hint, row: 0, column: end, style: context.style(isRead ? .muted : .fieldError))
        return true
    }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        drawList(on: &frame, focused: focused, context)
        guard list.count > 0 else { return }
        let sum = ComparedBranch(sumOf: list.visibleRows)
        let row = min(list.count + 1, frame.size.rows - footRows)
        let texts = list.columns.map { $0.text(sum) }
        frame.put(
            texts, in: list.slots(in: frame.size.columns, context), row: row, column: 2, style: context.style(.muted))
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[number: name + ".since"] = since.rawValue
        kept[number: name + ".months"] = monthsBack
        kept[name + ".day"] = typed?.description
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        since = kept[number: name + ".since"].flatMap { EarlierDay(rawValue: $0) } ?? .monthBefore
        monthsBack = kept[number: name + ".months"].flatMap { (1...TrendReport.length).contains($0) ? $0 : nil }
        typed = kept[name + ".day"].flatMap { Day($0) }
        list.restore(name, from: kept)
    }

    func draft(_ context: Context) -> ActivityDraft {
        ActivityDraft(organization: list.selected?.code, organizationName: list.selected?.name ?? "")
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("两天对比", "Two days"), filters: ["\(before(context))"], rule: definition(context))]
    }

    private static var columns: [RowList<ComparedBranch>.Column] {
        [.init(TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 20), named: .thing, \.name)]
            + ComparedMeasure.allCases.map { measure in
                .init(
                    TableColumn(
                        measure.title, minimum: 12, alignment: .right, dropOrder: measure.rank, isHard: true),
                    by: { -abs($0.difference(measure)) }, element: { $0.element(measure) },
                    text: { $0.text(measure) })
            }
    }
}

extension Month {
    /// How many months later another is.
    fileprivate func count(to other: Month) -> Int { (other.year - year) * 12 + other.number - number }
}
