import Papers
import PartyWork
import TerminalUI

extension Place {
    static var cooperatives: Place { Place("cooperatives") { CooperativesScreen() } }
}

extension ScreenKind {
    static let cooperatives = ScreenKind(localized("合作社", "Cooperatives"), .cooperatives)
}

extension Tab {
    static let cooperatives = Tab("cooperatives", "合作社", "Coops", brief: ("社", "Coop")) { _ in .cooperatives }
}

/// 合作社: the cooperatives one by one, or counted by branch, joint branch and trade.
struct CooperativesScreen: Screen {
    private var rows: [CooperativeRow] = []
    /// The figures of the whole scope.
    private var figures: [ShownFigure] = []
    private var view = Grouping.none
    private var list = CooperativesScreen.cooperatives.choosing()
    private var groups = CooperativesScreen.grouped(title: localized("产业", "Trade"))
    /// Which figure of a group is selected; 0 for the group itself.
    private var cell = 0

    /// What the cooperatives are counted by.
    private enum Grouping: Int, CaseIterable, Sendable {
        case none
        case branch
        case jointBranch
        case trade

        var title: String {
            switch self {
            case .none: localized("逐个", "one by one")
            case .branch: localized("按支部", "by branch")
            case .jointBranch: localized("按联合支部", "by joint branch")
            case .trade: localized("按产业", "by trade")
            }
        }
    }

    /// The active cooperatives that share a branch or a trade.
    private struct Group: Sendable {
        let key: String
        let name: String
        var active = 0
        var memberFounded = 0
        var founders: Set<Person.ID> = []
        var householdsLed = 0
    }

    func title(_ context: Context) -> String {
        localized(
            "合作社：\(view.title)  \(view == .none ? list.position : groups.position)",
            "Cooperatives: \(view.title)  \(view == .none ? list.position : groups.position)")
    }

    func questions(_ context: Context) -> [Question] {
        [.organizations(context.scope, asOf: context.asOf), .cooperatives(context.scope, asOf: context.asOf)]
    }

    private var names: [Code: String] = [:]
    /// What the group of those without a trade is called.
    private static var noTrade: String { localized("未填", "(none)") }

    mutating func receive(_ answer: Answer, _ context: Context) {
        switch answer {
        case .organizations(let rows):
            names = rows.reduce(into: [:]) { $0[$1.organization.code] = $1.organization.name }
        case .cooperatives(let rows):
            self.rows = rows
            list.load(rows)
            figures = ShownFigure.all(of: rows, context)
        default: break
        }
        group()
    }

    private mutating func group() {
        groups.adopt(
            CooperativesScreen.grouped(title: view == .trade ? localized("产业", "Trade") : localized("支部", "Branch")))
        var found: [String: Group] = [:]
        for row in rows where row.isActive {
            guard let (key, name) = groupKey(row) else { continue }
            var group = found[key] ?? Group(key: key, name: name)
            group.active += 1
            group.memberFounded += row.cooperative.founders.isEmpty ? 0 : 1
            group.founders.formUnion(row.cooperative.founders)
            group.householdsLed += row.cooperative.householdsLed
            found[key] = group
        }
        groups.load(found.values.sorted { $0.key < $1.key })
    }

    private func groupKey(_ row: CooperativeRow) -> (key: String, name: String)? {
        let code = row.cooperative.organization
        let branch = code.branch ?? code
        switch view {
        case .none: return nil
        case .branch: return (branch.digits, names[branch] ?? branch.digits)
        case .jointBranch:
            guard OrganizationKind.joint.accepts(branch) else { return nil }
            return (branch.digits, names[branch] ?? branch.digits)
        case .trade:
            let trade = row.cooperative.trade.isEmpty ? Self.noTrade : row.cooperative.trade
            return (trade, trade)
        }
    }

    func offers(_ context: Context) -> [Offer] {
        let reason =
            view != .none
            ? localized("先按 Tab 换到逐个", "Tab to one by one first")
            : list.selected == nil ? localized("没有选中的合作社", "no cooperative selected") : nil
        return [
            Offer(.open, unavailable: view != .none || list.selected != nil ? nil : reason),
            Offer(.nextPane, localized("换汇总", "grouping")),
            Offer(.figures),
            Offer(.find), Offer(.add), Offer(.edit, unavailable: reason),
            Offer(.mark, localized("注销", "deregister"), unavailable: reason),
            Offer(.sort), Offer(.reverse),
        ] + (view == .none ? list.choosingOffers : [])
    }

