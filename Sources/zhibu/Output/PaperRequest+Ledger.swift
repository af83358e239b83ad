import Ledger
import Papers
import PartyWork

extension PaperRequest {
    /// The papers, in the order of the lists; none where nobody is in scope.
    ///
    /// - Throws: a `LedgerError`, a `Refusal`.
    func papers(from ledger: Ledger, _ context: PaperContext) throws -> [Paper] {
        func at(_ code: Code) throws -> PaperContext { context.at(try ledger.place(Scope(code))) }
        return switch kind {
        case .month:
            try ledger.months(month, in: scope, asOf: asOf).branches.map { branch in
                .month(try ledger.month(branch.code, month, asOf: asOf), try at(branch.code))
            }
        case .year:
            try ledger.status(asOf: asOf, scope: scope).branches.map { branch in
                .year(try ledger.year(of: branch.code, asOf: asOf), try at(branch.code))
            }
        case .pairing:
            try helpers(ledger).map { .pairing(try ledger.helperSheet($0, asOf: asOf), context) }
        case .household:
            try households(ledger).map { .household(try ledger.household($0, asOf: asOf), context) }
        case .pairings: [.pairings(try ledger.pairingRoll(in: scope, asOf: asOf), context)]
        case .households: [.households(try ledger.pairingRoll(in: scope, asOf: asOf), context)]
        case .cooperatives:
            [
                .cooperatives(
                    try ledger.cooperatives(in: scope, asOf: asOf),
                    try ledger.status(asOf: asOf, scope: scope).totals.cooperatives, context)
            ]
        case .township:
            [
                .township(
                    try ledger.status(asOf: asOf, scope: scope),
                    months: try ledger.monthsOfYear(in: scope, asOf: asOf),
                    before: try ledger.status(asOf: asOf.adding(months: -12), scope: scope), context)
            ] + (try published(ledger, context))
        case .entry:
            try entries.map { try ledger.entrySheets($0, in: scope, asOf: asOf) }?.map { sheet in
                .entry(sheet, try at(sheet.row.place))
            } ?? []
        case .notice: try notice(ledger, context)
        }
    }

    /// The organization of whom the papers are about, or of all in scope.
    func code(from ledger: Ledger) throws -> Code {
        if let helper, let person = try ledger.saved(.people, RecordKey(helper.text)).record?.record as? Person {
            return person.organization
        }
        if let household,
            let record = try ledger.saved(.households, RecordKey(household.text)).record?.record as? Household
        {
            return record.village
        }
        return Code(scope.prefix)
    }

    /// One notice of all entries that are wanted; none where there are none.
    private func notice(_ ledger: Ledger, _ context: PaperContext) throws -> [Paper] {
        let sheets = try entries.map { try ledger.entrySheets($0, in: scope, asOf: asOf) } ?? []
        return sheets.first.map { [.notice(sheets, of: $0.register, context)] } ?? []
    }

    /// The last page: the figures that were published about the township.
    private func published(_ ledger: Ledger, _ context: PaperContext) throws -> [Paper] {
        let figures = try ledger.compared(try PublishedFile.figures(), in: scope, asOf: asOf)
        return figures.isEmpty ? [] : [.published(figures, context)]
    }

    /// Those who help a household that is poor or lifted.
    private func helpers(_ ledger: Ledger) throws -> [Person.ID] {
        if let helper { return [helper] }
        return try ledger.people(in: scope, asOf: asOf).filter { $0.households > 0 }.map(\.person.id)
    }

    /// The households that are poor or lifted.
    private func households(_ ledger: Ledger) throws -> [Household.ID] {
        if let household { return [household] }
        let rows = try ledger.households(in: scope, asOf: asOf)
        return rows.filter(\.isKept).map(\.household.id)
    }
}
