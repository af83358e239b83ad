import PartyWork
import Testing

@testable import Exchange

/// The sample town as it lies in the repository.
private let sample = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/assets/longfeng"

@Suite("The sample town")
struct SampleTests {
    @Test("It imports without a fault and exports to the same bytes")
    func roundTrip() throws {
        let session = FakeSession()
        let report = try Importer(paths: [sample], update: false, today: Town.today).run(into: session)
        #expect(report.notices.filter { $0.kind == .fault }.map(\.description) == [])
        #expect(Set(TableSchema.builtIn.contract).isSubset(of: report.counts.keys))
        let folder = try TemporaryFolder()
        try Exporter(folder: folder.path, tables: TableSchema.builtIn).run { table, give in
            for record in session[table] { try give(record) }
        }
        for table in TableSchema.builtIn.contract {
            let path = "\(sample)/\(table.fileName)"
            #expect(try folder.read(table.fileName) == TemporaryFolder.read(path), "\(table.fileName)")
        }
    }
}

@Suite("Rules for cells, as imports ask them")
struct CellRuleTests {
    @Test("The check on bytes finds the forbidden characters among all of the basic plane, and no others")
    func forbidden() {
        for value in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let fault = CellRules.fault(in: "张" + String(Character(scalar)) + "三")
            #expect((fault != nil) == CellRules.isForbidden(scalar))
        }
    }

    @Test("A list of one is the same as a list of several", arguments: ["P1", "，P1", "𬼼", "P1;", "；P1", " P1 ；"])
    func items(cell: String) throws {
        let items = try CellRules.items(CellRules.trimmed(cell))
        #expect(items == [String(cell.filter { !"；; ".contains($0) })])
    }
}
