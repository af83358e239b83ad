import CXlsxWriter
import Papers
import PartyWork
import TerminalUI

/// Fills one sheet with a paper, from top to bottom.
struct SheetWriter {
    private let paper: Paper
    private let sheet: SheetOutput
    private let book: WorkbookOutput
    private let grid: SheetGrid
    private let width = TextWidth(.wide)
    private var row = 0
    /// Where the rows of each table stand.
    private var places: [Range<Int>] = []

    private static let line = WorkbookOutput.Style(bits: CX_WRAP)
    private static let note = WorkbookOutput.Style(bits: CX_WRAP | CX_SMALL)
    private static let header = WorkbookOutput.Style(
        bits: CX_BOLD | CX_CENTRE | CX_MIDDLE | CX_WRAP | CX_BORDER | CX_SHADED)

    init(_ paper: Paper, on sheet: SheetOutput, of book: WorkbookOutput) {
        self.paper = paper
        self.sheet = sheet
        self.book = book
        grid = SheetGrid(paper.tables)
    }

    private var all: ClosedRange<Int> { 0...max(0, grid.widths.count - 1) }

    /// Writes the whole paper.
    mutating func write() throws(FileFault) {
        for (place, width) in grid.widths.enumerated() { sheet.column(place, width: Double(width) + 0.7) }
        heading()
        for place in paper.tables.indices { writeTable(place) }
        if !paper.signing.isEmpty { row += 1 }
        for line in paper.signing { across(line, height: 24) }
        if !paper.foot.isEmpty { row += 1 }
        for line in paper.foot { across(line, SheetWriter.note) }
        sheet.printArea(rows: row, columns: all.count)
        if let chart = paper.chart, let bars = paper.bars { try draw(chart, bars) }
    }

    private mutating func heading() {
        across(paper.heading.title, WorkbookOutput.Style(bits: CX_CENTRE | CX_MIDDLE | CX_LARGE), height: 34)
        for line in paper.lines { across(line.left, line.right) }
    }

    /// Two texts side by side, or below each other where they have no room.
    private mutating func across(_ left: String, _ right: String) {
        let middle = all.upperBound / 2
        let isRoomy =
            lines(left, in: 0...middle) == 1 && all.count > 1 && lines(right, in: (middle + 1)...all.upperBound) == 1
        guard !right.isEmpty, isRoomy else {
            for text in [left, right] where !text.isEmpty { across(text) }
            return
        }
        sheet.merge(left, row, 0...middle, SheetWriter.line)
        sheet.merge(right, row, (middle + 1)...all.upperBound, WorkbookOutput.Style(bits: CX_WRAP | CX_RIGHT))
        sheet.height(row, points(1, 1))
        row += 1
    }

    /// A text over the whole width.
    private mutating func across(_ text: String, _ style: WorkbookOutput.Style = line, height: Double? = nil) {
        sheet.merge(text, row, all, style)
        sheet.height(row, height ?? points(lines(text, in: all), 1))
        row += 1
    }

    /// Spreadsheets do not fit rows with merged cells to their texts, so lines are counted here.
    private func lines(_ text: String, in columns: ClosedRange<Int>) -> Int {
        width.wrap(PlainText.safe(text), to: grid.width(columns)).count
    }

    private func points(_ lines: Int, _ least: Int) -> Double { Double(max(lines, least)) * 14.5 + 2 }

    // MARK: - Tables

    private mutating func writeTable(_ place: Int) {
        let table = paper.tables[place]
        if !table.title.isEmpty {
            row += place == 0 ? 0 : 1
            across(table.title, WorkbookOutput.Style(bits: CX_BOLD), height: 18)
        }
        if table.hasHeader { put(table.columns.map { .label($0.heading) }, place) { _ in SheetWriter.header } }
        let first = row
        for cells in table.rows { put(cells, place, least: paper.isBlank ? 2 : 1) { table.style($0) } }
        places.append(first..<row)
        if place == 0, table.hasHeader { stand(first - 1, table) }
        for cells in table.totals { put(cells, place) { table.style($0, isTotal: true) } }
    }

    /// The first table's header stays in sight.
    ///
    /// Where it is the only one it stands on every page; headers of several would be wrong on each other's pages, so
    /// then the title does. A table without merged cells can be filtered.
    private func stand(_ header: Int, _ table: PaperTable) {
        let repeated = paper.tables.count == 1 ? header : 0
        sheet.freeze(above: header + 1, repeating: repeated...repeated)
        if !table.rows.isEmpty, table.columns.count == all.count {
            sheet.filter(rows: header...(row - 1), columns: all.count)
        }
    }

    private mutating func put(
        _ cells: [PaperCell], _ table: Int, least: Int = 1, _ style: (Int) -> WorkbookOutput.Style
    ) {
        var most = 1
        for (place, (cell, columns)) in zip(cells, grid.spans[table]).enumerated() {
            put(cell, columns, style(place))
            most = max(most, lines(cell.shown, in: columns))
        }
        sheet.height(row, points(most, least))
        row += 1
    }

    private func put(_ cell: PaperCell, _ columns: ClosedRange<Int>, _ style: WorkbookOutput.Style) {
        // Merging writes a text; what else the cell holds is written over it.
        sheet.merge(cell.shown, row, columns, style)
        let first = columns.lowerBound
        switch cell {
        case .empty, .label, .text: break
        case .number(let number): sheet.number(Double(number), row, first, style)
        case .day(let day): sheet.day(day, row, first, style)
        case .rate(let coverage):
            if let permille = coverage.permille { sheet.number(Double(permille) / 1_000, row, first, style) }
        }
    }

    // MARK: - The chart

    /// Draws the rows down to the last that has a length, on a sheet of its own, where no page ends within them.
    private func draw(_ chart: PaperChart, _ bars: PaperBars) throws(FileFault) {
        let table = paper.tables[chart.table]
        let first = places[chart.table].lowerBound
        let last = table.rows.lastIndex { $0[chart.values].length != nil } ?? 0
        book.draw(
            WorkbookOutput.Bars(
                title: bars.title, rows: first...(first + last),
                names: grid.spans[chart.table][chart.names].lowerBound,
                values: grid.spans[chart.table][chart.values].lowerBound,
                format: table.columns[chart.values].kind.format,
                isRate: table.columns[chart.values].kind == .percent, least: bars.least),
            of: sheet, on: try book.addSheet("\(sheet.name.prefix(26)) 图", isWide: true))
    }
}

extension PaperTable {
    /// How a cell of a column looks; facts stand behind bold labels.
    fileprivate func style(_ place: Int, isTotal: Bool = false) -> WorkbookOutput.Style {
        let kind = columns[place].kind
        let side = kind.isFigure ? CX_RIGHT : kind == .day ? CX_CENTRE : 0
        let weight = isTotal || !hasHeader && place % 2 == 0 ? CX_BOLD : 0
        return WorkbookOutput.Style(bits: CX_WRAP | CX_BORDER | side | weight, format: kind.format)
    }
}

extension PaperColumn.Kind {
    /// `100%` for all of them, else one place, as `Coverage.percentage` says it.
    fileprivate var format: String {
        switch self {
        case .text: "@"
        case .number: "0"
        case .percent: "[=1]0%;0.0%"
        case .day: "yyyy-mm-dd"
        }
    }
}
