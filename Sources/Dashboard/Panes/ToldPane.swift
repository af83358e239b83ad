import PartyWork

/// A list that its screen fills, and whose rows its screen's own keys are about.
struct ToldPane<Row: Sendable>: RowPane {
    var name = ""
    var list: RowList<Row>
    /// What stands where there is no row.
    var nothing = ""
    /// What is known of a row in full; nothing where its columns say it.
    var whole: (@Sendable (Row) -> String)?

    var details: String? { whole.flatMap { list.selected.map($0) } }
    func empty(_ context: Context) -> String { nothing }
    func bindings(_ context: Context) -> [Binding<Self>] { listBindings }
}

extension Panes {
    /// The list of such rows; nil where there is none.
    func list<Row: Sendable>(of rows: Row.Type) -> RowList<Row>? { self[ToldPane<Row>.self]?.list }

    /// Changes the list of such rows.
    mutating func change<Row: Sendable>(listOf rows: Row.Type, _ change: (inout RowList<Row>) -> Void) {
        self.change(ToldPane<Row>.self) { change(&$0.list) }
    }

    /// Fills the list of such rows.
    mutating func load<Row: Sendable>(_ rows: [Row]) { change(listOf: Row.self) { $0.load(rows) } }
}
