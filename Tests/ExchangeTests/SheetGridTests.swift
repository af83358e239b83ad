import Papers
import PartyWork
import Testing

@testable import Exchange

/// The columns of a sheet that tables of different columns share.
@Suite struct SheetGridTests {
    private func table(_ widths: [Int]) -> PaperTable {
        PaperTable("", widths.map { PaperColumn("列", $0 - 1) }, rows: [], blankRows: nil)
    }

    private func spans(_ tables: [[Int]]) -> (widths: [Int], spans: [[ClosedRange<Int>]]) {
        let grid = SheetGrid(tables.map(table))
        return (grid.widths, grid.spans)
    }

    @Test("With one table the columns are its own")
    func single() {
        #expect(spans([[5, 10, 20]]) == ([5, 10, 20], [[0...0, 1...1, 2...2]]))
    }

    @Test("The table with the most columns merges none, others take the nearest edges")
    func first() {
        let grid = spans([[10, 10, 10, 10], [20, 18], [38, 2]])
        #expect(grid == ([10, 10, 10, 10], [[0...0, 1...1, 2...2, 3...3], [0...1, 2...3], [0...2, 3...3]]))
    }

    @Test("Else the edges of all tables are there, and those too near become one")
    func union() {
        #expect(spans([[10, 30], [12, 18, 10]]) == ([10, 20, 10], [[0...0, 1...2], [0...0, 1...1, 2...2]]))
    }

    @Test(
        "Whatever the widths, each column takes at least one, none overlap, and the order stays",
        arguments: UInt64(1)...50)
    func random(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let tables = (0...next(4)).map { _ in (0...next(8)).map { _ in 5 + next(30) } }
        let grid = SheetGrid(tables.map(table))
        for (own, table) in zip(grid.spans, tables) {
            #expect(own.count == table.count)
            #expect(own.first?.lowerBound == 0 && own.last.map { $0.upperBound < grid.widths.count } == true)
            for (left, right) in zip(own, own.dropFirst()) { #expect(left.upperBound + 1 == right.lowerBound) }
        }
    }
}
