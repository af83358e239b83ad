import ChineseNames
import PartyWork
import TerminalUI

/// A list of rows in columns: scrolls, sorts, searches, and keeps the selected row when its rows are loaded again.
package struct RowList<Row: Sendable>: Sendable {
    /// A column: where it stands, what it says of a row, how rows are ordered by it.
    struct Column: Sendable {
        let layout: TableColumn
        let text: @Sendable (Row) -> String
        let element: @Sendable (Row) -> Element
        /// The orders it gives, the usual one first; none for a column that does not sort.
        let orders: [RowOrder<Row>]
        /// What stands for it on paper; nothing where its text does.
        var paper: [PrintedColumn<Row>] = []
        /// What its cells show; nil where that is their text.
        private(set) var face: (@Sendable (Row) -> CellFace)?
        /// The figure that its cells show; nil for a column that shows none.
        private(set) var figure: @Sendable (Row) -> Figure? = { _ in nil }

        init(
            _ layout: TableColumn, element: @escaping @Sendable (Row) -> Element = { _ in .text },
            precedes: (@Sendable (Row, Row) -> Bool)? = nil, text: @escaping @Sendable (Row) -> String
        ) {
            self.layout = layout
            self.text = text
            self.element = element
            orders = precedes.map { [RowOrder(precedes: $0)] } ?? []
        }

        /// A column ordered by a value of the row.
        init<Value: Comparable & SendableMetatype>(
            _ layout: TableColumn, by value: @escaping @Sendable (Row) -> Value,
            element: @escaping @Sendable (Row) -> Element = { _ in .text },
            text: @escaping @Sendable (Row) -> String
        ) {
            self.layout = layout
            self.text = text
            self.element = element
            orders = [RowOrder(by: value)]
        }

        /// A column of names, ordered as names are: those of people by strokes too.
        init(
            _ layout: TableColumn, named kind: NameOrder.Kind,
            element: @escaping @Sendable (Row) -> Element = { _ in .text },
            _ name: @escaping @Sendable (Row) -> String
        ) {
            self.layout = layout
            self.text = name
            self.element = element
            orders = RowOrder.names(kind, name)
        }

        /// A column of what is a part of the row.
        init<Part>(_ column: RowList<Part>.Column, of part: @escaping @Sendable (Row) -> Part) {
            layout = column.layout
            text = { column.text(part($0)) }
            element = { column.element(part($0)) }
            orders = column.orders.map { RowOrder<Row>($0, of: part) }
            if let cells = column.face { face = { cells(part($0)) } }
        }

        /// A column of a number of the row, ordered by it; a dash where it is not shown.
        static func number(
            _ title: String, minimum: Int, dropOrder: Int = 0, _ number: @escaping @Sendable (Row) -> Int?
        ) -> Column {
            Column(
                TableColumn(title, minimum: minimum, alignment: .right, dropOrder: dropOrder), by: { number($0) ?? -1 },
                text: { number($0).shown })
        }

        /// A column of bars, which are characters where they are read or printed.
        init(_ layout: TableColumn, bar: @escaping @Sendable (Row) -> Bar) {
            self.init(layout) { bar($0).text(layout.minimum) }
            face = { CellFace(bar: bar($0)) }
        }

        /// The column with cells that show something else than their text.
        func showing(_ face: @escaping @Sendable (Row) -> CellFace) -> Column {
            var column = self
            column.face = face
            return column
        }

        /// The text that a cell shows.
        func shownText(_ row: Row) -> String { face?(row).text ?? text(row) }

        /// The column with a figure behind each cell, nil where a cell has none.
        func opening(_ figure: @escaping @Sendable (Row) -> Figure?) -> Column {
            var column = self
            column.figure = figure
            return column
        }
    }

    private(set) var columns: [Column]
    /// Tells one row from another across loads.
    let identity: @Sendable (Row) -> String
    /// What a search looks through beside everything the columns say, parted by blanks.
    fileprivate let searched: @Sendable (Row) -> String
    /// What it looks through of each row, folded at the first search after the rows were loaded.
    private var folded: [FoldedText] = []
    /// Worst first.
    private let isWorse: (@Sendable (Row, Row) -> Bool)?

    /// Whether a row may be chosen for an act on many; nil in a list whose rows are not.
    private(set) var isChoosable: (@Sendable (Row) -> Bool)?
    /// The rows chosen so far.
    var chosen = ChosenRows()

    private var rows: [Row] = []
    /// How the columns share a line, as wide as their texts are where characters of ambiguous width take one cell or two:
    /// reckoned once for the rows, because every key draws them.
    private(set) var layouts: (narrow: ColumnLayout, wide: ColumnLayout)
    /// How they would if nobody had arranged them.
    private(set) var ownLayouts: (narrow: ColumnLayout, wide: ColumnLayout)
    /// How the officer wants them.
    private(set) var arrangement = ColumnArrangement()
    /// The rows that the columns' filters leave.
    private var admitted: [Int] = []
    private var shown: [Int] = []
    private var state = ListState()
    private var order = Order.natural
    private var filter: (@Sendable (Row) -> Bool)?
    private var search: TextField?
    private(set) var isTyping = false
    /// The row to select once the rows come, and how many rows are to be seen above it.
    private var awaited: (row: String, above: Int)?

    private enum Order: Equatable {
        case natural
        case worst
        /// A column, which of its orders, and whether turned round.
        case column(Int, by: Int = 0, reversed: Bool)
    }

    init(
        _ columns: [Column], identity: @escaping @Sendable (Row) -> String,
        searched: @escaping @Sendable (Row) -> String, isWorse: (@Sendable (Row, Row) -> Bool)? = nil
    ) {
        self.columns = columns
        self.identity = identity
        self.searched = searched
        self.isWorse = isWorse
        layouts = RowList.layouts(of: columns, [])
        ownLayouts = layouts
    }

    /// A list of rows of which those of another list are a part, behind a column of their own that tells them apart.
    init<Part>(
        _ column: Column, before list: RowList<Part>, of part: @escaping @Sendable (Row) -> Part
    ) {
        self.init(
            [column] + list.columns.map { Column($0, of: part) },
            identity: { column.text($0) + " " + list.identity(part($0)) }, searched: { list.searched(part($0)) })
    }

    /// The list with some columns, by their places, as columns of figures on paper instead of a text such as `41/43 95.3%`.
    func onPaper(_ paper: [Int: [PrintedColumn<Row>]]) -> RowList {
        var list = self
        for (place, columns) in paper { list.columns[place].paper = columns }
        return list
    }

    /// The list with rows to be chosen, those for which a test holds.
    func choosing(_ isChoosable: @escaping @Sendable (Row) -> Bool = { _ in true }) -> RowList {
        var list = self
        list.isChoosable = isChoosable
        return list
    }
}

