import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// The villages as tiles, on a wide screen below the branches.
@Suite("The villages as tiles")
struct VillageTilesTests {
    private static let wide = Size(columns: 160, rows: 50)

    /// What stands in the tiles, a line of the screen each.
    private func tiles(_ stage: Stage) -> [String] {
        let top = (0..<stage.frame.size.rows).first { stage.row($0).contains("各村 ") } ?? 0
        return (top..<top + 9).map { row in stage.frame.row(row).prefix(63).map(\.text).joined() }
    }

    @Test("lie as on the map of the town, with what is missing and the share, the selected one in brackets")
    func map() throws {
        var stage = try Stage.longfeng(Self.wide)
        try stage.press(.modified(.alt, .text("m")))
        #expect(tiles(stage)[0].contains("各村 户覆盖"))
        #expect(tiles(stage)[1].contains("大转拐村    三河村      向家村      柑子坪村    猫子山村"))
        #expect(tiles(stage)[2].contains("缺3户 95.4") && tiles(stage)[2].contains("缺12户 84.6"))
        #expect(tiles(stage)[5].contains("[龙凤社区   ]") && tiles(stage)[6].contains("[齐         ]"))
        try stage.select("猫子山村")
        try stage.rest()
        #expect(tiles(stage)[1].contains("[猫子山村   ]"))
        let missing = stage.frame.row(try #require((0..<50).first { stage.row($0).contains("缺12户 84.6") }))
        #expect(missing.contains { $0.style == Theme(.eight).style(.cellMissing) })
    }

    @Test("show the figure on stage, as the bars of the list and the columns by month do, and go on with the next key")
    func figure() throws {
        var stage = try Stage.longfeng(Self.wide)
        let next = Key.modified(.alt, .text("m"))
        #expect(tiles(stage)[0].contains("各村 五个一") && tiles(stage)[2].contains("4/15 滞后"))
        try stage.select("猫子山村")
        try stage.press(next)
        try stage.rest()
        #expect(tiles(stage)[0].contains("各村 户覆盖") && stage.text.contains("户缺口"))
        #expect(stage.text.contains(#/猫子山村 .*缺12 +66\/78  84\.6/#))
        #expect(stage.text.contains("图上是：户覆盖"))
        try stage.press(next)
        try stage.rest()
        #expect(tiles(stage)[0].contains("各村 党员覆盖") && stage.text.contains("党员缺口"))
        try stage.press(next)
        #expect(tiles(stage)[0].contains("各村 主题活动") && tiles(stage)[2].contains("0/4 滞后"))
        try stage.press(next)
        #expect(tiles(stage)[0].contains("各村 五个一"))
    }

    @Test("go on with the figure on stage after a start anew")
    func kept() throws {
        var stage = try Stage.longfeng(Self.wide)
        try stage.press(.modified(.alt, .text("m")), .modified(.alt, .text("m")))
        let again = try Stage(Longfeng.shared.get(), size: Self.wide, restoring: stage.model.memory)
        #expect(tiles(again)[0].contains("各村 党员覆盖"))
    }

    @Test("are in the order of codes, five in a row, where a village has no place or two have one")
    func unplaced() throws {
        let ledger = try Longfeng.load()
        let desk = ledger.acting(
            as: Stage.officer, on: .standing(at: Day("2016-06-30") ?? .earliest, "2016-06-30T08:00:00Z"))
        let place = try #require(try ledger.records(of: .mapPlaces, in: Scope("422801100")).last)
        _ = try desk.perform(.correct(from: place, to: place.setting([.mapSouth: "1", .mapEast: "1"])))
        let stage = try Stage(ledger, size: Self.wide)
        #expect(tiles(stage)[1].contains("[龙凤社区   ]龙凤村      小龙潭村"), "\(tiles(stage))")
    }

    @Test("are nowhere without room")
    func narrow() throws {
        for size in ScreenFrameTests.sizes.dropLast() + [ScreenFrameTests.broad, Size(columns: 160, rows: 42)] {
            #expect(try !Stage.longfeng(size).text.contains("各村 "))
        }
    }
}
