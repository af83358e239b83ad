import PartyWork
import TerminalUI

/// The figures of a scope at the end of the month before, and on the same day a year before.
struct EarlierFiguresQuery: Query {
    let scope: Scope
    let asOf: Day

    func answer(from ledger: any LedgerReading) throws -> [EarlierDay: [ShownFigure]] {
        try [EarlierDay.monthBefore, .yearBefore].reduce(into: [:]) { figures, earlier in
            figures[earlier] = try ledger.status(asOf: earlier.day(before: asOf), scope: scope).figures
        }
    }
}

/// The town's figures with their bars: the head of the overview.
///
/// One of them is selected, to be opened.
struct TownFiguresPane: Pane {
    var figures: [ShownFigure] = []
    /// The same on earlier days, where there is room to compare.
    var earlier: [EarlierDay: [ShownFigure]] = [:]
    /// The two years of the scope, where there is room for months in one row.
    var trend: TrendReport?
    /// What is missing in a line, the longest first.
    var gaps: [[MissingTable.Part]] = []
    /// Which of them is selected.
    private var selected = 0

    var name: String { localized("数字", "figures") }
    var position: String { "" }
    var neededRows: Int { TownFiguresPane.bars + 1 }
    var isTyping: Bool { false }
    mutating func endSearch() {}
    mutating func unchoose() {}

    private var chosen: ShownFigure? { figures.indices.contains(selected) ? figures[selected] : nil }

    var hasGlances: Bool { true }
    func glance(_ context: Context) -> (any Glance)? {
        figures.isEmpty ? nil : TrendGlance(context.scope, asOf: context.asOf, showing: chosen?.figure.kind.measure)
    }

    func definition(_ context: Context) -> String? { chosen?.figure.kind.rule(context) }

    func bindings(_ context: Context) -> [Binding<Self>] {
        [Binding(.open, on: chosen, orElse: localized("没有支部", "no branch")) { [.open(.figure($0.figure))] }]
    }

    mutating func handle(_ key: Key, in size: Size, _ context: Context) -> Bool {
        guard let next = step(key, perLine: TownFiguresPane.perLine(context)) else { return false }
        selected = next
        return true
    }

    func keep(_ name: String, in kept: inout KeptWords) { kept[number: name] = selected == 0 ? nil : selected }

    mutating func restore(_ name: String, from kept: KeptWords) {
        selected = kept[number: name].flatMap { (0...10).contains($0) ? $0 : nil } ?? 0
    }
}

// MARK: - Lines

extension TownFiguresPane {
    /// The lines they take.
    static func rows(_ context: Context) -> Int { (bars + perLine(context)) / perLine(context) }

    /// The lines above the branches: the last says what is missing, where no place beside the figures is left for that.
    static func headRows(_ context: Context) -> Int { rows(context) + (freePlace(context) == nil ? 1 : 0) }

    /// The place that is left beside the cooperatives' figures; nil where there is none.
    static func freePlace(_ context: Context) -> (row: Int, column: Int)? {
        let perLine = perLine(context)
        let place = bars + 1
        return place % perLine == 0 ? nil : (place / perLine, 2 + place % perLine * (context.body.columns / perLine))
    }

    /// Three where a wide screen is not high enough for all branches below four lines (26 of a town fit into 36 rows).
    private static func perLine(_ context: Context) -> Int {
        context.body.columns >= 120 && context.body.rows < 36 ? 3 : 2
    }

    private static func perLine(in height: Int) -> Int { height > 3 ? 2 : 3 }

    /// The figures with bars; those of the cooperatives stand side by side in one place, behind the last of them.
    private static let bars = 7

    func rows(in size: Size) -> SeenRows {
        let perLine = TownFiguresPane.perLine(in: size.rows)
        let last = min(figures.count - 1, TownFiguresPane.bars)
        return SeenRows(
            rows: 0..<(figures.isEmpty ? 0 : last / perLine + 1), top: 0,
            selected: chosen.map { _ in min(selected, TownFiguresPane.bars) / perLine })
    }

    mutating func select(_ row: Int, in size: Size) {
        let perLine = TownFiguresPane.perLine(in: size.rows)
        let place = min(selected, TownFiguresPane.bars)
        if place / perLine != row { selected = row * perLine + place % perLine }
    }

