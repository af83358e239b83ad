import Foundation
import Testing

/// Wrong usage ends with 64 and a Chinese sentence; help is complete.
@Suite struct UsageTests {
    static let wrong: [([String], String)] = [
        (["没有"], "没有“没有”这个命令"),
        (["status", "--scop", "1"], "不认识的选项“--scop”，是不是 --scope？"),
        (["status", "--as-of"], "选项“--as-of <日期>”缺少值"),
        (["status", "--as-of", "2016-13-01"], "“--as-of <日期>”的值“2016-13-01”无效，请写成 2016-06-30 这样"),
        (["gaps", "--format", "xml"], "“--format <格式>”的值“xml”无效，可选：table、json、csv"),
        (["unpair", "H1", "P2", "--on", "2016-06-01"], "缺少“--reason <原因>”"),
        (["pair", "H1"], "缺少“<人员编号>”"),
        (["pair", "H1", "P2", "P3"], "多余的参数：“P3”"),
        (["status", "--scope", "1", "--scope=2"], "选项 --scope 给了两次"),
        (["import", "--update=1", "town"], "选项 --update 不带值"),
        (["status", "--database="], "选项“--database <路径>”缺少值"),
    ]

    @Test("Wrong usage: 64, in Chinese, where and what to do", arguments: wrong)
    func wrongUsage(arguments: [String], sentence: String) throws {
        let outcome = try Program.run(arguments, in: Folder())
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("zhibu：") && outcome.errors.contains(sentence), "\(outcome.errors)")
    }

    @Test("What may be given several times is not refused the second time")
    func repeated() throws {
        let dump = try Program.run(["--experimental-dump-help"], in: Folder()).output
        let options = try JSONDecoder().decode(HelpDump.self, from: Data(dump.utf8)).command.repeatedOptions
        #expect(options.contains(["check", "--seal"]) && options.contains(["template", "--register"]), "\(options)")
        for option in options {
            let outcome = try Program.run(option + ["1", option[option.count - 1], "2"], in: Folder())
            #expect(!outcome.errors.contains("给了两次"), "\(option) \(outcome.errors)")
        }
    }

    @Test("The dashboard needs a terminal")
    func dashboardWithoutTerminal() throws {
        for arguments in [[], ["demo"]] {
            let outcome = try Program.run(arguments, in: Folder())
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("要在终端里打开"))
        }
    }

    static let commands = [
        "demo", "import", "status", "gaps", "posts", "checklist", "record", "pair", "unpair", "export", "check",
        "backup", "journal",
        "undo",
    ]

    @Test("Every command and option is explained in Chinese", arguments: commands)
    func help(command: String) throws {
        let outcome = try Program.run([command, "--help"], in: Folder())
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("用法：zhibu \(command)"))
        #expect(outcome.output.contains("--database <路径>"))
        #expect(!outcome.output.contains("OPTIONS") && !outcome.output.contains("Show "))
        let options = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  -") || $0.hasPrefix("  <") }
        for option in options {
            #expect(option.dropFirst(2).unicodeScalars.contains { $0.value > 0x2E80 }, "\(option)")
        }
    }

    @Test("The overview of help lists all commands")
    func rootHelp() throws {
        let outcome = try Program.run(["--help"], in: Folder())
        for command in Self.commands { #expect(outcome.output.contains("\n  \(command) ")) }
    }

    @Test("the Debian package has the program's version")
    func packageVersion() throws {
        let changelog = URL(filePath: #filePath).appending(path: "../../../debian/changelog").standardizedFileURL
        let newest = try #require(try String(contentsOf: changelog, encoding: .utf8).split(separator: "\n").first)
        let version = try Program.run(["--version"], in: Folder()).output.split(separator: " ").last ?? ""
        #expect(newest.hasPrefix("zhibu (\(version.dropLast()))"))
    }

    @Test("Version and completion scripts")
    func versionAndCompletions() throws {
        #expect(try Program.run(["--version"], in: Folder()).output == "zhibu 0.1.0\n")
        for shell in ["bash", "zsh", "fish"] {
            let outcome = try Program.run(["--generate-completion-script", shell], in: Folder())
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("as-of"))
        }
    }
}

/// What the argument parser says of its commands.
private struct HelpDump: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let arguments: [Argument]?
        let subcommands: [Command]?

        /// The options that may be given several times, each with the words of its command.
        var repeatedOptions: [[String]] {
            let own = (arguments ?? []).filter { $0.isRepeating && $0.kind == "option" }
                .compactMap { $0.names?.first.map { ["--" + $0.name] } }
            let below = (subcommands ?? []).flatMap { command in
                command.repeatedOptions.map { [command.commandName] + $0 }
            }
            return own + below
        }
    }

    struct Argument: Decodable {
        let kind: String
        let isRepeating: Bool
        let names: [Name]?

        struct Name: Decodable {
            let name: String
        }
    }
}
