import Glibc
import PartyWork
import Testing

@testable import Exchange

/// 户状态, 任职 and 走访情况: tables beside the six.
@Suite("Tables beside the six")
struct FurtherTableTests {
    private static let householdPlaces = "户编号,结束日期,村编码\nH1,2016-06-20,422801100211\n"
    private static let cooperativePlaces = "统一社会信用代码,结束日期,组织编码\n934228010000000014,2016-06-20,422801100211\n"
    private static let cooperatives = "统一社会信用代码,名称,组织编码\n934228010000000014,茶叶合作社,422801100211\n"
    private static let cycles = "户编号,脱贫日期,返贫日期,说明\nH1,2014-06-01,2015-01-01,因灾\n"
    private static let posts = "人员编号,组织编码,职务,开始日期,结束日期,来源,备注\nP1,422801100211,书记,2014-06-01,,致富能人,\n"
    private static let visit = "编号,日期,类型,组织编码,主题,参加人员,户编号\nA1,2016-06-01,帮扶走访,422801100211,走访,P1,H1\n"
    private static let visits = "编号,发现情况,帮扶措施,成效\nA1,圈舍漏雨,送油毡,\n"

    private static let checklists = """
        清单编号,名称,对象,次数,周期,开始日期,截止日期,计数活动,适用组织,说明,计数登记簿,计数条件,适用条件
        Q1,不忘初心回乡走访,党员,1,一次,2016-05-01,2016-07-01,,422801100211;422801100901,,,,
        Q2,走访,贫困户,4,每年,2016-01-01,,帮扶走访,,,,,
        Q3,学习,党小组,1,每月,2016-01-01,,,,自学,,,

        """
    private static let ticks = "清单编号,对象编号,日期,备注\nQ1,P1,2016-06-01,\n"
    private static let requirements = "工作法,开始日期,次数,周期,说明\n专题调研,2017-01-01,6,每年,\n"
    private static let mapPlaces = "村编码,地图行,地图列\n422801100211,1,2\n"
    private static let followUps =
        "事项,人员编号,户编号,组织编码,期间,跟进人,截止日期,说明\n主题党日,,,422801100211,2016-05-31,李四,2016-07-10,补开\n结对,,H1,,,李四,2016-07-10,\n"
    private static let waivers = "清单编号,对象编号,期间,原因\nQ1,P2,,在外\n"

    @Test("each is known by its columns alone, in any order", arguments: TableSchema.builtIn.further)
    func headers(table: TableSchema) {
        let columns = table.columns.map(\.header)
        #expect(Header(columns, book: .builtIn).table == table)
        #expect(Header(columns.reversed() + ["注释"], book: .builtIn).table == table)
    }

    @Test(
        "A header of the six is never taken for one of them, whole or lacking a column",
        arguments: TableSchema.builtIn.contract)
    func contract(table: TableSchema) {
        let columns = table.columns.map(\.header)
        let known = Set(TableSchema.builtIn.contract.flatMap(\.columns))
        let further = TableSchema.builtIn.further.flatMap(\.columns).filter { !known.contains($0) }.map(\.header)
        #expect(Header(columns + further, book: .builtIn).table == table)
        for missing in table.required.map(\.header) {
            #expect(Header(columns.filter { $0 != missing }, book: .builtIn).table == nil, "\(missing)")
        }
        #expect(Header(["编号"], book: .builtIn).table == nil)
    }

    @Test("They are imported with the six in one call, in any order of files, and listed only where the call has one")
    func together() throws {
        let session = FakeSession()
        let files =
            [
                Self.ticks, Self.waivers, Self.checklists, Self.visits, Self.cycles, Self.posts, Self.visit,
                Self.requirements, Self.followUps, Self.mapPlaces, Self.householdPlaces, Self.cooperativePlaces,
                Self.cooperatives,
            ] + Town.all
        let report = try Town.check(files, into: session)
        #expect(report.notices == [])
        for table in TableSchema.builtIn.further where !table.isOfRegisters {
            #expect(report.counts[table] == .init(new: table == .checklists ? 3 : table == .followUps ? 2 : 1))
        }
        #expect(session[.visits].first?.cells[.findings] == "圈舍漏雨")
        #expect(try Town.check(Town.all).counts[.posts] == nil)
        let all = FakeSession(TableSchema.builtIn.flatMap { session[$0] })
        let again = try Town.check(files, into: all)
        #expect(again.counts.values.allSatisfy { $0.new == 0 && $0.updated == 0 })
        let change = try Town.check([Self.visits.replacing("送油毡", with: "换油毡")], into: all, update: true)
        #expect(change.counts == [.visits: .init(updated: 1)])
    }

