import PartyWork

/// A figure with its value, as a screen shows it.
struct ShownFigure: Sendable, Hashable {
    let figure: Figure
    let done: Int
    /// Of how many; nil where no share is asked.
    var target: Int?

    init(_ kind: Figure.Kind, _ done: Int, of target: Int? = nil, _ subject: Figure.Subject = .scope) {
        figure = Figure(kind: kind, subject: subject)
        self.done = done
        self.target = target
    }

    init(_ kind: Figure.Kind, _ coverage: Coverage, _ subject: Figure.Subject = .scope) {
        self.init(kind, coverage.covered, of: coverage.inScope, subject)
    }

    /// What menus call it: a person's with the name, for it stands among those of a branch.
    fileprivate var title: String {
        if case .person(_, let name) = figure.subject { return "\(figure.kind.title) \(name)" }
        return figure.kind.title
    }

    /// `41/43`, or the count alone.
    var value: String { target.map { "\(done)/\($0)" } ?? String(done) }
}

extension StatusReport {
    /// The figures of the whole scope, in the order of the overview.
    var figures: [ShownFigure] {
        let running = branches.compactMap { branch in branch.partyDays.last { $0.span.last >= asOf } }
        return [
            ShownFigure(.visitors, totals.committeeDone, of: totals.committee),
            ShownFigure(.themeVillages, totals.villagesDone, of: totals.villages),
            ShownFigure(.fiveOnes, totals.fiveOnes.done, of: totals.fiveOnes.target),
            ShownFigure(.partyDay, running.count(where: \.isHeld), of: running.count),
        ] + pairingFigures + totals.cooperatives.figures()
    }

    /// The figures of the two coverages.
    var pairingFigures: [ShownFigure] {
        [
            ShownFigure(.households, totals.households), ShownFigure(.members, totals.members),
            ShownFigure(.visited, totals.visitedThisMonth, of: totals.households.inScope),
        ]
    }
}

extension StatusReport.CommitteeStatus {
    /// The member's visits of the year.
    var figure: ShownFigure { ShownFigure(.visits, visits.done, of: visits.target, .person(id, name: name)) }
}

extension StatusReport.CooperativeFigures {
    /// The figures of the cooperatives.
    func figures(_ subject: Figure.Subject = .scope) -> [ShownFigure] {
        [
            ShownFigure(.cooperatives, active, subject), ShownFigure(.memberFounded, memberFounded, subject),
            ShownFigure(.founders, founders, subject), ShownFigure(.householdsLed, householdsLed, subject),
        ]
    }
}

extension StatusReport.BranchStatus {
    /// What a figure of the branch speaks of.
    var subject: Figure.Subject { .branch(code, name: name) }

    /// The figures of the branch, in the order of the overview's columns, then the cooperatives' others.
    func figures(asOf day: Day) -> [ShownFigure] {
        [
            ShownFigure(.visitsReceived, visitsReceived, subject),
            ShownFigure(
                .themeActivities, themeActivity.done, of: themeActivity.target > 0 ? themeActivity.target : nil, subject
            ),
            ShownFigure(.fiveOnes, fiveOnes.done, of: fiveOnes.target, subject),
            ShownFigure(.partyDays, partyDays.count(where: \.isHeld), of: partyDays.count, subject),
            ShownFigure(.households, households, subject), ShownFigure(.members, members, subject),
            ShownFigure(.visited, visitedThisMonth, of: households.inScope, subject),
        ] + cooperatives.figures(subject)
    }
}

extension Menu {
    /// The figures of a screen, each to be opened.
    static func figures(_ figures: [ShownFigure]) -> Menu {
        Menu(
            title: localized("看数字：选一个，看它是哪些行算出来的", "Figures: choose one to see the rows behind it"),
            items: figures.map { Item($0.title, detail: $0.value, .open(.figure($0.figure))) })
    }
}

extension ShownFigure {
    /// The figures of the cooperatives of a list.
    static func all(of rows: [CooperativeRow], _ context: Context) -> [ShownFigure] {
        Figure.Kind.ofCooperatives.map { kind in
            var behind = FigureRows(Figure(kind: kind), context)
            behind.receive(.cooperatives(rows))
            return ShownFigure(kind, behind.done)
        }
    }
}
