import TerminalUI
import Testing

@testable import Dashboard

/// Colour and weight never say anything that the text does not (TERMINAL, requirement 17).
@Suite("Without colour")
struct MonoTests {
    /// The looks of the states, in colour and without; all other looks come with a sign of their own: `>`, `[ ]`, `!`.
    private static let states: Set<Style> = Set(
        [Element.done, .dueSoon, .behind, .overdue, .uncovered, .pending].flatMap {
            [Theme(.eight).style($0), Theme.mono.style($0)]
        })

    /// A run of cells of one look, with what tells how it came to look so: the screen, the column and the text.
    private struct Run: Hashable {
        let screen: String
        let column: Int
        let text: String
        /// What the row's last column remarks in words; empty where that is a figure.
        var remark = ""
    }

    @Test("the words alone tell the state: nothing that reads the same looks different", arguments: [true, false])
    func words(colour: Bool) throws {
        for screen in ScreenFrameTests.screens {
            var stage = try Stage.longfeng(Size(columns: 100, rows: 30), colour: colour)
            for key in screen.keys { try stage.press(key) }
            var looks: [Run: Style] = [:]
            for row in 3..<28 where !stage.row(row).hasPrefix(">") {
                let found = runs(of: stage.frame, row: row, on: screen.name)
                let remark = found.last.map { $0.0.text }.flatMap { $0.contains(/\p{Han}/) ? $0 : nil } ?? ""
                for (bare, style) in found {
                    var run = bare
                    run.remark = remark
                    let isStated = MonoTests.states.contains(style) || style == .plain
                    guard isStated else { continue }
                    let known = looks[run, default: style]
                    #expect(known == style, "\(run.screen): \(run.text)")
                    looks[run] = style
                }
            }
        }
    }

    @Test("what is selected, open or wrong has a sign beside it", arguments: ScreenFrameTests.screens)
    func signs(screen: (name: String, keys: [Key])) throws {
        var stage = try Stage.longfeng(colour: false)
        for key in screen.keys { try stage.press(key) }
        let frame = stage.frame
        let selections = [Theme.mono.style(.selection), Theme.mono.selected(.text)]
        for row in 1..<22 where (0..<80).contains(where: { selections.contains(frame[row, $0].style) }) {
            let text = stage.row(row)
            #expect(text.hasPrefix(">") || text.contains("["), "\(text)")
        }
    }

    @Test(
        "the main screens look as they are kept, each cell with its style",
        arguments: ["overview", "branch", "worklist", "pairing-list"])
    func grids(name: String) throws {
        let screen = try #require(ScreenFrameTests.screens.first { $0.name == name })
        var stage = try Stage.longfeng(colour: false)
        for key in screen.keys { try stage.press(key) }
        Golden.expect(stage.frame.styleGrid + "\n", "Frames/mono-\(name).txt")
    }

    /// The words of a row between blanks, digits told only by whether all is done.
    private func runs(of frame: Frame, row: Int, on screen: String) -> [(Run, Style)] {
        var runs: [(Run, Style)] = []
        var column = 0
        while column < frame.size.columns {
            let style = frame[row, column].style
            var start = column
            var text = ""
            while column < frame.size.columns, frame[row, column].style == style || frame[row, column].isContinuation {
                if text.hasSuffix("  ") { break }
                if text.allSatisfy({ $0 == " " }) { start = column }
                text += frame[row, column].text
                column += 1
            }
            let words = text.trimmed
            if !words.isEmpty { runs.append((Run(screen: screen, column: start, text: words.shape), style)) }
        }
        return runs
    }
}

extension String {
    fileprivate var trimmed: String {
        split(separator: " ").joined(separator: " ")
    }

    /// The text with every figure `a/b` told only by whether it is full, so that what its number means must be said in words; a rate by
    /// whether it is below 90 or 95, which is all that its look says.
    fileprivate var shape: String {
        replacing(/(\d+)\/(\d+)/) { match in
            (Int(match.1) ?? 0) >= (Int(match.2) ?? 0) ? "all" : "some"
        }.replacing(/\d+\.\d/) { match in
            let rate = Double(match.0) ?? 100
            return rate < 90 ? "<90" : rate < 95 ? "<95" : "#"
        }
    }
}
