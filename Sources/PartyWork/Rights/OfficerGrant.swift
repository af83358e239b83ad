/// 经办人: an account with a role in a range of organizations from a day on and until one; an account may have several.
package struct OfficerGrant: Sendable, Hashable {
    /// The login name on the computer or the server.
    package var account: String
    package var name: String
    package var role: Role
    /// The beginning of the codes of the organizations in which it holds, of nine digits or more.
    package var range: String
    package var startedOn: Day
    /// The first day on which it no longer holds.
    package var endedOn: Day?

    package init(account: String, name: String, role: Role, range: String, startedOn: Day, endedOn: Day? = nil) {
        self.account = account
        self.name = name
        self.role = role
        self.range = range
        self.startedOn = startedOn
        self.endedOn = endedOn
    }

    /// Whether it holds on a day.
    package func holds(on day: Day) -> Bool { startedOn <= day && (endedOn.map { $0 > day } ?? true) }
}

extension OfficerGrant: BuiltInRecord {
    package static let table = TableSchema(
        "officers", "经办人", english: "officer", sql: "officer", files: .none,
        [
            ColumnSchema(.account, .key, .text(limit: 64), .value("account")),
            ColumnSchema(.personName, .required, .text(), .value("name")),
            ColumnSchema(.role, .key, .word(WordList(Role.self)), .value("role")),
            ColumnSchema(.range, .key, .text(limit: 14), .value("range")),
            ColumnSchema(.startedOn, .key, .day(isExact: true), .value("started_on")),
            ColumnSchema(.endedOn, .optional, .day(isExact: true), .optional("ended_on")),
        ]
    ) { _ in OfficerGrant.blank }
    package static var blank: OfficerGrant {
        OfficerGrant(account: "", name: "", role: .viewer, range: "", startedOn: .unset)
    }
    package var key: RecordKey { RecordKey(account, role.rawValue, range, startedOn.description) }
    package var label: String { name }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [name, account, role.rawValue, range, startedOn.description, endedOn.cellText]
    }
    package func said(_ caption: [String]) -> String {
        let role = ClosedWord.title(of: caption.at(2))
        let text = localized(
            "经办人 \(caption.at(0))（\(caption.at(1))）为\(role)，范围 \(caption.at(3))，自 \(caption.at(4)) 起",
            "officer \(caption.at(0)) (\(caption.at(1))) as \(role) in \(caption.at(3)), from \(caption.at(4))")
        return text + (caption.at(5).isEmpty ? "" : localized("，至 \(caption.at(5))", " until \(caption.at(5))"))
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .account: account
        case .personName: name
        case .role: role.rawValue
        case .range: range
        case .startedOn: startedOn.description
        case .endedOn: endedOn.cellText
        // A column of another table.
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .account: account = cell
        case .personName: name = cell
        case .role: role = try CellRules.word(cell) ?? role
        case .range: range = cell
        case .startedOn: startedOn = try CellRules.day(cell) ?? startedOn
        case .endedOn: endedOn = try CellRules.day(cell)
        // A column of another table.
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        if !Code(range).isNumeric || !(9...14).contains(range.utf8.count) {
            faults.check(.range, with: .range, .notARange(range))
        }
        faults.checkOrder(.startedOn, startedOn, .endedOn, endedOn)
        return faults.found
    }

    package var references: [Reference] { [] }
}

extension TableSchema {
    package static var officers: TableSchema { OfficerGrant.table }
}

extension Column {
    package static let account = Column("账号", "Account")
    package static let role = Column("角色", "Role")
    package static let range = Column("范围", "Range")
}
