import Foundation
import PartyWork

/// What the program says of itself with `--experimental-dump-help`.
struct CommandHelp: Decodable {
    let commandName: String
    let abstract: String
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [CommandHelp]?
    let superCommands: [String]?

    /// An option, a flag or what stands without a name.
    struct Argument: Decodable {
        let abstract: String?
        let allValues: [String]?
        let defaultValue: String?
        let isOptional: Bool
        let isRepeating: Bool
        let kind: String
        let preferredName: Name?
        let valueName: String?

        struct Name: Decodable {
            let name: String
        }
    }

    private struct Dump: Decodable {
        let command: CommandHelp
    }

    /// Reads the dump.
    static func root(_ json: String) throws -> CommandHelp {
        try JSONDecoder().decode(Dump.self, from: Data(json.utf8)).command
    }

    /// `month submit`; empty for the program itself.
    var path: String {
        guard let superCommands else { return "" }
        return (superCommands.dropFirst() + [commandName]).joined(separator: " ")
    }

    /// All commands below this one, each before its own; the parser's own `help` aside.
    var commands: [CommandHelp] {
        (subcommands ?? []).filter { $0.commandName != "help" }.flatMap { [$0] + $0.commands }
    }

    /// The arguments that the parser does not add to every command.
    var ownArguments: [Argument] {
        (arguments ?? []).filter { !["help", "version"].contains($0.preferredName?.name) }
    }
}

// MARK: - As roff

extension CommandHelp {
    /// `zhibu import <文件>… [--dry-run]`; the ledger's place, which every command takes, only for the program itself.
    var synopsis: String {
        let shown = ownArguments.filter { path.isEmpty || !["database", "language"].contains($0.preferredName?.name) }
        return ([Roff.bold(path.isEmpty ? "zhibu" : "zhibu " + path)] + shown.map(\.inSynopsis)).joined(separator: " ")
    }
}

extension CommandHelp.Argument {
    /// `--format 格式`, as roff.
    var label: String {
        let value = kind == "flag" ? "" : Roff.italic(valueName ?? "")
        guard let name = preferredName?.name else { return value + (isRepeating ? "…" : "") }
        let option = Roff.bold("--" + name)
        return value.isEmpty ? option : option + " " + value
    }

    fileprivate var inSynopsis: String { isOptional ? "[\(label)]" : label }

    /// What it means, and what may be chosen.
    var entry: [String] {
        let choices = allValues.map { localized("可选：", "one of ") + $0.joined(separator: localized("、", ", ")) }
        let usual = defaultValue.map { localized("默认：", "by default ") + $0 }
        let said = [abstract, choices, usual].compactMap { $0 }.joined(separator: localized("；", "; "))
        return Roff.entry(label, said + localized("。", "."))
    }
}