// MARK: - Contents

extension RowList {
    /// The row the keys act on; nil in an empty list.
    var selected: Row? { shown.indices.contains(state.selected) ? rows[shown[state.selected]] : nil }
    /// The figure in a column of the selected row; nil where there is none.
    func figure(in column: Int) -> Figure? {
        selected.flatMap { columns.indices.contains(column) ? columns[column].figure($0) : nil }
    }
    /// The rows shown, in order.
    var visibleRows: [Row] { shown.map { rows[$0] } }
    /// The row of a number among those shown.
    func visibleRow(_ number: Int) -> Row { rows[shown[number]] }
    var count: Int { shown.count }
    var total: Int { rows.count }
    /// All rows, those left out by a search or a filter too, as they were loaded.
    var allRows: [Row] { rows }
    /// Whether a search leaves rows out.
    var isSearching: Bool { search != nil }
    /// `第 3/19 行`, and of how many where a search or a filter leaves some out; how many are chosen, and by which columns the
    /// list is narrowed.
    var position: String {
        let all = shown.count < rows.count ? localized("（共 \(rows.count)）", " (of \(rows.count))") : ""
        let marked = chosen.isEmpty ? "" : localized("，已选 \(chosen.count) 行", ", \(chosen.count) chosen")
        return
            (shown.isEmpty
            ? localized("无", "none")
            : localized("第 \(state.selected + 1)/\(shown.count) 行", "\(state.selected + 1)/\(shown.count)")) + all
            + marked + columnWords.map { localized("，\($0)", ", \($0)") }.joined()
    }

