import PartyWork
import Testing

@testable import Exchange

/// A table that no source file names: everything the files need of it is its schema.
@Suite("Files of a table made while the program runs")
struct MadeUpFileTests {
    private static let lendings = TableSchema(
        "lendings", "会议室借用", english: "lending", sql: "lending",
        [
            ColumnSchema(Column("借用编号"), .key, .text(), .value("id")),
            ColumnSchema(Column("借用人"), .required, .reference(.person), .value("person")),
            ColumnSchema(Column("借出日期"), .required, .day(), .value("lent_on")),
            ColumnSchema(Column("归还日期"), .optional, .day(), .optional("returned_on")),
            ColumnSchema(Column("人数"), .optional, .number(1...300), .optional("people")),
            ColumnSchema(Column("用途"), .optional, .word(WordList(["开会", "培训"])), .optional("purpose")),
        ])

    private func session() throws -> FakeSession {
        let session = FakeSession(try Town.saved())
        session.tables.append(Self.lendings)
        return session
    }

    @Test("is known by its columns, and its cells are read by what they hold")
    func imported() throws {
        let session = try session()
        let report = try Town.check(
            ["借用编号,借用人,借出日期,归还日期,人数,用途\nJ1,P1,2016/6/1,,007,培训\n"], into: session)
        #expect(report.notices.isEmpty, "\(report.notices)")
        #expect(report.counts[Self.lendings] == .init(new: 1))
        let row = try #require(session[Self.lendings].first)
        #expect(row.key == RecordKey("J1"))
        #expect(Self.lendings.columns.map { row.record.text($0) } == ["J1", "P1", "2016-06-01", "", "7", "培训"])
    }

    @Test("refuses cells by their kinds, and people who are nowhere")
    func refused() throws {
        let report = try Town.check(
            [
                "借用编号,借用人,借出日期,归还日期,人数,用途\nJ1,P1,六月一日,,0,聚餐\nJ2,没有的人,2016-06-01,,,\n,P1,2016-06-01,,,\n"
            ], into: try session())
        let faults: [(Int, String, Fault)] = [
            (2, "借出日期", .notADay("六月一日")), (2, "人数", .notANumber("0", range: 1...300)),
            (2, "用途", .unknownWord("聚餐", choices: ["开会", "培训"])), (3, "借用人", .nowhere("没有的人")),
            (4, "借用编号", .missing),
        ]
        #expect(
            report.notices.map { [$0.line.map(String.init) ?? "", $0.text] }
                == faults.map {
                    [
                        String($0.0),
                        ImportNotice(.init("1.csv", line: $0.0), .field(FieldFault(Column($0.1), $0.2))).text,
                    ]
                })
    }

    @Test("comes back from an export as it went in")
    func roundTrip() throws {
        let text = "借用编号,借用人,借出日期,归还日期,人数,用途\nJ1,P1,2016-06-01,2016-06-02,7,培训\nJ2,P2,2016-06-03,,,\n"
        let session = try session()
        _ = try Town.check([text], into: session)
        let folder = try TemporaryFolder()
        try Exporter(folder: folder.path, tables: session.tables).run { table, give in
            for record in session[table] { try give(record) }
        }
        #expect(String(decoding: try folder.read("lendings.csv"), as: UTF8.self) == text)
    }
}
