import ArgumentParser
import Ledger
import PartyWork

/// `zhibu record`.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: localized("登记一项活动，输出它的编号", "Record an activity and print its number"),
        discussion: localized("规则与导入活动表相同。", "By the rules of the activities file."))

    @Option(
        help: .taking(
            localized("类型", "kind"),
            localized(
                "活动类型：\(ActivityKind.choices.joined(separator: "、"))",
                "kind of activity, by its word in the files: \(ActivityKind.choices.joined(separator: ", "))")))
    var kind: String

    @Option(help: .taking(.code, localized("开展活动的支部、党小组或乡镇的编码", "code of the branch, group or township")))
    var org: String

    @Option(help: .taking(.date, localized("活动、发现或开始的日期", "day it was held, found or begun")))
    var date: String

    @Option(help: .taking(localized("主题", "topic"), localized("主题", "topic")))
    var title: String

    @Option(
        help: .taking(
            localized("编号;编号", "number;number"),
            localized(
                "参加人员的编号，用 ; 隔开；专题调研、帮扶走访必填",
                "numbers of participants, separated by ;, needed for research and home visits")))
    var people: String?

    @Option(
        help: .taking(
            .household, localized("走访或帮助的户编号；帮扶走访、办实事必填", "number of the household, needed for home visits and deeds")))
    var household: String?

    @Option(
        help: .taking(.date, localized("办结日期；矛盾纠纷、办实事办结后才计", "day it was resolved; disputes and deeds count only then"))
    )
    var resolved: String?

    @Option(
        help: .taking(
            localized("材料", "papers"),
            localized("材料：齐全、待补；默认齐全", "papers: 齐全 complete, 待补 missing; complete by default")))
    var evidence: String?

    @Option(help: .taking(localized("备注", "note"), localized("备注", "note")))
    var note: String?

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let activity = try activity()
        try place.carryOut(.recordActivity(activity)) { $0.key?.description ?? "" }
    }

    /// The activity without a number, which the ledger gives it.
    private func activity() throws -> Activity {
        let given: [Column: String?] = [
            .kind: kind, .organization: org, .heldOn: date, .title: title, .participants: people,
            .householdID: household, .resolvedOn: resolved, .evidence: evidence, .note: note,
        ]
        do throws(RecordFaults) {
            return try Activity.blank.setting(given.mapValues { CellRules.trimmed($0 ?? "") })
        } catch {
            throw Refusal.faults(error.faults)
        }
    }
}
