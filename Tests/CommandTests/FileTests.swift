import Foundation
import Testing

/// `zhibu export`, `check` and `backup`, and where the ledger is.
@Suite struct FileTests {
    @Test("导出六个文件，再导入再导出，逐字节相同")
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

    @Test("导出不成，原有文件不动")
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

    @Test("备份是完整的台账，权限只给本人，不覆盖已有文件")
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

    @Test("检查完好的台账")
    func check() throws {
        let outcome = try Program.run(["check"], in: SmallTown.imported())
        #expect(outcome.status == 0)
        #expect(outcome.output.hasSuffix("台账完好\n"))
        #expect(outcome.output.contains("贫困户  3\n"))
    }

    @Test("台账的位置：选项、环境变量、XDG 文件夹、家目录，依次")
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

    @Test("文件夹不能写，打不开台账")
    func cannotCreate() throws {
        let outcome = try Program.run(["status", "--database", "/proc/zhibu/x.db"], in: Folder())
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("/proc/zhibu"))
    }
}
