import ArgumentParser
import Ledger
import PartyWork

/// `zhibu undo`.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "撤销流水中的一条", discussion: "此后同一内容又有改动的，须先撤销后者。")

    @Argument(help: ArgumentHelp("流水的条号，见 zhibu journal", valueName: "条号"))
    var entry: Int

    @OptionGroup var place: LedgerPlace

    func run() throws {
        try StandardStream.output.write(place.perform(.undo(entry: entry)).summary.safe + "\n")
    }
}
