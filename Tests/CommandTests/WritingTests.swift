import TestSupport
import Testing

/// `zhibu record`, `pair`, `unpair`, `journal` and `undo`.
@Suite struct WritingTests {
    @Test("Records an activity, tells its number, and the progress follows")
    func record() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["record", "--kind", "主题活动", "--org", "422801100201", "--date", "2016-06-01", "--title", "六一慰问"], in: folder
        )
        #expect(outcome.status == 0)
        #expect(Program.isFirstNumber(outcome.output))
        let status = try Program.run(["status", "--as-of", "2016-06-30", "--format", "csv"], in: folder)
        #expect(status.output.contains("422801100201,甲村,village,1,1,2,4,on-track"))
    }

    @Test("An entry against the rules tells all reasons, and nothing is saved")
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

    @Test("What a party group does is not recorded at the village")
    func recordOnWrongOrganization() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["record", "--kind", "安全隐患", "--org", "422801100201", "--date", "2016-06-01", "--title", "危房"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("不是党小组"))
    }

    @Test("A pairing closes the gap; pairing twice is refused")
    func pair() throws {
        let folder = try SmallTown.imported()
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-06-01"], in: folder).status == 0)
        #expect(try households(folder) == "2,2")
        let again = try Program.run(["pair", "H2", "P3", "--from", "2016-06-02"], in: folder)
        #expect(again.status == 1)
        #expect(again.errors.contains("已结对"))
        #expect(try Program.run(["pair", "H9", "P3"], in: folder).errors.contains("找不到贫困户“H9”"))
    }

    @Test("不脱贫不脱钩: refused without a successor, done with one")
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

    @Test("An entry made in error needs a sentence, which standard input may give")
    func enteredInError() throws {
        let folder = try SmallTown.imported()
        let line = ["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "录入有误"]
        #expect(try Program.run(line, in: folder).errors.contains("须用一句话说明"))
        #expect(try Program.run(line, in: folder, input: "登错了人\n").status == 0)
        #expect(try Program.run(["check"], in: folder).output.contains("登错了人"))
        let other = try SmallTown.imported()
        #expect(try Program.run(line + ["--note", "登错了户"], in: other).status == 0)
    }

    @Test("The journal tells who did what, and it can be undone")
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

    @Test("Dates and reasons of pairings are checked as in files: against the rules is 1", arguments: badCells)
    func refusedCells(arguments: [String], sentence: String) throws {
        let outcome = try Program.run(arguments, in: SmallTown.imported())
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    }

    @Test("The journal's times are local")
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
