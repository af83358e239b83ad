import PartyWork

@testable import Exchange

/// A small town that every rule can be tried on, and the words for trying.
enum Town {
    static let today = Day("2016-06-30").unsafelyUnwrapped

    static let organizations = """
        编码,名称,类型
        422801100,龙凤镇,乡镇党委
        422801100211,店子槽村,村党组织
        422801100901,茶业联合支部,联合支部
        42280110021101,一组,党小组

        """
    static let people = """
        人员编号,姓名,组织编码,类别
        P1,张三,422801100211,正式党员
        P2,李四,42280110021101,群众

        """
    static let households = """
        户编号,户主,村编码,人口,识别日期
        H1,王五,422801100211,4,2014-01-01

        """

    static let all = [organizations, people, households]

    /// The columns of a table as a header line.
    static func header(_ table: TableSchema) -> String { table.columns.map(\.header).joined(separator: ",") }

    /// The town, saved.
    static func saved() throws -> [AnyRecord] {
        let session = FakeSession()
        _ = try check(all, into: session)
        return TableSchema.builtIn.flatMap { session[$0] }
    }

    /// Imports texts as files `1.csv`, `2.csv` …; notices read `1.csv:2: …`.
    static func check(
        _ texts: [String], into session: FakeSession = FakeSession(), update: Bool = false
    ) throws -> ImportReport {
        try check(bytes: texts.map { Array($0.utf8) }, into: session, update: update)
    }

    static func check(
        bytes: [[UInt8]], into session: FakeSession = FakeSession(), update: Bool = false
    ) throws -> ImportReport {
        let folder = try TemporaryFolder()
        let paths = try bytes.enumerated().map { try folder.write("\($0 + 1).csv", $1) }
        var report = try Importer(paths: paths, update: update, today: today).run(into: session)
        report.notices = report.notices.map {
            let file = String($0.file.dropFirst(folder.path.count + 1))
            return ImportNotice(.init(file, sheet: $0.place.sheet, line: $0.line), $0.reason)
        }
        return report
    }

    /// What is wrong when a text is imported on top of the saved town.
    static func faults(_ text: String) throws -> [ImportNotice] {
        try check([text], into: FakeSession(saved())).notices.filter { $0.kind == .fault }
    }

    /// The places of notices of a kind: `1.csv:2`.
    static func places(_ report: ImportReport, _ kind: ImportNotice.Kind = .fault) -> [String] {
        report.notices.filter { $0.kind == kind }.map { "\($0.file):\($0.line ?? 0)" }
    }
}

extension HeaderBook {
    /// Nothing said yet, for the tables of the program.
    static let builtIn = HeaderBook(of: TableSchema.builtIn)
}
