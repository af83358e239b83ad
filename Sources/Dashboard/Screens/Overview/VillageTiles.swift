import PartyWork
import TerminalUI

/// Where the villages of a scope stand on the map of the town.
struct MapQuery: Query {
    let scope: Scope

    func answer(from ledger: any LedgerReading) throws -> [MapPlace] {
        try ledger.records(of: .mapPlaces, in: scope).compactMap { $0.record as? MapPlace }
    }
}

/// The villages as tiles, laid out as on the map of the town, with the figure on stage; without a place for each of them by code, five
/// in a row.
struct VillageTiles {
    private let tiles: [Tile]
    private let figure: Figure.Kind

    private struct Tile {
        let branch: StatusReport.BranchStatus
        let row: Int
        let column: Int
    }

    /// The lines of a tile, its cells, and those from one to the next.
    private static let (height, width, step) = (2, 11, 12)
    private static let perRow = 5

    /// - Parameter figure: the one on stage.
    init(_ lines: [BranchLine], on map: [MapPlace], showing figure: Figure.Kind) {
        let villages = lines.map(\.branch).filter { $0.kind == .village && $0.standing == .existing }
        let known = Dictionary(map.map { ($0.village, $0) }) { first, _ in first }
        let places = villages.compactMap { known[$0.code] }
        let taken = Set(places.map { [$0.row, $0.column] })
        let top = places.map(\.row).min() ?? 1
        tiles = villages.enumerated().map { number, village in
            guard let place = known[village.code], taken.count == villages.count else {
                return Tile(branch: village, row: number / VillageTiles.perRow, column: number % VillageTiles.perRow)
            }
            return Tile(branch: village, row: place.row - top, column: place.column - 1)
        }
        self.figure = figure
    }

    /// The lines and cells that all of them take; none where there are no two villages to be compared.
    var size: Size {
        guard tiles.count > 1 else { return Size(columns: 0, rows: 0) }
        return Size(
            columns: ((tiles.map(\.column).max() ?? 0) + 1) * VillageTiles.step,
            rows: ((tiles.map(\.row).max() ?? 0) + 1) * VillageTiles.height)
    }

    var title: String { localized("各村 \(figure.shortTitle)", "Villages: \(figure.shortTitle)") }

    /// Draws the tiles, with brackets beside the one of a branch.
    func draw(on frame: inout Frame, row: Int, column: Int, selected: Code?, _ context: Context) {
        for tile in tiles {
            let (top, left) = (row + tile.row * VillageTiles.height, column + tile.column * VillageTiles.step)
            let (text, element) = tile.branch.standing(in: figure)
            for (line, text) in [tile.branch.name, text].enumerated() {
                frame.put(
                    context.textWidth.pad(
                        context.textWidth.truncate(text, to: VillageTiles.width), to: VillageTiles.width),
                    row: top + line, column: left, style: context.style(element))
                guard tile.branch.code == selected else { continue }
                frame.put("[", row: top + line, column: left - 1, style: context.style(.keyName))
                frame.put("]", row: top + line, column: left + VillageTiles.width, style: context.style(.keyName))
            }
        }
    }
}

extension StatusReport.BranchStatus {
    /// What a tile says of a figure, and how it is filled.
    ///
    /// Missing or overdue, behind, else calm.
    fileprivate func standing(in kind: Figure.Kind) -> (String, Element) {
        progress(of: kind).map { VillageTiles.standing($0) }
            ?? coverage(of: kind).map {
                VillageTiles.standing($0, kind == .households ? localized("户", "") : localized("人", ""))
            } ?? ("-", .cellWhole)
    }
}

extension VillageTiles {
    fileprivate static func standing(_ coverage: Coverage, _ unit: String) -> (String, Element) {
        if coverage.gap == 0 { return (localized("齐", "all"), .cellWhole) }
        return (
            localized("缺\(coverage.gap)\(unit) ", "-\(coverage.gap) ") + coverage.percentage.filter { $0 != "%" },
            .cell(of: coverage)
        )
    }

    fileprivate static func standing(_ progress: Progress) -> (String, Element) {
        // What is as it should be needs no word where the word has no room.
        (
            progress.state == .onTrack
                ? progress.fraction + localized(" \(progress.state.title)", "")
                : "\(progress.fraction) \(progress.state.title)", .cell(of: progress.state)
        )
    }
}
