import PartyWork

/// What the import needs of a record beyond its cells.
protocol ImportedRecord: LedgerRecord {
    /// The record for the session.
    var wrapped: AnyRecord { get }
    /// The record out of a session's answer; nil if it is of another table.
    static func unwrapped(_ record: AnyRecord) -> Self?
    /// What rows that refer to this one ask about: the kind of an organization, the category of a person.
    var mark: UInt8 { get }
    /// The pairing, if the record is one that has ended.
    var ended: Pairing? { get }
    /// What is saved all the same but worth a word (CONTRACT section 1, warnings); `category` looks up a person.
    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning]
}

extension ImportedRecord {
    var mark: UInt8 { 0 }
    var ended: Pairing? { nil }
    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] { [] }
}

extension Organization: ImportedRecord {
    var wrapped: AnyRecord { .organization(self) }
    var mark: UInt8 { Mark.of(kind) }

    static func unwrapped(_ record: AnyRecord) -> Organization? {
        if case .organization(let record) = record { record } else { nil }
    }
}

extension Person: ImportedRecord {
    var wrapped: AnyRecord { .person(self) }
    var mark: UInt8 { Mark.of(category) }

    static func unwrapped(_ record: AnyRecord) -> Person? {
        if case .person(let record) = record { record } else { nil }
    }
}

extension Household: ImportedRecord {
    var wrapped: AnyRecord { .household(self) }

    static func unwrapped(_ record: AnyRecord) -> Household? {
        if case .household(let record) = record { record } else { nil }
    }
}

extension Pairing: ImportedRecord {
    var wrapped: AnyRecord { .pairing(self) }
    var ended: Pairing? { endedOn == nil ? nil : self }

    static func unwrapped(_ record: AnyRecord) -> Pairing? {
        if case .pairing(let record) = record { record } else { nil }
    }

    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        try category(helper) == .resident ? [.residentHelper(helper.text)] : []
    }
}

extension Cooperative: ImportedRecord {
    var wrapped: AnyRecord { .cooperative(self) }

    static func unwrapped(_ record: AnyRecord) -> Cooperative? {
        if case .cooperative(let record) = record { record } else { nil }
    }

    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        Cooperative.isCreditCode(id.text) ? [] : [.creditCode(id)]
    }
}

extension Activity: ImportedRecord {
    var wrapped: AnyRecord { .activity(self) }

    static func unwrapped(_ record: AnyRecord) -> Activity? {
        if case .activity(let record) = record { record } else { nil }
    }

    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        heldOn > today ? [.future(heldOn)] : []
    }
}

/// A word as a small number, for `KeyTable.Entry.mark`: its place in the list plus one.
enum Mark {
    private static let kinds = OrganizationKind.allCases
    private static let categories = PersonCategory.allCases

    static func of(_ kind: OrganizationKind) -> UInt8 { UInt8((kinds.firstIndex(of: kind) ?? 0) + 1) }
    static func of(_ category: PersonCategory) -> UInt8 { UInt8((categories.firstIndex(of: category) ?? 0) + 1) }
    static func kind(_ mark: UInt8) -> OrganizationKind { kinds[Int(mark) - 1] }
    static func category(_ mark: UInt8) -> PersonCategory { categories[Int(mark) - 1] }
}
