import Glibc
import PartyWork
import Testing

@testable import Exchange

private func export(_ session: FakeSession, to folder: String) throws {
    try Exporter(folder: folder, tables: TableSchema.builtIn).run { table, give in
        for record in session[table] { try give(record) }
    }
}

private let files = TableSchema.builtIn.contract.map(\.fileName).sorted()

@Suite("Export")
struct ExportTests {
    @Test("Columns, dates, lists, words and quotes are written as the contract says")
    func form() throws {
        let folder = try TemporaryFolder()
        let session = FakeSession()
        let activities = "编号,日期,类型,组织编码,主题,参加人员,备注\nA2,2016年6月1日,主题党日,422801100,=1+1,P1；P2,\"一\"\"二\"\"\r\n三\"\n"
        _ = try Town.check(Town.all + [activities], into: session)
        try export(session, to: folder.path + "/out")
        #expect(folder.names == ["out"])
        #expect(TemporaryFolder.names(folder.path + "/out").sorted() == files)
        #expect(TemporaryFolder.mode(folder.path + "/out") == 0o700)
        for file in files { #expect(TemporaryFolder.mode(folder.path + "/out/" + file) == 0o600) }
        let text = String(decoding: try folder.read("out/activities.csv"), as: UTF8.self)
        #expect(
            text.utf8.elementsEqual(
                """
                编号,日期,类型,组织编码,主题,参加人员,户编号,办结日期,材料,备注,作废日期,作废原因
                A2,2016-06-01,主题党日,422801100,=1+1,P1;P2,,,齐全,"一""二""\r\n三",,

                """.utf8))
        let people = String(decoding: try folder.read("out/people.csv"), as: UTF8.self)
        #expect(people.hasSuffix("P1,张三,422801100211,正式党员,,否,,,,,,\nP2,李四,42280110021101,群众,,否,,,,,,\n"))
        #expect(try folder.read("out/pairings.csv") == Array("户编号,人员编号,开始日期,结束日期,结束原因\n".utf8))
    }

    @Test("What is exported imports without a word and exports again to the same bytes", arguments: 0..<20)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix(seed)
        let folder = try TemporaryFolder()
        let first = FakeSession()
        let report = try Town.check(RandomTown.files(&random), into: first)
        #expect(report.notices.filter { $0.kind == .fault }.map(\.description) == [])
        try export(first, to: folder.path + "/1")
        let second = FakeSession()
        let again = try Importer(paths: [folder.path + "/1"], update: false, today: Town.today).run(into: second)
        #expect(again.isAccepted)
        #expect(first.rows == second.rows)
        try export(second, to: folder.path + "/2")
        for file in files { #expect(try folder.read("1/" + file) == folder.read("2/" + file)) }
        let third = try Importer(paths: [folder.path + "/2"], update: false, today: Town.today)
            .run(into: FakeSession(TableSchema.builtIn.flatMap { first[$0] }))
        #expect(third.counts.values.allSatisfy { $0.new == 0 && $0.updated == 0 })
    }

    @Test("A source that fails, or a name that is taken by a folder, leaves the files of before")
    func allOrNothing() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        for file in files { try folder.write(file, "old") }
        let exporter = Exporter(folder: folder.path, tables: TableSchema.builtIn, replacing: .anything)
        #expect(throws: Stop.self) {
            try exporter.run { table, _ in if table == .activities { throw Stop() } }
        }
        #expect(folder.names == files)
        for file in files { #expect(try folder.read(file) == Array("old".utf8)) }
        unlink(folder.path + "/pairings.csv")
        _ = folder.makeFolder("pairings.csv")
        #expect(throws: Exporter.Failure(path: folder.path + "/pairings.csv", fault: .unwritable(EISDIR))) {
            try exporter.run { _, _ in }
        }
        #expect(folder.names == files)
        #expect(try folder.read("organizations.csv") == Array("old".utf8))
    }

    @Test("A file that cannot take its name puts the others back")
    func rollBack() throws {
        let folder = try TemporaryFolder()
        try folder.write("people.csv", "old")
        let failure = Exporter.Failure(path: folder.path + "/activities.csv", fault: .unwritable(EISDIR))
        #expect(throws: failure) {
            try Exporter(folder: folder.path, tables: TableSchema.builtIn, replacing: .anything).run { table, _ in
                // After the look at the names, before they are taken.
                if table == .activities { _ = folder.makeFolder("activities.csv") }
            }
        }
        #expect(folder.names == ["activities.csv", "people.csv"])
        #expect(try folder.read("people.csv") == Array("old".utf8))
    }

    @Test("A link in the place of a file is replaced, not followed")
    func links() throws {
        let folder = try TemporaryFolder()
        try folder.write("target", "old")
        symlink(folder.path + "/target", folder.path + "/people.csv")
        try Exporter(folder: folder.path, tables: TableSchema.builtIn, replacing: .anything).run { _, _ in }
        #expect(try folder.read("target") == Array("old".utf8))
        #expect(try folder.read("people.csv").count > 10)
    }

    @Test("A folder that cannot be made or written to is named")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        #expect(throws: Exporter.Failure(path: folder.path + "/a/b/", fault: .unwritable(ENOENT))) {
            try Exporter(folder: folder.path + "/a/b", tables: TableSchema.builtIn).run { _, _ in }
        }
        let file = try folder.write("file", "x")
        #expect(throws: Exporter.Failure.self) {
            try Exporter(folder: file, tables: TableSchema.builtIn).run { _, _ in }
        }
        let closed = folder.makeFolder("closed", mode: 0o500)
        // Root may write everywhere.
        if geteuid() != 0 {
            #expect(throws: Exporter.Failure(path: closed + "/organizations.csv", fault: .unwritable(EACCES))) {
                try Exporter(folder: closed, tables: TableSchema.builtIn).run { _, _ in }
            }
        }
    }

    @Test("A full disk is an error and not a trap")
    func fullDisk() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        let file = OutputFile(descriptor: descriptor)
        #expect(throws: FileFault.unwritable(ENOSPC)) {
            for _ in 0..<100 { try file.write(String(repeating: "x", count: 1_000)) }
        }
        try file.write("x")
        #expect(throws: FileFault.unwritable(ENOSPC)) { try file.flush() }
    }

    @Test(
        "Lists for reading make formulas plain, exports leave them",
        arguments: [
            ("=1", "'=1"), ("+8627", "'+8627"), ("-1", "'-1"), ("@a", "'@a"), ("|x", "'|x"), ("%x", "'%x"),
            ("  =1", "'  =1"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"), ("\ta", "'\ta"),
            ("a=1", "a=1"), ("", ""), ("张三", "张三"), ("1-2", "1-2"),
        ])
    func formulas(cell: String, readable: String) {
        #expect(CSVText.neutralised(cell) == readable)
        #expect(CSVText.line([cell, "x"]).hasPrefix(cell))
    }

    @Test("Only what needs quotes gets them")
    func quotes() {
        #expect(CSVText.line(["a", "b c", "d,e", "f\"g", "h\ni", ""]) == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\n")
        #expect(CSVText.line(["a\rb"]) == "\"a\rb\"\n")
        #expect(CSVText.line(["\"", "\u{301}\"好\"\"", "，"]) == "\"\"\"\",\"\u{301}\"\"好\"\"\"\"\",，\n")
        var list = ReadableCSV { $0 }
        list.add(["=a,b"])
        list.add(["c"])
        #expect(list.text == "\"'=a,b\"\nc\n")
    }
}
