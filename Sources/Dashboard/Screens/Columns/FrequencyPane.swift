import ChineseNames
import PartyWork
import TerminalUI

/// A value of a column, with how many rows have it; of days a month.
struct FrequencyRow: Sendable {
    let value: String
    let count: Int
    /// The rows of all values, and of the most frequent one.
    let total: Int
    let most: Int
    /// Where it stands among other values, reckoned once for all comparisons.
    private let measure: ColumnFilter.Measure?
    private let order: NameOrder

    private init(value: String, count: Int, total: Int, most: Int) {
        self.value = value
        self.count = count
        self.total = total
        self.most = most
        measure = ColumnFilter.Measure(value)
        order = NameOrder(value, .thing)
    }

    /// The value as it is read.
    var shown: String { ColumnFilter.isBlank(value) ? localized("（空）", "(blank)") : value }
    var share: String { Coverage(covered: count, inScope: total).percentage }

    /// The values of cells, the most frequent first; those that are equally so in their own order.
    static func all(of cells: [String]) -> [FrequencyRow] {
        let counts = cells.reduce(into: [:] as [String: Int]) { $0[ColumnFilter.value(of: $1), default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return counts.map { FrequencyRow(value: $0, count: $1, total: cells.count, most: most) }
            .sorted { $0.count == $1.count ? $0.precedes($1) : $0.count > $1.count }
    }

    /// By number or day, else by name; what is blank last.
    fileprivate func precedes(_ other: FrequencyRow) -> Bool {
        if let measure, let others = other.measure { return measure.precedes(others) }
        let isBlank = (ColumnFilter.isBlank(value), ColumnFilter.isBlank(other.value))
        if isBlank.0 != isBlank.1 { return isBlank.1 }
        return order < other.order
    }
}

/// How the rows of a list are spread over the values of a column.
struct FrequencyPane: RowPane {
    /// What is counted; empty until that is known.
    private(set) var column = ""
    var list = RowList<FrequencyRow>(columns, identity: \.value, searched: \.shown).choosing()

    var name: String { localized("分布", "values") }
    func empty(_ context: Context) -> String { localized("没有行可数", "no row to count") }
    func bindings(_ context: Context) -> [Binding<Self>] { listBindings }

    /// Counts the cells of a column.
    mutating func count(_ cells: [String], of column: String) {
        if self.column != column { list.unchoose() }
        self.column = column
        list.load(FrequencyRow.all(of: cells))
    }

    /// The filter for the chosen values, or for the selected one.
    var filter: ColumnFilter? { list.meant.isEmpty ? nil : ColumnFilter(values: list.meant.map(\.value)) }

    private static var columns: [RowList<FrequencyRow>.Column] {
        [
            .init(
                TableColumn(localized("值", "Value"), minimum: 10, ideal: 20, share: 1), precedes: { $0.precedes($1) },
                text: \.shown),
            .number(countTitle, minimum: 5, \.count),
            .init(
                TableColumn(localized("占比", "Share"), minimum: 6, alignment: .right), by: \.count, text: \.share),
            .init(TableColumn(localized("图", "Bar"), minimum: 12, ideal: 12)) { Bar(done: $0.count, of: $0.most) },
        ]
    }

    /// The heading of the counts, by which bars are printed.
    static var countTitle: String { localized("行数", "Rows") }
}
