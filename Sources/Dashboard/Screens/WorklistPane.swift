import PartyWork
import TerminalUI

extension Route {
    static var worklist: Route { Route("worklist") { SoloScreen(WorklistPane()) } }
}

extension ScreenKind {
    static let worklist = ScreenKind(localized("待办", "Todo"), .worklist).telling(
        localized(
            "要办的事，最急的在前；按 Enter 就去办那一件",
            "what is to be done, the most urgent first; Enter goes to do it"))
}

extension Tab {
    static let worklist = Tab("worklist", "待办", "Todo", brief: (nil, "Todo"), words: ["逾期", "没办的", "欠账", "缺口"]) { _ in
        .worklist
    }
}

/// Every unmet obligation of a scope.
struct GapsQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> GapsReport { try ledger.gaps(asOf: asOf, scope: scope) }
}

/// What checklists ask and is overdue, behind or due soon.
struct OpenObligationsQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [Obligation] {
        try ledger.openObligations(asOf: asOf, scope: scope)
    }
}

/// 待办: every unmet obligation in scope, the most urgent first; Enter goes to where it is recorded.
struct WorklistPane: SoloPane {
    private var report: GapsReport?
    private var own: [Obligation]?
    private var entries: [EntryRow]?
    private var section = Section.all
    var list = WorklistPane.rows
    private var names: [Code: String] = [:]
    /// Whose lines are the officer's own.
    private var officer = ""

    /// Which obligations are shown.
    private enum Section: Int, CaseIterable, Sendable {
        case all
        case overdue
        case households
        case behind
        case members
        case dueSoon
        case checklists
        case entries
        case mine

        var title: String {
            switch self {
            case .all: localized("全部", "all")
            case .overdue: localized("逾期", "overdue")
            case .households: localized("户无帮扶人", "no helper")
            case .behind: localized("滞后", "behind")
            case .members: localized("党员未结对", "unpaired")
            case .dueSoon: localized("将到期", "due soon")
            case .checklists: localized("清单", "lists")
            case .entries: localized("登记簿", "registers")
            case .mine: localized("给我的", "mine")
            }
        }

        /// What its part of the bar means; those that hold rows of the others too are no part of it.
        var fill: Element {
            switch self {
            case .overdue, .households: .cellMissing
            case .behind: .cellBehind
            case .members: .cellWhole
            case .dueSoon: .cellDueSoon
            case .all, .checklists, .entries, .mine: .text
            }
        }

        func contains(_ item: WorklistItem, of officer: String) -> Bool {
            switch self {
            case .all: true
            case .overdue: item.gap.state == .overdue
            case .households: item.gap.kind == .household
            case .behind: item.gap.state == .behind
            case .members: item.gap.kind == .member
            case .dueSoon: item.gap.state == .dueSoon
            case .checklists: item.gap.kind == .checklist
            case .entries: item.gap.kind == .entry
            case .mine: item.followUp.map { $0.officer == officer } ?? false
            }
        }
    }

    func title(_ context: Context) -> String { localized("待办  \(position)", "Worklist  \(position)") }

    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? {
        list.selected.map {
            GapGlance(item: $0, all: list.allRows)
        }
    }

    func empty(_ context: Context) -> String { localized("没有待办：该办的都办了", "Nothing to do: all obligations are met") }

    func needs(_ context: Context) -> [Need<Self>] {
        [
            Need(OrganizationsQuery(scope: context.scope, asOf: context.asOf)) { pane, rows in
                pane.names = rows.names
                pane.load()
            },
            Need(GapsQuery(scope: context.scope, asOf: context.asOf)) { pane, report in
                pane.report = report
                pane.officer = context.officer.name
                pane.load()
            },
            Need(OpenObligationsQuery(scope: context.scope, asOf: context.asOf)) { pane, own in
                pane.own = own
                pane.load()
            },
            Need(DueEntriesQuery(scope: context.scope, asOf: context.asOf)) { pane, due in
                pane.entries = due.rows
                pane.load()
            },
        ]
    }

    private mutating func load() {
        list.load(items)
        showSection()
    }

    /// What the methods and the officers' own checklists lack, and the entries that are late or soon will be.
    ///
    /// Nothing before all are there: the selected row would be carried down by those that come in above it.
    private var items: [WorklistItem] {
        guard let report, let own, let entries else { return [] }
        return report.adding(own, entries).gaps.map {
            WorklistItem($0, names, report.followUp(of: $0), asOf: report.asOf)
        }
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (row, none) = (list.selected?.gap, localized("没有待办", "nothing to do"))
        let own = listBindings
        let open = Binding<Self>(.open, .attend, on: row, orElse: none) { [command(for: $0, context)] }
        let next = Binding<Self>(.nextPane, .worklistKind) { $0.step(by: 1) }
        let figure = Binding<Self>(.figures, on: row, orElse: none) { [.open(lacking($0))] }
        let previous = Binding<Self>(.previousPane, .previousWorklistKind) { $0.step(by: -1) }
        let remind = Binding<Self>(.remind, on: row, orElse: none) { [reminding($0)] }
        // What is done to many, and for others, is what this list is for.
        return [open, next] + own[.choose] + [remind] + own[.find] + following(context) + own[.sort] + [figure]
            + together(context) + own[.chooseRange, .chooseAll] + [previous]
    }

