import PartyWork

/// A paper or report as it is printed: a heading, tables, notes, places to sign.
///
/// How it comes onto paper or into a spreadsheet is its writer's business.
package struct Paper: Hashable, Sendable {
    package var heading: Heading
    package var tables: [PaperTable]
    /// The counting rules, and what else belongs below the tables.
    package var notes: [String]
    /// The seal of the journal from which it was made.
    package private(set) var seal: Seal?
    /// Who signs, in this order.
    package var signatures: [String]
    /// What its numbers count, `户、人、%`; empty where the columns say it.
    package private(set) var units: String
    package var chart: PaperChart?
    /// Whether the paper lies on its long side.
    package var isWide: Bool
    /// Whether it is to be filled in by hand.
    package private(set) var isBlank = false

    /// What it is, where, of when, by which rule, made by whom and when.
    package struct Heading: Hashable, Sendable {
        /// What it is called whatever it is about: `支部月报表`.
        package let kind: String
        package let place: NamedScope
        package var period: PaperPeriod
        /// Whom it is about, where that is more than a place; else empty.
        package var subject: String
        /// The counting rule in a sentence.
        package var rule: String
        /// Who made it and when.
        package var made: String
        /// A short name for a sheet among others.
        package var name: String

        /// The title with unit and period, as an office hands it in: `龙凤镇店子槽村 2016 年 5 月支部月报表`.
        package var title: String {
            let unit = place.names.joined()
            let isParted = !unit.isEmpty && period.title.first.map { $0.isASCII } ?? false
            return unit + (isParted ? " " : "") + period.title + kind
        }
    }

    /// The lines below the title, with what stands left and right: the unit, and the day and what is counted in.
    package var lines: [(left: String, right: String)] {
        let unit = signatures.isEmpty ? heading.place.text : "填报单位（盖章）：\(heading.place.text)"
        let counted = units.isEmpty ? "" : "单位：\(units)"
        let right = [heading.period.day, counted].filter { !$0.isEmpty }.joined(separator: "    ")
        return [(unit, right)] + (heading.subject.isEmpty ? [] : [(heading.subject, "")])
    }

    /// The places to sign, to be called back and to date, line by line; none where nobody signs.
    package var signing: [String] {
        if signatures.isEmpty { return [] }
        return [
            signatures.map { "\($0)（签字）：______________" }.joined(separator: "    "),
            "联系电话：______________    填报日期：______ 年 ____ 月 ____ 日",
        ]
    }

    /// Makes a paper as the Chinese paper that it is, whatever the screens speak.
    static func onPaper(_ make: () -> Paper) -> Paper { Language.$current.withValue(.chinese, operation: make) }

    package init(
        _ kind: String, in context: PaperContext, period: PaperPeriod, subject: String = "", rule: String, name: String,
        tables: [PaperTable], notes: [String] = [], signatures: [String] = [], units: String = "",
        chart: PaperChart? = nil, isWide: Bool = false
    ) {
        heading = Heading(
            kind: kind, place: context.place, period: period, subject: subject, rule: rule, made: context.made,
            name: name)
        self.units = units
        self.tables = tables
        self.notes = notes
        seal = context.seal
        self.signatures = signatures
        self.chart = chart
        self.isWide = isWide
    }

    /// What stands small at the end, a line each: the rule and the notes, the seal by which `zhibu check --seal` knows the day's journal
    /// again, and who made it.
    package var foot: [String] {
        let rule = heading.rule.isEmpty ? [] : ["口径：\(heading.rule)"]
        let made = heading.made.isEmpty ? [] : [heading.made]
        return rule + notes.map { "注：\($0)" } + (seal.map { ["流水封签：\($0)"] } ?? []) + made
    }

    /// The paper to be filled in by hand: what belongs to it stays, what was counted or recorded goes.
    package var blank: Paper {
        var paper = self
        paper.isBlank = true
        paper.tables = tables.map(\.blank)
        paper.chart = nil
        paper.seal = nil
        paper.heading.made = ""
        return paper
    }
}

