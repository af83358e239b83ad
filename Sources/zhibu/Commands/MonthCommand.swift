import ArgumentParser
import Ledger
import PartyWork

/// `zhibu month`.
struct MonthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "month",
        abstract: localized(
            "月报：各支部一个月的数字和上报、签收情况",
            "Months: each branch's figures of a month, and whether it was submitted and accepted"),
        discussion: localized(
            "接收后数字按当时签收，这个月计入的内容不能再改，更正须先重开。",
            "Accepting signs the figures and locks what counts in the month; corrections need a reopening."),
        subcommands: [
            MonthStepCommand<Submit>.self, MonthStepCommand<Accept>.self, MonthReasonCommand<GiveBack>.self,
            MonthReasonCommand<Reopen>.self,
        ])

    @Option(help: .taking(.month, localized("月份，如 2016-05；默认本月", "month, such as 2016-05; by default this one")))
    var month: MonthArgument?

    @OptionGroup var scope: ScopeOption
    @OptionGroup var output: ReportOutput

    @OptionGroup var place: LedgerOptions

    func run() throws {
        try output.printList(
            scope: scope.scope, asOf: Clock.computer.today(),
            { try $0.months(month?.month ?? Month($1), in: $2, asOf: $1) },
            from: place)
    }
}

/// A step with a month, as a word of the command line.
protocol MonthStepWord {
    static var step: MonthStep.Kind { get }
    static var word: String { get }
    static var abstract: String { get }
}

/// `zhibu month submit`.
enum Submit: MonthStepWord {
    static let step = MonthStep.Kind.submit
    static let word = "submit"
    static let abstract = localized("支部上报一个月；当月最后七天起可以上报", "Submit a branch's month, from its last seven days on")
}

/// `zhibu month accept`.
enum Accept: MonthStepWord {
    static let step = MonthStep.Kind.accept
    static let word = "accept"
    static let abstract = localized(
        "镇里接收上报的月份：数字按此刻签收，以后锁定", "Accept a submitted month: its figures are signed and locked")
}

/// `zhibu month return`.
enum GiveBack: MonthStepWord {
    static let step = MonthStep.Kind.giveBack
    static let word = "return"
    static let abstract = localized("把上报的月份退回支部，写明原因", "Return a submitted month to the branch, with a reason")
}

/// `zhibu month reopen`.
enum Reopen: MonthStepWord {
    static let step = MonthStep.Kind.reopen
    static let word = "reopen"
    static let abstract = localized(
        "重开已接收的月份以便更正，写明原因；原来签收的数字保留",
        "Reopen an accepted month for corrections, with a reason; what was signed is kept")
}

/// Which branch's month a step is about.
struct MonthOfBranch: ParsableArguments {
    @Argument(help: .taking(.code, localized("支部的编码", "code of the branch")))
    var branch: String

    @Argument(help: .taking(.month, localized("月份，如 2016-05", "month, such as 2016-05")))
    var month: MonthArgument

    @OptionGroup var place: LedgerOptions

    /// Takes a step, and prints the journal's sentence.
    func take(_ step: MonthStep.Kind, reason: String) throws {
        let act = Act.takeMonthStep(step, of: month.month, [Code(CellRules.trimmed(branch))], reason: reason)
        try place.carryOut(act)
    }
}

/// A step without a reason.
struct MonthStepCommand<Word: MonthStepWord>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Word.word, abstract: Word.abstract)
    }

    @OptionGroup var subject: MonthOfBranch

    func run() throws { try subject.take(Word.step, reason: "") }
}

/// A step that needs a reason.
struct MonthReasonCommand<Word: MonthStepWord>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Word.word, abstract: Word.abstract)
    }

    @OptionGroup var subject: MonthOfBranch

    @Option(help: .taking(.reason, localized("原因，必填", "reason, required")))
    var reason: String

    func run() throws { try subject.take(Word.step, reason: reason) }
}

/// A month on the command line.
struct MonthArgument: ExpressibleByArgument {
    let month: Month

    init?(argument: String) {
        guard let month = Month(CellRules.trimmed(argument)) else { return nil }
        self.month = month
    }
}
