import PartyWork
import Testing

@testable import Exchange

/// Tables of files of which registers are made: what is read of them, whatever they are about.
@Suite("A table of any file") struct SheetTableTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ text: String) throws -> SheetTable {
        try SheetTable.read(try folder.write("表.csv", text))
    }

    @Test("the header is found below a title; what is personal is not read, by its header or by what stands in it")
    func header() throws {
        let table = try read(
            "龙舟队名册\n序号,村,桡手,身份证号,卡,备注\n1,店子槽村,向大水,x,6222021234567890128,\n\n2,龙马村,田二,y,,快\n")
        #expect(table.columns.map(\.header) == ["序号", "村", "桡手", "备注"])
        #expect(table.rows.map(\.line) == [3, 5] && table.rows[1].cells == ["2", "龙马村", "田二", "快"])
        #expect(table.personal == ["身份证号", "卡"] && table.sheet == nil && !table.isCut)
    }

    @Test("totals and the line of who filled it in are no rows, which is told") func asides() throws {
        let table = try read("村,人数\n店子槽村,3\n龙马村,4\n合计,7\n填表人：张三,\n")
        #expect(table.rows.map(\.line) == [2, 3])
        #expect(table.unread == ["第 4 行“合计”", "第 5 行“填表人：张三”"])
    }

    @Test("columns without a name stay where something stands in them") func nameless() throws {
        let table = try read("甲,,乙,\n1,2,3,\n")
        #expect(table.columns.map(\.place) == [0, 1, 2])
    }

    @Test("more rows than become entries in one act are cut, which is said") func cut() throws {
        let lines = (1...SheetTable.mostRows + 1).map { "\($0),a" }.joined(separator: "\n")
        let table = try read("号,字\n" + lines + "\n")
        #expect(table.rows.count == SheetTable.mostRows && table.isCut)
    }

    @Test("what is no table says why", arguments: ["", "甲,乙\n", "\u{0}\u{1}"]) func none(text: String) throws {
        #expect(Self.fault { try read(text) } != nil)
    }

    private static func fault(_ read: () throws -> SheetTable) -> String? {
        do {
            _ = try read()
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("a sheet of a workbook is named, else the first with a header; one that is not there is refused")
    func sheets() throws {
        let path = Books.path("openpyxl.xlsx")
        let table = try SheetTable.read(path)
        let first = try #require(table.sheet)
        #expect(table.sheets.contains(first) && table.sheets.count > 1)
        #expect(try SheetTable.read(path, sheet: first) == table)
        #expect(Self.fault { try SheetTable.read(path, sheet: "没有的") }?.contains("没有的") ?? false)
    }
}
