import PartyWork

/// Entries of registers and their steps, by all the rules of officers (REGISTERS section 3).
extension Performer {
    /// Adds an entry, numbers it if it has no number, and takes its first step.
    func enter(_ stored: StoredEntry) throws -> Outcome {
        let book = try db.registers()
        let register = try register(stored.register, in: book)
        try refuseUnknown(stored, register)
        var entry = Entry(stored, of: register)
        let isNumbered = !CellRules.trimmed(stored.number).isEmpty
        try self.entry.permit(nil, entry.stored)
        if !isNumbered { entry.number = "-" }
        entry = try checked(entry)
        let day = entry.registeredOn
        if day > today { throw Refusal.inFuture(.registeredOn, day) }
        try refuseMissing(entry.missing)
        if let parent = book.parent(of: register) {
            guard try db.exists(entry.subject, of: parent, in: book, on: day) else {
                throw Refusal.entryGone(parent.name, entry.subject, on: day)
            }
        }
        if !isNumbered { entry.number = try db.nextEntryNumber(try db.place(of: entry).township) }
        try refuseTaken(entry.stored)
        try self.entry.add(entry.stored)
        if let state = register.states.first { try begin(entry, state, book) }
        return Outcome(.added(try caption(entry.stored)), key: entry.key)
    }

    /// Refuses values of what is no field of the register.
    private func refuseUnknown(_ stored: StoredEntry, _ register: RegisterDefinition) throws {
        let unknown = stored.values.filter { register.field($0.field) == nil }
        if unknown.isEmpty { return }
        throw Refusal.faults(unknown.map { FieldFault(Column($0.field), .register(.noField(register.name))) })
    }

    private func begin(_ entry: Entry, _ state: FlowState, _ book: RegisterBook) throws {
        let day = entry.registeredOn
        try self.entry.add(
            EntryStep(register: entry.register.name, entry: entry.number, position: 1, on: day, state: state.name))
        let gates = GateGuard(db: db, book: book, entry: entry, state: state, leaving: nil)
        let lacks = StepRules.emptyFields(of: entry, for: state, on: day) + (try gates.lacks(on: day, today: today))
        if !lacks.isEmpty { throw Refusal.stepLacks(entry.register.name, entry.number, state.name, lacks) }
    }

    /// Takes a step with an entry.
    func step(_ name: String, _ number: String, to state: String, on day: Day, note: String) throws -> Outcome {
        let book = try db.registers()
        let register = try register(name, in: book)
        let key = RecordKey(name, number)
        guard let entry = try db.entry(number, of: register) else {
            throw Refusal.notFound(register.table, RecordKey(number))
        }
        if register.states.isEmpty { throw Refusal.faults([FieldFault(.register, .register(.noFlow(name)))]) }
        guard let new = register.state(state) else { throw Refusal.faults([FieldFault(.state, .nowhere(state))]) }
        if day > today { throw Refusal.inFuture(.heldOn, day) }
        guard let last = try db.steps(of: key).last else {
            throw Refusal.faults([FieldFault(.entryNumber, .nowhere(number))])
        }
        guard try db.exists(number, of: register, in: book, on: day) else {
            throw Refusal.entryGone(name, number, on: day)
        }
        let step = try checked(
            EntryStep(
                register: name, entry: number, position: last.position + 1, on: day, state: new.name, note: note,
                officer: officer.name))
        let lacks = try db.lacks(of: entry, from: last, to: new, on: day, today: today, book)
        if !lacks.isEmpty { throw Refusal.stepLacks(name, number, new.name, lacks) }
        try self.entry.add(step)
        return Outcome(.added(try caption(step)), key: step.key)
    }

    /// Replaces an entry, if it is still what the officer saw; its first step goes along with the day of registration.
    func correct(_ seen: Entry, by correction: Entry) throws -> Outcome {
        let book = try db.registers()
        let register = try register(correction.register.name, in: book)
        let new = try checked(Entry(correction.stored, of: register))
        guard seen.number.hasSameCodePoints(as: new.number) else { throw Refusal.keyChanged(register.number) }
        guard let saved = try db.entry(seen.number, of: register) else {
            throw Refusal.notFound(register.table, seen.key)
        }
        if saved.stored != seen.stored { throw Refusal.changedMeanwhile(register.table, seen.key) }
        guard let edit = Deed.Edit(from: saved.stored, to: new.stored) else { throw Refusal.nothingChanged }
        // What was left empty by an import does not stand in the way of another correction.
        try refuseMissing(new.missing.filter { !saved.value($0.name).isEmpty })
        try refuseBeforeParent(new, book)
        try entry.replace(saved.stored, with: new.stored)
        if saved.registeredOn != new.registeredOn { try moveFirstStep(of: new) }
        try refuseBrokenSteps(of: new)
        return Outcome(.edited(try caption(new.stored), [edit]), key: new.key)
    }

    private func refuseMissing(_ fields: [RegisterField]) throws {
        if !fields.isEmpty { throw Refusal.faults(fields.map { FieldFault($0.column, .missing) }) }
    }

    private func moveFirstStep(of new: Entry) throws {
        guard let first = try db.steps(of: new.stored.key).first else { return }
        var moved = first
        moved.on = new.registeredOn
        try entry.replace(first, with: moved)
    }

