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

    @Test("ends, and writes nothing", arguments: ScreenFrameTests.screens + over)
    func everywhere(state: (name: String, keys: [Key])) throws {
        try click(everywhereIn: state, Size(columns: 80, rows: 24))
    }

    @Test("ends on the smallest terminal too", arguments: over)
    func smallest(state: (name: String, keys: [Key])) throws { try click(everywhereIn: state, Model.smallest) }

    private func click(everywhereIn state: (name: String, keys: [Key]), _ size: Size) throws {
        var stage = try Stage.longfeng(size)
        for key in [.function(12)] + state.keys { try stage.press(key) }
        try click(everyCellOf: stage.model, size)
    }

    @Test("ends over an empty ledger too", arguments: [[], [.down, .down, .enter], [.enter]] as [[Key]])
    func empty(keys: [Key]) throws {
        let size = Size(columns: 80, rows: 24)
        var stage = try Stage(Ledger.inMemory(), size: size)
        for key in [.function(12)] + keys { try stage.press(key) }
        try click(everyCellOf: stage.model, size)
    }

    private func click(everyCellOf model: Model, _ size: Size) throws {
        let depth = depth(model)
        for row in 0..<size.rows {
            for column in columns(row, model, size) {
                let place = "\(row):\(column)"
                var clicked = model
                let isKey = row == 1 || row == size.rows - 1
                let first = press(.press(0), row, column, &clicked)
                if isKey { continue }
                #expect(!first && self.depth(clicked) == depth, "\(place)")
                let second = press(.press(0), row, column, &clicked)
                #expect(!second && abs(self.depth(clicked) - depth) <= 1, "\(place) again")
            }
        }
        for action in [MouseEvent.Action.wheelUp, .wheelDown] {
            var turned = model
            #expect(!press(action, size.rows / 2, 9, &turned) && self.depth(turned) == depth, "\(action)")
        }
    }

    /// Nothing to be clicked in the tabs and the footer is narrower (cells).
    private static let narrowest = 3

    /// Every target in the tabs and the footer, and some cells of each row where panes may stand side by side.
    private func columns(_ row: Int, _ model: Model, _ size: Size) -> [Int] {
        if row == 1 || row == size.rows - 1 { return Array(stride(from: 0, to: size.columns, by: Self.narrowest)) }
        let hasPanes = model.overlays.isEmpty && model.offers.contains { $0.action == .nextPane }
        return hasPanes ? [row, size.columns / 2, size.columns - 1 - row] : [row * 3 % size.columns]
    }

    /// How many screens and what over them lie there.
    private func depth(_ model: Model) -> Int {
        model.overlays.count + model.stacks.values.reduce(0) { $0 + $1.count }
    }

    /// Does it, and says whether something was to be written.
    private func press(_ action: MouseEvent.Action, _ row: Int, _ column: Int, _ model: inout Model) -> Bool {
        let effects = model.update(.key(.mouse(MouseEvent(action, row: row, column: column))))
        return effects.contains { if case .perform = $0 { true } else { false } }
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
