import Papers
import PartyWork
import TerminalUI

extension Route {
    static func activities(_ filter: ActivityFilter) -> Route {
        Route("activities", filter.words) { SoloScreen(ActivitiesPane(filter)) }
    }
}

extension ScreenKind {
    static let activities = ScreenKind(
        localized("活动", "Activities"), like: .activities(ActivityFilter()),
        read: { ActivityFilter(words: $0).map { .activities($0) } }
    ).telling(
        localized(
            "记下的每一次活动：按类型、月份挑着看，改正、作废、照样再记一条",
            "every activity recorded: chosen by kind and month, corrected, voided, recorded again"))
}

extension Tab {
    static let activities = Tab(
        "activities", "活动", "Activities", short: "Activity", brief: (nil, "Acts"), words: ["党日", "走访", "调研", "记录"]
    ) { _ in
        .activities(ActivityFilter())
    }
}

/// The activities held on the days from the first to the last, newest first.
struct ActivitiesQuery: Query {
    let scope: Scope
    let from: Day
    let to: Day

    func answer(from ledger: any LedgerReading) throws -> [ActivityRow] {
        try ledger.activities(in: scope, from: from, to: to)
    }
}

/// 活动: what was recorded in the year up to the date, to be corrected, completed or voided.
struct ActivitiesPane: SoloPane {
    private var filter: ActivityFilter
    private var only: ActivityStanding?
    var list: RowList<ActivityItem>

    init(_ filter: ActivityFilter) {
        self.filter = filter
        list = RowList(
            ActivityItem.columns(in: filter.organization?.level), identity: \.row.activity.id.text,
            searched: \.searched, isWorse: { $0.standing < $1.standing }
        ).onPaper(ActivityItem.paper(in: filter.organization?.level)).choosing { $0.standing != .voided }
    }

    /// Which of them can be asked for alone.
    private static let standings: [ActivityStanding] = [.evidencePending, .unresolved, .voided]

    var name: String { localized("活动", "Activities") }
    var table: TableSchema? { .activities }
    func headingRows(_ context: Context) -> Int { 3 }
    var hasDetails: Bool { true }
    var details: String? { list.selected?.details }
    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? { list.selected.map { ActivityGlance($0) } }

    func title(_ context: Context) -> String {
        localized("活动：\(words(context))  \(position)", "Activities: \(words(context))  \(position)")
    }

