import PartyWork

extension Ledger {
    /// The checklists that officers defined, with their figures over a scope at a date.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func checklists(asOf day: Day, scope: Scope) throws -> ChecklistReport {
        try reading(in: scope) { db in
            let lines = try db.checklists().map { checklist in
                try db.line(of: checklist, in: scope, asOf: day)
            }
            return ChecklistReport(
                asOf: day, scope: scope, scopeName: try db.organizationName(Code(scope.prefix)), lines: lines,
                requirements: try db.requirements())
        }
    }

    package func checklist(_ id: Checklist.ID, asOf day: Day, scope: Scope) throws -> ChecklistSheet {
        try checklist(id, asOf: day, scope: scope, isRestrictedSeen: false)
    }

    /// One checklist over a scope at a date, with everyone whom it asks; of restricted registers only where that was asked for.
    ///
    /// - Throws: `Refusal.notFound` for a number that is none; `Refusal.emptyScope` when the scope covers no organization.
    package func checklist(
        _ id: Checklist.ID, asOf day: Day, scope: Scope, isRestrictedSeen: Bool
    ) throws -> ChecklistSheet {
        try reading(in: scope) { db in
            let checklist = try db.requirements().visitLists.first { $0.id == id } ?? db.checklist(id)
            let line = try db.line(of: checklist, in: scope, asOf: day)
            let isTold = try line.figures != nil && (isRestrictedSeen || !db.isRestricted(checklist))
            return ChecklistSheet(
                asOf: day, scope: scope, scopeName: try db.organizationName(Code(scope.prefix)), line: line,
                names: try db.organizationNames(scope.widenedToBranch),
                obligations: try isTold ? db.obligations(of: checklist, in: scope, asOf: day) : nil)
        }
    }

    /// What the built-in methods ask for, by day.
    ///
    /// - Throws: `LedgerError`.
    package func requirements() throws -> Requirements { try reading { try $0.requirements() } }

    /// What officers' checklists ask and is overdue, behind or due soon, the most urgent first.
    ///
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization.
    package func openObligations(asOf day: Day, scope: Scope) throws -> [Obligation] {
        try reading(in: scope) { db in
            try db.checklists().filter { try !db.isRestricted($0) }.flatMap {
                try db.obligations(of: $0, in: scope, asOf: day)
            }
            .filter { $0.waiver == nil && $0.progress.state.needsAction }.sorted { $0.precedes($1) }
        }
    }
}

extension Session {
    /// The registers whose entries a checklist asks or counts.
    private func registers(of checklist: Checklist) throws -> [RegisterDefinition] {
        let named = [checklist.askedRegister ?? "", checklist.countedRegister].filter { !$0.isEmpty }
        return try named.isEmpty ? [] : named.compactMap { try registers()[$0] }
    }

    /// Whether a checklist asks entries of a restricted register, or counts them.
    fileprivate func isRestricted(_ checklist: Checklist) throws -> Bool {
        try registers(of: checklist).contains(where: \.isRestricted)
    }

    /// A checklist with its figures, where what it asks and counts is shown to who asks.
    fileprivate func line(of checklist: Checklist, in scope: Scope, asOf day: Day) throws -> ChecklistReport.Line {
        let isShown = try shows(registers(of: checklist), in: scope)
        return ChecklistReport.Line(
            checklist, isShown ? try tallies(of: checklist, in: scope, asOf: day) : nil, asOf: day)
    }

    /// The checklist of a number.
    func checklist(_ id: Checklist.ID) throws -> Checklist {
        let key = RecordKey(id.text)
        guard let checklist: Checklist = try record(key) else { throw Refusal.notFound(.checklists, key) }
        return checklist
    }

    /// All checklists by number, and after them the methods' own that have begun to be.
    fileprivate func checklists() throws -> [Checklist] { try ownChecklists() + requirements().visitLists }

    /// What the methods ask for, by day.
    func requirements() throws -> Requirements {
        Requirements(try statement(Layout.of(.requirements).statements.selectAll).rows { try $0.record() })
    }

    fileprivate func organizationNames(_ scope: Scope) throws -> [Code: String] {
        let rows = try all(.organizationNames, Parameters(scope)) { (Code($0.text(0)), $0.text(1)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    fileprivate func tallies(of checklist: Checklist, in scope: Scope, asOf day: Day) throws -> [ChecklistTally] {
        try each(checklist, scope, ChecklistStatements.of(checklist, registers()).tally, asOf: day) { row, span in
            ChecklistTally(
                span: span, branch: Code(row.text(0)), count: row.integer(1), isWaived: row.flag(2),
                subjects: row.integer(3))
        }
    }

    fileprivate func obligations(of checklist: Checklist, in scope: Scope, asOf day: Day) throws -> [Obligation] {
        try each(checklist, scope, ChecklistStatements.of(checklist, registers()).rows, asOf: day) { row, span in
            Obligation(
                checklist: checklist, subject: checklist.subject.one(row.text(0)), name: row.text(1),
                organization: Code(row.text(2)),
                span: span, count: row.integer(3), lastOn: try row.optionalDay(4), waiver: row.optionalText(5),
                asOf: day)
        }
    }

    /// Runs a statement for each period that has begun and each part of the scope that is asked.
    private func each<Row>(
        _ checklist: Checklist, _ scope: Scope, _ query: NamedSQL, asOf day: Day,
        _ read: (Statement, Span) throws -> Row
    ) throws -> [Row] {
        let scopes = checklist.scopes(within: scope)
        return try checklist.requirement.spans(asOf: day).flatMap { span in
            let parameters = Parameters(checklist, span, asOf: day)
            return try scopes.flatMap { scope in
                try all(query, parameters.adding(scope)) { try read($0, span) }
            }
        }
    }
}

extension Parameters {
    /// A checklist and a period of it at a date.
    init(_ checklist: Checklist, _ span: Span, asOf day: Day) {
        self = Parameters(asOf: span.judged(asOf: day)).offering([
            ("asof", day.description), ("checklist", checklist.id.text), ("kind", checklist.counts?.rawValue ?? ""),
            ("from", span.first.description), ("until", span.lastCounted(asOf: day).description),
            ("asofyear", day.firstOfYear.description), ("begin", span.first.description),
            ("close", span.last.description),
        ])
    }

    fileprivate func adding(_ scope: Scope) -> Parameters { with("scope", scope.prefix).with("end", scope.end) }
}
