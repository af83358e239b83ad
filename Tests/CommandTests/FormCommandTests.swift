import Testing

/// `zhibu form`, `zhibu template` and `--format xlsx`.
@Suite struct FormCommandTests {
    @Test(
        "Every paper, filled and blank, in three formats",
        arguments: ["month", "year", "pairing", "household", "pairings", "households", "cooperatives", "township"])
    func everyForm(name: String) throws {
        let folder = try SmallTown.imported()
        for format in ["xlsx", "html", "text"] {
            let filled = try Program.run(
                ["form", name, "--as-of", "2016-06-30", "--output", "a." + format], in: folder)
            #expect(filled.status == 0 && filled.errors == "")
            #expect(filled.output.hasPrefix("已写入 a.\(format)：《"))
            let blank = try Program.run(["form", name, "--blank", "--output", "b." + format], in: folder)
            #expect(blank.status == 0 && blank.errors == "")
            #expect(try folder.mode("a." + format) == 0o600)
        }
        #expect(try folder.names() == ["a.html", "a.text", "a.xlsx", "b.html", "b.text", "b.xlsx", "town", "zhibu.db"])
    }

    @Test("Blank papers need no ledger")
    func blankWithoutLedger() throws {
        let folder = try Folder()
        let outcome = try Program.run(["form", "pairing", "--blank"], in: folder)
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains("填报单位（盖章）：________________ ")
                && outcome.output.contains(" 截至 ____ 年 ____ 月 ____ 日\n"))
        let month = try Program.run(["form", "month", "--blank", "--month", "2016-05"], in: folder)
        #expect(month.output.contains(" 2016 年 5 月支部月报表\n") && month.output.contains("盖章）：________________ "))
        #expect(try folder.names() == [])
    }

    @Test("A blank paper of a branch keeps its name and its groups")
    func blankOfBranch() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(
            ["form", "year", "--org", "422801100201", "--as-of", "2016-06-30", "--blank"], in: folder)
        #expect(outcome.output.contains("试验镇 甲村（422801100201）"))
        #expect(outcome.output.contains("\n甲村一组            ____"))
    }

    @Test("The summary has the figures of status")
    func townshipIsStatus() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["form", "township", "--as-of", "2016-06-30"], in: folder)
        let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map { String($0) } }
        let branch = "甲村 1 1 1 4 正常 1 5 滞后 1 1 2 50.0% 1 2 50.0% 1 1 1 1 30"
        #expect(rows.contains(branch.split(separator: " ").map { String($0) }))
        let total = "合计 1 1 1 4 1 5 滞后 1 2 50.0% 1 3 33.3% 1 1 1 1 30"
        #expect(rows.contains(total.split(separator: " ").map { String($0) }))
    }

    @Test("Telephone numbers are masked; in full they are told to the journal first")
    func unmasked() throws {
        let folder = try SmallTown.imported()
        try folder.write("more/p.csv", "人员编号,姓名,组织编码,类别,电话\nP9,王九,422801100201,正式党员,13800000001\n")
        try folder.write("more/q.csv", "户编号,人员编号,开始日期\nH2,P9,2015-01-01\n")
        #expect(try Program.run(["import", "more"], in: folder).status == 0)
        let line = ["form", "pairing", "--helper", "P9", "--as-of", "2016-06-30"]
        #expect(try Program.run(line, in: folder).output.contains("电话：138****0001"))
        let masked = try Program.run(["journal", "--limit", "1"], in: folder)
        #expect(!masked.output.contains("打印"))
        let open = try Program.run(line + ["--unmasked"], in: folder)
        #expect(open.output.contains("电话：13800000001"))
        let journal = try Program.run(["journal", "--limit", "1"], in: folder)
        #expect(journal.output.contains("打印未遮盖的《结对帮扶名册》1 张：P9"))
    }

    @Test(
        "Wrong usage is explained",
        arguments: [
            (["form", "month", "--format", "xlsx"], 64, "xlsx 不能写到屏幕上，请用 --output 给出文件"),
            (["form", "month", "--format", "pdf"], 64, "pdf 不能写到屏幕上，请用 --output 给出文件"),
            (["form", "month", "--helper", "P1"], 64, "--helper 只用于 pairing"),
            (["form", "year", "--month", "2016-05"], 64, "--month 只用于 month"),
            (["form", "pairing", "--blank", "--unmasked"], 64, "没有要遮住的内容"),
            (["form", "township", "--unmasked"], 64, "没有要遮住的内容"),
            (["form", "household", "--household", "H9"], 1, "H9"), (["form", "pairing", "--helper", "P99"], 1, "P99"),
            (["form", "month", "--org", "9"], 1, "9"), (["form", "nothing"], 64, "nothing"),
            (["status", "--format", "xlsx"], 64, "xlsx 不能写到屏幕上，请用 --output 给出文件"),
            (["gaps", "--format", "pdf"], 64, "pdf 不能写到屏幕上，请用 --output 给出文件"),
            (["form", "township", "--output", "no/such.html"], 1, "no/such.html"),
        ])
    func refused(line: [String], status: Int32, message: String) throws {
        let outcome = try Program.run(line, in: SmallTown.imported())
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test("Every report can be written as xlsx", arguments: ["status", "gaps", "month", "posts", "checklist"])
    func reports(name: String) throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run([name, "--format", "xlsx", "--output", "r.xlsx"], in: folder)
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(try folder.mode("r.xlsx") == 0o600)
        let text = try Program.run([name, "--format", "csv", "--output", "r.csv"], in: folder)
        #expect(text.output == "")
        #expect(try folder.read("r.csv") == (try Program.run([name, "--format", "csv"], in: folder).output))
    }

    @Test("Papers and reports as PDF, with a word on standard error where fonts of GB/T 9704 are missing")
    func pdf() throws {
        let folder = try SmallTown.imported()
        for line in [
            ["form", "month", "--as-of", "2016-06-30"], ["gaps", "--format", "pdf", "--as-of", "2016-06-30"],
        ] {
            let outcome = try Program.run(line + ["--output", "\(line[0]).pdf"], in: folder)
            #expect(outcome.status == 0 && outcome.output.hasPrefix("已写入 \(line[0]).pdf："))
            #expect(outcome.errors.isEmpty || outcome.errors.hasPrefix("zhibu：这台电脑没有"))
            #expect(try folder.mode("\(line[0]).pdf") == 0o600)
            let text = try Program.shell("pdftotext \(line[0]).pdf -", in: folder).output
            #expect(text.contains("甲村") && text.contains("第 1 页，共"))
        }
    }

    @Test(
        "Without its library or a Chinese font a PDF is not begun; it says what to install",
        arguments: [
            ("LD_LIBRARY_PATH=$PWD", "没有装 pango 和 cairo（libpangocairo-1.0-0）"),
            ("FONTCONFIG_FILE=$PWD/none.conf", "没有中文字体，写不出 PDF；请安装 fonts-noto-cjk"),
        ])
    func withoutLibrary(setting: String, message: String) throws {
        let folder = try SmallTown.imported()
        try folder.write("libpangocairo-1.0.so.0", "不是库")
        try folder.write("none.conf", "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere</dir></fontconfig>")
        let outcome = try Program.shell("\(setting) zhibu form township --output r.pdf", in: folder)
        #expect(outcome.status == 1 && outcome.errors.hasPrefix("zhibu：r.pdf: 这台电脑\(message)"), "\(outcome.errors)")
        #expect(try Program.shell("ls -A | grep r.pdf", in: folder).output == "")
    }

    @Test("The template is written once, and replaces none that is filled in")
    func template() throws {
        let folder = try Folder()
        let first = try Program.run(["template"], in: folder)
        #expect(first.status == 0 && first.output == "已写入 支部台账模板.xlsx\n")
        #expect(try folder.names() == ["支部台账模板.xlsx"])
        let second = try Program.run(["template"], in: folder)
        #expect(second.status == 1)
        #expect(second.errors == "zhibu：支部台账模板.xlsx: 无法写入（已有同名文件，不覆盖），请处理后重试\n")
        #expect(try Program.run(["template", "--output", "b.xlsx"], in: folder).status == 0)
        // The sheets are tables that an import knows, empty as they are.
        try #expect(Program.run(["template", "--definitions", "--output", "c.xlsx"], in: folder).status == 0)
        for (file, sheets) in [("b.xlsx", 6), ("c.xlsx", 11)] {
            let read = try Program.run(["import", "--dry-run", file], in: folder)
            let tables = Set(read.errors.split(separator: "\n") + read.output.split(separator: "\n")).filter {
                $0.hasPrefix("\(file)[") && $0.hasSuffix("表")
            }
            #expect(read.status == 0 && tables.count == sheets, "\(read)")
        }
    }

    @Test("A full disk: it says why and leaves no half of a file", arguments: ["xlsx", "html", "pdf"])
    func fullDisk(format: String) throws {
        let folder = try SmallTown.imported()
        let line = "ulimit -f 2; \"$ZHIBU\" form township --as-of 2016-06-30 --output r.\(format)"
        let outcome = try Program.shell(line, in: folder)
        #expect(outcome.status == 70)
        #expect(outcome.errors == "zhibu：r.\(format): 无法写入（磁盘空间不足），请处理后重试\n")
        #expect(try Program.shell("ls -A | grep r.\(format)", in: folder).output == "")
    }
}
