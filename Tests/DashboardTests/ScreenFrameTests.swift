import Ledger
import TerminalUI
import Testing

/// Every screen of the sample town, whole, at four sizes.
@Suite("The screens of Longfeng")
struct ScreenFrameTests {
    static let broad = Size(columns: 120, rows: 36)
    static let sizes = [
        Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), broad, Size(columns: 160, rows: 50),
    ]

    /// A screen and the keys that lead to it.
    static let screens: [(name: String, keys: [Key])] = [
        ("overview", []),
        ("overview-worst", [.function(7)]),
        ("overview-figures", [.backTab, .right]),
        ("overview-cell", [.down, .right, .right, .right]),
        ("overview-missing", [.control("n")]),
        ("overview-stage", [.modified(.alt, .text("m"))]),
        ("figure-households", [.text("4"), .right, .right, .enter]),
        ("figure-five-ones", [.backTab, .right, .right, .enter]),
        ("figure-party-days", [.down, .right, .right, .right, .right, .enter]),
        ("figure-menu", [.down, .enter, .control("n")]),
        ("branch", [.down, .enter]),
        ("branch-trend", [.down, .enter, .function(9)]),
        ("comparison", [.function(9), .tab, .tab]),
        ("worklist", [.text("3")]),
        ("pairing", [.text("4")]),
        ("pairing-list", [.text("4"), .enter]),
        ("household", [.text("4"), .enter, .enter]),
        ("cooperatives", [.text("5")]),
        ("cooperatives-by-trade", [.text("5"), .tab, .tab, .tab, .right]),
        ("activities", [.text("6")]),
        ("registry-people", [.text("7")]),
        ("registry-households", [.text("7"), .tab]),
        ("registry-organizations", [.text("7"), .tab, .tab]),
        ("person", [.text("7"), .enter]),
        ("household-timeline", [.text("4"), .enter, .enter, .tab, .tab]),
        ("person-timeline", [.text("7"), .enter, .backTab]),
        ("hand-over", [.text("7")] + typed("余杏香") + [.enter, .control("o")]),
        ("importing", [.text("7"), .control("k")]),
        ("journal", [.text("8")]),
        ("months", [.text("9")]),
        ("month", [.text("9"), .left, .down, .control("n")]),
        ("month-lacks", [.text("9"), .left, .down, .control("n"), .tab]),
        ("month-rows", [.text("9"), .left, .down, .enter]),
        ("journal-entry", [.text("8"), .enter]),
        ("methods", [.text("0")]),
        ("record-menu", [.down, .text("r")]),
        ("record-form", [.down, .text("r"), .text("3")]),
        ("help", [.text("?")]),
        ("palette", [.control("p")]),
        ("may", [.text("[")]),
    ]

    /// What lies over a screen, or is being typed in it.
    static let interludes: [(name: String, keys: [Key])] = [
        ("mark-menu", [.text("7"), .function(9)]),
        ("print-menu", [.down, .enter, .control("]")]),
        ("print-form", [.text("4"), .enter, .control("]"), .text("3"), .tab]),
        ("search", [.text("7")] + typed("覃")),
        ("palette-found", [.control("p")] + typed("lfc")),
        ("officers", [.control("p")] + typed("经办人") + [.enter]),
        ("pair-form", [.text("4"), .enter, .function(5)]),
    ]

    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// Those beside whose lists stands a preview of what the cursor is on.
    static let previewed = screens.filter {
        [
            "overview", "overview-figures", "comparison", "worklist", "pairing", "pairing-list", "cooperatives",
            "registry-people", "registry-households", "journal",
        ].contains($0.name)
    }

    @Test("of an empty ledger says how to begin", arguments: sizes)
    func welcome(size: Size) throws {
        let stage = try Stage(Ledger.inMemory(), size: size)
        Golden.expect(stage.frame, "welcome-\(size.columns)x\(size.rows)")
    }

    @Test("look as they are kept", arguments: screens + interludes, sizes)
    func frames(screen: (name: String, keys: [Key]), size: Size) throws {
        var stage = try Stage.longfeng(size)
        for key in screen.keys { try stage.press(key) }
        Golden.expect(stage.frame, "\(screen.name)-\(size.columns)x\(size.rows)")
    }

    @Test("are as clear without colour: the same text, and every state in words", arguments: screens)
    func mono(screen: (name: String, keys: [Key])) throws {
        var coloured = try Stage.longfeng()
        var plain = try Stage.longfeng(colour: false)
        for key in screen.keys {
            try coloured.press(key)
            try plain.press(key)
        }
        let (frame, mono) = (coloured.frame, plain.frame)
        for row in 0..<frame.size.rows {
            for column in 0..<frame.size.columns {
                let (cell, other) = (frame[row, column], mono[row, column])
                // What is filled in colour has a character else.
                let isFilled =
                    cell.text == " " && cell.style.background != .standard && cell.style.foreground == .standard
                #expect(isFilled ? "#.".contains(other.text) : cell.text == other.text, "\(plain.row(row))")
            }
        }
    }
}
