import Foundation
import Testing

/// What the machine and other people do to the program.
@Suite struct TroubleTests {
    @Test("A result that cannot be written: 70, and why", arguments: [(">/dev/full", "磁盘空间不足"), (">&-", "输出未打开")])
    func outputFails(redirection: String, reason: String) throws {
        let folder = try SmallTown.imported()
        for line in ["status", "gaps --format csv", "--help", "check"] {
            let outcome = try Program.shell("zhibu \(line) \(redirection)", in: folder)
            #expect(outcome.status == 70, "\(line)")
            #expect(outcome.errors.contains(reason), "\(line)")
        }
    }

    @Test(
        "Saved, but the result cannot be written: 70, it says what was saved and under which number, not to be done again",
        arguments: [">/dev/full", ">&-"])
    func savedUnprinted(redirection: String) throws {
        let folder = try SmallTown.imported()
        let record = "record --kind 主题活动 --org 422801100201 --date 2016-06-01 --title 慰问"
        let saved: [(line: String, told: String)] = [
            (record, "已保存为流水第 2 条（CK6VPC-"), ("pair H2 P3 --from 2016-05-01", "已保存为流水第 3 条"),
            ("unpair H2 P3 --on 2016-06-01 --reason 录入有误 --note 错", "已保存为流水第 4 条"),
            ("month submit 422801100201 2016-05", "已保存为流水第 5 条"), ("undo 5", "已保存为流水第 6 条"),
            ("import town/households.csv", "已全部导入"), ("backup copy.db", "已备份到 copy.db"),
            ("export out", "已导出到 out"), ("template --output t.xlsx", "已写入 t.xlsx"),
        ]
        for (line, told) in saved {
            let outcome = try Program.shell("zhibu \(line) \(redirection)", in: folder)
            #expect(outcome.status == 70, "\(line)")
            #expect(outcome.errors.contains(told) && outcome.errors.contains("不要再做一遍"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("重新运行"), "\(line)")
        }
        #expect(try Program.run(["check"], in: folder).output.contains("活动    7\n"))
        #expect(try Program.shell("printf 'r\\n' | zhibu --plain \(redirection)", in: folder).status == 70)
    }

    @Test("The reader of the result is gone: 70, and no signal kills it")
    func readerGone() throws {
        let folder = try SmallTown.imported()
        let line = "{ sleep 0.2; zhibu status; echo $? >code; } | true; until [ -s code ]; do sleep 0.1; done; cat code"
        #expect(try Program.shell(line, in: folder).output == "70\n")
    }

    @Test("Ctrl-C in an import: 130, and nothing is left", arguments: [SIGINT, SIGTERM, SIGHUP])
    func interruptedImport(signal: Int32) throws {
        let folder = try largeTown()
        let before = try Program.run(status, in: folder).output
        let running = try Program.start("exec \"$ZHIBU\" import more.csv", in: folder)
        try waitFor(import: running, in: folder)
        running.signal(signal)
        let outcome = try running.outcome()
        #expect(outcome.status == 128 + signal)
        #expect(outcome.exited)
        #expect(outcome.errors == "zhibu：已中断，什么都没有保存\n")
        #expect(try Program.run(status, in: folder).output == before)
        #expect(try folder.names() == ["more.csv", "town", "zhibu.db"])
    }

    @Test("Killed in an import as if the power failed: the ledger is sound and as before")
    func killedImport() throws {
        let folder = try largeTown()
        let before = try Program.run(status, in: folder).output
        for milliseconds in [0, 100, 300] {
            let running = try Program.start("exec \"$ZHIBU\" import more.csv", in: folder)
            try waitFor(import: running, in: folder)
            usleep(UInt32(milliseconds) * 1_000)
            running.signal(SIGKILL)
            #expect(try running.outcome().exited == false)
            #expect(try Program.run(["check"], in: folder).status == 0)
            #expect(try Program.run(status, in: folder).output == before)
        }
    }

    @Test("Hostile texts do not reach the terminal")
    func hostileText() throws {
        let folder = try Folder()
        let hostile = "\u{1B}]0;x\u{7}\u{202E}\u{9B}31m\u{200B}"
        try folder.write("\(hostile).csv", "编码,名称,类型\n422801100,\(hostile),乡镇党委\n")
        let lines = [
            ["import", "\(hostile).csv"], ["status", "--scope", hostile], ["status", "--format", hostile], [hostile],
            ["pair", hostile, hostile], ["status", "--database", "/no/\(hostile)"], ["export", "/no/\(hostile)"],
            ["record", "--kind", hostile, "--org", hostile, "--date", hostile, "--title", hostile],
        ]
        for line in lines {
            let outcome = try Program.run(line, in: folder)
            #expect(outcome.status != 0)
            let text = outcome.output + outcome.errors
            #expect(
                !text.unicodeScalars.contains {
                    $0 != "\n" && "\u{1B}\u{7}\u{202E}\u{9B}\u{200B}".contains(Character($0))
                })
        }
    }

    /// The small town, and a file with so many activities that importing them takes a while.
    private let status = ["status", "--as-of", "2016-06-30", "--format", "json"]

    /// Waits until an import writes and hears signals, however fast or slow the machine is.
    private func waitFor(import running: Running, in folder: Folder) throws {
        while try !folder.names().contains("zhibu.db-journal") || running.caught & 1 << UInt64(SIGTERM - 1) == 0 {
            usleep(1_000)
        }
    }

    /// So many rows that no machine has imported them before a signal comes.
    private func largeTown() throws -> Folder {
        let folder = try SmallTown.imported()
        let rows = (0..<200_000).map { "B\($0),2016-0\($0 % 6 + 1)-15,主题党日,422801100201,党日\($0)\n" }
        try folder.write("more.csv", "编号,日期,类型,组织编码,主题\n" + rows.joined())
        return folder
    }
}
