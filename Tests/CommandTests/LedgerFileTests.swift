import Foundation
import TestSupport
import Testing

/// Which files are taken for ledgers, and who may read the ones the program makes.
@Suite struct LedgerFileTests {
    static let strangers: [(name: String, make: @Sendable (String) throws -> Void)] = [
        ("文字", { try Data(String(repeating: "编码,名称\n", count: 2_000).utf8).write(to: URL(filePath: $0)) }),
        ("压缩文件", { try (Data([0x50, 0x4B, 3, 4]) + Data(count: 5_000)).write(to: URL(filePath: $0)) }),
        ("别的 SQLite 文件", { try RawDatabase($0).run("CREATE TABLE t (a)") }),
        (
            "更新版本的台账",
            { path in
                let folder = try SmallTown.imported()
                try FileManager.default.copyItem(atPath: folder.database, toPath: path)
                try RawDatabase(path).run("PRAGMA user_version = 99")
            }
        ),
        (
            "截断的台账",
            { path in
                let folder = try SmallTown.imported()
                let bytes = try Data(contentsOf: URL(filePath: folder.database))
                try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
            }
        ),
    ]

    @Test(
        "Files that are no ledgers: reading, writing, importing, the dashboard end with 69, say which, and change no byte",
        arguments: strangers.indices)
    func strangersAreLeftAlone(index: Int) throws {
        let folder = try SmallTown.written()
        let path = folder.path + "/x.db"
        try Self.strangers[index].make(path)
        let before = try Data(contentsOf: URL(filePath: path))
        let lines = [
            "status", "import town", "backup y.db",
            "record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 六一",
        ]
        for line in lines {
            let outcome = try Program.shell("zhibu --database x.db \(line)", in: folder)
            #expect(outcome.status == 69, "\(Self.strangers[index].name) \(line) \(outcome.errors)")
            #expect(outcome.errors.contains("x.db"))
            #expect(outcome.output == "")
        }
        let board = try Board(folder, ["ZHIBU_DATABASE": path])
        #expect(board.session.waitForExit() == .status(69))
        #expect(board.isRestored)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(try folder.names() == ["town", "x.db"])
    }

    @Test("A new ledger is 0600 and its folder 0700, whatever the umask", arguments: ["000", "022", "077"])
    func modes(umask: String) throws {
        let folder = try SmallTown.written()
        let line = "umask \(umask); zhibu --database a/b/z.db import town && zhibu --database a/b/z.db backup a/copy.db"
        #expect(try Program.shell(line, in: folder).status == 0)
        #expect(try ["a", "a/b", "a/b/z.db", "a/copy.db"].map { try folder.mode($0) } == [0o700, 0o700, 0o600, 0o600])
    }

    @Test("In a group's shared folder (setgid, writable) it is 0660, and the screen says so")
    func groupFolder() throws {
        let folder = try SmallTown.written()
        let line = "mkdir g && chmod 2770 g && umask 077 && zhibu --database g/z.db import town"
        #expect(try Program.shell(line, in: folder).status == 0)
        #expect(try folder.mode("g/z.db") == 0o660)
        let board = try Board.opened(folder, ["ZHIBU_DATABASE": folder.path + "/g/z.db"])
        #expect(board.lines[0].contains("共享文件：角色仅作提示"))
        board.quit()
    }
}