    /// The filter in words.
    private func words(_ context: Context) -> String {
        let place = filter.organization.map { filter.organizationName.isEmpty ? $0.digits : filter.organizationName }
        let parts = [
            place ?? context.scopeName, filter.kinds.map(\.title).joined(separator: localized("、", ", ")),
            filter.month.map { localized("\($0) 月", "\(Month.english[$0 - 1])") } ?? localized("全年", "whole year"),
            filter.only?.title ?? "", only?.title ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// From the year before: what was begun then may count in this year, or be open still.
    func needs(_ context: Context) -> [Need<Self>] {
        let scope = filter.organization.map { Scope($0) } ?? context.scope
        let begin = context.asOf.firstOfYear.adding(months: -12)
        return [
            Need(ActivitiesQuery(scope: scope, from: begin, to: context.asOf)) { pane, rows in
                let items = rows.map { ActivityItem($0, of: pane.filter.organizationName, asOf: context.asOf) }
                pane.narrow(context)
                pane.list.load(items.filter { $0.belongs(to: context.asOf.year) })
            }
        ]
    }

    @discardableResult
    private mutating func narrow(_ context: Context) -> [Command] {
        let (filter, only) = (filter, only)
        list.show { $0.passes(filter, year: context.asOf.year) && $0.stands(only) }
        return []
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let item = list.selected
        let nothing = localized("没有选中的活动", "no activity selected")
        let isVoid = item?.standing == .voided && list.chosen.isEmpty
        let correct: (ActivityItem) -> [Command] = { [.form(.correct($0.row, context.requirements))] }
        let record: (inout Self) -> [Command] = { [.record($0.draft(context))] }
        return [
            Binding(.open, .editActivity, on: item, orElse: nothing, perform: correct),
            Binding(.record, perform: record),
            Binding(.nextPane, .activityKind) { $0.stepKind(by: 1, context) },
            Binding(.filter, .only) { $0.stepOnly(context) },
            Binding(
                .end, .void, on: item, orElse: nothing,
                unavailable: isVoid ? localized("这条已经作废", "already void") : nil
            ) { item in
                let rows = list.chosenRows.map(\.row)
                return [.form(rows.isEmpty ? .void(item.row, context) : .void(rows, context))]
            },
            Binding(.previousPane, .previousActivityKind) { $0.stepKind(by: -1, context) },
        ] + worst.map { $0.meaning(.openFirst) } + [
            Binding(.datedChange, .copyActivity, on: item, orElse: nothing) { [.record(ActivityDraft(like: $0.row))] },
            Binding(.edit, on: item, orElse: nothing, perform: correct), Binding(.add, perform: record),
        ] + listBindings
    }

    func definition(_ context: Context) -> String? {
        guard filter.kinds.count == 1, let kind = filter.kinds.first else {
            return localized(
                "矛盾纠纷、办实事办结才计，按办结日期；其余按活动日期；待补照计，作废不计",
                "Disputes and deeds count when resolved, others on their day; void ones never")
        }
        return context.requirements.rule(of: kind, on: context.asOf)
    }

    func empty(_ context: Context) -> String {
        list.total == 0
            ? localized("今年还没有活动：按 F2 记第一条", "No activity yet this year: F2 records the first")
            : localized(
                "没有这样的活动：Tab 换类型，左右键换月份，^E 换条件；F2 记一条",
                "No such activity: Tab changes the kind, Left and Right the month, ^E the rest; F2 records one")
    }

    func draft(_ context: Context) -> ActivityDraft {
        let kind = filter.kinds.count == 1 ? filter.kinds.first : nil
        var draft = ActivityDraft(kind: kind, heldOn: day(context))
        let host = filter.organization ?? list.selected?.row.activity.organization
        guard let host, kind.map({ $0.isFiveOnes == (host.level == .group) }) ?? true else { return draft }
        draft.organization = host
        draft.organizationName =
            filter.organization == nil ? list.selected?.row.organizationName ?? "" : filter.organizationName
        return draft
    }

    /// The last day of the month shown, where that is past.
    private func day(_ context: Context) -> Day? {
        filter.month.flatMap { Day(year: context.asOf.year, month: $0, day: 1) }
            .map { min($0.lastOfMonth, context.proposedDay) }
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[name + ".kinds"] = filter.kinds.map(\.rawValue).joined(separator: ";")
        kept[number: name + ".month"] = filter.month
        kept[number: name + ".only"] = only.flatMap { ActivitiesPane.standings.firstIndex(of: $0) }
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        let kinds = (kept[name + ".kinds"] ?? "").split(separator: ";")
        filter.kinds = kinds.compactMap { ActivityKind(rawValue: String($0)) }
        filter.month = kept[number: name + ".month"].flatMap { (1...12).contains($0) ? $0 : nil }
        let standings = ActivitiesPane.standings
        only = kept[number: name + ".only"].flatMap { standings.indices.contains($0) ? standings[$0] : nil }
        list.restore(name, from: kept)
    }
}

// MARK: - Filters

extension ActivitiesPane {
    private mutating func stepKind(by step: Int, _ context: Context) -> [Command] {
        let kinds = ActivityKind.allCases
        let current = filter.kinds.count == 1 ? filter.kinds.first.flatMap { kinds.firstIndex(of: $0) } : nil
        let next = ((current ?? -1) + 1 + step + kinds.count + 1) % (kinds.count + 1)
        filter.kinds = next == 0 ? [] : [kinds[next - 1]]
        return narrow(context)
    }

    /// Goes on to another month: rows have no cells.
    mutating func stepCell(_ step: Int, _ context: Context) -> Bool {
        let next = ((filter.month ?? 0) + step + context.asOf.month + 1) % (context.asOf.month + 1)
        filter.month = next == 0 ? nil : next
        narrow(context)
        return true
    }

    private mutating func stepOnly(_ context: Context) -> [Command] {
        let all = ActivitiesPane.standings
        let next = only.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        only = next < all.count ? all[next] : nil
        return narrow(context)
    }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        let kinds = ActivityKind.allCases
        let start = frame.put(localized("类型", "Kind"), row: 0, column: 2, style: context.style(.fieldLabel)) + 1
        ChoiceLine(words: [localized("全部", "all")] + kinds.map(\.shortTitle)) { index in
            index == 0 ? filter.kinds.isEmpty : filter.kinds.contains(kinds[index - 1])
        }.draw(on: &frame, row: 0, column: start, context)
        frame.put(localized("月份", "Month"), row: 1, column: 2, style: context.style(.fieldLabel))
        let end = ChoiceLine(words: [localized("全年", "whole year")] + (1...context.asOf.month).map { String($0) }) {
            $0 == filter.month ?? 0
        }
        .draw(on: &frame, row: 1, column: start, context)
        let label = localized("只看", "only")
        let standings = ActivitiesPane.standings
        // On a narrow screen the empty line below has more room.
        let words = ([label] + standings.map(\.title)).reduce(0) { $0 + context.textWidth.cells($1) + 2 }
        let (row, column) = end + 2 + words > frame.size.columns ? (2, 2) : (1, end + 2)
        let after = frame.put(label, row: row, column: column, style: context.style(.fieldLabel)) + 1
        ChoiceLine(words: standings.map(\.title)) { standings[$0] == only }
            .draw(on: &frame, row: row, column: row == 2 ? start : after, context)
        return true
    }
}

extension ActivityItem {
    /// Whether it is of a year: begun in it, counted in it, or open still.
    fileprivate func belongs(to year: Int) -> Bool {
        let activity = row.activity
        if activity.heldOn.year == year { return true }
        guard activity.kind.countsWhenResolved, activity.voidedOn == nil else { return false }
        return activity.resolvedOn.map { $0.year >= year } ?? true
    }

