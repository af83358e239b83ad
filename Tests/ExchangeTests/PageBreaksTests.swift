import Testing

@testable import Exchange

/// Where pages end, by values.
@Suite struct PageBreaksTests {
    private func row(_ height: Double = 10, keepsNext: Bool = false, header: Int? = nil) -> PageBlock {
        PageBlock(height: height, keepsNext: keepsNext, header: header)
    }

    @Test("What fits stays on one page; the header stands again on the next")
    func header() {
        let blocks = [row(keepsNext: true)] + (0..<5).map { _ in row(header: 0) }
        #expect(PageBreaks.pages(blocks, height: 60) == [[0, 1, 2, 3, 4, 5]])
        #expect(PageBreaks.pages(blocks, height: 59) == [[0, 1, 2, 3, 4], [0, 5]])
        #expect(PageBreaks.pages(blocks, height: 30) == [[0, 1, 2], [0, 3, 4], [0, 5]])
    }

    @Test("No heading stands alone at the foot of a page: it goes with its header and the first row")
    func heading() {
        let blocks = [row(70), row(keepsNext: true), row(keepsNext: true), row(header: 2), row(header: 2)]
        #expect(PageBreaks.pages(blocks, height: 100) == [[0, 1, 2, 3], [2, 4]])
        #expect(PageBreaks.pages(blocks, height: 99) == [[0], [1, 2, 3, 4]])
    }

    @Test("No total stands alone on a page: the last row goes with it")
    func total() {
        let blocks = [row(keepsNext: true), row(header: 0), row(keepsNext: true, header: 0), row(header: 0)]
        #expect(PageBreaks.pages(blocks, height: 35) == [[0, 1], [0, 2, 3]])
    }

    @Test("What keeps together and is longer than a page goes on all the same, and so does a block that is higher")
    func longer() {
        let blocks = (0..<5).map { _ in row(keepsNext: true) }
        #expect(PageBreaks.pages(blocks, height: 20) == [[0, 1], [2, 3], [4]])
        #expect(PageBreaks.pages([row(), row(50), row()], height: 20) == [[0], [1], [2]])
        #expect(PageBreaks.pages([], height: 20) == [[]])
    }
}
