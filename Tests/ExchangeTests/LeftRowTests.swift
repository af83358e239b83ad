import PartyWork
import Testing

@testable import Exchange

@Suite("Rows that are left out")
struct LeftRowTests {
    /// Imports texts again and again without the rows that are wrong.
    private func leave(
        _ texts: [String], into session: () throws -> FakeSession
    ) throws -> (report: ImportReport, session: FakeSession, rounds: Int) {
        let folder = try TemporaryFolder()
        var order = ImportOrder(paths: try texts.enumerated().map { try folder.write("\($0 + 1).csv", $1) })
        order.leaving.isAll = true
        var importer = Importer(order, today: Town.today)
        for round in 1... {
            let session = try session()
            let report = try importer.run(into: session)
            guard let next = importer.leaving(rowsOf: report) else { return (report, session, round) }
            importer = next
        }
        fatalError("more rounds than rows")
    }

    @Test("Bad rows are left with what is wrong, and so are those that refer to them; the others are saved")
    func left() throws {
        let households = "户编号,户主,村编码,人口,识别日期\nL1,甲,422801100211,0,2014-01-01\nL2,乙,422801100211,2,2014-01-01\n"
        let pairings = "户编号,人员编号,开始日期\nL1,P02,2016-01-01\nL2,P02,2016-01-01\n"
        let (report, session, rounds) = try leave([households, pairings]) { try FakeSession(CaseTown.saved()) }
        #expect(report.isAccepted && rounds == 3)
        #expect(session.cells(.households, .householdID) { $0.hasPrefix("L") } == [["L2"]])
        #expect(session.cells(.pairings, .householdID) { $0.hasPrefix("L") } == [["L2"]])
        #expect(report.left.map { $0.place.line } == [2, 2])
        #expect(report.left.map(\.cells)[0] == ["L1", "甲", "422801100211", "0", "2014-01-01"])
        #expect(report.left[0].reason.contains("「人口」") && report.left[1].reason.contains("“L1”"))
    }

    @Test(
        "What is not a row's is not left out",
        arguments: [
            "甲,乙\n1,2\n", "户编号,户主,村编码,人口\nL1,甲,422801100211,0\n",
            "户编号,户主,村编码,人口,识别日期\nL1,\"甲,422801100211,0,2014-01-01\n",
        ])
    func whole(text: String) throws {
        let (report, _, rounds) = try leave([text]) { try FakeSession(CaseTown.saved()) }
        #expect(!report.isAccepted && rounds == 1 && report.left.isEmpty)
    }

    @Test("A row too long to be kept is not left out: who knows what it swallowed")
    func endless() throws {
        let row = "L1,\"" + String(repeating: "x", count: 5 << 20) + "\",422801100211,2,2014-01-01\n"
        let (report, _, rounds) = try leave(["户编号,户主,村编码,人口,识别日期\n" + row]) { try FakeSession(CaseTown.saved()) }
        #expect(!report.isAccepted && rounds == 1 && report.left.isEmpty)
        #expect(report.notices.contains { $0.reason == .unreadable(.tooLong, column: nil) })
    }

    @Test("The workbook says why beside each row, has nothing personal, and comes in once it is mended")
    func workbook() throws {
        let text = "户码,户主,村,人口,识别时间,身份证号\nL1,甲,没有村,2,2014,422801196501011234\nL2,乙,店子槽,2,2014,\n"
        let (report, session, _) = try leave([text]) { try FakeSession(CaseTown.saved()) }
        let folder = try TemporaryFolder()
        let path = folder.path + "/留下.xlsx"
        try LeftRowsBook.write(report, to: path)
        let workbook = try Workbook(InputPath(path), .zip)
        var rows: [[String]] = []
        try workbook.read(workbook.sheets[0]) { row in
            rows.append((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) })
        }
        #expect(
            rows == [
                ["户码", "户主", "村", "人口", "识别时间", "身份证号", "留下的原因"],
                ["L1", "甲", "没有村", "2", "2014", "", "第 2 行：「村编码」找不到名称为“没有村”的，请先登记，或核对名称、改写编号"],
            ])
        let village = "编码,名称,类型\n422801100299,没有村,村党组织\n"
        let order = ImportOrder(paths: [path, try folder.write("o.csv", village)])
        #expect(try Importer(order, today: Town.today).run(into: session).isAccepted)
        #expect(session.cells(.households, .householdID, .village) { $0 == "L1" } == [["L1", "422801100299"]])
    }
}
