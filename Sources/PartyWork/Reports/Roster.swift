/// A table of the ledger as a list for a day, for other programs: the columns of its file, and what follows from other rows.
package struct Roster: Hashable, Sendable {
    package let table: TableSchema
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    package let columns: [Heading]
    package var rows: [Row]

    package init(_ table: TableSchema, asOf day: Day, scope: Scope, scopeName: String, rows: [Row]) {
        self.table = table
        asOf = day
        self.scope = scope
        self.scopeName = scopeName
        columns = Roster.columns(of: table)
        self.rows = rows
    }

    /// A row, with a cell for each column.
    package struct Row: Hashable, Sendable {
        package let cells: [String]
        /// Whether it holds on the day: exists, serves, is paired, is not voided.
        package let isCurrent: Bool
    }

    /// A column: one of the file's, or one that follows.
    package enum Heading: Hashable, Sendable {
        case own(Column)
        case further(Further)

        /// Its name in files, which does not depend on the language.
        package var name: String {
            switch self {
            case .own(let column): column.header
            case .further(let further): further.rawValue
            }
        }

        /// What officers call it.
        package var title: String {
            switch self {
            case .own(let column): column.title
            case .further(let further): further.title
            }
        }
    }

    /// What a roster says beyond the file's columns.
    package enum Further: String, Hashable, Sendable {
        case parentName = "上级名称"
        case leaderName = "牵头人姓名"
        case organizationName = "组织名称"
        case villageName = "村名称"
        case headName = "户主姓名"
        case helperName = "帮扶人姓名"
        case helpers = "帮扶人"
        case participantNames = "参加人员姓名"
        case founderNames = "领办党员姓名"
        case households = "帮扶户数"
        case lastVisitOn = "最近走访"
        case state = "状态"
        case isCurrent = "现有"

        package var title: String {
            switch self {
            case .parentName: localized(rawValue, "Above")
            case .leaderName: localized(rawValue, "Leader's name")
            case .organizationName: localized(rawValue, "Organization's name")
            case .villageName: localized(rawValue, "Village's name")
            case .headName: localized(rawValue, "Head's name")
            case .helperName: localized(rawValue, "Helper's name")
            case .helpers: localized(rawValue, "Helpers")
            case .participantNames: localized(rawValue, "Participants' names")
            case .founderNames: localized(rawValue, "Founders' names")
            case .households: localized(rawValue, "Households helped")
            case .lastVisitOn: localized(rawValue, "Last visit")
            case .state: localized(rawValue, "State")
            case .isCurrent: localized(rawValue, "Current")
            }
        }
    }

    /// The columns of a table's roster.
    package static func columns(of table: TableSchema) -> [Heading] {
        let further: [Further] =
            switch table {
            case .organizations: [.parentName, .leaderName]
            case .people: [.organizationName, .state, .households]
            case .households: [.villageName, .state, .helpers, .lastVisitOn]
            case .pairings: [.headName, .villageName, .helperName]
            case .cooperatives: [.organizationName, .founderNames]
            case .activities: [.organizationName, .participantNames, .headName]
            // Of the others everything stands in their own columns.
            default: []
            }
        return table.columns.map { .own($0) } + (further + [.isCurrent]).map { .further($0) }
    }
}

// MARK: - Rows

extension Roster.Row {
    private init(_ record: some LedgerRecord, _ further: [String], isCurrent: Bool) {
        cells = record.table.columns.map { record.text($0) } + further + [(isCurrent ? YesNo.yes : YesNo.no).rawValue]
        self.isCurrent = isCurrent
    }

    /// A row of a table that officers made.
    package init(_ record: AnyRecord) { self.init(record.record, [], isCurrent: true) }

    package init(_ row: OrganizationRow) {
        self.init(row.organization, [row.parentName, row.leaderName], isCurrent: row.exists)
    }

    /// - Parameter showsPhone: whether the telephone number is told in full.
    package init(_ row: PersonRow, showsPhone: Bool) {
        var person = row.person
        if !showsPhone { person.phone = person.maskedPhone }
        self.init(person, [row.organizationName, row.service.rawValue, String(row.households)], isCurrent: row.serves)
    }

    package init(_ row: HouseholdRow) {
        let helpers = row.helpers.map(\.name).joined(separator: ";")
        self.init(
            row.household,
            [row.villageName, row.state?.rawValue ?? "", helpers, row.lastVisitOn?.description ?? ""],
            isCurrent: row.state == .poor || row.state == .lifted)
    }

