/// What stands on paper from top to bottom, as far as the ends of pages ask.
struct PageBlock: Equatable {
    /// In points.
    var height: Double
    /// Whether what follows must stand on the same page: no heading alone at the foot, no total alone on a page.
    var keepsNext = false
    /// The place of the block that stands again at the head of a page that this one begins: a table's header.
    var header: Int?
}

/// Where pages end.
enum PageBreaks {
    /// The places of the blocks on each page, with the headers that stand again.
    ///
    /// Blocks that keep together begin a page together, if one can hold them.
    static func pages(_ blocks: [PageBlock], height: Double) -> [[Int]] {
        var pages: [[Int]] = [[]]
        var used = 0.0
        func begin(with place: Int) {
            let header = blocks[place].header
            pages.append(header.map { [$0] } ?? [])
            used = header.map { blocks[$0].height } ?? 0
        }
        for unit in units(blocks) {
            let whole = unit.reduce(0) { $0 + blocks[$1].height }
            let repeated = blocks[unit.lowerBound].header.map { blocks[$0].height } ?? 0
            if used > 0, used + whole > height, repeated + whole <= height { begin(with: unit.lowerBound) }
            for place in unit {
                if used > 0, used + blocks[place].height > height { begin(with: place) }
                pages[pages.count - 1].append(place)
                used += blocks[place].height
            }
        }
        return pages
    }

    /// The runs of blocks that keep together.
    private static func units(_ blocks: [PageBlock]) -> [Range<Int>] {
        var units: [Range<Int>] = []
        var first = 0
        for place in blocks.indices where !blocks[place].keepsNext || place == blocks.count - 1 {
            units.append(first..<place + 1)
            first = place + 1
        }
        return units
    }
}
