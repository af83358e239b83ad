import Testing

/// `zhibu list`, and what a timetable (cron) asks: `--fail-if-any`, `journal --format`.
@Suite struct ListCommandTests {
    private func list(_ arguments: [String], _ folder: Folder? = nil) throws -> Outcome {
        try Program.run(["list"] + arguments + ["--as-of", "2016-06-30"], in: folder ?? SmallTown.imported())
    }

    @Test(
        "Rosters list what holds on the as-of date, with columns that follow from other tables; --all lists the rest too"
    )
    func table() throws {
        let folder = try SmallTown.imported()
        #expect(
            try list(["households"], folder).output == """
                贫困户  试验镇 422801100  截至 2016-06-30  共 3 行

                户编号  户主  村编码        人口  识别日期    脱贫日期    村名称  状态    帮扶人  最近走访    现有
                H1      周五  422801100201  4     2014-01-01              甲村    未脱贫  钱二    2016-06-10  是
                H2      吴六  422801100201  2     2014-01-01              甲村    未脱贫                      是
                H3      郑七  422801100201  3     2014-01-01  2016-03-01  甲村    已脱贫                      是

                """)
        #expect(
            try Program.run(
                ["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "调整", "--replace", "P3"], in: folder
            ).status == 0)
        let current = try list(["pairings", "--format", "csv"], folder).output
        #expect(current == "户编号,人员编号,开始日期,结束日期,结束原因,户主姓名,村名称,帮扶人姓名,现有\nH1,P3,2016-06-01,,,周五,甲村,孙三,是\n")
        let all = try list(["pairings", "--all", "--format", "csv"], folder).output
        #expect(all.contains("H1,P2,2015-01-01,2016-06-01,调整,周五,甲村,钱二,否\n"))
        for table in ["organizations", "people", "cooperatives", "activities"] {
            #expect(try list([table], folder).status == 0)
        }
    }

    static let narrowed: [([String], [String])] = [
        (["状态=未脱贫"], ["H1", "H2"]), (["人口>=3"], ["H1", "H3"]), (["人口>2", "人口<4"], ["H3"]), (["人口<=2"], ["H2"]),
        (["人口=04"], []), (["识别日期=2014/1/1"], ["H1", "H2", "H3"]), (["脱贫日期>=2016年1月1日"], ["H3"]),
        (["脱贫日期="], ["H1", "H2"]),
        (["帮扶人!=钱二"], ["H2", "H3"]), (["户主~六"], ["H2"]), ([" 户主 = 周五 "], ["H1"]), (["最近走访<2017-01-01"], ["H1"]),
    ]

    @Test("Conditions compare by value, and several must all hold", arguments: narrowed)
    func narrows(conditions: [String], households: [String]) throws {
        let outcome = try list(["households", "--format", "csv"] + conditions.flatMap { ["--where", $0] })
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").dropFirst().map { String($0.prefix(2)) } == households)
    }

    @Test("A list holds where one of its items fits")
    func items() throws {
        let outcome = try list(["activities", "--format", "csv", "--where", "参加人员=P2"])
        #expect(outcome.output.split(separator: "\n").count == 2)
    }

    @Test(
        "JSON has the names of the files; telephone numbers are masked, in full with --unmasked and told to the journal"
    )
    func json() throws {
        let folder = try SmallTown.imported()
        try folder.write("p.csv", "人员编号,姓名,组织编码,类别,电话\nP2,钱二,422801100201,正式党员,13800000001\n")
        #expect(try Program.run(["import", "p.csv", "--update"], in: folder).status == 0)
        let arguments = ["people", "--where", "姓名=钱二", "--format", "json"]
        let masked = try list(arguments, folder)
        #expect(masked.output.contains("\"table\": \"people\"") && masked.output.contains("\"帮扶户数\": 1"))
        #expect(masked.output.contains("138****0001") && !masked.output.contains("13800000001"))
        let full = try list(arguments + ["--unmasked"], folder)
        #expect(full.output.contains("13800000001"))
        #expect(try Program.run(["journal", "--limit", "1"], in: folder).output.contains("打印未遮盖的名册《人员》1 行"))
        #expect(try list(["households", "--unmasked"], folder).status == 64)
    }

    @Test(
        "Unknown columns, what is no condition and unknown tables are wrong usage; a scope without organizations is refused"
    )
    func wrong() throws {
        let folder = try SmallTown.imported()
        let column = try list(["people", "--where", "身高=1"], folder)
        #expect(column.status == 64 && column.errors.contains("这张表没有“身高”这一栏，可用：人员编号、姓名"))
        for condition in ["姓名", "=1", ""] { #expect(try list(["people", "--where", condition], folder).status == 64) }
        #expect(try list(["months"], folder).status == 64)
        #expect(try list(["people", "--scope", "9"], folder).status == 1)
    }

    @Test("--fail-if-any ends with 1 where anything is listed, else with 0")
    func cron() throws {
        let folder = try SmallTown.imported()
        let gaps = try Program.run(["gaps", "--as-of", "2016-06-30", "--fail-if-any"], in: folder)
        #expect(gaps.status == 1 && gaps.output.contains("缺口") && gaps.errors == "")
        #expect(try Program.run(["gaps", "--as-of", "2016-06-30"], in: folder).status == 0)
        #expect(try list(["households", "--where", "状态=已销户", "--fail-if-any"], folder).status == 0)
        #expect(try list(["households", "--where", "状态=未脱贫", "--fail-if-any"], folder).status == 1)
        #expect(try Program.run(["checklist", "--fail-if-any"], in: folder).status == 0)
        try folder.write("c.csv", "清单编号,名称,对象,次数,周期,开始日期,截止日期\nQ01,走访,党员,1,一次,2016-05-01,2016-07-01\n")
        #expect(try Program.run(["import", "c.csv"], in: folder).status == 0)
        #expect(try Program.run(["checklist", "--as-of", "2016-07-02", "--fail-if-any"], in: folder).status == 1)
        #expect(
            try Program.run(["checklist", "Q01", "--as-of", "2016-07-02", "--fail-if-any"], in: folder).status == 1)
    }

    @Test("The journal is for other programs too: instants are UTC, a missing number is 0")
    func journal() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-06-01"], in: folder).status == 0)
        #expect(try Program.run(["undo", "2"], in: folder).status == 0)
        let json = try Program.run(["journal", "--limit", "2", "--format", "json"], in: folder).output
        #expect(json.contains("\"entry\": 3") && json.contains("\"undoes\": 2") && json.contains("\"undoneBy\": 3"))
        #expect(json.contains("\"action\": \"pair\"") && json.contains("Z\""))
        let csv = try Program.run(["journal", "--format", "csv"], in: folder).output.split(separator: "\n")
        #expect(csv.first == "entry,at,time,officer,origin,action,rows,undoes,undoneBy,summary" && csv.count == 4)
    }

    @Test("An undo without a number reaches one's own of today; of another's it says whose; accepting needs a reason")
    func undo() throws {
        let folder = try SmallTown.imported()
        let imported = try Program.run(["undo"], in: folder)
        #expect(imported.status == 1 && imported.errors.contains("要撤销请写明条号：zhibu undo 1"))
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-06-01"], in: folder).status == 0)
        folder.environment["ZHIBU_OFFICER"] = "王建国"
        let none = try Program.run(["undo"], in: folder)
        #expect(none.status == 1 && none.errors.contains("今天没有自己可撤销的操作"))
        let other = try Program.run(["undo", "2"], in: folder)
        #expect(other.status == 0 && other.errors.contains("注意：第 2 条是 测试员 于 "))
        #expect(other.output.hasPrefix("撤销第 2 条：结对"))
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-06-01"], in: folder).status == 0)
        let own = try Program.run(["undo"], in: folder)
        #expect(own.status == 0 && own.errors == "" && own.output.hasPrefix("撤销第 4 条"))
        for step in ["submit", "accept"] {
            #expect(try Program.run(["month", step, "422801100201", "2016-05"], in: folder).status == 0)
        }
        #expect(try Program.run(["undo"], in: folder).errors.contains("要撤销请写明条号：zhibu undo 7"))
        #expect(try Program.run(["undo", "7"], in: folder).errors.contains("「原因」必填"))
        #expect(try Program.run(["undo", "7", "--reason", "漏记"], in: folder).status == 0)
        #expect(try Program.run(["month", "--month", "2016-05"], in: folder).output.contains("已重开"))
    }

    @Test("An entry like one that is there is saved, and says which")
    func twins() throws {
        let folder = try SmallTown.imported()
        let line = ["record", "--kind", "主题党日", "--org", "422801100201", "--date", "2016-05-10", "--title", "五月党日"]
        let outcome = try Program.run(line, in: folder)
        #expect(outcome.status == 0 && Program.isFirstNumber(outcome.output))
        #expect(outcome.errors == "zhibu：注意：台账里已有相像的：A2 甲村 2016-05-10 主题党日《五月党日》，请核对是不是重复\n")
    }
}
