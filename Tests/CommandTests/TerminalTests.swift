import TestSupport
import Testing

/// What commands do on a terminal that they do not do in a pipe.
@Suite struct TerminalTests {
    @Test("On a terminal an entry made in error is asked about")
    func asksForTheSentence() throws {
        let folder = try SmallTown.imported()
        let line = ["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "录入有误"]
        let session = try PtySession([Program.path] + line, environment: folder.terminalEnvironment)
        #expect(session.waitUntil { $0.text.contains("录入有误的说明（一句话）：") })
        session.type("登错了户\r")
        #expect(session.waitForExit() == .status(0))
        #expect(try Program.run(["check"], in: folder).output.contains("登错了户"))
    }

    @Test("On a terminal a long import shows its progress, and wipes it at the end")
    func showsProgress() throws {
        let folder = try SmallTown.written()
        let rows = (0..<40_000).map { "B\($0),2016-0\($0 % 6 + 1)-15,主题党日,422801100201,党日\($0)\n" }
        try folder.write("more.csv", "编号,日期,类型,组织编码,主题\n" + rows.joined())
        let line = [Program.path, "import", folder.path + "/town", folder.path + "/more.csv"]
        let session = try PtySession(line, environment: folder.terminalEnvironment)
        #expect(session.waitUntilSlowly { $0.text.contains("已检查 ") })
        #expect(session.waitForExit(milliseconds: 20_000) == .status(0))
        #expect(!session.screen.text.contains("已检查 "))
        #expect(session.screen.text.contains("新增 40006"))
    }
}
