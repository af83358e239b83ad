import PartyWork
import TerminalUI

/// The active cooperatives counted by what they share.
struct CooperativeGroupPane: CellPane {
    private let grouping: Grouping
    var list: RowList<Group>
    var chosenCell = 0

    /// What they are counted by.
    enum Grouping: Sendable {
        case branch
        case jointBranch
        case trade
    }

    /// Those that share a branch or a trade.
    struct Group: Sendable {
        let key: String
        let name: String
        var active = 0
        var memberFounded = 0
        var founders: Set<Person.ID> = []
        var householdsLed = 0
    }

    init(by grouping: Grouping) {
        self.grouping = grouping
        list = Self.rows(title: grouping == .trade ? localized("产业", "Trade") : localized("支部", "Branch"))
    }

    var name: String {
        switch grouping {
        case .branch: localized("按支部", "by branch")
        case .jointBranch: localized("按联合支部", "by joint branch")
        case .trade: localized("按产业", "by trade")
        }
    }

    var total: Int? { nil }
    func empty(_ context: Context) -> String { localized("截至这天没有在册的合作社", "No active cooperative as of this day") }

    /// The figure in the selected column; nil for the group itself.
    private var kind: Figure.Kind? { cell.map { Figure.Kind.ofCooperatives[$0 - 1] } }

    func definition(_ context: Context) -> String? { kind?.rule(context) ?? Definition.cooperatives }

    mutating func load(_ rows: [CooperativeRow], _ names: [Code: String]) {
        var found: [String: Group] = [:]
        for row in rows where row.isActive {
            guard let key = shared(by: row) else { continue }
            let name = grouping == .trade ? key : names[Code(key)] ?? key
            var group = found[key] ?? Group(key: key, name: name)
            group.active += 1
            group.memberFounded += row.cooperative.founders.isEmpty ? 0 : 1
            group.founders.formUnion(row.cooperative.founders)
            group.householdsLed += row.cooperative.householdsLed
            found[key] = group
        }
        list.load(found.values.sorted { $0.key < $1.key })
    }

    /// What the group of those without a trade is called.
    private static var noTrade: String { localized("未填", "(none)") }

    /// What it shares with the others of its group; nil for one that is counted in none.
    private func shared(by row: CooperativeRow) -> String? {
        let code = row.cooperative.organization
        let branch = code.branch ?? code
        switch grouping {
        case .branch: return branch.digits
        case .jointBranch: return OrganizationKind.joint.accepts(branch) ? branch.digits : nil
        case .trade: return row.cooperative.trade.isEmpty ? Self.noTrade : row.cooperative.trade
        }
    }

    /// Whether a cooperative is one of those that a group counts.
    func holds(_ row: CooperativeRow, in group: String) -> Bool { row.isActive && shared(by: row) == group }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let (group, kind, byTrade) = (list.selected, kind, grouping == .trade)
        let open = Binding<Self>(.open) { _ in
            guard let group, let kind else { return [] }
            let subject =
                byTrade
                ? Figure.Subject.trade(group.key == Self.noTrade ? "" : group.key)
                : .branch(Code(group.key), name: group.name)
            return [.open(.figure(Figure(kind: kind, subject: subject)))]
        }
        return [open] + listBindings
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(localized("合作社", "Cooperatives") + name, rule: definition(context))]
    }
}

// MARK: - Columns

extension CooperativeGroupPane {
    private static func rows(title: String) -> RowList<Group> {
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
