import Testing

/// `zhibu checklist`, and the files of checklists, on the small town as of 2016-06-30.
@Suite struct ChecklistCommandTests {
    private static let checklists = """
        清单编号,名称,对象,次数,周期,开始日期,截止日期,计数活动,适用组织,说明,计数登记簿,计数条件,适用条件
        Q01,不忘初心回乡走访,党员,1,一次,2016-05-01,2016-07-01,,,,,,
        Q02,每户走访,贫困户,4,每年,2016-01-01,,帮扶走访,422801100201,,,,

        """
    private static let ticks = "清单编号,对象编号,日期,备注\nQ01,P2,2016-06-10,\n"
    private static let waivers = "清单编号,对象编号,期间,原因\nQ01,P3,,在外务工\n"

    private func folder() throws -> Folder {
        let folder = try SmallTown.imported()
        try folder.write("lists/c.csv", Self.checklists)
        try folder.write("lists/t.csv", Self.ticks)
        try folder.write("lists/w.csv", Self.waivers)
        #expect(try Program.run(["import", "lists"], in: folder).status == 0)
        return folder
    }

    @Test("Checklists tell what is done, waived and open, and with a number each subject")
    func tables() throws {
        let folder = try folder()
        let list = try Program.run(["checklist", "--as-of", "2016-07-02"], in: folder).output
        #expect(
            list == """
                清单  试验镇 422801100  截至 2016-07-02

                编号  名称              对象    要求       截止        完成  免除  未办  状态
                Q01   不忘初心回乡走访  党员    一次 1 次  2016-07-01   1/3     1     1  逾期
                Q02   每户走访          贫困户  每年 4 次               0/2     0     2  滞后

                """)
        let one = try Program.run(["checklist", "Q01", "--as-of", "2016-07-02"], in: folder).output
        #expect(one.contains("完成 1/3  免除 1  未办 1"))
        #expect(one.contains("P1    赵一  试验镇  07-01 前   0/1  逾期"))
        #expect(one.contains("在外务工"))
        let nowhere = try Program.run(["checklist", "Q09"], in: folder)
        #expect(nowhere.status == 1 && nowhere.errors.contains("找不到清单“Q09”"))
    }

    @Test("JSON 和 CSV 的键")
    func machineReadable() throws {
        let folder = try folder()
        let arguments = ["checklist", "--as-of", "2016-06-30", "--format"]
        let csv = try Program.run(arguments + ["csv"], in: folder).output
        #expect(csv.contains("id,name,subject,count,period,startsOn,endsOn,counts,done,waived,open,target,state"))
        #expect(csv.contains("Q01,不忘初心回乡走访,党员,1,一次,2016-05-01,2016-07-01,,1,1,1,3,due-soon"))
        let json = try Program.run(arguments + ["json"], in: folder).output
        #expect(json.contains(#""waived": 1"#) && json.contains(#""state": "due-soon""#))
        let one = try Program.run(["checklist", "Q01"] + arguments.dropFirst() + ["csv"], in: folder).output
        #expect(one.contains("P3,孙三,422801100201,2016-05-01,2016-07-01,0,1,waived,,在外务工"))
        #expect(one.contains("P2,钱二,422801100201,2016-05-01,2016-07-01,1,1,done,2016-06-10,"))
    }

    @Test("Exported and imported files are equal byte for byte, and the gaps stay")
    func roundTrip() throws {
        let plain = try Program.run(["gaps", "--as-of", "2016-06-30"], in: SmallTown.imported()).output
        let folder = try folder()
        #expect(try Program.run(["gaps", "--as-of", "2016-06-30"], in: folder).output == plain)
        #expect(try Program.run(["export", "out"], in: folder).status == 0)
        #expect(try folder.read("out/checklists.csv") == Self.checklists)
        #expect(try folder.read("out/ticks.csv") == Self.ticks)
        #expect(try folder.read("out/waivers.csv") == Self.waivers)
        #expect(try Program.run(["check"], in: folder).status == 0)
    }
}