    /// Replaces the rows; the selected row stays selected if it is still there.
    ///
    /// - Parameter sum: what a pane draws below them, whose texts have room as theirs do; nil for nothing.
    mutating func load(_ rows: [Row], sum: Row? = nil) {
        let kept = selected.map(identity)
        self.rows = rows
        ownLayouts = RowList.layouts(of: columns, sum.map { rows + [$0] } ?? rows)
        layouts = arranged(ownLayouts)
        admit()
        folded = []
        dropChosen()
        arrange(keeping: kept)
        guard let awaited, !rows.isEmpty else { return }
        if let index = shown.firstIndex(where: { identity(self.rows[$0]) == awaited.row }) {
            state.select(index, above: awaited.above)
        }
        self.awaited = nil
    }

    /// Takes over how another list of such rows shows its columns, which are the same ones; rows are loaded anew behind it.
    mutating func show(columnsAs other: RowList) { columns = other.columns }

    /// Shows only some of the rows; nil shows all.
    mutating func show(only filter: (@Sendable (Row) -> Bool)?) {
        let kept = selected.map(identity)
        self.filter = filter
        arrange(keeping: kept)
    }

    /// Arranges the columns; the selected row stays selected if it is still there.
    mutating func arrange(_ change: (inout ColumnArrangement) -> Void) {
        let kept = selected.map(identity)
        change(&arrangement)
        layouts = arranged(ownLayouts)
        admit()
        arrange(keeping: kept)
    }

    private mutating func admit() {
        let filters = arrangement.filters
        admitted = rows.indices.filter { row in
            filters.allSatisfy { column, filter in filter.admits(columns[column].text(rows[row])) }
        }
    }

    /// Selects the first row for which the test holds, and says whether there is one.
    @discardableResult
    mutating func select(where test: (Row) -> Bool) -> Bool {
        guard let index = shown.firstIndex(where: { test(rows[$0]) }) else { return false }
        state.select(index)
        return true
    }

    /// Goes on to the next row.
    mutating func advance() { state.advance() }

    private mutating func arrange(keeping kept: String?) {
        let query = query
        if !query.isEmpty, folded.isEmpty { folded = rows.map { FoldedText(texts(of: $0)) } }
        shown = admitted.filter { index in
            (filter?(rows[index]) ?? true) && (query.isEmpty || query.finds(folded[index]))
        }
        if let order = rowOrder {
            let arranged = order.order.places(of: shown.map { rows[$0] }, reversed: order.reversed)
            shown = arranged.map { shown[$0] }
        }
        state.update(count: shown.count, page: state.page)
        if let kept, let index = shown.firstIndex(where: { identity(rows[$0]) == kept }) { state.select(index) }
    }

    private var rowOrder: (order: RowOrder<Row>, reversed: Bool)? {
        switch order {
        case .natural: nil
        case .worst: isWorse.map { (RowOrder(precedes: $0), false) }
        case .column(let index, let by, let reversed): (columns[index].orders[by], reversed)
        }
    }

    /// What a search looks through: everything the row shows, and what it is known by beside.
    private func texts(of row: Row) -> [String] {
        columns.map { $0.text(row) } + searched(row).split(separator: " ").map(String.init)
    }

    private var query: NameQuery { NameQuery(search?.text ?? "") }
}

// MARK: - From one start to the next

extension RowList {
    /// The selected row, or the one to be selected, with how many are seen above it; nil where there is none.
    var keptRow: (row: String, above: Int)? {
        selected.map { (row: identity($0), above: state.selected - state.top) } ?? awaited
    }

    /// Selects a row as soon as it is loaded.
    mutating func expect(_ row: String) { awaited = (row: row, above: state.selected - state.top) }

    /// What is searched for.
    var searchText: String { search?.text ?? "" }

    /// The order: `+` or `-` and a column's number, `worst`, or nothing for the natural one.
    var sorting: String {
        switch order {
        case .natural: ""
        case .worst: "worst"
        case .column(let index, let by, let reversed):
            (reversed ? "-" : "+") + String(index) + (by == 0 ? "" : "/\(by)")
        }
    }

