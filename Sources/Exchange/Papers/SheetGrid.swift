import Papers
import PartyWork

/// The columns of a sheet on which tables with columns of their own stand below each other: each table's column takes one or
/// several of them, as near to its width as they allow.
struct SheetGrid {
    /// In cells of a terminal.
    let widths: [Int]
    /// The sheet's columns that each column of each table takes.
    let spans: [[ClosedRange<Int>]]

    /// Edges nearer than this become one.
    private static let least = 3

    /// A first table with the most columns keeps them as they are, so that its rows can be filtered and sorted.
    init(_ tables: [PaperTable]) {
        let edges = tables.map(SheetGrid.edges)
        let most = edges.max { $0.count < $1.count } ?? []
        let isFirstWidest = edges.first?.count == most.count
        let common = isFirstWidest ? edges.first ?? [] : SheetGrid.union(edges)
        let grid = common.count < most.count ? most : common
        widths = grid.indices.map { grid[$0] - ($0 == 0 ? 0 : grid[$0 - 1]) }
        spans = edges.map { SheetGrid.spans($0, on: grid) }
    }

    /// Where the columns of a table end.
    private static func edges(_ table: PaperTable) -> [Int] {
        table.columns.reduce(into: []) { $0.append(($0.last ?? 0) + $1.width + 1) }
    }

    private static func union(_ edges: [[Int]]) -> [Int] {
        edges.joined().sorted().reduce(into: []) { kept, edge in
            if edge - (kept.last ?? 0) >= least { kept.append(edge) }
        }
    }

    /// Each column ends at the nearest edge that leaves one for each column before and after it.
    private static func spans(_ edges: [Int], on grid: [Int]) -> [ClosedRange<Int>] {
        var first = 0
        return edges.enumerated().map { place, edge in
            let last = grid.count - (edges.count - place)
            let nearest = (first...max(first, last)).min { abs(grid[$0] - edge) < abs(grid[$1] - edge) } ?? first
            defer { first = nearest + 1 }
            return first...nearest
        }
    }

    /// How wide some columns are together.
    func width(_ columns: ClosedRange<Int>) -> Int { columns.reduce(0) { $0 + widths[$1] } }
}
