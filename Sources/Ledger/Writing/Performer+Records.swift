import PartyWork

/// Adding, correcting and voiding records.
extension Performer {
    /// Adds an activity, and numbers it if it has no number.
    func add(_ activity: Activity) throws -> Outcome {
        var numbered = activity
        if CellRules.trimmed(activity.id.text).isEmpty {
            numbered.id = "-"
            let checked = try checked(numbered)
            // Whoever may not record takes no number either.
            try entry.permit(nil, checked)
            numbered.id = try db.nextActivityNumber(checked.organization.township)
        }
        let new = try checked(numbered)
        try refuseTaken(new)
        let twins = try twinWarnings(of: new.wrapped, was: nil)
        // `check` holds the day of entry against the journal's.
        try entry.add(new, sentence: today.description)
        try db.note(entryOf: new, on: today)
        return Outcome(.recorded(try caption(new)), key: new.key, warnings: try warnings(of: new, was: nil) + twins)
    }

    /// Adds a record; those with rules of their own are written by their own acts.
    func add(_ record: AnyRecord) throws -> Outcome {
        if record.record.hasOwnAct { throw Refusal.hasOwnAct(record.table) }
        if let entry = record.record as? Entry { return try enter(entry.stored) }
        return try defining(record) { try add(record.record) }
    }

    private func add(_ record: some LedgerRecord) throws -> Outcome {
        let new = try checked(record)
        try refuseTaken(new)
        try refuseOverlap(new)
        let twins = try twinWarnings(of: new.wrapped, was: nil)
        try entry.add(new)
        return Outcome(.added(try caption(new)), key: new.key, warnings: try warnings(of: new, was: nil) + twins)
    }

    /// Replaces a record by one with the same key, if it is still what the officer saw.
    func correct(_ from: AnyRecord, _ to: AnyRecord) throws -> Outcome {
        if from.table == .monthSteps { throw Refusal.stepIsFixed }
        if let seen = from.record as? Entry, let new = to.record as? Entry { return try correct(seen, by: new) }
        return try defining(to) { try correct(from, by: to.record) }
    }

    private func correct(_ from: AnyRecord, by correction: some LedgerRecord) throws -> Outcome {
        let new = try checked(correction)
        if let column = from.table.key.first(where: { !from.record.text($0).hasSameCodePoints(as: new.text($0)) }) {
            throw Refusal.keyChanged(column)
        }
        guard let saved = try db.anyRecord(from.table, from.key) ?? (db.meetsUnknown ? from : nil) else {
            throw Refusal.notFound(from.table, from.key)
        }
        if saved.cells != from.cells { throw Refusal.changedMeanwhile(from.table, from.key) }
        if let old = saved.record as? Pairing, let new = new as? Pairing { try refuseGap(new, was: old) }
        try refuseInUse(new, was: saved)
        try refuseOverlap(new)
        guard let edit = Deed.Edit(from: saved.record, to: new) else { throw Refusal.nothingChanged }
        let twins = try twinWarnings(of: new.wrapped, was: saved)
        try entry.replace(saved.record, with: new)
        return Outcome(
            .edited(try caption(new), [edit]), key: new.key, warnings: try warnings(of: new, was: saved) + twins)
    }

    /// Takes a follow-up away, if it still is what the officer saw.
    func takeBack(_ seen: FollowUp) throws -> Outcome {
        try requireStanding(seen.wrapped)
        try entry.remove(seen)
        return Outcome(.tookBack(try caption(seen)), key: seen.key)
    }

    /// Voids an activity.
    func void(_ id: Activity.ID, on day: Day, reason: String) throws -> Outcome {
        let key = RecordKey(id.text)
        guard let saved: Activity = try db.record(key) else { throw Refusal.notFound(.activities, key) }
        if let voidedOn = saved.voidedOn { throw Refusal.voidedAlready(id, on: voidedOn) }
        var new = saved
        new.voidedOn = day
        new.voidReason = reason
        new = try checked(new)
        if day > today { throw Refusal.inFuture(.voidedOn, day) }
        try entry.replace(saved, with: new)
        return Outcome(.voided(try caption(new), reason: new.voidReason), key: key)
    }

    // MARK: - Checks

