import CursesTerminal
import Glibc
import Ledger
import TerminalUI
import TestSupport
import Testing

/// What a slow line has to carry, counted in process (PERFORMANCE, targets; TERMINAL, requirement 14).
@Suite("The bytes of Longfeng", .serialized, .oneTerminalAtATime)
struct ByteBudgetTests {
    @Test("show any new screen within 2,500", arguments: ScreenFrameTests.screens)
    func newScreen(screen: (name: String, keys: [Key])) throws {
        var line = try Line()
        for key in screen.keys.dropLast() { _ = try line.bytes(of: key) }
        guard let last = screen.keys.last else { return }
        let bytes = try line.bytes(of: last)
        #expect(bytes <= 2_500)
    }

    @Test("paint the first screen within 2,500")
    func firstScreen() throws {
        let bytes = try Line().painted
        #expect(bytes <= 2_500)
    }

    /// Late in the year nearly every figure of every branch is behind or due soon, and has a colour.
    @Test(
        "paint it within 2,500 also when nearly everything is behind",
        arguments: ["2016-12-20", "2016-12-31", "2026-11-23"])
    func lateFirstScreen(today: String) throws {
        let bytes = try Line(today: today).painted
        #expect(bytes <= 2_500)
    }

    /// All but the form, where ↓ opens the candidates of the next field.
    private static let lists = ScreenFrameTests.screens.filter { $0.name != "record-form" }

    @Test("move down within 256 and turn a page within 1,500", arguments: lists, [Theme.Palette.eight, .many])
    func moving(screen: (name: String, keys: [Key]), palette: Theme.Palette) throws {
        var line = try Line(palette: palette)
        for key in screen.keys { _ = try line.bytes(of: key) }
        let down = try line.bytes(of: .down)
        #expect(down <= Self.rowBudget(palette, screen.name))
        let page = try line.bytes(of: .pageDown)
        #expect(page <= (palette == .many ? 2_000 : 1_500))
    }

    /// What a row may take.
    ///
    /// With 256 colours whole rows stand out: two rows are sent, which full of Han are up to 240 bytes each by their text alone, and
    /// cells of months have a ground each. The first screen keeps to what LOOK's own picture of it takes.
    private static func rowBudget(_ palette: Theme.Palette, _ screen: String) -> Int {
        if palette == .eight { return 256 }
        return screen == "overview" ? 289 : ["months", "overview-worst"].contains(screen) ? 600 : 480
    }

    @Test(
        "do the same for the officers' own checklists", arguments: ChecklistScreenTests.screens,
        [Theme.Palette.eight, .many])
    func checklists(screen: (name: String, keys: [Key]), palette: Theme.Palette) throws {
        var line = try Line(on: ChecklistScreenTests.town.get(), palette: palette)
        for key in screen.keys.dropLast() { _ = try line.bytes(of: key) }
        let last = try #require(screen.keys.last)
        #expect(try line.bytes(of: last) <= 2_500)
        if screen.name == "checklist-new" { return }
        #expect(try line.bytes(of: .down) <= Self.rowBudget(palette, screen.name))
        #expect(try line.bytes(of: .pageDown) <= (palette == .many ? 2_000 : 1_500))
    }

