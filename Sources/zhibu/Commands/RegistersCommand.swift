import ArgumentParser
import Ledger
import PartyWork

/// `zhibu registers`.
struct RegistersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registers",
        abstract: localized("登记簿：各本的条目、未结、逾期、统计", "Registers: entries, open, overdue and figures of each"),
        discussion: localized(
            "登记簿由导入 registers.csv、fields.csv 等定义，或由 zhibu systems adopt 采用随附的体系。停用的只在用 --register 指名时列出。",
            "Registers are defined by importing registers.csv, fields.csv and the like, or adopted by zhibu systems adopt. Retired ones are listed only by --register."
        ), subcommands: [FoundCommand.self])

    @Option(
        name: .long,
        help: ArgumentHelp(localized("只列这一本", "only this one"), valueName: localized("登记簿", "register")))
    var register: String?

    @OptionGroup var restricted: RestrictedOption
    @OptionGroup var options: ReportOptions
    @OptionGroup var place: LedgerOptions

    func run() throws {
        try restricted.ask(place)
        let name = register.map { CellRules.trimmed($0) }
        let isCounty = try place.isCounty
        try options.printList(
            { ledger, day, scope in
                // Not every town has the one that is meant.
                if isCounty, let name, try ledger.registers()[name] == nil {
                    return RegisterReport(asOf: day, scope: scope, scopeName: "", lines: [])
                }
                return try ledger.registers(name, asOf: day, scope: scope, isRestrictedSeen: restricted.restricted)
            }, from: place)
        try restricted.note("统计", of: name, place)
    }
}

/// `zhibu register`.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: localized("一本登记簿的条目", "The entries of a register"))

    @Argument(help: ArgumentHelp(localized("登记簿的名称", "name of the register"), valueName: localized("登记簿", "register")))
    var register: String

    @OptionGroup var condition: ConditionOption
    @OptionGroup var restricted: RestrictedOption
    @OptionGroup var options: ReportOptions
    @OptionGroup var place: LedgerOptions

    func run() throws {
        try restricted.ask(place)
        let name = CellRules.trimmed(register)
        _ = try condition.read {
            try options.print(
                { ledger, day, scope in
                    try ledger.entries(
                        of: name, where: condition.condition, asOf: day, scope: scope,
                        isRestrictedSeen: restricted.restricted)
                }, from: place)
        }
        try restricted.note("条目", of: name, place)
    }
}

/// `zhibu due`.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: localized("登记簿里逾期和将到期的条目", "Entries of registers that are overdue or due soon"))

    @OptionGroup var restricted: RestrictedOption
    @OptionGroup var options: ReportOptions
    @OptionGroup var failing: FailOption
    @OptionGroup var place: LedgerOptions

    func run() throws {
        try restricted.ask(place)
        let isAny = try options.printList(
            { try $0.dueEntries(asOf: $1, scope: $2, isRestrictedSeen: restricted.restricted) }, from: place)
        try restricted.note("到期", of: nil, place)
        try failing.fail(if: isAny)
    }
}