    /// The order for people to read; nothing for the natural one.
    var orderWords: String {
        switch order {
        case .natural: ""
        case .worst: localized("差的在前", "worst first")
        case .column(let index, let by, let reversed):
            localized(
                "按“\(columns[index].layout.title)”\(columns[index].orders[by].word)\(reversed ? "倒序" : "排序")",
                "by \(columns[index].layout.title)\(columns[index].orders[by].word)\(reversed ? ", reversed" : "")")
        }
    }

    /// Arranges, sorts and searches as before, and selects a row as soon as it is loaded; an order that there is no more is dropped.
    mutating func restore(row: (row: String, above: Int)?, sorting: String, query: String, columns kept: String = "") {
        arrangement = ColumnArrangement(kept, columns.map(\.layout.title))
        layouts = arranged(ownLayouts)
        awaited = row
        search = query.isEmpty ? nil : TextField(query)
        let numbers = sorting.dropFirst().split(separator: "/").map { Int($0) ?? -1 }
        if let index = numbers.first, columns.indices.contains(index),
            columns[index].orders.indices.contains(numbers.dropFirst().first ?? 0)
        {
            order = .column(index, by: numbers.dropFirst().first ?? 0, reversed: sorting.hasPrefix("-"))
        } else {
            order = sorting == "worst" && isWorse != nil ? .worst : .natural
        }
    }
}

// MARK: - Keys

extension RowList {
    /// Moves or types; false for a key that means nothing here.
    ///
    /// `page` is how many rows are seen.
    ///
    /// Enter ends the typing and is left to the screen, which opens the hit: one key for what the officer searched for.
    mutating func handle(_ key: Key, page: Int) -> Bool {
        state.update(count: shown.count, page: page)
        if state.handle(key) { return true }
        if key == .escape { return clearSearch() || unchoose() }
        return isTyping ? type(key) : beginSearch(with: key)
    }

    /// Opens the search line.
    mutating func find() {
        isTyping = true
        if search == nil { search = TextField() }
    }

    /// Leaves the search, if there is one; the selected row stays selected.
    mutating func endSearch() { _ = clearSearch() }

    /// Leaves the search, dropping its text; false if there was none.
    private mutating func clearSearch() -> Bool {
        guard search != nil else { return false }
        let kept = selected.map(identity)
        search = nil
        isTyping = false
        arrange(keeping: kept)
        return true
    }

    /// Han typed in a list starts a new search with that text (TERMINAL, requirement 7), and so does any text pasted.
    private mutating func beginSearch(with key: Key) -> Bool {
        switch key {
        case .text(let text):
            let isHan = text.unicodeScalars.allSatisfy { $0.value >= 0x2E80 && $0.value < 0xFF00 || $0.value > 0x20000 }
            if !isHan { return false }
        case .paste(let text) where !CellRules.trimmed(text).isEmpty: break
        default: return false
        }
        search = nil
        find()
        return type(key)
    }

    private mutating func type(_ key: Key) -> Bool {
        if key == .enter {
            // Without a hit there is nothing to open, and the text is still to be changed.
            guard selected != nil else { return true }
            isTyping = false
            if search?.isEmpty ?? false { search = nil }
            return false
        }
        // All hits of a search are chosen while it is typed.
        if isChoosable != nil, Action.chooseAll.keys[0] == key { return false }
        guard search?.handle(key) ?? false else { return false }
        let kept = selected.map(identity)
        arrange(keeping: kept)
        // Who types all that a row is known by means it, whatever others say of it.
        let (typed, known) = (searchText, identity)
        select(where: { known($0).hasSameCodePoints(as: typed) })
        return true
    }

