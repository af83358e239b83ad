import TestSupport
import Testing

/// `zhibu backup --for`, `merge` and `join`.
@Suite struct MergeCommandTests {
    private let record = "record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title"

    @Test("A copy goes out, both sides go on, and it is brought back: the dry run shows it, twice changes nothing")
    func broughtBack() throws {
        let folder = try SmallTown.imported()
        let made = try Program.shell("zhibu backup --for 422801100201 copy.db && zhibu \(record) 镇里", in: folder)
        #expect(made.status == 0, "\(made.errors)")
        #expect(try Program.shell("zhibu \(record) 村里 --database copy.db", in: folder).status == 0)
        let shown = try Program.run(["merge", "copy.db", "--dry-run"], in: folder)
        #expect(shown.status == 0 && shown.output.contains("新增") && shown.output.contains("《村里》"), "\(shown)")
        #expect(try !Program.run(["export", "out"], in: folder).errors.contains("村里"))
        let merged = try Program.run(["merge", "copy.db"], in: folder)
        #expect(merged.status == 0 && merged.output.contains("并入“甲村”的副本"), "\(merged)")
        let list = try Program.run(["journal"], in: folder).output
        #expect(list.contains("并入“甲村”的副本（副本流水第 2–2 条"))
        let again = try Program.run(["merge", "copy.db"], in: folder)
        #expect(again.status == 0 && again.output.hasSuffix("副本里没有要并入的\n"), "\(again)")
        #expect(try Program.run(["check"], in: folder).output.contains("活动    8\n"))
    }

    @Test("Where both changed the same it is refused, both versions are told, and --take decides")
    func conflict() throws {
        let folder = try SmallTown.imported()
        let update = """
            up() { printf '编号,日期,类型,组织编码,主题\nT1,2016-06-01,主题活动,422801100201,%s\n' "$1" >one.csv; zhibu import one.csv --update $2; }
            up 原来 && zhibu backup --for 422801100201 copy.db && up 镇里 && up 村里 "--database copy.db"
            """
        #expect(try Program.shell(update, in: folder).status == 0)
        let refused = try Program.run(["merge", "copy.db"], in: folder)
        #expect(refused.status == 1 && refused.output.contains("「主题」原 原来，本台账 镇里，副本 村里"), "\(refused)")
        #expect(refused.errors.contains("--take mine"))
        #expect(try Program.run(["merge", "copy.db", "--theirs", "T9"], in: folder).status == 1)
        #expect(try Program.run(["merge", "copy.db", "--theirs", "T1"], in: folder).status == 0)
        #expect(try Program.run(["list", "activities"], in: folder).output.contains("村里"))
    }

    @Test(
        "No copy, another ledger's copy, no file: 1, each with what to do",
        arguments: [
            ("zhibu backup copy.db; zhibu merge copy.db", "zhibu backup --for"),
            (
                "zhibu import town --database b.db && zhibu backup --for 422801100201 copy.db --database b.db; zhibu merge copy.db",
                "不是从本台账分出去的"
            ),
            ("zhibu merge none.db", "找不到或不能读文件 none.db"), ("zhibu backup --for 4 copy.db", "找不到组织“4”"),
        ])
    func refused(line: String, reason: String) throws {
        let outcome = try Program.shell(line, in: try SmallTown.imported())
        #expect(outcome.status == 1 && outcome.errors.contains(reason), "\(outcome)")
    }

    @Test("Two records of one person are made one, and undone again") func join() throws {
        let folder = try SmallTown.imported()
        let before = try Program.run(["list", "people"], in: folder).output
        let joined = try Program.run(["join", "P3", "P2"], in: folder)
        #expect(joined.status == 0 && joined.output.hasPrefix("合并 "), "\(joined)")
        #expect(try Program.run(["list", "people"], in: folder).output != before)
        #expect(try Program.run(["undo", "2"], in: folder).status == 0)
        #expect(try Program.run(["list", "people"], in: folder).output == before)
        #expect(try Program.run(["join", "P77", "P2"], in: folder).status == 1)
    }
}
