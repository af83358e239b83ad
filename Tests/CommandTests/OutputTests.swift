import Foundation
import TestSupport
import Testing

/// What commands may write over: nothing but what they wrote there before (`--output`, `export`, `template`, the dashboard).
@Suite struct OutputTests {
    private static let writers = [
        "form township --as-of 2016-06-30 --format xlsx --output", "form township --as-of 2016-06-30 --output",
        "status --output", "gaps --format csv --output", "month --format json --output", "posts --format xlsx --output",
        "checklist --format xlsx --output", "template --output",
    ]

    @Test(
        "The ledger, its journals' names, backups and links to the ledger are not replaced, with --force either",
        arguments: writers)
    func databases(line: String) throws {
        let folder = try SmallTown.imported()
        let ready = "zhibu backup copy.db && ln -s zhibu.db soft.db && ln zhibu.db hard.db && touch empty.db"
        #expect(try Program.shell(ready, in: folder).status == 0)
        let before = try Data(contentsOf: URL(filePath: folder.database))
        let copy = try Data(contentsOf: URL(filePath: folder.path + "/copy.db"))
        let targets = [
            "zhibu.db", "copy.db", "soft.db", "hard.db", "zhibu.db-journal", "copy.db-wal", "empty.db-journal",
        ]
        for target in targets {
            for force in ["", " --force"] {
                let outcome = try Program.shell("zhibu \(line) \(target)\(force)", in: folder)
                #expect(outcome.status == 1, "\(target)\(force) \(outcome.errors)")
                #expect(outcome.errors.contains(target) && outcome.errors.contains("换一个文件名"), "\(outcome.errors)")
            }
        }
        #expect(try Data(contentsOf: URL(filePath: folder.database)) == before)
        #expect(try Data(contentsOf: URL(filePath: folder.path + "/copy.db")) == copy)
        #expect(try folder.names() == ["copy.db", "empty.db", "hard.db", "soft.db", "town", "zhibu.db"])
        #expect(try Program.shell("test -L soft.db && ls -A | grep tmp", in: folder).output == "")
    }

    @Test(
        "Other files are not replaced, and --force is named; empty files and outputs of the same kind are",
        arguments: writers.dropLast())
    func ownKind(line: String) throws {
        let folder = try SmallTown.imported()
        try folder.write("笔记", "开会记录  三点\n")
        let refused = try Program.shell("zhibu \(line) 笔记", in: folder)
        #expect(refused.status == 1 && refused.errors.contains("--force"), "\(refused.errors)")
        #expect(try folder.read("笔记") == "开会记录  三点\n")
        #expect(try Program.shell("zhibu \(line) 笔记 --force", in: folder).status == 0)
        let again = try Program.shell("zhibu \(line) 笔记 && : >空 && zhibu \(line) 空", in: folder)
        #expect(again.status == 0, "\(again.errors)")
        let other = line.contains("posts") ? "checklist --format xlsx --output" : "posts --format xlsx --output"
        #expect(try Program.shell("zhibu \(other) 笔记", in: folder).status == 1)
    }

    @Test("A template that is filled in is replaced by no paper and no report; an export replaces exports only")
    func templatesAndExports() throws {
        let folder = try SmallTown.imported()
        let lines = """
            zhibu template --output t.xlsx >log; zhibu form month --output t.xlsx 2>log; echo $?
            zhibu template --output t.xlsx 2>log; echo $?; zhibu template --output t.xlsx --force >log; echo $?
            zhibu export out >log && zhibu export out >log; echo $?
            echo '姓名,工资' >out/people.csv; zhibu export out 2>export; echo $?
            cat out/people.csv; zhibu export out --force >log; echo $?
            ln -sf ../zhibu.db out/people.csv; zhibu export out --force 2>log; echo $?
            zhibu check | tail -1; ls -A out | grep -c tmp
            """
        let outcome = try Program.shell(lines, in: folder)
        #expect(outcome.output == "1\n1\n0\n0\n1\n姓名,工资\n0\n1\n台账完好\n0\n", "\(outcome.output)\(outcome.errors)")
        #expect(try folder.read("export").contains("out/people.csv"))
    }

    @Test("A link to an output of before: the link is replaced, the file stays; a broken link is explained")
    func link() throws {
        let folder = try SmallTown.imported()
        let lines = """
            mkdir real; zhibu status --output real/r.txt; ln -s real/r.txt r.txt; zhibu status --output r.txt; echo $?
            test -L r.txt; echo $?; ls -A real; ls -A | grep -c tmp; ln -s nowhere gone.txt; zhibu status --output gone.txt 2>errors; echo $?
            """
        #expect(try Program.shell(lines, in: folder).output == "0\n1\nr.txt\n0\n1\n")
        #expect(try folder.read("errors").contains("链接不可用"))
    }

    @Test("Devices and pipes are written into, not replaced, and so is standard output", arguments: ["html", "xlsx"])
    func streams(format: String) throws {
        let folder = try SmallTown.imported()
        let lines = """
            form() { zhibu form township --as-of 2016-06-30 --format \(format) --output "$1"; }
            mkfifo pipe; cat pipe >got & form pipe; wait; test -p pipe; echo $?
            form file >log; cmp got file >log || [ \(format) = xlsx ]; echo $?; head -c 2 got; echo
            form /dev/null; test -c /dev/null; echo $?
            form /dev/full 2>full; echo $?; form /dev/stdout >out; cmp out file >log || [ \(format) = xlsx ]; echo $?
            form /dev/stdout | head -c 2; ls -A | grep -c tmp
            """
        let outcome = try Program.shell(lines, in: folder)
        let start = format == "html" ? "<!" : "PK"
        #expect(
            outcome.output == "0\n0\n\(start)\n0\n70\n0\n\(start)0\n", "\(outcome.output)\(outcome.errors)")
        #expect(try folder.read("full").contains("磁盘空间不足"))
    }

    @Test("A pipe that nobody reads: it waits, hears signals, and leaves nothing", arguments: [SIGTERM, SIGINT])
    func deafPipe(signal: Int32) throws {
        let folder = try SmallTown.imported()
        #expect(try Program.shell("mkfifo pipe", in: folder).status == 0)
        for line in ["status --output pipe", "form month --output pipe"] {
            let running = try Program.start("exec \"$ZHIBU\" " + line, in: folder)
            while try running.caught & 1 << UInt64(signal - 1) == 0 { usleep(1_000) }
            usleep(300_000)
            running.signal(signal)
            #expect(try running.outcome().status == 128 + signal)
        }
        #expect(try folder.names() == ["pipe", "town", "zhibu.db"])
    }

    @Test("Printing in the dashboard does not replace the ledger either: it says so without asking")
    func board() throws {
        let folder = try SmallTown.imported()
        let before = try Data(contentsOf: URL(filePath: folder.database))
        #expect(try Program.shell("ln -s zhibu.db 甲.txt; mkfifo 乙.txt", in: folder).status == 0)
        for (name, words) in [("甲", "绝不替换"), ("乙", "没有程序在读")] {
            let outcome = try Program.run(
                ["--plain"], in: folder, input: "p7\nd\n文字\n\(folder.path)\n\(name)\nEsc\nq\n")
            #expect(outcome.output.contains(words), "\(outcome.output)")
        }
        #expect(try Data(contentsOf: URL(filePath: folder.database)) == before)
    }
}
