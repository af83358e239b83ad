import PartyWork
import Testing

@testable import Exchange

/// Lists of entries as offices keep them; the registers are made up.
@Suite("Lists of a register's entries")
struct EntryListTests {
    private static let registers = """
        登记簿,体系,对象,地点栏目,密级,说明,停用日期
        借物,,人员,,,,
        修路,,村,,,,
        看户,,贫困户,,,,
        验收,,修路,,,,
        入股,,合作社,,,,

        """
    private static let fields = """
        登记簿,栏目,序号,类型,选项,必填,最小,最大,说明,停用日期
        借物,物品,1,文字,,,,,,
        借物,件数,2,整数,,,,,,
        借物,经手人,3,人员,,,,,,
        借物,去处,4,组织,,,,,,
        修路,路名,1,文字,,,,,,
        修路,金额（万元）,2,金额,,,,,,
        看户,情况,1,文字,,,,,,
        验收,意见,1,文字,,,,,,
        入股,股数,1,整数,,,,,,

        """
    private static let cooperatives = """
        统一社会信用代码,名称,组织编码
        93422801MA48ABCD12,青山茶叶合作社,422801100211

        """

    private let session: FakeSession
    private let book: RegisterBook

    init() throws {
        let town = FakeSession(try CaseTown.saved())
        let folder = try TemporaryFolder()
        let paths = [
            try folder.write("registers.csv", Self.registers), try folder.write("fields.csv", Self.fields),
            try folder.write("cooperatives.csv", Self.cooperatives),
        ]
        let report = try Importer(paths: paths, update: false, today: Town.today).run(into: town)
        #expect(report.isAccepted, "\(report.faults)")
        (session, book) = (FakeSession(town.all), RegisterBook(town.definitions()))
    }

    private func table(_ register: String) throws -> TableSchema { try #require(book[register]).table }

    private func rows(_ register: String, in session: FakeSession) throws -> [[String]] {
        let table = try table(register)
        return session[table].map { row in table.columns.dropLast(2).map { row.record.text($0) } }
    }

    /// Imports a list twice into what was there; the second time nothing may change.
    private func twice(_ text: String, named name: String, given: [String] = []) throws -> (
        ImportReport, FakeSession
    ) {
        let tables = try book.registers.map { try table($0.name) }
        func all(_ session: FakeSession) -> [AnyRecord] { session.all + tables.flatMap { session[$0] } }
        let once = FakeSession(all(session))
        let report = try CaseTown.check(text, named: name, into: once, given: given)
        let again = FakeSession(all(once))
        let second = try CaseTown.check(text, named: name, into: again, given: given)
        #expect(second.faults == report.faults && all(again) == all(once))
        #expect(second.counts.values.allSatisfy { $0.new == 0 && $0.updated == 0 })
        return (report, once)
    }

    @Test("A file of the contract has keys and days, and nothing is numbered")
    func contract() throws {
        let report = try CaseTown.check(
            "借物编号,对象编号,登记日期,物品,经手人,去处\nJ1,P02,2016-06-01,锄头,P03,422801100211\nJ2,谭小满,2016年6月1日,锄头,向玉田,店子槽村\n,P02,2016-06-01,,,\n",
            into: session)
        #expect(
            report.faults == [
                "1.csv:3: 「对象编号」找不到“谭小满”，请先登记或核对编号", "1.csv:3: 「经手人」找不到“向玉田”，请先登记或核对编号",
                "1.csv:3: 「去处」找不到“店子槽村”，请先登记或核对编号", "1.csv:4: 「借物编号」必填，不能为空",
            ])
        #expect(try rows("借物", in: session) == [["J1", "P02", "2016-06-01", "锄头", "", "P03", "422801100211"]])
    }