    /// The message for whoever owes a line: the committee member, else the branch.
    private func reminding(_ gap: Gap) -> Command {
        if case .visitor(let id) = gap.subject { return .remind(.member, id.text) }
        return .remind(.branch, (gap.organization.branch ?? gap.organization).digits)
    }

    // MARK: Many at once

    /// What can be done to the chosen lines: households without a helper get one, lines of one checklist are ticked or waived.
    private func together(_ context: Context) -> [Binding<Self>] {
        let chosen = list.chosenRows.map(\.gap)
        let none = chosen.isEmpty ? localized("先按空格选几行", "choose lines with Space first") : nil
        let kinds = Set(chosen.map { $0.checklist?.id.text ?? $0.kind.rawValue })
        let mixed =
            kinds.count > 1 ? localized("选中的不是同一类，请按 Esc 重选", "the lines are of several kinds; Esc, choose again") : nil
        let lists = chosen.first?.kind == .checklist
        let counted = chosen.first?.checklist?.counts.map {
            localized("按活动“\($0.rawValue)”自动计数，请记活动（F2）", "counted from activities; record them (F2)")
        }
        let method =
            chosen.first?.checklist?.isMethod == true
            ? localized("工作法的要求不能免除个别户", "a method's requirement is not waived") : nil
        let recorded =
            chosen.first?.isRecordedByHost == true ? localized("这些记活动：按 F2（r）", "these are recorded: F2 (r)") : nil
        let single =
            chosen.contains { $0.kind == .household || $0.kind == .checklist }
            ? nil : localized("这一类不能一起办：打开一条（Enter）再办", "not done together: open one with Enter")
        let notList = lists ? nil : localized("只有清单的事项可以免除", "only a checklist's lines are waived")
        let reason = none ?? mixed
        return [
            Binding(
                .add, lists ? .tick : .pair, unavailable: reason ?? recorded ?? single ?? counted
            ) { $0.chosenForm(context).map { [.form($0)] } ?? [] },
            Binding(.datedChange, .waive, unavailable: reason ?? notList ?? method) {
                [.form(.waive($0.chosenObligations, context))]
            },
        ]
    }

    // MARK: Who follows it up

    /// The chosen lines, or else the selected one.
    private var meant: [WorklistItem] { list.chosenRows.isEmpty ? [list.selected].compactMap(\.self) : list.chosenRows }

    /// Lines are given to an officer, and taken back.
    private func following(_ context: Context) -> [Binding<Self>] {
        let (meant, none) = (meant, localized("没有待办", "nothing to do"))
        let given = meant.filter { $0.followUp != nil }
        let hidden =
            meant.contains { $0.gap.isRestricted }
            ? localized("限阅登记簿的条目不交办：写在台账里人人看得到", "entries of restricted registers are not given: all would see it")
            : nil
        return [
            Binding(.handOver, .give, unavailable: meant.isEmpty ? none : hidden) { _ in [.form(.give(meant, context))]
            },
            Binding(.end, .takeBack, unavailable: given.isEmpty ? localized("还没有交给谁", "given to nobody yet") : nil) {
                _ in
                [.confirm(.takeBack(given, context))]
            },
        ]
    }

    private var chosenObligations: [Obligation] {
        let chosen = Set(list.chosenRows.compactMap(\.gap.obligation))
        return (own ?? []).filter(chosen.contains)
    }

    private func chosenForm(_ context: Context) -> Form<Filing>? {
        let gaps = list.chosenRows.map(\.gap)
        if gaps.first?.kind == .checklist { return .tick(chosenObligations, context) }
        let households = gaps.compactMap { gap -> Uncovered<Household>? in
            if case .household(let id) = gap.subject {
                Uncovered(id, name: gap.name, organization: gap.organization)
            } else {
                nil
            }
        }
        return .pair(households, context)
    }

    /// The figure in which it is missing, beginning with what is.
    private func lacking(_ gap: Gap) -> Route {
        if case .entry(let row) = gap.subject { return .entries(of: row.entry.register.name) }
        guard let figure = gap.kind.figure else { return gap.checklist.map { .checklist($0.id) } ?? .checklists }
        if case .visitor(let id) = gap.subject {
            return .figure(Figure(figure, of: .person(id, name: gap.name)).missing)
        }
        let branch = gap.organization.branch.map { Figure.Subject.branch($0, name: names[$0] ?? $0.digits) }
        return .figure(Figure(figure, of: branch ?? .scope).missing)
    }

