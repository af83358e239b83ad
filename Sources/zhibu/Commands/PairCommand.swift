import ArgumentParser
import Ledger
import PartyWork

/// `zhibu pair`.
struct PairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pair", abstract: "给一户结对一名帮扶人")

    @Argument(help: ArgumentHelp("户编号", valueName: "户编号"))
    var household: String

    @Argument(help: ArgumentHelp("帮扶人的人员编号", valueName: "人员编号"))
    var person: String

    @Option(name: .long, help: ArgumentHelp("开始日期；默认今天", valueName: "日期"))
    var from: String?

    @OptionGroup var place: LedgerPlace

    func run() throws {
        let (household, person) = (CellRules.trimmed(household), CellRules.trimmed(person))
        let day = try from.map { try cell(.startedOn, $0, CellRules.day) } ?? Clock.today()
        let act = Act.pair(Household.ID(household), Person.ID(person), from: day)
        try StandardStream.output.write(place.perform(act).summary.safe + "\n")
    }
}
