import PartyWork
import TerminalUI

/// A pane that is a list of rows: it says what rows there are and what they are good for, all else is every list's.
protocol RowPane: Pane {
    associatedtype Row: Sendable
    var list: RowList<Row> { get set }
    /// What stands where there is no row, and what to do then.
    func empty(_ context: Context) -> String
    /// The table whose records its rows are; nil for other rows.
    var table: TableSchema? { get }
    /// The lines below the rows that are its own, such as totals.
    var footRows: Int { get }
    /// The column whose cell is selected; nil for the whole row.
    var cell: Int? { get }
    /// Goes to the cell so many further on; false where rows have no cells.
    mutating func stepCell(_ step: Int, _ context: Context) -> Bool
}

extension RowPane {
    var total: Int? { list.total }
    var position: String { list.position }
    var neededRows: Int { 1 + max(1, list.count) + (list.isSearching ? 1 : 0) }
    var table: TableSchema? { nil }
    var footRows: Int { 0 }
    var cell: Int? { nil }
    mutating func stepCell(_ step: Int, _ context: Context) -> Bool { false }

    /// What keys do in every list, for a pane to name among its own.
    var listBindings: [Binding<Self>] { ofList { $0 != .worst } }

    /// Worst first, where that means something and is told.
    var worst: [Binding<Self>] { ofList { $0 == .worst } }

    private func ofList(_ isMeant: (Action) -> Bool) -> [Binding<Self>] {
        list.bindings.filter { isMeant($0.offer.action) }.map { $0.lifted { $1(&$0.list) } }
    }

    mutating func handle(_ key: Key, in size: Size, _ context: Context) -> Bool {
        if !list.isTyping, key == .left || key == .right, stepCell(key == .left ? -1 : 1, context.within(size)) {
            return true
        }
        return list.handle(key, page: list.page(in: size.rows - footRows))
    }

    var isTyping: Bool { list.isTyping }

    mutating func endSearch() { list.endSearch() }

    mutating func unchoose() { list.unchoose() }

    mutating func expect(_ added: RecordKey, in table: TableSchema) {
        if table == self.table { list.expect(added.text) }
    }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        drawList(on: &frame, focused: focused, context)
    }

    /// Draws the list, without the lines below it.
    func drawList(on frame: inout Frame, focused: Bool, _ context: Context) {
        list.draw(
            on: &frame, top: 0, rows: frame.size.rows - footRows, context, empty: empty(context), focused: focused,
            cell: list.isTyping || !focused ? nil : cell)
    }

    func rows(in size: Size) -> SeenRows { list.seen(in: size.rows - footRows) }

    mutating func select(_ row: Int, in size: Size) { list.select(row, in: size.rows - footRows) }

    func spoken(_ row: Int, isSelected: Bool) -> String? { list.words(row, cell: isSelected && isOnCell ? cell : nil) }

    var isOnCell: Bool { cell != nil && !list.isTyping }

    var columns: ColumnSheet? { list.sheet(cell: cell) }

    mutating func arrange(_ change: ColumnChange) -> Bool { list.arrange(change) }

    func titlesWithoutRoom(in size: Size, _ context: Context) -> [String] {
        list.titlesWithoutRoom(in: size.columns, context)
    }

    func keep(_ name: String, in kept: inout KeptWords) { list.keep(name, in: &kept) }

    mutating func restore(_ name: String, from kept: KeptWords) { list.restore(name, from: kept) }

    /// Its list as something to print, called after what it is about.
    ///
    /// - Parameter title: what the paper calls it instead of its name.
    func printed(
        _ title: String? = nil, of place: String, scope: Scope, filters: [String], rule: String?
    ) -> Printout.Item {
        list.printed(title ?? name, of: place, scope: scope, filters: filters, rule: rule)
    }
}
