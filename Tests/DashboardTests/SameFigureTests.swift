import Foundation
import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// One word and one number for one thing, on every screen: what is shown in several places is compared.
@Suite("One figure, one word, one look")
struct SameFigureTests {
    private static let size = Size(columns: 160, rows: 50)

    private func text(_ keys: Key...) throws -> String {
        var stage = try Stage.longfeng(Self.size)
        for key in keys { try stage.press(key) }
        return stage.text
    }

    private func status() throws -> StatusReport {
        try Longfeng.shared.get().status(
            asOf: try #require(Day("2016-06-30")), scope: Scope(Code("422801100")))
    }

    @Test("The town's figures are the same on the overview, in 结对, 待办, 合作社, 清单 and the menu of what is missing")
    func town() throws {
        let totals = try status().totals
        let overview = try text()
        let pairing = try text(.text("4"))
        let worklist = try text(.text("3"))
        let cooperatives = try text(.text("5"))
        let methods = try text(.text("0"))
        let missing = try text(.control("n"))
        for coverage in [totals.households, totals.members] {
            #expect(overview.contains(" \(coverage.fraction) ") && overview.contains(" \(coverage.percentage)"))
            #expect(pairing.contains(coverage.figure))
            #expect(pairing.contains("缺口 \(coverage.gap) "))
        }
        #expect(worklist.contains("户无帮扶人 \(totals.households.gap) "))
        #expect(worklist.contains("党员未结对 \(totals.members.gap) "))
        #expect(missing.contains("\(totals.households.gap) 户") && missing.contains("\(totals.members.gap) 人"))
        let visited = Coverage(covered: totals.visitedThisMonth, inScope: totals.households.inScope)
        #expect(overview.contains(" \(visited.fraction) ") && overview.contains(" \(visited.percentage)"))
        #expect(pairing.contains(visited.figure))
        let (ones, figures) = (totals.fiveOnes, totals.cooperatives)
        #expect(overview.contains(" \(ones.fraction) ") && methods.contains(" \(ones.fraction) "))
        #expect(missing.contains("\(ones.target - ones.done) 项") && methods.contains(" \(ones.target - ones.done) "))
        #expect(overview.contains("\(totals.villagesDone)/\(totals.villages) "))
        #expect(methods.contains(" \(totals.villagesDone)/\(totals.villages) "))
        #expect(overview.contains("\(totals.committeeDone)/\(totals.committee) "))
        #expect(methods.contains(" \(totals.committeeDone)/\(totals.committee) "))
        #expect(overview.contains("合作社\(figures.active) 领办\(figures.memberFounded) 党员\(figures.founders)"))
        #expect(cooperatives.contains("在册 \(figures.active) 个  党员领办 \(figures.memberFounded) 个"))
        #expect(cooperatives.contains("带动 \(figures.householdsLed) 户次"))
    }

    @Test("The rows of the overview and of 结对 add up to their heads")
    func rows() throws {
        let report = try status()
        #expect(report.lines.count > report.branches.count)
        #expect(report.lines.reduce(.none) { $0 + $1.members } == report.totals.members)
        #expect(report.lines.reduce(.none) { $0 + $1.households } == report.totals.households)
        for line in report.lines {
            for screen in [try text(), try text(.text("4"))] {
                let row = screen.split(separator: "\n").first { $0.dropFirst(2).hasPrefix(line.title) }
                let rate = line.members.percentage.filter { $0 != "%" }
                #expect(row?.contains("\(line.members.fraction) ") ?? false, "\(line.title)")
                #expect(row?.contains(" \(rate)") ?? false, "\(line.title)")
            }
        }
    }

    @Test("A line's figure of 结对 opens into as many rows, of a township its own only")
    func own() throws {
        var stage = try Stage.longfeng(Self.size)
        for key in [Key.text("4"), .end] { try stage.press(key) }
        // The township has no gap, so it stands where the others without do.
        while !stage.text.contains("> 龙凤镇") { try stage.press(.up) }
        for key in [Key.right, .right, .right, .enter] { try stage.press(key) }
        let own = try #require(try status().others.first).members
        #expect(own.inScope > 0 && stage.text.contains("党员覆盖 龙凤镇 \(own.fraction)"), "\(stage.text)")
    }

    @Test("A village has as many households in 结对 as on its own screen")
    func village() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("4"), .enter)
        let households = try Longfeng.shared.get().branch(
            Code("422801100214"), asOf: try #require(Day("2016-06-30"))
        ).households
        #expect(stage.text.contains("猫子山村") && stage.text.contains("[户 \(households)]"))
        var branch = try Stage.longfeng()
        try branch.press(.function(7), .enter)
        #expect(branch.text.contains("猫子山村") && branch.text.contains("结对 \(households) "))
    }

    @Test("The overview counts branches that are behind, and says so; 待办 counts what they owe")
    func behind() throws {
        let report = try status()
        let late = report.branches.count { $0.themeActivity.state == .behind || $0.fiveOnes.state == .behind }
        var stage = try Stage.longfeng()
        #expect(stage.text.contains(try Regex("滞后支部\(late)[^0-9]")))
        try stage.press(.text("3"))
        let owed = try Longfeng.shared.get().gaps(asOf: report.asOf, scope: report.scope).gaps
        #expect(stage.text.contains("滞后 \(owed.count { $0.state == .behind }) "))
    }

    @Test("A month that is missing is told apart from a number of them")
    func months() throws {
        let overview = try text()
        // On screen a digit in its place; read out a month has its unit.
        #expect(overview.contains("1 3  6 "))
        let plain = try Stage.plain(Longfeng.shared.get()).text
        #expect(plain.contains("党日缺 缺4月") && plain.contains("党日缺 缺2、5月") && plain.contains("党日缺 缺3次"))
        // 去年缺 is said of people, in the head.
        let bare = try Regex("[^年]缺[0-9]+ ")
        #expect(overview.firstMatch(of: bare) == nil)
    }

    /// How a state's word looks wherever it stands as a cell of a list.
    private static let looks: [(word: String, colour: Colour)] = [
        ("逾期", .red), ("缺口", .red), ("滞后", .yellow), ("将到期", .yellow), ("待补", .yellow), ("未办结", .yellow),
        ("正常", .standard), ("计数中", .standard), ("计入", .standard), ("在册", .standard), ("完成", .standard),
    ]

    @Test("A state has one colour on every screen", arguments: ScreenFrameTests.screens)
    func colours(screen: (name: String, keys: [Key])) throws {
        // Explanations of keys name states, and show none.
        if ["help", "palette", "methods", "record-form"].contains(screen.name) { return }
        var stage = try Stage.longfeng(Self.size)
        for key in screen.keys { try stage.press(key) }
        // The words to choose from are no states either.
        for row in 3..<Self.size.rows - 2 where !stage.row(row).contains("只看") {
            for (start, cells) in words(stage.frame, row) {
                guard let look = Self.looks.first(where: { cells.hasSuffix($0.word) }),
                    cells == look.word || cells.dropLast(look.word.count).allSatisfy({ "0123456789/ ".contains($0) })
                else { continue }
                let style = Array(stage.frame.row(row))[start].style
                // The selected cell and headings have a look of their own.
                if style.reverse || style.underline { continue }
                // A tile has it behind its words.
                let colour = style.background == .standard ? style.foreground : style.background
                #expect(colour == look.colour, "\(screen.name): \(cells) in \(stage.row(row))")
            }
        }
    }

    /// The texts of a row that are set apart by two blanks, with the cell where each begins.
    private func words(_ frame: Frame, _ row: Int) -> [(Int, String)] {
        var found: [(Int, String)] = []
        let width = TextWidth()
        var column = 0
        for part in frame.text(row: row).split(separator: "  ", omittingEmptySubsequences: false) {
            let blanks = part.prefix { $0 == " " }.count
            let text = part.trimmingCharacters(in: .whitespaces)
            if !text.isEmpty { found.append((column + blanks, text)) }
            column += width.cells(String(part)) + 2
        }
        return found
    }

    @Test("A state has one word: its rejected synonyms are nowhere in the sources")
    func synonyms() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var seen = 0
        for case let file as URL in files
        where file.pathExtension == "swift" {
            seen += 1
            // What files of others say is understood, by the names under which a column is known.
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            let text = lines.filter { !$0.contains("known(") }.joined(separator: "\n")
            // 已离开, 不考核, 滞后, 逾期, 未成立, 缺口 are the words.
            for word in ["离岗", "不适用", "落后", "超期", "\"未立\"", "\"无人\""] where text.contains(word) {
                Issue.record("\(file.lastPathComponent): \(word)")
            }
        }
        #expect(seen > 100)
    }
}