    @Test("People, organizations, households and cooperatives are found by name, and one day is given for all rows")
    func names() throws {
        let (report, session) = try twice(
            "借物编号,对象,物品,件数,经手人,去处\n1,谭小满,锄头,3,店子槽村向玉田,店子槽村\n2,向玉田（小龙潭村）,锹,2,黄秋生,小龙潭\n", named: "1.csv",
            given: ["登记日期=2016年6月1日"])
        #expect(report.isAccepted, "\(report.faults)")
        #expect(
            try rows("借物", in: session) == [
                ["1", "P02", "2016-06-01", "锄头", "3", "P03", "422801100211"],
                ["2", "P05", "2016-06-01", "锹", "2", "P04", "422801100201"],
            ])
        let (_, households) = try twice(
            "看户编号,对象,登记日期,情况\n1,店子槽村牟金桂,2016.6.1,好\n2,杨满仓（三河村）,2016/6/2,好\n3,H01,二〇一六年六月三日,好\n", named: "2.csv")
        #expect(
            try rows("看户", in: households) == [
                ["1", "H02", "2016-06-01", "好"], ["2", "H05", "2016-06-02", "好"], ["3", "H01", "2016-06-03", "好"],
            ])
        let (_, shares) = try twice("入股编号,对象,登记日期,股数\n1,青山茶叶合作社,2016-06-01,5\n", named: "3.csv")
        #expect(try rows("入股", in: shares) == [["1", "93422801MA48ABCD12", "2016-06-01", "5"]])
    }

    @Test("Names that several have, several names in a cell and names of nobody are refused")
    func unclear() throws {
        let text =
            "借物编号,对象,登记日期,物品\n1,向玉田,2016-06-01,锹\n2,谭小满、黄秋生,2016-06-01,锹\n3,没有人,2016-06-01,锹\n4,P09,2016-06-01,锹\n"
        #expect(
            try CaseTown.check(text, into: session).faults == [
                "1.csv:2: 「对象编号」“向玉田”不止一个：向玉田（P03，店子槽村）、向玉田（P05，小龙潭村），请改写编号",
                "1.csv:3: 「对象编号」找不到名称为“谭小满、黄秋生”的，请先登记，或核对名称、改写编号",
                "1.csv:4: 「对象编号」找不到名称为“没有人”的，请先登记，或核对名称、改写编号", "1.csv:5: 「对象编号」找不到“P09”，请先登记或核对编号",
            ])
        #expect(
            try CaseTown.check("看户编号,对象,登记日期\n1,覃土生,2016-06-01\n", into: session).faults == [
                "1.csv:2: 「对象编号」“覃土生”不止一个：覃土生（H01，店子槽村）、覃土生（H03，店子槽村），请改写编号"
            ])
    }

    @Test("Rows without numbers get some and are found again by subject, day and what tells them from others")
    func numbered() throws {
        let text = "对象,登记日期,物品,件数\n谭小满,2016-06-01,锄头,3\n谭小满,2016-06-01,锹,3\n黄秋生,2016-06-01,锹,1\n"
        let (report, session) = try twice(text, named: "登记簿-借物.csv")
        #expect(report.isAccepted && report.sources.map(\.numbered) == [3])
        #expect(
            try rows("借物", in: session) == [
                ["CK6VPC-K7M-R1", "P02", "2016-06-01", "锄头", "3", "", ""],
                ["CK6VPC-K7M-R2", "P02", "2016-06-01", "锹", "3", "", ""],
                ["CK6VPC-K7M-R3", "P04", "2016-06-01", "锹", "1", "", ""],
            ])
        let alike = try CaseTown.check(
            "对象,登记日期,物品,件数\n谭小满,2016-06-01,锄头,3\n谭小满,2016-06-01,锄头,4\n", named: "借物.csv", into: self.session)
        #expect(alike.faults == ["借物.csv:3: “锄头”与 借物.csv:2 同名，分不清是不是同一个：是就只留一行，不是请写上编号"])
    }

    @Test("A line above names the register, a total is no row, a column's unit does not count")
    func titled() throws {
        let (report, session) = try twice(
            "修路,,,\n对象,登记时间,路名,金额（万元）\n店子槽村,2016-06-01,东路,12.5\n三河村,2016-06-01,西路,3\n合计,,,15.5\n", named: "1.csv")
        #expect(report.isAccepted && report.passedOver.count == 1, "\(report.faults)")
        #expect(
            try rows("修路", in: session).map { Array($0.dropFirst()) } == [
                ["422801100211", "2016-06-01", "东路", "12.5"], ["422801100202", "2016-06-01", "西路", "3"],
            ])
    }

    @Test("Entries that hang on others of the call are numbered by theirs")
    func below() throws {
        let folder = try TemporaryFolder()
        let paths = [
            try folder.write("a.csv", "修路编号,对象编号,登记日期,路名\nR1,422801100211,2016-06-01,东路\n"),
            try folder.write("验收.csv", "对象,登记日期,意见\nR1,2016-06-02,合格\n"),
        ]
        let report = try Importer(paths: paths, update: false, today: Town.today).run(into: session)
        #expect(report.isAccepted, "\(report.faults)")
        #expect(try rows("验收", in: session) == [["CK6VPC-K7M-R1", "R1", "2016-06-02", "合格"]])
    }

    @Test("Where a required column is neither there nor given the register is told, and what it lacks")
    func missing() throws {
        let report = try CaseTown.check("借物编号,对象,物品\n1,谭小满,锄头\n", into: session)
        #expect(report.faults == ["1.csv:1: 表头最接近“借物”表，缺少必需的列：「登记日期」，请补上"])
        #expect(report.sources.map(\.table) == [try table("借物")] && report.sources[0].missing == [.registeredOn])
    }

    @Test("An officer says which register a list is of, and which column whom it is about; identity numbers stay out")
    func said() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("1.csv", "谁,哪天,身份证号,物品\n谭小满,2016-06-01,42280119650101123X,锄头\n")
        var order = ImportOrder(paths: [path])
        order.correct(
            HeaderMapping(
                HeaderShape(["谁", "哪天", "身份证号", "物品"]), table: try table("借物"),
                choices: [0: .column(.subjectID), 1: .column(.registeredOn), 2: .column(Column("去处"))]))
        let report = try Importer(order, today: Town.today).run(into: session)
        #expect(report.isAccepted, "\(report.faults)")
        #expect(
            try rows("借物", in: session) == [["CK6VPC-K7M-R1", "P02", "2016-06-01", "锄头", "", "", ""]])
        #expect(report.sources[0].columns[2].meaning == .sensitive(.identity, isInCells: false))
    }
}
