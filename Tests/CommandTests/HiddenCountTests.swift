import PartyWork
import Testing

@testable import zhibu

/// How counts that are not shown to who asks are printed.
@Suite struct HiddenCountTests {
    @Test("A dash in the table, null in JSON, nothing in CSV: never 0") func formats() throws {
        let rows = try [
            AnyRecord.read(
                .registers, from: [.register: "谈话", .subject: "人员", .secrecy: "限阅"]
            ).record as? DefinitionRow
        ].compactMap(\.self)
        let register = try #require(RegisterBook(rows)["谈话"])
        let day = try #require(Day("2016-06-30"))
        let line = RegisterReport.Line(register, nil, figures: nil, asOf: day)
        #expect(line.cells == ["", "谈话（限阅）", "-", "-", "-", "-", ""])
        #expect(
            line.json.document.contains(
                "\"entries\": null,\n  \"open\": null,\n  \"overdue\": null,\n  \"dueSoon\": null"))
        #expect(line.lines == [["谈话", "", "人员", "true", "", "", "", "", "", "", "", ""]])
        let counted = RegisterReport.Line(register, [], figures: nil, asOf: day)
        #expect(counted.cells == ["", "谈话（限阅）", "0", "0", "0", "0", ""])
    }
}
