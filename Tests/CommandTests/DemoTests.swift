import Foundation
import TestSupport
import Testing

/// `zhibu demo`: the sample in a copy that goes with the program.
@Suite struct DemoTests {
    @Test(
        "The sample is a temporary copy: quitting or a signal leaves nothing; the second time it comes from the cache")
    func leavesNothing() throws {
        let folder = try folderWithCache()
        for number in [SIGTERM, SIGHUP] {
            let session = try demo(folder)
            #expect(try copies(folder).count == 1)
            session.send(signal: number)
            #expect(session.waitForExit() == .status(128 + number))
            #expect(try folder.names() == ["cache"])
            #expect(try folder.names("cache/of/zhibu").count == 1)
        }
        let session = try demo(folder)
        session.type("q")
        #expect(session.waitForExit() == .status(0))
        #expect(try folder.names() == ["cache"])
    }

    @Test("A copy left by a killed program is cleared at the next start; one still open stays")
    func sweepsWhatTheDeadLeft() throws {
        let folder = try folderWithCache()
        let killed = try demo(folder)
        let left = try copies(folder)
        let living = try demo(folder)
        killed.send(signal: SIGKILL)
        #expect(killed.waitForExit() == .signal(SIGKILL))
        #expect(try copies(folder).count == 2)
        let next = try demo(folder)
        let now = try copies(folder)
        #expect(now.count == 2)
        #expect(!now.contains(left[0]))
        for session in [living, next] {
            session.type("2")
            #expect(session.waitUntil { $0.text.contains("[2支部]") })
            session.type("q")
            #expect(session.waitForExit() == .status(0))
        }
        #expect(try folder.names() == ["cache"])
    }

    @Test("From the welcome the sample opens in a copy, as often as wanted; quitting comes back and leaves nothing")
    func looksAtTheSample() throws {
        let folder = try folderWithCache()
        let board = try Board(folder)
        try #require(board.shows("先看示例"))
        for _ in 0..<2 {
            try board.press(Board.Keys.enter, until: "退出即丢弃")
            #expect(board.text.contains("截至 2016-06-30"))
            #expect(try copies(folder).count == 1)
            try board.press("r3学党章" + Board.Keys.save, until: "已保存")
            try board.press("q", until: "示例已丢弃")
            #expect(board.text.contains("先看示例") && board.text.contains("空台账"))
            #expect(try copies(folder).isEmpty)
        }
        board.quit()
        #expect(try Program.run(["status"], in: folder).status == 1)
    }

    @Test("A signal in the midst of the sample leaves nothing of it, and the terminal as it was")
    func endsInTheSample() throws {
        let folder = try folderWithCache()
        let board = try Board(folder)
        try #require(board.shows("先看示例"))
        try board.press(Board.Keys.enter, until: "退出即丢弃")
        board.session.send(signal: SIGTERM)
        #expect(board.session.waitForExit() == .status(128 + SIGTERM))
        #expect(board.isRestored)
        #expect(try copies(folder).isEmpty)
    }

    @Test("In lines the sample is read out and left the same way")
    func inLines() throws {
        let folder = try folderWithCache()
        let said = try Program.run(["--plain"], in: folder, input: "1\nq\nq\n")
        #expect(said.status == 0)
        #expect(said.output.contains("龙凤镇，截至 2016-06-30") && said.output.contains("提示：示例已丢弃"))
        #expect(try copies(folder).isEmpty)
    }

    @Test(
        "The sample where it was loaded is opened itself, at its day; a ledger without it is refused, and none is made")
    func loaded() throws {
        let folder = try folderWithCache()
        folder.environment["ZHIBU_ASSETS"] =
            URL(filePath: #filePath).appending(path: "../../../assets").standardizedFileURL.path
        let outcome = try Program.shell(
            """
            zhibu import "$ZHIBU_ASSETS/longfeng" --database own.db >/dev/null; zhibu demo --plain --database own.db </dev/null | grep -o '总览，第 1/27 行。龙凤镇，截至 2016-06-30。' | head -1
            zhibu officer add $(id -un) --role 管理员 --name 管 --from 2016-01-01 --database own.db >/dev/null
            zhibu officer add $(id -un) --role 查阅 --name 管 --from 2016-01-01 --database own.db >/dev/null
            zhibu demo --plain --database own.db </dev/null | grep -o '总览，第 1/27 行。龙凤镇，截至 2016-06-30。' | head -1; zhibu demo --plain --database other.db </dev/null; echo $?; ls
            """, in: folder)
        #expect(
            outcome.output == """
                总览，第 1/27 行。龙凤镇，截至 2016-06-30。
                总览，第 1/27 行。龙凤镇，截至 2016-06-30。
                1
                cache
                own.db

                """, "\(outcome.output)")
        #expect(outcome.errors.contains("zhibu：other.db 里没有龙凤镇示例"), "\(outcome.errors)")
    }

    /// The demo, once its first screen is there.
    private func demo(_ folder: Folder) throws -> PtySession {
        let session = try PtySession([Program.path, "demo"], environment: folder.terminalEnvironment)
        try #require(session.waitUntil(milliseconds: 20_000) { $0.text.contains("龙凤镇") })
        return session
    }

    private func copies(_ folder: Folder) throws -> [String] {
        try folder.names().filter { $0.hasPrefix("zhibu-demo-") }
    }

    private func folderWithCache() throws -> Folder {
        let folder = try Folder()
        folder.environment["XDG_CACHE_HOME"] = folder.path + "/cache/of"
        try FileManager.default.createDirectory(atPath: folder.path + "/cache", withIntermediateDirectories: true)
        return folder
    }
}
