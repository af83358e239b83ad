/// Counted activities by organization and kind, and the groups of each branch.
package struct ActivityCounts: Sendable {
    /// The existing groups of each branch, by code.
    package let groups: [Code: [Code]]
    private let byOrganization: [Code: [Tallies.ActivityTally]]

    /// Indexes the tallies of a scope.
    package init(_ tallies: Tallies) {
        var groups: [Code: [Code]] = [:]
        for group in tallies.organizations where group.kind == .group {
            if let branch = group.code.branch { groups[branch, default: []].append(group.code) }
        }
        self.groups = groups
        byOrganization = Dictionary(grouping: tallies.activities, by: \.organization)
    }

    /// How many of a kind counted on an organization in the window.
    package func count(_ code: Code, _ kind: ActivityKind) -> Int { tallies(code, kind).reduce(0) { $0 + $1.count } }

    /// The months in which at least one of a kind counted, ascending.
    package func months(_ code: Code, _ kind: ActivityKind) -> [Int] { Set(tallies(code, kind).map(\.month)).sorted() }

    private func tallies(_ code: Code, _ kind: ActivityKind) -> [Tallies.ActivityTally] {
        byOrganization[code]?.filter { $0.kind == kind } ?? []
    }

    /// The five ones of groups as one figure: items done of five times the groups; without groups not applicable.
    ///
    /// - Parameter target: how many make an item done; 0 where none are asked for.
    package func fiveOnes(of groups: [Code], each target: Int = 1, asOf day: Day) -> Progress {
        let done = groups.reduce(0) { sum, group in
            let own = byOrganization[group] ?? []
            return sum
                + ActivityKind.fiveOnes.count { kind in
                    own.reduce(0) { $1.kind == kind ? $0 + $1.count : $0 } >= max(target, 1)
                }
        }
        return Progress(done: done, ofYearly: target > 0 ? groups.count * ActivityKind.fiveOnes.count : 0, asOf: day)
    }
}