    @Test(
        "choose a row within 256",
        arguments: [[.text("7")], [.text("7"), .tab], [.text("4"), .enter], [.text("5")], [.text("6")]] as [[Key]])
    func choosing(keys: [Key]) throws {
        var line = try Line()
        for key in keys { _ = try line.bytes(of: key) }
        for _ in 0..<3 { #expect(try line.bytes(of: .text(" ")) <= 256) }
    }

    @Test("show what would be done to many rows within 2,500", arguments: ManyRowsTests.screens)
    func previews(screen: (name: String, keys: [Key])) throws {
        var line = try Line()
        for key in screen.keys.dropLast() { _ = try line.bytes(of: key) }
        let last = try #require(screen.keys.last)
        #expect(try line.bytes(of: last) <= 2_500)
    }

    @Test("do the same for what happened to a household", arguments: ["", "1", "2", "3", "4", "5", "7"])
    func wizard(digit: String) throws {
        var line = try Line()
        var keys = HouseholdWizardTests.menu
        if !digit.isEmpty { keys.append(.text(digit)) }
        for key in keys.dropLast() { _ = try line.bytes(of: key) }
        let last = try #require(keys.last)
        #expect(try line.bytes(of: last) <= 2_500)
    }

    /// A size with what a row, its preview and a new screen may cost there (LOOK, bytes).
    static let broad = [
        (size: Size(columns: 120, rows: 36), row: 320, preview: 1_100, screen: 6_500),
        (size: Size(columns: 160, rows: 50), row: 380, preview: 2_300, screen: 9_700),
    ]

    @Test(
        "on broad terminals cost no more than a row, a preview and a new screen may",
        arguments: ScreenFrameTests.previewed, broad)
    func previews(
        screen: (name: String, keys: [Key]), budget: (size: Size, row: Int, preview: Int, screen: Int)
    ) throws {
        var line = try Line(size: budget.size)
        #expect(line.painted <= budget.screen)
        for key in screen.keys.dropLast() { _ = try line.bytes(of: key) }
        if let last = screen.keys.last { #expect(try line.bytes(of: last) <= budget.screen) }
        for _ in 0..<20 {
            let parts = try line.parts(of: .down)
            // A footer of 160 columns is sent anew where a row offers other keys than the one before.
            withKnownIssue(isIntermittent: true) {
                #expect(parts.row <= budget.row)
            } when: {
                screen.name == "pairing-list" && budget.size.columns == 160
            }
            #expect(parts.preview <= budget.preview)
        }
    }

    @Test("say nothing when nothing changes")
    func unchanged() throws {
        var line = try Line()
        #expect(try line.bytes(of: .up) == 0)
        #expect(try line.bytes(of: .focusIn) == 0)
    }

    @Test(
        "find by pinyin within a new screen's 2,500 for the first letter, then within 1,500",
        arguments: [[Key.control("p")], [.text("7"), .function(3)]])
    func finding(keys: [Key]) throws {
        var line = try Line()
        for key in keys { _ = try line.bytes(of: key) }
        for (letter, budget) in [("z", 2_500), ("h", 1_500), ("s", 1_500)] {
            let bytes = try line.bytes(of: .text(letter))
            #expect(bytes <= budget)
        }
    }

    @Test("carry a Han character typed into a field within 64")
    func typing() throws {
        var line = try Line()
        for key: Key in [.text("r"), .text("3")] { _ = try line.bytes(of: key) }
        #expect(try line.bytes(of: .text("学")) <= 64)
        #expect(try line.bytes(of: .text("习")) <= 64)
    }
}

/// The dashboard on a terminal that only counts.
private struct Line {
    private var stage: Stage
    private let terminal: CursesTerminal
    /// The bytes of the first frame.
    let painted: Int

    init(
        today: String = "2016-06-30", on ledger: Ledger? = nil, size: Size = Size(columns: 80, rows: 24),
        type: String = "xterm-256color", palette: Theme.Palette = .eight
    ) throws {
        stage = try Stage(ledger ?? Longfeng.shared.get(), today: today, size: size, palette: palette)
        var configuration = CursesTerminal.Configuration()
        configuration.colour = true
        configuration.ambiguous = .narrow
        configuration.type = type
        configuration.size = size
        configuration.output = open("/dev/null", O_WRONLY | O_CLOEXEC)
        terminal = try CursesTerminal(configuration)
        try terminal.draw(stage.frame)
        painted = terminal.counters.bytes
    }

    /// The bytes of a key, and of the preview that follows once no other comes.
    mutating func parts(of key: Key) throws -> (row: Int, preview: Int) {
        stage.rests = false
        let row = try bytes(of: key)
        stage.rests = true
        let before = terminal.counters.bytes
        try stage.rest()
        try terminal.draw(stage.frame)
        return (row, terminal.counters.bytes - before)
    }

    mutating func bytes(of key: Key) throws -> Int {
        let before = terminal.counters.bytes
        try stage.press(key)
        try terminal.draw(stage.frame)
        return terminal.counters.bytes - before
    }
}
