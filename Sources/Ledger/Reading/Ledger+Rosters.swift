import PartyWork

extension NamedSQL {
    /// The pairings of a scope's households, each with the names of head, village and helper.
    static let pairingRows = NamedSQL(
        "pairing rows",
        """
        SELECT \(Layout.of(.pairings).statements.columns), h.head, v.name, s.name
        FROM household h CROSS JOIN pairing t CROSS JOIN person s JOIN organization v ON v.code = h.village
        WHERE \(Predicate.isInScope("h.village")) AND t.household = h.id AND s.id = t.person
        ORDER BY t.household, t.person, t.started_on
        """)
}

extension Ledger {
    /// A table's rows of a scope as they stand on a day, gone ones included; activities up to the day.
    ///
    /// - Parameter showsPhones: whether telephone numbers are told in full.
    /// - Throws: `Refusal.emptyScope` when the scope covers no organization; `LedgerError`.
    package func roster(_ table: TableSchema, in scope: Scope, asOf day: Day, showsPhones: Bool) throws -> Roster {
        let rows: [Roster.Row] =
            switch table {
            case .organizations: try organizations(in: scope, asOf: day).map { .init($0) }
            case .people: try people(in: scope, asOf: day).map { .init($0, showsPhone: showsPhones) }
            case .households: try households(in: scope, asOf: day).map { .init($0) }
            case .pairings: try pairings(in: scope, asOf: day)
            case .cooperatives: try cooperatives(in: scope, asOf: day).map { .init($0) }
            case .activities: try activities(in: scope, from: .unset, to: day).map { .init($0) }
            default: try records(of: table, in: scope).map { .init($0) }
            }
        return Roster(table, asOf: day, scope: scope, scopeName: try place(scope).name, rows: rows)
    }

    /// The rows of a table that officers made; of one that names an organization those of the scope.
    ///
    /// - Throws: `LedgerError`.
    package func records(of table: TableSchema, in scope: Scope) throws -> [AnyRecord] {
        let place = table.fields.first { if case .reference(.organization) = $0.kind { true } else { false } }
        return try reading { db in
            var records: [AnyRecord] = []
            try db.visit(table) { record in
                if let place, !scope.contains(Code(record.record.text(place.column))) { return }
                records.append(record)
            }
            return records
        }
    }

    private func pairings(in scope: Scope, asOf day: Day) throws -> [Roster.Row] {
        try reading(in: scope) { db in
            try db.all(.pairingRows, Parameters(scope)) { row in
                Roster.Row(
                    try row.record(Pairing.self), head: row.text(.after(.pairings)),
                    village: row.text(.after(.pairings, 1)), helper: row.text(.after(.pairings, 2)), asOf: day)
            }
        }
    }
}
