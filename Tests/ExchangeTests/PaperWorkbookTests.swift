import Papers
import PartyWork
import Testing

@testable import Exchange

/// Papers as workbooks, read back from the file.
@Suite struct PaperWorkbookTests {
    private func written(_ papers: [Paper]) throws -> (folder: TemporaryFolder, zip: ZipReader) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/form.xlsx"
        try FileReplacement.write(path) { try PaperWorkbook.write(papers, to: $0, author: "李娟") }
        #expect(TemporaryFolder.mode(path) == 0o600)
        #expect(folder.names == ["form.xlsx"])
        return (folder, try ZipReader(path))
    }

    @Test("A register: numbers are numbers, days are days, texts are texts, and what looks like a formula is none")
    func cells() throws {
        let (folder, zip) = try written([.pairing(PaperSamples.helper, PaperSamples.context)])
        defer { withExtendedLifetime(folder) {} }
        let sheet = try WrittenSheet(zip, 1)
        #expect(sheet.cells["A1"] == .text("试验镇甲村结对帮扶名册"))
        #expect(sheet.cells["A3"] == .text("帮扶人：钱二（P2）  甲村  正式党员  电话：138****0001"))
        #expect(sheet.cells["B4"] == .text("户主"))
        #expect(sheet.cells["A5"] == .number("1"))
        #expect(sheet.cells["C5"] == .text("H1"))
        #expect(sheet.cells["E5"] == .number("4"))
        #expect(sheet.cells["H5"] == .number("42005"))
        #expect(sheet.cells["J5"] == .text("=HYPERLINK(\"http://x\")；发现 屋顶漏雨；成效 已修"))
        #expect(sheet.xml.all("f").isEmpty)
    }

    @Test("A register: A4 on its long side, a page wide, headers on every page, page numbers, frozen and filtered")
    func page() throws {
        let (folder, zip) = try written([.pairing(PaperSamples.helper, PaperSamples.context)])
        defer { withExtendedLifetime(folder) {} }
        let xml = try WrittenSheet(zip, 1).xml
        #expect(xml.all("pageSetup").first?.attributes["paperSize"] == "9")
        #expect(xml.all("pageSetup").first?.attributes["orientation"] == "landscape")
        #expect(xml.all("pageSetUpPr").first?.attributes["fitToPage"] == "1")
        #expect(xml.all("pane").first?.attributes["topLeftCell"] == "A5")
        #expect(xml.all("autoFilter").first?.attributes["ref"] == "A4:J5")
        #expect(xml.all("oddFooter").first?.text == "&C第 &P 页，共 &N 页")
        let names = XMLElements(try zip.part("xl/workbook.xml") ?? "").all("definedName")
        #expect(names.contains { $0.attributes["name"] == "_xlnm.Print_Titles" && $0.text.hasSuffix("!$4:$4") })
        #expect(names.contains { $0.attributes["name"] == "_xlnm.Print_Area" })
    }

    @Test(
        "A list in sight: numbers, days and rates are real, keys are texts, the header filters, its conditions stand above"
    )
    func list() throws {
        let table = PaperTable(
            "",
            [PaperColumn("编码", 14), .number("人口", 6), .day("识别日期"), PaperColumn("覆盖率", 8, .percent)],
            rows: [
                [
                    .text("422801100211"), .number(4), .day(try #require(Day("2015-01-01"))),
                    .rate(Coverage(covered: 2, inScope: 3)),
                ],
                [.text("=1+1"), .empty, .empty, .rate(Coverage(covered: 0, inScope: 0))],
            ], blankRows: nil)
        let list = PrintedList(
            title: "名册", table: table, conditions: "条件：查找“张”；共 2 行", rule: "", notes: ["户覆盖率"],
            scope: Scope(Code("422801100")), chart: PaperChart("覆盖率", table: 0, names: 0, values: 3))
        let (folder, zip) = try written(list.papers(PaperSamples.context))
        defer { withExtendedLifetime(folder) {} }
        let sheet = try WrittenSheet(zip, 1)
        #expect(sheet.cells["A4"] == .text("条件：查找“张”；共 2 行"))
        let header = try #require(sheet.cells.first { $0.value == .text("编码") }?.key.dropFirst()).description
        let row = try #require(Int(header)) + 1
        #expect(sheet.cells["A\(row)"] == .text("422801100211"))
        #expect(sheet.cells["B\(row)"] == .number("4"))
        #expect(sheet.cells["C\(row)"] == .number("42005"))
        #expect(sheet.cells["D\(row)"] == .number("0.666"))
        #expect(sheet.cells["A\(row + 1)"] == .text("=1+1") && sheet.cells["D\(row + 1)"] == .text("—"))
        #expect(sheet.xml.all("f").isEmpty)
        #expect(sheet.xml.all("autoFilter").first?.attributes["ref"] == "A\(row - 1):D\(row + 1)")
        #expect(try zip.part("xl/charts/chart1.xml") != nil)
    }

    @Test("A rate is the cut number, shown to one place, never rounded to 100%")
    func rates() throws {
        let (folder, zip) = try written([PaperSamples.township])
        defer { withExtendedLifetime(folder) {} }
        let sheet = try WrittenSheet(zip, 1)
        #expect(sheet.cells["M5"] == .number("0.999"))
        #expect(sheet.cells["P5"] == .number("1"))
        #expect(sheet.cells["M6"] == .text("—"))
        let chart = try #require(try zip.part("xl/charts/chart1.xml"))
        let references = XMLElements(chart).all("c:f").map(\.text)
        #expect(references == ["'汇总'!$A$5", "'汇总'!$M$5"])
    }

    @Test(
        "Several papers are a sheet each, with names that differ and that spreadsheets take",
        arguments: [["甲/乙:[丙]", String(repeating: "长", count: 40), "'"]])
    func names(names: [String]) throws {
        let papers = names.map { name in
            var paper = PaperSamples.cooperatives
            paper.heading.name = name
            return paper
        }
        let (folder, zip) = try written(papers + [PaperSamples.township])
        defer { withExtendedLifetime(folder) {} }
        let sheets = XMLElements(try zip.part("xl/workbook.xml") ?? "").all("sheet").compactMap {
            $0.attributes["name"]
        }
        #expect(sheets == ["1 甲_乙__丙_", "2 " + String(repeating: "长", count: 29), "3 _", "4 汇总", "4 汇总 图"])
    }

    @Test("Every paper can be written, blank ones too", arguments: PaperSamples.all)
    func every(paper: Paper) throws {
        let (folder, zip) = try written([paper])
        defer { withExtendedLifetime(folder) {} }
        let sheet = try WrittenSheet(zip, 1)
        #expect(sheet.xml.isWellFormed)
        #expect(sheet.cells["A1"] == .text(paper.heading.title))
        // No cell is written into two merged ranges.
        let merged = sheet.xml.all("mergeCell").compactMap { $0.attributes["ref"] }
        #expect(Set(merged).count == merged.count)
    }

    @Test("A failure leaves the file of before, and nothing else")
    func failure() throws {
        let folder = try TemporaryFolder()
        try folder.write("form.xlsx", "原来的")
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try FileReplacement.write(folder.path + "/form.xlsx") { temporary in
                try PaperWorkbook.write([PaperSamples.month], to: temporary, author: "")
                throw Stop()
            }
        }
        #expect(try folder.read("form.xlsx") == Array("原来的".utf8))
        #expect(folder.names == ["form.xlsx"])
        #expect(throws: Exporter.Failure(path: "/no/such/form.xlsx", fault: .unwritable(2))) {
            try FileReplacement.write("/no/such/form.xlsx", text: "")
        }
    }
}

extension Paper: CustomTestStringConvertible {
    package var testDescription: String { heading.title + (isBlank ? "（空白）" : "") }
}
