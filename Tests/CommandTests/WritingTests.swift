import TestSupport
import Testing

/// `zhibu record`, `pair`, `unpair`, `journal` and `undo`.
@Suite struct WritingTests {
    @Test("登记一项活动，输出编号，进度随之变化")
    func record() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["record", "--kind", "主题活动", "--org", "422801100201", "--date", "2016-06-01", "--title", "六一慰问"], in: folder
        )
        #expect(outcome.status == 0)
        #expect(outcome.output == "CK6VPC-1\n")
        let status = try Program.run(["status", "--as-of", "2016-06-30", "--format", "csv"], in: folder)
        #expect(status.output.contains("422801100201,甲村,village,1,1,2,4,on-track"))
    }

    @Test("登记不合规则，列出全部原因，什么都不保存")
    func recordRefused() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["record", "--kind", "帮扶走访", "--org", "422801100201", "--date", "2016-06-31", "--title", " "], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        for reason in ["「日期」“2016-06-31”不是有效日期", "「主题」必填", "「户编号」“帮扶走访”必须填写", "「参加人员」"] {
            #expect(outcome.errors.contains(reason))
        }
        #expect(try Program.run(["journal"], in: folder).output.split(separator: "\n").count == 2)
    }

    @Test("党小组的事不能记在村上")
    func recordOnWrongOrganization() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["record", "--kind", "安全隐患", "--org", "422801100201", "--date", "2016-06-01", "--title", "危房"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("不是党小组"))
    }

    @Test("结对补上缺口，重复结对不予办理")
    func pair() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-06-01"], in: folder).status == 0)
        #expect(try households(folder) == "2,2")
        let again = try Program.run(["pair", "H2", "P3", "--from", "2016-06-02"], in: folder)
        #expect(again.status == 1)
        #expect(again.errors.contains("已结对"))
        #expect(try Program.run(["pair", "H9", "P3"], in: folder).errors.contains("找不到贫困户“H9”"))
    }

    @Test("不脱贫不脱钩：没有接替人不予办理，有则可以")
    func unpair() throws {
        let folder = try SmallTown.imported()
        let line = ["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "调整"]
        let refused = try Program.run(line, in: folder)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("不脱贫不脱钩"))
        #expect(try households(folder) == "1,2")
        let replaced = try Program.run(line + ["--replace", "P3"], in: folder)
        #expect(replaced.status == 0)
        #expect(try households(folder) == "1,2")
    }

    @Test("录入有误要有一句说明，可以从标准输入读")
    func enteredInError() throws {
        let folder = try SmallTown.imported()
        let line = ["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "录入有误"]
        #expect(try Program.run(line, in: folder).errors.contains("须用一句话说明"))
        #expect(try Program.run(line, in: folder, input: "登错了人\n").status == 0)
        #expect(try Program.run(["check"], in: folder).output.contains("登错了人"))
        let other = try SmallTown.imported()
        #expect(try Program.run(line + ["--note", "登错了户"], in: other).status == 0)
    }

    @Test("流水记下谁做了什么，可以撤销")
    func undo() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-06-01"], in: folder).status == 0)
        #expect(try Program.run(["journal", "--limit", "1"], in: folder).output.contains("测试员"))
        #expect(try Program.run(["undo", "2"], in: folder).status == 0)
        #expect(try households(folder) == "1,2")
        #expect(try Program.run(["undo", "2"], in: folder).status == 1)
    }

    static let badCells: [([String], String)] = [
        (["unpair", "H1", "P2", "--on", "2016-06-31", "--reason", "调整"], "「结束日期」“2016-06-31”不是有效日期"),
        (["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "乱"], "「结束原因」“乱”不在可选项中，应为：脱贫、调整、离任、销户、录入有误"),
        (["pair", "H2", "P3", "--from", "昨天"], "「开始日期」“昨天”不是有效日期"),
        (["pair", "H2", "P3", "--from", " "], "「开始日期」必填"),
    ]

    @Test("结对的日期、原因同表格里的一样核对：不合规则 1", arguments: badCells)
    func refusedCells(arguments: [String], sentence: String) throws {
        let outcome = try Program.run(arguments, in: SmallTown.imported())
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    }

    @Test("流水的时间是本机时间")
    func localTimes() throws {
        let folder = try SmallTown.imported()
        try RawDatabase(folder.database).run(
            """
            INSERT INTO journal (id, at, uid, officer, action, summary, row_count)
            VALUES (2, '2016-06-30T16:30:00Z', 0, '李娟', 'add', '登记', 0)
            """)
        for (zone, time) in [("CST-8", "2016-07-01 00:30"), ("EST5", "2016-06-30 11:30"), ("UTC", "2016-06-30 16:30")] {
            folder.environment["TZ"] = zone
            #expect(try Program.run(["journal"], in: folder).output.contains("\n 2  \(time)  李娟"))
        }
    }

    private func households(_ folder: Folder) throws -> String {
        let status = try Program.run(["status", "--as-of", "2016-06-30", "--format", "csv"], in: folder)
        let cells = status.output.split(separator: "\n")[1].split(separator: ",", omittingEmptySubsequences: false)
        return cells[12...13].joined(separator: ",")
    }
}
