import Ledger
import TerminalUI
import Testing

@testable import Dashboard

/// A click goes to what stands under it or nowhere, in every screen and under everything that lies over one.
@Suite("A click anywhere")
struct MouseWalkTests {
    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// What no frame shows: lines between the rows, nothing to select, questions.
    private static let further: [(name: String, keys: [Key])] = [
        ("settings", [.text(",")]),
        ("form-error", [.down, .text("r"), .text("3"), .control("s")]),
        ("form-errors", [.text("7"), .function(5), .control("u"), .control("s")]),
        ("picker", [.text("4"), .enter, .function(5)] + typed("覃")),
        ("picker-undecided", [.text("4"), .enter, .function(5)] + typed("覃") + [.tab]),
        ("search-without-hits", [.text("7"), .function(3)] + typed("qqqq")),
        ("question", [.text("9"), .control("x")]),
        ("preview", [.text("7"), .tab, .text(" "), .text(" "), .function(9), .text("1"), .control("s")]),
        ("wizard", [.text("7"), .tab, .function(9)]),
        ("scopes", [.control("g")]),
    ]

    private static let over = ScreenFrameTests.interludes + further

    private static let sizes = [Size(columns: 80, rows: 24), Model.smallest]

    @Test(
        "of all cells ends, and changes no more than the selected row", arguments: ScreenFrameTests.screens + over,
        sizes)
    func everywhere(state: (name: String, keys: [Key]), size: Size) throws {
        var stage = try Stage.longfeng(size)
        for key in [.function(12)] + state.keys { try stage.press(key) }
        click(everyCellOf: stage.model, state.name)
    }

    @Test("of all cells of a board ends too, its entries side by side")
    func board() throws {
        for size in [Size(columns: 120, rows: 36), Size(columns: 160, rows: 50)] {
            var stage = try Stage(LendingTown.load(), size: size)
            try stage.press(.function(12), .control("b"), .enter, .control("n"))
            click(everyCellOf: stage.model, "board")
        }
    }

    @Test("of all cells ends over an empty ledger too", arguments: [[], [.down, .down, .enter], [.enter]] as [[Key]])
    func empty(keys: [Key]) throws {
        for size in MouseWalkTests.sizes {
            var stage = try Stage(Ledger.inMemory(), size: size)
            for key in keys { try stage.press(key) }
            var model = stage.model
            model.context.preferences.mouse = true
            click(everyCellOf: model, "\(keys)")
        }
    }

    /// Cells that lead to the same are clicked once: what they lead to is asked of every cell.
    private func click(everyCellOf model: Model, _ name: String) {
        var keys: Set<Key> = []
        for row in 0..<model.size.rows {
            if model.hasKeys(inRow: row) {
                for column in 0..<model.size.columns {
                    let key = model.key(row: row, column: column)
                    if row == 1, key == nil, model.tab(at: column) != nil { continue }
                    if key.map({ keys.insert($0).inserted }) ?? true { clickKey(key, row, column, model, name) }
                }
            } else if case .form? = model.overlays.last {
                // What a form is clicked for is asked of the row alone.
                clickRow(row, 0, model, name)
            } else {
                let ways = model.ways(to: row)
                var seen: Set<Int?> = []
                for column in 0..<model.size.columns {
                    let line = ways.under(column).map { $0.model.view.cursor.column }
                    if seen.insert(line).inserted { clickRow(row, column, model, name) }
                }
            }
        }
        for action in [MouseEvent.Action.wheelUp, .wheelDown] {
            var turned = model
            #expect(press(action, model.size.rows / 2, 9, &turned) == [] && depth(turned) == depth(model), "\(action)")
        }
    }

    /// In the tabs and the footer a click is the key, and beside them nothing.
    private func clickKey(_ key: Key?, _ row: Int, _ column: Int, _ model: Model, _ name: String) {
        var (clicked, pressed) = (model, model)
        let effects = press(.press(0), row, column, &clicked)
        // Beside the keys no more happens than by a window that stays as it is.
        let expected = pressed.update(key.map { .key($0) } ?? .resized(model.size))
        #expect(effects == expected && clicked.view == pressed.view, "\(name) \(row):\(column) \(key?.name ?? "")")
    }

    /// Elsewhere the first click selects the row, or does nothing at all; the second opens it.
    private func clickRow(_ row: Int, _ column: Int, _ model: Model, _ name: String) {
        let place = Comment("\(name) \(row):\(column)")
        var clicked = model
        let effects = press(.press(0), row, column, &clicked)
        #expect(effects.allSatisfy { if case .ask = $0 { true } else { false } }, place)
        #expect(depth(clicked) == depth(model) && clicked.tab == model.tab, place)
        #expect(clicked.context.asOf == model.context.asOf && clicked.context.scope == model.context.scope, place)
        let isForm = if case .form? = model.overlays.last { true } else { false }
        #expect(isForm || clicked.selectedRow == row || clicked.view == model.view, place)
        let further = press(.press(0), row, column, &clicked)
        let writes = further.contains { if case .perform = $0 { true } else { false } }
        #expect(!writes && !further.contains(.quit) && abs(depth(clicked) - depth(model)) <= 1, place)
    }

    /// How many screens and what over them lie there.
    private func depth(_ model: Model) -> Int {
        model.overlays.count + model.stacks.values.reduce(0) { $0 + $1.count }
    }

    /// Does it, and says what was wanted.
    private func press(_ action: MouseEvent.Action, _ row: Int, _ column: Int, _ model: inout Model) -> [Effect] {
        model.update(.key(.mouse(MouseEvent(action, row: row, column: column))))
    }

    @Test("on what is wrong with a field goes to that field, and on a line between rows nowhere")
    func between() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(12), .down, .text("r"), .text("3"), .control("s"))
        let row = try #require((3..<22).first { stage.row($0).contains("! ") })
        try stage.press(.tab, .mouse(MouseEvent(.press(0), row: row, column: 30)))
        #expect(stage.row(row - 1).hasPrefix(">"))
        #expect(stage.frame.cursor.row == row - 1)
        try stage.press(.escape, .text(","))
        let before = stage.text
        try stage.press(.mouse(MouseEvent(.press(0), row: 11, column: 4)))
        #expect(stage.text == before)
        try stage.press(.mouse(MouseEvent(.press(0), row: 12, column: 4)))
        #expect(stage.row(12).hasPrefix(">"))
    }

    @Test("on a candidate points at it, and the second chooses it")
    func candidate() throws {
        var stage = try Stage.longfeng()
        try stage.press(.function(12), .text("4"), .enter, .function(5), .text("覃"))
        let row = try #require((3..<22).first { stage.row($0).hasPrefix("  * ") })
        let click = Key.mouse(MouseEvent(.press(0), row: row + 1, column: 8))
        try stage.press(click)
        #expect(stage.row(row + 1).hasPrefix("  * "))
        #expect(stage.frame.cursor == Cursor(row: row + 1, column: 2, visible: true))
        let name = stage.row(row + 1).dropFirst(4).prefix { $0 != " " }
        try stage.press(click)
        #expect(stage.text.contains("帮扶人             \(name)"), "\(stage.text)")
    }
}
