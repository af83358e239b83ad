import Foundation
import PartyWork
import Testing

@testable import Exchange

@Suite("CSV files as other programs and offices write them")
struct ForeignTextTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Foreign").path

    private static let header = "户编号,户主,村编码,人口,识别日期"
    private static let row = "C9,王五,422801100211,2,2014-02-13"

    private func read(_ bytes: [UInt8]) throws -> (ImportReport, [[String]]) {
        let session = try FakeSession(Town.saved())
        let report = try Town.check(bytes: [bytes], into: session)
        return (report, Books.households(session, .householdID, .head, .village, .headcount, .identifiedOn))
    }

    /// A text in UTF-16 with its byte order mark.
    private static func wide(_ text: String, isLittle: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittle ? [low, high] : [high, low]
        }
    }

    @Test(
        "A kept file is read, and told how",
        arguments: [
            ("01_title.csv", "C01", ["表头在第 2 行"]), ("02_sep.csv", "C02", ["表头在第 2 行"]),
            ("04_tab.csv", "C04", ["制表符分隔"]), ("06_semicolon.csv", "C06", ["分号分隔"]),
            ("10_utf16le_tab_excel_unicode.txt", "C10", ["UTF-16 编码", "制表符分隔"]),
        ])
    func kept(name: String, number: String, words: [String]) throws {
        let session = try FakeSession(Town.saved())
        let report = try Importer(paths: ["\(Self.folder)/\(name)"], update: false, today: Town.today).run(
            into: session)
        #expect(report.notices.isEmpty)
        #expect(
            Books.households(session, .householdID, .head, .village, .headcount, .identifiedOn).first
                == [number, "王五", "422801100211", "2", "2014-02-13"])
        #expect(report.sources[0].manner?.words == words)
    }

    @Test(
        "Each separator, with quotes around what contains it, and every line end",
        arguments: FileManner.Separator.allCases, ["\n", "\r\n", "\r"])
    func separators(separator: FileManner.Separator, end: String) throws {
        let mark = separator.rawValue
        let lines = [
            "花名册", Self.header.replacing(",", with: mark), "\"C\(mark)9\"\(mark)王\"\"五\(mark)1\(mark)2\(mark)x",
        ]
        // No cell may hold a tab.
        let inside = separator == .tab ? "," : mark
        let good = Self.row.replacing(",", with: mark).replacing("王五", with: "\"王\(inside) \"\"五\"")
        let (_, rows) = try read(Array((lines.prefix(2) + [good, ""]).joined(separator: end).utf8))
        #expect(rows.first == ["C9", "王\(inside) \"五", "422801100211", "2", "2014-02-13"])
        let (bad, _) = try read(Array((lines + [""]).joined(separator: end).utf8))
        #expect(bad.notices.first?.line == 3 && bad.notices.first?.reason == .unreadable(.quoteInside, column: .head))
    }

    @Test("UTF-16 in both orders, with any separator; what cannot be read is told with its line")
    func wide() throws {
        for isLittle in [true, false] {
            let text = "\(Self.header)\r\n\(Self.row)\r\n"
            let (report, rows) = try read(Self.wide(text, isLittle: isLittle))
            #expect(report.notices.isEmpty && report.sources[0].manner?.words == ["UTF-16 编码"])
            #expect(rows.first?.first == "C9")
            let (bad, _) = try read(Self.wide(text, isLittle: isLittle).dropLast())
            #expect(bad.notices.map(\.reason) == [.unreadableText] && bad.notices[0].line == 2)
        }
    }

    @Test("A line sep= decides, also one that a spreadsheet has quoted; header cells may have blanks and line breaks")
    func said() throws {
        let header = "\"户\n编号\";户　主;村 编码;人口（人）;\"识别\r\n日期*\""
        for said in ["sep=;", "SEP=;", "\"sep=;\""] {
            let (report, rows) = try read(Array("\(said)\n\(header)\n\(Self.row.replacing(",", with: ";"))\n".utf8))
            #expect(report.notices.isEmpty && rows.first == ["C9", "王五", "422801100211", "2", "2014-02-13"])
            #expect(report.sources[0].manner?.words == ["分号分隔（第 1 行 sep=）", "表头在第 2 行"])
        }
    }

    @Test("Rows stand on the lines where they begin, whatever is above the header")
    func lines() throws {
        let (report, _) = try read(Array("花名册\n\n填报单位：龙凤镇,,2016\n\(Self.header)\n\nC9,王五,4228,2,2014-02-13\n".utf8))
        #expect(Town.places(report) == ["1.csv:6"] && report.sources[0].manner?.words == ["表头在第 4 行"])
    }

    @Test(
        "A file that makes no table in any way is told of as the contract says, or where it comes nearest",
        arguments: [
            ("甲,乙\n1,2\n", 1, ImportNotice.Reason.noTable(nearest: nil, missing: [])),
            ("编码,名称\n422801101,白杨镇\n", 1, .noTable(nearest: .organizations, missing: [.kind])),
            ("花名册\n户编号,户主,村编码,人口\n", 2, .noTable(nearest: .households, missing: [.identifiedOn])),
            ("户编号;户主;村编码;人口\n", 1, .noTable(nearest: .households, missing: [.identifiedOn])),
            (
                "结对帮扶花名册\n序号,村名,户主姓名,帮扶责任人,单位及职务,联系电话\n", 2,
                .noTable(nearest: .pairings, missing: [.startedOn])
            ),
        ])
    func none(text: String, line: Int, reason: ImportNotice.Reason) throws {
        let (report, _) = try read(Array(text.utf8))
        #expect(report.notices.map(\.reason) == [reason] && report.notices[0].line == line)
    }

    @Test("More titles than people write are not looked through")
    func titles() throws {
        func report(_ count: Int) throws -> ImportReport {
            try read(Array((String(repeating: "标题\n", count: count) + "\(Self.header)\n\(Self.row)\n").utf8)).0
        }
        #expect(try report(30).isAccepted && !report(31).isAccepted)
    }
}
