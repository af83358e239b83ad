import PartyWork

/// What records are called in the journal's sentences.
extension Performer: RecordNames {
    /// An organization, activity or other record with its names, not only its codes.
    func name(_ record: any LedgerRecord) throws -> String { try record.caption(self) }

    /// `张三（H001）与 李四`, `Zhang San (H001) and Li Si`.
    func pair(_ household: Household.ID, _ helper: Person.ID) throws -> String {
        let (head, helper) = (try head(household), try personName(helper))
        return localized("\(head)（\(household)）与 \(helper)", "\(head) (\(household)) and \(helper)")
    }

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
