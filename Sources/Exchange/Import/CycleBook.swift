import PartyWork

/// The households and their earlier cycles in the rows of a call, judged together once all rows are in: either file may
/// come first, and what is saved counts too.
struct CycleBook {
    /// Whether there is any cycle to judge, in the call or saved; households are not kept otherwise.
    var isOpen = false
    private var households: [Household.ID: Met<Household>] = [:]
    private var cycles: [Household.ID: [Met<HouseholdCycle>]] = [:]

    private struct Met<R> {
        let record: R
        let file: Int
        let line: Int
    }

    /// Notes a row; one that is neither a household nor a cycle is nothing to it.
    mutating func add(_ record: some LedgerRecord, file: Int, line: Int) {
        if let household = record as? Household, isOpen {
            households[household.id] = Met(record: household, file: file, line: line)
        } else if let cycle = record as? HouseholdCycle {
            cycles[cycle.household, default: []].append(Met(record: cycle, file: file, line: line))
        }
    }

    /// Notes what is wrong, each cycle against those before it.
    func judge(_ run: ImportRun) throws {
        guard isOpen else { return }
        for id in Set(households.keys).union(cycles.keys) where try run.book.household(id) != .bad {
            let met = cycles[id] ?? []
            let keys = Set(met.map(\.record.key))
            let saved = try run.session.cycles(of: id).filter { !keys.contains($0.key) }
            if let own = households[id], let fault = CycleRules.fault(in: own.record, with: saved) {
                run.note(.field(fault), file: own.file, line: own.line)
            }
            if met.isEmpty { continue }
            let old = try run.session.saved(.households, RecordKey(id.text))?.record as? Household
            guard let household = households[id]?.record ?? old else { continue }
            for (place, cycle) in met.enumerated() {
                let others = saved + met.prefix(place).map(\.record)
                for fault in CycleRules.faults(in: cycle.record, of: household, besides: others) {
                    run.note(.field(fault), file: cycle.file, line: cycle.line)
                }
            }
        }
    }
}