    /// Orders by the next order of the columns; after the last by none.
    mutating func sortByNextColumn() -> String {
        let orders = columns.indices.flatMap { index in columns[index].orders.indices.map { (index, $0) } }
        var current = (-1, 0)
        if case .column(let index, let by, _) = order { current = (index, by) }
        let next = orders.first { $0 > current }
        set(next.map { .column($0.0, by: $0.1, reversed: false) } ?? .natural)
        guard let next else { return localized("恢复原来的次序", "In the order before") }
        let (title, word) = (columns[next.0].layout.title, columns[next.0].orders[next.1].word)
        return localized("按“\(title)”\(word)排序", "Sorted by \(title)\(word)")
    }

    /// Orders by the next order of a column, which each of them then turns round; after the last by none.
    mutating func sort(by column: Int) {
        let orders = columns[column].orders.indices.flatMap { [(by: $0, reversed: false), (by: $0, reversed: true)] }
        var next = 0
        if case .column(column, let by, let reversed) = order { next = by * 2 + (reversed ? 2 : 1) }
        set(next < orders.count ? .column(column, by: orders[next].by, reversed: orders[next].reversed) : .natural)
    }

    /// In which order a column puts the rows: `升序`; nothing for none.
    func direction(of column: Int) -> String {
        guard case .column(column, let by, let reversed) = order else { return "" }
        return localized(
            "\(columns[column].orders[by].word)\(reversed ? "降序" : "升序")", reversed ? "descending" : "ascending")
    }

    /// The column that the rows are ordered by; nil for none.
    var sortedColumn: Int? { if case .column(let column, _, _) = order { column } else { nil } }

    /// Turns the order of the current column round.
    mutating func reverse() -> String {
        guard case .column(let index, let by, let reversed) = order else {
            return localized("先按 F6 选择一列排序", "First choose a column with F6")
        }
        set(.column(index, by: by, reversed: !reversed))
        let (title, word) = (columns[index].layout.title, columns[index].orders[by].word)
        return localized(
            "按“\(title)”\(word)\(reversed ? "升序" : "降序")",
            "By \(title)\(word), \(reversed ? "ascending" : "descending")")
    }

    /// Puts the worst first, or takes it back.
    mutating func toggleWorst() -> String {
        set(order == .worst ? .natural : .worst)
        return order == .worst ? localized("差的在前", "Worst first") : localized("恢复原来的次序", "In the order before")
    }

    /// Puts the rows in their own order.
    mutating func restoreOrder() { set(.natural) }

    private mutating func set(_ order: Order) {
        self.order = order
        arrange(keeping: nil)
        state.select(0)
    }

    /// What keys do in every list: find, sort, turn round, choose, and worst first where that means something.
    var bindings: [Binding<RowList>] {
        let find = Binding<RowList>(.find) { list in
            list.find()
            return []
        }
        let sort = Binding<RowList>(.sort) { [.notice($0.sortByNextColumn())] }
        let reverse = Binding<RowList>(.reverse) { [.notice($0.reverse())] }
        let worst = Binding<RowList>(.worst) { [.notice($0.toggleWorst())] }
        return [find, sort, reverse] + choosingBindings + (isWorse == nil ? [] : [worst])
    }
}

// MARK: - Drawing

extension RowList {
    /// The rows of an area that show rows of the list: all but the heading and the search line.
    func page(in area: Int) -> Int { max(1, area - 1 - (search == nil ? 0 : 1)) }

    /// What is selected and seen in an area.
    private func state(in area: Int) -> ListState {
        var state = state
        state.update(count: shown.count, page: page(in: area))
        return state
    }

    /// The rows that an area shows, below the heading.
    func seen(in area: Int) -> SeenRows {
        let state = state(in: area)
        return SeenRows(rows: state.visible, top: 1, selected: shown.isEmpty ? nil : state.selected)
    }

    /// Selects a row in an area, by its number among those shown.
    mutating func select(_ row: Int, in area: Int) {
        state = state(in: area)
        state.select(row)
    }

    /// The column so many further on among those that have room, for a cell to be chosen; the ends stay.
    func column(_ step: Int, from cell: Int, _ context: Context) -> Int {
        let slots = slots(in: context.body.columns, context).map(\.index)
        let current = slots.firstIndex(of: cell) ?? slots.lastIndex { $0 <= cell } ?? 0
        return slots[max(0, min(slots.count - 1, current + step))]
    }

