import Foundation
import Testing

/// `zhibu export`, `check` and `backup`, and where the ledger is.
@Suite struct FileTests {
    @Test("Six exported files, imported and exported again, are equal byte for byte")
    func exportIsStable() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["export", "out"], in: folder).status == 0)
        let names = try folder.names("out")
        #expect(names == SmallTown.files.keys.sorted())
        let other = try Program.shell(
            "zhibu --database b.db import out && zhibu export again --database b.db", in: folder)
        #expect(other.status == 0)
        for name in names { #expect(try folder.read("out/" + name) == folder.read("again/" + name)) }
        let people = try folder.read("out/people.csv").split(separator: "\n")
        #expect(people.last == "P4,李四,422801100201,群众,,否,,,,,,")
        #expect(try folder.mode("out/people.csv") == 0o600)
    }

    @Test("An export that fails leaves the files of before")
    func exportIsAllOrNothing() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["export", "out"], in: folder).status == 0)
        for name in SmallTown.files.keys where name != "organizations.csv" { unlink(folder.path + "/out/" + name) }
        let before = try folder.read("out/organizations.csv")
        #expect(
            try Program.shell("zhibu record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 六一", in: folder)
                .status == 0)
        try folder.write("out/people.csv/占住", "")
        let outcome = try Program.run(["export", "out"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("out/people.csv"))
        #expect(try folder.read("out/organizations.csv") == before)
        #expect(try folder.names("out") == ["organizations.csv", "people.csv"])
    }

    @Test("A backup is a whole ledger, for its owner alone, and replaces no file")
    func backup() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["backup", "copy.db"], in: folder).status == 0)
        #expect(try folder.mode("copy.db") == 0o600)
        let line = ["status", "--as-of", "2016-06-30", "--format", "json"]
        let copied = try Program.run(line + ["--database", "copy.db"], in: folder)
        #expect(copied.output == (try Program.run(line, in: folder).output))
        let again = try Program.run(["backup", "copy.db"], in: folder)
        #expect(again.status == 1)
        #expect(again.errors.contains("已存在"))
    }

    @Test("Checks a sound ledger")
    func check() throws {
        let outcome = try Program.run(["check"], in: SmallTown.imported())
        #expect(outcome.status == 0)
        #expect(outcome.output.hasSuffix("台账完好\n"))
        #expect(outcome.output.contains("贫困户  3\n"))
    }

    @Test("Where the ledger is: the option, the variable, the XDG folder, the home folder, in this order")
    func places() throws {
        let folder = try SmallTown.written()
        folder.environment["ZHIBU_DATABASE"] = nil
        #expect(try Program.run(["import", "town"], in: folder).status == 0)
        #expect(try folder.mode(".local/share/zhibu/zhibu.db") == 0o600)
        folder.environment["XDG_DATA_HOME"] = folder.path + "/data"
        #expect(try Program.run(["import", "town"], in: folder).status == 0)
        #expect(try folder.names("data/zhibu") == ["zhibu.db"])
        #expect(try Program.run(["--database", "x.db", "import", "town"], in: folder).status == 0)
        #expect(try Program.run(["status", "--database=x.db"], in: folder).status == 0)
    }

    @Test("A folder that cannot be written opens no ledger")
    func cannotCreate() throws {
        let outcome = try Program.run(["status", "--database", "/proc/zhibu/x.db"], in: Folder())
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("/proc/zhibu"))
    }
}
