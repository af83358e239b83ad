import PartyWork

/// How one table lies in the database: which SQL column, or which side table, holds each of its columns.
///
/// Reading, writing, the journal and undo all work column by column in the contract's texts, so one layout serves them all.
struct Layout: Sendable {
    let table: Table
    /// The SQL table.
    let name: String
    /// Where each column of the contract is, in its order.
    let places: [Place]
    /// The statements, written once.
    let statements: Statements

    /// Where a column's value is kept.
    enum Place: Sendable {
        /// A text or number that is always there.
        case value(String)
        /// A text that is NULL when empty.
        case optional(String)
        /// 1 for 是, 0 for 否.
        case flag(String)
        /// Rows of a side table, one an item, in the file's order.
        case list(SideTable)
    }

    /// A table that keeps the items of a list.
    struct SideTable: Sendable {
        let name: String
        /// The column with the key of the row that has the list.
        let owner: String
        /// The column with the item.
        let item: String

        var insert: String { "INSERT INTO \(name) (\(owner), position, \(item)) VALUES (?, ?, ?)" }
        var delete: String { "DELETE FROM \(name) WHERE \(owner) = ?" }

        /// The owners of lists whose items are not counted from 0 without holes.
        var broken: String {
            """
            SELECT x.\(owner) FROM \(name) x GROUP BY x.\(owner)
            HAVING min(x.position) <> 0 OR max(x.position) <> count(*) - 1
            """
        }
    }

    /// A column that follows from the others: its value over parameters named as their columns.
    struct Derived: Sendable {
        let column: String
        let value: String
    }

    private init(_ table: Table, _ name: String, _ places: [Place], derived: Derived? = nil) {
        self.table = table
        self.name = name
        self.places = places
        statements = Statements(table, name, places, derived)
    }

    /// The side tables of the table.
    var lists: [SideTable] {
        places.compactMap { if case .list(let side) = $0 { side } else { nil } }
    }

    /// The layout of a table.
    static func of(_ table: Table) -> Layout {
        switch table {
        case .organizations: organizations
        case .people: people
        case .households: households
        case .pairings: pairings
        case .cooperatives: cooperatives
        case .activities: activities
        case .householdCycles: householdCycles
        case .posts: posts
        case .visits: visits
        case .monthSteps: monthSteps
        case .checklists: checklists
        case .ticks: ticks
        case .waivers: waivers
        case .requirements: requirements
        }
    }

    private static let organizations = Layout(
        .organizations, "organization",
        [
            .value("code"), .value("name"), .value("kind"),
            .list(SideTable(name: "organization_unit", owner: "joint", item: "unit")),
            .optional("leader"), .value("industry_chain"), .optional("founded_on"), .optional("dissolved_on"),
        ])

    private static let people = Layout(
        .people, "person",
        [
            .value("id"), .value("name"), .value("organization"), .value("category"), .value("post"),
            .flag("is_committee"),
            .list(SideTable(name: "person_village", owner: "person", item: "village")),
            .optional("arrived_on"), .optional("left_on"), .value("left_reason"), .value("exemption"), .value("phone"),
        ])

    private static let households = Layout(
        .households, "household",
        [
            .value("id"), .value("head"), .value("village"), .value("headcount"), .value("cause"),
            .value("identified_on"), .optional("lifted_on"), .optional("returned_on"), .optional("closed_on"),
            .value("closed_reason"),
        ])

    private static let pairings = Layout(
        .pairings, "pairing",
        [
            .value("household"), .value("person"), .value("started_on"), .optional("ended_on"),
            .optional("end_reason"),
        ])

    private static let cooperatives = Layout(
        .cooperatives, "cooperative",
        [
            .value("code"), .value("name"), .value("organization"), .value("trade"), .optional("founded_on"),
            .optional("deregistered_on"), .value("member_households"), .value("households_led"),
            .list(SideTable(name: "cooperative_founder", owner: "cooperative", item: "person")),
        ])

    private static let householdCycles = Layout(
        .householdCycles, "household_cycle",
        [.value("household"), .value("lifted_on"), .value("returned_on"), .value("remark")])

    private static let posts = Layout(
        .posts, "post",
        [
            .value("person"), .value("organization"), .value("kind"), .value("started_on"), .optional("ended_on"),
            .optional("source"), .value("note"),
        ])

    private static let visits = Layout(
        .visits, "visit", [.value("activity"), .value("findings"), .value("measures"), .value("outcome")])

