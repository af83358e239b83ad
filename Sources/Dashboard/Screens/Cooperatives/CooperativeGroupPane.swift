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
        let subject: Figure.Subject
        let figures: StatusReport.CooperativeFigures
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

    func definition(_ context: Context) -> String? {
        list.figure(in: chosenCell)?.kind.rule(context) ?? Definition.cooperatives
    }

    mutating func load(_ rows: [CooperativeRow], _ names: [Code: String]) {
        let found = Dictionary(grouping: rows.filter { isGrouped($0) }) { shared(by: $0) }
        list.load(found.sorted { $0.key < $1.key }.map { group($0, of: $1, names) })
    }

    private func isGrouped(_ row: CooperativeRow) -> Bool {
        row.isActive && (grouping != .jointBranch || OrganizationKind.joint.accepts(branch(of: row)))
    }

    private func branch(of row: CooperativeRow) -> Code {
        row.organization.branch ?? row.organization
    }

    /// What it shares with the others of its group.
    private func shared(by row: CooperativeRow) -> String {
        if grouping != .trade { return branch(of: row).digits }
        return row.cooperative.trade.isEmpty ? localized("未填", "(none)") : row.cooperative.trade
    }

    private func group(_ key: String, of rows: [CooperativeRow], _ names: [Code: String]) -> Group {
        let name = grouping == .trade ? key : names[Code(key)] ?? key
        let subject: Figure.Subject =
            grouping == .trade ? .trade(rows[0].cooperative.trade) : .branch(Code(key), name: name)
        return Group(key: key, name: name, subject: subject, figures: StatusReport.CooperativeFigures(rows))
    }

    /// Whether a cooperative is one of those that a group counts.
    func holds(_ row: CooperativeRow, in group: String) -> Bool { isGrouped(row) && shared(by: row) == group }

    func bindings(_ context: Context) -> [Binding<Self>] {
        let figure = list.figure(in: chosenCell)
        let open = Binding<Self>(.open) { _ in figure.map { [.open(.figure($0))] } ?? [] }
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
                .init(TableColumn(title, minimum: 12, ideal: 26), named: .thing, \.name),
                counted(.cooperatives, localized("在册", "Active"), minimum: 6, \.active),
                counted(.memberFounded, localized("党员领办", "By members"), minimum: 8, \.memberFounded),
                counted(.founders, localized("领办党员", "Founders"), minimum: 8, \.founders),
                counted(.householdsLed, localized("带动户次", "Led"), minimum: 8, \.householdsLed),
            ], identity: \.key, searched: \.name)
    }

    private static func counted(
        _ kind: Figure.Kind, _ title: String, minimum: Int,
        _ number: @escaping @Sendable (StatusReport.CooperativeFigures) -> Int
    ) -> RowList<Group>.Column {
        RowList<Group>.Column(
            TableColumn(title, minimum: minimum, alignment: .right), by: { number($0.figures) }
        ) { String(number($0.figures)) }.opening { Figure(kind, of: $0.subject) }
    }
}
