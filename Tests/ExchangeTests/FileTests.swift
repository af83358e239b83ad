import Glibc
import PartyWork
import Testing

@testable import Exchange

private func check(_ paths: [String]) throws -> ImportReport {
    try Importer(paths: paths, update: false, today: Town.today).run(into: FakeSession())
}

/// Takes rows and does nothing with them.
private struct Nobody: RowTaker {
    func take(_ row: borrowing some RecordRow & ~Copyable) {}
}

/// Writes to the file while its rows are read.
private struct Writer: RowTaker {
    let folder: TemporaryFolder

    func take(_ row: borrowing some RecordRow & ~Copyable) throws {
        try folder.write("o.csv", Town.organizations + "\n")
    }
}

@Suite("Files and folders of a call")
struct FileTests {
    @Test("A folder stands for its CSV files by name, hidden ones and others left out")
    func folder() throws {
        let folder = try TemporaryFolder()
        for name in ["b.csv", "A.CSV", "乙.Csv", "甲.csv"] { try folder.write(name, "甲\n") }
        for name in [".c.csv", "d.txt", "csv", "e.csv.bak"] { try folder.write(name, "甲\n") }
        _ = folder.makeFolder("f.csv")
        let expected = ["A.CSV", "b.csv", "乙.Csv", "甲.csv"].map { "\(folder.path)/\($0)" }
        #expect(try check([folder.path]).notices.map(\.file) == expected)
        #expect(try check([folder.path + "/"]).notices.map(\.file) == expected)
    }

    @Test("A header of two hundred thousand columns is refused at once, one with as many commas is read")
    func wideHeader() throws {
        let folder = try TemporaryFolder()
        let wide = try folder.write("wide.csv", (0..<200_000).map { "x\($0)" }.joined(separator: ",") + "\n")
        let commas = String(repeating: ",", count: 200_000)
        let empty = try folder.write("empty.csv", Town.organizations.replacing("\n", with: commas + "\n"))
        let notices = try check([wide, empty]).notices.filter { $0.kind == .fault }
        #expect(notices.map(\.reason) == [.workbook(.tooLarge(.columns(1_024), part: "表头"))])
    }

    @Test("What cannot be opened is told without a line, and the other files are looked at")
    func unopened() throws {
        let folder = try TemporaryFolder()
        let empty = folder.makeFolder("empty")
        let bad = try folder.write("bad.csv", "甲\n")
        mkfifo(folder.path + "/pipe", 0o600)
        let report = try check([folder.path + "/no.csv", empty, folder.path + "/pipe", bad, "/dev/null", ""])
        #expect(
            report.notices.map(\.reason) == [
                .file(.missing), .file(.noCSV), .file(.notRegular), .noTable(nearest: nil, missing: []),
                .file(.notRegular),
                .file(.missing),
            ])
        #expect(report.notices[0].description == "\(folder.path)/no.csv: 找不到此文件或文件夹，请核对路径")
        #expect(!report.isAccepted)
    }

    @Test("A file name need not be UTF-8")
    func names() throws {
        let folder = try TemporaryFolder()
        let raw = Array(folder.path.utf8CString.dropLast()) + [0x2F, -60, -29, 0x2E, 0x63, 0x73, 0x76, 0]
        let descriptor = open(raw, O_CREAT | O_WRONLY, 0o600)
        close(descriptor)
        #expect(try check([folder.path]).notices.map(\.reason) == [.emptyFile])
        unlink(raw)
    }

    @Test("A file written to while it is read is refused")
    func changed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("o.csv", Town.organizations)
        let people = try folder.write("p.csv", Town.people)
        var nobody = Nobody()
        let source = try TextFile(InputPath(people), .builtIn)
        try folder.write("p.csv", Town.people + "P3,张,422801100,群众\n")
        #expect(throws: FileFault.changed) {
            try source.forEachRow(below: source.header, until: .max, ImportMeter(), &nobody)
        }
        let organizations = try TextFile(InputPath(path), .builtIn)
        #expect(throws: FileFault.changed) {
            var writer = Writer(folder: folder)
            try organizations.forEachRow(below: organizations.header, until: .max, ImportMeter(), &writer)
        }
    }

    @Test("A path given twice is told row by row")
    func twice() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("o.csv", Town.organizations)
        #expect(try check([path, path]).notices.map(\.line) == [2, 3, 4, 5])
    }
}
