import Foundation
import Testing

/// The manual page says what the program does, because it is made from it.
@Suite struct ManualTests {
    private static let project = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    @Test("手册页与命令、按键表一致；make golden 重写")
    func page() throws {
        let file = Self.project.appending(path: "Documentation/zhibu.1")
        let text = try manual.text
        if ProcessInfo.processInfo.environment["ZHIBU_GOLDEN"] == "write" { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "run make golden and read the diff")
    }

    @Test("每个命令、每个选项都在手册页里")
    func complete() throws {
        let page = try manual
        #expect(page.root.commands.count > 15)
        for command in page.root.commands {
            #expect(page.text.contains("\n.SS zhibu \(command.path)\n"))
            for argument in command.ownArguments { #expect(page.text.contains(".TP\n\(argument.label)\n")) }
        }
        for status in [0, 1, 64, 69, 70] { #expect(page.text.contains(".TP\n\\fB\(status)\\fR\n")) }
    }

    @Test("程序读的每个环境变量都在手册页里")
    func variables() throws {
        let sources = Self.project.appending(path: "Sources/zhibu")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        let told = Set(ManualPage.variables.map(\.name))
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?:variable|folder)\("([A-Z_]+)"/) {
                #expect(told.contains(String(match.1)), "\(match.1) in \(file.lastPathComponent)")
            }
        }
    }

    private var manual: ManualPage {
        get throws {
            let folder = try Folder()
            let help = try Program.run(["--experimental-dump-help"], in: folder)
            let version = try Program.run(["--version"], in: folder)
            return try ManualPage(
                root: .root(help.output), version: String(version.output.dropLast()))
        }
    }
}
