import Foundation
import TestSupport
import Testing

/// Ledgers in strange places, of strange names, among strange files, and machines with little left.
@Suite struct LedgerFaultTests {
    private static let record =
        "record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 六一"

    /// Whether a test may act as another user, who can reach the program and the test's folder.
    static let mayChangeUser: Bool = {
        guard let folder = try? Folder() else { return false }
        let line = "chmod 755 . && setpriv --reuid=65534 --regid=65534 --clear-groups \"$ZHIBU\" --version"
        return (try? Program.shell(line, in: folder).status) == 0
    }()

    /// Whether system calls can be made to fail.
    static let mayInject: Bool = {
        guard let folder = try? Folder() else { return false }
        return (try? Program.shell("strace -o log -e trace=fcntl true", in: folder).status) == 0
    }()

    @Test(
        "Names that mean something else to SQLite are no ledgers, so nothing entered is lost",
        arguments: [":memory:", "file:x.db", "file::memory:", ""])
    func names(name: String) throws {
        let folder = try SmallTown.written()
        for place in [["--database", name], ["--database", "./" + name]] where name != "" || place[1] == "" {
            let outcome = try Program.run(["import", "town"] + place, in: folder)
            guard place[1].hasPrefix("./") else {
                #expect(outcome.status == 64 && outcome.output == "", "\(outcome.errors)")
                #expect(try folder.names() == ["town"])
                continue
            }
            #expect(outcome.status == 0)
            #expect(try Program.run(["check"] + place, in: folder).output.contains("活动    6\n"))
        }
    }

    @Test("The names of a ledger's journals are neither ledgers nor backups")
    func sideFiles() throws {
        let folder = try SmallTown.imported()
        for line in ["status --database zhibu.db-journal", "backup zhibu.db-wal"] {
            let outcome = try Program.shell("zhibu " + line, in: folder)
            #expect(outcome.status == 1 && outcome.errors.contains("日志文件名"), "\(outcome.errors)")
        }
        #expect(try folder.names() == ["town", "zhibu.db"])
    }

    @Test("A file header that was changed: 69, no crash, no SQL", arguments: [-1, Int(Int32.min), 0, 3, 99, 100])
    func headers(version: Int) throws {
        let folder = try SmallTown.imported()
        try RawDatabase(folder.database).run(
            version == 100 ? "DROP TABLE organization" : "PRAGMA user_version = \(version)")
        for line in ["status", "check", Self.record, "import town"] {
            let outcome = try Program.shell("zhibu \(line)", in: folder)
            #expect(outcome.status == 69, "\(line) \(outcome.errors)")
            #expect(outcome.errors.contains("zhibu.db"))
            for word in ["SELECT", "CREATE", "INSERT", "table", "error"] { #expect(!outcome.errors.contains(word)) }
        }
    }

    @Test(
        "Ledger, journal, settings, remembered headers that are pipes or folders: no waiting, and it says which",
        arguments: ["mkfifo", "mkdir", "ln -s /dev/zero"])
    func strangeFiles(make: String) throws {
        let folder = try SmallTown.imported()
        for (file, line) in [
            ("x.db", "status --database x.db"), ("zhibu.db-journal", "status"), ("a.csv", "import a.csv"),
        ] {
            #expect(try Program.shell("\(make) \(file)", in: folder).status == 0)
            let outcome = try Program.shell("timeout 20 \"$ZHIBU\" \(line)", in: folder)
            #expect(outcome.status == (file == "a.csv" ? 1 : 69), "\(file) \(outcome.errors)")
            #expect(outcome.errors.contains(file), "\(outcome.errors)")
            #expect(try Program.shell("rm -r \(file)", in: folder).status == 0)
        }
        let files = "cd .config/zhibu && \(make) settings && \(make) columns"
        #expect(try Program.shell("mkdir -p .config/zhibu && " + files, in: folder).status == 0)
        #expect(try Program.shell("timeout 20 \"$ZHIBU\" status", in: folder).status == 0)
        let outcome = try Program.shell("timeout 20 \"$ZHIBU\" import town", in: folder)
        #expect(outcome.status == 0 && outcome.errors.contains("columns"), "\(outcome.errors)")
    }

    @Test("The last screen and forms not finished that are pipes: it opens as ever")
    func strangeState() throws {
        let folder = try SmallTown.imported()
        let first = try Board.opened(folder)
        try first.press("r2", until: "记活动：主题活动")
        try first.press("慰问老党员\t\t", until: "慰问老党员")
        first.session.send(signal: SIGTERM)
        #expect(first.session.waitForExit() == .status(128 + SIGTERM))
        let line =
            "cd .local/state/zhibu && for f in *; do rm $f && mkfifo $f; done; mkdir -p ~/.config/zhibu && mkfifo ~/.config/zhibu/settings"
        #expect(try Program.shell(line, in: folder).status == 0)
        let board = try Board.opened(folder)
        board.quit()
    }

    @Test(
        "No permission to read is called that; a ledger that can only be read is backed up all the same",
        .enabled(if: mayChangeUser, "不能换用户"))
    func permissions() throws {
        let folder = try SmallTown.imported()
        let lines = """
            nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$ZHIBU" "$@"; }
            chmod 755 .; mkdir out; chown 65534 out
            nobody status 2>errors; echo $?; chmod 444 zhibu.db; nobody backup out/copy.db; echo $?
            nobody backup no.db 2>backup; echo $?; zhibu check --database out/copy.db | tail -1; ls -A out
            """
        let outcome = try Program.shell(lines, in: folder)
        #expect(
            outcome.output == "69\n已备份到 out/copy.db\n0\n1\n台账完好\ncopy.db\n", "\(outcome.output)\(outcome.errors)")
        #expect(try folder.read("errors").contains("没有权限"))
        #expect(try folder.read("backup").contains("备份 no.db 没有写成：没有权限"))
    }

