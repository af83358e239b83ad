import PartyWork

extension Ledger {
    /// A month of every branch of a scope, up to a day.
    ///
    /// - Throws: `Refusal.inFuture` for a month after the day; `Refusal.emptyScope`.
    package func months(_ month: Month, in scope: Scope, asOf day: Day) throws -> MonthsReport {
        try reading(in: scope) { db in
            let reports = try db.monthReports(month, in: scope, asOf: day)
            let name = try db.organizationName(Code(scope.prefix))
            return MonthsReport(
                month: month, asOf: min(day, month.last), scope: scope, scopeName: name, branches: reports)
        }
    }

    /// A branch's month with its rows, up to a day.
    ///
    /// - Throws: `Refusal.inFuture` for a month after the day; `Refusal.notFound` for a code that is no branch.
    package func month(_ code: Code, _ month: Month, asOf day: Day) throws -> MonthDetails {
        try reading { db in
            let scope = Scope(code)
            let organization = try db.branch(code)
            let parameters = Parameters(scope, month, asOf: min(day, month.last))
            return MonthDetails(
                report: try db.monthReport(organization, month, asOf: day),
                activities: try db.all(.monthActivities, parameters) { try $0.activityRow(asOf: day) },
                households: try db.all(.uncoveredHouseholds, parameters, Uncovered.init),
                members: try db.all(.uncoveredMembers, parameters, Uncovered.init))
        }
    }

    /// A year of all branches up to a day.
    ///
    /// - Throws: `Refusal.emptyScope`.
    package func monthMap(in scope: Scope, asOf day: Day) throws -> MonthMap {
        try reading(in: scope) { db in
            let cells = try MonthCells(db, scope, asOf: day)
            let branches = try db.branches(in: scope, asOf: day)
            return MonthMap(
                asOf: day,
                branches: branches.map { MonthMap.Branch(code: $0.code, name: $0.name, cells: cells.of($0.code)) })
        }
    }
}

extension Session {
    /// An organization that is a branch.
    ///
    /// - Throws: `Refusal.notFound` for any other code.
    func branch(_ code: Code) throws -> Organization {
        let key = RecordKey(code.digits)
        let found: Organization? = try record(key)
        if meetsUnknown { return found ?? Organization(code: code, name: "", kind: .village) }
        guard let organization = found, organization.kind.isBranch else {
            throw Refusal.notFound(.organizations, key)
        }
        return organization
    }

    /// The month of a branch, whether or not it exists on the day.
    func monthReport(_ branch: Organization, _ month: Month, asOf day: Day) throws -> MonthReport {
        let tallies = try MonthTallies(self, month, in: Scope(branch.code), asOf: day)
        return tallies.report(branch.code, branch.name)
    }

    func monthReports(_ month: Month, in scope: Scope, asOf day: Day) throws -> [MonthReport] {
        let tallies = try MonthTallies(self, month, in: scope, asOf: day)
        return try branches(in: scope, asOf: tallies.day).map { tallies.report($0.code, $0.name) }
    }

    /// The branches of a scope that exist on a day, by code.
    fileprivate func branches(in scope: Scope, asOf day: Day) throws -> [(code: Code, name: String)] {
        try all(.organizations, Parameters(scope, asOf: day)) { row in
            (code: Code(row.text(0)), name: row.text(1), kind: try row.word(2, OrganizationKind.self))
        }.filter(\.kind.isBranch).map { ($0.code, $0.name) }
    }

    /// The steps of a month of a scope's branches, in order.
    func steps(of month: Month, in scope: Scope) throws -> [MonthStep] {
        try all(.stepsOfMonth, Parameters(scope).with("key", month.description)) { try $0.record() }
    }
}

extension Session {
    /// The branches that held a 主题党日 in a period before a month of it; none for a period of one month.
    fileprivate func branches(holding period: Span?, before month: Month, in scope: Scope) throws -> Set<Code> {
        guard let period, period.first < month.first else { return [] }
        let parameters = Parameters(scope, Month(period.first), asOf: month.first.adding(days: -1))
        let rows = try all(.countedMonths, parameters) { (Code($0.text(0)), $0.text(1), $0.flag(2)) }
        return Set(rows.filter { $0.2 && $0.1 >= Month(period.first).description }.map(\.0))
    }
}

/// The counts of one month, by branch.
private struct MonthTallies {
    /// The month's last day, or the day asked for before it.
    let day: Day
    private let month: Month
    private var figures: [Code: MonthFigures] = [:]
    private let steps: [Code: [MonthStep]]
    /// The period of 主题党日 that ends with the month, and the branches that had one in its earlier months.
    private let partyDay: Span?
    private let heldEarlier: Set<Code>

