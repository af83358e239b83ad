import Papers
import PartyWork
import TerminalUI

// A list on screen as a table on paper.

extension RowList {
    /// The list as it is in sight: every row that search and filters leave, in order, in all columns that are not hidden, those without
    /// room on the screen too.
    var table: PaperTable {
        let rows = visibleRows
        let columns = arrangement.shown(of: columns.count).flatMap { self.columns[$0].printed(rows) }
        return PaperTable(
            "", PaperColumn.fitted(columns.map(\.column)),
            rows: rows.indices.map { row in columns.map { $0.cells[row] } }, blankRows: nil)
    }

    /// By what the list is narrowed and ordered, and how many rows that leaves.
    ///
    /// - Parameter filters: what the screen narrowed it by; empty ones count for nothing.
    func conditions(_ filters: [String]) -> String {
        let search = searchText.isEmpty ? "" : localized("查找“\(searchText)”", "search “\(searchText)”")
        let rows =
            count == total
            ? localized("共 \(count) 行", "\(count) rows")
            : localized("\(count) 行，共 \(total) 行", "\(count) of \(total) rows")
        let words = (filters + columnWords + [search, orderWords, rows]).filter { !$0.isEmpty }
        return localized("条件：", "Conditions: ") + words.joined(separator: localized("；", "; "))
    }

    /// The list as something to print.
    ///
    /// - Parameters:
    ///   - place: what it is about, where that is not the scope.
    ///   - scope: of which its heading speaks; nil for the scope of everything shown.
    ///   - rule: the counting rule of the whole list; `notes` gives those of single columns or of its rows.
    ///   - charting: the heading of the column on paper by which bars are drawn.
    ///   - summary: what is counted from the rows in sight.
    func printed(
        _ title: String, of place: String = "", scope: Scope? = nil, filters: [String] = [], rule: String?,
        notes: @escaping @Sendable ([Row]) -> [String] = { _ in [] }, charting column: String? = nil,
        summary: (@Sendable ([Row]) -> PrintedList.Summary)? = nil
    ) -> Printout.Item {
        let list = self
        return Printout.Item(
            title: title, place: place, detail: localized("屏幕上的 \(count) 行", "the \(count) rows in sight"),
            work: .list { context in
                let table = list.table
                return PrintedList(
                    title: title, table: table, conditions: list.conditions(filters), rule: rule ?? "",
                    notes: notes(list.visibleRows), scope: scope ?? context.scope,
                    chart: column.flatMap { table.chart(of: $0) },
                    summary: summary.map { $0(list.visibleRows) })
            })
    }
}

extension RowList.Column {
    /// The column on paper with its cells.
    fileprivate func printed(_ rows: [Row]) -> [(column: PaperColumn, cells: [PaperCell])] {
        guard !paper.isEmpty else { return [PaperColumn.made(layout, of: rows.map(text))] }
        return paper.map { column in
            let cells = rows.map(column.cell)
            return (PaperColumn(column.heading, PaperColumn.width(column.heading, cells), .of(cells)), cells)
        }
    }
}

extension PaperColumn {
    /// A column of texts: of numbers where figures stand at the right, of days where all are days, so that a spreadsheet can
    /// count and sort them.
    fileprivate static func made(_ layout: TableColumn, of texts: [String]) -> (column: PaperColumn, cells: [PaperCell])
    {
        let cells = numbers(layout, texts) ?? days(texts) ?? texts.map { $0.isEmpty ? .empty : .text($0) }
        return (PaperColumn(layout.title, width(layout.title, cells), .of(cells)), cells)
    }

    private static func numbers(_ layout: TableColumn, _ texts: [String]) -> [PaperCell]? {
        guard layout.alignment == .right else { return nil }
        // What begins with zeros is a code.
        return all(texts) { text in Int(text).flatMap { String($0) == text ? .number($0) : nil } }
    }

    private static func days(_ texts: [String]) -> [PaperCell]? {
        all(texts) { text in Day(text).flatMap { $0.description == text ? .day($0) : nil } }
    }

    /// The cells where each text that says something can be read; a line stands for nothing.
    private static func all(_ texts: [String], _ read: (String) -> PaperCell?) -> [PaperCell]? {
        var cells: [PaperCell] = []
        for text in texts {
            guard let cell = ["", "-", "—"].contains(text) ? PaperCell.empty : read(text) else { return nil }
            cells.append(cell)
        }
        return cells.contains { $0 != .empty } ? cells : nil
    }

    /// The widest of a column's texts; characters of ambiguous width take two cells on paper.
    fileprivate static func width(_ heading: String, _ cells: [PaperCell]) -> Int {
        let measure = TextWidth(.wide)
        let widest = cells.map { measure.cells($0.shown) }.max() ?? 0
        return min(PaperColumn.most, max(measure.cells(heading), widest, PaperColumn.least))
    }

    /// What a column gets at the least and at the most, in cells; longer texts take several lines.
    private static let least = 4
    private static let most = 60
    /// What a table gets at the least.
    private static let narrowest = 60

    /// The columns of a narrow table widened, so that its heading has room; those of a wide one narrowed, the widest first,
    /// until they fit the long side of the paper.
    fileprivate static func fitted(_ columns: [PaperColumn]) -> [PaperColumn] {
        let lacking = PaperColumn.narrowest - columns.reduce(0) { $0 + $1.width }
        var widths = columns.map { $0.width + max(0, lacking) / columns.count }
        // One cell stands between two columns where there is no room for more.
        let room = max(PaperTable.paper.wide - columns.count + 1, columns.count * PaperColumn.least)
        while widths.reduce(0, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
            widths[widest] -= 1
        }
        return zip(columns, widths).map { PaperColumn($0.heading, $1, $0.kind) }
    }
}

extension PaperColumn.Kind {
    /// What cells hold, where they all hold the same.
    fileprivate static func of(_ cells: [PaperCell]) -> PaperColumn.Kind {
        switch cells.first(where: { $0 != .empty }) {
        case .number: .number
        case .rate: .percent
        case .day: .day
        default: .text
        }
    }
}

extension PaperTable {
    /// Bars by a column, named by the first; nil where there is no such column.
    fileprivate func chart(of heading: String) -> PaperChart? {
        columns.firstIndex { $0.heading == heading }.map { PaperChart(heading, table: 0, names: 0, values: $0) }
    }
}
