import PartyWork

/// What records are called in the journal's sentences, as it is saved.
extension Performer {
    var names: SavedNames { SavedNames(db: db) }

    func caption(_ record: any LedgerRecord) throws -> Caption { try names.caption(record) }

    func pair(_ household: Household.ID, _ helper: Person.ID) throws -> Deed.Pair {
        Deed.Pair(head: try names.head(household), household: household.text, helper: try names.personName(helper))
    }
}

struct SavedNames: RecordNames {
    let db: Session

    /// An organization, activity or other record with its names, not only its codes.
    func caption(_ record: any LedgerRecord) throws -> Caption { Caption(record.table, try record.caption(self)) }

    func head(_ household: Household.ID) throws -> String {
        try db.record(RecordKey(household.text), Household.self)?.head ?? ""
    }

    func personName(_ id: Person.ID) throws -> String {
        try db.record(RecordKey(id.text), Person.self)?.name ?? id.text
    }

    func organizationName(_ code: Code) throws -> String {
        let name = try db.organizationName(code)
        return name.isEmpty ? code.digits : name
    }
}