    @Test(
        "A bad row is named by its line",
        arguments: [
            ("户编号,脱贫日期,返贫日期\nH9,2014-06-01,2015-01-01\n", .householdID, .nowhere("H9")),
            ("户编号,脱贫日期,返贫日期\nH1,2015-06-01,2015-01-01\n", .returnedOn, .before(.liftedOn, day("2015-06-01"))),
            ("户编号,脱贫日期,返贫日期\nH1,2013-06-01,2015-01-01\n", .liftedOn, .before(.identifiedOn, day("2014-01-01"))),
            (
                "人员编号,组织编码,职务,开始日期\nP1,422801100211,村长,2014-06-01\n", .post,
                .unknownWord("村长", choices: PostKind.choices)
            ),
            ("人员编号,组织编码,职务,开始日期\nP9,422801100211,书记,2014-06-01\n", .personID, .nowhere("P9")),
            ("人员编号,组织编码,职务,开始日期\nP1,422801100299,书记,2014-06-01\n", .organization, .nowhere("422801100299")),
            ("清单编号,对象编号,日期\nQ9,P1,2016-06-01\n", .checklistID, .nowhere("Q9")),
            ("清单编号,对象编号,日期\nQ1,P9,2016-06-01\n", .subjectID, .nowhere("P9")),
            ("清单编号,对象编号,日期\nQ2,H1,2016-06-01\n", .checklistID, .notTicked(.homeVisit)),
            ("清单编号,对象编号,原因\nQ2,P1,病\n", .subjectID, .nowhere("P1")),
            ("清单编号,对象编号,原因\nQ3,422801100211,病\n", .subjectID, .wrongSubject("422801100211", .group)),
            ("事项,户编号,跟进人,截止日期\n结对,H9,李四,2016-07-10\n", .householdID, .nowhere("H9")),
            ("编号,成效\nA9,好\n", .number, .nowhere("A9")),
            ("编号,成效\nB1,好\n", .number, .wrongActivity("B1", .homeVisit)),
        ] as [(String, Column, Fault)])
    func bad(text: String, column: Column, fault: Fault) throws {
        let party = "编号,日期,类型,组织编码,主题\nB1,2016-06-01,主题党日,422801100211,党日\n"
        let report = try Town.check(Town.all + [party, Self.checklists, text])
        #expect(report.notices.map(\.reason) == [.field(FieldFault(column, fault))])
        #expect(Town.places(report) == ["6.csv:2"])
        #expect(try Town.faults(text).isEmpty == false)
    }

    @Test(
        "Cycles are judged together: those of the call, those saved, and the household's own row, though other rows are bad"
    )
    func overlaps() throws {
        let header = "户编号,脱贫日期,返贫日期\n"
        let touching = header + "H1,2014-06-01,2015-01-01\nH1,2015-01-01,2015-02-01\n"
        #expect(try Town.check(Town.all + [touching]).isAccepted)
        let overlapping = header + "H1,2014-06-01,2015-01-01\nH1,2014-12-31,2015-02-01\nH9,2014-06-01,2015-01-01\n"
        #expect(try Town.places(Town.check(Town.all + [overlapping])) == ["4.csv:3", "4.csv:4"])
        let lifted = "户编号,户主,村编码,人口,识别日期,脱贫日期\nH1,王五,422801100211,4,2014-01-01,2014-08-01\n"
        #expect(try Town.places(Town.check([Self.cycles, Town.organizations, lifted])) == ["1.csv:2"])
        let cycle = HouseholdCycle(household: "H1", liftedOn: day("2014-06-01"), returnedOn: day("2015-01-01"))
        let session = try FakeSession(Town.saved() + [.householdCycle(cycle)])
        #expect(try Town.places(Town.check([header + "H1,2014-12-31,2015-03-01\n"], into: session)) == ["1.csv:2"])
        #expect(try Town.places(Town.check([lifted], into: session, update: true)) == ["1.csv:2"])
    }

    @Test("Checklists, ticks and waivers are exported as they came, byte for byte")
    func checklistBytes() throws {
        let folder = try TemporaryFolder()
        let session = FakeSession()
        let texts: [(TableSchema, String)] = [
            (.checklists, Self.checklists), (.ticks, Self.ticks), (.waivers, Self.waivers),
            (.requirements, Self.requirements), (.followUps, Self.followUps), (.mapPlaces, Self.mapPlaces),
        ]
        #expect(try Town.check(Town.all + texts.map(\.1), into: session).notices == [])
        try Exporter(folder: folder.path, tables: TableSchema.builtIn).run { table, give in
            for record in session[table] { try give(record) }
        }
        for (table, text) in texts { #expect(try folder.read(table.fileName) == Array(text.utf8)) }
    }

    @Test("A row that refers to a bad row is not reported for that")
    func badOwner() throws {
        let households = Town.households.replacing("王五", with: "")
        let report = try Town.check([Town.organizations, Town.people, households, Self.cycles])
        #expect(Town.places(report) == ["3.csv:2"])
    }

    @Test(
        "A file is exported of those that have rows, and where one of the name is there already; to the same bytes again"
    )
    func export() throws {
        let folder = try TemporaryFolder()
        let session = FakeSession()
        _ = try Town.check(Town.all + [Self.visit, Self.visits, Self.posts], into: session)
        let exporter = Exporter(folder: folder.path, tables: TableSchema.builtIn)
        func run() throws -> [TableSchema: Int] {
            try exporter.run { table, give in for record in session[table] { try give(record) } }
        }
        let counts = try run()
        #expect(counts[.householdCycles] == nil && counts[.posts] == 1 && counts[.visits] == 1)
        #expect(folder.names == (TableSchema.builtIn.contract + [.posts, .visits]).map(\.fileName).sorted())
        #expect(try folder.read("posts.csv") == Array(Self.posts.utf8))
        #expect(try folder.read("visits.csv") == Array(Self.visits.utf8))
        try folder.write("household_states.csv", "户编号,脱贫日期,返贫日期,说明\nH1,2015-01-01,,\n")
        #expect(try run()[.householdCycles] == 0)
        #expect(try folder.read("household_states.csv") == Array("户编号,脱贫日期,返贫日期,说明\n".utf8))
        let again = FakeSession()
        let report = try Importer(paths: [folder.path], update: false, today: Town.today).run(into: again)
        #expect(report.isAccepted && again.rows[.posts] == session.rows[.posts])
        let written = TableSchema.builtIn.contract + [.householdCycles, .posts, .visits]
        let before = try written.map { try folder.read($0.fileName) }
        try exporter.run { table, give in for record in again[table] { try give(record) } }
        #expect(try written.map { try folder.read($0.fileName) } == before)
    }
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
    return day
}
