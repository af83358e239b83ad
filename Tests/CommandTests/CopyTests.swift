import Foundation
import PartyWork
import TestSupport
import Testing

/// The copies that are kept by themselves, and `zhibu restore`.
@Suite struct CopyTests {
    private static let record = [
        "record", "--kind", "主题活动", "--org", "422801100201", "--date", "2016-06-01", "--title", "六一",
    ]

    /// The small town, whose import was done on an earlier day.
    private func ofYesterday(_ day: String = "2016-06-29") throws -> Folder {
        let folder = try SmallTown.imported()
        try move(folder, to: day)
        return folder
    }

    private func move(_ folder: Folder, to day: String) throws {
        let raw = try RawDatabase(folder.database)
        let trigger = try #require(try raw.value("SELECT sql FROM sqlite_schema WHERE name = 'journal_is_fixed'"))
        try raw.transact("DROP TRIGGER journal_is_fixed; UPDATE journal SET at = '\(day)T08:00:00Z'; \(trigger)")
    }

    private func copies(_ folder: Folder, _ name: String = "zhibu.db.copies") throws -> [String] {
        FileManager.default.fileExists(atPath: "\(folder.path)/\(name)") ? try folder.names(name) : []
    }

    private func entries(_ path: String) throws -> Int? {
        try RawDatabase(path).value("SELECT count(*) FROM journal").flatMap { Int($0) }
    }

    private func settings(_ folder: Folder, _ line: String) throws {
        try folder.write(".config/zhibu/settings", line + "\n")
    }

    @Test("Before the first save of a day yesterday's ledger is kept, once") func firstSave() throws {
        let folder = try ofYesterday()
        #expect(try copies(folder) == [])
        let outcome = try Program.run(Self.record, in: folder)
        #expect(outcome.status == 0 && outcome.errors == "")
        let kept = try copies(folder)
        #expect(kept.count == 1 && kept[0].hasSuffix("-2016-06-29.db"))
        #expect(try folder.mode("zhibu.db.copies") == 0o700)
        #expect(try folder.mode("zhibu.db.copies/\(kept[0])") == 0o600)
        #expect(try entries("\(folder.path)/zhibu.db.copies/\(kept[0])") == 1)
        #expect(try entries(folder.database) == 2)
        #expect(try Program.run(Self.record, in: folder).status == 0)
        #expect(try copies(folder) == kept)
    }

    @Test("Reading keeps none, and neither does a ledger all of today") func noneDue() throws {
        let folder = try ofYesterday()
        #expect(try Program.run(["status", "--as-of", "2016-06-30"], in: folder).status == 0)
        #expect(try copies(folder) == [])
        let today = try SmallTown.imported()
        #expect(try Program.run(Self.record, in: today).status == 0)
        #expect(try copies(today) == [])
    }

    @Test("The dashboard keeps it after the first paint, without a save") func dashboard() throws {
        let folder = try ofYesterday()
        let board = try Board.opened(folder)
        for _ in 0..<100 where try copies(folder).filter({ $0.hasSuffix(".db") }).isEmpty { usleep(50_000) }
        #expect(try copies(folder).count == 1)
        board.quit()
    }

    @Test("A folder that is not there, as of a stick that is out, is said once; the copy lies beside the ledger")
    func missingStick() throws {
        let folder = try ofYesterday()
        try settings(folder, "copies = \(folder.path)/stick")
        let outcome = try Program.run(Self.record, in: folder)
        #expect(outcome.status == 0 && outcome.errors.contains("自动备份没有存上") && outcome.errors.contains("这次改存在"))
        #expect(try copies(folder).count == 1)
        #expect(try copies(folder, "stick") == [])
        #expect(!(try Program.run(Self.record, in: folder).errors.contains("自动备份")))
    }

