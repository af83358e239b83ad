import ArgumentParser
import Ledger
import PartyWork

/// `zhibu join`: two records of one person or household, or a village that is merged into another.
struct JoinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: localized(
            "把同一个人或同一户的两条记录合为一条，或把一个村撤并到另一个村",
            "Make two records of one person or household one, or merge a village into another"),
        discussion: localized(
            """
            结对、活动、任职、勾选等都改记到留下的一条，另一条删去；记流水一条，可以撤销。已签收月份的数字会变的，不办理。
            编号是两个村党组织的编码时办撤并：自 --on 那天起，党小组、人员、贫困户、合作社都转到留下的村，原村撤销；那天以前的数字不变。
            """,
            """
            Pairings, activities, posts, ticks and all else go to the record that stays, and the other goes; one entry of the journal, \
            which can be undone. Where a figure of a signed month would change it is refused. With the codes of two villages the one is \
            merged into the other from the day of --on: groups, people, households and cooperatives move, and the village is dissolved; \
            figures of earlier days stay.
            """))

    @Argument(help: .taking(.key, localized("删去的编号，或撤销的村的编码", "the key that goes, or the code of the village")))
    var gone: String

    @Argument(help: .taking(localized("留下的编号", "kept"), localized("留下的编号", "the key that stays")))
    var kept: String

    @Option(help: .taking(.date, localized("撤并的第一天；默认今天", "first day of a merger of villages; by default today")))
    var on: String?

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let key = RecordKey(CellRules.trimmed(gone))
        let tables: [TableSchema] = [.people, .households, .organizations]
        let found = try place.use { ledger in try tables.lazy.compactMap { try ledger.record($0, key) }.first }
        guard let record = found else { throw Refusal.notFound(.people, key) }
        if let village = record.record as? Organization {
            let day = try on.map { try cell(.dissolvedOn, $0, CellRules.day) } ?? Clock.computer.today()
            return try place.carryOut(.absorb(village, into: Code(CellRules.trimmed(kept)), on: day))
        }
        if on != nil {
            throw Failure(
                .wrongUsage,
                localized("--on 只用于撤并两个村", "--on is for merging two villages only"))
        }
        try place.carryOut(.join(record, into: RecordKey(CellRules.trimmed(kept))))
    }
}
