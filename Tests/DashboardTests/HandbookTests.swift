import Ledger
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// The handbook does what it says, and every page of it is reached.
@Suite("The handbook")
struct HandbookTests {
    @Test("Every frame of keys leads where it says", arguments: HandbookSteps.blocks("按键"))
    func keys(block: HandbookSteps.Block) throws {
        var stage = try Stage(ledger(of: block))
        for line in block.lines {
            if let seen = HandbookSteps.seen(line) {
                #expect(stage.text.contains(seen), "\(block): \(line)\n\(stage.text)")
            } else {
                for key in try keys(in: line) { try stage.press(key) }
            }
        }
    }

    /// Moving in begins with an empty ledger, and goes on with what it brought; all else happens in the sample town.
    private func ledger(of block: HandbookSteps.Block) throws -> Ledger {
        let isBegun = !(block.lines.first?.hasPrefix("Down") ?? false)
        return try block.page == Handbook.Topic.movingIn.rawValue && !isBegun ? .inMemory() : Longfeng.load()
    }

    /// The keys of a line, in front of the two blanks after which it explains them; a text between 「 and 」 is typed.
    private func keys(in line: String) throws -> [Key] {
        let told = line.components(separatedBy: "  ")[0]
        return try told.split(separator: " ").flatMap { word -> [Key] in
            if word.hasPrefix("「"), word.hasSuffix("」") {
                return word.dropFirst().dropLast().unicodeScalars.map { .text(String($0)) }
            }
            return [try #require(HandbookTests.byName[String(word)], "\(word)")]
        }
    }

    private static let byName: [String: Key] = {
        let moves: [Key] = [
            .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter, .escape,
        ]
        let letters = (UInt8(ascii: "!")...UInt8(ascii: "~")).map { Key.text(String(Character(Unicode.Scalar($0)))) }
        let controls = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Key.control(Character(Unicode.Scalar($0))) }
        let keys = moves + letters + controls + [.control("]")] + (1...12).map { .function($0) }
        return Dictionary(keys.map { ($0.name, $0) }) { first, _ in first }
    }()

    @Test("The file has a page for each topic, and no other")
    func pages() throws {
        let headings = try HandbookSteps.text.split(separator: "\n").filter { $0.hasPrefix("# ") }.map {
            $0.dropFirst(2)
        }
        #expect(headings.map(String.init) == Handbook.Topic.allCases.map(\.rawValue))
        let handbook = Handbook(try HandbookSteps.text)
        for topic in Handbook.Topic.allCases {
            let page = try #require(handbook.page(topic))
            #expect(!page.contains("```") && !page.contains("#"))
        }
    }

    @Test("The help of every screen opens its page by F2, and Esc leads back to the help")
    func help() throws {
        var stage = try Stage.longfeng()
        try stage.press(.text("9"), .text("?"))
        #expect(stage.text.contains("F2             看手册“一个月”"))
        try stage.press(.function(2))
        #expect(stage.row(2) == " 手册：一个月")
        #expect(stage.text.contains("【活动开完就记】"))
        Golden.expect(stage.frame, "handbook-80x24")
        try stage.press(.escape)
        #expect(stage.row(2).hasPrefix(" 帮助："))
        let offered = Set(Catalogue.builtIn.kinds.map { Handbook.Topic.of($0.example) })
        #expect(Set(Handbook.Topic.allCases).subtracting(offered) == [.copies, .selection, .seal, .rights])
    }

    @Test("Every page is found in the palette, by its topic or by pinyin")
    func palette() throws {
        for (typed, topic) in [("手册 备份", Handbook.Topic.copies), ("手册 搬家", .movingIn), ("bfrlk", .departure)] {
            var stage = try Stage.longfeng()
            try stage.press(.control("p"))
            try stage.type(typed)
            try stage.press(.enter)
            #expect(stage.row(2) == " 手册：\(topic.rawValue)")
        }
    }
}
