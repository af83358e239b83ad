import ArgumentParser
import Ledger
import PartyWork

/// `zhibu pair`.
struct PairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pair", abstract: localized("给一户结对一名帮扶人", "Pair a household with a helper"))

    @Argument(help: ArgumentHelp(localized("户编号", "household"), valueName: localized("户编号", "household")))
    var household: String

    @Argument(help: ArgumentHelp(localized("帮扶人的人员编号", "number of the helper"), valueName: localized("人员编号", "person")))
    var person: String

    @Option(
        name: .long,
        help: ArgumentHelp(localized("开始日期；默认今天", "first day; by default today"), valueName: localized("日期", "date")))
    var from: String?

    @OptionGroup var place: LedgerPlace

    func run() throws {
        let (household, person) = (CellRules.trimmed(household), CellRules.trimmed(person))
        let day = try from.map { try cell(.startedOn, $0, CellRules.day) } ?? Clock.computer.today()
        let act = Act.pair(Household.ID(household), Person.ID(person), from: day)
        try place.carryOut(act)
    }
}
