import PartyWork
import Testing

@testable import Exchange

/// A row on top of the saved town, and the columns its reasons are about (CONTRACT section 1, bad rows).
private struct Case: CustomTestStringConvertible {
    let table: TableSchema
    let row: String
    let columns: [Column]

    init(_ table: TableSchema, _ row: String, _ columns: Column...) {
        (self.table, self.row, self.columns) = (table, row, columns)
    }

    var testDescription: String { row }
}

private let long = String(repeating: "长", count: 201)
private let full = String(repeating: "长", count: 200)

@Suite("Bad rows")
struct BadRowTests {
    @Test(
        "Every reason of a row is reported on its line, and nothing else",
        arguments: [
            // Required values and words.
            Case(.organizations, ",某村,村党组织", .code), Case(.organizations, "422801100212,,村党组织", .name),
            Case(.organizations, "422801100212,某村,", .kind), Case(.organizations, "422801100212,某村,村", .kind),
            Case(.people, "P9,张三,422801100,党员", .category),
            Case(.people, "P9,张三,422801100,正式党员,,对", .committee),
            Case(.activities, "A1,2016-01-01,开会,422801100211,题", .kind),
            Case(.activities, "A1,2016-01-01,开会,42280110021101,题", .kind),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,,,,缺", .evidence),
            Case(.pairings, "H1,P1,2015-01-01,2016-01-01,搬家", .endReason),
            // Days.
            Case(.pairings, "H1,P1,2015-13-01", .startedOn), Case(.pairings, "H1,P1,2015-02-29", .startedOn),
            Case(.pairings, "H1,P1,1899-12-31", .startedOn), Case(.pairings, "H1,P1,20150101", .startedOn),
            Case(.pairings, "H1,P1,15-1-1", .startedOn), Case(.pairings, "H1,P1,2015-1/1", .startedOn),
            Case(.pairings, "H1,P1,2015年1月1", .startedOn), Case(.pairings, "H1,P1,２０１５-01-01", .startedOn),
            Case(.pairings, "H1,P1,2015-01-01 00:00", .startedOn), Case(.pairings, "H1,P1,2015-001-01", .startedOn),
            // Numbers.
            Case(.households, "H2,王,422801100211,0,,2014-01-01", .headcount),
            Case(.households, "H2,王,422801100211,100000,,2014-01-01", .headcount),
            Case(.households, "H2,王,422801100211,-1,,2014-01-01", .headcount),
            Case(.households, "H2,王,422801100211,4.0,,2014-01-01", .headcount),
            Case(.households, "H2,王,422801100211,４,,2014-01-01", .headcount),
            Case(.households, "H2,王,422801100211,,,2014-01-01", .headcount),
            Case(.cooperatives, "91422801MA0000001X,社,422801100211,,,,100000", .memberHouseholds),
            // Lengths and characters.
            Case(.households, "H2,\(long),422801100211,4,,2014-01-01", .head),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,\(long)", .title),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,,,,," + String(repeating: "长", count: 2001), .note),
            Case(.people, "P9,\"张\n三\",422801100,正式党员", .personName),
            Case(.people, "P9,张\r三,422801100,正式党员", .personName), Case(.people, "P9,张\t三,422801100,正式党员", .personName),
            Case(.people, "P9,张\u{0}三,422801100,正式党员", .personName),
            Case(.people, "P9,张\u{85}三,422801100,正式党员", .personName),
            Case(.people, "P9,张\u{61C}三,422801100,正式党员", .personName),
            Case(.people, "P9,张\u{200B}三,422801100,正式党员", .personName),
            Case(.people, "P9,张三\u{202E},422801100,正式党员", .personName),
            Case(.people, "P9,张三\u{2060},422801100,正式党员", .personName),
            Case(.people, "P9,张三\u{2069},422801100,正式党员", .personName),
            Case(.people, "\u{FEFF}P9,张三,422801100,正式党员", .personID),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,,,,,\"一\r二\"", .note),
            // Codes.
            Case(.organizations, "42280110021,某村,村党组织", .code),
            Case(.organizations, "422801100902,某村,村党组织", .code),
            Case(.organizations, "422801100212,联合,联合支部", .code),
            Case(.organizations, "422801100899,机关,机关支部", .code),
            Case(.organizations, "42280110A,某镇,乡镇党委", .code),
            Case(.organizations, "４２２８０１１００,某镇,乡镇党委", .code),
            Case(.organizations, "422801101001,某村,村党组织", .code),
            Case(.organizations, "42280110021201,某组,党小组", .code),
            Case(.organizations, "422801100212,某村,村党组织,,P7", .leader),
            Case(.organizations, "422801100902,联合,联合支部,422801100211;422801100213", .jointUnits),
            Case(.organizations, "422801100902,联合,联合支部,422801100", .jointUnits),
            Case(.organizations, "422801100902,联合,联合支部,422801100211；422801100211", .jointUnits),
            // References.
            Case(.people, "P9,张三,422801100219,正式党员", .organization),
            Case(.people, "P9,张三,422801100,正式党员,,,422801100901", .assignedVillages),
            Case(.people, "P9,张三,422801100,正式党员,,,422801100211;422801100290", .assignedVillages),
            Case(.households, "H2,王,422801100901,4,,2014-01-01", .village),
            Case(.households, "H2,王,422801100219,4,,2014-01-01", .village),
            Case(.pairings, "H7,P7,2015-01-01", .householdID, .personID),
            Case(.cooperatives, "91422801MA0000001X,社,422801100219", .organization),
            Case(.cooperatives, "91422801MA0000001X,社,422801100211,,,,,,P1;P7", .founders),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,P1;P7;P8", .participants, .participants),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,P1;P1", .participants),
            // Order of days.
            Case(.organizations, "422801100212,某村,村党组织,,,,2016-01-02,2016-01-01", .dissolvedOn),
            Case(.people, "P9,张三,422801100,正式党员,,,,2016-01-02,2016-01-01", .leftOn),
            Case(.households, "H2,王,422801100211,4,,2014-01-02,2014-01-01", .liftedOn),
            Case(
                .households, "H2,王,422801100211,4,,2014-01-02,,2014-01-01,2014-01-01", .returnedOn, .closedOn,
                .returnedOn),
            Case(.pairings, "H1,P1,2015-01-02,2015-01-01,调整", .endedOn),
            Case(.cooperatives, "91422801MA0000001X,社,422801100211,,2015-01-02,2015-01-01", .deregisteredOn),
            Case(.activities, "A1,2016-01-02,安全隐患,42280110021101,题,,,2016-01-01", .resolvedOn),
            // What goes together.
            Case(.pairings, "H1,P1,2015-01-02,2015-01-03,", .endReason),
            Case(.pairings, "H1,P1,2015-01-02,,调整", .endedOn),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,,,,,,2016-02-01", .voidReason),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,,,,,,,重复", .voidedOn),
            Case(.activities, "A1,2016-01-01,帮扶走访,422801100211,题,P1", .householdID),
            Case(.activities, "A1,2016-01-01,办实事,42280110021101,题", .householdID),
            Case(.activities, "A1,2016-01-01,专题调研,422801100211,题", .participants),
            Case(.activities, "A1,2016-01-01,帮扶走访,422801100211,题", .householdID, .participants),
            Case(.activities, "A1,2016-01-01,主题党日,42280110021101,题", .organization),
            Case(.activities, "A1,2016-01-01,安全隐患,422801100211,题", .organization),
        ])
    private func bad(bad: Case) throws {
        let text = Town.header(bad.table) + "\n\(bad.row)\n"
        let faults = try Town.faults(text)
        let columns = faults.compactMap { if case .field(let field) = $0.reason { field.column } else { nil } }
        #expect(faults.allSatisfy { $0.line == 2 })
        #expect(columns.map(\.header).sorted() == bad.columns.map(\.header).sorted())
    }

    @Test(
        "What the contract allows is taken",
        arguments: [
            Case(.pairings, "H1,P1,2016/6/3"), Case(.pairings, "H1,P1,2016.06.3"),
            Case(.pairings, "H1,P1,2016年6月30日"), Case(.pairings, "H1,P1,1900-01-01"),
            Case(.pairings, "H1,P1,2015-01-01,2015-01-01,录入有误"),
            Case(.households, "H2,\(full),422801100211,00004,,2014-01-01"),
            Case(.households, "H2,王,422801100211,4,,2014-01-01,2015-01-01,2014-06-01"),
            Case(.households, "H2,王,422801100211,4,,2014-01-01,,,,"),
            Case(.households, "H2,王,422801100211,4,,2014-01-01,,,,,,,, \u{3000}"),
            Case(.households, "H2,王,422801100211,4,,2014-01-01"),
            Case(.activities, "A1,2016-01-01,主题党日,422801100,题"),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,P1；; P2 ;,,,,\"一\n二\r\n三\""),
            Case(.activities, "A1,2016-01-01,办实事,42280110021101,题,,H1"),
            Case(.activities, "A1,2016-01-01,主题党日,422801100211,题,,,,," + String(repeating: "长", count: 2000)),
            Case(.organizations, "422801100902,联合,联合支部,422801100902;422801100211,P2"),
            Case(.organizations, "422801100000,某村,村党组织"), Case(.people, "P9,张三,422801100,群众,,,;"),
            Case(.people, "P9,\"张\"\"三\"\"\",422801100,群众,,,;"),
        ])
    private func good(good: Case) throws {
        let session = try FakeSession(Town.saved())
        let count = session[good.table].count
        let report = try Town.check([Town.header(good.table) + "\r\n\(good.row)\r\n"], into: session)
        #expect(report.notices.map(\.description) == [])
        #expect(report.counts == [good.table: .init(new: 1)])
        #expect(session[good.table].count == count + 1)
    }

    @Test("A filled cell beyond the header is bad, an empty one is not")
    func surplus() throws {
        let people =
            Town.people + "P3,王,422801100,群众,,x\nP4,王,422801100,群众,, \nP5,王,422801100,群众,y,z\nP6,王,422801100,群众\n"
        let report = try Town.check([Town.organizations, people])
        #expect(report.notices.map(\.reason) == [.surplus("x"), .surplus("y")])
        #expect(Town.places(report) == ["2.csv:4", "2.csv:6"])
    }

    @Test("Quotes that do not match are wrong under a column that nobody reads too, for who knows what they swallow")
    func quotesBeside() throws {
        let text = "人员编号,姓名,组织编码,类别,备用\nP3,张,422801100,群众,\"甲\"乙\nP4,王,422801100,群众,甲\n"
        let report = try Town.check([Town.organizations, text])
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.reason) == [.unreadable(.textAfterQuote, column: nil)])
        #expect(Town.places(report) == ["2.csv:2"])
    }

    @Test("Quotes that do not match are reported where the row begins, and an open one hides what follows")
    func quoting() throws {
        let text = "人员编号,姓名,组织编码,类别\nP3,\"张\"三,422801100,群众\nP4,张\"三,422801100,群众\n\nP5,\"王\n五,422801100,坏\nP6"
        let report = try Town.check([Town.organizations, text])
        #expect(
            report.notices.map(\.reason) == [
                .unreadable(.textAfterQuote, column: .personName), .unreadable(.quoteInside, column: .personName),
                .unreadable(.unterminated, column: .personName),
            ])
        #expect(Town.places(report) == ["2.csv:2", "2.csv:3", "2.csv:5"])
    }

    @Test("Nothing is written once a row is bad, and the rows after it are still looked at")
    func allOrNothing() throws {
        let session = FakeSession()
        let people = "人员编号,姓名,组织编码,类别\nP3,张,422801100,坏\nP4,张,422801100,群众\nP5,,422801100,群众\n"
        let report = try Town.check([Town.organizations, people, Town.households], into: session)
        #expect(!report.isAccepted)
        #expect(Town.places(report) == ["2.csv:2", "2.csv:4"])
        #expect(session[.people].isEmpty)
        #expect(session[.households].isEmpty)
    }
}
