import ArgumentParser
import Ledger
import PartyWork

/// `zhibu enter`.
struct EnterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: localized("在登记簿里登记一条，输出它的编号", "Add an entry to a register and print its number"),
        discussion: localized(
            "有流转的登记簿同时办第一步；必填栏目要填，关口要符合。", "In a register with a flow the first step is taken too, by all its rules."))

    @Argument(help: ArgumentHelp(localized("登记簿的名称", "name of the register"), valueName: localized("登记簿", "register")))
    var register: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            localized("对象：组织编码、人员编号、户编号、统一社会信用代码或上级条目的编号", "what it is about: a code or number"),
            valueName: localized("对象编号", "code")))
    var about: String

    @Option(
        name: .long,
        help: ArgumentHelp(localized("登记日期；默认今天", "day; by default today"), valueName: localized("日期", "date")))
    var date: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            localized("栏目的值，可给多次", "a field's value; may be given several times"),
            valueName: localized("栏目=值", "field=value")))
    var set: [String] = []

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let values = try values()
        let day = try date.map { try cell(.registeredOn, $0, CellRules.day) } ?? Clock.computer.today()
        let name = CellRules.trimmed(register)
        let entry = StoredEntry(
            register: name, number: "", subject: CellRules.trimmed(about), registeredOn: day, values: values)
        try place.carryOut(.enter(entry)) { $0.key?.description ?? "" }
    }

    private func values() throws -> [StoredEntry.Value] {
        var values: [StoredEntry.Value] = []
        for pair in set {
            guard let mark = pair.unicodeScalars.firstIndex(of: "="), mark > pair.startIndex else {
                throw Failure(
                    .wrongUsage,
                    localized("--set“\(pair.safe)”请写成 栏目=值", "--set \(pair.safe): write field=value"))
            }
            let field = CellRules.trimmed(String(pair.unicodeScalars[..<mark]))
            if values.contains(where: { $0.field.hasSameCodePoints(as: field) }) {
                throw Failure(
                    .wrongUsage, localized("栏目“\(field.safe)”给了两次", "the field \(field.safe) is given twice"))
            }
            let rest = pair.unicodeScalars[pair.unicodeScalars.index(after: mark)...]
            values.append(StoredEntry.Value(field, CellRules.trimmed(String(rest))))
        }
        return values
    }
}

/// `zhibu step`.
struct StepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step",
        abstract: localized("把登记簿里的一条办到下一个状态", "Take an entry of a register to its next state"))

    @Argument(help: ArgumentHelp(localized("登记簿的名称", "name of the register"), valueName: localized("登记簿", "register")))
    var register: String

    @Argument(help: ArgumentHelp(localized("条目编号", "number of the entry"), valueName: localized("编号", "number")))
    var number: String

    @Argument(help: ArgumentHelp(localized("要到的状态", "the state to get to"), valueName: localized("状态", "state")))
    var state: String

    @Option(
        name: .long,
        help: ArgumentHelp(localized("办理的日期；默认今天", "day; by default today"), valueName: localized("日期", "date")))
    var on: String?

    @Option(name: .long, help: ArgumentHelp(localized("说明", "remark"), valueName: localized("说明", "text")))
    var note = ""

    @OptionGroup var place: LedgerOptions

    func run() throws {
        let day = try on.map { try cell(.heldOn, $0, CellRules.day) } ?? Clock.computer.today()
        try place.carryOut(
            .step(
                register: CellRules.trimmed(register), number: CellRules.trimmed(number),
                to: CellRules.trimmed(state), on: day, note: CellRules.trimmed(note)))
    }
}
