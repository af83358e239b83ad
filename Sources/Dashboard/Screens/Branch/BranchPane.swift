import PartyWork
import TerminalUI

/// A pane of the branch screen: it is told the branch's report.
///
/// A new pane is one value in `BranchScreen.panes`.
protocol BranchPane: RowPane {
    /// The lines it would like: heading, rows and what stands below them.
    var wantedRows: Int { get }
    /// Whether its rows have come.
    var isLoaded: Bool { get }
    /// Takes what the report says of its rows.
    mutating func take(_ report: BranchReport)
    /// The figure of the selected row; nil where it shows none of its own.
    var figure: ShownFigure? { get }
}

extension BranchPane {
    var figure: ShownFigure? { nil }
}

/// A pane that is a list whose rows open into a place.
struct ListPane<Row: Sendable>: BranchPane, CellPane {
    let code: Code
    let name: String
    /// The rule of its figures.
    var rule = ""
    let nothing: String
    var list: RowList<Row>
    /// Where its rows come from.
    let source: Source
    let place: @Sendable (Row) -> Route
    var adding: @Sendable (Row, inout ActivityDraft) -> Void = { _, _ in }
    var figureOf: (@Sendable (Row) -> ShownFigure)?
    /// The columns whose cells open a place of their own, after the first, which stands for the row.
    var cells: [Int] = []
    /// The place of a cell, by its column.
    var placeOfCell: (@Sendable (Row, Int) -> Route)?
    var chosenCell = 0
    private(set) var isLoaded = false
    /// How many rows there will be; nil while nothing tells.
    private var counted: Int?
    private var branchName = ""

    /// Where rows come from: the branch's report, with their rule; or a query of their own, of whose answer the report may know the number.
    enum Source: Sendable {
        case report(@Sendable (BranchReport) -> (rows: [Row], rule: String))
        case asked(@Sendable (Code, Context) -> Need<ListPane>, count: (@Sendable (BranchReport) -> Int)?)
    }

    init(
        of code: Code, _ name: String, rule: String = "", empty: String, _ list: RowList<Row>, from source: Source,
        place: @escaping @Sendable (Row) -> Route
    ) {
        self.code = code
        self.name = name
        self.rule = rule
        nothing = empty
        self.list = list
        self.source = source
        self.place = place
    }

    var total: Int? { isLoaded ? list.total : counted }
    var wantedRows: Int { max(1, list.total) + 1 }
    func empty(_ context: Context) -> String { isLoaded ? nothing : localized("正在读取…", "Reading…") }
    func definition(_ context: Context) -> String? { rule }
    var figure: ShownFigure? { figureOf.flatMap { list.selected.map($0) } }

    mutating func take(_ report: BranchReport) {
        branchName = report.organization.name
        switch source {
        case .report(let found):
            let (rows, rule) = found(report)
            self.rule = rule
            load(rows)
        case .asked(_, let count): counted = count?(report)
        }
    }

    mutating func load(_ rows: [Row]) {
        list.load(rows)
        isLoaded = true
    }

    func needs(_ context: Context) -> [Need<Self>] {
        if case .asked(let need, _) = source { [need(code, context)] } else { [] }
    }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [
            Binding(.open, on: list.selected, orElse: localized("没有选中的行", "no row selected")) {
                [.open(opened($0))]
            }
        ] + listBindings
    }

    private func opened(_ row: Row) -> Route {
        guard let cell, let placeOfCell else { return place(row) }
        return placeOfCell(row, cell)
    }

    mutating func stepCell(_ step: Int, _ context: Context) -> Bool {
        let all = [0] + cells
        let next = (all.firstIndex(of: chosenCell) ?? 0) + step
        chosenCell = all[max(0, min(cells.count, next))]
        return !cells.isEmpty
    }

    func draft(_ context: Context) -> ActivityDraft {
        var draft = ActivityDraft()
        if let row = list.selected { adding(row, &draft) }
        return draft
    }

    func printed(_ context: Context) -> [Printout.Item] {
        [list.printed(name, of: branchName, scope: Scope(code), rule: rule)]
    }
}
