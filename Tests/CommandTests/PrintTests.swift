import Foundation
import TestSupport
import Testing

/// Printing from the dashboard, to the bytes of the files.
@Suite struct PrintTests {
    /// Where files go unless another folder is typed: the home folder.
    private func home(_ folder: Folder) -> String { folder.environment["HOME"] ?? folder.path }

    /// The bytes as text, the byte order mark too, which `String(contentsOfFile:)` leaves out.
    private func content(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    @Test(
        "One key writes the list in sight: CSV with a byte order mark, for its owner alone; a file of that name is asked about, and stays if it is not to be replaced"
    )
    func listAsCSV() throws {
        let folder = try SmallTown.imported()
        let board = try Board.opened(folder)
        try board.press("7", until: "名册：人员")
        try board.press("\u{1D}", until: "打印、导出：人员名册")
        try board.press("4\t\u{15}out\t\u{15}人员\u{13}", until: "上级文件夹不存在")
        #expect(board.text.contains("out") && board.text.contains("人员"))
        try FileManager.default.createDirectory(atPath: home(folder) + "/out", withIntermediateDirectories: false)
        try board.press("\u{13}", until: "已写入")
        let path = home(folder) + "/out/人员.csv"
        let text = try content(path)
        #expect(text.hasPrefix("\u{FEFF}试验镇人员名册\n试验镇（422801100）  截至 "))
        #expect(text.contains("\n姓名,人员编号,组织,类别,职务,结对,情况\n赵一,P1,试验镇,正式党员,,0,缺口\n"))
        #expect(text.contains("条件：共 4 行\n制表："))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try "别人的".write(toFile: path, atomically: true, encoding: .utf8)
        try board.press("\u{1D}", until: "打印、导出：人员名册")
        try board.press("4\t\t\u{15}人员\u{13}", until: "已有同名文件")
        try board.press("\r", until: "文件夹")
        #expect(try content(path) == "别人的")
        try board.press("\u{13}", until: "已有同名文件")
        try board.press("y", until: "已写入")
        // Only the minute may be another.
        let lines = [text, try content(path)].map { $0.split(separator: "\n").filter { !$0.hasPrefix("制表：") } }
        #expect(lines[0] == lines[1])
        board.quit()
    }

    @Test("Line by line prints too, and the folder is remembered")
    func plain() throws {
        let folder = try SmallTown.imported()
        try FileManager.default.createDirectory(atPath: folder.path + "/reports", withIntermediateDirectories: false)
        let outcome = try Program.run(
            ["--plain"], in: folder, input: "p7\nd\nHTML 网页\n\(folder.path)/reports\n名册\nd\n文字\n\n名册\nq\n")
        #expect(outcome.output.contains("已写入 \(folder.path)/reports/名册.html"), "\(outcome.output)")
        #expect(outcome.output.contains("已写入 \(folder.path)/reports/名册.txt"))
        #expect(try folder.read("reports/名册.html").contains("<h1>试验镇人员名册</h1>"))
        #expect(try folder.read("reports/名册.txt").contains("赵一"))
        #expect(try folder.mode("reports/名册.txt") == 0o600)
    }

    /// A folder with a town and an `lp` that keeps what it was told, or refuses it.
    private func printing(_ answer: String) throws -> Folder {
        let folder = try SmallTown.imported()
        try folder.write("bin/lp", "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$LP_TOLD\"\n\(answer)\n")
        _ = try Program.shell("chmod +x bin/lp", in: folder)
        return folder
    }

    private static let path = "export LP_TOLD=$PWD/told PATH=$PWD/bin:$PATH;"

    @Test("A form is sent to the printer, which says what it took")
    func printer() throws {
        let folder = try printing("echo 'request id is hp-1-42 (1 file(s))'")
        let form = "zhibu form township --as-of 2016-06-30"
        let sent = try Program.shell("\(Self.path) \(form) --output 'a b.pdf' --print && cat told", in: folder)
        #expect(sent.status == 0 && sent.output.contains("已送去打印：request id is hp-1-42 (1 file(s))"), "\(sent)")
        #expect(sent.output.hasSuffix("-t\n支部工作汇总表\n--\na b.pdf\n"))
        let unnamed = try Program.shell("\(Self.path) \(form) --print", in: folder)
        #expect(unnamed.status == 64 && unnamed.errors.contains("--print 要和 --output 一起用"), "\(unnamed)")
    }

    @Test("What the printer refuses is said, and the file stays; without lp nothing is begun")
    func refusingPrinter() throws {
        let folder = try printing("echo 'lp: Error - no default destination available.' >&2\nexit 1")
        let form = "zhibu form township --as-of 2016-06-30 --print"
        let refused = try Program.shell("\(Self.path) \(form) --output a.pdf; ls a.pdf", in: folder)
        #expect(refused.errors.contains("没有打印：lp 说“lp: Error - no default destination available.”"), "\(refused)")
        #expect(refused.output.hasSuffix("a.pdf\n"))
        let without = try Program.shell("PATH= \"$ZHIBU\"\(form.dropFirst(5)) --output b.pdf; /bin/ls", in: folder)
        #expect(without.errors.contains("没有 lp") && !without.output.contains("b.pdf"), "\(without)")
    }

    @Test("Writes a workbook")
    func workbook() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["--plain"], in: folder, input: "p4\nd\n1\nXLSX 表格\n\(folder.path)\n结对\nq\n")
        #expect(outcome.output.contains("已写入 \(folder.path)/结对.xlsx"), "\(outcome.output)")
        let bytes = try Data(contentsOf: URL(filePath: folder.path + "/结对.xlsx"))
        #expect(bytes.prefix(2) == Data("PK".utf8))
    }

    @Test("Telephone numbers in full are told to the journal first; not where a file stood in the way")
    func unmasked() throws {
        let folder = try SmallTown.imported()
        try folder.write("more.csv", "户编号,人员编号,开始日期\nH2,P9,2015-01-01\n")
        try folder.write("who.csv", "人员编号,姓名,组织编码,类别,电话\nP9,王九,422801100201,正式党员,13800000001\n")
        #expect(try Program.run(["import", "who.csv", "more.csv"], in: folder).status == 0)
        let open = "p7\n/王九\n1\nd\n1\n文字\n填好\n"
        let masked = try Program.run(["--plain"], in: folder, input: open + "遮住\n\(folder.path)\n甲\nq\n")
        #expect(masked.output.contains("已写入"), "\(masked.output)")
        #expect(try folder.read("甲.txt").contains("电话：138****0001"))
        _ = try Program.run(["--plain"], in: folder, input: open + "2\n\(folder.path)\n甲\nn\nEsc\nq\n")
        #expect(try !Program.run(["journal"], in: folder).output.contains("打印未遮盖"))
        let whole = try Program.run(["--plain"], in: folder, input: open + "2\n\(folder.path)\n乙\nq\n")
        #expect(whole.output.contains("已写入"), "\(whole.output)")
        #expect(try folder.read("乙.txt").contains("电话：13800000001"))
        #expect(try Program.run(["journal", "--limit", "1"], in: folder).output.contains("打印未遮盖的《结对帮扶名册》1 张：P9"))
    }

    @Test(
        "A blank paper is for filling in by hand: names are there, what was recorded is not; the dashboard writes the template too"
    )
    func blank() throws {
        let folder = try SmallTown.imported()
        let card = try Program.run(
            ["--plain"], in: folder, input: "p7\n/钱二\n1\nd\n1\n文字\n空白，留给手填\n遮住\n\(folder.path)\n空\nq\n")
        #expect(card.output.contains("已写入 \(folder.path)/空.txt"), "\(card.output)")
        let text = try folder.read("空.txt")
        #expect(text.contains("钱二") && !text.contains("周五") && !text.contains("制表："))
        let board = try Board.opened(folder)
        try board.press("7\u{0B}", until: "导入文件1/4")
        try board.press("\u{1D}", until: "支部台账模板")
        try board.press("\u{13}", until: "已写入")
        board.quit()
        let path = home(folder) + "/支部台账模板.xlsx"
        #expect(try Data(contentsOf: URL(filePath: path)).prefix(2) == Data("PK".utf8))
        #expect(try Program.run(["import", path, "--dry-run"], in: folder).status == 0)
    }

    @Test("Without permission, without subjects it says so, and the form stays")
    func refused() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["--plain"], in: folder, input: "p7\nd\n文字\n/proc\n甲\nEsc\nq\n")
        #expect(outcome.output.contains("不对：/proc/甲.txt: 无法写入"), "\(outcome.output)")
        #expect(try folder.names().contains("zhibu.db"))
    }
}
