import Testing

/// `zhibu month` and its steps.
@Suite struct MonthTests {
    private func signed() throws -> Folder {
        let folder = try SmallTown.imported()
        for step in ["submit", "accept"] {
            #expect(try Program.run(["month", step, "422801100201", "2016-05"], in: folder).status == 0)
        }
        return folder
    }

    @Test("Tells a month's figures and state of every branch")
    func table() throws {
        let outcome = try Program.run(["month", "--month", "2016年5月"], in: signed())
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("月报 2016-05  试验镇 422801100  截至 2016-05-31\n"))
        #expect(outcome.output.contains("422801100201  甲村          已接收  齐全         1"))
        #expect(outcome.output.contains("422801100901  产业联合支部  未上报  没有活动     0"))
    }

    @Test("Dissolving a branch with signed months is refused, in imports as elsewhere")
    func dissolved() throws {
        let folder = try signed()
        try folder.write("i12.csv", "编码,名称,类型,撤销日期\n422801100201,甲村,村党组织,2016-05-10\n")
        let before = try Program.run(["month", "--month", "2016-05"], in: folder).output
        let outcome = try Program.run(["import", "--update", "i12.csv"], in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains("甲村 2016 年 5 月的月报已由"), "\(outcome.errors)")
        #expect(try Program.run(["month", "--month", "2016-05"], in: folder).output == before)
    }

    @Test("CSV and JSON have the signed figures beside those of now")
    func formats() throws {
        let folder = try signed()
        let csv = try Program.run(["month", "--month", "2016-05", "--format", "csv"], in: folder).output
        let lines = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines.allSatisfy { $0.count == 37 })
        #expect(lines[0].prefix(6) == ["code", "name", "state", "work", "partyDay", "themeActivity"])
        #expect(lines[1].prefix(5) == ["422801100201", "甲村", "accepted", "whole", "1"])
        #expect(lines[1][21] == "1" && lines[2][21] == "")
        let json = try Program.run(["month", "--month", "2016-05", "--format", "json"], in: folder).output
        #expect(json.contains(#""state": "accepted""#))
        #expect(json.contains(#""signed": {}"#))
    }

    @Test("Returning and reopening need a reason, and a step out of order is refused")
    func steps() throws {
        let folder = try signed()
        let month = ["422801100201", "2016-05"]
        let twice = try Program.run(["month", "accept"] + month, in: folder)
        #expect(twice.status == 1 && twice.errors.contains("已接收，现在只能重开"))
        #expect(try Program.run(["month", "reopen"] + month, in: folder).status == 64)
        #expect(try Program.run(["month", "reopen"] + month + ["--reason", " "], in: folder).status == 1)
        let reopened = try Program.run(["month", "reopen"] + month + ["--reason", "漏记"], in: folder)
        #expect(reopened.output == "重开月报 2016-05：甲村，漏记\n")
        #expect(try Program.run(["month", "submit"] + month, in: folder).status == 0)
        #expect(try Program.run(["month", "return"] + month + ["--reason", "缺材料"], in: folder).status == 0)
        #expect(try Program.run(["month", "submit", "422801100201", "五月"], in: folder).status == 64)
        #expect(try Program.run(["month", "submit", "422801100201", "2999-01"], in: folder).status == 1)
        #expect(try Program.run(["check"], in: folder).output.contains("月报"))
    }

    @Test(
        "Once accepted, recording, importing, pairing and undoing cannot change the month; an import says so row by row"
    )
    func locked() throws {
        let folder = try signed()
        let record = ["record", "--kind", "主题党日", "--org", "422801100201", "--title", "补", "--date"]
        let refused = try Program.run(record + ["2016-05-20"], in: folder)
        #expect(refused.status == 1 && refused.errors.contains("接收并锁定"))
        #expect(try Program.run(record + ["2016-06-20"], in: folder).status == 0)
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-05-01"], in: folder).status == 1)
        #expect(try Program.run(["undo", "1"], in: folder).status == 1)
        try folder.write(
            "more.csv",
            """
            编号,日期,类型,组织编码,主题,材料
            A2,2016-05-10,主题党日,422801100201,五月党日,待补
            A7,2016-05-11,主题党日,422801100201,又一次,
            A8,2016-06-11,主题党日,422801100201,六月,
            A2b,2016-5-12,主题活动,422801100201,再一次,

            """)
        let imported = try Program.run(["import", "more.csv", "--update"], in: folder)
        #expect(imported.status == 1)
        #expect(
            imported.errors.split(separator: "\n").map { $0.prefix(12) }.prefix(2) == ["more.csv:3: ", "more.csv:5: "])
        #expect(imported.errors.contains("甲村 2016 年 5 月的月报已由 测试员"))
        #expect(!imported.errors.contains("more.csv:2:") && !imported.errors.contains("more.csv:4:"))
    }

    @Test("Accepting does not change the six exported files")
    func export() throws {
        let before = try SmallTown.imported()
        let after = try signed()
        for folder in [before, after] { #expect(try Program.run(["export", "out"], in: folder).status == 0) }
        #expect(try after.names("out") == before.names("out"))
        for name in try before.names("out") { #expect(try after.read("out/" + name) == before.read("out/" + name)) }
    }
}
