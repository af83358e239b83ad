import ArgumentParser
import Glibc
import Ledger
import PartyWork

/// `zhibu unpair`.
struct UnpairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpair", abstract: "结束一项结对，可同时指定接替人", discussion: "不脱贫不脱钩：未脱贫户不能没有在岗帮扶人，除非销户或录入有误。")

    @Argument(help: ArgumentHelp("户编号", valueName: "户编号"))
    var household: String

    @Argument(help: ArgumentHelp("帮扶人的人员编号", valueName: "人员编号"))
    var person: String

    @Option(name: .long, help: ArgumentHelp("结束日期：不再结对的第一天", valueName: "日期"))
    var on: String

    @Option(
        name: .long,
        help: ArgumentHelp("结束原因：\(PairingEndReason.choices.joined(separator: "、"))", valueName: "原因"),
        completion: .list(PairingEndReason.choices))
    var reason: String

    @Option(name: .long, help: ArgumentHelp("同日接替的帮扶人的人员编号", valueName: "人员编号"))
    var replace: String?

    @Option(name: .long, help: ArgumentHelp("“录入有误”的说明，一句话；不给时在终端上询问，或从标准输入读一行", valueName: "说明"))
    var note: String?

    @OptionGroup var place: LedgerPlace

    func run() throws {
        let day = try cell(.endedOn, on, CellRules.day)
        let reason: PairingEndReason = try cell(.endReason, reason) { text throws(Fault) in try CellRules.word(text) }
        let ending = PairingEnding(
            household: Household.ID(CellRules.trimmed(household)), helper: Person.ID(CellRules.trimmed(person)),
            on: day, reason: reason, sentence: try sentence(for: reason),
            replacement: replace.map { Person.ID(CellRules.trimmed($0)) })
        try StandardStream.output.write(place.perform(.endPairings([ending])).summary.safe + "\n")
    }

    /// The sentence that 录入有误 asks for, checked as every text of the ledger is.
    private func sentence(for reason: PairingEndReason) throws -> String {
        var sentence = note ?? ""
        if reason == .enteredInError, note == nil {
            if isatty(STDIN_FILENO) == 1 { StandardStream.error.tell("录入有误的说明（一句话）：") }
            sentence = readLine() ?? ""
        }
        sentence = CellRules.trimmed(sentence)
        if let fault = CellRules.fault(in: sentence, limit: 200) { throw Failure(.refused, "“录入有误”的说明\(fault.text)") }
        return sentence
    }
}
