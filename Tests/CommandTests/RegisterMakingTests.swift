import Foundation
import Testing

/// Registers made and changed from the command line: of a table, and by files that would narrow what is in use.
@Suite struct RegisterMakingTests {
    private static let boats = """
        龙舟队名册
        序号,村,桡手,报名日期,会水,身份证号
        1,甲村,向大水,2016-06-01,是,422801198001011234
        2,甲村,田二,2016-06-02,否,

        """

    private static func town() throws -> Folder {
        let folder = try SmallTown.imported()
        try folder.write("名册.csv", boats)
        return folder
    }

    @Test("A table becomes a register in one act, which is undone at once") func made() throws {
        let folder = try Self.town()
        let told = try Program.run(["registers", "new", "龙舟队", "--from", "名册.csv", "--dry-run"], in: folder)
        #expect(told.status == 0 && told.output.contains("会水") && told.output.contains("不读：身份证号"), "\(told)")
        #expect(try !Program.run(["registers"], in: folder).output.contains("龙舟队"))
        let made = try Program.run(["registers", "new", "龙舟队", "--from", "名册.csv", "--system", "文体"], in: folder)
        #expect(made.status == 0 && made.output.contains("条目 2"), "\(made)")
        let list = try Program.run(["register", "龙舟队", "--as-of", "2016-06-30", "--where", "会水=是"], in: folder)
        #expect(list.output.contains("向大水") && !list.output.contains("田二"), "\(list)")
        #expect(try Program.run(["check"], in: folder).status == 0)
        let again = try Program.run(["registers", "new", "龙舟队", "--from", "名册.csv"], in: folder)
        #expect(again.status == 1 && again.errors.contains("龙舟队"), "\(again)")
        #expect(
            try Program.shell("zhibu undo $(zhibu journal --format csv | sed -n 2p | cut -d, -f1)", in: folder).status
                == 0)
        #expect(try Program.run(["register", "龙舟队"], in: folder).status == 1)
    }

    @Test("Kinds are corrected, columns left out, and rows that do not fit refused by file and line") func corrected()
        throws
    {
        let folder = try Self.town()
        let new = ["registers", "new", "龙舟队", "--from", "名册.csv"]
        let refused = try Program.run(new + ["--type", "桡手=人员"], in: folder)
        #expect(refused.status == 1 && refused.errors.contains("名册.csv:3:"), "\(refused)")
        #expect(try Program.run(new + ["--type", "桡手=长"], in: folder).status == 64)
        let unknown = try Program.run(new + ["--leave", "身高"], in: folder)
        #expect(unknown.status == 1 && unknown.errors.contains("桡手"), "\(unknown)")
        #expect(
            try Program.run(new + ["--leave", "会水", "--leave", "村", "--about", "422801100"], in: folder).status == 0)
        let list = try Program.run(["register", "龙舟队", "--as-of", "2016-06-30", "--format", "csv"], in: folder)
        #expect(list.output.contains("422801100,") && !list.output.contains("会水"), "\(list)")
        #expect(try Program.run(["registers", "new", "别的", "--from", "没有.csv"], in: folder).status != 0)
    }

    @Test("Rows that do not fit are left in a workbook, the others become entries; of none nothing is made") func left()
        throws
    {
        let folder = try Self.town()
        try folder.write("会议.csv", "村,人数,议题\n甲村,3,修路\n甲村,很多,修桥\n")
        func found(_ type: String) throws -> Outcome {
            try Program.run(
                ["registers", "new", "会议", "--from", "会议.csv", "--type", type, "--leave-rows", "留下.xlsx"], in: folder)
        }
        let none = try found("议题=整数")
        #expect(none.status == 1 && none.errors.contains("会议.csv:2:"), "\(none)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/留下.xlsx"))
        let made = try found("人数=整数")
        #expect(made.status == 0 && made.errors == "留下 1 行到 留下.xlsx\n", "\(made)")
        let list = try Program.run(["register", "会议", "--format", "csv"], in: folder)
        #expect(list.output.contains("修路") && !list.output.contains("修桥"), "\(list)")
        // What was left is a table of its own, without what the program wrote beside it.
        #expect(try Program.run(["registers", "new", "待核", "--from", "留下.xlsx"], in: folder).status == 0)
        let kept = try Program.run(["register", "待核", "--format", "csv"], in: folder).output
        #expect(kept.contains("修桥") && kept.contains("很多") && !kept.contains("修路") && !kept.contains("原因"), "\(kept)")
    }

    @Test("A look at one restricted register is kept in the journal for that one alone") func restricted() throws {
        let folder = try SmallTown.imported()
        try folder.write("更多/registers.csv", "登记簿,对象,密级\n谈话,人员,限阅\n家访,贫困户,限阅\n")
        #expect(try Program.run(["import", "更多"], in: folder).status == 0)
        #expect(try Program.run(["register", "谈话", "--restricted"], in: folder).status == 0)
        let newest = try Program.shell("zhibu journal --format csv | sed -n 2p", in: folder).output
        #expect(newest.contains("限阅登记簿（谈话）") && !newest.contains("家访"), "\(newest)")
        #expect(try Program.run(["due", "--restricted"], in: folder).status == 0)
        #expect(try Program.shell("zhibu journal --format csv | sed -n 2p", in: folder).output.contains("家访、谈话"))
    }

    @Test(
        "A file that narrows what is in use is refused by its line, with how many use it",
        arguments: [
            ("fields.csv", "登记簿,栏目,序号,类型,最小,最大\n道路,投资,2,金额,10,1000\n", "fields.csv:2:", "1 处"),
            ("fields.csv", "登记簿,栏目,序号,类型,最小,最大\n道路,投资,2,金额,0,12\n", "fields.csv:2:", "1 处"),
            ("fields.csv", "登记簿,栏目,序号,类型\n道路,路名,1,整数\n", "fields.csv:2:", "2 处"),
            ("flows.csv", "登记簿,状态,序号,下一步\n道路,筹备,1,\n", "flows.csv:2:", "处"),
        ])
    func narrowed(file: String, text: String, place: String, uses: String) throws {
        let folder = try SmallTown.imported()
        for (name, text) in RegisterTown.definitions.merging(RegisterTown.entries, uniquingKeysWith: { $1 }) {
            try folder.write("registers/" + name, text)
        }
        #expect(try Program.run(["import", "registers"], in: folder).status == 0)
        try folder.write("changed/" + file, text)
        let outcome = try Program.run(["import", "changed", "--update"], in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains(place) && outcome.errors.contains(uses), "\(outcome)")
    }
}
