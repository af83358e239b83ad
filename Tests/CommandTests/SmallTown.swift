/// A town small enough to count by hand, as of 2016-06-30.
enum SmallTown {
    static let files = [
        "organizations.csv": """
        编码,名称,类型
        422801100,试验镇,乡镇党委
        422801100201,甲村,村党组织
        422801100901,产业联合支部,联合支部
        42280110020101,甲村一组,党小组

        """,
        "people.csv": """
        人员编号,姓名,组织编码,类别,镇班子成员
        P1,赵一,422801100,正式党员,是
        P2,钱二,422801100201,正式党员,
        P3,孙三,422801100201,预备党员,
        P4,李四,422801100201,群众,

        """,
        "households.csv": """
        户编号,户主,村编码,人口,识别日期,脱贫日期
        H1,周五,422801100201,4,2014-01-01,
        H2,吴六,422801100201,2,2014-01-01,
        H3,郑七,422801100201,3,2014-01-01,2016-03-01

        """,
        "pairings.csv": """
        户编号,人员编号,开始日期
        H1,P2,2015-01-01

        """,
        "cooperatives.csv": """
        统一社会信用代码,名称,组织编码,带动户数,领办党员
        93422801MA4800001L,甲村茶叶合作社,422801100201,30,P2

        """,
        "activities.csv": """
        编号,日期,类型,组织编码,主题,参加人员,户编号,办结日期
        A1,2016-03-05,主题活动,422801100201,学雷锋,,,
        A2,2016-05-10,主题党日,422801100201,五月党日,,,
        A3,2016-04-01,专题调研,422801100201,春耕,P1,,
        A4,2016-06-10,帮扶走访,422801100201,走访,P2,H1,
        A5,2016-05-01,矛盾纠纷,42280110020101,地界,,,
        A6,2016-02-02,合理化建议,42280110020101,修路,,,

        """,
    ]

    /// A folder with the town's files in `town` and the town imported.
    static func imported() throws -> Folder {
        let folder = try written()
        let outcome = try Program.run(["import", "town"], in: folder)
        guard outcome.status == 0 else { throw Trouble(text: outcome.errors) }
        return folder
    }

    /// A folder with the town's files in `town`.
    static func written() throws -> Folder {
        let folder = try Folder()
        for (name, text) in files { try folder.write("town/" + name, text) }
        return folder
    }

    /// Why a test could not begin.
    struct Trouble: Error {
        let text: String
    }
}
