import ArgumentParser
import Ledger
import PartyWork

/// `zhibu record`.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "登记一项活动，输出它的编号", discussion: "规则与导入活动表相同。")

    @Option(name: .long, help: ArgumentHelp("活动类型：\(ActivityKind.choices.joined(separator: "、"))", valueName: "类型"))
    var kind: String

    @Option(name: .long, help: ArgumentHelp("开展活动的支部、党小组或乡镇的编码", valueName: "编码"))
    var org: String

    @Option(name: .long, help: ArgumentHelp("活动、发现或开始的日期", valueName: "日期"))
    var date: String

    @Option(name: .long, help: ArgumentHelp("主题", valueName: "主题"))
    var title: String

    @Option(name: .long, help: ArgumentHelp("参加人员的编号，用 ; 隔开；专题调研、帮扶走访必填", valueName: "编号;编号"))
    var people: String?

    @Option(name: .long, help: ArgumentHelp("走访或帮助的户编号；帮扶走访、办实事必填", valueName: "户编号"))
    var household: String?

    @Option(name: .long, help: ArgumentHelp("办结日期；矛盾纠纷、办实事办结后才计", valueName: "日期"))
    var resolved: String?

    @Option(name: .long, help: ArgumentHelp("材料：齐全、待补；默认齐全", valueName: "材料"))
    var evidence: String?

    @Option(name: .long, help: ArgumentHelp("备注", valueName: "备注"))
    var note: String?

    @OptionGroup var place: LedgerPlace

    func run() throws {
        let activity = try activity()
        let receipt = try place.perform(.recordActivity(activity))
        try StandardStream.output.write((receipt.key?.description ?? "").safe + "\n")
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
