import PartyWork

/// What the import needs of a record beyond its cells.
protocol ImportedRecord: LedgerRecord {
    /// The record out of a session's answer; nil if it is of another table.
    static func unwrapped(_ record: AnyRecord) -> Self?
    /// What rows that refer to this one ask about: the kind of an organization or activity, the category of a person.
    var mark: UInt8 { get }
    /// The pairing, if the record is one that has ended.
    var ended: Pairing? { get }
    /// What other rows of the call may name it by.
    var named: NamedThing? { get }
    /// Notes the row, at its place in the call, where cycles of households are judged.
    func note(in cycles: inout CycleBook, file: Int, line: Int)
    /// What is saved all the same but worth a word (CONTRACT section 1, warnings); `category` looks up a person.
    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning]
}

extension ImportedRecord {
    var mark: UInt8 { 0 }
    var ended: Pairing? { nil }
    var named: NamedThing? { nil }
    func note(in cycles: inout CycleBook, file: Int, line: Int) {}
    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] { [] }
}

extension Organization: ImportedRecord {
    var mark: UInt8 { Mark.of(kind) }
    var named: NamedThing? { NamedThing(.organization, key: code.digits, name: name, organization: code) }

    static func unwrapped(_ record: AnyRecord) -> Organization? {
        if case .organization(let record) = record { record } else { nil }
    }
}

extension Person: ImportedRecord {
    var mark: UInt8 { Mark.of(category) }
    var named: NamedThing? { NamedThing(.person, key: id.text, name: name, organization: organization) }

    static func unwrapped(_ record: AnyRecord) -> Person? {
        if case .person(let record) = record { record } else { nil }
    }
}

extension Household: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> Household? {
        if case .household(let record) = record { record } else { nil }
    }

    func note(in cycles: inout CycleBook, file: Int, line: Int) {
        cycles.add(self, file: file, line: line)
    }
}

extension Pairing: ImportedRecord {
    var ended: Pairing? { endedOn == nil ? nil : self }

    static func unwrapped(_ record: AnyRecord) -> Pairing? {
        if case .pairing(let record) = record { record } else { nil }
    }

    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        try category(helper) == .resident ? [.residentHelper(helper.text)] : []
    }
}

extension Cooperative: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> Cooperative? {
        if case .cooperative(let record) = record { record } else { nil }
    }

    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        Cooperative.isCreditCode(id.text) ? [] : [.creditCode(id)]
    }
}

extension Activity: ImportedRecord {
    var mark: UInt8 { Mark.of(kind) }

    static func unwrapped(_ record: AnyRecord) -> Activity? {
        if case .activity(let record) = record { record } else { nil }
    }

    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        heldOn > today ? [.future(heldOn)] : []
    }
}

extension HouseholdCycle: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> HouseholdCycle? {
        if case .householdCycle(let record) = record { record } else { nil }
    }

    func note(in cycles: inout CycleBook, file: Int, line: Int) {
        cycles.add(self, file: file, line: line)
    }
}

extension Post: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> Post? {
        if case .post(let record) = record { record } else { nil }
    }
}

extension VisitDetails: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> VisitDetails? {
        if case .visit(let record) = record { record } else { nil }
    }
}

extension Checklist: ImportedRecord {
    var mark: UInt8 { Mark.of(self) }

    static func unwrapped(_ record: AnyRecord) -> Checklist? {
        if case .checklist(let record) = record { record } else { nil }
    }
}

extension Tick: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> Tick? {
        if case .tick(let record) = record { record } else { nil }
    }

    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        on > today ? [.future(on)] : []
    }
}

extension Waiver: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> Waiver? {
        if case .waiver(let record) = record { record } else { nil }
    }
}

extension MethodTarget: ImportedRecord {
    static func unwrapped(_ record: AnyRecord) -> MethodTarget? {
        if case .requirement(let record) = record { record } else { nil }
    }
}

/// A word as a small number, for `KeyTable.Entry.mark`: its place in the list plus one.
enum Mark {
    private static let kinds = OrganizationKind.allCases
    private static let categories = PersonCategory.allCases
    private static let activities = ActivityKind.allCases

    static func of(_ kind: OrganizationKind) -> UInt8 { UInt8((kinds.firstIndex(of: kind) ?? 0) + 1) }
    static func of(_ category: PersonCategory) -> UInt8 { UInt8((categories.firstIndex(of: category) ?? 0) + 1) }
    static func of(_ kind: ActivityKind) -> UInt8 { UInt8((activities.firstIndex(of: kind) ?? 0) + 1) }
    /// Of a checklist its subject, and the kind of activity that it counts: five subjects, ten choices of kind.
    static func of(_ checklist: Checklist) -> UInt8 {
        let subject = (ChecklistSubject.allCases.firstIndex(of: checklist.subject) ?? 0) + 1
        return UInt8(subject) + 16 * (checklist.counts.map(of) ?? 0)
    }
    static func subject(_ mark: UInt8) -> ChecklistSubject { ChecklistSubject.allCases[Int(mark % 16) - 1] }
    static func counted(_ mark: UInt8) -> ActivityKind? { mark < 16 ? nil : activities[Int(mark / 16) - 1] }
    static func kind(_ mark: UInt8) -> OrganizationKind { kinds[Int(mark) - 1] }
    static func category(_ mark: UInt8) -> PersonCategory { categories[Int(mark) - 1] }
}
