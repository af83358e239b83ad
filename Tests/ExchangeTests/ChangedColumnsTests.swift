import PartyWork
import Testing

@testable import Exchange

@Suite("Lists that only change rows that are saved")
struct ChangedColumnsTests {
    private func check(
        _ text: String, changed: ImportOrder.ChangedRows = .save, into session: FakeSession
    ) throws -> ImportReport {
        let folder = try TemporaryFolder()
        let order = ImportOrder(paths: [try folder.write("1.csv", text)], changedRows: changed)
        return try Importer(order, today: Town.today).run(into: session)
    }

    @Test("With a key and leave to change them, absent columns stay as they are, required ones too")
    func phones() throws {
        let session = try FakeSession(CaseTown.saved())
        let before = session.cells(.people, .personID, .personName, .organization, .category) { $0 < "P04" }
        let report = try check("人员编号,电话\nP02,13800000001\nP03,13800000002\n", into: session)
        #expect(report.faults.isEmpty && report.counts[.people] == .init(updated: 2))
        #expect(session.cells(.people, .phone) { $0 == "P02" || $0 == "P03" } == [["13800000001"], ["13800000002"]])
        #expect(session.cells(.people, .personID, .personName, .organization, .category) { $0 < "P04" } == before)
    }

    @Test("A key that is nowhere is told with the columns that a new row would need")
    func nowhere() throws {
        let session = try FakeSession(CaseTown.saved())
        let report = try check("人员编号,电话\nP99,13800000001\n,13800000002\nP02,1\nP02,1\n", into: session)
        #expect(
            report.notices.filter { $0.kind == .fault }.map(\.reason) == [
                .notThere(RecordKey("P99"), lacks: [.personName, .organization, .category]),
                .field(FieldFault(.personID, .missing)),
                .duplicate(RecordKey("P02"), report.sources[0].place.at(4)),
            ])
    }

    @Test("Without leave the table that has the columns is named, and the way to change rows alone")
    func refused() throws {
        let session = try FakeSession(CaseTown.saved())
        for changed in [ImportOrder.ChangedRows.refuse, .leave] {
            let report = try check("人员编号,电话\nP02,13800000001\n", changed: changed, into: session)
            #expect(
                report.notices.map(\.reason) == [
                    .noTable(nearest: .people, missing: [.personName, .organization, .category])
                ])
            #expect(report.notices[0].text.hasSuffix("请补上；只改已登记的行请一并修改（按 F9，命令行加 --update）"))
        }
    }

    @Test("Names of such rows are still found by others of the call; other headers are read so too")
    func names() throws {
        let session = try FakeSession(CaseTown.saved())
        let folder = try TemporaryFolder()
        let paths = [
            try folder.write("a.csv", "人员编码,手机\nP02,13800000001\n"),
            try folder.write("b.csv", "户码,帮扶责任人,结对时间\nH02,谭小满,2016-01-01\n"),
        ]
        let report = try Importer(paths: paths, update: true, today: Town.today).run(into: session)
        #expect(
            report.faults.isEmpty && report.counts[.people] == .init(updated: 1)
                && report.counts[.pairings] == .init(new: 1))
    }
}
