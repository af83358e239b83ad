import Foundation
import TestSupport
import Testing

/// Disks that are full or cannot be written (RELIABILITY P4).
@Suite struct DiskTests {
    /// Whether this user may mount disks in a name space of his own; containers often forbid it.
    static let mayMount: Bool = {
        guard let folder = try? Folder() else { return false }
        return (try? Program.shell("mkdir m && unshare -rm mount -t tmpfs -o size=64k none m", in: folder).status) == 0
    }()

    private static let record = "\"$ZHIBU\" record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 六一"

    @Test(
        "A full disk: entries, imports and backups say why and nothing is lost; with room again all is as before",
        .enabled(if: mayMount, "不能挂载"))
    func fullDisk() throws {
        let folder = try SmallTown.written()
        let rows = (0..<5_000).map { "B\($0),2016-03-15,主题党日,422801100201,党日\($0)\n" }
        try folder.write("more.csv", "编号,日期,类型,组织编码,主题\n" + rows.joined())
        let script = """
            mkdir disk && mount -t tmpfs -o size=800k none disk && export ZHIBU_DATABASE=disk/z.db
            "$ZHIBU" import town >log 2>&1 || exit 90
            "$ZHIBU" import more.csv >log 2>import; echo import $?
            head -c 2000000 /dev/zero >disk/fill 2>log
            \(Self.record) >one 2>full; echo record $?
            "$ZHIBU" backup disk/copy.db >log 2>backup; echo backup $?
            "$ZHIBU" export disk/out >log 2>export; echo export $?
            "$ZHIBU" check >log; echo check $?
            rm disk/fill; \(Self.record) >>one; echo record $?
            "$ZHIBU" check >check; echo check $?
            head -c 2000000 /dev/zero >disk/fill 2>log; mkdir small && mount -t tmpfs -o size=32k none small || exit 90
            rm disk/fill; "$ZHIBU" backup small/copy.db >log 2>other; echo backup $?; ls -A small
            ls -A disk
            """
        let outcome = try Program.shell("exec unshare -rm sh -c \"$1\"", [script], in: folder)
        let expected = """
            import 70\nrecord 70\nbackup 70\nexport 70\ncheck 0\nrecord 0\ncheck 0\nbackup 70
            """
        #expect(outcome.output.hasPrefix(expected), "\(outcome.output)\(outcome.errors)")
        #expect(["z.db\n", "out\nz.db\n"].contains { outcome.output == expected + "\n" + $0 }, "\(outcome.output)")
        for name in ["import", "full", "backup"] { #expect(try folder.read(name).contains("磁盘已满"), "\(name)") }
        #expect(try folder.read("full").contains("disk 所在的磁盘已满"))
        #expect(try folder.read("backup").contains("备份 disk/copy.db 没有写成"))
        #expect(try folder.read("other").contains("备份 small/copy.db 没有写成：磁盘已满；台账没有改动"))
        #expect(try folder.read("export").contains("磁盘空间不足"))
        #expect(Program.isFirstNumber(try folder.read("one")))
        #expect(try folder.read("check").contains("活动    7\n"))
    }

    @Test(
        "A disk that can only be read: looking works, writing does not; it says why, 69", .enabled(if: mayMount, "不能挂载")
    )
    func readOnlyDisk() throws {
        let folder = try SmallTown.imported()
        try folder.write("new.csv", "编码,名称,类型\n422801100202,乙村,村党组织\n")
        let script = """
            mkdir disk && mv zhibu.db disk/ && export ZHIBU_DATABASE=disk/zhibu.db
            mount --bind disk disk && mount -o remount,ro,bind disk || exit 90
            "$ZHIBU" status >status 2>log; echo status $?
            "$ZHIBU" check >log 2>&1; echo check $?
            \(Self.record) >log 2>record; echo record $?
            "$ZHIBU" import new.csv >log 2>import; echo import $?
            "$ZHIBU" backup copy.db >log 2>&1; echo backup $?; "$ZHIBU" backup disk/copy.db >log 2>backup; echo backup $?
            """
        let outcome = try Program.shell("exec unshare -rm sh -c \"$1\"", [script], in: folder)
        #expect(
            outcome.output == "status 0\ncheck 0\nrecord 69\nimport 69\nbackup 0\nbackup 1\n",
            "\(outcome.output)\(outcome.errors)")
        #expect(try folder.read("status").contains("试验镇"))
        #expect(try folder.read("backup").contains("备份 disk/copy.db 没有写成：磁盘只读"))
        for name in ["record", "import"] { #expect(try folder.read(name).contains("只能读、不能写"), "\(name)") }
    }

    @Test("Limited file sizes (ulimit -f): no signal kills it, it says why, the ledger is whole")
    func limitedSize() throws {
        let folder = try SmallTown.imported()
        let rows = (0..<5_000).map { "B\($0),2016-03-15,主题党日,422801100201,党日\($0)\n" }
        try folder.write("more.csv", "编号,日期,类型,组织编码,主题\n" + rows.joined())
        let blocks = try Data(contentsOf: URL(filePath: folder.database)).count / 512
        let outcome = try Program.shell("ulimit -f \(blocks); zhibu import more.csv", in: folder)
        #expect(outcome.status == 70)
        #expect(outcome.exited)
        #expect(outcome.errors.contains("本次未保存"))
        let check = try Program.run(["check"], in: folder)
        #expect(check.status == 0)
        #expect(check.output.contains("活动    6\n"))
    }

    @Test("The dashboard cannot write while saving: it says why, the form stays, and saving later works")
    func boardOnFullDisk() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("r2", until: "记活动：主题活动")
        try board.press("七一慰问", until: "七一慰问")
        // Less than the ledger has: its pages cannot be written, and at first not be put back either.
        try limitFiles(of: board, to: "16384", in: folder)
        try board.press(Board.Keys.save, until: "本次未保存")
        #expect(board.text.contains("记活动：主题活动") && board.text.contains("七一慰问"))
        try limitFiles(of: board, to: "unlimited", in: folder)
        try board.press(Board.Keys.save, until: "已保存")
        board.quit()
        #expect(try Program.run(["check"], in: folder).output.contains("活动    7\n"))
    }

    /// How large files a program may write from now on, in bytes.
    private func limitFiles(of board: Board, to size: String, in folder: Folder) throws {
        let line = "prlimit --pid \(board.session.process) --fsize=\(size):"
        try #require(Program.shell(line, in: folder).status == 0)
    }
}
