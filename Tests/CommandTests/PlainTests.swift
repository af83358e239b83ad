import TestSupport
import Testing

/// `zhibu --plain`: lines in, lines out.
@Suite struct PlainTests {
    @Test("Works in a pipe: an activity recorded and undone, ending with the input, without a control character")
    func pipes() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["--plain"], in: folder, input: "1\nr\n2\n慰问老党员\n^S\nu\n")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("提示：已保存：") && outcome.output.contains("慰问老党员"))
        #expect(outcome.output.contains("撤销"))
        #expect(try Program.run(["journal"], in: folder).output.contains("看板"))
        #expect(outcome.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    }

    @Test(
        "Line by line has a sample too; options stand before or behind the command",
        arguments: [["demo", "--plain"], ["--plain", "demo"]])
    func demo(line: [String]) throws {
        let folder = try Folder()
        folder.environment["XDG_CACHE_HOME"] = folder.path + "/cache"
        let outcome = try Program.run(line, in: folder, input: "p3\nq\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("待办，第 1/191 行。龙凤镇，截至 2016-06-30。"))
    }

    @Test("Without a terminal and without --plain: 64, and what to do")
    func needsTheOption() throws {
        let outcome = try Program.run([], in: SmallTown.imported(), input: "q\n")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("请用 zhibu --plain"))
    }

    @Test("Control characters of bad data are not read out")
    func hostile() throws {
        let folder = try HostileTown.tampered()
        let outcome = try Program.run(["--plain"], in: folder, input: "1\np4\n1\np7\np8\nq\n")
        #expect(outcome.status == 0)
        #expect(
            !outcome.output.unicodeScalars.contains {
                $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
            })
    }
}