    fileprivate func passes(_ filter: ActivityFilter, year: Int) -> Bool {
        let day = filter.only == nil ? row.activity.heldOn : row.activity.countingDate
        return meets(filter.only) && (filter.kinds.isEmpty || filter.kinds.contains(row.activity.kind))
            && (filter.month.map { day?.month == $0 && day?.year == year } ?? true)
    }

    private func meets(_ only: ActivityFilter.Only?) -> Bool {
        switch only {
        case nil: true
        case .counted: row.activity.countingDate != nil
        case .papersMissing: row.activity.countingDate != nil && row.activity.evidence == .pending
        case .late: row.isLate
        }
    }

    /// Evidence is asked for whether or not the matter is resolved.
    fileprivate func stands(_ only: ActivityStanding?) -> Bool {
        if only == .evidencePending { return standing != .voided && row.activity.evidence == .pending }
        return only == nil || only == standing
    }
}

extension ActivityFilter.Only {
    /// The condition in words.
    fileprivate var title: String {
        switch self {
        case .counted: localized("计入", "counted")
        case .papersMissing: localized("计入而材料待补", "counted, papers missing")
        case .late: localized("补录", "late entries")
        }
    }
}

// MARK: - Printing

extension ActivitiesPane {
    /// The list, and behind it the activities in sight by month.
    func printed(_ context: Context) -> [Printout.Item] {
        let (year, last) = (context.asOf.year, context.asOf.month)
        return [
            list.printed(
                name, of: filter.organizationName, scope: filter.organization.map { Scope($0) },
                filters: [words(context)], rule: definition(context),
                summary: { items in
                    .months(items.map(\.row.activity.heldOn).filter { $0.year == year }.map(\.month), upTo: last)
                })
        ]
    }
}

extension PrintedList.Summary {
    /// How many of something there are in each month, from January to the last that is asked for.
    fileprivate static func months(_ months: [Int], upTo last: Int) -> Self {
        let title = localized("各月活动", "Activities by month")
        let rows: [[PaperCell]] = (1...last).map { month in
            [.text(localized("\(month) 月", "\(month)")), .number(months.count { $0 == month })]
        }
        let table = PaperTable(
            "", [PaperColumn(localized("月份", "Month"), 30), .number(localized("活动数", "Activities"), 30)], rows: rows,
            blankRows: nil)
        return Self(title: title, table: table, chart: PaperChart(title, table: 0, names: 0, values: 1))
    }
}
