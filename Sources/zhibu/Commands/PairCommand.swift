import ArgumentParser
import Ledger
import PartyWork

/// `zhibu pair`.
struct PairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pair", abstract: localized("给一户结对一名帮扶人", "Pair a household with a helper"))

    @Argument(help: .taking(.household, localized("户编号", "household")))
    var household: String

    @Argument(help: .taking(.person, localized("帮扶人的人员编号", "number of the helper")))
    var person: String

    @Option(help: .taking(.date, localized("开始日期；默认今天", "first day; by default today")))
    var from: String?

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let (household, person) = (CellRules.trimmed(household), CellRules.trimmed(person))
        let day = try from.map { try cell(.startedOn, $0, CellRules.day) } ?? Clock.computer.today()
        let act = Act.pair(Household.ID(household), Person.ID(person), from: day)
        try place.carryOut(act)
    }
}
