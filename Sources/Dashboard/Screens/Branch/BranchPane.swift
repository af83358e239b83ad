import PartyWork
import TerminalUI

/// A part of the branch screen: a titled list with keys of its own. A new pane is one value in `BranchScreen.panes`.
protocol BranchPane: Sendable {
    /// What the line of panes calls it, with how many rows it has.
    var title: String { get }
    /// `第 3/43 行`.
    var position: String { get }
    /// The lines it would like: heading, rows and what stands below them.
    var wantedRows: Int { get }
    /// The rule of its figures (口径).
    var definition: String { get }
    var isTyping: Bool { get }
    mutating func endSearch()
    /// Whether its rows have come.
    var isLoaded: Bool { get }
    /// What must be asked for its rows; nil where the branch's report has them.
    func question(_ scope: Scope, asOf day: Day) -> Question?
    mutating func receive(_ answer: Answer, _ context: Context)
    /// What Enter does on the selected row, first; then what its list offers.
    var offers: [Offer] { get }
    mutating func perform(_ action: Action) -> [Command]
    /// The figure of the selected row; nil where it shows none of its own.
    var figure: ShownFigure? { get }
    /// Moves or searches; `rows` is the height it is drawn with.
    mutating func handle(_ key: Key, rows: Int) -> Bool
    /// Draws into the whole of a frame.
    func draw(on frame: inout Frame, focused: Bool, _ context: Context)
    /// What the selected row adds to a new activity of the branch.
    func draft(_ branch: ActivityDraft) -> ActivityDraft
    /// Its list as something to print, of a branch.
    func printed(of branch: String, _ scope: Scope) -> Printout.Item
    /// Keeps its list until the next start, under a name.
    func keep(_ name: String, in notes: inout Notes)
    mutating func restore(_ name: String, from notes: Notes)
}

extension BranchPane {
    var figure: ShownFigure? { nil }
}

/// A pane that is a list whose rows open into a place.
struct ListPane<Row: Sendable>: BranchPane {
    let name: String
    var definition: String
    /// The definition where it follows from what is asked for.
    var definitionOf: (@Sendable (BranchReport) -> String)?
    let empty: String
    var list: RowList<Row>
    /// What gives its rows where the branch's report only counts them.
    var rowsOf: Counted?
    var isLoaded = false
    /// How many rows there will be.
    var counted = 0
    /// Its rows in an answer; nil if the answer is about something else.
    let rows: @Sendable (Answer, Context) -> [Row]?
    let place: @Sendable (Row) -> Place
    var adding: @Sendable (Row, inout ActivityDraft) -> Void = { _, _ in }
    var figureOf: (@Sendable (Row) -> ShownFigure)?
    /// The columns whose cells open a place of their own, after the first, which stands for the row.
    var cells: [Int] = []
    /// The place of a cell, by its column.
    var placeOfCell: (@Sendable (Row, Int) -> Place)?
    /// Which of the cells is selected; 0 for the row.
    private(set) var cell = 0

    /// A question of its own, and the figure of the report that says how many rows its answer will show.
    struct Counted: Sendable {
        let question: @Sendable (Scope, Day) -> Question
        let count: @Sendable (BranchReport) -> Int
    }

    var title: String { "\(name) \(isLoaded ? list.total : counted)" }
    var position: String { list.position }
    var wantedRows: Int { max(1, list.total) + 1 }
    var isTyping: Bool { list.isTyping }

    mutating func endSearch() { list.endSearch() }

    mutating func receive(_ answer: Answer, _ context: Context) {
        if case .branch(let report) = answer, let rowsOf { counted = rowsOf.count(report) }
        if case .branch(let report) = answer, let definitionOf { definition = definitionOf(report) }
        guard let rows = rows(answer, context) else { return }
        list.load(rows)
        isLoaded = true
    }

    func question(_ scope: Scope, asOf day: Day) -> Question? { rowsOf?.question(scope, day) }

    var offers: [Offer] {
        [Offer(.open, unavailable: list.selected == nil ? localized("没有选中的行", "no row selected") : nil)] + list.offers
    }

    mutating func perform(_ action: Action) -> [Command] {
        if action == .open { return list.selected.map { [.open(opened($0))] } ?? [] }
        return list.perform(action) ?? []
    }

    private func opened(_ row: Row) -> Place {
        guard let column, let placeOfCell else { return place(row) }
        return placeOfCell(row, column)
    }

    /// The column whose cell is selected; nil for the row.
    private var column: Int? { cell > 0 ? cells[cell - 1] : nil }

    var figure: ShownFigure? { figureOf.flatMap { list.selected.map($0) } }

    mutating func handle(_ key: Key, rows: Int) -> Bool {
        if !cells.isEmpty, !list.isTyping, key == .left || key == .right {
            cell = max(0, min(cells.count, cell + (key == .left ? -1 : 1)))
            return true
        }
        return list.handle(key, page: list.page(in: rows))
    }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        list.draw(
            on: &frame, top: 0, rows: frame.size.rows, context,
            empty: isLoaded ? empty : localized("正在读取…", "Reading…"), focused: focused,
            cell: list.isTyping || !focused ? nil : column)
    }

    func draft(_ branch: ActivityDraft) -> ActivityDraft {
        var draft = branch
        if let row = list.selected { adding(row, &draft) }
        return draft
    }

    func printed(of branch: String, _ scope: Scope) -> Printout.Item {
        list.printed(name, of: branch, scope: scope, rule: definition)
    }

    func keep(_ name: String, in notes: inout Notes) {
        notes[number: name + ".cell"] = cell == 0 ? nil : cell
        list.keep(name, in: &notes)
    }

    mutating func restore(_ name: String, from notes: Notes) {
        cell = notes[number: name + ".cell"].flatMap { (0...cells.count).contains($0) ? $0 : nil } ?? 0
        list.restore(name, from: notes)
    }
}
