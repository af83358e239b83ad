import PartyWork

/// Asks whether the gates of a state hold for an entry taken to be in it, before any step is written (REGISTERS section 3).
struct GateGuard {
    let db: Session
    let book: RegisterBook
    /// The entry that takes the step.
    let entry: Entry
    /// The state that it gets into.
    let state: FlowState
    /// The state that it leaves; nil where it has just been entered.
    let leaving: String?

    private var register: RegisterDefinition { entry.register }

    /// What the gates miss on the day of the step and, where that is past, today.
    func lacks(on day: Day, today: Day) throws -> [StepLack] {
        try db.refreshStaleEntries()
        let then = try lacks(on: day)
        guard day < today, try db.exists(entry.number, of: register, in: book, on: today) else { return then }
        return then + (try lacks(on: today)).filter { !then.contains($0) }
    }

    private func lacks(on day: Day) throws -> [StepLack] {
        try register.gates.filter { $0.state.hasSameCodePoints(as: state.name) }.compactMap {
            try lack(of: $0, on: day)
        }
    }

    private func lack(of gate: Gate, on day: Day) throws -> StepLack? {
        switch gate.demand {
        case .children: try children(gate, day)
        case .places:
            try above(gate) { places, condition in
                let count = try siblings(day) { sql in
                    let isIn = "\(sql.state.name) = \(RegisterSQL.quoted(gate.state))"
                    return gate.condition.isEmpty ? isIn : "(\(isIn) OR \(sql.holds(condition)))"
                }
                return count > places ? .tooMany(gate.field, places: places, count) : nil
            }
        case .surplus:
            try above(gate) { places, condition in
                // Rounded up, below 0 too.
                let product = places * (100 + (gate.quantity ?? 0))
                let needed = product > 0 ? (product + 99) / 100 : product / 100
                let count = try siblings(day) { $0.holds(condition) }
                return count < needed ? .tooFew(gate.field, needed: needed, count) : nil
            }
        case .order: try order(gate, day)
        }
    }

    private func children(_ gate: Gate, _ day: Day) throws -> StepLack? {
        guard let other = book[gate.otherRegister] else { return nil }
        let sql = RegisterSQL(other, in: book)
        let condition = try Condition(gate.condition, of: other)
        let query = NamedSQL(
            "gate children",
            """
            SELECT count(*), count(*) FILTER (WHERE \(sql.holds(condition))) \(sql.existing) AND t.subject = :subject
            """)
        let parameters = Parameters(asOf: day).with("subject", entry.number)
        let (all, fine) = try db.first(query, parameters) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
        let needed = gate.quantity ?? 1
        if all < needed { return .tooFew(other.name, needed: needed, all) }
        return fine < all ? .unsatisfied(other.name, condition, all - fine) : nil
    }

    /// Judges a gate by a number of the entry above.
    private func above(_ gate: Gate, _ judge: (Int, Condition) throws -> StepLack?) throws -> StepLack? {
        guard let parent = book.parent(of: register), let above = try db.entry(entry.subject, of: parent) else {
            return nil
        }
        return try judge(Int(above.value(gate.field)) ?? 0, try Condition(gate.condition, of: register))
    }

    /// How many of those that hang on the same entry fulfil a condition on a day, this one, as it will be, included.
    private func siblings(_ day: Day, _ condition: (RegisterSQL) -> String) throws -> Int {
        func count(_ sql: RegisterSQL, _ which: String) throws -> Int {
            let query = NamedSQL("gate siblings", "SELECT count(*) \(sql.existing) AND \(which) AND \(condition(sql))")
            let parameters = Parameters(asOf: day).with("subject", entry.subject).with("number", entry.number)
            return try db.first(query, parameters) { $0.integer(0) } ?? 0
        }
        let others = try count(RegisterSQL(register, in: book), "t.subject = :subject AND t.number <> :number")
        let own = RegisterSQL(register, in: book, .own(.taken(state.name)))
        return others + (try count(own, "t.subject = :subject AND t.number = :number"))
    }

    /// The others in the state that this one leaves do not come before it.
    private func order(_ gate: Gate, _ day: Day) throws -> StepLack? {
        guard let leaving else { return nil }
        let sql = RegisterSQL(register, in: book)
        let query = NamedSQL(
            "gate order",
            """
            SELECT t.number, \(RegisterSQL.value(gate.field)), \(sql.called) \(sql.existing) AND t.subject = :subject
                AND t.number <> :number AND \(sql.state.name) = \(RegisterSQL.quoted(leaving))
            """)
        let parameters = Parameters(asOf: day).with("subject", entry.subject).with("number", entry.number)
        let own = Amount(entry.value(gate.field))
        let others = try db.all(query, parameters) { (number: $0.text(0), place: Amount($0.text(1)), name: $0.text(2)) }
        let before = others.first { other in
            other.place.map { place in own.map { place < $0 } ?? true } ?? false
        }
        return before.map { .notFirst(gate.field, $0.name, number: $0.number) }
    }
}
