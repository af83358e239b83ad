import Foundation
import TestSupport
import Testing

/// Several programs on one ledger.
@Suite struct LockTests {
    /// Another program's connection to a ledger, with a transaction that stays open.
    private struct Holder {
        private let ledger: RawDatabase

        init(_ folder: Folder, _ kind: String) throws {
            ledger = try RawDatabase(folder.database)
            try ledger.run("BEGIN \(kind)")
        }

        func release() throws { try ledger.run("ROLLBACK") }
    }

    @Test(
        "Another program holds the ledger: commands end with 69 after some 5 seconds; the dashboard says after 2 that it waits, after 5 why, with the form kept, and saves once it is free"
    )
    func lockedWhileSaving() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("r2", until: "记活动：主题活动")
        try board.press("七一慰问", until: "七一慰问")
        let holder = try Holder(folder, "IMMEDIATE")
        let began = Date()
        let command = try Program.start("exec \"$ZHIBU\" pair H2 P3", in: folder)
        board.session.type(Board.Keys.save)
        #expect(board.shows("台账正忙，还在等"))
        #expect((1.5...4).contains(Date().timeIntervalSince(began)))
        #expect(board.shows("正被别的程序占用"))
        #expect((4...9).contains(Date().timeIntervalSince(began)))
        #expect(board.text.contains("记活动：主题活动") && board.text.contains("七一慰问"))
        let refused = try command.outcome()
        #expect(refused.status == 69)
        #expect(refused.errors.contains("正被别的程序占用"))
        try holder.release()
        try board.press(Board.Keys.save, until: "已保存")
        #expect(!board.text.contains("台账正忙"))
        board.quit()
        #expect(try Program.run(["status", "--format", "csv"], in: folder).output.contains(",1,4,"))
    }

    @Test("Ctrl-Z while saving: it saves first, then stops, and holds no ledger while it is stopped")
    func stoppedCommand() throws {
        let folder = try SmallTown.imported()
        let holder = try Holder(folder, "IMMEDIATE")
        let command = try Program.start("exec \"$ZHIBU\" pair H2 P3 --from 2016-06-01", in: folder)
        // No longer: the program gives up waiting for the lock after five seconds.
        while try command.blocked & 1 << UInt64(SIGTSTP - 1) == 0 {
            try #require(!command.hasEnded)
            usleep(1_000)
        }
        command.signal(SIGTSTP)
        try holder.release()
        #expect(command.stop() == SIGTSTP)
        let status = try Program.run(["status", "--as-of", "2016-06-30", "--format", "csv"], in: folder)
        #expect(status.output.contains(",2,2,"), "\(status.output)")
        #expect(try Program.run(["undo", "2"], in: folder).status == 0)
        command.signal(SIGCONT)
        let outcome = try command.outcome()
        #expect(outcome.status == 0 && outcome.output.hasPrefix("结对"), "\(outcome.errors)")
    }

    @Test(
        "The dashboard stopped while saving: it saves first, then stops, holds no ledger, and goes on when it is back")
    func stoppedBoard() throws {
        let folder = try SmallTown.imported()
        let board = try Board(folder, command: ["/bin/sh", "-c", "set -m; \"$ZHIBU\"; echo 停了; read x; fg"])
        try #require(board.shows("[1总览]"))
        board.settle()
        try board.press("r2", until: "记活动：主题活动")
        try board.press("七一慰问", until: "七一慰问")
        let holder = try Holder(folder, "IMMEDIATE")
        board.session.type(Board.Keys.save)
        #expect(board.shows("台账正忙，还在等"))
        let id = try #require(try board.child)
        kill(id, SIGTSTP)
        try holder.release()
        try #require(board.shows("停了"))
        let line = "zhibu record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 命令记的"
        #expect(try Program.shell(line, in: folder).status == 0)
        #expect(try activities(folder).contains { $0.title == "七一慰问" })
        board.session.type("\r")
        try #require(board.shows("已保存"))
        board.quit()
    }

    @Test(
        "A ledger being written to disk: commands and dashboard end with 69 after some 5 seconds, the terminal untouched"
    )
    func lockedWhileOpening() throws {
        let folder = try SmallTown.imported()
        let holder = try Holder(folder, "EXCLUSIVE")
        let began = Date()
        let board = try Board(folder)
        let command = try Program.start("exec \"$ZHIBU\" status", in: folder)
        #expect(board.session.waitForExit(milliseconds: 9_000) == .status(69))
        #expect(board.text.withoutBlanks.contains("正被别的程序占用"))
        #expect(board.isRestored)
        let outcome = try command.outcome()
        #expect(outcome.status == 69)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("正被别的程序占用"))
        #expect((4...9).contains(Date().timeIntervalSince(began)))
        try holder.release()
        #expect(try Program.run(["status"], in: folder).status == 0)
    }

    @Test("An entry from elsewhere succeeds while the dashboard is open, and both are there")
    func boardAndCommandTogether() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("r2", until: "记活动：主题活动")
        try board.press("看板记的", until: "看板记的")
        let line = "zhibu record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 命令记的"
        #expect(try Program.shell(line, in: folder).status == 0)
        try board.press(Board.Keys.save, until: "已保存")
        board.quit()
        #expect(try activities(folder).filter { $0.title.hasSuffix("记的") }.count == 2)
    }

    @Test("Four programs entering 25 each at once: all 100 are there, each under its own number")
    func concurrentRecords() throws {
        let folder = try SmallTown.imported()
        let line = """
            zhibu() { "$ZHIBU" "$@"; }; n=0; while [ $n -lt 25 ]; do n=$((n + 1))
            zhibu record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title "$1-$n" || exit 1; done
            """
        let writers = try (1...4).map { try Program.start(line, ["\($0)"], in: folder) }
        var numbers: [String] = []
        for writer in writers {
            let outcome = try writer.outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
            numbers += outcome.output.split(separator: "\n").map(String.init)
        }
        #expect(Set(numbers).count == 100)
        let saved = try activities(folder)
        #expect(Set(saved.map(\.id)).isSuperset(of: numbers))
        let titles = Set((1...4).flatMap { writer in (1...25).map { "\(writer)-\($0)" } })
        #expect(Set(saved.map(\.title)).isSuperset(of: titles))
        #expect(saved.count == 106)
        #expect(try Program.run(["check"], in: folder).status == 0)
    }

    private func activities(_ folder: Folder) throws -> [(id: String, title: String)] {
        try RawDatabase(folder.database).rows("SELECT id, title FROM activity").map { ($0[0] ?? "", $0[1] ?? "") }
    }
}