    /// Where an arrow leads; the ends stay.
    ///
    /// Nil for another key.
    private func step(_ key: Key, perLine: Int) -> Int? {
        let place = min(selected, TownFiguresPane.bars)
        let next: Int
        switch key {
        case .left: next = selected - 1
        case .right: next = selected + 1
        case .up: next = place - perLine
        case .down: next = place + perLine
        case .home: next = 0
        case .end: next = figures.count - 1
        default: return nil
        }
        let isBeyond = (key == .down && next > TownFiguresPane.bars) || !figures.indices.contains(next)
        return isBeyond ? selected : next
    }
}

// MARK: - Drawing

extension TownFiguresPane {
    /// What a figure says behind its number: a rate, or of what is to be reached in the year where it stands.
    private func words(_ figure: ShownFigure, _ context: Context) -> (text: String, element: Element) {
        let (done, target) = (figure.done, figure.target ?? 0)
        guard let span = figure.span else {
            let coverage = Coverage(covered: done, inScope: target)
            return (coverage.percentage, figure.isCoverage ? .of(coverage) : .text)
        }
        let state = Progress(done: done, of: target, in: span, asOf: context.asOf).state
        return (state == .onTrack ? "" : state.title, .of(state))
    }

    /// The cells of the longest number, `1253/1320`, of a rate or state, and of what is said of each earlier day: all begin at one place.
    private static let numberWidth = 9
    private static var wordWidth: Int { localized(6, 8) }
    private static var changeWidth: Int { localized(5, 6) }
    private static func yearWidth(_ context: Context) -> Int {
        max(localized(8, 14), draws(context) ? monthsInRow : 0)
    }

    /// The cooperatives' figures.
    private var ofCooperatives: [String] {
        let words = [
            localized("合作社", "coops "), localized("领办", "own "), localized("党员", "found. "),
            localized("带动", "led "),
        ]
        return zip(words, figures.dropFirst(TownFiguresPane.bars)).map { $0 + $1.value }
    }

    func draw(on frame: inout Frame, focused: Bool, _ context: Context) {
        let perLine = TownFiguresPane.perLine(context)
        let width = frame.size.columns / perLine
        let selected = focused ? selected : nil
        for (index, figure) in figures.prefix(TownFiguresPane.bars).enumerated() {
            draw(
                figure, isSelected: index == selected, on: &frame, row: index / perLine,
                column: 2 + index % perLine * width, width - 2, context)
        }
        drawCooperatives(
            selected, on: &frame, row: TownFiguresPane.bars / perLine,
            column: 2 + TownFiguresPane.bars % perLine * width, width - 2, context)
        if let place = TownFiguresPane.freePlace(context) {
            drawGaps(on: &frame, row: place.row, column: place.column, context)
        }
    }

    /// Draws what is missing, in as many words as have room.
    func drawGaps(on frame: inout Frame, row: Int, column: Int, _ context: Context) {
        let room = frame.size.columns - column - 2
        let width = { (line: [MissingTable.Part]) in
            line.reduce(0) { $0 + context.textWidth.cells($1.text) }
        }
        var at = column
        for part in gaps.first(where: { width($0) <= room }) ?? gaps.last ?? [] {
            // A look of its own for each would cost a slow line more than it may take.
            let style = context.theme.palette == .many ? context.style(part.element) : .plain
            at = frame.put(part.text, row: row, column: at, maxWidth: room - (at - column), style: style)
        }
    }

    private func drawCooperatives(
        _ selected: Int?, on frame: inout Frame, row: Int, column: Int, _ width: Int, _ context: Context
    ) {
        var at = column
        for (index, text) in shown(selected, in: min(width, frame.size.columns - column), context) {
            if index == selected {
                frame.put("[\(text)]", row: row, column: at - 1, style: context.style(.selection))
                frame.cursor = Cursor(row: row, column: at - 1)
            } else {
                frame.put(text, row: row, column: at)
            }
            at += context.textWidth.cells(text) + 1
        }
    }