    @Test(
        "Entering broken off by somebody else in a sticky shared folder: the reason and the remedy are said; their opening it once mends it",
        .enabled(if: mayChangeUser, "不能换用户"))
    func stickyFolder() throws {
        let folder = try SmallTown.imported()
        let raw = try RawDatabase(folder.database)
        try raw.run("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
        try raw.run("CREATE TABLE t (a); CREATE INDEX i ON t (a)")
        let rows = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)"
        try raw.run(rows + " INSERT INTO t SELECT hex(randomblob(50)) FROM n")
        // As a program leaves them that is killed here.
        #expect(try Program.shell("mkdir g && cp zhibu.db zhibu.db-journal g/", in: folder).status == 0)
        try raw.run("ROLLBACK")
        let lines = """
            as() { user=$1; shift; setpriv --reuid=$user --regid=2000 --clear-groups "$ZHIBU" "$@" --database g/zhibu.db; }
            chmod 755 .; chown -R 1001:2000 g; chmod 3770 g; chmod 660 g/*; [ -s g/zhibu.db-journal ] || exit 90
            as 1002 status 2>errors; echo $?; as 1002 \(Self.record) 2>>errors; echo $?
            as 1001 check 2>check | tail -1; ls g; as 1002 \(Self.record); echo $?
            chmod 2770 g; as 1002 check 2>quiet | tail -1
            """
        let outcome = try Program.shell(lines, in: folder)
        let expected = /69\n69\n台账完好\nzhibu\.db\nCK6VPC-[A-Z][0-9A-Z]{2}-1\n0\n台账完好\n/
        #expect(outcome.output.wholeMatch(of: expected) != nil, "\(outcome.output)\(outcome.errors)")
        let errors = try folder.read("errors").split(separator: "\n")
        #expect(errors.count == 2 && errors.allSatisfy { $0.contains("粘滞位") && $0.contains("chmod 2770") })
        #expect(try folder.read("check").contains("粘滞位"))
        #expect(try folder.read("quiet") == "")
    }

    @Test("A disk that cannot lock: it is the disk, not somebody else", .enabled(if: mayInject, "没有 strace"))
    func refusedLocks() throws {
        let folder = try SmallTown.imported()
        // The first calls are made before the ledger is opened.
        let line = "strace -f -o log -e trace=fcntl -e inject=fcntl:error=ENOLCK:when=6+ \"$ZHIBU\" status"
        let outcome = try Program.shell(line, in: folder)
        #expect(outcome.status == 69 && outcome.errors.contains("不能加锁"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("占用"))
    }

    @Test("Few files to open, little memory: it works or says why, without hanging or crashing")
    func littleLeft() throws {
        let folder = try SmallTown.imported()
        let lines = """
            zhibu() { timeout 60 "$ZHIBU" "$@" >out 2>errors; code=$?; case $code in 0) ;; 69) grep -q 请 errors || echo silent ;; *) echo $1 $code ;; esac; }
            for n in 4 5 6 7 8 9 10 11 12 14 16; do
                (ulimit -n $n; "$ZHIBU" --version >out 2>&1) || continue
                (ulimit -n $n; zhibu status; zhibu check; zhibu import town; zhibu export out$n; zhibu backup b$n.db)
            done
            for v in $(seq 80000 4000 240000); do
                (ulimit -v $v; "$ZHIBU" --version >out 2>&1) || continue
                (ulimit -v $v; zhibu status; zhibu check)
            done
            """
        let outcome = try Program.shell(lines, in: folder)
        #expect(outcome.output == "", "\(outcome.output)\(outcome.errors)")
        #expect(try Program.run(["check"], in: folder).status == 0)
    }

