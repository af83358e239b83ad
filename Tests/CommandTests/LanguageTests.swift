import TestSupport
import Testing

/// Which language the program speaks, and what stays the same in all of them.
@Suite struct LanguageTests {
    /// A ledger that has been asked something, the surroundings, and whether English answers.
    static let surroundings: [([String: String], Bool)] = [
        ([:], false), (["LANG": "en_US.UTF-8"], true), (["LANG": "en"], true), (["LANG": "zh_CN.UTF-8"], false),
        (["LANG": "de_DE.UTF-8"], false), (["LC_ALL": "C"], false), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false),
        (["LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"], true),
        (["LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], false),
        (["ZHIBU_LANGUAGE": "en", "LC_ALL": "zh_CN.UTF-8"], true),
        (["ZHIBU_LANGUAGE": "zh", "LANG": "en_US.UTF-8"], false),
        (["ZHIBU_LANGUAGE": "", "LANG": "en_US.UTF-8"], true),
    ]

    @Test("the variables are asked in their order, and only what begins with en is English", arguments: surroundings)
    func variables(settings: [String: String], isEnglish: Bool) throws {
        let folder = try LatinTown.imported()
        folder.environment["ZHIBU_LANGUAGE"] = nil
        folder.environment.merge(settings) { $1 }
        #expect(try speaksEnglish([], in: folder) == isEnglish)
    }

    @Test(
        "The option holds over the variable, before or behind the command, with or without an equals sign",
        arguments: ["zh", "en"])
    func option(language: String) throws {
        let folder = try LatinTown.imported()
        folder.environment["ZHIBU_LANGUAGE"] = language == "en" ? "zh" : "en"
        for option in [["--language", language], ["--language=" + language]] {
            #expect(try speaksEnglish(option, in: folder) == (language == "en"))
            let before = try Program.run(option + ["undo", "99"], in: folder)
            #expect(before.errors.hasChineseWords == (language == "zh"))
        }
    }

    @Test(
        "Commands follow the language set in the dashboard; variable and option hold over it; settings that cannot be read do not count"
    )
    func setting() throws {
        let folder = try LatinTown.imported()
        folder.environment["ZHIBU_LANGUAGE"] = nil
        try folder.write(".config/zhibu/settings", "# note\nlanguage = en\n")
        #expect(try speaksEnglish([], in: folder))
        #expect(try !speaksEnglish(["--language", "zh"], in: folder))
        folder.environment["LC_ALL"] = "zh_CN.UTF-8"
        #expect(try speaksEnglish([], in: folder))
        folder.environment["ZHIBU_LANGUAGE"] = "zh"
        #expect(try !speaksEnglish([], in: folder))
        folder.environment["ZHIBU_LANGUAGE"] = nil
        try folder.write(".config/zhibu/settings", "language = fr\n")
        #expect(try !speaksEnglish([], in: folder))
    }

    @Test("The language changed on the settings screen is kept, and the next command speaks it")
    func keptByTheScreen() throws {
        let folder = try LatinTown.imported()
        folder.environment["ZHIBU_LANGUAGE"] = nil
        let board = try Board.opened(folder)
        try board.press(",", until: "这些字对齐吗")
        let down = String(repeating: "\u{1B}[B", count: 4)
        try board.press(down + Board.Keys.enter, until: "Settings")
        board.quit()
        #expect(try folder.read(".config/zhibu/settings").contains("language = en\n"))
        #expect(try speaksEnglish([], in: folder))
    }

    @Test("A value that is no language: 64, and nothing is done", arguments: ["fr", "EN", "", "英文"])
    func wrong(word: String) throws {
        let folder = try SmallTown.imported()
        for line in [["export", "out", "--language=" + word], ["--language", word, "export", "out"]] {
            let outcome = try Program.run(line, in: folder)
            #expect(outcome.status == 64 && outcome.output == "")
            #expect(outcome.errors.contains("--language") && outcome.errors.contains("zh、en"), "\(outcome.errors)")
        }
        folder.environment["ZHIBU_LANGUAGE"] = word
        let outcome = try Program.run(["export", "out"], in: folder)
        // An empty variable is as good as none.
        #expect(outcome.status == (word.isEmpty ? 0 : 64))
        #expect(word.isEmpty || outcome.errors.contains("ZHIBU_LANGUAGE"))
    }

    static let reports = [
        ["status"], ["gaps"], ["posts"], ["checklist"], ["checklist", "Q01"], ["month", "--month", "2016-05"],
    ]

    @Test("JSON and CSV are equal byte for byte in both languages", arguments: reports, ["json", "csv"])
    func machineReadable(report: [String], format: String) throws {
        let folder = try LatinTown.imported()
        let day = report[0] == "month" ? [] : ["--as-of", "2016-06-30"]
        let outcomes = try ["zh", "en"].map {
            try Program.run(report + day + ["--format", format, "--language", $0], in: folder)
        }
        #expect(outcomes.allSatisfy { $0.status == 0 && $0.errors == "" && !$0.output.isEmpty })
        #expect(outcomes[0].output == outcomes[1].output)
    }

    @Test("Exported files, papers and the template are the same in both languages")
    func papers() throws {
        let folder = try LatinTown.imported()
        for language in ["zh", "en"] {
            #expect(try Program.run(["export", language, "--language", language], in: folder).status == 0)
        }
        #expect(try folder.names("zh") == folder.names("en"))
        for name in try folder.names("zh") { #expect(try folder.read("zh/" + name) == folder.read("en/" + name)) }
        for form in ["month", "year", "pairing", "household", "pairings", "households", "cooperatives", "township"] {
            let texts = try ["zh", "en"].map {
                try Program.run(["form", form, "--as-of", "2016-06-30", "--language", $0], in: folder).output
            }
            #expect(texts[0] == texts[1] && !texts[0].isEmpty, "\(form)")
        }
    }

    /// Whether a refusal of the ledger is said in English.
    private func speaksEnglish(_ option: [String], in folder: Folder) throws -> Bool {
        let outcome = try Program.run(["undo", "99"] + option, in: folder)
        #expect(outcome.status == 1)
        return !outcome.errors.hasChineseWords
    }
}

extension String {
    /// Whether the program speaks Chinese; the `zhibu：` before a message aside.
    fileprivate var hasChineseWords: Bool { replacing("zhibu：", with: "").hasChinese }
}
