import Foundation
import TestSupport
import Testing

/// 登记簿 from the command line: files, figures, entries, steps, deadlines, checklists, systems.
@Suite struct RegisterCommandTests {
    private static func imported() throws -> Folder {
        let folder = try SmallTown.imported()
        for (name, text) in RegisterTown.definitions.merging(RegisterTown.entries, uniquingKeysWith: { $1 }) {
            try folder.write("registers/" + name, text)
        }
        let outcome = try Program.run(["import", "registers"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private static func json(_ arguments: [String], in folder: Folder) throws -> [String: Any] {
        let outcome = try Program.run(arguments + ["--as-of", "2016-06-30", "--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test("Definitions and entries come in together, and every export goes into an empty ledger and out as it was")
    func roundTrip() throws {
        let folder = try Self.imported()
        let line = """
            zhibu export all --restricted >/dev/null && zhibu check >/dev/null
            ZHIBU_DATABASE=other.db zhibu import all >/dev/null && ZHIBU_DATABASE=other.db zhibu export again --restricted >/dev/null
            diff -r all again && ls all | grep -c . && zhibu import all
            """
        let outcome = try Program.shell(line, in: folder)
        #expect(outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(try folder.read("all/登记簿-道路.csv").contains("L2,422801100201,2016-06-18,西路,12.25,,,,\n"))
        #expect(try folder.read("all/steps.csv").contains("道路,L2,1,2016-06-18,筹备,,\n"))
        #expect(outcome.output.contains("谈话    新增 0  更新 0  不变 1"), "\(outcome.output)")
    }

    @Test("A list without numbers and days is imported by names and what is given; the second time nothing changes")
    func list() throws {
        let folder = try Self.imported()
        try folder.write("道路.csv", "对象,路名\n甲村,环村路\n")
        #expect(try Program.run(["import", "道路.csv", "--set", "没有的列=1"], in: folder).status == 64)
        #expect(try Program.run(["import", "道路.csv"], in: folder).errors.contains("缺少必需的列：「登记日期」"))
        let arguments = ["import", "道路.csv", "--set", "登记日期=2016年6月20日"]
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.status == 0 && outcome.output.contains("道路  新增 1"), "\(outcome.errors)\(outcome.output)")
        #expect(try Program.run(arguments, in: folder).output.contains("道路  新增 0  更新 0  不变 1"))
        #expect(try Program.run(["export", "all"], in: folder).status == 0)
        #expect(try folder.read("all/登记簿-道路.csv").contains(",422801100201,2016-06-20,环村路,"))
        #expect(try Program.run(["check"], in: folder).status == 0)
    }

    @Test(
        "Without --restricted an export leaves out the entries of restricted registers, and refuses a folder that has them"
    )
    func restricted() throws {
        let folder = try Self.imported()
        #expect(try Program.run(["export", "open"], in: folder).status == 0)
        #expect(try !folder.names("open").contains("登记簿-谈话.csv"))
        try folder.write("open/登记簿-谈话.csv", "谈话编号,对象编号,登记日期\n")
        let refused = try Program.run(["export", "open"], in: folder)
        #expect(refused.status == 1 && refused.errors.contains("登记簿-谈话.csv"))
        #expect(try Program.run(["register", "谈话"], in: folder).status == 1)
        #expect(try Program.run(["register", "谈话", "--restricted"], in: folder).status == 0)
        #expect(try Program.run(["journal"], in: folder).output.contains("限阅登记簿"))
    }

    @Test("Figures, states and branches of each register at a date")
    func figures() throws {
        let folder = try Self.imported()
        let registers = try #require(try Self.json(["registers"], in: folder)["registers"] as? [[String: Any]])
        #expect(registers.compactMap { $0["name"] as? String } == ["候选", "巡查", "评选", "谈话", "道路"])
        let roads = registers[4]
        #expect(roads["entries"] as? Int == 2 && roads["open"] as? Int == 2)
        #expect(roads["overdue"] as? Int == 1 && roads["dueSoon"] as? Int == 1)
        let figures = try #require(roads["figures"] as? [[String: Any]])
        #expect(figures.map { $0["value"] as? Double } == [17.75, 2])
        #expect(figures[0]["target"] as? Int == 20 && figures[1]["target"] is NSNull)
        #expect((roads["branches"] as? [[String: Any]])?.first?["code"] as? String == "422801100201")
        #expect(registers[3]["restricted"] as? Bool == true && (registers[3]["branches"] as? [Any])?.isEmpty == true)
    }

    @Test("Entries by condition, with state and deadline") func entries() throws {
        let folder = try Self.imported()
        let entries = try #require(
            try Self.json(["register", "道路", "--where", "投资≥5.5;状态=在建"], in: folder)["entries"] as? [[String: Any]])
        #expect(entries.count == 1 && entries[0]["number"] as? String == "L1")
        #expect(entries[0]["due"] as? String == "2016-07-03" && entries[0]["dueState"] as? String == "due-soon")
        #expect((entries[0]["values"] as? [String: String])?["投资"] == "5.5")
        #expect(try Program.run(["register", "道路", "--where", "投资"], in: folder).status == 64)
        #expect(try Program.run(["register", "没有"], in: folder).status == 1)
        let due = try #require(try Self.json(["due"], in: folder)["due"] as? [[String: Any]])
        #expect(due.compactMap { $0["number"] as? String } == ["L2", "L1"])
    }

    @Test("An entry is numbered, takes its steps by all rules, and is undone while it is the last") func steps() throws
    {
        let folder = try Self.imported()
        func run(_ line: String) throws -> Outcome { try Program.shell(line, in: folder) }
        let number = try run("zhibu enter 道路 --about 422801100201 --date 2016-06-01 --set 路名=南路").output
        #expect(number.wholeMatch(of: /CK6VPC-[A-Z][0-9A-Z]{2}-R1\n/) != nil)
        #expect(try run("zhibu enter 道路 --about 422801100201 --set 路宽=3 --set 路名=北路").status == 1)
        #expect(try run("zhibu enter 道路 --about 422801100201 --set 路名=1 --set 路名=2").status == 64)
        #expect(try run("zhibu enter 道路 --about 422801100201").errors.contains("路名"))
        let lacking = try run("zhibu step 道路 L2 在建 --on 2016-06-20")
        #expect(lacking.status == 1 && lacking.errors.contains("负责人"))
        let early = try run("zhibu step 道路 L1 通车 --on 2016-06-20")
        #expect(early.status == 1 && early.errors.contains("巡查"))
        #expect(try run("zhibu step 道路 L1 筹备 --on 2016-06-20").errors.contains("之后只能到“通车”"))
        #expect(try run("zhibu step 巡查 X1 完 --on 2016-06-20").status == 1)
        #expect(try run("zhibu check").status == 0)
    }

    @Test("Gates hold places and their order") func gates() throws {
        let folder = try Self.imported()
        let line = """
            award=$(zhibu enter 评选 --about 422801100 --date 2016-06-01 --set 名额=1)
            first=$(zhibu enter 候选 --about $award --date 2016-06-02 --set 名次=1)
            second=$(zhibu enter 候选 --about $award --date 2016-06-02 --set 名次=2)
            zhibu step 候选 $second 公示 --on 2016-06-03; echo $?
            zhibu step 候选 $first 公示 --on 2016-06-03 >/dev/null; echo $?
            zhibu step 候选 $second 公示 --on 2016-06-03; echo $?
            zhibu step 候选 $first 表彰 --on 2016-06-07; echo $?
            zhibu step 候选 $first 表彰 --on 2016-06-08 >/dev/null; echo $?
            zhibu undo $(zhibu journal --format json | grep -m1 -o '"id": [0-9]*' | grep -o '[0-9]*') >/dev/null; echo $?
            """
        let outcome = try Program.shell(line, in: folder)
        #expect(outcome.output.split(separator: "\n").map(String.init) == ["1", "0", "1", "1", "0", "0"], "\(outcome)")
        #expect(
            outcome.errors.contains("在前面") && outcome.errors.contains("名额只有 1") && outcome.errors.contains("2016-06-08")
        )
    }

    @Test("Bad definitions, entries and steps are told by file and line, and nothing is saved") func bad() throws {
        let folder = try Self.imported()
        func errors(_ name: String, _ text: String, _ options: String = "") throws -> String {
            try folder.write(name, text)
            let outcome = try Program.shell("zhibu import \(name) \(options)", in: folder)
            #expect(outcome.status == 1)
            return outcome.errors
        }
        let header = "登记簿,栏目,序号,类型,选项\n"
        #expect(try errors("f.csv", header + "道路,新,1,文字,\n").contains("f.csv:2: 「序号」序号 1 重复"))
        #expect(try errors("f.csv", header + "没有,新,1,文字,\n").contains("f.csv:2: 「登记簿」找不到“没有”"))
        #expect(try errors("f.csv", header + "道路,负责人,4,文字,\n", "--update").contains("已有 1 处在用"))
        let entry = "道路编号,对象编号,登记日期,路名,投资\n"
        #expect(
            try errors("e.csv", entry + "L9,422801100201,2016-06-01,北路,2000\n").contains("e.csv:2: 「投资」2000 大于最大 1000"))
        #expect(try errors("e.csv", entry + "L9,P2,2016-06-01,北路,\n").contains("e.csv:2: 「对象编号」找不到“P2”"))
        #expect(try errors("e.csv", entry + "L1,422801100201,2016-05-02,东路,5.5\n", "--update").contains("第一步须在登记日期"))
        let step = "登记簿,条目编号,序号,日期,状态\n"
        #expect(try errors("s.csv", step + "道路,L2,2,2016-06-19,通车\n").contains("s.csv:2: 「状态」“筹备”之后不能到“通车”"))
        #expect(try errors("s.csv", step + "巡查,X1,1,2016-06-02,完\n").contains("s.csv:2: 「登记簿」登记簿“巡查”没有流转"))
    }

    @Test("The empty sheet of a register is filled in and imported; it has no field that is out of use") func template()
        throws
    {
        let folder = try Self.imported()
        try folder.write("f.csv", "登记簿,栏目,序号,类型,停用日期\n道路,负责人,4,人员,2030-01-01\n")
        let line = """
            zhibu import f.csv --update >/dev/null && zhibu template --register 道路 --register 巡查 --output t.xlsx
            zhibu import t.xlsx --dry-run; zhibu template --register 没有 --output u.xlsx; echo $?
            """
        let outcome = try Program.shell(line, in: folder)
        #expect(outcome.output.contains("列名相同：道路编号、对象编号、登记日期、路名、投资、完工、注销日期、注销原因"), "\(outcome)")
        #expect(outcome.output.contains("列名相同：巡查编号、对象编号、登记日期、坑洼、注销日期、注销原因"), "\(outcome)")
        #expect(outcome.output.hasSuffix("1\n") && outcome.errors.contains("没有"), "\(outcome)")
        #expect(try !folder.names(".").contains("u.xlsx"))
    }

    @Test("Entries below a title are read though a cell of theirs is called as a column of a table is") func below()
        throws
    {
        let folder = try Self.imported()
        let text = "六月的道路\n道路编号,对象编号,登记日期,路名\nL8,422801100201,2016-06-01,名称\nL9,422801100201,2016-06-02,姓名\n"
        try folder.write("t.csv", text)
        let outcome = try Program.run(["import", "t.csv"], in: folder)
        #expect(outcome.status == 0 && outcome.output.contains("道路  新增 2"), "\(outcome.output) \(outcome.errors)")
    }

    @Test("What a register is refused for says where, what and what next, also where another row holds it")
    func reasons() throws {
        let folder = try Self.imported()
        func errors(_ files: [(String, String)]) throws -> String {
            for (name, text) in files { try folder.write(name, text) }
            let outcome = try Program.shell(
                "zhibu import \(files.map(\.0).joined(separator: " ")) --update", in: folder)
            #expect(outcome.status == 1)
            return outcome.errors
        }
        let registers = "登记簿,对象,停用日期\n"
        #expect(try errors([("n.csv", "无册编号,对象编号,登记日期\n1,P1,2016-06-01\n")]).contains("n.csv:1: 没有登记簿“无册”"))
        let bad = [("r.csv", registers + "坏,没有,\n"), ("b.csv", "坏编号,对象编号,登记日期\n1,P1,2016-06-01\n")]
        let told = try errors(bad)
        let subjects = "应为：乡镇、支部、村、党小组、人员、贫困户、合作社，或一本登记簿的名称"
        #expect(told.contains("r.csv:2: 「对象」“没有”不能作对象，\(subjects)") && !told.contains("b.csv"), "\(told)")
        #expect(try errors([("r.csv", registers + "账户本,村,\n")]).contains("名称里也不能有；请去掉，或换一个名称"))
        let next = try errors([("w.csv", "登记簿,状态,序号,下一步\n道路,筹备,1,通车\n")])
        #expect(next.contains("w.csv:2: 「下一步」已有 1 处在用，不能去掉或收窄，请照原样留着"), "\(next)")
        #expect(try errors([("r.csv", registers + "道路,村,2016-01-01\n")]).contains("「停用日期」这天或以后还有"))
        let kind = try errors([("f.csv", "登记簿,栏目,序号,类型,最小,最大\n道路,投资,2,日期,,\n")])
        #expect(kind.contains("统计“道路 · 大项目”的条件“投资>=5.5”读不懂：“5.5”不是此栏目的值"), "\(kind)")
    }

    @Test("A checklist asks the entries of a register and counts those that hang on them") func checklist() throws {
        let folder = try Self.imported()
        let sheet = try Self.json(["checklist", "L1"], in: folder)
        let obligations = try #require(sheet["obligations"] as? [[String: Any]])
        #expect(obligations.map { $0["state"] as? String } == ["overdue", "done"])
        #expect(obligations.allSatisfy { $0["name"] as? String == "东路" && $0["subject"] as? String == "L1" })
        let line = try #require(sheet["checklist"] as? [String: Any])
        #expect(line["subject"] as? String == "道路" && line["counts"] as? String == "巡查")
    }

    @Test("The systems that come with the program are adopted, all of them or what is missing of one") func systems()
        throws
    {
        let folder = try SmallTown.imported()
        let line = """
            zhibu systems | grep -c . && zhibu systems adopt --all >/dev/null && zhibu check >/dev/null
            zhibu systems adopt --all; zhibu systems | grep -vc 已采用; zhibu registers >/dev/null
            """
        let outcome = try Program.shell(line, in: folder)
        #expect(outcome.errors.contains("没有改动"), "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("11\n") && outcome.output.hasSuffix("1\n"), "\(outcome.output)")
    }

    @Test("Cards and notices of entries, by number, by condition, blank; a restricted register only with --restricted")
    func papers() throws {
        let folder = try Self.imported()
        func form(_ line: String) throws -> Outcome {
            try Program.shell("zhibu form \(line) --as-of 2016-06-30", in: folder)
        }
        let card = try form("entry --register 道路 --number L1").output
        #expect(card.contains("甲村（422801100201）") && card.contains("负责人（签字）") && !card.contains("L2"))
        let both = try form("entry --register 道路").output
        #expect(both.contains("L1") && both.contains("L2"))
        let notice = try form("notice --register 道路 --where '状态=在建'").output
        #expect(notice.contains("道路公示") && notice.contains("东路") && !notice.contains("西路"))
        let blank = try form("entry --register 道路 --blank").output
        #expect(blank.contains("填报单位（盖章）：________________") && blank.contains("通车") && !blank.contains("东路"))
        for (line, status) in [
            ("entry", 64), ("year --register 道路", 64), ("entry --register 没有", 1),
            ("entry --register 道路 --number L9", 1),
            ("entry --register 道路 --where 投资", 64), ("entry --register 谈话", 1), ("entry --register 谈话 --restricted", 0),
            ("notice --register 谈话 --restricted", 64), ("notice --register 谈话", 1),
        ] as [(String, Int32)] {
            #expect(try form(line).status == status, "\(line)")
        }
        #expect(try Program.run(["journal"], in: folder).output.contains("限阅登记簿（谈话）：登记簿条目卡"))
    }
}
