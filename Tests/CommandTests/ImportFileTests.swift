import Foundation
import TestSupport
import Testing

/// Files and folders that cannot be imported, large ones, and an import on a terminal.
@Suite struct ImportFileTests {
    static let header = "编号,日期,类型,组织编码,主题\n"

    @Test("Every file that cannot be read is told, none left out, and nothing is saved")
    func unreadable() throws {
        let folder = try SmallTown.imported()
        let line = """
            mkfifo pipe.csv; mkdir bare; : >empty.csv
            printf '编号,日期\\n' | iconv -f UTF-8 -t UTF-16 >wide.csv; printf '\\177ELF\\002\\001\\377\\376' >binary.csv
            zhibu import pipe.csv bare gone.csv empty.csv wide.csv binary.csv town/people.csv /dev/zero
            """
        let outcome = try Program.shell(line, in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        let reasons = [
            "pipe.csv: 不是普通文件", "bare: 文件夹里没有表格（.csv、.xlsx、.xls、.ods、.et）", "gone.csv: 找不到此文件或文件夹", "empty.csv:1: ",
            "wide.csv:1: ",
            "binary.csv:1: ", "/dev/zero: 不是普通文件",
        ]
        for reason in reasons { #expect(outcome.errors.contains(reason), "\(reason)\n\(outcome.errors)") }
        #expect(outcome.errors.split(separator: "\n").count == reasons.count + 1, "\(outcome.errors)")
        #expect(!outcome.errors.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        #expect(try Program.run(["journal"], in: folder).output.split(separator: "\n").count == 2)
    }

    @Test("A file without permission to read says why", .enabled(if: geteuid() != 0, "管理员能读一切"))
    func forbidden() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.shell("echo x >secret.csv; chmod 000 secret.csv; zhibu import secret.csv", in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("secret.csv: 无法读取（没有权限）"))
    }

    @Test("A thousand errors are a thousand lines")
    func thousandFaults() throws {
        let folder = try SmallTown.imported()
        let rows = (0..<1_000).map { "B\($0),2016-02-30,主题党日,422801100201,党日\n" }
        try folder.write("bad.csv", Self.header + rows.joined())
        let outcome = try Program.run(["import", "bad.csv"], in: folder)
        #expect(outcome.status == 1)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 1_001)
        for (index, line) in lines.dropLast().enumerated() {
            #expect(line.hasPrefix("bad.csv:\(index + 2): 「日期」"))
        }
        #expect(lines[1_000].contains("有 1000 处错误"))
    }

    @Test("A large file: memory does not grow with its rows; output into a file shows no progress")
    func largeFile() throws {
        let folder = try SmallTown.imported()
        try writeLarge(folder, rows: 30_000)
        let running = try Program.start("exec \"$ZHIBU\" import large.csv", in: folder)
        var peak = 0
        while let now = peakMemory(running.id) {
            peak = max(peak, now)
            usleep(10_000)
        }
        let outcome = try running.outcome()
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(outcome.output.contains("新增 30000"))
        #expect((1..<120_000).contains(peak), "\(peak) kB")
    }

    @Test(
        "Imports and exports on a terminal tell rows a second and the time left; Ctrl-C: 130, nothing saved, no half of a file"
    )
    func interruptedOnTerminal() throws {
        let folder = try SmallTown.imported()
        try writeLarge(folder, rows: 60_000)
        let line = [Program.path, "import", folder.path + "/large.csv"]
        let session = try PtySession(line, environment: folder.terminalEnvironment)
        #expect(session.waitUntilSlowly { $0.text.contains(/已检查 \d+ 行，\d+%，每秒 \d+ 行，还要约 \d+ 秒/) })
        session.type("\u{3}")
        #expect(session.waitForExit() == .status(130))
        #expect(session.screen.text.contains("zhibu：已中断，什么都没有保存"))
        #expect(!session.screen.text.contains("已检查 "))
        #expect(try Program.run(["check"], in: folder).output.contains("活动    6\n"))
        #expect(try folder.names() == ["large.csv", "town", "zhibu.db"])
        #expect(try Program.run(["import", "large.csv"], in: folder).status == 0)
        let export = try PtySession(
            [Program.path, "export", folder.path + "/out"], environment: folder.terminalEnvironment)
        #expect(export.waitUntilSlowly { $0.text.contains(/已写出 \d+ 行，\d+%，每秒 \d+ 行/) })
        export.type("\u{3}")
        #expect(export.waitForExit() == .status(130))
        #expect(export.screen.text.contains("没有留下半截文件"))
        #expect(try folder.names() == ["large.csv", "town", "zhibu.db"])
    }

    private func writeLarge(_ folder: Folder, rows: Int) throws {
        let rows = (0..<rows).map { "B\($0),2016-0\($0 % 6 + 1)-15,主题党日,422801100201,党日\($0)\n" }
        try folder.write("large.csv", Self.header + rows.joined())
    }

    /// The most memory that a program has had, in kB; nil once it has ended.
    private func peakMemory(_ process: pid_t) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
    }
}
