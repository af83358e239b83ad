import ArgumentParser
import Ledger
import PartyWork

/// `--restricted`, which what shows restricted registers takes.
struct RestrictedOption: ParsableArguments {
    @Flag(help: localized("限阅的登记簿也给看；这件事记入流水", "restricted registers too; kept in the journal"))
    var restricted = false

    /// Keeps in the journal that somebody looked at restricted registers, where there are any to look at.
    func note(_ what: String, among registers: RegisterBook, _ ledger: Ledger) throws {
        try keep(what, registers.registers.filter(\.isRestricted).map(\.name), ledger)
    }

    private func keep(_ what: String, _ names: [String], _ ledger: Ledger) throws {
        if !restricted || names.isEmpty { return }
        _ = try ledger.deskForSaving().perform(.look(at: names, what))
    }
}

extension RestrictedOption {
    /// Refuses a look into restricted registers before anything is read: who may not see them is told no part, and no 0.
    ///
    /// - Throws: A `Failure` for those of a whole county, because the journal that keeps it must be one ledger's; a `Refusal`.
    func ask(_ place: LedgerOptions) throws {
        if !restricted { return }
        guard try !place.isCounty else {
            throw Failure(
                .wrongUsage,
                localized(
                    "限阅的登记簿一次只看一个乡镇的（记入它的流水）：请在地址后面写明乡镇（town=）",
                    "Restricted registers are looked at in one town, whose journal keeps it: name a town in the address (town=)"
                ))
        }
        try place.use(needing: []) { ledger in
            guard try ledger.registers().registers.contains(where: \.isRestricted) else { return }
            let permission = try ledger.permission(of: Surroundings.officer, on: Clock.computer.today())
            if let refusal = permission.refusal(.restricted) { try ledger.attempting { throw refusal } }
        }
    }

    /// Keeps in the journal what was looked at: one register, or all that are restricted.
    func note(_ what: String, of name: String?, _ place: LedgerOptions) throws {
        if !restricted { return }
        try place.use { try note(what, of: name, $0) }
    }

    /// What was looked at, kept in the journal of a ledger that is open.
    func note(_ what: String, of name: String?, _ ledger: Ledger) throws {
        let book = try ledger.registers()
        guard let name else { return try note(what, among: book, ledger) }
        if book[name]?.isRestricted ?? false { try keep(what, [name], ledger) }
    }
}

/// A condition on the command line.
struct ConditionOption: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: .taking(
            localized("条件", "condition"),
            localized(
                "只列符合条件的，如 --where '状态=在建;投资万元≥100'",
                "only entries that satisfy it: NAME OP VALUES, several joined by ;")))
    var condition = ""

    /// Does what reads the condition; one that cannot be read is wrong usage.
    func read<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let fault as ConditionFault {
            throw Failure(.wrongUsage, Fault.register(.condition(fault)).text)
        }
    }
}
