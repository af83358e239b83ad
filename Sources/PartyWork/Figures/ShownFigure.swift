/// A figure with its value, as a report gives it.
package struct ShownFigure: Sendable, Hashable {
    package let figure: Figure
    package let done: Int
    /// Of how many; nil where no share is asked.
    package let target: Int?
    /// The days in which the target is to be reached; nil for what has none.
    package let span: Span?
    /// Whether it says how many of those in scope are covered, so that the rest is missing today.
    package let isCoverage: Bool

    package init(
        _ kind: Figure.Kind, _ done: Int, of target: Int? = nil, in span: Span? = nil,
        _ subject: Figure.Subject = .scope, isCoverage: Bool = false
    ) {
        figure = Figure(kind, of: subject)
        self.done = done
        self.target = target
        self.span = span
        self.isCoverage = isCoverage
    }

    fileprivate init(_ kind: Figure.Kind, _ coverage: Coverage, _ subject: Figure.Subject = .scope) {
        self.init(kind, coverage.covered, of: coverage.inScope, subject, isCoverage: true)
    }

    /// `41/43`, or the count alone.
    package var value: String { target.map { "\(done)/\($0)" } ?? String(done) }
}

extension [ShownFigure] {
    /// The figure of a kind; nil if it is not among them.
    package subscript(kind: Figure.Kind) -> ShownFigure? { first { $0.figure.kind == kind } }
}

extension StatusReport {
    /// The figures of the whole scope, in the order of the overview.
    package var figures: [ShownFigure] {
        let running = branches.compactMap { branch in branch.partyDays.last { $0.span.last >= asOf } }
        let year = Span.year(of: asOf)
        return [
            ShownFigure(.visitors, totals.committeeDone, of: totals.committee, in: year),
            ShownFigure(.themeVillages, totals.villagesDone, of: totals.villages, in: year),
            ShownFigure(.fiveOnes, totals.fiveOnes.done, of: totals.fiveOnes.target, in: year),
            ShownFigure(
                .partyDay, running.count(where: \.isHeld), of: running.count,
                in: running.first?.span ?? .month(of: asOf)),
        ] + pairingFigures + totals.cooperatives.figures()
    }

    /// The figures of the two coverages.
    package var pairingFigures: [ShownFigure] {
        [
            ShownFigure(.households, totals.households), ShownFigure(.members, totals.members),
            ShownFigure(.visited, totals.visitedThisMonth, of: totals.households.inScope),
        ]
    }
}

extension StatusReport.CommitteeStatus {
    /// The member's visits of the year.
    package var figure: ShownFigure { ShownFigure(.visits, visits.done, of: visits.target, .person(id, name: name)) }
}

extension StatusReport.CooperativeFigures {
    /// The figures of the cooperatives, in the order of their columns.
    package func figures(_ subject: Figure.Subject = .scope) -> [ShownFigure] {
        [
            ShownFigure(.cooperatives, active, subject), ShownFigure(.memberFounded, memberFounded, subject),
            ShownFigure(.founders, founders, subject), ShownFigure(.householdsLed, householdsLed, subject),
        ]
    }

    /// Counts the rows of a list.
    package init(_ rows: [CooperativeRow]) {
        let active = rows.filter(\.isActive)
        self.init(
            active: active.count, memberFounded: active.count(where: \.isMemberFounded),
            founders: Set(active.flatMap(\.cooperative.founders)).count,
            householdsLed: active.reduce(0) { $0 + $1.cooperative.householdsLed })
    }
}

extension StatusReport.BranchStatus {
    /// What a figure of the branch speaks of.
    package var subject: Figure.Subject { .branch(code, name: name) }

    /// The figures of the branch, in the order of the overview's columns, then the cooperatives' others; of one that
    /// does not exist no work is asked.
    package var figures: [ShownFigure] {
        let work = [
            ShownFigure(.visitsReceived, visitsReceived, subject),
            ShownFigure(
                .themeActivities, themeActivity.done, of: themeActivity.target > 0 ? themeActivity.target : nil, subject
            ),
            ShownFigure(.fiveOnes, fiveOnes.done, of: fiveOnes.target, subject),
            ShownFigure(.partyDays, partyDays.count(where: \.isHeld), of: partyDays.count, subject),
        ]
        return (standing == .existing ? work : []) + [
            ShownFigure(.households, households, subject), ShownFigure(.members, members, subject),
            ShownFigure(.visited, visitedThisMonth, of: households.inScope, subject),
        ] + cooperatives.figures(subject)
    }
}