    /// Those there is anything for.
    private var sections: [Section] {
        Section.allCases.filter {
            switch $0 {
            case .checklists: !(own ?? []).isEmpty
            case .entries: !(entries ?? []).isEmpty
            case .mine: list.allRows.contains { Section.mine.contains($0, of: officer) }
            case .all, .overdue, .households, .behind, .members, .dueSoon: true
            }
        }
    }

    private mutating func step(by step: Int) -> [Command] {
        let sections = sections
        let index = sections.firstIndex(of: section) ?? 0
        section = sections[(index + step + sections.count) % sections.count]
        showSection()
        return []
    }

    private mutating func showSection() {
        if !sections.contains(section) { section = .all }
        let (section, officer) = (section, officer)
        list.show { section.contains($0, of: officer) }
    }

    func definition(_ context: Context) -> String? {
        list.selected.flatMap { $0.gap.checklist?.rule ?? $0.gap.kind.figure?.rule(context) }
    }

    func draft(_ context: Context) -> ActivityDraft {
        let chosen = list.chosenRows.map(\.gap).filter(\.isRecordedByHost)
        if !chosen.isEmpty { return draft(for: chosen, context) }
        guard let gap = list.selected?.gap else { return ActivityDraft() }
        var draft = activity(for: gap, context)
        draft.kind = nil
        return draft
    }

    func keep(_ name: String, in kept: inout KeptWords) {
        kept[number: name + ".section"] = section.rawValue
        list.keep(name, in: &kept)
    }

    mutating func restore(_ name: String, from kept: KeptWords) {
        section = kept[number: name + ".section"].flatMap { Section(rawValue: $0) } ?? .all
        list.restore(name, from: kept)
    }

    func headingRows(_ context: Context) -> Int { 2 }

    func drawHeading(on frame: inout Frame, _ context: Context) -> Bool {
        if report == nil { return false }
        let (rows, sections, officer) = (list.allRows, sections, officer)
        SectionHeading(
            sections: sections.map { section in (section.title, rows.count { section.contains($0, of: officer) }) },
            current: sections.firstIndex(of: section) ?? 0, fills: sections.map(\.fill)
        ).draw(on: &frame, context)
        return true
    }
}

// MARK: - Where it is recorded

extension WorklistPane {
    private func command(for gap: Gap, _ context: Context) -> Command {
        gap.place.map { .open($0) } ?? .record(activity(for: gap, context))
    }

    /// One activity of each branch or group that owes one of some lines, on a day of the month that they are about, where that is one.
    private func draft(for gaps: [Gap], _ context: Context) -> ActivityDraft {
        let drafts = gaps.map { activity(for: $0, context) }
        let hosts = Set(gaps.map(\.organization)).sorted().map { code in
            Candidate(key: code.digits, name: names[code] ?? code.digits)
        }
        let (kinds, days) = (Set(drafts.map(\.kind)), Set(drafts.map(\.heldOn)))
        return ActivityDraft(
            kind: kinds.count == 1 ? drafts[0].kind : nil, heldBy: hosts,
            on: days.count == 1 ? drafts[0].heldOn : nil)
    }

    private func activity(for gap: Gap, _ context: Context) -> ActivityDraft {
        var draft = ActivityDraft(organization: gap.organization, organizationName: names[gap.organization] ?? gap.name)
        switch gap.subject {
        case .visitor(let id):
            draft = ActivityDraft(kind: .researchVisit, participants: [Candidate(key: id.text, name: gap.name)])
        case .branch: draft.kind = .themeActivity
        case .item(_, let kind): draft.kind = kind
        case .partyDay(_, let period):
            draft.kind = .partyDay
            draft.heldOn = min(period.span.last, context.proposedDay)
        case .household, .member, .obligation, .entry: break
        }
        return draft
    }
}

extension Gap {
    /// Where it is seen to; nil for what is met by an activity that is recorded.
    fileprivate var place: Route? {
        switch subject {
        case .household(let id): .household(id)
        case .member(let id): .person(id)
        case .visitor, .branch, .item, .partyDay: nil
        case .obligation(let obligation): .checklist(obligation.checklist.id)
        case .entry(let row): .entry(row.entry)
        }
    }

    /// Whether an activity of its branch or group alone meets it.
    fileprivate var isRecordedByHost: Bool {
        switch subject {
        case .branch, .item, .partyDay: true
        case .household, .member, .visitor, .obligation, .entry: false
        }
    }

