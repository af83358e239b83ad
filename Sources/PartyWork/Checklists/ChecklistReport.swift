/// How many obligations are in which state.
package struct ChecklistFigures: Sendable, Hashable {
    private var counts: [Obligation.State: Int] = [:]

    package init() {}

    /// Adds so many obligations of a state.
    package mutating func add(_ state: Obligation.State, _ number: Int) { counts[state, default: 0] += number }

    package subscript(state: Obligation.State) -> Int { counts[state] ?? 0 }

    /// Those asked, the waived among them.
    package var total: Int { counts.values.reduce(0, +) }
    package var done: Int { self[.asked(.done)] }
    package var waived: Int { self[.waived] }
    /// Neither done nor waived.
    package var open: Int { total - done - waived }

    /// The most urgent of their states; nil where nobody is asked.
    package var state: Obligation.State? {
        counts.filter { $0.value > 0 }.keys.min { $0.rank < $1.rank }
    }
}

/// Obligations of a checklist counted alike: how often it was done, whether it was waived.
package struct ChecklistTally: Sendable, Hashable {
    package let span: Span
    /// The branch of the subjects; the township for those who are at the township itself.
    package let branch: Code
    package let count: Int
    package let isWaived: Bool
    /// How many subjects.
    package let subjects: Int

    package init(span: Span, branch: Code, count: Int, isWaived: Bool, subjects: Int) {
        self.span = span
        self.branch = branch
        self.count = count
        self.isWaived = isWaived
        self.subjects = subjects
    }
}

/// The checklists that officers defined, each with its figures over a scope at a date: the periods of the year so far.
package struct ChecklistReport: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// By number.
    package let lines: [Line]
    /// What the methods ask for.
    package let requirements: Requirements

    package init(asOf: Day, scope: Scope, scopeName: String, lines: [Line], requirements: Requirements = .standard) {
        self.asOf = asOf
        self.scope = scope
        self.scopeName = scopeName
        self.lines = lines
        self.requirements = requirements
    }

    /// A checklist and its figures.
    package struct Line: Sendable, Hashable {
        package let checklist: Checklist
        /// Nil where what it asks or counts is of a restricted register that the ledger does not show to who asks.
        package let figures: ChecklistFigures?
        /// The figures of each branch that is asked, by code.
        package let branches: [Code: ChecklistFigures]
        private let stage: Stage

        private enum Stage {
            case ahead
            case running
            /// Over, and nothing is open.
            case settled
        }

        /// What officers call where it stands: 未开始, 已结束, or the most urgent state.
        package var standing: String {
            switch stage {
            case .ahead: localized("未开始", "ahead")
            case .running: figures.map { $0.state?.title ?? localized("无对象", "nobody") } ?? Secrecy.restricted.title
            case .settled: localized("已结束", "over")
            }
        }

        /// Judges the counts of a checklist.
        ///
        /// - Parameter tallies: nil where the ledger does not show them to who asks.
        package init(_ checklist: Checklist, _ tallies: [ChecklistTally]?, asOf day: Day) {
            self.checklist = checklist
            var figures = ChecklistFigures()
            var branches: [Code: ChecklistFigures] = [:]
            for tally in tallies ?? [] {
                let state = Line.state(tally, of: checklist, asOf: day)
                figures.add(state, tally.subjects)
                branches[tally.branch, default: ChecklistFigures()].add(state, tally.subjects)
            }
            self.figures = tallies.map { _ in figures }
            self.branches = branches
            let isSettled = checklist.isOver(on: day) && self.figures?.open == 0
            stage = checklist.startsOn > day ? .ahead : isSettled ? .settled : .running
        }

        private static func state(_ tally: ChecklistTally, of checklist: Checklist, asOf day: Day) -> Obligation.State {
            let state = tally.span.state(tally.count, of: checklist.count, asOf: day)
            return tally.isWaived && state != .done ? .waived : .asked(state)
        }
    }
}

extension Checklist {
    /// Whether its last day has passed.
    package func isOver(on day: Day) -> Bool { endsOn.map { $0 < day } ?? false }
}

/// One checklist over a scope at a date: its figures by branch, and whom it asks.
package struct ChecklistSheet: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    package let line: ChecklistReport.Line
    /// The names of the organizations of the scope, by code.
    package let names: [Code: String]
    /// Whether it is told whom it asks: else that is of a restricted register and not to be seen.
    package let isTold: Bool
    /// The most urgent first; none where they are not told.
    package let obligations: [Obligation]

    package init(
        asOf: Day, scope: Scope, scopeName: String, line: ChecklistReport.Line, names: [Code: String],
        obligations: [Obligation]?
    ) {
        self.asOf = asOf
        self.scope = scope
        self.scopeName = scopeName
        self.line = line
        self.names = names
        isTold = obligations != nil
        self.obligations = (obligations ?? []).sorted { $0.precedes($1) }
    }

    package var checklist: Checklist { line.checklist }

    /// Why whom it asks is not told, in words: figures or not, nothing is said of whom.
    package static var isRestricted: String {
        localized("登记簿限阅，问谁、谁没办不列出", "The register is restricted: whom it asks is not listed")
    }
}
