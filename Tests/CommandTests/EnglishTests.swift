import Foundation
import TestSupport
import Testing

/// The command line in English.
@Suite("In English, the command line")
struct EnglishTests {

    private static func run(_ arguments: [String], in folder: Folder) throws -> Outcome {
        try Program.run(["--language", "en"] + arguments, in: folder)
    }

    @Test("explains every command without a Chinese sentence")
    func help() throws {
        let folder = try Folder()
        let root = try CommandHelp.root(Program.run(["--experimental-dump-help"], in: folder).output)
        for path in [""] + root.commands.map(\.path) {
            let words = path.split(separator: " ").map(String.init)
            let help = try Program.run(words + ["--language", "en", "--help"], in: folder)
            #expect(help.status == 0 && help.output.contains("OVERVIEW: "))
            for line in help.output.split(separator: "\n") where line.contains(/[，。；：、（）「」？]/) {
                // The sample's forms are named by their Chinese titles.
                #expect(path == "form", "\(path): \(line)")
            }
        }
    }

    @Test("prints tables, errors and receipts in English, and data as entered")
    func outputs() throws {
        let folder = try SmallTown.imported()
        let status = try Self.run(["status", "--as-of", "2016-06-30"], in: folder)
        #expect(status.output.hasPrefix("Branch ledger  试验镇 422801100  as of 2016-06-30\n"))
        #expect(!status.output.contains(/[，。；：、（）]/))
        let gaps = try Self.run(["gaps", "--as-of", "2016-06-30"], in: folder)
        #expect(gaps.output.hasPrefix("Gaps  试验镇") && !gaps.output.contains(/[，。；：、（）]/))
        #expect(try Self.run(["check"], in: folder).output.hasSuffix("The ledger is whole\n"))
        let unknown = try Self.run(["gaps", "--bogus"], in: folder)
        #expect(unknown.status == 64)
        #expect(unknown.errors == "zhibu: Unknown option '--bogus'\nSee: zhibu gaps --help\n")
        let refused = try Self.run(["pair", "H9", "P2"], in: folder)
        #expect(refused.status == 1 && !refused.errors.hasChinese, "\(refused.errors)")
        let nowhere = try Self.run(["status", "--scope", "9"], in: folder)
        #expect(nowhere.status == 1 && !nowhere.errors.hasChinese, "\(nowhere.errors)")
        try folder.write("bad.csv", "编码,名称,类型\n42,甲,村党组织\n")
        let bad = try Self.run(["import", "bad.csv"], in: folder)
        #expect(bad.status == 1)
        #expect(bad.errors.contains("bad.csv:2: Code (编码): \"42\" does not fit"), "\(bad.errors)")
    }

    @Test("keeps JSON and CSV to the byte", arguments: ["json", "csv"])
    func reports(format: String) throws {
        let folder = try SmallTown.imported()
        for command in ["status", "gaps", "posts", "month", "checklist"] {
            let arguments = [command, "--format", format]
            let chinese = try Program.run(arguments, in: folder)
            #expect(try Self.run(arguments, in: folder).output == chinese.output, "\(command)")
        }
    }

    @Test("is chosen by option, variable, setting or locale, in this order; anything else is Chinese")
    func choice() throws {
        let folder = try SmallTown.imported()
        func speaks(_ environment: [String: String], _ arguments: [String] = []) throws -> String {
            let before = folder.environment
            defer { folder.environment = before }
            folder.environment.merge(environment) { $1 }
            return try Program.run(arguments + ["check"], in: folder).output.hasChinese ? "zh" : "en"
        }
        #expect(try speaks([:]) == "zh")
        for locale in ["C", "POSIX", "zh_CN.UTF-8", "de_DE.UTF-8"] { #expect(try speaks(["LC_ALL": locale]) == "zh") }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] { #expect(try speaks([name: "en_US.UTF-8"]) == "en") }
        #expect(try speaks(["LC_ALL": "C", "LANG": "en_US.UTF-8"]) == "zh")
        try folder.write(".config/zhibu/settings", "language = zh\n")
        #expect(try speaks(["LANG": "en_US.UTF-8"]) == "zh")
        #expect(try speaks(["LANG": "zh_CN.UTF-8", "ZHIBU_LANGUAGE": "en"]) == "en")
        #expect(try speaks(["ZHIBU_LANGUAGE": "en"], ["--language", "zh"]) == "zh")
        #expect(try speaks(["ZHIBU_LANGUAGE": "zh"], ["--language=en"]) == "en")
    }

    @Test("refuses another language by its name")
    func unknown() throws {
        let folder = try SmallTown.imported()
        for outcome in [
            try Program.run(["--language", "fr", "check"], in: folder),
            try Program.shell("ZHIBU_LANGUAGE=fr zhibu check", in: folder),
        ] {
            #expect(outcome.status == 64 && outcome.errors.contains("zh or en"))
        }
    }
}
