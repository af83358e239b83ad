import PartyWork

/// Ticking and waiving in checklists, many at once: all or none, one entry.
extension Performer {
    /// Ticks subjects of a checklist.
    func tick(_ ticks: [Tick]) throws -> Outcome {
        guard let first = ticks.first else { throw Refusal.nothingChanged }
        let checklist = try db.checklist(first.checklist)
        try db.each(ticks) { tick in
            let new = try checked(tick)
            try ChecklistRules.check(new, of: checklist, today: today)
            try addMark(new, subject: new.subject, of: checklist)
        }
        return Outcome(
            .ticked(try marked(ticks.map(\.subject), of: checklist), on: first.on),
            key: ticks.count == 1 ? first.key : nil)
    }

    /// Waives subjects of a checklist.
    func waive(_ waivers: [Waiver]) throws -> Outcome {
        guard let first = waivers.first else { throw Refusal.nothingChanged }
        let checklist = try db.checklist(first.checklist)
        try db.each(waivers) { waiver in
            let new = try checked(waiver)
            try addMark(new, subject: new.subject, of: checklist)
        }
        return Outcome(
            .waived(try marked(waivers.map(\.subject), of: checklist), reason: CellRules.trimmed(first.reason)),
            key: waivers.count == 1 ? first.key : nil)
    }

    /// Takes away what ticks and waives obligations, if it still is what the officer saw.
    func unmark(_ obligations: [Obligation], asOf day: Day) throws -> Outcome {
        guard let first = obligations.first else { throw Refusal.nothingChanged }
        let checklist = try db.checklist(first.checklist.id)
        try db.each(obligations) { obligation in
            let parameters = Parameters(checklist, obligation.span, asOf: day).with("subject", obligation.subject.token)
            let ticks: [Tick] = try db.all(.ticksOfSubject, parameters) { try $0.record() }
            let waivers: [Waiver] = try db.all(.waiversOfSubject, parameters) { try $0.record() }
            if checklist.isTicked, ticks.count != obligation.progress.done {
                throw Refusal.changedMeanwhile(.ticks, RecordKey(checklist.name, obligation.name))
            }
            for tick in ticks { try entry.remove(tick) }
            for waiver in waivers { try entry.remove(waiver) }
        }
        if !entry.hasChanges { throw Refusal.nothingChanged }
        return Outcome(.unmarked(try marked(obligations.map(\.subject.token), of: checklist)))
    }

    private func addMark<R: BuiltInRecord>(_ record: R, subject: String, of checklist: Checklist) throws {
        let taken: R? = try db.record(record.key)
        if taken != nil { throw Refusal.markedAlready(checklist.name, subject: try name(subject, of: checklist)) }
        try entry.add(record)
    }

    // MARK: - Checks

    /// Refuses a change of a checklist by which its ticks would speak of others.
    func refuseInUse(_ record: any LedgerRecord, was old: AnyRecord) throws {
        guard let new = record as? Checklist, let old = old.record as? Checklist else { return }
        let parameters = Parameters().with("checklist", old.id.text)
        try ChecklistRules.check(new, was: old, hasMarks: try db.first(.hasMarks, parameters) { _ in true } ?? false)
    }

    /// What is wrong with a checklist that a tick or waiver names.
    func fault(_ id: Checklist.ID, isTicked: Bool) throws -> Fault? {
        guard let checklist: Checklist = try db.record(RecordKey(id.text)) else { return .nowhere(id.text) }
        if !isTicked || checklist.isTicked { return nil }
        return checklist.counts.map { .notTicked($0) } ?? .register(.notTicked)
    }

    /// What is wrong with whom a tick or waiver names; a checklist that is nowhere is reported for itself.
    func fault(_ subject: String, of id: Checklist.ID) throws -> Fault? {
        guard let checklist: Checklist = try db.record(RecordKey(id.text)) else { return nil }
        switch checklist.subject.table {
        case .entries:
            let key = RecordKey(checklist.askedRegister ?? "", subject)
            return try db.contains(.entries, key) ? nil : .nowhere(subject)
        case .people: return try db.personCategory(Person.ID(subject)) == nil ? .nowhere(subject) : nil
        case .households: return try db.hasHousehold(Household.ID(subject)) ? nil : .nowhere(subject)
        // All other subjects are organizations.
        default:
            guard let kind = try db.organizationKind(Code(subject)) else { return .nowhere(subject) }
            return checklist.subject.asked.includes(kind) ? nil : .wrongSubject(subject, checklist.subject)
        }
    }

    /// Refuses an undo after which a tick or waiver would name nobody.
    func refuseDanglingMarks(_ target: Int, _ changes: [JournalChange]) throws {
        let mayDangle = changes.contains { change in
            switch change.table {
            // Whether a checklist asks them depends on more of them than that they are there.
            case .organizations, .checklists: true
            case .people, .households, .entries: change.before == nil
            // No checklist asks anything else.
            default: false
            }
        }
        guard mayDangle, let mark = try db.danglingMarks().first else { return }
        throw Refusal.stillReferenced(entry: target, what: mark)
    }

    // MARK: - Names

    /// Of many the names of the first five.
    private func marked(_ subjects: [String], of checklist: Checklist) throws -> Deed.Marked {
        Deed.Marked(checklist.name, subjects.count, try subjects.prefix(5).map { try name($0, of: checklist) })
    }

    private func name(_ subject: String, of checklist: Checklist) throws -> String {
        if checklist.subject == .entry { return subject }
        return try db.anyRecord(checklist.subject.table, RecordKey(subject))?.record.label ?? subject
    }
}

extension Session {
    /// Ticks and waivers that name nobody, each a sentence.
    func danglingMarks() throws -> [String] {
        try all(.danglingMarks, Parameters()) { row in
            let (table, key) = (try row.table(0, of: tables), "\(row.text(1)) \(row.text(2))")
            return localized(
                "\(table.rowTitle)“\(key)”的「\(Column.subjectID.header)」在台账中找不到，或不是清单所要的对象",
                "the \(table.rowTitle) \"\(key)\" names nobody in the ledger, or nobody whom its checklist asks")
        }
    }
}
