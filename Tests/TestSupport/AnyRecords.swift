import PartyWork

/// Records where any record goes, told by what they are, for the rows of a test.
extension AnyRecord {
    package static func organization(_ record: Organization) -> AnyRecord { AnyRecord(record) }
    package static func person(_ record: Person) -> AnyRecord { AnyRecord(record) }
    package static func household(_ record: Household) -> AnyRecord { AnyRecord(record) }
    package static func pairing(_ record: Pairing) -> AnyRecord { AnyRecord(record) }
    package static func cooperative(_ record: Cooperative) -> AnyRecord { AnyRecord(record) }
    package static func activity(_ record: Activity) -> AnyRecord { AnyRecord(record) }
    package static func householdCycle(_ record: HouseholdCycle) -> AnyRecord { AnyRecord(record) }
    package static func post(_ record: Post) -> AnyRecord { AnyRecord(record) }
    package static func visit(_ record: VisitDetails) -> AnyRecord { AnyRecord(record) }
    package static func monthStep(_ record: MonthStep) -> AnyRecord { AnyRecord(record) }
    package static func checklist(_ record: Checklist) -> AnyRecord { AnyRecord(record) }
    package static func tick(_ record: Tick) -> AnyRecord { AnyRecord(record) }
    package static func waiver(_ record: Waiver) -> AnyRecord { AnyRecord(record) }
    package static func requirement(_ record: MethodTarget) -> AnyRecord { AnyRecord(record) }
}

extension ImportSession {
    /// Adds a row of any table.
    package func insert(_ record: AnyRecord) throws { try insert(record.record) }
}
