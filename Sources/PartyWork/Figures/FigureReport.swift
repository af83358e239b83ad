/// A figure with the rows behind it and those missing from it.
package struct FigureReport: Sendable, Hashable {
    package let figure: Figure
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// Those missing first, then those not due yet, then those that count.
    package let rows: [FigureRow]
    /// Of how many it is; nil where no share is asked.
    package let target: Int?
    /// What was asked for.
    package let requirements: Requirements

    /// The figure itself: what its counted rows add up to.
    package var done: Int { rows.reduce(0) { $0 + ($1.standing == .counted ? $1.weight : 0) } }

    /// `41/43`, or the count alone.
    package var value: String { target.map { "\(done)/\($0)" } ?? String(done) }

    /// The rows that were asked for.
    package var shown: [FigureRow] {
        switch figure.shows {
        case .all: rows
        case .missing: rows.filter { $0.standing == .missing }
        case .counted: rows.filter { $0.standing == .counted }
        }
    }

    /// What the rows asked for are called.
    package var sideTitle: String { figure.shows == .missing ? figure.kind.gapWord : localized("计入", "counted") }

    /// Reads the rows of a figure.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization, `Refusal.notFound`, what reading throws.
    package init(_ figure: Figure, in scope: Scope, asOf day: Day, from ledger: some LedgerReading) throws {
        self.figure = figure
        asOf = day
        self.scope = scope
        scopeName = try ledger.place(scope).name
        requirements = try ledger.requirements()
        let inquiry = Figure.Inquiry(
            figure: figure, scope: scope, asOf: day, requirements: requirements, ledger: ledger)
        let rows = try figure.kind.rows(inquiry)
        self.rows = FigureRow.Standing.allCases.flatMap { standing in rows.filter { $0.standing == standing } }
        target =
            switch figure.kind.measure {
            case .count: nil
            case .share: rows.count
            case .asked(let number): number(inquiry)
            }
    }
}

extension Figure {
    /// What the rows of a figure are made of.
    package struct Inquiry {
        package let figure: Figure
        /// The scope that is set.
        fileprivate let scope: Scope
        package let asOf: Day
        package let requirements: Requirements
        private let ledger: any LedgerReading

        fileprivate init(
            figure: Figure, scope: Scope, asOf: Day, requirements: Requirements, ledger: some LedgerReading
        ) {
            self.figure = figure
            self.scope = scope
            self.asOf = asOf
            self.requirements = requirements
            self.ledger = ledger
        }
    }
}

extension Figure.Inquiry {
    private var own: Scope { figure.scope(in: scope) }

    /// How many a method asks for; nil where it asks for none.
    package func asked(_ method: Method) -> Int? {
        let count = requirements.target(of: method, on: asOf).count
        return count > 0 ? count : nil
    }

    /// Whether the figure speaks of one village.
    package var isOfVillage: Bool {
        if case .branch(let code, _) = figure.subject { OrganizationKind.village.accepts(code) } else { false }
    }

    /// Whether an organization belongs to the branch of which the figure speaks; of a township its own only.
    package func includes(_ organization: Code) -> Bool {
        guard case .branch(let code, _) = figure.subject else { return true }
        return (organization.branch ?? organization) == code
    }

    /// The figures of its scope.
    package func status() throws -> StatusReport { try ledger.status(asOf: asOf, scope: own) }

    /// The party groups of its scope with their five ones.
    package func groups() throws -> [BranchReport.Group] { try ledger.groups(in: own, asOf: asOf) }

    /// The poor households of whom it speaks.
    package func households() throws -> [HouseholdRow] {
        try ledger.households(in: own, asOf: asOf).filter { $0.isInScope && includes($0.village) }
    }

    /// The members of whom it speaks who must be paired.
    package func members() throws -> [PersonRow] {
        try ledger.people(in: own, asOf: asOf).filter { $0.isInScope && includes($0.organization) }
    }

    /// The cooperatives of whom it speaks, deregistered ones included.
    package func cooperatives() throws -> [CooperativeRow] {
        try ledger.cooperatives(in: own, asOf: asOf).filter { row in
            guard case .trade(let trade) = figure.subject else { return includes(row.organization) }
            return row.cooperative.trade == trade
        }
    }

    /// The activities of a kind that count on the branches.
    package func counted(_ kind: ActivityKind) throws -> [ActivityRow] { try ledger.counted(kind, in: own, asOf: asOf) }

    /// The visits of the person of whom the figure speaks that count.
    package func visits() throws -> [ActivityRow] {
        guard case .person(let id, _) = figure.subject else { return [] }
        return try ledger.countedVisits(of: id, asOf: asOf)
    }

    /// The month of which the figure speaks.
    package func month() throws -> MonthDetails? {
        guard case .month(let code, _, let month) = figure.subject else { return nil }
        return try ledger.month(code, month, asOf: max(asOf, month.first))
    }
}
