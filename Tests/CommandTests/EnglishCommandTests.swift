import TestSupport
import Testing

/// What the commands say in English: nothing in Chinese but data, and words that are typed or found in Chinese.
@Suite("In English, every command") struct EnglishCommandTests {
    /// The three ways to ask for it.
    enum Way: CaseIterable {
        case option
        case variable
        case locale

        /// Runs a command line of an officer who asked this way.
        func run(_ line: [String], in folder: Folder, input: String = "") throws -> Outcome {
            folder.environment["ZHIBU_LANGUAGE"] = self == .variable ? "en" : nil
            folder.environment["LANG"] = self == .locale ? "en_US.UTF-8" : nil
            return try Program.run(line + (self == .option ? ["--language", "en"] : []), in: folder, input: input)
        }
    }

    static let commands = [
        [], ["demo"], ["import"], ["status"], ["gaps"], ["posts"], ["checklist"], ["record"], ["pair"], ["unpair"],
        ["export"], ["check"], ["backup"], ["journal"], ["undo"], ["month"], ["month", "submit"], ["month", "accept"],
        ["month", "return"], ["month", "reopen"], ["form"], ["template"],
    ]

    @Test("The help of every command, in lines that fit", arguments: commands)
    func help(command: [String]) throws {
        let folder = try Folder()
        let pages = try Way.allCases.map { way in
            let outcome = try way.run(command + ["--help"], in: folder)
            #expect(outcome.status == 0 && outcome.errors == "")
            return outcome.output
        }
        #expect(pages[0].contains("USAGE: " + (["zhibu"] + command).joined(separator: " ")))
        for page in pages {
            #expect(page == pages[0])
            expectEnglish(page)
            for line in page.split(separator: "\n") {
                #expect(line.count <= 78)
            }
        }
    }

    @Test("The dump from which the manual page is made")
    func dump() throws {
        let folder = try Folder()
        let dump = try Way.variable.run(["--experimental-dump-help"], in: folder)
        let root = try CommandHelp.root(dump.output)
        let texts = ([root] + root.commands).flatMap { command in
            [command.abstract, command.discussion ?? ""]
                + command.ownArguments.flatMap { [$0.abstract ?? "", $0.valueName ?? ""] }
        }
        for text in texts { expectEnglish(text) }
        let silent = ([root] + root.commands).filter { command in
            command.abstract.isEmpty || command.ownArguments.contains { ($0.abstract ?? "").isEmpty }
        }
        #expect(silent.map(\.path) == [])
    }

