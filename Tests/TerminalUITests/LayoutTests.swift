import TerminalUI
import Testing

struct ListStateTests {
    private func list(_ count: Int, page: Int, keys: [Key]) -> ListState {
        var list = ListState(count: count, page: page)
        for key in keys { _ = list.handle(key) }
        return list
    }

    @Test("Arrows move by one, stop at the ends, and scroll only when they must")
    func arrows() {
        #expect(list(10, page: 4, keys: [.down, .down]).visible == 0..<4)
        let fifth = list(10, page: 4, keys: [.down, .down, .down, .down])
        #expect(fifth.selected == 4 && fifth.visible == 1..<5)
        #expect(list(10, page: 4, keys: [.up]).selected == 0)
        #expect(list(3, page: 9, keys: [.end, .down]).selected == 2)
    }

    @Test("Pages turn selection and window together, and end at the last row")
    func pages() {
        let second = list(10, page: 4, keys: [.pageDown])
        #expect(second.selected == 4 && second.visible == 4..<8)
        let last = list(10, page: 4, keys: [.pageDown, .pageDown, .pageDown])
        #expect(last.selected == 9 && last.visible == 6..<10)
        let back = list(10, page: 4, keys: [.end, .pageUp])
        #expect(back.selected == 5 && back.visible == 2..<6)
        #expect(list(10, page: 4, keys: [.end, .home]).visible == 0..<4)
    }

    @Test("When rows go or the window shrinks, the selection is still there and in sight")
    func update() {
        var list = list(10, page: 8, keys: [.end])
        list.update(count: 6, page: 3)
        #expect(list.selected == 5 && list.visible == 3..<6)
        list.update(count: 0, page: 3)
        #expect(list.selected == 0 && list.visible.isEmpty)
    }

    @Test("Other keys are not the list's")
    func notMine() {
        var list = ListState(count: 3, page: 3)
        let taken = [list.handle(.enter), list.handle(.text("a"))]
        #expect(taken == [false, false])
    }
}

struct ColumnLayoutTests {
    private let layout = ColumnLayout([
        TableColumn("支部", minimum: 8, ideal: 14, share: 1),
        TableColumn("书记", minimum: 6, ideal: 8, dropOrder: 1),
        TableColumn("主题", minimum: 4, alignment: .right),
        TableColumn("备注", minimum: 6, ideal: 20, share: 2, dropOrder: 2),
    ])

    private func widths(_ total: Int) -> [Int] {
        layout.slots(in: total).map(\.width)
    }

    @Test(
        "Cells of a map show what they have beside their sign where all of them have room for that, those that are empty left off"
    )
    func unfolded() {
        func column(_ title: String, content: Int) -> TableColumn {
            var column = TableColumn(title, minimum: 4, dropOrder: 1, isHard: true, detail: "补 访")
            column.content = content
            return column
        }
        let map = ColumnLayout(
            [TableColumn("支部", minimum: 6)] + [
                column("1月", content: 9), column("2月", content: 9), column("3月", content: 0),
            ])
        func slots(_ total: Int) -> [[Int]] { map.slots(in: total).map { [$0.index, $0.width] } }
        #expect(slots(31) == [[0, 6], [1, 9], [2, 9], [3, 4]])
        #expect(slots(26) == [[0, 6], [1, 9], [2, 9]])
        #expect(slots(25) == [[0, 6], [1, 4], [2, 4], [3, 4]])
    }

    /// The layout with rows of which the longest texts have so many cells.
    private func widths(_ total: Int, longest: [Int]) -> [Int] {
        var columns = layout.columns
        for (place, cells) in longest.enumerated() { columns[place].content = cells }
        return ColumnLayout(columns).slots(in: total).map(\.width)
    }

    @Test("With room and no rows everything has its ideal, gaps are two, and the rest stays free")
    func roomy() {
        let slots = layout.slots(in: 80)
        #expect(slots.map(\.width) == [14, 8, 4, 20])
        #expect(slots.map(\.column) == [0, 16, 26, 32])
    }

