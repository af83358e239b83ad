import PartyWork
import Testing

@testable import Exchange

/// The template that is filled in and imported.
@Suite struct TemplateTests {
    private func template() throws -> (TemporaryFolder, ZipReader) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/t.xlsx"
        try FileReplacement.write(path, replacing: .nothing) { try Template.write(TableSchema.six, to: $0) }
        return (folder, try ZipReader(path))
    }

    @Test("Six tables are a sheet each with the headers of the import, and a sheet explains them")
    func headers() throws {
        let (folder, zip) = try template()
        defer { withExtendedLifetime(folder) {} }
        let names = XMLElements(try zip.part("xl/workbook.xml") ?? "").all("sheet").compactMap { $0.attributes["name"] }
        #expect(names == ["组织", "人员", "贫困户", "结对", "合作社", "活动", "说明"])
        for (place, table) in TableSchema.builtIn.contract.enumerated() {
            let sheet = try WrittenSheet(zip, place + 1)
            let letters = "ABCDEFGHIJKL".prefix(table.columns.count)
            #expect(letters.compactMap { sheet.cells["\($0)1"]?.value } == table.columns.map(\.header))
            #expect(sheet.cells.count == table.columns.count)
        }
    }

    @Test("Columns of words, days and numbers are checked by the rules of the import")
    func validations() throws {
        let (folder, zip) = try template()
        defer { withExtendedLifetime(folder) {} }
        for (place, table) in TableSchema.builtIn.contract.enumerated() {
            let xml = try WrittenSheet(zip, place + 1).xml
            let kinds = xml.all("dataValidation").compactMap { $0.attributes["type"] }
            let expected = table.fields.compactMap { field in
                field.isDay
                    ? "date" : field.numbers != nil ? "whole" : field.words != nil ? "list" : nil
            }
            #expect(kinds == expected, "\(table)")
            let words = xml.all("formula1").map(\.text).filter { $0.hasPrefix("\"") }
            let lists = table.fields.compactMap { $0.words?.words }
            #expect(words == lists.map { "\"\($0.joined(separator: ","))\"" })
        }
    }

    @Test("The explanation has a sentence for every column")
    func guide() throws {
        let (folder, zip) = try template()
        defer { withExtendedLifetime(folder) {} }
        let sheet = try WrittenSheet(zip, 7)
        let columns = TableSchema.builtIn.contract.flatMap { table in table.columns.map { (table, $0) } }
        for (place, (table, column)) in columns.enumerated() {
            #expect(sheet.cells["A\(place + 2)"] == .text(table.title))
            #expect(sheet.cells["B\(place + 2)"] == .text(column.header))
            #expect(sheet.cells["C\(place + 2)"] == (table.required.contains(column) ? .text("必填") : nil))
            #expect(sheet.cells["D\(place + 2)"]?.value.isEmpty == false, "\(table) \(column)")
        }
    }

    @Test("An import of it has nothing to say: empty tables have no rows, and the explanation needs no remark")
    func quiet() throws {
        let (folder, _) = try template()
        let report = try Importer(paths: [folder.path + "/t.xlsx"], update: false, today: Town.today)
            .run(into: FakeSession())
        #expect(report.isAccepted && report.notices == [])
    }

    @Test("A file that is there is not replaced")
    func keepsWhatIsThere() throws {
        let folder = try TemporaryFolder()
        try folder.write("t.xlsx", "填好的")
        let path = folder.path + "/t.xlsx"
        #expect(throws: Exporter.Failure(path: path, fault: .unwritable(17))) {
            try FileReplacement.write(path, replacing: .nothing) { try Template.write(TableSchema.six, to: $0) }
        }
        #expect(try folder.read("t.xlsx") == Array("填好的".utf8))
        #expect(folder.names == ["t.xlsx"])
    }
}
