import ArgumentParser
import Ledger
import Papers
import PartyWork

/// The entries of a register that a form is about.
struct EntryOptions: ParsableArguments {
    @Option(
        help: .taking(
            localized("登记簿", "register"), localized("entry、notice：登记簿的名称", "entry, notice: name of the register")))
    var register: String?

    @Option(
        help: .taking(
            .key,
            localized(
                "entry：一条的编号；不给时是范围内现有的每一条", "entry: number of one entry; by default all that exist in the scope")))
    var number: String?

    @OptionGroup var condition: ConditionOption
    @OptionGroup var restricted: RestrictedOption

    /// Whether one is given.
    private var isGiven: Bool {
        register != nil || number != nil || !condition.condition.isEmpty || restricted.restricted
    }

    /// Whether it says which entries, and not only of which register.
    var isAboutNothing: Bool { number == nil && condition.condition.isEmpty }

    /// Which entries a paper is about; nil for a paper that is not about entries.
    ///
    /// - Throws: a `Failure` where the options do not go with the paper.
    func choice(for paper: PaperKind) throws -> EntryChoice? {
        guard paper.isOfRegister else {
            if !isGiven { return nil }
            throw Failure(
                .wrongUsage,
                localized(
                    "--register、--number、--where、--restricted 只用于 entry 和 notice",
                    "--register, --number, --where and --restricted are for entry and notice only"))
        }
        guard let register else {
            throw Failure(
                .wrongUsage,
                localized("请用 --register 写明是哪一本登记簿", "Say of which register, by --register"))
        }
        if paper == .notice, restricted.restricted {
            throw Failure(
                .wrongUsage,
                localized("限阅的登记簿不公示，请去掉 --restricted", "What is restricted is not put up; leave --restricted out"))
        }
        return EntryChoice(
            of: CellRules.trimmed(register), number: number.map { CellRules.trimmed($0) }, where: condition.condition,
            isRestrictedSeen: restricted.restricted)
    }

    /// The blank of a register's paper.
    ///
    /// - Throws: `Refusal.notFound`; a `LedgerError`.
    func blank(_ paper: PaperKind, in ledger: Ledger, on day: Day) throws -> Paper {
        let name = CellRules.trimmed(register ?? "")
        guard let register = try ledger.registers()[name] else {
            throw Refusal.notFound(.registers, RecordKey(name))
        }
        return paper.blank(of: register, on: day)
    }
}
