/// 跟进: a line of the worklist that an officer has been given, with a day and a word.
///
/// It names what is missing as the worklist does, so that it is seen as long as the line is there and no longer (`FollowUps`); of what is
/// asked in periods it is about one of them. It changes no figure.
package struct FollowUp: Sendable, Hashable {
    /// What is missing: `FollowUp.pairing`, a kind of activity, the number of a checklist, an entry of a register as `道路/0001`.
    package var matter: String
    /// Whom it is missing from: a person, a household, or an organization.
    package var person: Person.ID?
    package var household: Household.ID?
    package var organization: Code?
    /// The last day of the period in which it is asked; nil for what is asked at any time.
    package var within: Day?
    /// The name of whoever follows it up.
    package var officer: String
    /// The last day by which the officer is to have seen to it.
    package var dueOn: Day
    package var remark: String

    package init(
        _ matter: String, person: Person.ID? = nil, household: Household.ID? = nil, organization: Code? = nil,
        within: Day? = nil, officer: String = "", dueOn: Day = .unset, remark: String = ""
    ) {
        self.matter = matter
        self.person = person
        self.household = household
        self.organization = organization
        self.within = within
        self.officer = officer
        self.dueOn = dueOn
        self.remark = remark
    }

    /// What households and members lack that are not paired.
    static let pairing = "结对"

    /// What is missing, in the language spoken.
    private static func title(of matter: String) -> String {
        matter == pairing ? localized(pairing, "pairing") : ClosedWord.title(of: matter)
    }

    /// Whether the officer's day is over on a day.
    package func isLate(on day: Day) -> Bool { dueOn < day }
}

extension FollowUp: BuiltInRecord {
    /// The columns of which one says whom it is missing from.
    package static let subjects: [Column] = [.personID, .householdID, .organization]

    package static let table = TableSchema(
        "followups", "跟进", english: "follow-up", sql: "follow_up",
        [
            ColumnSchema(.matter, .key, .text(), .value("matter"), "待办里缺的是什么：结对、活动类型、清单编号、登记簿名称/条目编号"),
            ColumnSchema(.personID, .keyIfFilled, .reference(.person), .value("person"), "缺在哪个人；人、户、组织三样填一样"),
            ColumnSchema(.householdID, .keyIfFilled, .reference(.household), .value("household"), "缺在哪一户"),
            ColumnSchema(
                .organization, .keyIfFilled, .reference(.organization(.any)), .value("organization"), "缺在哪个支部或党小组"),
            ColumnSchema(.within, .keyIfFilled, .day(isExact: true), .value("within"), "应办期的最后一天；户和党员结对的不填"),
            ColumnSchema(.follower, .required, .text(), .value("officer"), "交给谁跟进，写姓名"),
            ColumnSchema(.dueOn, .required, .day(isExact: true), .value("due_on"), "跟进到哪天"),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
        ]
    ) { _ in FollowUp.blank }
    package static var blank: FollowUp { FollowUp("") }
    package var key: RecordKey {
        RecordKey(parts: [.matter, .personID, .householdID, .organization, .within].map { text($0) })
    }
    package var label: String { FollowUp.title(of: matter) }

    package func caption(_ names: some RecordNames) throws -> [String] {
        let name =
            try person.map(names.personName) ?? household.map(names.head) ?? organization.map(names.organizationName)
        return [
            matter, name ?? "", FollowUp.subjects.map { text($0) }.joined(), officer, dueOn.description, remark,
        ]
    }
    package func said(_ caption: [String]) -> String {
        let matter = FollowUp.title(of: caption.at(0))
        let word = caption.at(5).isEmpty ? "" : localized("：\(caption.at(5))", ": \(caption.at(5))")
        return localized(
            "跟进 \(caption.at(1))（\(caption.at(2))）\(matter)，交 \(caption.at(3))，\(caption.at(4)) 前",
            "follow-up of \(caption.at(1)) (\(caption.at(2))), \(matter), by \(caption.at(3)) until \(caption.at(4))")
            + word
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .matter: matter
        case .personID: person?.text ?? ""
        case .householdID: household?.text ?? ""
        case .organization: organization?.digits ?? ""
        case .within: within.cellText
        case .follower: officer
        case .dueOn: dueOn.description
        case .remark: remark
        // A column of another table.
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .matter: matter = cell
        case .personID: person = cell.isEmpty ? nil : Person.ID(cell)
        case .householdID: household = cell.isEmpty ? nil : Household.ID(cell)
        case .organization: organization = cell.isEmpty ? nil : Code(cell)
        case .within: within = try CellRules.day(cell)
        case .follower: officer = cell
        case .dueOn: dueOn = try CellRules.day(cell) ?? dueOn
        case .remark: remark = cell
        // A column of another table.
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        let filled = FollowUp.subjects.filter { !text($0).isEmpty }
        if filled.count != 1 {
            faults.check(filled.last ?? .organization, with: .organization, .notOneOf(FollowUp.subjects))
        }
        return faults.found
    }

    package var references: [Reference] {
        [
            person.map { Reference(.personID, .person($0)) },
            household.map { Reference(.householdID, .household($0)) },
            organization.map { Reference(.organization, .organization($0, .any)) },
        ].compactMap(\.self)
    }
}

extension TableSchema {
    package static var followUps: TableSchema { FollowUp.table }
}

extension Column {
    package static let matter = Column("事项", "What")
    package static let follower = Column("跟进人", "Followed up by")
}
