/// 地图位置: where a village stands on a map of the town that is drawn in rows and columns.
///
/// No figure depends on it; it lays out the tiles of the overview.
package struct MapPlace: Sendable, Hashable {
    package var village: Code
    /// From the north, the first is 1.
    package var row: Int
    /// From the west, the first is 1.
    package var column: Int

    package init(_ village: Code, row: Int, column: Int) {
        self.village = village
        self.row = row
        self.column = column
    }
}

extension MapPlace: BuiltInRecord {
    /// The rows and columns that a map may have: as many as the tiles of a wide screen.
    package static let rows = 1...9
    package static let columns = 1...12

    package static let table = TableSchema(
        "map_places", "地图位置", english: "place on the map", "places on the map", sql: "map_place",
        [
            ColumnSchema(.village, .key, .reference(.organization(.village)), .value("village")),
            ColumnSchema(.mapSouth, .required, .number(rows), .value("map_row"), "自北向南第几行，从 1 起"),
            ColumnSchema(.mapEast, .required, .number(columns), .value("map_column"), "自西向东第几列，从 1 起"),
        ]
    ) { _ in MapPlace.blank }
    package static var blank: MapPlace { MapPlace("", row: 1, column: 1) }
    package var key: RecordKey { RecordKey(village.digits) }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [try names.organizationName(village), village.digits, String(row), String(column)]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "地图位置 \(caption.at(0))（\(caption.at(1))）第 \(caption.at(2)) 行第 \(caption.at(3)) 列",
            "place of \(caption.at(0)) (\(caption.at(1))) on the map: row \(caption.at(2)), column \(caption.at(3))")
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .village: village.digits
        case .mapSouth: String(row)
        case .mapEast: String(self.column)
        // A column of another table.
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .village: village = Code(cell)
        case .mapSouth: row = try CellRules.number(cell, in: MapPlace.rows)
        case .mapEast: self.column = try CellRules.number(cell, in: MapPlace.columns)
        // A column of another table.
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }

    package var references: [Reference] { [Reference(.village, .organization(village, .village))] }
}

extension TableSchema {
    package static var mapPlaces: TableSchema { MapPlace.table }
}

extension Column {
    package static let mapSouth = Column("地图行", "Map row")
    package static let mapEast = Column("地图列", "Map column")
}
