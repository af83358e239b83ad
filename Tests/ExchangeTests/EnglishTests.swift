import Glibc
import PartyWork
import TestSupport
import Testing

@testable import Exchange

/// What is told of files in English: one of each notice and fault.
///
/// Headers and words to write there stand beside it.
@Suite("In English") struct EnglishTests {
    private func inEnglish<Value>(_ make: () throws -> Value) rethrows -> Value {
        try Language.$current.withValue(.english, operation: make)
    }

    private func expectEnglish(_ texts: () -> [String]) {
        for text in inEnglish(texts) {
            // The header or word of the file, which is no text of ours.
            let own = text.replacing(#/ \(\p{Han}+\)/#, with: "")
            #expect(!own.hasChinese && !own.isEmpty, "\(text)")
        }
    }

    private static let place = FilePlace("people.csv", line: 3)

    private static let reasons: [ImportNotice.Reason] = [
        .notThere(RecordKey("x"), lacks: [.personName]), .unclearHelper("x y"), .file(.missing), .unreadableText,
        .emptyFile, .noTable(nearest: nil, missing: []),
        .noTable(nearest: .people, missing: [.personID, .category]), .twoTables([.people, .posts]),
        .noRegister("x"), .otherHouseholds("x"), .card("x"), .months, .otherHousehold("x", "y"), .undecided("x"),
        .stateWithoutDay("x", .liftedOn), .stateAgainstDay("x", .liftedOn),
        .stateBeside("x", "y", .liftedOn), .helperAbove("x"), .remarkDropped("x"), .notCalled("x:y=z"),
        .noName("x"), .otherCategory("x"),
        .unreadable(.remark("x (y)"), column: .personName), .unreadable(.sensitive(.identity), column: .head),
        .columnTwice(.phone), .understoodTwice(.phone, ["A", "B"]), .header("A", .lineBreak), .workbook(.noSheet),
        .unreadable(.unterminated, column: nil), .unreadable(.textAfterQuote, column: .phone),
        .unreadable(.quoteInside, column: Column("A")), .unreadable(.tooLong, column: nil),
        .unreadable(.error("#N/A"), column: .phone), .unreadable(.notComputed, column: nil),
        .unreadable(.digitsLost, column: nil), .unreadable(.monthLost("2016.1"), column: .identifiedOn),
        .unreadable(.exponent("4E+11"), column: .householdID), .surplus("x"),
        .merged(["C2:C4"]), .merged(["A1:A2", "B1:B2", "C1:C2", "D1:D2"]), .from1904,
        .field(FieldFault(.category, .unknownWord("x", choices: PersonCategory.choices))),
        .duplicate(RecordKey("P1"), place), .differs([ColumnChange(.phone, old: "", new: "1")]),
        .updated([ColumnChange(.phone, old: "1", new: "2")]), .locked(.stepIsFixed), .unknownColumn("A"), .notKept("A"),
        .containsSensitive("A", .identity), .namelessColumn(6), .sheetSkipped,
        .hidden(rows: [3], columns: [], isSheet: true),
        .hidden(rows: [3, 4, 5, 6], columns: ["B", "C"], isSheet: false), .warning(.creditCode("9")),
    ]

    @Test("every notice is said in English, and keeps its place and kind", arguments: reasons)
    func notice(_ reason: ImportNotice.Reason) {
        let notice = ImportNotice(Self.place, reason)
        expectEnglish { [notice.text] }
        let start = notice.kind == .warning ? "people.csv:3: warning: " : "people.csv:3: "
        #expect(inEnglish { notice.description } == start + inEnglish { notice.text })
    }

    @Test("personal data are named in English") func sensitive() {
        expectEnglish { Sensitive.allCases.map { ImportNotice(Self.place, .leftOut("A", $0)).text } }
    }

    @Test("the header of the file stands beside its English") func header() {
        let missing = ImportNotice(Self.place, .field(FieldFault(.personName, .missing)))
        #expect(inEnglish { missing.description } == "people.csv:3: Name (姓名): must not be empty")
        let twice = ImportNotice(Self.place, .columnTwice(.phone))
        #expect(inEnglish { twice.text }.contains("Phone (电话)"))
    }

    @Test("every fault of a file is said in English") func files() {
        let numbers = [
            EACCES, ENOSPC, EROFS, EIO, ENOENT, ENOTDIR, EISDIR, EEXIST, ELOOP, EPIPE, EMFILE, ENAMETOOLONG, 99,
        ]
        let faults: [FileFault] =
            [
                .missing, .folder, .notRegular, .changed, .noCSV, .noWorkbookLibrary, .damagedWorkbook, .unsettled(EIO),
                .noPDFLibrary, .noChineseFont,
            ]
            + numbers.flatMap { [.unreadable($0), .unwritable($0)] }
        expectEnglish { faults.map(\.text) }
    }

    @Test("every fault of a workbook is said in English") func workbooks() {
        let limits: [WorkbookFault.Limit] = [
            .entries(9), .unpacked(bytes: 1 << 30), .ratio(9), .sheets(9), .rows(9), .columns(9), .depth(9),
            .attributes(9),
            .element(bytes: 1 << 20), .row(bytes: 1 << 20), .sharedStrings(bytes: 1 << 20), .merges(9), .repeats(9),
            .cells(9),
        ]
        let faults: [WorkbookFault] =
            [
                .noLibrary(.gsf), .noLibrary(.minizip), .noLibrary(.expat), .notAWorkbook, .damaged(part: "x"),
                .missing(part: "x"), .documentType(part: "x"),
                .noSheet,
            ] + limits.map { .tooLarge($0, part: "x") } + ForeignFile.allCases.map { .foreign($0) }
        expectEnglish { faults.map(\.text) }
    }

    @Test("an import of a bad file is told in English") func wholeImport() throws {
        let text = "人员编号,姓名,组织编码,类别,Age\nP9,,422801100211,x,7\nP1,Wu,999,正式党员,7\n"
        let report = try Town.check([text], into: FakeSession(Town.saved()))
        #expect(report.notices.count > 3)
        // Of the saved town two names are Chinese data.
        expectEnglish { report.notices.map { $0.description.replacing("\"张三\"", with: "") } }
    }
}
