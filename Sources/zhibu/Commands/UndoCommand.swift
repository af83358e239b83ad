import ArgumentParser
import Ledger
import PartyWork

/// `zhibu undo`.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: localized("撤销流水中的一条", "Undo an entry of the journal"),
        discussion: localized(
            """
            不给条号时撤销自己今天最近的一次；别人的、以前的、导入和接收的月报须写明条号。
            撤销接收就是重开：要用 --reason 写明原因，签收的数字保留。此后同一内容又有改动的，须先撤销后者。
            """,
            """
            Without a number it takes back your own last entry of today; what others did, what is older, imports and accepted months \
            need the number. Undoing an acceptance reopens the month: give a --reason; what was signed is kept. Where the same was \
            changed later, that is to be undone first.
            """))

    @Argument(
        help: .taking(
            localized("条号", "entry"),
            localized(
                "流水的条号，见 zhibu journal；不给则为自己今天最近的一次",
                "number of the entry, see zhibu journal; else your own last of today")))
    var entry: Int?

    @Option(help: .taking(.reason, localized("原因；撤销接收必填", "reason, required to undo an acceptance")))
    var reason: String?

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let target = try entry ?? ownLast()
        try tellWhose(target)
        try place.carryOut(.undo(entry: target, reason: reason ?? ""))
    }

    /// What the officer did last today.
    private func ownLast() throws -> Int {
        let today = Clock.computer.today()
        let last = try place.use { ledger in
            let officer = try ledger.known(Surroundings.officer, on: today)
            return try ledger.undoable(OwnActs(of: officer, since: today, clockOffset: Clock.offset()))
        }
        guard let card = last else {
            throw Failure(
                .refused,
                localized(
                    "今天没有自己可撤销的操作；以前的、别人的请写明条号，条号见 zhibu journal",
                    "Nothing of your own today to undo; for what is older or others' give the number, see zhibu journal"
                ))
        }
        if card.isTakenBackByNumber {
            throw Failure(
                .refused,
                localized(
                    "最近一次是第 \(card.row.id) 条（\(card.row.summary)），要撤销请写明条号：zhibu undo \(card.row.id)",
                    "Your last entry is \(card.row.id) (\(card.row.summary)); to undo it name it: zhibu undo \(card.row.id)"
                ))
        }
        return card.row.id
    }

    /// Says whose entry it is that is taken back, where it is not one's own.
    private func tellWhose(_ target: Int) throws {
        let found = try place.use { ledger in
            (
                try ledger.journal(limit: 1, before: target + 1).first,
                try ledger.known(Surroundings.officer, on: Clock.computer.today())
            )
        }
        guard let row = found.0, row.id == target, !row.isBy(found.1) else { return }
        let time = localTime(row.at, offset: Clock.offset()).safe
        StandardStream.error.tell(
            localized(
                "zhibu：注意：第 \(row.id) 条是 \(row.officer.safe) 于 \(time) 做的\n",
                "zhibu: note: entry \(row.id) was made by \(row.officer.safe) at \(time)\n"))
    }
}
