import PartyWork

/// A column of the contract that refers to a row elsewhere, so that a broken reference can be named in the contract's words.
/// The schema's own foreign keys forbid it; a test holds the two lists against each other.
struct ForeignKey: Sendable {
    /// The table and column that refer.
    let table: Table
    let column: Column
    /// Where the reference is kept: an SQL table, the column with the key of the row that refers, and the reference.
    let child: String
    let owner: String
    let reference: String
    /// The SQL table and key column referred to.
    let parent: String
    let key: String

    private init(
        _ table: Table, _ column: Column, _ child: String, _ owner: String, _ reference: String, _ parent: String,
        _ key: String
    ) {
        self.table = table
        self.column = column
        self.child = child
        self.owner = owner
        self.reference = reference
        self.parent = parent
        self.key = key
    }

    static let all = [
        ForeignKey(.organizations, .code, "organization", "code", "parent", "organization", "code"),
        ForeignKey(.organizations, .jointUnits, "organization_unit", "joint", "unit", "organization", "code"),
        ForeignKey(.organizations, .leader, "organization", "code", "leader", "person", "id"),
        ForeignKey(.people, .organization, "person", "id", "organization", "organization", "code"),
        ForeignKey(.people, .assignedVillages, "person_village", "person", "village", "organization", "code"),
        ForeignKey(.households, .village, "household", "id", "village", "organization", "code"),
        ForeignKey(.pairings, .householdID, "pairing", "person", "household", "household", "id"),
        ForeignKey(.pairings, .personID, "pairing", "household", "person", "person", "id"),
        ForeignKey(.cooperatives, .organization, "cooperative", "code", "organization", "organization", "code"),
        ForeignKey(.cooperatives, .founders, "cooperative_founder", "cooperative", "person", "person", "id"),
        ForeignKey(.activities, .organization, "activity", "id", "organization", "organization", "code"),
        ForeignKey(.activities, .participants, "activity_participant", "activity", "person", "person", "id"),
        ForeignKey(.activities, .householdID, "activity", "id", "household", "household", "id"),
        ForeignKey(
            .householdCycles, .householdID, "household_cycle", "lifted_on", "household", "household", "id"),
        ForeignKey(.posts, .personID, "post", "kind", "person", "person", "id"),
        ForeignKey(.posts, .organization, "post", "person", "organization", "organization", "code"),
        ForeignKey(.visits, .number, "visit", "activity", "activity", "activity", "id"),
        ForeignKey(.monthSteps, .organization, "month_step", "month", "organization", "organization", "code"),
        ForeignKey(
            .checklists, .appliesTo, "checklist_organization", "checklist", "organization", "organization", "code"),
        ForeignKey(.ticks, .checklistID, "tick", "subject", "checklist", "checklist", "id"),
        ForeignKey(.waivers, .checklistID, "waiver", "subject", "checklist", "checklist", "id"),
    ]

    /// The rows whose reference points nowhere: the key of the row, and what it names.
    var broken: String {
        """
        SELECT c.\(owner), c.\(reference) FROM \(child) c LEFT JOIN \(parent) p ON p.\(key) = c.\(reference)
        WHERE c.\(reference) IS NOT NULL AND p.\(key) IS NULL
        """
    }

    /// `活动“A1”的「参加人员」仍指向“P1”`, `the activity "A1" still names "P1" (Participants)`.
    func sentence(_ owner: String, _ reference: String) -> String {
        localized(
            "\(table.title)“\(owner)”的「\(column.rawValue)」仍指向“\(reference)”",
            "the \(table.rowTitle) \"\(owner)\" still names \"\(reference)\" (\(column.title))")
    }
}
