import PartyWork
import Testing

@testable import Exchange

@Suite("The header of a file")
struct HeaderTests {
    @Test(
        "Each table is known by its columns, in any order and whatever else is there",
        arguments: TableSchema.builtIn.contract)
    func tables(table: TableSchema) {
        let columns = table.columns.map(\.header)
        for names in [columns, columns.reversed(), table.required.map(\.header), ["序号"] + columns] {
            let header = Header(names, book: .builtIn)
            #expect(header.table == table)
            #expect(header.found.allSatisfy { names[$0.index] == $0.column.header })
            #expect(Set(header.found.map(\.column)).union(header.absent.map(\.column)) == Set(table.columns))
        }
    }

    @Test(
        "A header that does not do makes the file bad at line 1, and its rows are not looked at",
        arguments: [
            ("", .emptyFile), ("\n \n,,\n", .emptyFile), ("\u{FEFF}", .emptyFile),
            ("甲,乙\n1,2\n", .noTable(nearest: nil, missing: [])),
            ("人员编号,姓名,组织编码\nP1,,,,,\n", .noTable(nearest: .people, missing: [.category])),
            ("人员编号,户编号\nP1\n", .noTable(nearest: .pairings, missing: [.startedOn])),
            ("人员编号,姓名,组织编码,类别,姓名\n,,,x\n", .columnTwice(.personName)),
            ("人员编号,姓名,组织编码,类别,电话,电话\n,,,x\n", .columnTwice(.phone)),
            ("编码,名称,类型,编号,日期,组织编码,主题\n,,,x\n", .twoTables([.organizations, .activities])),
        ] as [(String, ImportNotice.Reason)])
    func bad(text: String, reason: ImportNotice.Reason) throws {
        let report = try Town.check([text])
        #expect(report.notices.map(\.reason) == [reason])
        #expect(report.notices.map(\.line) == [1])
        #expect(report.counts.isEmpty)
    }

    @Test("A header alone is fine, blanks around its cells too")
    func alone() throws {
        let report = try Town.check(["人员编号 ,\u{3000}姓名,\t组织编码,类别\u{A0}"])
        #expect(report.notices.isEmpty)
        #expect(report.counts == [.people: .init()])
    }

    @Test("Unknown columns are warned of once and ignored, whatever stands in them")
    func unknown() throws {
        let text = "序号,编码,名称,类型,,序号\n\u{200B}一\u{1},422801100,龙凤镇,乡镇党委,x,\"a\nb\"\n"
        let report = try Town.check([text])
        #expect(report.notices.map(\.reason) == [.unknownColumn("序号"), .namelessColumn(5)])
        #expect(report.notices.map(\.description).first == "1.csv:1: warning: 不认识的列“序号”，已忽略")
        #expect(report.counts == [.organizations: .init(new: 1)])
    }

    @Test("A control character in a header cell is bad, and the rows are looked at all the same")
    func characters() throws {
        let text = "编码,名称,类型,备\u{200B}注,\"序\n号\"\n422801100,龙凤镇,乡镇,,\n"
        let report = try Town.check([text])
        #expect(Town.places(report) == ["1.csv:1", "1.csv:1", "1.csv:3"])
        #expect(report.notices.allSatisfy { !$0.text.unicodeScalars.contains(where: CellRules.isForbidden) })
    }

    @Test("Column names are compared by code points")
    func codePoints() throws {
        // U+2F00 and the like look the same and are not.
        #expect(Header(["编码", "名称", "类\u{F9D0}"], book: .builtIn).table == nil)
        #expect(Header(["编码", "名称", "类型"], book: .builtIn).table == .organizations)
    }

    @Test("Lines before the header are counted; what is wrong with the header is line 1")
    func blankLines() throws {
        let report = try Town.check(["\n\n编码,名称,类型,序号\n422801100,龙凤镇,乡镇\n"])
        #expect(report.notices.map(\.line) == [1, 4])
    }

    @Test("A quote left open in the header hides the rest")
    func openQuote() throws {
        let report = try Town.check(["编码,名称,类型,\"序号\n422801100,龙凤镇,乡镇\n"])
        #expect(report.notices.filter { $0.kind == .fault }.map(\.reason) == [.unreadable(.unterminated, column: nil)])
    }
}
