import Foundation
import TestSupport
import Testing

/// 户状态, 任职 and 走访情况 from the command line: files beside the six.
@Suite struct FurtherFileTests {
    private static let files = [
        "household_states.csv": "户编号,脱贫日期,返贫日期,说明\nH1,2014-06-01,2015-03-01,因灾返贫\n",
        "posts.csv": "人员编号,组织编码,职务,开始日期,结束日期,来源,备注\nP2,422801100201,书记,2016-02-01,,致富能人,\n",
        "visits.csv": "编号,发现情况,帮扶措施,成效\nA4,圈舍漏雨,送油毡,已修好\n",
    ]

    private static func imported() throws -> Folder {
        let folder = try SmallTown.imported()
        for (name, text) in files { try folder.write("more/" + name, text) }
        return folder
    }

    @Test(
        "Files beyond the six tables are imported, checked, counted and exported as they were; a table without rows writes no file"
    )
    func roundTrip() throws {
        let folder = try Self.imported()
        let before = try Program.shell("zhibu export six && ls six", in: folder)
        #expect(!before.output.contains("posts.csv"))
        let outcome = try Program.run(["import", "more"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = ["户状态    新增 1  更新 0  不变 0", "任职      新增 1  更新 0  不变 0", "走访情况  新增 1  更新 0  不变 0"]
        #expect(outcome.output == lines.map { $0 + "\n" }.joined())
        let line = """
            zhibu export all >/dev/null && zhibu check
            for name in six/*; do cmp "$name" "all/${name#six/}"; done
            for name in more/*; do cmp "$name" "all/${name#more/}"; done
            """
        let compared = try Program.shell(line, in: folder)
        #expect(compared.errors == "")
        #expect(compared.output.contains("户状态") && compared.output.hasSuffix("台账完好\n"))
    }

    @Test("The days of an earlier lift make no poor household; figures of the other days stay")
    func figures() throws {
        let folder = try Self.imported()
        func inScope(_ day: String) throws -> String {
            let command = ["status", "--as-of", day, "--format", "json"]
            let output = try Program.run(command, in: folder).output
            let totals = output.components(separatedBy: "\"totals\"").last ?? ""
            return totals.components(separatedBy: "\"households\": ").dropFirst().first.map { String($0.prefix(50)) }
                ?? ""
        }
        let days = ["2014-05-31", "2015-03-01", "2016-06-30"]
        let before = try days.map(inScope)
        let during = try inScope("2015-02-28")
        #expect(try Program.run(["import", "more"], in: folder).status == 0)
        #expect(try days.map(inScope) == before)
        #expect(try inScope("2015-02-28") != during)
    }

    @Test("Bad rows are told by file and line, and nothing is saved")
    func bad() throws {
        let folder = try Self.imported()
        try folder.write("bad.csv", "户编号,脱贫日期,返贫日期\nH1,2013-06-01,2015-03-01\nH3,2016-02-01,2016-04-01\n")
        let outcome = try Program.run(["import", "bad.csv"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("bad.csv:2: 「脱贫日期」早于「识别日期」2014-01-01，请核对"))
        #expect(outcome.errors.contains("bad.csv:3: 「返贫日期」晚于贫困户表里的脱贫日期 2016-03-01"))
    }

    @Test("Posts: held, begun, ended, by post and by source")
    func posts() throws {
        let folder = try Self.imported()
        #expect(try Program.run(["posts"], in: folder).output.contains("还没有登记任职"))
        #expect(try Program.run(["import", "more"], in: folder).status == 0)
        let table = try Program.run(["posts", "--as-of", "2016-06-30"], in: folder).output
        #expect(
            table == """
                任职  试验镇 422801100  截至 2016-06-30  期间自 2016-01-01 起

                职务  在任  新任  卸任
                书记     1     1     0

                来源      在任  新任  卸任
                致富能人     1     1     0

                """)
        let command = ["posts", "--as-of", "2016-06-30", "--from", "2016-03-01", "--format", "csv"]
        let csv = try Program.run(command, in: folder).output
        #expect(csv == "by,name,held,begun,ended\npost,书记,1,0,0\nsource,致富能人,1,0,0\n")
    }
}
