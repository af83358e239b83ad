import PartyWork

/// What things were called before, as the standing entries of the journal tell: nothing else dates a head or a name.
extension NamedSQL {
    /// What is noted beside the changes of households: few of many.
    static let notesOfHouseholds = NamedSQL(
        "notes of households",
        """
        SELECT c.entry, c.key, c.note FROM journal_change c
        WHERE c.table_name = 'households' AND c.note <> '' ORDER BY c.entry, c.position
        """)

    /// The organizations as they were before they were changed, by acts that are no undo.
    static let changedOrganizations = NamedSQL(
        "changed organizations",
        """
        SELECT c.entry, c.key, c.before FROM journal_change c JOIN journal j ON j.id = c.entry
        WHERE c.table_name = 'organizations' AND c.before IS NOT NULL AND c.after IS NOT NULL AND j.undoes IS NULL
        ORDER BY c.entry, c.position
        """)
}

extension Session {
    /// The changes of the heads of households, by 户编号, the oldest first.
    func headChanges() throws -> [String: [TimelineEvent]] {
        try standing(.notesOfHouseholds) { _, note in
            TimelineEvent(note: note).flatMap { $0.kind == .headChanged ? $0 : nil }
        }
    }

    /// The former names of organizations, by 编码, the oldest first.
    func formerNames() throws -> [String: [String]] {
        try standing(.changedOrganizations) { key, before in
            let record = try JournalText.read(.organizations, before).record
            let now = try organizationName(Code(key))
            let name = record.text(.name)
            return name.hasSameCodePoints(as: now) ? nil : name
        }.mapValues(\.unique)
    }

    /// What the entries that stand say, by key.
    private func standing<T>(_ query: NamedSQL, _ read: (String, String) throws -> T?) throws -> [String: [T]] {
        let rows = try all(query, Parameters()) { ($0.integer(0), $0.text(1), $0.text(2)) }
        if rows.isEmpty { return [:] }
        let undone = try undoneEntries()
        return try rows.filter { undone[$0.0] == nil }.reduce(into: [:]) { found, row in
            if let one = try read(row.1, row.2) { found[row.1, default: []].append(one) }
        }
    }
}

extension [TimelineEvent] {
    /// Those who were heads before, each once.
    var formerHeads: [String] { compactMap(\.former).unique }
}

extension [String: [String]] {
    /// The former names of an organization and of the branch it belongs to.
    func names(of organization: Code) -> [String] {
        let branch = organization.branch.flatMap { $0 == organization ? nil : self[$0.digits] } ?? []
        return (self[organization.digits] ?? []) + branch
    }
}

extension [String] {
    /// Each once, in the order in which they came first.
    fileprivate var unique: [String] {
        reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
    }
}