/// A table of a paper.
package struct PaperTable: Hashable, Sendable {
    /// What stands above it; empty for a paper's only table.
    package var title: String
    package var columns: [PaperColumn]
    package var rows: [[PaperCell]]
    /// Rows that sum up, set apart from the others.
    package var totals: [[PaperCell]]
    /// How many empty rows a blank paper has; nil where its rows are those of the paper.
    package var blankRows: Int?

    package init(
        _ title: String, _ columns: [PaperColumn], rows: [[PaperCell]], totals: [[PaperCell]] = [], blankRows: Int?
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.blankRows = blankRows
    }

    /// Whether the columns have headings; facts beside their labels need none.
    package var hasHeader: Bool { columns.contains { !$0.heading.isEmpty } }

    fileprivate var blank: PaperTable {
        var table = self
        let empty = [PaperCell](repeating: .empty, count: columns.count)
        table.rows = blankRows.map { [[PaperCell]](repeating: empty, count: $0) } ?? rows.map { $0.map(\.blank) }
        table.totals = totals.map { $0.map(\.blank) }
        return table
    }
}

/// A column of a paper's table.
package struct PaperColumn: Hashable, Sendable {
    package let heading: String
    package let kind: Kind
    /// In cells of a terminal, of which a Han character takes two.
    package let width: Int

    /// What its cells hold.
    package enum Kind: Hashable, Sendable {
        case text
        case number
        case percent
        case day

        /// Whether figures stand below each other at the right.
        package var isFigure: Bool { self == .number || self == .percent }
    }

    package init(_ heading: String, _ width: Int, _ kind: Kind = .text) {
        self.heading = heading
        self.width = width
        self.kind = kind
    }

    /// A column of whole numbers.
    package static func number(_ heading: String, _ width: Int) -> PaperColumn { PaperColumn(heading, width, .number) }

    /// A column of days, which take ten cells.
    package static func day(_ heading: String) -> PaperColumn { PaperColumn(heading, 10, .day) }
}

/// A column of a paper's table with what stands in it, as wide as that is.
struct FilledColumn {
    let column: PaperColumn
    let cells: [PaperCell]

    /// - Parameter most: so many cells of a terminal at the most; longer texts take several lines.
    init(_ heading: String, _ cells: [PaperCell], _ kind: PaperColumn.Kind = .text, atMost most: Int = 28) {
        let widest = ([heading] + cells.map(\.shown)).map(FilledColumn.width).max() ?? 0
        column = PaperColumn(heading, max(4, min(most, widest)), kind)
        self.cells = cells
    }

    init(_ heading: String, texts: [String], atMost most: Int = 28) {
        self.init(heading, texts.map { .text($0) }, atMost: most)
    }

    /// As near as a paper asks.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }
}

extension [PaperColumn] {
    /// The columns widened, so that a table that is narrower than the paper fills it; the counted first one stays as it is.
    var filling: [PaperColumn] {
        let lacking = PaperTable.paper.upright - PaperTable("", self, rows: [], blankRows: nil).cells
        guard count > 1, lacking > 0 else { return self }
        return prefix(1) + dropFirst().map { PaperColumn($0.heading, $0.width + lacking / (count - 1), $0.kind) }
    }
}

/// A cell of a paper's table.
package enum PaperCell: Hashable, Sendable, ExpressibleByStringLiteral {
    case empty
    /// Part of the paper, so that it stands on a blank one too.
    case label(String)
    case text(String)
    case number(Int)
    /// A rate, shown cut and never rounded; `—` for no one in scope.
    case rate(Coverage)
    case day(Day)

    package init(stringLiteral label: String) { self = .label(label) }

    /// A number; a dash for what is not shown to who prints.
    package init(_ number: Int?) { self = number.map { .number($0) } ?? .text(number.shown) }

    /// A day, or nothing.
    package init(_ day: Day?) { self = day.map { .day($0) } ?? .empty }

    /// What stands in the cell.
    package var shown: String {
        switch self {
        case .empty: ""
        case .label(let text), .text(let text): text
        case .number(let number): String(number)
        case .rate(let coverage): coverage.percentage
        case .day(let day): day.description
        }
    }

    fileprivate var blank: PaperCell { if case .label = self { self } else { .empty } }
}

/// Bars over the rows of a paper's table.
package struct PaperChart: Hashable, Sendable {
    package let title: String
    /// The table, by its place.
    package let table: Int
    /// The columns that name the bars and say how long they are, by their places.
    package let names: Int
    package let values: Int

    package init(_ title: String, table: Int, names: Int, values: Int) {
        self.title = title
        self.table = table
        self.names = names
        self.values = values
    }
}