    private static let monthSteps = Layout(
        .monthSteps, "month_step",
        [
            .value("organization"), .value("month"), .value("position"), .value("step"), .value("taken_on"),
            .value("officer"), .value("reason"), .optional("party_days"), .optional("theme_activities"),
            .optional("research_visits"), .optional("home_visits"), .optional("activists"), .optional("suggestions"),
            .optional("hazards"), .optional("disputes"), .optional("deeds"), .optional("papers_missing"),
            .optional("late_entries"), .optional("households_covered"), .optional("households_in_scope"),
            .optional("households_visited"), .optional("members_covered"), .optional("members_in_scope"),
        ])

    private static let checklists = Layout(
        .checklists, "checklist",
        [
            .value("id"), .value("name"), .value("subject"), .value("count"), .value("period"), .value("starts_on"),
            .optional("ends_on"), .optional("kind"),
            .list(SideTable(name: "checklist_organization", owner: "checklist", item: "organization")),
            .value("remark"),
        ])

    private static let ticks = Layout(
        .ticks, "tick", [.value("checklist"), .value("subject"), .value("held_on"), .value("note")])

    private static let waivers = Layout(
        .waivers, "waiver", [.value("checklist"), .value("subject"), .value("within"), .value("reason")])

    private static let requirements = Layout(
        .requirements, "requirement",
        [.value("method"), .value("starts_on"), .value("count"), .value("period"), .value("remark")])

    private static let activities = Layout(
        .activities, "activity",
        [
            .value("id"), .value("held_on"), .value("kind"), .value("organization"), .value("title"),
            .list(SideTable(name: "activity_participant", owner: "activity", item: "person")),
            .optional("household"), .optional("resolved_on"), .value("evidence"), .value("note"),
            .optional("voided_on"), .value("void_reason"),
        ],
        // The counting date (CONTRACT section 2); the schema checks it, a test holds it to `Activity.countingDate`.
        derived: Derived(
            column: "counted_on",
            value: """
                CASE WHEN :voided_on IS NOT NULL THEN NULL
                WHEN :kind IN ('矛盾纠纷', '办实事') THEN :resolved_on ELSE :held_on END
                """))
}

extension Layout {
    /// The SQL that reads and writes a table's rows.
    struct Statements: Sendable {
        /// The contract's columns of `t`, in its order, lists joined by `;`.
        let columns: String
        /// All rows with these columns, without a condition.
        let select: String
        /// One row by its key.
        let selectByKey: String
        /// A row of one column if there is one with the key.
        let exists: String
        /// All rows by key in code-point order, as exports are (CONTRACT section 3).
        let selectAll: String
        let insert: String
        /// Parameters: all own columns, then the key.
        let update: String
        let delete: String

        fileprivate init(_ table: Table, _ name: String, _ places: [Place], _ derived: Derived?) {
            let own = places.compactMap(\.ownColumn)
            // Named parameters are numbered as they first appear, so own columns are bound 1, 2, 3 …
            let written = own.map { ($0, ":\($0)") } + (derived.map { [($0.column, $0.value)] } ?? [])
            let keys = zip(table.columns, places).filter { table.key.contains($0.0) }.compactMap(\.1.ownColumn)
            let isKey = keys.map { "\($0) = ?" }.joined(separator: " AND ")
            columns = places.map { $0.expression(key: keys[0]) }.joined(separator: ", ")
            select = "SELECT \(columns) FROM \(name) t"
            selectByKey = "\(select) WHERE \(keys.map { "t.\($0) = ?" }.joined(separator: " AND "))"
            exists = "SELECT 1 FROM \(name) WHERE \(isKey)"
            selectAll = "\(select) ORDER BY \(keys.map { "t.\($0)" }.joined(separator: ", "))"
            let values = written.map(\.1).joined(separator: ", ")
            insert = "INSERT INTO \(name) (\(written.map(\.0).joined(separator: ", "))) VALUES (\(values))"
            let settings = written.map { "\($0) = \($1)" }.joined(separator: ", ")
            update = "UPDATE \(name) SET \(settings) WHERE \(isKey)"
            delete = "DELETE FROM \(name) WHERE \(isKey)"
        }
    }
}

extension Layout.Place {
    /// The SQL column of the table itself; nil for a list.
    fileprivate var ownColumn: String? {
        switch self {
        case .value(let column), .optional(let column), .flag(let column): column
        case .list: nil
        }
    }

    /// The contract's text of the column, as an expression over `t`.
    fileprivate func expression(key: String) -> String {
        switch self {
        case .value(let column), .optional(let column): "t.\(column)"
        case .flag(let column): "CASE t.\(column) WHEN 1 THEN '是' ELSE '否' END"
        case .list(let side):
            """
            (SELECT group_concat(i.item, ';') FROM (SELECT x.\(side.item) AS item FROM \(side.name) x
                WHERE x.\(side.owner) = t.\(key) ORDER BY x.position) i)
            """
        }
    }
}