    /// Those that have room as a whole, the selected one among them.
    private func shown(_ selected: Int?, in room: Int, _ context: Context) -> [(Int, String)] {
        let texts = ofCooperatives
        let ends = texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + context.textWidth.cells($1) + 1) }
        let chosen = max(0, (selected ?? 0) - TownFiguresPane.bars)
        let first = texts.indices.first { $0 >= chosen || ends[chosen + 1] - ends[$0] <= room } ?? 0
        return texts.enumerated().dropFirst(first).filter { ends[$0.offset + 1] - ends[first] <= room + 1 }
            .map { ($0.offset + TownFiguresPane.bars, $0.element) }
    }

    private func draw(
        _ figure: ShownFigure, isSelected: Bool, on frame: inout Frame, row: Int, column: Int, _ width: Int,
        _ context: Context
    ) {
        let title = figure.figure.kind.shortTitle
        let (text, element) = words(figure, context)
        let number = max(TownFiguresPane.numberWidth, figure.value.utf8.count)
        // Where both have no room the figure stays.
        let hasBar = width >= 23 + number + context.textWidth.cells(text)
        if isSelected {
            frame.put("[\(title)]", row: row, column: column - 1, style: context.style(.selection))
            frame.cursor = Cursor(row: row, column: column - 1)
        } else {
            frame.put(title, row: row, column: column, width: 12, alignment: .left)
        }
        // As long as there is room beside the longest figure, `1253/1320 94.9%`, so that all are of one length.
        let comparison = TownFiguresPane.comparison(context)
        let compared =
            (comparison == .none ? 0 : TownFiguresPane.yearWidth(context) + 2)
            + (comparison == .both ? TownFiguresPane.changeWidth + 1 : 0)
        let length = max(8, min(36, width - 30 - compared))
        if hasBar {
            Bar(figure, asOf: context.asOf).draw(
                on: &frame, row: row, column: column + 13, width: length, context.theme)
        }
        let start = hasBar ? 14 + length : 13
        frame.put(figure.value, row: row, column: column + start, width: number, alignment: .right)
        var rest = start + number + 1
        if comparison == .both {
            frame.put(
                change(of: figure, context), row: row, column: column + rest, width: TownFiguresPane.changeWidth,
                alignment: .right)
            rest += TownFiguresPane.changeWidth + 1
        }
        frame.put(text, row: row, column: column + rest, maxWidth: width - rest, style: context.style(element))
        if comparison != .none {
            rest += TownFiguresPane.wordWidth + 1
            if let months = months(of: figure, context) {
                return months.drawInRow(on: &frame, row: row, column: column + rest, context.theme)
            }
            frame.put(
                yearBefore(figure), row: row, column: column + rest, maxWidth: width - rest,
                style: context.style(.muted))
        }
    }
}

// MARK: - Comparison

extension TownFiguresPane {
    /// What of earlier days has room beside a figure.
    enum Comparison {
        case none
        /// The same day a year before.
        case year
        /// The change since the end of the month before, too.
        case both
    }

    static func comparison(_ context: Context) -> Comparison {
        // A margin, a title, the shortest bar, and a blank between what stands behind it.
        let year = 2 + 22 + numberWidth + 1 + wordWidth + 1 + yearWidth(context)
        let room = context.body.columns / perLine(context) - year
        return room >= changeWidth + 2 ? .both : room >= 0 ? .year : .none
    }

    /// What a figure has changed by since the end of the month before, of a coverage what is missing: `+26`, `-1`, `=`, `缺+1`.
    ///
    /// What is counted within a year begins at nothing in January.
    private func change(of figure: ShownFigure, _ context: Context) -> String {
        guard let before = earlier[.monthBefore]?[figure.figure.kind] else { return "" }
        let isNew = figure.span?.period == .year && context.asOf.month == 1
        let change = TownFiguresPane.measured(figure) - (isNew ? 0 : TownFiguresPane.measured(before))
        return (figure.isCoverage ? localized("缺", "gap") : "") + change.signed
    }

    /// What a figure was on the same day a year before: `去年 178`, of a coverage what was missing: `去年缺3`.
    private func yearBefore(_ figure: ShownFigure) -> String {
        guard let before = earlier[.yearBefore]?[figure.figure.kind] else { return "" }
        let number = TownFiguresPane.measured(before)
        return figure.isCoverage
            ? localized("去年缺\(number)", "yr ago gap\(number)") : localized("去年 \(number)", "yr ago \(number)")
    }

    /// Whether a figure's months stand beside it in one row, instead of what it was a year before.
    static func draws(_ context: Context) -> Bool { context.theme.isFine && !context.isPlain }

    private static let monthsInRow = 12

    /// The twelve months up to the running one; nil where they are not known.
    private func months(of figure: ShownFigure, _ context: Context) -> MonthChart? {
        guard TownFiguresPane.draws(context), let measure = figure.figure.kind.measure, let trend else { return nil }
        return MonthChart(trend, measure, height: 1).last(TownFiguresPane.monthsInRow)
    }

    /// What is compared: of a coverage its gap, because its rate falls when households leave poverty.
    private static func measured(_ figure: ShownFigure) -> Int {
        figure.isCoverage ? (figure.target ?? 0) - figure.done : figure.done
    }
}
