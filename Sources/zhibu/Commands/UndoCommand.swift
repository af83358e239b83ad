import ArgumentParser
import Ledger
import PartyWork

/// `zhibu undo`.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: localized("撤销流水中的一条", "Undo an entry of the journal"),
        discussion: localized("此后同一内容又有改动的，须先撤销后者。", "Where the same was changed later, that is to be undone first."))

    @Argument(
        help: ArgumentHelp(
            localized("流水的条号，见 zhibu journal", "number of the entry, see zhibu journal"),
            valueName: localized("条号", "entry")))
    var entry: Int

    @OptionGroup var place: LedgerPlace

    func run() throws {
        try place.carryOut(.undo(entry: entry))
    }
}