    package init(_ pairing: Pairing, head: String, village: String, helper: String, asOf day: Day) {
        self.init(pairing, [head, village, helper], isCurrent: pairing.isActive(on: day))
    }

    package init(_ row: CooperativeRow) {
        let founders = row.founderNames.joined(separator: ";")
        self.init(row.cooperative, [row.organizationName, founders], isCurrent: row.isActive)
    }

    package init(_ row: ActivityRow) {
        let names = row.participantNames.joined(separator: ";")
        self.init(row.activity, [row.organizationName, names, row.head], isCurrent: row.activity.voidedOn == nil)
    }
}

extension TableSchema {
    /// Whether its rows are listed for other programs: the six of the contract, and what officers made.
    package var isListed: Bool { files == .contract || isMade }
}

// MARK: - Which rows

/// What the rows of a roster must say: `户主=张三`, `人口>=3`, `主题~党章`.
package struct RosterCondition: Hashable, Sendable {
    /// The column's name or title.
    package let column: String
    private let comparison: Comparison
    private let value: String

    private enum Comparison: String, CaseIterable {
        // The longer first, so that they are not taken for the shorter.
        case isNot = "!="
        case atLeast = ">="
        case atMost = "<="
        case equals = "="
        case more = ">"
        case less = "<"
        case contains = "~"
    }

    /// Reads a condition; nil where no comparison is found after a column's name.
    package init?(_ text: String) {
        guard let start = text.firstIndex(where: { "!<>=~".contains($0) }), start > text.startIndex,
            let found = Comparison.allCases.first(where: { text[start...].hasPrefix($0.rawValue) })
        else { return nil }
        column = CellRules.trimmed(String(text[..<start]))
        comparison = found
        value = CellRules.trimmed(String(text[start...].dropFirst(found.rawValue.count)))
        if column.isEmpty { return nil }
    }

    /// Whether a cell is as it says.
    ///
    /// Days and numbers are compared by value, an item of a list stands for the list; an empty cell is neither more nor
    /// less than anything.
    package func holds(_ cell: String, in heading: Roster.Heading, of table: TableSchema) -> Bool {
        switch comparison {
        case .contains: return cell.contains(value)
        case .equals: return equals(cell, in: heading, of: table)
        case .isNot: return !equals(cell, in: heading, of: table)
        case .atLeast: return isOrdered(cell) { $0 >= 0 }
        case .atMost: return isOrdered(cell) { $0 <= 0 }
        case .more: return isOrdered(cell) { $0 > 0 }
        case .less: return isOrdered(cell) { $0 < 0 }
        }
    }

    private func isOrdered(_ cell: String, _ holds: (Int) -> Bool) -> Bool {
        !cell.isEmpty && !value.isEmpty && holds(order(of: cell))
    }

    private func equals(_ cell: String, in heading: Roster.Heading, of table: TableSchema) -> Bool {
        if cell.hasSameCodePoints(as: value) { return true }
        let isList: Bool =
            switch heading {
            case .own(let column): table[column]?.isList ?? false
            case .further(let further): [.helpers, .participantNames, .founderNames].contains(further)
            }
        if isList { return cell.split(separator: ";").contains { String($0).hasSameCodePoints(as: value) } }
        return !cell.isEmpty && !value.isEmpty && isComparable(cell) && order(of: cell) == 0
    }

    /// Whether cell and value are both days or both numbers; a code with leading zeros is neither.
    private func isComparable(_ cell: String) -> Bool {
        Day(cell) != nil && Day(value) != nil
            || Int(cell).map { String($0) } == cell && Int(value).map { String($0) } == value
    }

    /// Less than 0 where the cell comes before the value, more where it comes after.
    private func order(of cell: String) -> Int {
        if let left = Day(cell), let right = Day(value) { return left < right ? -1 : left > right ? 1 : 0 }
        if let left = Int(cell), let right = Int(value) { return left < right ? -1 : left > right ? 1 : 0 }
        return cell.precedesByCodePoint(value) ? -1 : value.precedesByCodePoint(cell) ? 1 : 0
    }
}

extension Roster {
    /// The place of a column by its name in files or its title; nil where the table has none such.
    package func index(of column: String) -> Int? {
        columns.firstIndex { $0.name.hasSameCodePoints(as: column) || $0.title.hasSameCodePoints(as: column) }
    }
}
