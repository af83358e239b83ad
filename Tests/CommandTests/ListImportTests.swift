import Testing

/// Lists as offices keep them, through the whole program.
@Suite("Lists of offices, through the whole program")
struct ListImportTests {
    private static let town = """
        编码,名称,类型
        422801100,龙凤镇,乡镇党委
        422801100211,店子槽村,村党组织

        """

    private func start() throws -> Folder {
        let folder = try Folder()
        try folder.write("组织.csv", Self.town)
        #expect(try Program.run(["import", "组织.csv"], in: folder).status == 0)
        return folder
    }

    @Test("A list of households with helpers fills households, people and pairings; importing it twice changes nothing")
    func helpers() throws {
        let folder = try start()
        try folder.write(
            "户.csv", "贫困户名单,,,,,\n户主姓名,村,人口,识别年度,帮扶责任人,帮扶人电话\n王 五,店子槽村一组,3人,2014年,张三、李四,1380001、1380002\n合计,,3,,,\n")
        let refused = try Program.run(["import", "户.csv"], in: folder)
        #expect(refused.status == 1 && refused.errors.contains("帮扶人“张三”不在台账里"))
        let arguments = ["import", "户.csv", "--add-people", "--set", "类别=正式党员", "--set", "开始日期=2016-01-01"]
        let first = try Program.run(arguments, in: folder)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.errors.contains("合计 3，本表相加 3，不导入"))
        #expect(
            first.output.split(separator: "\n").map { $0.filter { $0 != " " } } == [
                "人员新增2更新0不变0", "贫困户新增1更新0不变0", "结对新增2更新0不变0",
            ])
        let second = try Program.run(arguments, in: folder)
        #expect(second.status == 0, "\(second.errors)")
        #expect(
            second.output.split(separator: "\n").map { $0.filter { $0 != " " } } == ["贫困户新增0更新0不变1", "结对新增0更新0不变2"])
    }

    @Test("--leave saves the good rows and writes the others with the reason; without it nothing is saved")
    func leave() throws {
        let folder = try start()
        try folder.write(
            "户.csv", "户码,户主,村,人口,识别时间\nH1,甲,店子槽,2,2014\nH2,乙,没有村,2,2014\n")
        #expect(try Program.run(["import", "户.csv"], in: folder).status == 1)
        let done = try Program.run(["import", "户.csv", "--leave", "留下.xlsx"], in: folder)
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.output.contains("导入 1 行，留下 1 行到 留下.xlsx"))
        try folder.write("村.csv", "编码,名称,类型\n422801100299,没有村,村党组织\n")
        let again = try Program.run(["import", "留下.xlsx", "村.csv"], in: folder)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("新增 1"))
    }

    @Test("A wrong --set is told at once; what was given stands in the preview")
    func given() throws {
        let folder = try start()
        try folder.write("店子槽村.csv", "户主姓名,人口\n甲,2\n")
        #expect(try Program.run(["import", "店子槽村.csv", "--set", "没有的列=1"], in: folder).status == 64)
        let preview = try Program.run(
            ["import", "店子槽村.csv", "--dry-run", "--set", "村=@文件名", "--set", "识别日期=2014"], in: folder)
        #expect(preview.status == 0, "\(preview.errors)")
        #expect(preview.output.contains("另外给定：村编码 = 店子槽村；识别日期 = 2014"))
        #expect(preview.output.contains("没有编号、由台账编号或找到的：1 行"))
    }
}
