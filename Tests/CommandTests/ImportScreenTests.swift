import Foundation
import TestSupport
import Testing

/// The import screen of the built program, and what the command line shares with it.
@Suite struct ImportScreenTests {
    private static let header = "户码,谁家,行政村,几口人,识别年度\n"
    private static let columns = """
        表\thouseholds
        户码\t
        谁家\t户主
        行政村\t
        几口人\t人口
        识别年度\t

        """

    @Test(
        "Columns corrected in the dashboard are imported so; the next zhibu import reads them alike and says so; what was not imported is not kept"
    )
    func remembered() throws {
        let folder = try SmallTown.imported()
        try folder.write("list.csv", Self.header + "H8,冯八,甲村,3,2015\n")
        let board = try Board.opened(folder)
        try board.press("7\u{0B}", until: "导入文件1/4")
        try board.press("e\(folder.path)/list.csv\r", until: "缺：户主、人口")
        try board.press("\u{1B}[B\u{1B}[B\u{1B}[B\u{1B}[B\r", until: "“谁家”当作")
        try board.press("户主\r", until: "缺：人口")
        try board.press("\u{1B}[B\u{1B}[B\r", until: "“几口人”当作")
        #expect(throws: (any Error).self) { try folder.read(".config/zhibu/columns") }
        try board.press("人口\r", until: "认出1张表；新增1行")
        try board.press(Board.Keys.save, until: "3/4")
        try board.press(Board.Keys.save, until: "改认的列已记住")
        board.quit()
        #expect(try folder.read(".config/zhibu/columns").hasSuffix(Self.columns))
        #expect(try folder.mode(".config/zhibu/columns") == 0o600)
        try folder.write("next.csv", Self.header + "H9,陈九,甲村,2,2016\n")
        let preview = try Program.run(["import", "next.csv", "--dry-run"], in: folder)
        #expect(preview.output.hasPrefix("next.csv:1：贫困户表（按上次的认法）\n"))
        #expect(try Program.run(["import", "next.csv"], in: folder).status == 0)
        #expect(try Program.run(["journal"], in: folder).output.split(separator: "\n").count == 4)
    }

    @Test("Headers of the ledger's own need no memory; a memory that cannot be read is said, and the import goes on")
    func contractHeader() throws {
        let folder = try SmallTown.imported()
        let header = "户编号,户主,村编码,人口,识别日期,备用"
        let cells = header.split(separator: ",").map { "\($0)\t-\n" }.joined()
        try folder.write(".config/zhibu/columns", "表\tpeople\n" + cells)
        try folder.write("h.csv", header + "\nH8,冯八,422801100201,3,2015-01-01,x\n")
        let outcome = try Program.run(["import", "h.csv"], in: folder)
        #expect(outcome.status == 0 && outcome.output == "贫困户  新增 1  更新 0  不变 0\n")
        #expect(outcome.errors == "h.csv:1: warning: 不认识的列“备用”，已忽略\n")
        try FileManager.default.removeItem(atPath: folder.path + "/.config/zhibu/columns")
        try folder.write(".config/zhibu/columns/x", "")
        let again = try Program.run(["import", "h.csv"], in: folder)
        #expect(again.status == 0 && again.errors.hasPrefix("zhibu：表头的认法读不出来（"))
    }

    @Test("Equal and near names are told in the preview of --dry-run only; an import tells no more than it must")
    func namesakes() throws {
        let folder = try SmallTown.imported()
        try folder.write("p.csv", "人员编号,姓名,组织编码,类别\nP7,孙三,422801100201,群众\n")
        let preview = try Program.run(["import", "p.csv", "--dry-run"], in: folder)
        #expect(preview.output.contains("p.csv:2: warning: 与同一支部的“孙三”（P3）同名，请核对是不是同一人\n"))
        #expect(preview.errors == "")
        let outcome = try Program.run(["import", "p.csv"], in: folder)
        #expect(outcome.status == 0 && outcome.errors == "")
        try folder.write("a.csv", "编号,日期,类型,组织编码,主题\nA9,2016-05-10,主题党日,422801100201,五月党日\n")
        let twins = try Program.run(["import", "a.csv", "--dry-run"], in: folder)
        #expect(twins.output.contains("a.csv:2: warning: 与活动“A2”同一天") && twins.errors == "")
        #expect(try Program.run(["import", "a.csv"], in: folder).errors == "")
    }

    @Test(
        "A large import in the dashboard shows its progress; Esc cancels and nothing is saved; quitting leaves no half of it"
    )
    func cancelled() throws {
        let folder = try SmallTown.imported()
        let rows = (0..<60_000).map { "B\($0),2016-0\($0 % 6 + 1)-15,主题党日,422801100201,党日\($0)\n" }
        try folder.write("large.csv", ImportFileTests.header + rows.joined())
        let board = try Board.opened(folder)
        try board.press("7\u{0B}", until: "导入文件1/4")
        board.session.type("e\(folder.path)/large.csv\r")
        try #require(board.shows("每秒", within: 20_000), "\(board.text)")
        board.session.type(Board.Keys.escape)
        try #require(board.shows("1/4选文件"))
        board.session.type(Board.Keys.enter)
        try #require(board.shows("每秒", within: 20_000), "\(board.text)")
        board.quit()
        #expect(try Program.run(["check"], in: folder).output.contains("活动    6\n"))
        #expect(try folder.names() == ["large.csv", "town", "zhibu.db"])
    }
}
