import TerminalUI

// What the mouse does, once it is switched on. Screens know nothing of it: the wheel is the arrows, and a click walks to
// the row under it by the arrows, because the frame's cursor tells where the selected row stands. A form is asked which
// field stands in the row: what its arrows do is the field's.

extension Model {
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
        let isAgain = clicked == row
        if case .form(let form)? = overlays.last { return click(row: row, isAgain: isAgain, in: form) }
        guard let reached = reaching(row: row, column: column) else { return [] }
        self = reached
        notice = nil
        // A row is opened by the second click on it, however slow: there is no clock here.
        if isAgain, opensByEnter { return press(.enter) }
        clicked = row
        return []
    }

    /// Does what the key that is clicked does; a tab is opened that has none too.
    private mutating func clickKey(row: Int, column: Int) -> [Effect] {
        if let key = key(row: row, column: column) { return press(key) }
        return row == 1 ? tab(at: column).map { openRoot(of: $0) } ?? [] : []
    }

    /// Goes to the field that is clicked, or to the candidate, which the second click chooses.
    private mutating func click(row: Int, isAgain: Bool, in before: Form<Filing>) -> [Effect] {
        var form = before
        let line = row - Model.chrome.above
        let isCandidate = form.isCandidate(inRow: line, context)
        guard !form.isSaving, form.point(at: line, context) else { return [] }
        let effects = goOn(with: form, from: before)
        if isAgain, isCandidate { return effects + press(.enter) }
        clicked = row
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
        row == 1 ? tab(at: column).flatMap { catalogue.key(of: $0) } : key(inFooterAt: column)
    }

    private func tab(at column: Int) -> Tab? {
        var start = 1
        for tab in tabsInSight {
            let end = start + context.textWidth.cells(label(of: tab))
            if (start..<end).contains(column) { return tab }
            start = end
        }
        return nil
    }

    /// The key of the hint under a column; of two keys in one hint the one that was hit.
    private func key(inFooterAt column: Int) -> Key? {
        var start = 1
        for hint in hints {
            let label = start + context.textWidth.cells(hint.key)
            let end = label + context.textWidth.cells(hint.label)
            if (start..<end).contains(column) {
                let names = hint.key.split(separator: " ").map(String.init)
                let isSecond = names.count == 2 && (start + 2..<label).contains(column)
                return names.dropFirst(isSecond ? 1 : 0).first.flatMap { Key(named: $0) }
            }
            start = end + 2
        }
        return nil
    }
}

// MARK: - Walking to a row

extension Model {
    /// This with a row of the terminal selected, by the keys that would lead there; nil where that row cannot be selected.
    func reaching(row: Int, column: Int) -> Model? { ways(to: row).under(column) }

    /// A row of a pane that stands in a row of the terminal, selected, and the column where its pane begins.
    struct Way {
        let model: Model
        let column: Int
    }

    /// All that can be selected in a row of the terminal: one for each pane that has a row there.
    func ways(to row: Int) -> [Way] {
        if let rows = rowsInSight {
            return rows.filter { line(of: $0) == row }.compactMap { place in
                let reached = selecting(place)
                // With the keys a pane may move: then what was clicked is not what would be selected.
                return reached.selectedRow == row ? Way(model: reached, column: place.column) : nil
            }
        }
        let before = view
        var ways: [Way] = []
        var pane = self
        for _ in 0...(overlays.isEmpty ? Model.mostPanes : 0) {
            if let found = pane.walked(to: row) {
                ways.append(Way(model: found, column: overlays.isEmpty ? found.view.cursor.column : 0))
            }
            guard pane.offers.contains(where: { $0.action == .nextPane && $0.unavailable == nil }) else { break }
            pane.play(Action.nextPane.keys[0])
            // Tab may also show other rows, where none of those in sight is to be selected.
            guard pane.view.isLike(before, inRow: row) else { break }
        }
        return ways
    }

    /// The most panes a screen has.
    private static let mostPanes = 5

    /// This with a row of the pane with the keys selected; nil where that is none.
    func reaching(row: Int) -> Model? {
        guard let rows = rowsInSight else { return walked(to: row) }
        let pane = rows.first(where: \.hasKeys)?.pane
        return rows.first { $0.pane == pane && line(of: $0) == row }.map { selecting($0) }
    }

    /// This with a row selected by the arrows alone; nil where they do not lead there.
    ///
    /// Every step must lead nearer and none beyond, so that the walk ends: the arrows jump over empty rows and lines of text.
    func walked(to row: Int) -> Model? {
        var walker = self
        var at = selectedRow
        let isBelow = row > at
        while at != row {
            let next = walker.stepped(down: isBelow)
            guard isBelow ? (at + 1...row).contains(next) : (row..<at).contains(next) else { return nil }
            at = next
        }
        return walker
    }

    /// Moves by one row, and gives the row where the cursor then is.
    mutating func stepped(down: Bool) -> Int {
        play(down ? .down : .up)
        return selectedRow
    }

    /// What a key does, with the notice still in sight, so that no row moves beneath the one that was clicked.
    private mutating func play(_ key: Key) {
        _ = overlays.isEmpty ? pressScreen(key) : pressOverlay(key)
    }

    /// The rows of panes in sight; nil where something lies over the screen, or where the arrows alone tell.
    var rowsInSight: [RowPlace]? { overlays.isEmpty ? top?.screen.rowsInSight(context) : nil }

    /// The row of the terminal where a row of a pane stands.
    func line(of place: RowPlace) -> Int { Model.chrome.above + place.line }

    /// This with a row of a pane selected.
    func selecting(_ place: RowPlace) -> Model {
        var model = self
        guard var visit = top else { return model }
        visit.screen.select(place)
        model.replaceTop(visit)
        return model
    }

    /// The row of the terminal that the keys act on: where the cursor stands, or the marked one while a search is typed.
    var selectedRow: Int {
        if let place = rowsInSight?.first(where: \.hasKeys) { return line(of: place) }
        let frame = view
        guard overlays.isEmpty, top?.screen.isTyping ?? false else { return frame.cursor.row }
        return (0..<size.rows).first { frame[$0, 0].text == ">" } ?? frame.cursor.row
    }
}

extension [Model.Way] {
    /// Of panes side by side the one under the column.
    func under(_ column: Int) -> Model? {
        // Of equals the first, which the fewest keys lead to.
        filter { $0.column <= column }.reversed().max { $0.column < $1.column }?.model
    }
}

extension Frame {
    /// Whether a row says the same, marks of the selection aside.
    fileprivate func isLike(_ other: Frame, inRow row: Int) -> Bool {
        func words(_ frame: Frame) -> String { frame.text(row: row).filter { !" >[]".contains($0) } }
        return words(self) == words(other)
    }
}
