import ArgumentParser
import Dashboard
import PartyWork
import TerminalUI

/// `zhibu help 主题`: a page of the handbook.
///
/// `zhibu help` with a command is the parser's.
struct HandbookHelp {
    private let word: String

    /// Nil for arguments that ask for something else.
    init?(_ arguments: [String]) {
        let words = arguments.filter { !$0.hasPrefix("-") }
        guard arguments.first == "help", words.count == 2,
            !Zhibu.configuration.subcommands.contains(where: { $0.configuration.commandName == words[1] })
        else { return nil }
        word = words[1]
    }

    /// Writes the page, or the topics there are.
    ///
    /// - Throws: a `Failure` where the word is none, the page is nowhere, or nothing can be written.
    func run() throws {
        if word == "主题" || word == "handbook" { return try StandardStream.output.write(HandbookHelp.topics) }
        let found = Handbook.Topic.found(by: word)
        guard let topic = found.first, found.count == 1 else {
            throw Failure(
                .wrongUsage,
                localized(
                    "没有“\(word.safe)”这个主题或命令。手册的主题：\n\(HandbookHelp.topics)",
                    "There is no topic or command \(word.safe). The handbook's topics:\n\(HandbookHelp.topics)"))
        }
        let hint = localized("", "The handbook is in Chinese. For the commands see zhibu --help.\n\n")
        try StandardStream.output.write(hint + HandbookHelp.wrapped(try HandbookFile.page(topic)))
    }

    /// The topics, a line each.
    private static var topics: String {
        Handbook.Topic.allCases.map { topic in
            width.pad("  zhibu help " + topic.rawValue, to: 26) + topic.summary + "\n"
        }.joined()
    }

    private static let width = TextWidth()

    /// Steps stay in their lines; other lines are broken where a terminal ends.
    private static func wrapped(_ page: String) -> String {
        page.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { $0.hasPrefix("    ") ? [String($0)] : width.wrap(String($0), to: 78) }
            .map { $0 + "\n" }.joined()
    }
}
