import ArgumentParser
import Exchange
import Ledger
import PartyWork

/// `zhibu systems`.
struct SystemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "systems",
        abstract: localized("随附的体系：现成的登记簿定义，可以采用", "The town's systems: registers defined already, to be adopted"),
        subcommands: [List.self, Adopt.self], defaultSubcommand: List.self)

    /// `zhibu systems list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: localized("列出体系，已采用的注明", "List the systems, and which are adopted"))

        @OptionGroup var place: LedgerOptions

        func run() throws {
            let files = try SystemFiles()
            let book = try place.use { try $0.registers() }
            var table = TextTable([
                (localized("体系", "system"), .left), ("", .left), (localized("登记簿", "registers"), .left),
            ])
            for system in files.systems {
                let names = try SystemRows([system]).registers
                let known = names.filter { book[$0] != nil }
                let state =
                    known.count == names.count
                    ? localized("已采用", "adopted") : known.isEmpty ? "" : localized("部分采用", "in part")
                table.add([system.name, state, names.joined(separator: localized("、", ", "))])
            }
            try StandardStream.output.write(table.lines().joined(separator: "\n") + "\n")
        }
    }

    /// `zhibu systems adopt`.
    struct Adopt: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt", abstract: localized("采用体系：只添没有的定义", "Adopt systems: only what is missing is added"))

        @Argument(
            help: ArgumentHelp(localized("体系的名称", "names of systems"), valueName: localized("体系", "system")))
        var names: [String] = []

        @Flag(name: .long, help: localized("全部体系", "all systems"))
        var all = false

        @OptionGroup var place: LedgerOptions

        func run() throws {
            let systems = try SystemFiles().systems
            if all == !names.isEmpty {
                throw Failure(.wrongUsage, localized("请写明体系的名称，或只加 --all", "Name systems, or give --all alone"))
            }
            let chosen = try all ? systems : names.map { try system($0, of: systems) }
            let rows = try SystemRows(chosen).rows
            try place.carryOut(.adopt(rows))
        }

        private func system(_ name: String, of systems: [SystemFiles.System]) throws -> SystemFiles.System {
            let name = CellRules.trimmed(name)
            guard let found = systems.first(where: { $0.name == name || $0.folder.hasSuffix("/" + name) }) else {
                throw Failure(
                    .refused,
                    localized(
                        "没有“\(name.safe)”这个体系，有：\(systems.map(\.name).listed)",
                        "There is no system \(name.safe); there are: \(systems.map(\.name).listed)"))
            }
            return found
        }
    }
}