    /// Whether few eyes may see it.
    fileprivate var isRestricted: Bool {
        if case .entry(let row) = subject { row.entry.register.isRestricted } else { false }
    }
}

// MARK: - Columns

extension WorklistPane {
    fileprivate static var rows: RowList<WorklistItem> {
        RowList(
            columns, identity: { "\($0.gap.kind)\($0.gap.subject.token)\($0.gap.about)" },
            searched: {
                "\($0.gap.name) \($0.unit) \($0.gap.subject.token) \($0.gap.kind.title) \($0.gap.about) \($0.followUp?.officer ?? "")"
            }
        ).choosing()
    }

    private static var columns: [RowList<WorklistItem>.Column] {
        [
            .init(
                TableColumn(localized("状态", "State"), minimum: localized(6, 9)), element: { .of($0.gap.state) },
                text: { $0.gap.state.title }),
            .init(TableColumn(localized("事项", "What"), minimum: 10), by: \.gap.kind.title, text: \.gap.kind.title),
            .init(TableColumn(localized("谁", "Who"), minimum: 10, ideal: 16, share: 1), named: .thing, \.gap.name),
            .init(
                TableColumn(localized("内容", "Details"), minimum: 12, ideal: 16, share: 1), by: { $0.gap.about },
                text: { $0.gap.about }),
            .init(
                TableColumn(localized("单位", "Branch"), minimum: 10, ideal: 16, share: 1), by: \.gap.organization,
                text: \.unit),
            .init(
                TableColumn(localized("已过", "Late"), minimum: 7, ideal: 8, alignment: .right, dropOrder: 2),
                by: { $0.due ?? .latest }, text: \.lateness),
            .init(
                TableColumn(localized("进度", "Progress"), minimum: 5, alignment: .right, dropOrder: 3), by: \.gap.done
            ) { "\($0.gap.done)/\($0.gap.target)" },
            .init(
                TableColumn(localized("跟进", "By"), minimum: 15, ideal: 16, share: 1, dropOrder: 1),
                by: { $0.followUp?.officer ?? "" }, element: { $0.isLate ? .of(Gap.State.overdue) : .text },
                text: \.following),
        ]
    }
}

// MARK: - Printing

extension WorklistPane {
    func printed(_ context: Context) -> [Printout.Item] {
        let filter = section == .all ? "" : section.title
        let order = localized(
            "逾期、无人帮扶的户、滞后、未结对的党员、将到期，先急后缓",
            "overdue, households without helper, behind, members without pairing, due soon: the most urgent first")
        return [
            list.printed(
                localized("待办", "Worklist"), filters: [filter], rule: order,
                notes: { items in
                    Set(items.map(\.gap.kind)).compactMap { $0.figure?.rule(context) }.sorted()
                })
        ]
    }
}

// MARK: - Of a county

/// What all towns still have to do, the most urgent first.
struct CountyWorklist: CountyListing {
    var title: String { localized("全县待办", "Worklist of all towns") }
    var nothing: String { localized("没有待办：该办的都办了", "Nothing to do: all obligations are met") }
    var list: RowList<WorklistItem> { WorklistPane.rows }

    func definition(_ context: Context) -> String? {
        localized("先急后缓，不分乡镇；按 F6 可按乡镇排", "The most urgent first, whichever town; F6 orders by town")
    }

    func rows(of town: any LedgerReading, _ scope: Scope, asOf day: Day) throws -> [WorklistItem] {
        let report = try town.gaps(asOf: day, scope: scope).adding(
            town.openObligations(asOf: day, scope: scope),
            town.dueEntries(asOf: day, scope: scope, isRestrictedSeen: false).rows)
        let names = try town.organizations(in: scope, asOf: day).names
        return report.gaps.map { WorklistItem($0, names, report.followUp(of: $0), asOf: day) }
    }

    func arranged(_ rows: [TownRow<WorklistItem>]) -> [TownRow<WorklistItem>] {
        rows.sorted { $0.row.gap.precedes($1.row.gap) }
    }

    func place(of row: WorklistItem, asOf day: Day) -> Route {
        let organization = row.gap.organization
        if case .visitor(let id) = row.gap.subject { return .person(id) }
        return row.gap.place ?? .branch(organization.branch ?? organization)
    }
}

extension Route {
    static var countyWorklist: Route { Route("county-worklist") { SoloScreen(CountyListPane(CountyWorklist())) } }
}

extension ScreenKind {
    static let countyWorklist = ScreenKind(CountyWorklist().title, .countyWorklist)
}

extension Tab {
    /// It is called as the town's, and stands for it.
    static let countyWorklist = Tab(Tab.worklist.word, "待办", "Todo", brief: (nil, "Todo")) { _ in .countyWorklist }
}
