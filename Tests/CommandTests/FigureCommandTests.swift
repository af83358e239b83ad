import Foundation
import Testing

/// `zhibu status --open`: a figure opened on the command line, into the rows behind it and those missing from it.
@Suite("zhibu status --open") struct FigureCommandTests {
    private func open(_ arguments: [String], in folder: Folder? = nil, asOf day: String = "2016-06-30") throws
        -> Outcome
    {
        try Program.run(["status", "--as-of", day, "--open"] + arguments, in: folder ?? SmallTown.imported())
    }

    @Test("lists the rows of a figure as a table, below its rule")
    func table() throws {
        let folder = try SmallTown.imported()
        #expect(
            try open(["households"], in: folder).output == """
                户覆盖 1/2  试验镇 422801100  截至 2016-06-30  计入 1 行
                口径：户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 未脱贫户

                计入否  户编号  户主  村    帮扶人  最近走访
                计入    H1      周五  甲村  钱二    2016-06-10

                """)
        #expect(
            try open(["households", "--missing"], in: folder).output == """
                户覆盖 1/2  试验镇 422801100  截至 2016-06-30  缺口 1 行
                口径：户覆盖率＝有在岗帮扶人的未脱贫户 ÷ 未脱贫户

                计入否  户编号  户主  村    帮扶人  最近走访
                缺口    H2      吴六  甲村  -       -

                """)
        #expect(try open(["founders", "--missing"], in: folder).output.split(separator: "\n").count == 2)
    }

    @Test("gives them as JSON, in words that do not depend on the language", arguments: ["zh", "en"])
    func json(language: String) throws {
        let folder = try SmallTown.imported()
        let outcome = try open(["households", "--missing", "--format", "json", "--language", language], in: folder)
        #expect(
            outcome.output == """
                {
                  "asOf": "2016-06-30",
                  "scope": {
                    "code": "422801100",
                    "name": "试验镇"
                  },
                  "figure": "households",
                  "done": 1,
                  "target": 2,
                  "missing": [
                    {
                      "subject": "H2",
                      "state": "uncovered",
                      "head": "吴六",
                      "village": "甲村",
                      "helpers": [],
                      "lastVisitOn": ""
                    }
                  ]
                }

                """)
        for figure in ["partyDayMonths", "fiveOnes", "visits/P1", "month/2016-04", "members", "committee"] {
            let arguments = [figure, "--missing", "--scope", "422801100201", "--format", "json", "--language"]
            #expect(try open(arguments + [language], in: folder).output == open(arguments + ["zh"], in: folder).output)
        }
    }

    static let sheets: [([String], String)] = [
        (
            ["committee", "--missing"],
            "subject,state,name,visits.done,visits.target,visits.state\nP1,missing,赵一,1,4,on-track\n"
        ),
        (["committee"], "subject,state,name,visits.done,visits.target,visits.state\n"),
        (["visits/P1"], "subject,state,heldOn,branch,title,evidence\nA3,counted,2016-04-01,甲村,春耕,齐全\n"),
        (
            ["month/2016-05", "--scope", "422801100201"],
            """
            subject,state,heldOn,kind,what,evidence
            A2,counted,2016-05-10,主题党日,五月党日,齐全

            """
        ),
        (
            ["cooperatives/"],
            "subject,state,name,branch,founders,householdsLed\n93422801MA4800001L,counted,甲村茶叶合作社,甲村,钱二,30\n"
        ),
        (
            ["householdsLed"],
            "subject,state,name,branch,founders,householdsLed\n93422801MA4800001L,counted,甲村茶叶合作社,甲村,钱二,30\n"
        ),
        (["members"], "subject,state,name,organization,category,households\nP2,counted,钱二,甲村,正式党员,1\n"),
        (["visitedThisMonth", "--missing"], "subject,state,head,village,helpers,lastVisitOn\nH2,missing,吴六,甲村,,\n"),
        (
            ["themeActivities", "--scope", "422801100201"],
            "subject,state,heldOn,branch,title,evidence\nA1,counted,2016-03-05,甲村,学雷锋,齐全\n"
        ),
        (
            ["partyDay", "--scope", "422801100201", "--missing"],
            "subject,state,branch,period\n422801100201/2016-06,due-soon,甲村,2016-06\n"
        ),
    ]

    @Test("gives them as CSV, a column for each key of their JSON", arguments: sheets)
    func csv(arguments: [String], rows: String) throws {
        let outcome = try open(arguments + ["--format", "csv"])
        #expect(outcome.output == rows)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("writes them as a workbook, like the report itself")
    func workbook() throws {
        let folder = try SmallTown.imported()
        let outcome = try open(["members", "--missing", "--format", "xlsx", "--output", "gaps.xlsx"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("党员覆盖"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/gaps.xlsx"))
    }

    @Test("opens every figure that it names, and in JSON says the name again")
    func all() throws {
        let folder = try SmallTown.imported()
        let help = try Program.run(["status", "--help"], in: folder).output
        for name in ["committee", "themeActivity", "fiveOnes", "partyDay", "partyDayMonths", "households", "members"] {
            #expect(help.contains(name))
        }
        for token in [
            "committee", "themeActivity", "fiveOnes", "partyDay", "partyDayMonths", "households", "members",
            "visitedThisMonth", "cooperatives", "memberFounded", "founders", "householdsLed", "visitsReceived",
            "themeActivities", "visits/P1", "month/2016-05",
        ] {
            let outcome = try open([token, "--scope", "422801100201", "--format", "json"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("\"figure\": \"\(token)\""))
        }
    }

    static let mistakes: [([String], Int32, String)] = [
        (["helpers"], 64, "可选：committee、themeActivity、"), (["visits"], 64, "--open visits/P0001"),
        (["month"], 64, "--scope 给出支部编码"), (["month/5", "--scope", "422801100201"], 64, "--open month/2016-05"),
        (["households/H1"], 64, "后面不带 /"), (["visits/P9"], 1, "P9"), (["households", "--scope", "5"], 1, "5"),
    ]

    @Test("refuses what is no figure, or is asked of nobody, and says what there is", arguments: mistakes)
    func refused(arguments: [String], status: Int32, text: String) throws {
        let outcome = try open(arguments)
        #expect(outcome.status == status && outcome.output == "")
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
    }

    @Test("takes --missing only with a figure")
    func missingAlone() throws {
        let outcome = try Program.run(["status", "--missing"], in: SmallTown.imported())
        #expect(outcome.status == 64 && outcome.errors.contains("--open households --missing"))
    }
}
