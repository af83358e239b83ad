import Glibc
import Papers
import PartyWork
import Testing

@testable import Exchange

/// Papers as PDF, read back by poppler.
@Suite struct PaperPDFTests {
    /// The texts of the pages.
    private func pages(_ papers: [Paper], name: String = "form.pdf") throws -> [String] {
        let folder = try TemporaryFolder()
        let path = folder.path + "/" + name
        try FileReplacement.write(path) { _ = try PaperPDF.write(papers, to: $0, author: "李娟") }
        #expect(TemporaryFolder.mode(path) == 0o600 && folder.names == [name])
        let text = try output(of: "pdftotext -layout \(path) -")
        return text.split(separator: "\u{0C}").map(String.init)
    }

    private func output(of command: String) throws -> String {
        let stream = try #require(popen(command, "r"))
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 { bytes += chunk[..<count] }
        #expect(pclose(stream) == 0, "\(command)")
        return String(decoding: bytes, as: UTF8.self)
    }

    private func list(rows: Int) -> Paper {
        let table = PaperTable(
            "", [PaperColumn("编号", 8), PaperColumn("事项", 20), .number("人口", 6)],
            rows: (0..<rows).map { [.text("R\($0)"), .text("走访"), .number($0)] },
            totals: [["合计", "", .number(rows)]], blankRows: nil)
        return Paper(
            "名册", in: PaperSamples.context, period: PaperSamples.context.period, rule: "口径一", name: "名册",
            tables: [table])
    }

    @Test("A long list: header and number on every page, each row once, the total with a row beside it")
    func longList() throws {
        let pages = try pages([list(rows: 120)])
        #expect(pages.count == 3)
        for (place, page) in pages.enumerated() {
            let words = page.split(whereSeparator: \.isWhitespace)
            #expect(words.contains("编号") && words.contains("事项") && words.contains("人口"))
            #expect(page.contains("第 \(place + 1) 页，共 3 页"))
        }
        let found = pages.joined().split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("R") }
        #expect(found.map(String.init) == (0..<120).map { "R\($0)" })
        #expect(pages[2].contains("合计") && pages[2].contains("R119"))
    }

    @Test("However many rows there are, the total never stands alone", arguments: 35..<56)
    func totals(rows: Int) throws {
        let last = try #require(try pages([list(rows: rows)]).last)
        #expect(last.contains("合计") && last.contains("R\(rows - 1)"))
    }

    @Test("No row of a long table stands alone on the last page", arguments: 40..<56)
    func lastRows(rows: Int) throws {
        let pages = try pages([list(rows: rows)])
        let last = try #require(pages.last).split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("R") }
        #expect(pages.count == 1 || last.count >= 3)
    }

    @Test("A short table stays whole", arguments: [30, 34, 38, 42, 46])
    func shortTable(rows: Int) throws {
        var paper = list(rows: rows)
        paper.tables.append(
            PaperTable(
                "二、本月数字", [PaperColumn("项目", 12), .number("本月", 8)],
                rows: (0..<8).map { [.text("S\($0)"), .number($0)] }, blankRows: nil))
        let pages = try pages([paper])
        let found = pages.filter { page in page.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix("S") } }
        #expect(found.count == 1)
    }

    @Test("A paper set tighter is shorter; its notes stand two beside each other on the long side")
    func tight() throws {
        let folder = try TemporaryFolder()
        let output = try PDFOutput(creating: folder.path + "/a.pdf", title: "", author: "")
        let heights = [false, true].map { isTight in
            var layout = PDFLayout(PaperSamples.township, output, isTight: isTight)
            layout.lay()
            return layout.blocks.reduce(0) { $0 + $1.page.height }
        }
        #expect(heights[1] < heights[0])
        let lines = try pages([PaperSamples.township]).joined().split(separator: "\n")
        #expect(lines.contains { $0.ranges(of: "注：").count == 2 })
    }

    @Test("Every paper can be written, blank ones too, with its title, its signatures and each page its number")
    func every() throws {
        let pages = try pages(PaperSamples.all)
        let text = pages.joined()
        for paper in PaperSamples.all {
            #expect(pages.contains { $0.contains(paper.heading.title) }, "\(paper.heading.title)")
            for signature in paper.signatures { #expect(text.contains("\(signature)（签字）：____")) }
        }
        #expect(pages.allSatisfy { $0.contains("页，共") })
    }

    @Test("A paper lies or stands as in the other formats, and says what it is and by whom")
    func properties() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.pdf"
        _ = try PaperPDF.write(
            [PaperSamples.month, .pairing(PaperSamples.helper, PaperSamples.context)], to: path, author: "李娟")
        let told = try output(of: "pdfinfo -f 1 -l 2 \(path)")
        #expect(told.contains("支部月报表") && told.contains("李娟"))
        #expect(told.contains("1 size:") && told.contains("595.28 x 841.89") && told.contains("841.89 x 595.28"))
        #expect(
            try output(of: "pdffonts \(path)").split(separator: "\n").dropFirst(2).allSatisfy {
                $0.contains("yes yes yes")
            })
    }

    @Test("A cell higher than a page goes on on the next, and nothing of it is lost")
    func tallCell() throws {
        let long = (0..<900).map { "第\($0)句。" }.joined()
        let table = PaperTable(
            "", [PaperColumn("编号", 8), PaperColumn("事项", 20)], rows: [[.text("R1"), .text(long)]], blankRows: nil)
        let pages = try pages([
            Paper(
                "名册", in: PaperSamples.context, period: PaperSamples.context.period, rule: "", name: "名册",
                tables: [table])
        ])
        #expect(pages.count > 3 && pages.allSatisfy { $0.contains("事项") })
        let text = pages.joined().filter { !$0.isWhitespace }
        for number in [0, 1, 450, 898, 899] { #expect(text.contains("\(number)句")) }
    }

    @Test("A paper of the kind may be replaced; another's PDF and another paper may not")
    func replacing() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.pdf"
        func write(_ paper: Paper) throws {
            try FileReplacement.write(path) { _ = try PaperPDF.write([paper], to: $0, author: "") }
        }
        try write(PaperSamples.month)
        try write(PaperSamples.month)
        #expect(throws: Exporter.Failure(path: path, fault: .notOwnOutput)) { try write(PaperSamples.township) }
        try folder.write("a.pdf", "%PDF-1.4\n/Title (x)\n%%EOF\n")
        #expect(throws: Exporter.Failure(path: path, fault: .notOwnOutput)) { try write(PaperSamples.month) }
    }
}
