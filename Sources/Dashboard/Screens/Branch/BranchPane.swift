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
    /// What its rows are asked by; nil where the branch's own answer holds them.
    func question(_ branch: Code, asOf day: Day) -> Question?
    mutating func receive(_ answer: Answer, _ context: Context)
    /// What Enter does on the selected row, first; then what its list offers.
    var offers: [Offer] { get }
    mutating func perform(_ action: Action) -> [Command]
    /// Moves or searches; `rows` is the height it is drawn with.
    mutating func handle(_ key: Key, rows: Int) -> Bool
    /// Draws into the whole of a frame.
    func draw(on frame: inout Frame, focused: Bool, _ context: Context)
    /// What the selected row adds to a new activity of the branch.
    func draft(_ branch: ActivityDraft) -> ActivityDraft
    /// Keeps its list until the next start, under a name.
    func keep(_ name: String, in notes: inout Notes)
    mutating func restore(_ name: String, from notes: Notes)
}

/// A pane that is a list whose rows open into a place.
struct ListPane<Row: Sendable>: BranchPane {
    let name: String
    let definition: String
    let empty: String
    var list: RowList<Row>
    /// Its rows in an answer; nil if the answer is about something else.
    let rows: @Sendable (Answer, Context) -> [Row]?
    let place: @Sendable (Row) -> Place
    /// What asks for its rows, once it is seen, and how many the branch's own answer says there are until then.
    var asking: (question: @Sendable (Code, Day) -> Question, count: @Sendable (BranchReport) -> Int)?
    var adding: @Sendable (Row, inout ActivityDraft) -> Void = { _, _ in }

    private var counted: Int?

    init(
        name: String, definition: String, empty: String, list: RowList<Row>,
        rows: @escaping @Sendable (Answer, Context) -> [Row]?, place: @escaping @Sendable (Row) -> Place,
        asking: (question: @Sendable (Code, Day) -> Question, count: @Sendable (BranchReport) -> Int)? = nil,
        adding: @escaping @Sendable (Row, inout ActivityDraft) -> Void = { _, _ in }
    ) {
        self.name = name
        self.definition = definition
        self.empty = empty
        self.list = list
        self.rows = rows
        self.place = place
        self.asking = asking
        self.adding = adding
    }

    var title: String { "\(name) \(counted ?? list.total)" }
    var position: String { list.position }
    var wantedRows: Int { max(1, list.total) + 1 }
    var isTyping: Bool { list.isTyping }

    func question(_ branch: Code, asOf day: Day) -> Question? { asking?.question(branch, day) }

    mutating func receive(_ answer: Answer, _ context: Context) {
        if case .branch(let report) = answer { counted = asking?.count(report) }
        if let rows = rows(answer, context) { list.load(rows) }
    }

    var offers: [Offer] { [Offer(.open, unavailable: list.selected == nil ? "没有选中的行" : nil)] + list.offers }

    mutating func perform(_ action: Action) -> [Command] {
        if action == .open { return list.selected.map { [.open(place($0))] } ?? [] }
        return list.perform(action) ?? []
    }

    mutating func handle(_ key: Key, rows: Int) -> Bool { list.handle(key, page: list.page(in: rows)) }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        list.draw(on: &frame, top: 0, rows: frame.size.rows, context, empty: empty, focused: focused)
    }

    func draft(_ branch: ActivityDraft) -> ActivityDraft {
        var draft = branch
        if let row = list.selected { adding(row, &draft) }
        return draft
    }

    func keep(_ name: String, in notes: inout Notes) { list.keep(name, in: &notes) }
    mutating func restore(_ name: String, from notes: Notes) { list.restore(name, from: notes) }
}