    /// Draws heading, rows and search line, and places the cursor on the selected row.
    ///
    /// - Parameter cell: the column whose cell is selected, in brackets; nil where whole rows are.
    func draw(
        on frame: inout Frame, top: Int, rows area: Int, _ context: Context, empty: String, focused: Bool = true,
        cell: Int? = nil
    ) {
        let state = state(in: area)
        let slots = slots(in: frame.size.columns, context)
        if context.isPlain {
            drawWords(on: &frame, top: top + 1, state.visible, selected: focused ? state.selected : nil, cell)
        } else {
            drawHeading(on: &frame, row: top, slots, context)
        }
        // Where there is room for one line only, that is the search.
        if shown.isEmpty, search == nil || area > 2 {
            let said =
                isSearching
                ? localized("没有符合条件的行，按 Esc 清除查找", "Nothing fits; Esc clears the search") : narrowed ?? empty
            let lines = context.textWidth.wrap(said, to: frame.size.columns - 4)
            for (line, text) in lines.prefix(max(1, area - (search == nil ? 1 : 2))).enumerated() {
                frame.put(text, row: top + 1 + line, column: 2, style: context.style(.muted))
            }
        }
        let query = query
        for (line, index) in state.visible.enumerated() where !context.isPlain {
            let value = rows[shown[index]]
            draw(value, on: &frame, row: top + 1 + line, slots, index == state.selected && focused, cell, context)
            if !query.isEmpty { highlight(query, value, on: &frame, row: top + 1 + line, slots) }
        }
        if focused {
            let column = slots.first { $0.index == cell }.map { 2 + $0.column } ?? 0
            frame.cursor = Cursor(row: top + 1 + state.selected - state.top, column: column, visible: false)
        }
        drawSearch(on: &frame, row: top + area - 1, slots, context)
    }

    private func drawHeading(on frame: inout Frame, row: Int, _ slots: [ColumnLayout.Slot], _ context: Context) {
        for slot in slots {
            let title = columns[slot.index].layout.title
            let filterSign = filterSign(slot.index)
            let width = slot.width - filterSign.count
            frame.put(title, row: row, column: 2 + slot.column, width: width, alignment: slot.alignment)
            let detail = columns[slot.index].layout.detail
            if !detail.isEmpty, slot.width > columns[slot.index].layout.minimum {
                frame.put(
                    detail, row: row, column: 2 + slot.column + slot.width - context.textWidth.cells(detail))
            }
            // Beside the title, in the gap where the title fills its column: the sign never cuts it.
            let end = slot.alignment == .right ? width : min(width, context.textWidth.cells(title))
            frame.put(sortSign(slot.index) + filterSign, row: row, column: 2 + slot.column + end)
        }
        // One run from the first column to the last: a style for each column would cost four times the bytes.
        let end = slots.last.map { 2 + $0.column + $0.width + (sortSign($0.index).isEmpty ? 0 : 1) } ?? 2
        frame.style(row: row, columns: 2..<end, context.style(.columnTitle))
    }

    private func sortSign(_ index: Int) -> String {
        guard case .column(index, let by, let reversed) = order else { return "" }
        return (by == 0 ? "" : localized("笔", "/")) + (reversed ? "v" : "^")
    }