    mutating func unchoose() { list.unchoose() }

    mutating func perform(_ action: Action, _ context: Context) -> [Command] {
        switch action {
        case .open: return open()
        case .nextPane, .previousPane: step(by: action == .nextPane ? 1 : -1)
        case .figures: return [.menu(.figures(figures))]
        case .add: return [.form(.add(.cooperatives, known))]
        case .edit: return list.selected.map { [.form(.correct(AnyRecord($0.cooperative)))] } ?? []
        case .mark where !list.chosen.isEmpty:
            return [.menu(.marks(of: list.chosenRows.map { AnyRecord($0.cooperative) }, context))]
        case .mark: return list.selected.map { [.menu(.marks(of: AnyRecord($0.cooperative), context))] } ?? []
        default: return (view == .none ? list.perform(action) : groups.perform(action)) ?? []
        }
        return []
    }

    private var known: [PartyWork.Column: String] {
        guard let cooperative = list.selected?.cooperative else { return [:] }
        return [.organization: cooperative.organization.digits, .trade: cooperative.trade]
    }

    /// A group opens into its rows; a cooperative into its form.
    private mutating func open() -> [Command] {
        guard view != .none else {
            return list.selected.map { [.form(.correct(AnyRecord($0.cooperative)))] } ?? []
        }
        guard let group = groups.selected else { return [] }
        let (key, byTrade) = (group.key, view == .trade)
        if cell > 0 {
            let subject =
                byTrade ? Figure.Subject.trade(key == Self.noTrade ? "" : key) : .branch(Code(key), name: group.name)
            return [.open(.figure(Figure(kind: Figure.Kind.ofCooperatives[cell - 1], subject: subject)))]
        }
        view = .none
        list.show { row in
            byTrade
                ? (row.cooperative.trade.isEmpty ? Self.noTrade : row.cooperative.trade) == key && row.isActive
                : row.cooperative.organization.isWithin(key) && row.isActive
        }
        return [.notice(localized("只列出“\(key)”的合作社，按 Tab 看全部", "Only the cooperatives of \(key); Tab shows all"))]
    }

    private mutating func step(by step: Int) {
        let count = Grouping.allCases.count
        view = Grouping(rawValue: (view.rawValue + step + count) % count) ?? .none
        list.show(only: nil)
        groups = CooperativesScreen.grouped(title: "")
        cell = 0
        group()
    }

    mutating func handle(_ key: Key, _ context: Context) -> Bool {
        let rows = context.body.rows - 3
        if view != .none, !groups.isTyping, key == .left || key == .right {
            cell = max(0, min(4, cell + (key == .left ? -1 : 1)))
            return true
        }
        return view == .none
            ? list.handle(key, page: list.page(in: rows)) : groups.handle(key, page: groups.page(in: rows))
    }

    var isTyping: Bool { view == .none ? list.isTyping : groups.isTyping }

    mutating func endSearch() {
        list.endSearch()
        groups.endSearch()
    }

    func definition(_ context: Context) -> String? {
        guard view != .none, cell > 0 else { return Definition.cooperatives }
        return Figure.Kind.ofCooperatives[cell - 1].rule(context)
    }

    func draft(_ context: Context) -> ActivityDraft {
        guard let row = list.selected, view == .none else { return ActivityDraft() }
        return ActivityDraft(organization: row.cooperative.organization, organizationName: row.organizationName)
    }

    mutating func expect(_ added: RecordKey, in table: TableSchema) {
        if table == .cooperatives { list.expect(added.text) }
    }

    var notes: Notes {
        var notes = Notes()
        notes[number: "view"] = view.rawValue
        notes[number: "cell"] = cell
        list.keep("list", in: &notes)
        groups.keep("groups", in: &notes)
        return notes
    }

