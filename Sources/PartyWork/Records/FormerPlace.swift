/// Where something belonged before its village was merged into another (撤并), until a day.
///
/// Its own row says where it belongs now. On a day the row that ends next after it holds; none does after the last.
package protocol FormerPlace: BuiltInRecord {
    /// The column of whose place it is, and of the place.
    static var owner: Column { get }
    static var place: Column { get }

    var ownerID: String { get set }
    var organization: Code { get set }
    /// The first day on which it no longer belonged there.
    var endedOn: Day { get set }
}

extension FormerPlace {
    package var key: RecordKey { RecordKey(ownerID, endedOn.description) }

    package func text(_ column: Column) -> String {
        switch column {
        case Self.owner: ownerID
        case Self.place: organization.digits
        case .endedOn: endedOn.description
        // A column of another table.
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case Self.owner: ownerID = cell
        case Self.place: organization = Code(cell)
        case .endedOn: endedOn = try CellRules.day(cell) ?? endedOn
        // A column of another table.
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] { [] }
}

extension Sequence where Element: FormerPlace {
    /// The place that holds on a day; nil where the row of the thing itself says it.
    package func held(on day: Day) -> Element? { filter { $0.endedOn > day }.min { $0.endedOn < $1.endedOn } }
}

/// 户原村: the village in which a household lay until a day.
package struct HouseholdPlace: Sendable, Hashable {
    package var household: Household.ID
    package var organization: Code
    package var endedOn: Day

    package init(household: Household.ID, organization: Code, endedOn: Day) {
        self.household = household
        self.organization = organization
        self.endedOn = endedOn
    }
}

extension HouseholdPlace: FormerPlace {
    package static let table = TableSchema(
        "household_places", "户原村", english: "former village of a household", sql: "household_place",
        [
            ColumnSchema(.householdID, .key, .reference(.household), .value("household")),
            ColumnSchema(.endedOn, .key, .day(), .value("ended_on")),
            ColumnSchema(.village, .required, .reference(.organization(.village)), .value("village")),
        ]
    ) { _ in HouseholdPlace.blank }
    package static var blank: HouseholdPlace { HouseholdPlace(household: "", organization: "", endedOn: .unset) }
    package static var owner: Column { .householdID }
    package static var place: Column { .village }
    package var ownerID: String {
        get { household.text }
        set { household = Household.ID(newValue) }
    }
    package var references: [Reference] {
        [Reference(.householdID, .household(household)), Reference(.village, .organization(organization, .village))]
    }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [try names.head(household), household.text, try names.organizationName(organization), endedOn.description]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "\(caption.at(0))（\(caption.at(1))）原在 \(caption.at(2))，至 \(caption.at(3))",
            "\(caption.at(0)) (\(caption.at(1))) lay in \(caption.at(2)) until \(caption.at(3))")
    }
}

/// 社原属: the organization to which a cooperative belonged until a day.
package struct CooperativePlace: Sendable, Hashable {
    package var cooperative: Cooperative.ID
    package var organization: Code
    package var endedOn: Day

    package init(cooperative: Cooperative.ID, organization: Code, endedOn: Day) {
        self.cooperative = cooperative
        self.organization = organization
        self.endedOn = endedOn
    }
}

extension CooperativePlace: FormerPlace {
    package static let table = TableSchema(
        "cooperative_places", "社原属", english: "former place of a cooperative", sql: "cooperative_place",
        [
            ColumnSchema(.creditCode, .key, .reference(.cooperative), .value("cooperative")),
            ColumnSchema(.endedOn, .key, .day(), .value("ended_on")),
            ColumnSchema(.organization, .required, .reference(.organization(.any)), .value("organization")),
        ]
    ) { _ in CooperativePlace.blank }
    package static var blank: CooperativePlace { CooperativePlace(cooperative: "", organization: "", endedOn: .unset) }
    package static var owner: Column { .creditCode }
    package static var place: Column { .organization }
    package var ownerID: String {
        get { cooperative.text }
        set { cooperative = Cooperative.ID(newValue) }
    }
    package var references: [Reference] {
        [
            Reference(.creditCode, .cooperative(cooperative)),
            Reference(.organization, .organization(organization, .any)),
        ]
    }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [cooperative.text, try names.organizationName(organization), endedOn.description]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "合作社 \(caption.at(0)) 原属 \(caption.at(1))，至 \(caption.at(2))",
            "cooperative \(caption.at(0)) belonged to \(caption.at(1)) until \(caption.at(2))")
    }
}

extension TableSchema {
    package static var householdPlaces: TableSchema { HouseholdPlace.table }
    package static var cooperativePlaces: TableSchema { CooperativePlace.table }
}
