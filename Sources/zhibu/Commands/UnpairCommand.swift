import ArgumentParser
import Glibc
import Ledger
import PartyWork

/// `zhibu unpair`.
struct UnpairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpair", abstract: localized("结束一项结对，可同时指定接替人", "End a pairing, with a successor if wanted"),
        discussion: localized(
            "不脱贫不脱钩：未脱贫户不能没有在岗帮扶人，除非销户或录入有误。",
            "A poor household always has a serving helper, unless it is closed or the pairing was entered in error."))

    @Argument(help: .taking(.household, localized("户编号", "household")))
    var household: String

    @Argument(help: .taking(.person, localized("帮扶人的人员编号", "number of the helper")))
    var person: String

    @Option(help: .taking(.date, localized("结束日期：不再结对的第一天", "the first day without the pairing")))
    var on: String

    @Option(
        help: .taking(
            .reason,
            localized(
                "结束原因：\(PairingEndReason.choices.joined(separator: "、"))",
                "reason, by its word in the files: \(PairingEndReason.choices.joined(separator: ", "))")),
        completion: .list(PairingEndReason.choices))
    var reason: String

    @Option(help: .taking(.person, localized("同日接替的帮扶人的人员编号", "number of the helper who takes over the same day")))
    var replace: String?

    @Option(
        help: .taking(
            localized("说明", "why"),
            localized(
                "“录入有误”的说明，一句话；不给时在终端上询问，或从标准输入读一行",
                "for 录入有误 (entered in error) why, in a sentence; else asked, or read from standard input")))
    var note: String?

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let day = try cell(.endedOn, on, CellRules.day)
        let reason: PairingEndReason = try cell(.endReason, reason) { text throws(Fault) in try CellRules.word(text) }
        let ending = PairingEnding(
            household: Household.ID(CellRules.trimmed(household)), helper: Person.ID(CellRules.trimmed(person)),
            on: day, reason: reason, sentence: try sentence(for: reason),
            replacement: replace.map { Person.ID(CellRules.trimmed($0)) })
        try place.carryOut(.endPairings([ending]))
    }

    /// The sentence that 录入有误 asks for, checked as every text of the ledger is.
    private func sentence(for reason: PairingEndReason) throws -> String {
        var sentence = note ?? ""
        if reason == .enteredInError, note == nil {
            if isatty(STDIN_FILENO) == 1 {
                StandardStream.error.tell(localized("录入有误的说明（一句话）：", "Why it was entered in error (a sentence): "))
            }
            sentence = readLine() ?? ""
        }
        sentence = CellRules.trimmed(sentence)
        if let fault = CellRules.fault(in: sentence, limit: 200) {
            throw Failure(.refused, localized("“录入有误”的说明\(fault.text)", "Why it was entered in error: \(fault.text)"))
        }
        return sentence
    }
}