    mutating func restore(_ notes: Notes) {
        view = notes[number: "view"].flatMap { Grouping(rawValue: $0) } ?? .none
        cell = notes[number: "cell"].map { max(0, min(4, $0)) } ?? 0
        list.restore("list", from: notes)
        groups.restore("groups", from: notes)
    }

    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        var column = 2
        for grouping in Grouping.allCases {
            let isCurrent = grouping == view
            column = frame.put(
                isCurrent ? "[\(grouping.title)]" : " \(grouping.title) ", row: 0, column: column,
                style: context.style(isCurrent ? .currentTab : .text))
        }
        frame.put(context.textWidth.truncate(summary, to: frame.size.columns - 3), row: 1, column: 2)
        let rows = frame.size.rows - 3
        if view == .none {
            list.draw(
                on: &frame, top: 3, rows: rows, context,
                empty: localized("还没有合作社，按 F5 新增", "No cooperative yet: F5 adds one"))
        } else {
            groups.draw(
                on: &frame, top: 3, rows: rows, context,
                empty: localized("截至这天没有在册的合作社", "No active cooperative as of this day"),
                cell: groups.isTyping || cell == 0 ? nil : cell)
        }
        return frame
    }

    private var summary: String {
        zip(
            [
                localized("在册", "active"), localized("党员领办", "by members"), localized("领办党员", "founders"),
                localized("带动", "led"),
            ], [localized("个", ""), localized("个", ""), localized("人", ""), localized("户次", "")]
        )
        .enumerated().filter { figures.indices.contains($0.offset) }
        .map { ["\($1.0) \(figures[$0].value)", $1.1].filter { !$0.isEmpty }.joined(separator: " ") }
        .joined(separator: localized("  ", "   "))
    }
}

// MARK: - Columns

extension CooperativesScreen {
    private static var cooperatives: RowList<CooperativeRow> {
        RowList<CooperativeRow>(
            [
                .init(TableColumn(localized("名称", "Name"), minimum: 18, ideal: 30, share: 2), named: .thing) {
                    $0.cooperative.name
                },
                .init(TableColumn(localized("支部", "Branch"), minimum: 8, ideal: 18), named: .thing) {
                    $0.organizationName
                },
                .init(TableColumn(localized("产业", "Trade"), minimum: 6, ideal: 8), by: \.cooperative.trade) {
                    $0.cooperative.trade
                },
                .init(
                    TableColumn(localized("领办党员", "Founders"), minimum: 8, ideal: 16, share: 1),
                    by: \.founderNames.count
                ) {
                    $0.founderNames.joined(separator: localized("、", ", "))
                },
                .init(
                    TableColumn(localized("成员户", "Members"), minimum: 6, alignment: .right, dropOrder: 1),
                    by: \.cooperative.memberHouseholds
                ) {
                    String($0.cooperative.memberHouseholds)
                },
                .init(
                    TableColumn(localized("带动户", "Led"), minimum: 6, alignment: .right), by: \.cooperative.householdsLed
                ) {
                    String($0.cooperative.householdsLed)
                },
                .init(TableColumn(localized("情况", "State"), minimum: localized(6, 11), dropOrder: 2), by: { state($0) })
                { state($0) },
            ], identity: \.cooperative.id.text,
            searched: {
                "\($0.cooperative.name) \($0.cooperative.id) \($0.organizationName) \($0.cooperative.trade) "
                    + $0.founderNames.joined(separator: " ") + " "
                    + $0.formerOrganizationNames.map { Former.organization($0) }.joined(separator: " ")
            })
    }

    private static func state(_ row: CooperativeRow) -> String {
        row.isActive
            ? localized("在册", "active")
            : row.cooperative.deregisteredOn == nil
                ? StatusReport.Standing.notFounded.title : localized("已注销", "deregistered")
    }

    private static func grouped(title: String) -> RowList<Group> {
        RowList(
            [
                .init(TableColumn(title, minimum: 12, ideal: 26), named: .thing) { $0.name },
                .init(TableColumn(localized("在册", "Active"), minimum: 6, alignment: .right), by: \.active) {
                    String($0.active)
                },
                .init(TableColumn(localized("党员领办", "By members"), minimum: 8, alignment: .right), by: \.memberFounded)
                {
                    String($0.memberFounded)
                },
                .init(TableColumn(localized("领办党员", "Founders"), minimum: 8, alignment: .right), by: \.founders.count) {
                    String($0.founders.count)
                },
                .init(TableColumn(localized("带动户次", "Led"), minimum: 8, alignment: .right), by: \.householdsLed) {
                    String($0.householdsLed)
                },
            ], identity: \.key, searched: \.name)
    }
}

// MARK: - Printing

extension CooperativesScreen {
    /// The list in sight, and the register.
    func printout(_ context: Context) -> Printout {
        let title = localized("合作社", "Cooperatives")
        let list =
            view == .none
            ? list.printed(title, rule: definition(context))
            : groups.printed("\(title)\(view.title)", rule: definition(context))
        return Printout([list, Printout.papers(PaperRequest(.cooperatives, in: context.scope, asOf: context.asOf))])
    }
}