    @Test("What a killed backup left is cleared by the next of that name; others' stay")
    func killedBackup() throws {
        let folder = try SmallTown.imported()
        for name in ["copy.db.999999999.part", "copy.db.x.part", "other.db.999999999.part"] {
            try folder.write(name, "半截")
        }
        #expect(try Program.run(["backup", "copy.db"], in: folder).status == 0)
        #expect(try folder.names() == ["copy.db", "copy.db.x.part", "other.db.999999999.part", "town", "zhibu.db"])
    }

    @Test(
        "A disk that fails after the writing: it is said to be written, not to have failed",
        .enabled(if: mayInject, "没有 strace"))
    func unsettled() throws {
        let folder = try SmallTown.imported()
        // The last folder that is opened is the one whose new names are to last.
        let lines = """
            late() {
                strace -f -o log -e trace=fsync -e inject=fsync:error=EIO:when=$1 "$ZHIBU" $2 >said 2>>errors; echo $?
            }
            late 2 "form township --as-of 2016-06-30 --output f.html"; grep -c '<html' f.html
            late 24 "export out"; ls -A out | wc -l
            late 2 "backup copy.db"; zhibu check --database copy.db | tail -1
            """
        let outcome = try Program.shell(lines, in: folder)
        #expect(outcome.output == "70\n1\n70\n6\n70\n台账完好\n", "\(outcome.output)\(outcome.errors)")
        let errors = try folder.read("errors").split(separator: "\n")
        #expect(errors.count == 3 && errors.allSatisfy { $0.contains("已") && $0.contains("断电时可能会丢") }, "\(errors)")
        #expect(!errors.contains { $0.contains("没有写成") || $0.contains("无法写入") })
    }

    @Test("A paper that is written while the screen cannot say so is said to be written, not to be done again")
    func unheard() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.shell("zhibu form township --output f.html >/dev/full", in: folder)
        #expect(outcome.status == 70 && outcome.errors.contains("已写入 f.html"), "\(outcome.errors)")
        #expect(outcome.errors.contains("不要再做一遍"))
    }

    @Test(
        "A library that does not tell of a full disk: what is written is read once, and damaged ones are not left",
        .enabled(if: mayInject, "没有 strace"))
    func damagedWorkbook() throws {
        let folder = try SmallTown.imported()
        // The library's own writing, into its temporary files and then into the workbook, fails once as on a full disk.
        let lines = """
            for n in 1 2 3 5 8 13 21; do
                strace -f -o log -e trace=write -e inject=write:error=ENOSPC:when=$n "$ZHIBU" $1 --output t.xlsx 2>errors
                [ $? = 70 ] || echo status $n; [ ! -e t.xlsx ] || { echo there $n; rm t.xlsx; }
                grep -q t.xlsx errors || echo silent $n
            done
            ls -A | grep -c tmp
            """
        for command in ["template", "form township --as-of 2016-06-30"] {
            let outcome = try Program.shell(lines.replacing("$1", with: command), in: folder)
            #expect(outcome.output == "0\n", "\(command) \(outcome.output)\(outcome.errors)")
        }
    }

    @Test("What a killed output left is cleared when the file is written again; others' and what is still written stay")
    func killedOutput() throws {
        let folder = try SmallTown.imported()
        let gone = [".f.txt.999999999.5.tmp", "out/.people.csv.999999999.7.tmp", "out/.people.csv.999999999.7.tmp.old"]
        let kept = [".f.txt.999999999.tmp", ".g.txt.999999999.5.tmp", ".f.txt.1.5.tmp", "out/.people.999999999.7.tmp"]
        #expect(try Program.shell("mkdir out", in: folder).status == 0)
        for name in gone + kept { try folder.write(name, "半截") }
        #expect(try Program.shell("zhibu form township --output f.txt && zhibu export out", in: folder).status == 0)
        let left = try Program.shell("find . -name '.*.tmp*' -type f | sed s,./,, | LC_ALL=C sort", in: folder).output
        #expect(left == kept.sorted().map { $0 + "\n" }.joined())
    }
}
