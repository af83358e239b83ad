import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// Thin lines and parts of cells, where the terminal is known to draw them.
@Suite("Fine drawing")
struct FineDrawingTests {
    private static let able = Abilities(drawsLines: true)

    private func stage(
        _ size: Size = ScreenFrameTests.broad, palette: Theme.Palette = .many, _ abilities: Abilities = able
    ) throws -> Stage {
        try Stage(Longfeng.shared.get(), size: size, palette: palette, abilities: abilities)
    }

    @Test("is on screen whole", arguments: [ScreenFrameTests.broad, Size(columns: 160, rows: 50)])
    func frames(size: Size) throws {
        var stage = try stage(size)
        Golden.expect(stage.frame, "fine-overview-\(size.columns)x\(size.rows)")
        try stage.press(.text("3"))
        Golden.expect(stage.frame, "fine-worklist-\(size.columns)x\(size.rows)")
    }

    @Test("is nowhere with eight colours, without any, where such characters are wide, or where nothing is known")
    func safe() throws {
        let pieces: Set<Character> = ["━", "╸", "┃", "─", "▁", "▂", "▃", "▄", "▅", "▆", "▇"]
        let stages = [
            try stage(palette: .eight), try stage(palette: .none), try stage(ScreenFrameTests.broad, .none),
        ]
        for stage in stages { #expect(pieces.isDisjoint(with: stage.text)) }
        var wide = try stage()
        #expect(!pieces.isDisjoint(with: wide.text))
        try wide.measure(.wide)
        #expect(pieces.isDisjoint(with: wide.text))
    }

    @Test("is chosen in the settings, and kept for the terminal")
    func chosen() throws {
        var stage = try stage(ScreenFrameTests.broad, .none)
        #expect(!stage.model.context.theme.isFine)
        try stage.press(.control("c"))
        let row = try #require((0..<36).first { stage.row($0).contains("图形") })
        #expect(stage.row(row).contains("现在：由程序判断；改为稳妥"))
        for _ in 0..<6 { try stage.press(.down) }
        try stage.press(.enter)
        #expect(stage.kept.last == .drawing(.safe))
        try stage.press(.enter)
        #expect(stage.kept.last == .drawing(.fine) && stage.model.context.theme.isFine)
        try stage.press(.enter)
        #expect(stage.kept.last == .drawing(.auto) && !stage.model.context.theme.isFine)
    }

    @Test("draws months in one row: zero and little at the bottom, the largest below the row above")
    func spark() {
        let theme = Theme(.eight)
        func drawn(_ values: [Int]) -> String {
            let month = Month(Day("2016-01-01") ?? .earliest)
            var frame = Frame(Size(columns: 5, rows: 1))
            MonthChart(months: values.map { _ in month }, values: values, fill: .bar, height: 1)
                .drawInRow(on: &frame, row: 0, column: 0, theme)
            return (0..<values.count).map { frame[0, $0].text }.joined()
        }
        #expect(drawn([0, 1, 50, 99, 100]) == "▁▁▄▆▇")
        #expect(drawn([0]) == "▁")
    }

    @Test("draws the top of a column in eighths")
    func column() throws {
        let context = try stage().model.context
        let month = Month(Day("2016-01-01") ?? .earliest)
        var frame = Frame(Size(columns: 20, rows: 5))
        MonthChart(months: [month, month], values: [100, 70], fill: .bar, height: 4)
            .draw(on: &frame, row: 0, columns: 8, context)
        // 70 of 100 in four rows of eight parts: 22 of them, two rows and three quarters.
        #expect(frame[1, 6].text == "▆" && frame[1, 6].style == context.theme.line(.bar))
        #expect(frame[2, 6].text == " " && frame[2, 6].style == context.theme.style(.bar))
    }
}

/// The names of parts of a list as a bar.
@Suite("The parts of a list as a bar")
struct SectionHeadingTests {
    @Test("are as wide as their shares, and never narrower than their words")
    func shares() {
        #expect(SectionHeading.widths(of: [10, 30, 60], atLeast: [5, 5, 5], in: 100) == [10, 30, 60])
        #expect(SectionHeading.widths(of: [1, 30, 69], atLeast: [10, 10, 10], in: 109) == [10, 30, 69])
        #expect(SectionHeading.widths(of: [0, 50, 50], atLeast: [9, 5, 5], in: 29) == [9, 10, 10])
        #expect(SectionHeading.widths(of: [0, 0], atLeast: [9, 5], in: 20) == [9, 5])
        #expect(SectionHeading.widths(of: [1, 2], atLeast: [9, 9], in: 17) == nil)
    }

    @Test("are filled by what they mean, with the words that say it; the one in sight is in brackets")
    func drawn() throws {
        var stage = try Stage.longfeng(ScreenFrameTests.broad)
        try stage.press(.text("3"), .tab)
        let line = try #require((0..<6).first { stage.row($0).contains("[逾期 27") })
        let cells = stage.frame.row(line).map(\.self)
        let theme = Theme(.eight)
        #expect(cells.contains { $0.style == theme.style(.currentTab) })
        #expect(cells.filter { $0.style == theme.style(.cellBehind) }.count > 20)
        #expect(stage.row(line).contains("滞后 48"))
    }
}