    /// The record with its texts trimmed, if all rules for its cells, for itself and for what it refers to hold.
    func checked<R: LedgerRecord>(_ record: R) throws -> R {
        var cells: [Column: String] = [:]
        for column in record.table.columns { cells[column] = CellRules.trimmed(record.text(column)) }
        let new: R
        do throws(RecordFaults) {
            new = try record.setting(cells)
        } catch {
            throw Refusal.faults(error.faults)
        }
        let faults = try new.references.compactMap { try fault($0, in: new) }
        if !faults.isEmpty, !db.meetsUnknown { throw Refusal.faults(faults) }
        return new
    }

    private func fault(_ reference: Reference, in record: any LedgerRecord) throws -> FieldFault? {
        let fault: Fault?
        switch reference.target {
        case .organization(let code, let demand): fault = try self.fault(code, demand, in: record)
        case .person(let id): fault = try db.personCategory(id) == nil ? .nowhere(id.text) : nil
        case .household(let id): fault = try db.hasHousehold(id) ? nil : .nowhere(id.text)
        case .activity(let id, let kind):
            let found = try db.record(RecordKey(id.text), Activity.self)?.kind
            fault = found == nil ? .nowhere(id.text) : found == kind ? nil : .wrongActivity(id.text, kind)
        case .checklist(let id, let isTicked): fault = try self.fault(id, isTicked: isTicked)
        case .subject(let text, let id): fault = try self.fault(text, of: id)
        case .cooperative(let id): fault = try db.contains(.cooperatives, RecordKey(id.text)) ? nil : .nowhere(id.text)
        case .entry(let number, let register):
            fault = try db.contains(.entries, RecordKey(register, number)) ? nil : .nowhere(number)
        }
        return fault.map { FieldFault(reference.column, $0) }
    }

    private func fault(_ code: Code, _ demand: OrganizationDemand, in record: any LedgerRecord) throws -> Fault? {
        // A joint branch may name itself before it is saved.
        let own = (record as? Organization).flatMap { $0.code == code ? $0.kind : nil }
        guard let kind = try own ?? db.organizationKind(code) else {
            return demand == .parent ? .parentNowhere(code.digits) : .nowhere(code.digits)
        }
        return demand.accepts(kind) ? nil : .wrongOrganization(code.digits, demand)
    }

    func refuseTaken<R: LedgerRecord>(_ record: R) throws {
        if try db.contains(record.table, record.key) { throw Refusal.keyTaken(record.table, record.key) }
    }

    /// What an officer should know of a record all the same (CONTRACT section 1, warnings), what is alike aside.
    private func warnings(of record: any LedgerRecord, was old: AnyRecord?) throws -> [String] {
        try (ownWarnings(of: record) + leftovers(in: record, was: old)).map(\.text)
    }

    /// What may be the same is there already; asked before the record is written, with all else that is asked.
    func twinWarnings(of record: AnyRecord, was old: AnyRecord?) throws -> [String] {
        try db.twins(of: record, was: old).map { Warning.alike($0).text }
    }

    /// What is in an organization on the day on which it is dissolved, where that day is new.
    private func leftovers(in record: any LedgerRecord, was old: AnyRecord?) throws -> [Warning] {
        guard let organization = record as? Organization, let day = organization.dissolvedOn,
            (old?.record as? Organization)?.dissolvedOn != day
        else { return [] }
        let inside = Parameters(Scope(organization.code), asOf: day)
        let groups = try db.all(.movedOrganizations, inside) { $0.integer(1) }.reduce(0, +)
        let found: Warning? =
            try db.first(.movedRows, inside) { row in
                let (people, households, cooperatives) = (row.integer(0), row.integer(2), row.integer(3))
                return groups + people + households + cooperatives == 0
                    ? nil
                    : .stillIn(
                        organization.name, day, groups: groups, people: people, households: households,
                        cooperatives: cooperatives)
            } ?? nil
        return [found].compactMap { $0 }
    }

    private func ownWarnings(of record: any LedgerRecord) throws -> [Warning] {
        let warnings = try record.warnings(today: today) { try db.personCategory($0) }
        guard let visit = record as? Activity, visit.kind == .researchVisit, visit.heldOn <= today,
            try !visit.participants.contains(where: { try person($0).isCommitteeMember })
        else { return warnings }
        return warnings + [.nobodysVisit]
    }
}
