/// Counted activities by organization and kind, and the groups of each branch.
package struct ActivityCounts: Sendable {
    /// The existing groups of each branch, by code.
    package let groups: [Code: [Code]]
    private let byKind: [Code: [ActivityKind: [Int: Int]]]

    /// Indexes the tallies of a scope.
    package init(_ tallies: Tallies) {
        var groups: [Code: [Code]] = [:]
        for group in tallies.organizations where group.kind == .group {
            if let branch = group.code.branch { groups[branch, default: []].append(group.code) }
        }
        self.groups = groups
        byKind = tallies.activities.reduce(into: [:]) { counts, tally in
            counts[tally.organization, default: [:]][tally.kind, default: [:]][tally.month, default: 0] += tally.count
        }
    }

    /// How many of a kind counted on an organization in the window.
    package func count(_ code: Code, _ kind: ActivityKind) -> Int {
        byKind[code]?[kind]?.values.reduce(0, +) ?? 0
    }

    /// The months in which at least one of a kind counted, ascending.
    package func months(_ code: Code, _ kind: ActivityKind) -> [Int] {
        byKind[code]?[kind].map { $0.keys.sorted() } ?? []
    }

    /// The five ones of groups as one figure: items done of five times the groups; without groups not applicable.
    package func fiveOnes(of groups: [Code], asOf day: Day) -> Progress {
        let done = groups.reduce(0) { sum, group in
            sum + ActivityKind.fiveOnes.count { count(group, $0) > 0 }
        }
        return Progress(done: done, ofYearly: groups.count * ActivityKind.fiveOnes.count, asOf: day)
    }
}
