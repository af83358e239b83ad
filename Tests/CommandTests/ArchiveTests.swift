import TestSupport
import Testing

/// `zhibu archive`: a year in one folder.
@Suite("The year's file") struct ArchiveTests {
    private static let files = [
        "半年表.text", "合作社登记册.text", "年度表.text", "帮扶卡/422801100201 甲村.text", "数据/activities.csv", "数据/cooperatives.csv",
        "数据/households.csv", "数据/organizations.csv", "数据/pairings.csv", "数据/people.csv", "月报/2016-01.text",
        "月报/2016-12.text", "校验码.txt", "汇总表/2016-03-31.text", "汇总表/2016-06-30.text", "汇总表/2016-09-30.text",
        "汇总表/2016-12-31.text", "目录.csv", "结对名册/422801100201 甲村.text",
    ]

    @Test("holds the papers of the year, the tables, an index of all, and checksums that another program confirms")
    func whole() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["archive", "档案/", "--year", "2016", "--format", "text"], in: folder)
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        let found = try Program.shell(
            "cd 档案 && find . -type f | sed 's,^./,,' | LC_ALL=C sort && sha256sum --strict --quiet -c 校验码.txt && echo 相符",
            in: folder)
        var lines = found.output.split(separator: "\n").map(String.init)
        #expect(lines.popLast() == "相符")
        #expect(outcome.output == "已归档到 档案/：\(lines.count) 个文件\n")
        #expect(Self.files.allSatisfy { lines.contains($0) }, "\(lines)")
        #expect(lines.filter { $0.hasPrefix("月报/") }.count == 12)
        let index = try folder.read("档案/目录.csv").split(separator: "\n")
        #expect(index.count == lines.count - 1, "a line for each file but itself and the checksums, and the header")
        #expect(index.contains { $0.contains(",帮扶卡/422801100201 甲村.text,贫困户帮扶卡,2016-12-31,3,") }, "\(index)")
        #expect(try folder.mode("档案/目录.csv") == 0o600)
        let tables = try Program.shell("zhibu export all >/dev/null && diff -r all 档案/数据 && echo 一样", in: folder)
        #expect(tables.output == "一样\n")
    }

    @Test("A changed file is found by its checksum")
    func changed() throws {
        let folder = try SmallTown.imported()
        _ = try Program.run(["archive", "档案", "--year", "2016", "--format", "text"], in: folder)
        let found = try Program.shell(
            "cd 档案 && echo x >> 年度表.text && sha256sum --quiet -c 校验码.txt", in: folder)
        #expect(found.status == 1 && found.output.contains("年度表.text"))
    }

    @Test("A name that is taken, a year to come and a disk that refuses leave nothing and change nothing")
    func refused() throws {
        let folder = try SmallTown.imported()
        let taken = try Program.run(["archive", "town", "--year", "2016", "--format", "text"], in: folder)
        #expect(taken.status != 0 && taken.errors.contains("town"), "\(taken.errors)")
        let later = try Program.run(["archive", "档案", "--year", "9000"], in: folder)
        #expect(later.status == 1 && later.errors.contains("9000 年还没有到"), "\(later.errors)")
        let missing = try Program.run(["archive", "没有/档案", "--year", "2016", "--format", "text"], in: folder)
        #expect(missing.status != 0 && missing.errors.contains("没有/档案"), "\(missing.errors)")
        let full = try Program.shell("ulimit -f 1; zhibu archive 档案 --year 2016 --format text", in: folder)
        #expect(full.status != 0 && full.errors.contains("zhibu：档案/"), "\(full.errors)")
        #expect(try Program.shell("ls -A | grep 档案", in: folder).output == "")
    }
}