    /// A branch, and its numbers by what they are.
    private typealias Numbers = (Code, [MonthFigure], [Int])

    init(_ db: Session, _ month: Month, in scope: Scope, asOf day: Day) throws {
        if day < month.first { throw Refusal.inFuture(.month, month.first) }
        self.month = month
        self.day = min(day, month.last)
        steps = Dictionary(grouping: try db.steps(of: month, in: scope), by: \.organization)
        partyDay = try db.requirements().partyDay(in: month, asOf: self.day)
        heldEarlier = try db.branches(holding: partyDay, before: month, in: scope)
        let parameters = Parameters(scope, month, asOf: self.day)
        let counts: [Numbers] = try db.all(.monthTally, parameters) { row in
            (
                Code(row.text(0)), [MonthFigure(try row.word(1, ActivityKind.self)), .papersMissing, .late],
                row.numbers(2...4)
            )
        }
        let households: [Numbers] = try db.all(.householdCoverage, parameters) { row in
            (Code(row.text(0)), [.householdsInScope, .householdsCovered, .householdsVisited], row.numbers(1...3))
        }
        let members: [Numbers] = try db.all(.memberCoverage, parameters) { row in
            (Code(row.text(0)), [.membersInScope, .membersCovered], row.numbers(1...2))
        }
        for (code, names, numbers) in counts + households + members {
            for (name, number) in zip(names, numbers) { figures[code, default: MonthFigures()][name] += number }
        }
    }

    func report(_ code: Code, _ name: String) -> MonthReport {
        var report = MonthReport(
            code: code, name: name, month: month, asOf: day, figures: figures[code] ?? MonthFigures(),
            steps: steps[code] ?? [])
        report.partyDay = partyDay
        report.isHeldEarlier = heldEarlier.contains(code)
        return report
    }
}

/// The cells of a year's map, by branch.
private struct MonthCells {
    private let months: [Month]
    private var held: Set<Key> = []
    private var partyDays: Set<Key> = []
    private var visits: [Key: Int] = [:]
    private let pending: [Key: Int]
    private let states: [Key: MonthState]
    /// The periods of 主题党日 by the last month of each.
    private let periods: [Month: Span]

    private struct Key: Hashable {
        let branch: Code
        let month: String
    }

    init(_ db: Session, _ scope: Scope, asOf day: Day) throws {
        months = (1...day.month).compactMap { Month(year: day.year, month: $0) }
        let asked = try db.requirements()
        periods = months.reduce(into: [:]) { $0[$1] = asked.partyDay(in: $1, asOf: $1.last) }
        let parameters = Parameters(scope, Month(day), asOf: day)
        let counted = try db.all(.countedMonths, parameters) { (MonthCells.key($0), $0.flag(2), $0.integer(3)) }
        for (key, isPartyDay, visits) in counted {
            held.insert(key)
            self.visits[key, default: 0] += visits
            if isPartyDay { partyDays.insert(key) }
        }
        let lacking = try db.all(.pendingMonths, parameters) { (MonthCells.key($0), $0.integer(2)) }
        pending = Dictionary(lacking, uniquingKeysWith: +)
        let steps = try db.all(.stepsOfYear, parameters) { (MonthCells.key($0), try $0.word(2, MonthStep.Kind.self)) }
        states = steps.reduce(into: [:]) { $0[$1.0] = MonthState(after: $1.1) }
    }

    private static func key(_ row: Statement) -> Key { Key(branch: Code(row.text(0)), month: row.text(1)) }

    func of(_ branch: Code) -> [MonthMap.Cell] {
        months.map { month in
            let key = Key(branch: branch, month: month.description)
            let lack: MonthMap.Cell.Lack =
                !isHeld(branch, month) ? .partyDay : pending[key] != nil ? .papers : .nothing
            let work: MonthWork = !held.contains(key) ? .none : lack == .nothing ? .whole : .partly
            return MonthMap.Cell(
                month: month, work: work, state: states[key] ?? .open, lack: lack, papers: pending[key] ?? 0,
                visits: visits[key] ?? 0)
        }
    }
}

extension MonthCells {
    /// Whether the 主题党日 of the period that ends with a month was held; true where none ends.
    private func isHeld(_ branch: Code, _ month: Month) -> Bool {
        guard let period = periods[month] else { return true }
        return months.contains {
            $0.first >= period.first && $0 <= month && partyDays.contains(Key(branch: branch, month: $0.description))
        }
    }
}

extension Statement {
    /// The whole numbers of some columns.
    fileprivate func numbers(_ columns: ClosedRange<Int32>) -> [Int] { columns.map { integer($0) } }
}
