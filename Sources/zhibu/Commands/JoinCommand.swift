import ArgumentParser
import Ledger
import PartyWork

/// `zhibu join`.
struct JoinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: localized("把同一个人或同一户的两条记录合为一条", "Make two records of one person or household one"),
        discussion: localized(
            "结对、活动、任职、勾选等都改记到留下的一条，另一条删去；记流水一条，可以撤销。已签收月份的数字会变的，不办理。",
            """
            Pairings, activities, posts, ticks and all else go to the record that stays, and the other goes; one entry of the journal, \
            which can be undone. Where a figure of a signed month would change it is refused.
            """))

    @Argument(help: .taking(.key, localized("删去的编号", "the key that goes")))
    var gone: String

    @Argument(help: .taking(localized("留下的编号", "kept"), localized("留下的编号", "the key that stays")))
    var kept: String

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let key = RecordKey(gone)
        let tables: [TableSchema] = [.people, .households]
        let found = try place.use { ledger in try tables.lazy.compactMap { try ledger.record($0, key) }.first }
        guard let record = found else { throw Refusal.notFound(.people, key) }
        try place.carryOut(.join(record, into: RecordKey(kept)))
    }
}
