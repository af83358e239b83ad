import Foundation
import Testing

/// `zhibu import`: all or nothing, and every reason told.
@Suite struct ImportTests {
    @Test("A folder imported twice changes nothing the second time")
    func folderTwice() throws {
        let folder = try SmallTown.written()
        let first = try Program.run(["import", "town"], in: folder)
        #expect(first.status == 0)
        #expect(first.output.hasSuffix("活动    新增 6  更新 0  不变 0\n"))
        #expect(first.errors == "")
        let second = try Program.run(["import", "town"], in: folder)
        #expect(second.output.hasSuffix("活动    新增 0  更新 0  不变 6\n"))
    }

    @Test("--dry-run 只检查")
    func dryRun() throws {
        let folder = try SmallTown.written()
        let outcome = try Program.run(["import", "town", "--dry-run"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("活动    新增 6  更新 0  不变 0\n"))
        #expect(try Program.run(["status"], in: folder).status == 1)
    }

    @Test("One bad row, and nothing is saved: a line each, with file and line")
    func badRows() throws {
        let folder = try SmallTown.written()
        try folder.write("town/people.csv", "人员编号,姓名,组织编码,类别\nP9,周九,422801100299,党员\nP8,,422801100201,群众\n")
        let outcome = try Program.run(["import", "town"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("town/people.csv:2: 「类别」“党员”不在可选项中"))
        #expect(outcome.errors.contains("town/people.csv:2: 「组织编码」找不到“422801100299”"))
        #expect(outcome.errors.contains("town/people.csv:3: 「姓名」必填"))
        #expect(outcome.errors.hasSuffix("什么都没有保存；请改正后重新导入\n"))
        #expect(try Program.run(["status"], in: folder).status == 1)
    }

    @Test("Rows that differ need --update, and show the old and the new values")
    func update() throws {
        let folder = try SmallTown.imported()
        try folder.write("new.csv", "人员编号,姓名,组织编码,类别,职务\nP3,孙三,422801100201,正式党员,会计\n")
        let refused = try Program.run(["import", "new.csv"], in: folder)
        #expect(refused.status == 1)
        #expect(refused.errors.hasPrefix("new.csv:2: 与已登记的不同：「类别」“预备党员” → “正式党员”"))
        let updated = try Program.run(["import", "new.csv", "--update"], in: folder)
        #expect(updated.status == 0)
        #expect(updated.output.hasPrefix("new.csv:2: 修改：「类别」“预备党员” → “正式党员”，「职务」（空） → “会计”\n"))
        #expect(updated.output.hasSuffix("人员  新增 0  更新 1  不变 0\n"))
    }

    @Test("A missing file is named")
    func missingFile() throws {
        let outcome = try Program.run(["import", "没有.csv"], in: Folder())
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("没有.csv: 找不到此文件或文件夹"))
    }

    @Test("Warnings go to standard error, and all is saved")
    func warnings() throws {
        let folder = try SmallTown.imported()
        try folder.write("p.csv", "户编号,人员编号,开始日期,备用\nH2,P4,2016-01-01,\n")
        let outcome = try Program.run(["import", "p.csv"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("p.csv:1: warning: 不认识的列“备用”"))
        #expect(outcome.errors.contains("p.csv:2: warning: 帮扶人“P4”的类别是群众"))
    }

    @Test("--dry-run tells how each sheet's columns are read, which are left out, how years are counted")
    func preview() throws {
        let book = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/Workbooks/openpyxl.xlsx").path
        let outcome = try Program.run(["import", book, "--dry-run"], in: Folder())
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains(
                """
                openpyxl.xlsx[贫困户台账]!3：贫困户表
                  列名相同：识别日期
                  列名不同：户码 → 户编号；户主姓名 → 户主；行政村 → 村编码（按名称找编码）；家庭人口 → 人口；致贫原因1 → 致贫原因；脱贫年度 → 脱贫日期
                  只有年份的日期按当年 12 月 31 日，只有年月的按当月最后一天
                  不导入：身份证号（身份证号，不保存）、人均纯收入（台账不记）、备用（里面有身份证号，不保存）
                  新增 3  更新 0  不变 0  有误 0

                """))
        #expect(outcome.output.contains("openpyxl.xlsx[说明]：不是台账的表，不导入\n"))
        #expect(outcome.output.hasSuffix("检查通过；--dry-run 只检查，没有保存\n"))
    }
}
