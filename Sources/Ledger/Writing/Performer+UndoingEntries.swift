import PartyWork

/// What an undo must leave whole among registers: definitions that are in use, entries that others hang on, steps in their order.
extension Performer {
    /// Refuses an undo after which the definitions do not stand together, or entries have no place for what they hold.
    func refuseDefinitions(_ target: Int, _ changes: [JournalChange], before: [DefinitionRow]) throws {
        let changed = changes.filter { TableSchema.definitions.contains($0.table) }
        do {
            try refuseDefinitions(before: before, changed: changed.map { DefinitionJudge.RowID($0.table, $0.key) })
        } catch let refusal as Refusal {
            throw Refusal.stillReferenced(entry: target, what: refusal.text)
        }
    }

    /// Refuses an undo after which an entry is about nobody, hangs on nothing, or has steps with a gap.
    func refuseDanglingEntries(_ target: Int, _ changes: [JournalChange]) throws {
        try db.each(changes) { change in
            if change.table == .entries { try refuseDangling(target, change) }
            if change.table == .steps { try refuseGap(target, change) }
        }
        let mayDangle = changes.contains { change in
            switch change.table {
            case .organizations: true
            case .people, .households, .cooperatives: change.before == nil
            // Nothing else is what an entry names.
            default: false
            }
        }
        guard mayDangle, let what = try db.danglingEntries().first else { return }
        throw Refusal.stillReferenced(entry: target, what: what)
    }

    private func refuseDangling(_ target: Int, _ change: JournalChange) throws {
        let parts = change.key.parts
        let (register, number) = (parts[0], parts[1])
        guard let saved: StoredEntry = try db.record(change.key) else {
            if let step = try db.steps(of: change.key).last {
                throw Refusal.stillReferenced(entry: target, what: try caption(step).text)
            }
            let book = try db.registers()
            for child in book[register].map({ book.children(of: $0) }) ?? [] {
                let parameters = Parameters().with("register", child.name).with("subject", number)
                let below: StoredEntry? = try db.first(.entriesAbout, parameters) { try $0.record() }
                if let below { throw Refusal.stillReferenced(entry: target, what: try caption(below).text) }
            }
            return
        }
        guard let definition = try db.registers()[register] else { return }
        do {
            let entry = Entry(saved, of: definition)
            try refuseBeforeParent(entry, try db.registers())
            try refuseBrokenSteps(of: entry)
        } catch let refusal as Refusal {
            throw Refusal.stillReferenced(entry: target, what: refusal.text)
        }
    }

    private func refuseGap(_ target: Int, _ change: JournalChange) throws {
        let parts = change.key.parts
        let steps = try db.steps(of: RecordKey(parts[0], parts[1]))
        guard let last = steps.last, last.position != steps.count else { return }
        throw Refusal.stillReferenced(entry: target, what: try caption(last).text)
    }
}
