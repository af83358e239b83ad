/// One row of one of the tables.
///
/// A record reads and writes itself column by column in the contract's text forms, so that files, forms, the journal and
/// the comparison of old with new all speak of the same columns.
package protocol LedgerRecord: Hashable, Sendable {
    /// The table whose row it is.
    var table: TableSchema { get }

    /// What tells the record from others of its table.
    var key: RecordKey { get }

    /// A column's value as exports write it (CONTRACT section 3): empty for nothing, dates `2016-06-30`, lists with `;`.
    func text(_ column: Column) -> String

    /// Takes a trimmed cell. On a fault the column keeps what it had.
    mutating func set(_ column: Column, to cell: String) throws(Fault)

    /// What the rules of writing say of the record alone, leaving out rules about `unread` columns, whose cells could not
    /// be read.
    func faults(unread: Set<Column>) -> [FieldFault]

    /// What must exist elsewhere for the record to be valid.
    var references: [Reference] { get }

    /// What officers know it by, besides its key; empty where the key says it.
    var label: String { get }

    /// What rows that refer to it ask about, as a small number (`KeyMark`): the kind of an organization or activity, the category of
    /// a person.
    var mark: UInt8 { get }

    /// Whether an act of its own writes it, by rules that are not those of one row; it is not added as it stands.
    var hasOwnAct: Bool { get }

    /// What files may name it by; nil for what has only its key.
    var named: NamedThing? { get }

    /// What is saved all the same but worth a word (CONTRACT section 1, warnings).
    func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning]

    /// What is worth a word of a row that is written, new or changed.
    var writtenWarnings: [Warning] { get }

    /// The columns as screens and the journal show them.
    var shownColumns: [Column] { get }

    /// What the journal keeps of it to call it by: besides its key the names of what it refers to, and its closed words.
    func caption(_ names: some RecordNames) throws -> [String]

    /// What a caption of any row of the table says in the language spoken.
    func said(_ caption: [String]) -> String
}

/// The names of what records refer to.
package protocol RecordNames {
    func organizationName(_ code: Code) throws -> String
    func personName(_ id: Person.ID) throws -> String
    /// The head of a household.
    func head(_ household: Household.ID) throws -> String
}

/// A record of a table of the program.
package protocol BuiltInRecord: LedgerRecord {
    static var table: TableSchema { get }

    /// A record in which nothing is filled in yet.
    static var blank: Self { get }
}

extension BuiltInRecord {
    package var table: TableSchema { Self.table }
}

extension LedgerRecord {
    package var label: String { "" }
    package var mark: UInt8 { 1 }
    package var hasOwnAct: Bool { false }
    package var named: NamedThing? { nil }
    package func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] { [] }
    package var writtenWarnings: [Warning] { [] }
    package var shownColumns: [Column] { table.columns }
    package func caption(_ names: some RecordNames) throws -> [String] { [key.description] }
    package func said(_ caption: [String]) -> String { caption.at(0) }

    /// The record where any record goes.
    package var wrapped: AnyRecord { AnyRecord(self) }
}

/// The key of a record: the texts of its key columns, compared by code points.
package struct RecordKey: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The texts of the key columns, joined by U+001F, which no cell can contain.
    package let text: String

    package init(_ part: String) { text = part }

    package init(_ parts: String...) { self.init(parts: parts) }

    package init(parts: [String]) { text = parts.joined(separator: "\u{1F}") }

    package static func == (left: RecordKey, right: RecordKey) -> Bool { left.text.hasSameCodePoints(as: right.text) }
    package static func < (left: RecordKey, right: RecordKey) -> Bool { left.text.precedesByCodePoint(right.text) }
    package func hash(into hasher: inout Hasher) { Identifier<Self>(text).hash(into: &hasher) }

    /// The parts as an officer reads them.
    package var description: String { text.replacing("\u{1F}", with: " ") }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A thing elsewhere in the ledger that a record names in one of its columns.
package struct Reference: Hashable, Sendable {
    package let column: Column
    package let target: Target

    /// What is named, and what it must be.
    package enum Target: Hashable, Sendable {
        case organization(Code, OrganizationDemand)
        case person(Person.ID)
        case household(Household.ID)
        /// An activity, which must be of the kind.
        case activity(Activity.ID, ActivityKind)
        /// A checklist; one that is ticked, or that may count activities too.
        case checklist(Checklist.ID, isTicked: Bool)
        /// One of those whom the checklist asks, by number or code.
        case subject(String, of: Checklist.ID)
        case cooperative(Cooperative.ID)
        /// An entry of a register.
        case entry(String, of: String)
    }

    package init(_ column: Column, _ target: Target) {
        self.column = column
        self.target = target
    }
}

/// What an organization that a record names must be.
package enum OrganizationDemand: Hashable, Sendable {
    /// Any organization.
    case any
    /// A 村党组织.
    case village
    /// A branch of any kind.
    case branch
    /// An organization of a kind.
    case kind(OrganizationKind)
    /// The organization above the one that names it.
    case parent
    /// An organization to which activities of the kind belong.
    case host(ActivityKind)
}

extension OrganizationDemand {
    /// Whether an organization of a kind is what is needed (CONTRACT section 1, bad rows).
    package func accepts(_ kind: OrganizationKind) -> Bool {
        switch self {
        case .any, .parent: true
        case .village: kind == .village
        case .branch: kind.isBranch
        case .kind(let one): kind == one
        case .host(let activity): activity.belongs(to: kind)
        }
    }
}
