import Foundation
import PartyWork
import Testing

/// The manual page says what the program does, because it is made from it.
@Suite struct ManualTests {
    private static let project = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    @Test(
        "The manual agrees with commands and keys in both languages; make golden writes it anew",
        arguments: Language.allCases)
    func page(_ language: Language) throws {
        let name = language == .chinese ? "zhibu.1" : "zhibu.en.1"
        let file = Self.project.appending(path: "Documentation/" + name)
        let text = try manual(in: language)
        if ProcessInfo.processInfo.environment["ZHIBU_GOLDEN"] == "write" { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "run make golden and read the diff")
    }

    @Test("Every command, option and exit status is in the manual", arguments: Language.allCases)
    func complete(_ language: Language) throws {
        let root = try root(in: language)
        let text = try manual(in: language)
        #expect(root.commands.count > 15)
        for command in root.commands {
            #expect(text.contains("\n.SS zhibu \(command.path)\n"))
            for argument in command.ownArguments { #expect(text.contains(".TP\n\(argument.label)\n")) }
        }
        for status in [0, 1, 64, 69, 70] { #expect(text.contains(".TP\n\\fB\(status)\\fR\n")) }
    }

    @Test("The Chinese of the English manual is the contract's words")
    func english() throws {
        let words = try manual(in: .english).matches(of: /\p{Han}+/).map { String($0.0) }
        #expect(Set(words).subtracting(Self.contractWords) == [])
    }

    /// The words of the files, which have no other name; the name of the language's option in the other language, for those who
    /// cannot read this one; the names of files that the program writes; words of the handbook, which is Chinese.
    private static let contractWords = Set(
        ActivityKind.choices + PairingEndReason.choices + Evidence.choices + [
            "界面语言", "支部台账模板", "搬家", "主题", "目录", "校验码",
        ])

    @Test("Every environment variable that the program reads is in the manual")
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

    private func manual(in language: Language) throws -> String {
        let version = try Program.run(["--version"], in: Folder())
        return try Language.$current.withValue(language) {
            ManualPage(root: try root(in: language), version: String(version.output.dropLast())).text
        }
    }

    private func root(in language: Language) throws -> CommandHelp {
        let folder = try Folder()
        folder.environment["ZHIBU_LANGUAGE"] = language.rawValue
        return try .root(Program.run(["--experimental-dump-help"], in: folder).output)
    }
}