    @Test("With rows no column is wider than its longest text or heading, and with room none is cut")
    func content() {
        #expect(widths(160, longest: [20, 6, 3, 44]) == [20, 6, 4, 44])
        #expect(widths(160, longest: [6, 0, 1, 2]) == [6, 4, 4, 4])
        #expect(widths(160, longest: [6, 12, 7, 90]) == [6, 12, 7, 90])
    }

    @Test("With less room all have what is usual before texts of a share are whole, and these before the others")
    func contentCut() {
        #expect(widths(60, longest: [30, 12, 7, 44]) == [18, 8, 4, 24])
        #expect(widths(90, longest: [30, 12, 7, 44]) == [30, 8, 4, 42])
        #expect(widths(95, longest: [30, 12, 7, 44]) == [30, 10, 5, 44])
    }

    @Test("Short texts leave room for columns that would go else")
    func shortTexts() {
        #expect(widths(21) == [9, 6, 4])
        #expect(widths(21, longest: [6, 4, 1, 3]) == [6, 4, 4, 4])
    }

    @Test("With less room gaps are one and columns shrink together towards their minimum")
    func tight() {
        #expect(widths(40) == [14, 8, 4, 11])
        #expect(widths(27) == [8, 6, 4, 6])
    }

    @Test("On a narrow screen the least needed columns go, first the last, and none is narrower than it can be")
    func narrow() {
        #expect(layout.slots(in: 26).map(\.index) == [0, 1, 2])
        #expect(layout.slots(in: 19).map(\.index) == [0, 2])
        #expect(layout.slots(in: 12).map(\.index) == [0])
        #expect(widths(5) == [5])
    }

    @Test("Of the columns that may go those without any text go first")
    func emptyColumns() {
        var columns = layout.columns
        for (place, cells) in [20, 0, 3, 20].enumerated() { columns[place].content = cells }
        #expect(ColumnLayout(columns).slots(in: 26).map(\.index) == [0, 2, 3])
    }

    @Test("At any width the columns fit")
    func always() {
        for total in 0...120 {
            let slots = layout.slots(in: total)
            let end = slots.last.map { $0.column + $0.width } ?? 0
            #expect(end <= max(total, 2), "\(total)")
        }
    }
}

struct BarTests {
    @Test("A bar is cut, never rounded up, and full only when all is done")
    func bars() {
        #expect(Bar(done: 1, of: 2).text(8) == "####....")
        #expect(Bar(done: 999, of: 1_000).text(4) == "###.")
        #expect(Bar(done: 1, of: 1_000).text(4) == "#...")
        #expect(Bar(done: 4, of: 4).text(4) == "####")
        #expect(Bar(done: 7, of: 1).text(2) == "##")
        #expect(Bar(done: 990, of: 1_004).text(10) == "#########.")
        #expect(Bar(done: 0, of: 0).text(3) == "...")
        #expect(Bar(done: 1, of: 1).text(-1) == "")
        #expect(Bar(done: 1, of: 4, pace: 500).text(8) == "##..|...")
        #expect(Bar(done: 4, of: 4, pace: 1_000).text(4) == "###|")
    }

    @Test("Where the terminal draws it a bar is a thin line in half cells, its rest in the colour of what that means")
    func lines() {
        var theme = Theme(.many)
        theme.isFine = true
        func drawn(_ bar: Bar) -> [Cell] {
            var frame = Frame(Size(columns: 4, rows: 1))
            bar.draw(on: &frame, row: 0, column: 0, width: 4, theme)
            return Array(frame.row(0))
        }
        let coverage = drawn(Bar(done: 5, of: 8, rest: .barMissing))
        #expect(coverage.map(\.text) == ["━", "━", "╸", "━"])
        #expect(coverage.map(\.style.foreground.code) == [68, 68, 68, 168])
        #expect(drawn(Bar(done: 1, of: 1_000, rest: nil)).map(\.text) == ["╸", " ", " ", " "])
        #expect(drawn(Bar(done: 999, of: 1_000)).map(\.text) == ["━", "━", "━", "╸"])
        #expect(drawn(Bar(done: 0, of: 8, pace: 500)).map(\.text) == ["━", "━", "┃", "━"])
        #expect(drawn(Bar(done: 8, of: 8)).map(\.text) == ["━", "━", "━", "━"])
    }
}
