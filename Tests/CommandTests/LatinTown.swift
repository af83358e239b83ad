/// The small town with every name in pinyin, so that any Han which the program says is its own.
enum LatinTown {
    private static let names = [
        ("学雷锋", "Lei Feng"), ("五月党日", "May party day"), ("春耕", "Spring"), ("走访,P2", "Visit,P2"),
        ("地界", "Border"), ("修路", "Road"), ("甲村茶叶合作社", "Jia Tea"), ("甲村一组", "Jia Group 1"), ("甲村", "Jia"),
        ("试验镇", "Shiyan"), ("产业联合支部,", "Chanye,"), ("赵一", "Zhao Yi"), ("钱二", "Qian Er"), ("孙三", "Sun San"),
        ("李四", "Li Si"), ("周五", "Zhou Wu"), ("吴六", "Wu Liu"), ("郑七", "Zheng Qi"),
    ]

    private static let further = [
        "posts.csv": """
        人员编号,职务,组织编码,开始日期,来源
        P2,书记,422801100201,2016-02-01,致富能人

        """,
        "checklists.csv": """
        清单编号,名称,对象,次数,周期,开始日期,截止日期,计数活动,适用组织,说明
        Q01,Return visit,党员,1,一次,2016-05-01,2016-07-01,,,

        """,
    ]

    /// A folder whose program speaks English by $ZHIBU_LANGUAGE unless told otherwise, with the town's files in `town` and
    /// the town imported.
    static func imported() throws -> Folder {
        let folder = try SmallTown.written()
        folder.environment["ZHIBU_OFFICER"] = "Ce Shi"
        for (name, text) in SmallTown.files.merging(further, uniquingKeysWith: { $1 }) {
            try folder.write("town/" + name, names.reduce(text) { $0.replacing($1.0, with: $1.1) })
        }
        folder.environment["ZHIBU_LANGUAGE"] = "en"
        let outcome = try Program.run(["import", "town"], in: folder)
        guard outcome.status == 0 else { throw SmallTown.Trouble(text: outcome.errors) }
        return folder
    }
}