    /// Each command once, one after another in one town.
    static let done: [[String]] = [
        ["status", "--as-of", "2016-06-30"], ["gaps", "--as-of", "2016-06-30"], ["posts", "--as-of", "2016-06-30"],
        ["checklist", "--as-of", "2016-07-02"], ["checklist", "Q01", "--as-of", "2016-07-02"],
        ["month", "--month", "2016-05"], ["month", "submit", "422801100201", "2016-05"],
        ["month", "accept", "422801100201", "2016-05"], ["month", "--month", "2016-05"],
        ["month", "reopen", "422801100201", "2016-05", "--reason", "forgotten"],
        ["month", "submit", "422801100201", "2016-05"],
        ["month", "return", "422801100201", "2016-05", "--reason", "no papers"],
        [
            "record", "--kind", "主题活动", "--org", "422801100201", "--date", "2016-06-01", "--title", "Children's day",
            "--evidence", "待补",
        ],
        ["pair", "H2", "P3", "--from", "2016-06-01"],
        ["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "调整", "--replace", "P3"],
        ["unpair", "H1", "P3", "--on", "2016-06-01", "--reason", "录入有误", "--note", "wrong helper", "--replace", "P1"],
        ["undo", "10"], ["journal"], ["check"], ["import", "town", "--dry-run"], ["import", "town"],
        ["import", "changed.csv", "--update"], ["export", "out"], ["backup", "b.db"],
        ["form", "month", "--month", "2016-05", "--output", "f.html"], ["template", "--output", "t.xlsx"],
        ["status", "--format", "xlsx", "--output", "r.xlsx"], ["demo", "--plain"], ["--plain"],
    ]

    @Test("What every command answers", arguments: Way.allCases)
    func answers(way: Way) throws {
        let folder = try LatinTown.imported()
        folder.environment["XDG_CACHE_HOME"] = folder.path + "/cache"
        try folder.write("changed.csv", "人员编号,姓名,组织编码,类别,职务\nP3,Sun San,422801100201,正式党员,clerk\n")
        for line in Self.done {
            let outcome = try way.run(line, in: folder, input: "q\n")
            #expect(outcome.status == 0, "\(line): \(outcome.errors)")
            // The sample's own names are Chinese.
            if line.first != "demo" { expectEnglish(outcome.output, "\(line)") }
            expectEnglish(outcome.errors, "\(line)")
        }
    }

    /// An error of each command, and each kind of wrong usage.
    static let refused: [(line: [String], status: Int32)] = [
        ([], 64), (["demo"], 64), (["nothing"], 64), (["status", "--scop", "1"], 64), (["status", "--nonsense"], 64),
        (["status", "--as-of"], 64), (["status", "--as-of", "2016-13-01"], 64), (["gaps", "--format", "xml"], 64),
        (["unpair", "H1", "P2", "--on", "2016-06-01"], 64), (["pair", "H1"], 64), (["pair", "H1", "P2", "P3"], 64),
        (["status", "--scope", "1", "--scope=2"], 64), (["import", "--update=1", "town"], 64),
        (["status", "--database="], 64), (["--generate-completion-script", "csh"], 64),
        (["journal", "--limit", "0"], 64),
        (["month", "submit", "422801100201", "May"], 64), (["month", "reopen", "422801100201", "2016-05"], 64),
        (["form", "nothing"], 64), (["form", "month", "--format", "xlsx"], 64),
        (["form", "month", "--helper", "P1"], 64),
        (["form", "year", "--month", "2016-05"], 64), (["form", "township", "--unmasked"], 64),
        (["status", "--scope", "9"], 1), (["gaps", "--scope", "9"], 1), (["posts", "--scope", "9"], 1),
        (["checklist", "Q09"], 1), (["month", "--scope", "9"], 1), (["month", "submit", "422801100201", "2999-01"], 1),
        (["month", "accept", "422801100201", "2016-05"], 1),
        (["month", "return", "422801100201", "2016-05", "--reason", "late"], 1),
        (["month", "reopen", "422801100201", "2016-05", "--reason", " "], 1),
        (["record", "--kind", "帮扶走访", "--org", "422801100201", "--date", "2016-06-31", "--title", " "], 1),
        (["record", "--kind", "安全隐患", "--org", "422801100201", "--date", "2016-06-01", "--title", "Roof"], 1),
        (["record", "--kind", "visit", "--org", "422801100299", "--date", "2016-06-01", "--title", "Roof"], 1),
        (["pair", "H9", "P3"], 1), (["pair", "H1", "P2", "--from", "2016-06-02"], 1),
        (["pair", "H2", "P3", "--from", "yesterday"], 1), (["pair", "H2", "P3", "--from", " "], 1),
        (["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "调整"], 1),
        (["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "bad"], 1),
        (["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "录入有误"], 1), (["undo", "99"], 1),
        (["import", "missing.csv"], 1), (["import", "bad.csv"], 1), (["import", "bad.csv", "--dry-run"], 1),
        (["import", "changed.csv"], 1), (["import", "empty.txt"], 1), (["export", "bad.csv"], 1),
        (["backup", "bad.csv"], 1), (["template", "--output", "bad.csv"], 1),
        (["form", "household", "--household", "H9"], 1),
        (["form", "pairing", "--helper", "P99"], 1), (["form", "township", "--output", "no/such.html"], 1),
        (["status", "--database", "bad.csv"], 69), (["check", "--database", "bad.csv/z.db"], 69),
    ]

    @Test("Every refusal and wrong usage", arguments: Way.allCases)
    func errors(way: Way) throws {
        let folder = try LatinTown.imported()
        try folder.write("bad.csv", "人员编号,姓名,组织编码,类别\nP9,Zhou,422801100299,farmer\nP8,,422801100201,群众\n")
        try folder.write("changed.csv", "人员编号,姓名,组织编码,类别,职务\nP3,Sun San,422801100201,正式党员,clerk\n")
        try folder.write("empty.txt", "")
        for (line, status) in Self.refused {
            let outcome = try way.run(line, in: folder)
            #expect(outcome.status == status, "\(line): \(outcome.errors)")
            #expect(outcome.errors.hasPrefix("zhibu: ") || line.first == "import", "\(line): \(outcome.errors)")
            expectEnglish(outcome.output + outcome.errors, "\(line)")
        }
    }

    @Test(
        "Choices are named by what can be typed",
        arguments: [
            (["unpair", "H1", "P2", "--on", "2016-06-01", "--reason", "bad"], "调整"),
            (["record", "--kind", "bad", "--org", "422801100201", "--date", "2016-06-01", "--title", "x"], "主题党日"),
        ])
    func choices(line: [String], word: String) throws {
        let outcome = try Way.option.run(line, in: LatinTown.imported())
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
    }

    private func expectEnglish(_ text: String, _ what: String = "") {
        #expect(!text.withoutData.hasChinese, "\(what): \(text)")
    }
}

extension String {
    /// Words of the contract that the command line takes, names of papers, and what is said in both languages on purpose.
    private static let data = [
        "专题调研", "主题活动", "主题党日", "帮扶走访", "培养积极分子", "合理化建议", "安全隐患", "矛盾纠纷", "办实事", "脱贫", "调整", "离任",
        "销户", "录入有误", "齐全", "待补", "支部台账模板.xlsx", "目录.csv", "校验码.txt", "界面语言", "“”—…※①●",
    ]

    /// The text without data: the words above, `Household no. (户编号)`, `《支部月报表》`, cells of a file such as `"预备党员"`, and
    /// the headers that a file has.
    fileprivate var withoutData: String {
        String.data.reduce(self) { $0.replacing($1, with: "") }
            .replacing(/\(\p{Han}+\)/, with: "").replacing(/《\p{Han}+》/, with: "")
            .replacing(/"\p{Han}+"/, with: "").replacing(/same headers: .*/, with: "")
    }
}
