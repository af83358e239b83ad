/// The ledger as an import sees it: one open transaction, in which all files of a call are resolved together with what is
/// saved (CONTRACT section 1, import is one transaction).
///
/// Nothing is visible to others, and nothing stays, until the caller commits the whole.
package protocol ImportSession: AnyObject {
    /// The tables whose rows may be imported, in the order in which they refer to those before them.
    var tables: [TableSchema] { get }
    /// The kind of a saved organization, those of this session included; nil if it is nowhere.
    func organizationKind(_ code: Code) throws -> OrganizationKind?
    /// The category of a saved person, those of this session included; nil if the person is nowhere.
    func personCategory(_ id: Person.ID) throws -> PersonCategory?
    /// Whether a household is saved, those of this session included.
    func hasHousehold(_ id: Household.ID) throws -> Bool
    /// The record that was saved under a key before this session began, or was inserted in it; nil if there is none.
    func saved(_ table: TableSchema, _ key: RecordKey) throws -> AnyRecord?
    /// Whether the table held no row when the session began, so that no row of it needs looking up.
    func wasEmpty(_ table: TableSchema) throws -> Bool
    /// The earlier cycles of a household, those of this session included.
    func cycles(of household: Household.ID) throws -> [HouseholdCycle]
    /// The saved rows of organizations, people, households or cooperatives, by name; those of this session included. Asked only where a file
    /// names what it should give by code, and where namesakes are looked for.
    func names(of table: TableSchema) throws -> [NamedThing]
    /// The saved activities, cooperatives or organizations that may be the same thing as a record, under other keys. Asked only
    /// where namesakes are looked for.
    func alike(_ record: AnyRecord) throws -> [AnyRecord]
    /// The number that the next activity of a township is given; the same one is never given twice.
    func nextActivityNumber(_ township: Code) throws -> Activity.ID
    /// The entries of a register about a subject, those of this session included. Asked only where rows have no number.
    func entries(of register: String, about subject: String) throws -> [StoredEntry]
    /// The number that a new entry is given; the same one is never given twice.
    func nextNumber(of entry: Entry) throws -> String
    /// The pairings of a household, those of this session included.
    func pairings(of household: Household.ID) throws -> [Pairing]
    /// Adds a row whose key is not saved yet.
    func insert(_ record: some LedgerRecord) throws
    /// Replaces a saved row by one with the same key.
    func replace(_ old: AnyRecord, with new: AnyRecord) throws
    /// Which of the ended pairings, by their places, left their household `poor` and without an active pairing with a serving helper on
    /// the day on which they ended.
    ///
    /// Asked once all rows are in.
    func leavingPoorHouseholds(_ ended: [Pairing]) throws -> Set<Int>
    /// The saved rows that define registers.
    func definitions() throws -> [DefinitionRow]
    /// The saved checklists.
    func checklists() throws -> [Checklist]
    /// Learns which registers there are, those of the call included; from here on it takes their entries.
    func open(_ registers: RegisterBook) throws
    /// How many use what a definition would take away.
    func count(_ use: DefinitionUse) throws -> Int
    /// The steps of an entry, those of this session included, by number.
    func steps(of entry: RecordKey) throws -> [EntryStep]
    /// The entries that hang on one of a register and were registered before a day, each with its register.
    func entries(under number: String, of register: String, before day: Day) throws -> [StoredEntry]
    /// Gives the entries of some registers that have no step their first one.
    func giveFirstSteps(of registers: [RegisterDefinition]) throws
    /// Whether months were reported, so that rows must be asked about.
    var hasMonths: Bool { get }
    /// Why a row may not be written: it would change what counts in a signed month; nil if it may.
    func lockedMonth(_ old: AnyRecord?, _ new: AnyRecord) throws -> Refusal?
}

extension ImportSession {
    package func alike(_ record: AnyRecord) throws -> [AnyRecord] { [] }
    package func definitions() throws -> [DefinitionRow] { [] }
    package func checklists() throws -> [Checklist] { [] }
    package func open(_ registers: RegisterBook) throws {}
    package func count(_ use: DefinitionUse) throws -> Int { 0 }
    package func steps(of entry: RecordKey) throws -> [EntryStep] { [] }
    package func entries(under number: String, of register: String, before day: Day) throws -> [StoredEntry] { [] }
    package func giveFirstSteps(of registers: [RegisterDefinition]) throws {}
    package var hasMonths: Bool { false }
    package func lockedMonth(_ old: AnyRecord?, _ new: AnyRecord) throws -> Refusal? { nil }
}