    @Test(
        "A folder that takes files and cannot be looked into is told as that, once; it gets none, and none is not what is in it"
    )
    func unreadable() throws {
        let folder = try ofYesterday()
        try FileManager.default.createDirectory(atPath: folder.path + "/stick", withIntermediateDirectories: true)
        try settings(folder, "copies = \(folder.path)/stick")
        let outcome = try Program.shell(
            """
            chmod 300 stick; chmod 711 .; [ "$(id -u)" = 0 ] && chown -R 65534 . && as='setpriv --reuid=65534 --regid=65534 --clear-groups'
            for title in 一 二; do $as "$ZHIBU" record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title $title >/dev/null 2>said-$title; done
            $as "$ZHIBU" restore >list 2>said-list; echo $?; chmod 700 stick; ls stick | wc -l; ls zhibu.db.copies | wc -l
            cat said-一; echo; cat said-二; echo; cat list said-list
            """, in: folder)
        let place = "看不了备份的文件夹 \(folder.path)/stick：没有权限；请让它能读能写（chmod u+rwx）"
        #expect(
            outcome.output.split(separator: "\n", omittingEmptySubsequences: false).prefix(6).joined(separator: "\n")
                == """
                1
                0
                1
                zhibu：注意：自动备份没有存上：\(place)；台账和已有的备份都没有动；这次改存在 \(folder.path)/zhibu.db.copies


                """, "\(outcome.output)\(outcome.errors)")
        // What can be listed is listed first.
        #expect(
            outcome.output.contains("2016-06-29") && outcome.output.hasSuffix("zhibu：\(place)\n"), "\(outcome.output)")
    }

    @Test("A folder of one's choice gets them; off keeps none") func chosen() throws {
        let folder = try ofYesterday()
        try FileManager.default.createDirectory(atPath: folder.path + "/stick", withIntermediateDirectories: true)
        try settings(folder, "copies = \(folder.path)/stick")
        #expect(try Program.run(Self.record, in: folder).errors == "")
        #expect(try copies(folder, "stick").count == 1 && copies(folder) == [])
        // The home folder's, wherever the program is begun.
        for line in ["copies = ~/stick", "copies = stick"] {
            let home = try ofYesterday()
            try FileManager.default.createDirectory(atPath: home.path + "/stick", withIntermediateDirectories: true)
            try settings(home, line)
            let outcome = try Program.shell(
                "mkdir away; cd away; zhibu --database ../zhibu.db \"$@\"", Self.record, in: home)
            #expect(outcome.status == 0 && outcome.errors == "", "\(line): \(outcome.errors)")
            #expect(try copies(home, "stick").count == 1 && copies(home) == [], "\(line)")
        }
        let off = try ofYesterday()
        try settings(off, "copies = off")
        #expect(try Program.run(Self.record, in: off).status == 0)
        #expect(try copies(off) == [])
    }

    @Test(
        "A full disk is said; what was saved is saved, and older copies stay", .enabled(if: DiskTests.mayMount, "不能挂载"))
    func fullDisk() throws {
        let folder = try ofYesterday()
        let script = """
            mkdir stick && mount -t tmpfs -o size=32k none stick || exit 90
            echo old >stick/zhibu-00000-2016-01-01.db
            "$ZHIBU" record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 六一 2>errors >/dev/null; echo $?
            ls -A stick; ls -A zhibu.db.copies
            """
        try settings(folder, "copies = \(folder.path)/stick")
        let outcome = try Program.shell("exec unshare -rm sh -c \"$1\"", [script], in: folder)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.prefix(2) == ["0", "zhibu-00000-2016-01-01.db"] && lines.count == 3, "\(outcome.output)")
        #expect(try folder.read("errors").contains("磁盘已满"))
        #expect(try entries(folder.database) == 2)
    }

    @Test("Only copies of this ledger that are no longer kept go") func retention() throws {
        let folder = try ofYesterday()
        #expect(try Program.run(Self.record, in: folder).status == 0)
        let own = try #require(try copies(folder).first)
        let start = try #require(Day("2016-05-01"))
        for day in (0..<50).map({ start.adding(days: $0) }) {
            try folder.write("zhibu.db.copies/" + own.replacing("2016-06-29", with: "\(day)"), "alt")
            try folder.write("zhibu.db.copies/zhibu-00000-\(day).db", "other")
        }
        try move(folder, to: "2016-06-30")
        #expect(try Program.run(Self.record, in: folder).status == 0)
        let names = try copies(folder)
        #expect(names.count { $0.hasPrefix("zhibu-00000") } == 50)
        #expect(names.count { !$0.hasPrefix("zhibu-00000") } < 15)
        #expect(names.contains(own) && names.contains(own.replacing("2016-06-29", with: "2016-06-30")))
    }

    @Test("Two programs that save first at the same moment keep one copy, and both are saved") func twoAtOnce() throws {
        let folder = try ofYesterday()
        let line = "zhibu record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title"
        let outcome = try Program.shell("for n in 1 2 3 4; do \(line) $n >/dev/null 2>&1 & done; wait", in: folder)
        #expect(outcome.status == 0)
        let kept = try copies(folder)
        #expect(kept.count == 1, "\(kept)")
        #expect(try entries("\(folder.path)/zhibu.db.copies/\(kept[0])") == 1)
        #expect(try entries(folder.database) == 5)
    }

    // MARK: - restore

    @Test("restore lists the copies with their size, and tells what would be lost") func listed() throws {
        let folder = try ofYesterday()
        #expect(try Program.run(Self.record, in: folder).status == 0)
        let list = try Program.run(["restore"], in: folder)
        #expect(list.status == 0 && list.output.contains("2016-06-29") && list.output.contains("共 1 份"))
        #expect(try Program.run(["restore", "--format", "json"], in: folder).output.contains(#""asOf": "2016-06-29""#))
        let asked = try Program.run(["restore", "2016-06-29"], in: folder)
        #expect(asked.status == 1 && asked.output.contains("备份之后的 1 条流水会丢掉") && asked.output.contains("六一"))
        #expect(try entries(folder.database) == 2)
        #expect(try Program.run(["restore", "2016-01-01"], in: folder).status == 1)
    }

    @Test("restore makes the ledger what the copy is, and keeps what it was") func restored() throws {
        let folder = try ofYesterday()
        let seal = try Program.run(["seal"], in: folder).output
        let first = try Program.run(Self.record, in: folder).output
        let later = try Program.run(["seal"], in: folder).output
        #expect(try Program.run(["restore", "2016-06-29", "--yes"], in: folder).status == 0)
        #expect(try entries(folder.database) == 1)
        #expect(try Program.run(["seal"], in: folder).output == seal)
        let gone = try Program.run(["check", "--seal", later.trimmingCharacters(in: .newlines)], in: folder)
        #expect(gone.status == 1 && gone.errors.contains("不在流水中"))
        let kept = try #require(try folder.names().first { $0.hasPrefix("zhibu.db.") && $0.hasSuffix(".db") })
        #expect(try entries("\(folder.path)/\(kept)") == 2)
        // A mistake is taken back: what was kept goes on where the ledger ends.
        try FileManager.default.moveItem(atPath: "\(folder.path)/\(kept)", toPath: "\(folder.path)/former.db")
        let back = try Program.run(["restore", "former.db", "--yes"], in: folder)
        #expect(back.status == 0 && back.output.contains("多 1 条流水"), "\(back.errors)")
        #expect(try Program.run(["seal"], in: folder).output == later)
        #expect(try Program.run(["restore", "zhibu.db", "--yes"], in: folder).errors.contains("就是现在的台账"))
        for name in try folder.names() where name.hasPrefix("zhibu.db.2") {
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
        }
        #expect(try Program.run(["restore", "2016-06-29", "--yes"], in: folder).status == 0)
        // A number that stands on paper is not given again.
        let again = try Program.run(Self.record, in: folder)
        #expect(again.status == 0 && again.output != first)
    }

    @Test("Programs that have the ledger open go on with the restored one") func whileOpen() throws {
        let folder = try ofYesterday()
        #expect(try Program.run(Self.record, in: folder).status == 0)
        let board = try Board.opened(folder)
        #expect(try Program.run(["restore", "2016-06-29", "--yes"], in: folder).status == 0)
        try board.press(Board.Keys.enter, until: "总览 > 甲村")
        try board.press("r3", until: "记活动：主题党日")
        try board.press("学党章" + Board.Keys.save, until: "已保存")
        board.quit()
        #expect(try entries(folder.database) == 2)
    }

    @Test("A torn copy is refused, and the ledger stays as it was") func torn() throws {
        let folder = try ofYesterday()
        #expect(try Program.run(Self.record, in: folder).status == 0)
        let path = "\(folder.path)/zhibu.db.copies/\(try copies(folder)[0])"
        let data = try Data(contentsOf: URL(filePath: path))
        try data.prefix(data.count / 2).write(to: URL(filePath: path))
        let outcome = try Program.run(["restore", "2016-06-29", "--yes"], in: folder)
        #expect(outcome.status == 69, "\(outcome.errors)")
        #expect(try entries(folder.database) == 2)
        #expect(try folder.names() == ["town", "zhibu.db", "zhibu.db.copies"])
    }

    @Test("A ledger that cannot be read any more is put aside as it is") func damaged() throws {
        let folder = try ofYesterday()
        #expect(try Program.run(Self.record, in: folder).status == 0)
        try Data("nothing".utf8).write(to: URL(filePath: folder.database))
        let outcome = try Program.run(["restore", "2016-06-29", "--yes"], in: folder)
        #expect(outcome.status == 0 && outcome.output.contains("说不出会丢掉什么"), "\(outcome.errors)")
        #expect(try entries(folder.database) == 1)
        let kept = try #require(try folder.names().first { $0.hasPrefix("zhibu.db.") && $0.hasSuffix(".db") })
        #expect(try folder.read(kept) == "nothing")
        #expect(try Program.run(Self.record, in: folder).status == 0)
    }

    @Test("The copy of another ledger is refused") func foreign() throws {
        let (folder, other) = (try ofYesterday(), try ofYesterday())
        #expect(try Program.run(Self.record, in: folder).status == 0)
        #expect(try Program.run(Self.record, in: other).status == 0)
        let file = "\(other.path)/zhibu.db.copies/\(try copies(other)[0])"
        let outcome = try Program.run(["restore", file, "--yes"], in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains("不是本台账的过去"))
        #expect(try entries(folder.database) == 2)
    }
}
