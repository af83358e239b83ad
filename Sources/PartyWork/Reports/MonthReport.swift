/// A branch's month: what counted in it, where it stands, what was signed.
package struct MonthReport: Sendable, Hashable {
    package let code: Code
    package let name: String
    package let month: Month
    /// The day of which it speaks: the month's last, or the as-of date before it.
    package let asOf: Day
    /// By today's knowledge.
    package let figures: MonthFigures
    /// Everything done with the month, the first step first.
    package let steps: [MonthStep]
    /// The period in which 主题党日 is asked that ends with the month; nil where none does.
    package var partyDay: Span?
    /// Whether one was held in an earlier month of that period.
    package var isHeldEarlier = false

    package init(code: Code, name: String, month: Month, asOf: Day, figures: MonthFigures, steps: [MonthStep]) {
        self.code = code
        self.name = name
        self.month = month
        self.asOf = asOf
        self.figures = figures
        self.steps = steps
        partyDay = .month(of: month.first)
    }

    package var state: MonthState { MonthState(after: steps.last?.step) }

    /// What was signed last; a reopening does not take it away.
    package var signed: MonthStep? { steps.last { $0.step == .accept } }

    /// The figures that differ from those signed; none before the month's end, which they speak of.
    package var shifted: [MonthFigure] {
        guard let signed = signed?.figures, asOf == month.last else { return [] }
        return MonthFigure.allCases.filter { signed[$0] != figures[$0] }
    }

    /// What the month without 主题党日 is; nil for one that has it.
    package var missingPartyDay: ProgressState? {
        guard let partyDay, figures[.partyDay] == 0, !isHeldEarlier else { return nil }
        return asOf == month.last ? .overdue : partyDay.state(0, of: 1, asOf: asOf)
    }
}

/// The month of every branch of a scope.
package struct MonthsReport: Sendable, Hashable {
    package let month: Month
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// The branches existing on the day, by code.
    package let branches: [MonthReport]

    package init(month: Month, asOf: Day, scope: Scope, scopeName: String, branches: [MonthReport]) {
        self.month = month
        self.asOf = asOf
        self.scope = scope
        self.scopeName = scopeName
        self.branches = branches
    }
}

/// A branch's month with the rows behind it and those missing from it.
package struct MonthDetails: Sendable, Hashable {
    package let report: MonthReport
    /// Those counted in the month, newest first.
    package let activities: [ActivityRow]
    /// The poor households without a serving helper at its end.
    package let households: [Uncovered<Household>]
    /// The members without a household at its end.
    package let members: [Uncovered<Person>]

    package init(
        report: MonthReport, activities: [ActivityRow], households: [Uncovered<Household>], members: [Uncovered<Person>]
    ) {
        self.report = report
        self.activities = activities
        self.households = households
        self.members = members
    }
}

/// A year of all branches: for each month how far its work has come, and where it stands.
package struct MonthMap: Sendable, Hashable {
    package let asOf: Day
    /// The branches existing at the date, by code.
    package let branches: [Branch]

    package init(asOf: Day, branches: [Branch]) {
        self.asOf = asOf
        self.branches = branches
    }

    /// The months from January to the date's, each with how many branches lack nothing of 主题党日 in it and how many were accepted, what
    /// lacks its papers and the visits.
    package var totals: [(month: Month, held: Int, accepted: Int, papers: Int, visits: Int)] {
        (branches.first?.cells.indices ?? 0..<0).map { place in
            let cells = branches.map { $0.cells[place] }
            return (
                month: cells[0].month, held: cells.count { $0.lack != .partyDay && $0.work != .none },
                accepted: cells.count { $0.state == .accepted }, papers: cells.reduce(0) { $0 + $1.papers },
                visits: cells.reduce(0) { $0 + $1.visits }
            )
        }
    }

    /// A branch and its months from January to the date's.
    package struct Branch: Sendable, Hashable {
        package let code: Code
        package let name: String
        package let cells: [Cell]

        package init(code: Code, name: String, cells: [Cell]) {
            self.code = code
            self.name = name
            self.cells = cells
        }
    }

    /// A month of a branch.
    package struct Cell: Sendable, Hashable {
        package let month: Month
        package let work: MonthWork
        package let state: MonthState
        /// What is missing in it; nothing that is still to come.
        package let lack: Lack
        /// How much of what counted in it lacks its papers.
        package let papers: Int
        /// The visits to households in it.
        package let visits: Int

        package init(
            month: Month, work: MonthWork, state: MonthState, lack: Lack = .nothing, papers: Int = 0, visits: Int = 0
        ) {
            self.month = month
            self.work = work
            self.state = state
            self.lack = lack
            self.papers = papers
            self.visits = visits
        }

        /// What is missing, the worse where both are.
        package enum Lack: Sendable, Hashable {
            case nothing
            /// Papers of what was held.
            case papers
            /// The 主题党日 of the period that ends with it.
            case partyDay
        }

        /// `未`, `缺报`, `全签`: a month without its 主题党日 is told from one without papers.
        package var sign: String {
            (work == .partly && lack == .partyDay ? localized("缺", "x") : work.sign) + state.sign
        }
    }
}
