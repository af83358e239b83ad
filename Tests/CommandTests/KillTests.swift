import Foundation
import TestSupport
import Testing

/// What was acknowledged is there, however a program ends (RELIABILITY P1).
@Suite struct KillTests {
    @Test(
        "Killed at any moment of entering, 30 times: whatever had its number told is there, no half of one, the ledger sound"
    )
    func killedWhileRecording() throws {
        let folder = try SmallTown.imported()
        var generator = SeededGenerator(seed: 20_160_630)
        var acknowledged: [String] = []
        // From one whole run the moments are taken, so that they fall into it on a slow machine too.
        let began = Date()
        acknowledged.append(try record("0", in: folder).outcome().output)
        let whole = Date().timeIntervalSince(began) * 1_000_000
        for number in 1...30 {
            let running = try record("\(number)", in: folder)
            usleep(useconds_t(Double.random(in: 0.2...2, using: &generator) * whole))
            running.signal(SIGKILL)
            acknowledged.append(try running.outcome().output)
        }
        let numbers = acknowledged.filter { $0.hasSuffix("\n") }.map { String($0.dropLast()) }
        let saved = Set(try RawDatabase(folder.database).column("SELECT id FROM activity"))
        // The first was not killed; on a machine that slows down after it, it may be the only one.
        #expect(!numbers.isEmpty)
        #expect(saved.isSuperset(of: numbers))
        let check = try Program.run(["check"], in: folder)
        #expect(check.status == 0, "\(check.errors)")
        #expect(try record("后来", in: folder).outcome().status == 0)
        #expect(try folder.names() == ["town", "zhibu.db"])
    }

    @Test("The dashboard killed right after saving: what it called saved is there")
    func killedBoard() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("r2", until: "记活动：主题活动")
        try board.press("七一慰问", until: "七一慰问")
        board.session.type(Board.Keys.save)
        try #require(board.shows("已保存"))
        board.session.send(signal: SIGKILL)
        #expect(board.session.waitForExit() == .signal(SIGKILL))
        #expect(try Program.run(["status", "--format", "csv"], in: folder).output.contains("甲村,village,1,0,1,4,"))
        #expect(try Program.run(["check"], in: folder).status == 0)
    }

    private func record(_ title: String, in folder: Folder) throws -> Running {
        let line = "exec \"$ZHIBU\" record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title \"$1\""
        return try Program.start(line, [title], in: folder)
    }
}
