import TestSupport
import Testing

/// `zhibu --plain`: lines in, lines out.
@Suite struct PlainTests {
    @Test("管道里也能用：记一项活动，再撤销，输入完了就结束，没有一个控制字符")
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

    @Test("逐行问答也有示例；选项放在命令前后都行", arguments: [["demo", "--plain"], ["--plain", "demo"]])
    func demo(line: [String]) throws {
        let folder = try Folder()
        folder.environment["XDG_CACHE_HOME"] = folder.path + "/cache"
        let outcome = try Program.run(line, in: folder, input: "p3\nq\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("待办，第 1/172 行。龙凤镇，截至 2016-06-30。"))
    }

    @Test("不在终端里又没有 --plain：64，说明怎么办")
    func needsTheOption() throws {
        let outcome = try Program.run([], in: SmallTown.imported(), input: "q\n")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("请用 zhibu --plain"))
    }

    @Test("坏数据里的控制字符读不出来")
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