    private func draw(
        _ value: Row, on frame: inout Frame, row: Int, _ slots: [ColumnLayout.Slot], _ isSelected: Bool, _ cell: Int?,
        _ context: Context
    ) {
        let theme = context.theme
        let standsOut = isSelected && theme.highlightsRows
        let look: (Element) -> Style = { standsOut ? theme.selected($0) : theme.style($0) }
        // The eye stays in the row.
        if standsOut { frame.fill(row: row, style: look(.text)) }
        if isSelected { frame.put(">", row: row, column: 0, style: look(.keyName)) }
        if isChosen(value) { frame.put("*", row: row, column: 1, style: look(.keyName)) }
        var last: (end: Int, style: Style)?
        for (number, slot) in slots.enumerated() {
            let column = columns[slot.index]
            let isName = isSelected && number == 0 && cell == nil && !standsOut
            let element = isName ? .selection : column.element(value)
            let style = look(element)
            // The gap between two columns of one colour has it too: turning it off and on again would cost more bytes.
            if let last, last.style == style, element != .text, style.background == .standard {
                frame.style(row: row, columns: last.end..<2 + slot.column, style)
            }
            last = (2 + slot.column + slot.width, style)
            let face = column.face?(value)
            let shown = face?.text ?? column.text(value)
            var (start, width) = (2 + slot.column, slot.width)
            if let face, let bar = face.bar {
                bar.draw(
                    on: &frame, row: row, column: start, width: width - face.textWidth, theme, on: look(.text))
                start += max(0, width - face.textWidth)
                width = min(width, face.textWidth)
            }
            if let face, !face.detail.isEmpty, width >= face.cells(context.textWidth) {
                frame.put(
                    face.detail, row: row, column: start + face.detailColumn, width: width - face.detailColumn,
                    alignment: .right, style: look(.text))
                width = face.detailColumn
            }
            // With eight colours the bar, or the characters alone, say it: each look would be ten bytes of a slow line.
            let isSaid = face?.bar != nil && theme.palette == .eight
            frame.put(
                shown, row: row, column: start, width: width, alignment: slot.alignment,
                style: isSaid ? look(.text) : style)
            if let face, !face.marks.isEmpty, theme.palette == .many {
                let blanks = slot.alignment.blanks(before: max(0, width - context.textWidth.cells(shown)))
                for mark in face.marks where blanks + mark.cell < width {
                    let at = start + blanks + mark.cell
                    frame.style(row: row, columns: at..<at + 1, look(mark.element))
                }
            }
            guard isSelected, cell == slot.index else { continue }
            let text = context.textWidth.truncate("[\(shown)]", to: width + 2)
            // The brackets stand beside the text, also where it ends at the column's right edge.
            let before = slot.alignment == .right ? width + 2 - context.textWidth.cells(text) : 0
            frame.put(text, row: row, column: start - 1 + before, style: look(standsOut ? .keyName : .selection))
        }
    }

    /// Highlights what the search met.
    private func highlight(
        _ query: NameQuery, _ value: Row, on frame: inout Frame, row: Int, _ slots: [ColumnLayout.Slot]
    ) {
        for slot in slots {
            frame.highlight(
                query, in: columns[slot.index].shownText(value), row: row, column: 2 + slot.column, width: slot.width,
                alignment: slot.alignment)
        }
    }

    /// What the selected row was found by where no column in sight, as far as it has room, says it; empty else.
    private func hidden(_ slots: [ColumnLayout.Slot], _ context: Context) -> String {
        guard !query.isEmpty, let selected else { return "" }
        let seen = slots.map { context.textWidth.truncate(columns[$0.index].shownText(selected), to: $0.width) }
        let missing = query.missing(in: seen)
        if missing.isEmpty { return "" }
        let met = texts(of: selected).filter { missing.touches($0) }
        // A text that another one holds says nothing more.
        let said = met.enumerated().filter { place, text in
            !met.enumerated().contains { $0 != place && $1.contains(text) && ($1 != text || $0 < place) }
        }
        return localized("符合：", "Found: ") + said.map(\.element).joined(separator: localized("，", ", "))
    }

    private func drawSearch(on frame: inout Frame, row: Int, _ slots: [ColumnLayout.Slot], _ context: Context) {
        guard let search else { return }
        let label = localized("查找：", "Find: ")
        let start = context.textWidth.cells(label)
        let hidden = context.textWidth.truncate(hidden(slots, context), to: frame.size.columns / 2)
        let room = frame.size.columns - start - 2 - (hidden.isEmpty ? 0 : context.textWidth.cells(hidden) + 2)
        let (text, column) = search.shown(room, textWidth: context.textWidth)
        frame.put(label, row: row, column: 0, style: context.style(.fieldLabel))
        frame.put(text, row: row, column: start, style: context.style(.field))
        frame.put(
            hidden, row: row, column: frame.size.columns - context.textWidth.cells(hidden), style: context.style(.muted)
        )
        if isTyping { frame.cursor = Cursor(row: row, column: start + column, visible: true) }
    }
}
