/// What a change of a household writes: its rows before and after, in the order in which they can be written.
package struct HouseholdPlan: Sendable, Hashable {
    package private(set) var rows: [Row] = []
    package private(set) var warnings: [Warning] = []

    /// A row before and after; nil before for one that is new.
    package struct Row: Sendable, Hashable {
        package let before: AnyRecord?
        package let after: AnyRecord
    }

    mutating func add(_ after: AnyRecord) { rows.append(Row(before: nil, after: after)) }

    mutating func replace(_ before: AnyRecord, with after: AnyRecord) {
        if before != after { rows.append(Row(before: before, after: after)) }
    }

    mutating func add(_ staffing: HouseholdStaffing) {
        for (was, ended) in staffing.ended { replace(AnyRecord(was), with: AnyRecord(ended)) }
        for pairing in staffing.begun { add(AnyRecord(pairing)) }
    }

    mutating func warn(_ warning: Warning) { warnings.append(warning) }
}

/// How the pairings of a household change on a day.
struct HouseholdStaffing {
    private(set) var ended: [(was: Pairing, now: Pairing)] = []
    private(set) var begun: [Pairing] = []

    /// Nothing changes.
    init() {}

    /// Whoever else helps now ends on the day, and whoever does not yet help begins on it.
    ///
    /// - Parameter column: where the day was asked for.
    /// - Throws: a `Refusal` where someone who begins cannot help, or someone who ends began after the day.
    init(
        _ helpers: [Person.ID], for history: HouseholdHistory, from day: Day, ending reason: PairingEndReason,
        _ column: Column, today: Day
    ) throws(Refusal) {
        let open = history.openPairings
        for was in open where !helpers.contains(was.helper) {
            if was.startedOn > day { throw .faults([FieldFault(column, .before(.startedOn, was.startedOn))]) }
            var now = was
            now.endedOn = day
            now.endReason = reason
            ended.append((was, now))
        }
        for helper in helpers where !open.contains(where: { $0.helper == helper }) {
            guard let person = history.people[helper] else { throw .notFound(.people, RecordKey(helper.text)) }
            begun.append(try PairingRules.pairing(person, from: day, in: history, today: today))
        }
    }

    /// The pairings of the household after it.
    func pairings(after history: HouseholdHistory) -> [Pairing] {
        let gone = Set(ended.map(\.was))
        return history.pairings.filter { !gone.contains($0) } + ended.map(\.now) + begun
    }
}

extension HouseholdHistory {
    /// The pairings that nobody has ended.
    var openPairings: [Pairing] { pairings.filter { $0.endedOn == nil && $0.endReason == nil } }
}
