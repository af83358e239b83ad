import PartyWork
import Testing

@testable import Exchange

@Suite("Headers of other systems")
struct SynonymTests {
    @Test("Every synonym means one column that its table has, and no column of the contract; nothing personal slips in")
    func table() {
        for table in TableSchema.builtIn.contract {
            let own = Set(table.columns)
            for name in Synonyms.names(in: table) {
                let meaning = Synonyms.meaning(of: name, in: table)
                #expect(meaning.map { own.contains($0.field.column) } == true, "\(name)")
                #expect(!table.columns.contains { $0.header == name }, "\(name)")
                #expect(Sensitive.named(by: name) == nil, "\(name)")
                #expect(!NotKept.contains(name), "\(name)")
            }
        }
    }

    @Test("A CSV file may use them too: a village by its name, a year or a month for a day")
    func households() throws {
        let session = try FakeSession(Town.saved())
        let text = "户码,户主姓名,行政村,家庭人口,识别年度,脱贫时间\nH5,钱七,店子槽,3,2014,2015.6\nH6,周八,422801100211,1,2014年,201512\n"
        #expect(try Town.check([text], into: session).notices.isEmpty)
        #expect(
            Books.households(session, .householdID, .village, .identifiedOn, .liftedOn).dropFirst() == [
                ["H5", "422801100211", "2014-12-31", "2015-06-30"], ["H6", "422801100211", "2014-12-31", "2015-12-31"],
            ])
    }

    @Test("Under the contract's own header the contract's rules hold")
    func exact() throws {
        let text = "户编号,户主,村编码,人口,识别日期\nH5,钱七,店子槽村,3,2014\n"
        #expect(
            try Town.faults(text).map(\.reason) == [
                .field(FieldFault(.identifiedOn, .notADay("2014"))), .field(FieldFault(.village, .nowhere("店子槽村"))),
            ])
    }

    @Test("A name that nothing or several have is an error that names the candidates")
    func names() throws {
        let organizations = "编码,名称,类型\n422801101,白杨镇,乡镇党委\n422801101200,店子槽村,村党组织\n"
        let people = "人员编号,姓名,组织编码,类别\nP7,张三,422801100901,群众\n"
        let households = "户编号,户主,行政村,人口,识别日期\nH5,钱七,店子槽村,3,2014-01-01\nH6,钱七,没有村,3,2014-01-01\n"
        let pairings = "户编号,帮扶人,开始日期,帮扶人支部\nH1,张三,2016-01-01,\nH1,张三,2016-01-02,茶业联合支部\nH1,P1,2016-01-03,\n"
        let session = try FakeSession(Town.saved())
        let report = try Town.check([organizations, people, households, pairings], into: session)
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.description) == [
                "3.csv:2: 「村编码」“店子槽村”不止一个：店子槽村（422801100211）、店子槽村（422801101200），请改写编号",
                "3.csv:3: 「村编码」找不到名称为“没有村”的，请先登记，或核对名称、改写编号",
                "4.csv:2: 「人员编号」“张三”不止一个：张三（P1，店子槽村）、张三（P7，茶业联合支部），请改写编号",
            ])
        #expect(report.counts[.pairings] == .init(new: 2))
    }

    @Test("A branch is meant where a file names one: no group is taken for it, and no branch for a village")
    func groups() throws {
        let people = "人员编号,姓名,所在支部,类别\nP8,甲,一组,群众\nP9,乙,茶业联合支部,群众\nP10,丙,龙凤镇,群众\n"
        #expect(
            try Town.faults(people).map(\.description) == ["1.csv:2: 「组织编码」" + Fault.notNamed("一组").text])
        let households = "户编号,户主,行政村,人口,识别日期\nH5,钱七,茶业联合支部,3,2014-01-01\nH6,孙八,一组,3,2014-01-01\n"
        #expect(
            try Town.faults(households).map(\.reason)
                == ["茶业联合支部", "一组"].map { .field(FieldFault(.village, .notNamed($0))) })
    }

    @Test("A name is found by its skeleton; written alike comes before what only looks so, and nobody is guessed")
    func skeletons() throws {
        let people = """
            人员编号,姓名,组织编码,类别
            S1,李　娟,422801100211,正式党员
            S2,李 娟,422801100211,正式党员
            S3,阿卜杜拉·买买提,422801100211,正式党员
            S5,王己,422801100211,正式党员
            S6,王已,422801100211,正式党员
            S7,劉峯,422801100211,正式党员

            """
        let pairings = """
            户编号,帮扶人,开始日期
            H1,李娟,2016-01-01
            H1,阿卜杜拉•买买提,2016-01-01
            H1,王 已,2016-01-01
            H1,王巳,2016-01-01
            H1,刘峰,2016-01-01

            """
        let report = try Town.check([people, pairings], into: FakeSession(Town.saved()))
        let faults = report.notices.filter { $0.kind == .fault }.map(\.description)
        #expect(faults.count == 2 && faults[0].hasPrefix("2.csv:2: 「人员编号」“李娟”不止一个：李　娟（S1，"), "\(faults)")
        #expect(faults.last?.hasPrefix("2.csv:5: 「人员编号」“王巳”不止一个：王己（S5，") ?? false)
        #expect(report.counts[.pairings] == .init(new: 3))
    }

    @Test("Two headers for one column, and a header that lacks a column under any name")
    func faults() throws {
        let twice = "户码,户主姓名,行政村,人口,识别日期,脱贫时间,脱贫年度\n"
        #expect(try Town.faults(twice).map(\.reason) == [.understoodTwice(.liftedOn, ["脱贫时间", "脱贫年度"])])
        #expect(
            try Town.faults("户码,户主姓名,行政村,人口\n").map(\.reason) == [
                .noTable(nearest: .households, missing: [.identifiedOn])
            ])
        // The contract's column is there: the name beside it is one that nobody needs.
        let beside = "户编号,户主,村编码,行政村,人口,识别日期\nH5,钱七,422801100211,别处,3,2014-01-01\n"
        let report = try Town.check([beside], into: FakeSession(Town.saved()))
        #expect(report.notices.map(\.reason) == [.unknownColumn("行政村")])
    }

    @Test(
        "An organization's name is told from what offices add to it",
        arguments: [
            ("中共龙凤镇店子槽村党支部委员会", "店子槽"), ("店子槽村委会", "店子槽"), ("店子槽村民委员会", "店子槽"), ("店子槽", "店子槽"),
            ("茶业联合支部", "茶业联合"), ("龙凤村", "龙凤"), ("龙凤镇", "龙凤镇"),
        ])
    func stems(name: String, stem: String) {
        #expect(OrganizationName.stem(name, below: ["龙凤镇"]) == stem)
    }

    @Test(
        "A loose date",
        arguments: [
            ("2016", "2016-12-31"), ("2016年", "2016-12-31"), ("2016年度", "2016-12-31"), ("2016.2", "2016-02-29"),
            ("2016年2月", "2016-02-29"), ("201602", "2016-02-29"), ("20160630", "2016-06-30"),
            ("2016-06-30 00:00:00", "2016-06-30"), ("2016-06-30 00:00:00.000", "2016-06-30"),
            ("2016-06-30 08:30:00", "2016-06-30"), ("2016/6/30 9:30", "2016/6/30"),
            ("2016-06-30T00:00:00", "2016-06-30"),
            ("2016 年 6 月 30 日", "2016年6月30日"), ("2016年6月30号", "2016年6月30日"), ("2016年6月30日（星期四）", "2016年6月30日"),
            ("2016年6月30日周四", "2016年6月30日"), ("2016.6 .30", "2016.6.30"), ("2016-06-30 上午", "2016-06-30"),
            ("05/06/2016", "05/06/2016"), ("2016-02-30 08:30", "2016-02-30 08:30"),
            ("2016年6月30日", "2016年6月30日"), ("2016.6.30", "2016.6.30"),
            ("201613", "201613"), ("16", "16"), ("1016", "1016"), ("去年", "去年"),
        ])
    func dates(cell: String, text: String) {
        #expect(LooseDate.text(cell) == text)
    }

    @Test(
        "Where the day must be told a time behind it is none of its business, and a month is no day",
        arguments: [
            ("2016/5/6 9:30", "2016/5/6"), ("20160506", "2016-05-06"), ("16年5月6日", "2016年5月6日"), ("2016.5", "2016.5"),
            ("2016年", "2016年"),
            ("201605", "201605"),
        ])
    func exactDates(cell: String, text: String) {
        #expect(LooseDate.text(cell, isExact: true) == text)
    }

    @Test("A group by its village's name and its own is that group, and of one that the ledger has not the village")
    func villageGroups() throws {
        let people = "姓名,所在支部,类别\n甲,店子槽村一组,群众\n乙,龙凤镇店子槽村九组,群众\n丙,没有村一组,群众\n"
        let session = try FakeSession(Town.saved())
        let report = try Town.check([people], into: session)
        #expect(report.notices.filter { $0.kind == .fault }.map(\.line) == [4])
        #expect(
            session[.people].filter { ["甲", "乙"].contains($0.record.text(.personName)) }.map {
                $0.record.text(.organization)
            }
                == ["42280110021101", "422801100211"])
    }

    @Test(
        "The township may stand before a name in the file and not in the ledger, or the other way round",
        arguments: [
            ("机关支部", "422801100903"), ("龙凤镇机关党支部", "422801100903"), ("龙凤镇党委", "422801100"), ("店子槽村支委会", "422801100211"),
        ])
    func townshipBefore(name: String, code: String) throws {
        let session = try FakeSession(Town.saved())
        let office = "编码,名称,类型\n422801100903,龙凤镇机关支部,机关支部\n"
        #expect(try Town.check([office, "姓名,所在支部,类别\n甲,\(name),群众\n"], into: session).isAccepted)
        #expect(
            session[.people].filter { $0.record.text(.personName) == "甲" }.map { $0.record.text(.organization) } == [
                code
            ])
    }

    @Test(
        "A column without a name is told of where it has something in it, and once",
        arguments: [("", []), ("甲乙", [ImportNotice.Reason.namelessColumn(6)]), (" ", [])])
    func nameless(cell: String, reasons: [ImportNotice.Reason]) throws {
        let session = try FakeSession(Town.saved())
        let text = """
            户编号,户主,村编码,人口,识别日期,,
            H5,钱七,422801100211,3,2014-01-01,,
            H6,赵六,422801100211,3,2014-01-01,\(cell),
            H7,王五,422801100211,3,2014-01-01,\(cell),

            """
        let report = try Town.check([text], into: session)
        #expect(report.notices.map(\.reason) == reasons)
        #expect(report.isAccepted)
    }

    @Test(
        "A number is a bank card by its length, first digit and check digit, and an identity number by its own",
        arguments: [
            ("4111111111111111", .account), ("4111111111111112", nil), ("4111111111111", nil), ("411111111111111", nil),
            ("6222020000000000000", .account), ("6222020000000000001", nil), ("62220200000000000007", nil),
            ("3530111333300000", nil), ("5555555555554444", .account), ("9555555555554446", .account),
            ("411111111111111x", nil), ("4111 1111 1111 1111", nil), ("11010519491231002X", .identity),
            ("11010519491231002x", .identity), ("110105194912310021", nil), ("110105194913310021", nil), ("", nil),
        ] as [(String, Sensitive?)])
    func numbers(cell: String, kind: Sensitive?) {
        #expect(Array(cell.utf8).withUnsafeBufferPointer { Sensitive.written(in: $0) } == kind, "\(cell)")
    }

    @Test("Personal data is known by the header, and by check digits where that says nothing")
    func sensitive() throws {
        let headers = ["公民身份号码", "证件号码", "户主身份证号", "银行卡号", "惠农一折通账号", "健康状况", "病种", "残疾证号"]
        #expect(
            headers.map { Sensitive.named(by: $0) } == [
                .identity, .identity, .identity, .account, .account, .health, .health, .health,
            ])
        #expect(TableSchema.builtIn.contract.flatMap(\.columns).allSatisfy { Sensitive.named(by: $0.header) == nil })
        let text =
            "户编号,户主,村编码,人口,识别日期,甲,乙,丙\nH5,钱七,422801100211,3,2014-01-01,11010519491231002X,4111111111111111,110105194912310021\n"
        let session = try FakeSession(Town.saved())
        let report = try Town.check([text], into: session)
        #expect(
            report.notices.map(\.reason) == [
                .unknownColumn("甲"), .unknownColumn("乙"), .unknownColumn("丙"), .containsSensitive("甲", .identity),
                .containsSensitive("乙", .account),
            ])
        #expect(report.isAccepted)
        #expect(!"\(session[.households])".contains("1101051949"))
    }
}
