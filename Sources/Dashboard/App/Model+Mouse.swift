import TerminalUI

// What the mouse does, once it is switched on. Screens know nothing of it: the wheel is the arrows, and a click selects the
// row of a pane that stands under it. A form is asked which field stands in the row: what its arrows do is the field's.

extension Model {
    /// Where the last click selected something: the row of the terminal, and the column where what it selected begins.
    struct Click: Hashable {
        let row: Int
        let column: Int
    }

    /// Rows that one turn of the wheel moves.
    private static let wheelRows = 3

    mutating func press(_ event: MouseEvent) -> [Effect] {
        guard context.preferences.mouse else { return [] }
        switch event.action {
        case .wheelUp: return turn(.up)
        case .wheelDown: return turn(.down)
        case .press(0): return click(row: event.row, column: event.column)
        case .press, .release, .drag: return []
        }
    }

    private mutating func turn(_ arrow: Key) -> [Effect] {
        let effects = (0..<Model.wheelRows).flatMap { _ in press(arrow) }
        // Where nothing scrolls the wheel is no key to be told about.
        notice = nil
        return effects
    }

    private mutating func click(row: Int, column: Int) -> [Effect] {
        if hasKeys(inRow: row) { return clickKey(row: row, column: column) }
        if case .form(let form)? = overlays.last { return click(row: row, in: form) }
        guard let way = ways(to: row).under(column) else { return [] }
        let click = Click(row: row, column: way.column)
        let isAgain = clicked == click
        self = way.model
        notice = nil
        // A row is opened by the second click on it, however slow: there is no clock here.
        if isAgain, opensByEnter { return press(.enter) }
        clicked = click
        return []
    }

    /// Does what the key that is clicked does; a tab is opened that has none too.
    private mutating func clickKey(row: Int, column: Int) -> [Effect] {
        if let key = key(row: row, column: column) { return press(key) }
        return row == 1 ? tab(at: column).map { openRoot(of: $0) } ?? [] : []
    }

    /// Goes to the field that is clicked, or to the candidate, which the second click chooses.
    private mutating func click(row: Int, in before: Form<Filing>) -> [Effect] {
        var form = before
        let click = Click(row: row, column: 0)
        let isAgain = clicked == click
        let line = row - Model.chrome.above
        let isCandidate = form.isCandidate(inRow: line, formContext)
        guard !form.isSaving, form.point(at: line, formContext) else { return [] }
        let effects = goOn(with: form, from: before)
        if isAgain, isCandidate { return effects + press(.enter) }
        clicked = click
        return effects
    }

    /// In a form Enter goes on to the next field, and a question is not answered by clicking beside its answers.
    private var opensByEnter: Bool {
        switch overlays.last {
        case nil, .menu, .palette: true
        case .form, .confirm, .page, .preview: false
        }
    }

    /// Whether a row of the terminal shows keys to be clicked: the tabs, where nothing lies over the screen, and the footer.
    func hasKeys(inRow row: Int) -> Bool { row == size.rows - 1 || row == 1 && overlays.isEmpty }

    /// The key that is clicked in such a row; nil for none.
    func key(row: Int, column: Int) -> Key? {
        row == 1 ? tab(at: column).flatMap { catalogue.key(of: $0) } : hints.key(at: column).flatMap { Key(named: $0) }
    }

    /// The tab that a column of the row of tabs belongs to; nil beside them.
    func tab(at column: Int) -> Tab? {
        var start = 1
        for (tab, label) in tabsInSight {
            let end = start + context.textWidth.cells(label)
            if (start..<end).contains(column) { return tab }
            start = end
        }
        return nil
    }
}

// MARK: - Rows

extension Model {
    /// A row of a pane that stands in a row of the terminal, selected, and the column where it begins.
    struct Way {
        let model: Model
        let column: Int
    }

    /// All that can be selected in a row of the terminal: one for each pane that has a row there.
    func ways(to row: Int) -> [Way] {
        rowsInSight.filter { line(of: $0) == row }.compactMap { place in
            let reached = selecting(place)
            // With the keys a pane may move: then what was clicked is not what would be selected.
            return reached.selectedRow == row ? Way(model: reached, column: place.column) : nil
        }
    }

    /// The rows in sight that can be selected: those of the panes, or of what lies over them.
    var rowsInSight: [SeenRow] {
        switch overlays.last {
        case .menu(let menu): menu.rows(context).placed(in: whole)
        case .palette(let palette): palette.rows(context).placed(in: whole)
        // A form is asked for its fields; in a text there is nothing to select.
        case .form, .confirm, .page, .preview: []
        case nil: top?.screen.rowsInSight(context) ?? []
        }
    }

    private var whole: PaneLayout.Area { PaneLayout.Area(pane: 0, row: 0, column: 0, size: context.body) }

    /// The row of the terminal where such a row stands.
    func line(of place: SeenRow) -> Int { Model.chrome.above + place.line }

    /// This with such a row selected.
    func selecting(_ place: SeenRow) -> Model {
        var model = self
        switch overlays.last {
        case .menu(var menu):
            menu.select(place.row, context)
            model.overlays[overlays.count - 1] = .menu(menu)
        case .palette(var palette):
            palette.select(place.row, context)
            model.overlays[overlays.count - 1] = .palette(palette)
        case .form, .confirm, .page, .preview: break
        case nil:
            guard var visit = top else { return model }
            visit.screen.select(place)
            model.replaceTop(visit)
        }
        return model
    }

    /// Such a row as it is read out; nil where that is as it is drawn.
    func spoken(_ place: SeenRow) -> String? {
        switch overlays.last {
        case .menu(let menu): menu.spoken(place.row)
        case .palette(let palette): palette.spoken(place.row)
        case .form, .confirm, .page, .preview: nil
        case nil: top?.screen.spoken(place)
        }
    }

    /// The row of the terminal that the keys act on; where there are no rows, that of the cursor.
    var selectedRow: Int { rowsInSight.first(where: \.hasKeys).map { line(of: $0) } ?? view.cursor.row }
}

extension [Model.Way] {
    /// Of rows side by side the one under the column.
    func under(_ column: Int) -> Model.Way? {
        filter { $0.column <= column }.max { $0.column < $1.column }
    }
}