    func refuseBrokenSteps(of new: Entry) throws {
        let dates = EntryDates(registeredOn: new.registeredOn, struckOn: new.struckOn)
        let faults = StepRules.faults(
            try db.steps(of: new.stored.key), of: new.register, dates, bad: [], isBadState: { _ in false })
        if !faults.isEmpty { throw Refusal.faults(faults.map(\.fault)) }
    }

    /// An entry is not registered before the one on which it hangs, nor after those that hang on it.
    func refuseBeforeParent(_ new: Entry, _ book: RegisterBook) throws {
        if let parent = book.parent(of: new.register), let above = try db.entry(new.subject, of: parent),
            new.registeredOn < above.registeredOn
        {
            throw Refusal.faults([FieldFault(.registeredOn, .register(.registeredBefore(above.registeredOn)))])
        }
        let below = try book.children(of: new.register).flatMap { child in
            try db.all(.entriesAbout, Parameters().with("register", child.name).with("subject", new.number)) {
                try $0.record(StoredEntry.self).registeredOn
            }
        }
        if let first = below.min(), first < new.registeredOn {
            throw Refusal.faults([FieldFault(.registeredOn, .register(.laterThanBelow(first)))])
        }
    }

    private func register(_ name: String, in book: RegisterBook) throws -> RegisterDefinition {
        guard let register = book[name] else { throw Refusal.notFound(.registers, RecordKey(name)) }
        return register
    }

    // MARK: - Definitions

    /// Does an act on a definition, and judges it together with all others (REGISTERS section 2, changing definitions under entries).
    func defining(_ record: AnyRecord, _ act: () throws -> Outcome) throws -> Outcome {
        if let checklist = record.record as? Checklist { try refuseUnfit(checklist) }
        guard record.record is DefinitionRow else { return try act() }
        let before = try db.definitions()
        let outcome = try act()
        try refuseDefinitions(before: before, changed: [DefinitionJudge.RowID(record.table, record.key)])
        return outcome
    }

    /// Refuses a checklist that says of registers what cannot be.
    private func refuseUnfit(_ checklist: Checklist) throws {
        if checklist.askedRegister == nil, checklist.countedRegister.isEmpty { return }
        let definitions = try db.definitions()
        let judge = DefinitionJudge(before: definitions, after: definitions, call: [:])
        let faults = ChecklistJudge.faults(checklist, judge).map(\.fault)
        if !faults.isEmpty { throw Refusal.faults(faults) }
    }

    /// Refuses definitions that do not stand together, or that take away what is in use.
    func refuseDefinitions(before: [DefinitionRow], changed: [DefinitionJudge.RowID]) throws {
        let after = try db.definitions()
        let call = Dictionary(changed.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let judge = DefinitionJudge(before: before, after: after, call: call)
        var faults = judge.findings.map(\.fault)
        for (_, column, use) in judge.uses {
            let count = try db.count(use)
            if count > 0 { faults.append(FieldFault(column, use.fault(count))) }
        }
        for checklist in try db.ownChecklists() { faults += ChecklistJudge.left(of: checklist, judge).map(\.fault) }
        if !faults.isEmpty { throw Refusal.faults(faults) }
        let flows = Set(before.filter { $0.table == .registerStates }.map { $0.text(.register) })
        for register in judge.book.registers where !flows.contains(register.name) {
            for step in try db.missingFirstSteps(of: register) { try entry.add(step) }
        }
    }
}

extension Session {
    /// What an entry lacks for a step on a day: what the flow itself asks, then what the gates do.
    func lacks(
        of entry: Entry, from last: EntryStep, to state: FlowState, on day: Day, today: Day, _ book: RegisterBook
    ) throws -> [StepLack] {
        StepRules.lacks(of: entry, from: last, to: state, on: day)
            + (try GateGuard(db: self, book: book, entry: entry, state: state, leaving: last.state)
                .lacks(on: day, today: today))
    }

    /// Whether an entry exists on a day, and those above it.
    func exists(_ number: String, of register: RegisterDefinition, in book: RegisterBook, on day: Day) throws -> Bool {
        try refreshStaleEntries()
        let sql = RegisterSQL(register, in: book)
        let query = NamedSQL("entry exists", "SELECT 1 \(sql.existing) AND t.number = :number")
        return try first(query, Parameters(asOf: day).with("number", number)) { _ in true } ?? false
    }

    /// Where an entry will be that is not saved yet.
    func place(of entry: Entry) throws -> Code {
        if let field = entry.register.placeField, !entry.value(field).isEmpty { return Code(entry.value(field)) }
        let sql: String
        switch entry.register.subject {
        case .township, .branch, .village, .group: return Code(entry.subject)
        case .person: sql = "SELECT organization FROM person WHERE id = ?"
        case .household: sql = "SELECT village FROM household WHERE id = ?"
        case .cooperative: sql = "SELECT organization FROM cooperative WHERE code = ?"
        case .entry(let parent):
            try refreshStaleEntries()
            sql = "SELECT place FROM entry WHERE register = \(RegisterSQL.quoted(parent)) AND number = ?"
        }
        let statement = try statement(sql)
        try statement.bind(1, entry.subject)
        return Code(try statement.first { $0.text(0) } ?? "")
    }
}
