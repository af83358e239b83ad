/// A party member, applicant or resident whom the ledger knows.
package struct Person: Sendable, Hashable {
    package typealias ID = Identifier<Person>

    package var id: ID
    package var name: String
    /// The township, branch or party group the person belongs to.
    package var organization: Code
    package var category: PersonCategory
    package var post: String
    /// Whether the person is one of the township's committee members, of whom four visits a year are asked.
    package var isCommitteeMember: Bool
    /// The villages assigned to a committee member.
    package var assignedVillages: [Code]
    /// The first day of service; nil if always.
    package var arrivedOn: Day?
    /// The first day on which the person no longer serves.
    package var leftOn: Day?
    package var leftReason: String
    /// Why the member need not be paired with a household; any text exempts.
    package var exemption: String
    package var phone: String

    package init(
        id: ID, name: String, organization: Code, category: PersonCategory, post: String = "",
        isCommitteeMember: Bool = false, assignedVillages: [Code] = [], arrivedOn: Day? = nil, leftOn: Day? = nil,
        leftReason: String = "", exemption: String = "", phone: String = ""
    ) {
        self.id = id
        self.name = name
        self.organization = organization
        self.category = category
        self.post = post
        self.isCommitteeMember = isCommitteeMember
        self.assignedVillages = assignedVillages
        self.arrivedOn = arrivedOn
        self.leftOn = leftOn
        self.leftReason = leftReason
        self.exemption = exemption
        self.phone = phone
    }

    /// Whether the person serves on a day (CONTRACT section 2).
    package func serves(on day: Day) -> Bool { service(on: day) == .serving }

    /// Whether the person serves on a day, and if not, why.
    package func service(on day: Day) -> Service {
        if let leftOn, leftOn <= day { return .left }
        if let arrivedOn, arrivedOn > day { return .notArrived }
        return .serving
    }
}

/// How a person stands to the post at a date, as officers call it.
package enum Service: String, Sendable, Hashable {
    case notArrived = "未到岗"
    case serving = "在岗"
    /// 离开日期 is the first day of it.
    case left = "已离开"

    /// The word for one who does not serve; nil for one who does.
    package var absence: String? { self == .serving ? nil : title }

    /// The word after a name in a list, `（已离开）`; nothing for one who serves.
    package var remark: String { absence.map { localized("（\($0)）", " (\($0))") } ?? "" }
}

extension Person: BuiltInRecord {
    package static let table = TableSchema(
        "people", "人员", english: "person", "people", sql: "person", files: .contract, hints: ["人员", "党员", "干部"],
        [
            ColumnSchema(.personID, .key, .text(), .value("id"), "每人一个，不重复")
                .known(as: "人员编码", "党员编号", "党员编码"),
            ColumnSchema(.personName, .required, .text(), .value("name"), "姓名").known(as: "党员姓名", "人员姓名"),
            ColumnSchema.organization.known(
                as: "所属村", "所在村", "行政村", "村", "村名", "村社区", "所在村社区", reading: .organization
            ).known(
                inLists: "村社区名称", "行政村名称", "所属村社区", "原所在支部", "原所在党支部", "原所在党组织", "原支部", "转出支部", "转出党支部", "转出党组织",
                reading: .organization),
            ColumnSchema(
                .category, .required,
                .word(WordList(PersonCategory.self, offered: PersonCategory.choices.reversed())), .value("category"),
                "党员、积极分子还是群众；正式党员和预备党员计入党员结对"
            ).known(inOrder: "人员类别", "党员类别", "政治面貌"),
            ColumnSchema(.post, .optional, .text(), .value("post"), "职务，自由填写").known(
                inOrder: "党内职务", "现任职务", "工作单位及职务", "单位及职务", "单位职务"
            ).known(inLists: "工作单位职务", "担任职务", "村内职务"),
            ColumnSchema(
                .committee, .optional, .word(WordList(YesNo.self)), .flag("is_committee"), "是不是镇班子成员；空着是否"
            ).known(as: "是否镇班子成员"),
            ColumnSchema(
                .assignedVillages, .optional, .list(of: .organization(.village)),
                .list("person_village", owner: "person", item: "village"), "联系的村党组织的编码，用 ; 隔开"
            ).known(inLists: "所驻村", "驻村", "驻点村", "派驻村", "所驻行政村", "所包村", "包村", "联系的村"),
            ColumnSchema(.arrivedOn, .optional, .day(), .optional("arrived_on"), "到岗的第一天；空着算一直在岗")
                .known(as: "到岗时间", "到任日期", "到任时间", reading: .date),
            ColumnSchema(.leftOn, .optional, .day(), .optional("left_on"), "离开的第一天；不早于到岗日期")
                .known(as: "离开时间", "离岗日期", "离岗时间", "离任日期", "离任时间", reading: .date)
                .known(
                    inLists: "减少时间", "减少日期", "转出时间", "转出日期", "去世时间", "去世日期", "死亡时间", "死亡日期", "离世时间", "离世日期",
                    reading: .date),
            ColumnSchema(.leftReason, .optional, .text(), .value("left_reason"), "离开的原因")
                .known(inLists: "减少原因", "转出原因", "离岗原因", "离任原因"),
            ColumnSchema(.exemption, .optional, .text(), .value("exemption"), "填了就免结对，不计入应结对党员"),
            ColumnSchema(.phone, .optional, .text(), .value("phone"), "电话，按文字填", isPersonal: true)
                .known(inOrder: "联系电话", "手机号码", "手机号", "手机", "电话号码", "联系方式").known(inLists: "本人电话", "联系手机"),
        ]
    ) { _ in Person.blank }
    package static var blank: Person { Person(id: "", name: "", organization: "", category: .member) }
    package var key: RecordKey { RecordKey(id.text) }
    package var label: String { name }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [id.text, name, try names.organizationName(organization)]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "人员 \(caption.at(0)) \(caption.at(1))（\(caption.at(2))）",
            "person \(caption.at(0)) \(caption.at(1)) (\(caption.at(2)))")
    }
    package var mark: UInt8 { KeyMark.of(category) }
    package var named: NamedThing? { NamedThing(.person, key: id.text, name: name, organization: organization) }

    package func text(_ column: Column) -> String {
        switch column {
        case .personID: id.text
        case .personName: name
        case .organization: organization.digits
        case .category: category.rawValue
        case .post: post
        case .committee: (isCommitteeMember ? YesNo.yes : .no).rawValue
        case .assignedVillages: assignedVillages.cellText(\.digits)
        case .arrivedOn: arrivedOn.cellText
        case .leftOn: leftOn.cellText
        case .leftReason: leftReason
        case .exemption: exemption
        case .phone: phone
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .personID: id = ID(cell)
        case .personName: name = cell
        case .organization: organization = Code(cell)
        case .category: category = try CellRules.word(cell) ?? category
        case .post: post = cell
        case .committee: isCommitteeMember = try CellRules.word(cell, YesNo.self) == .yes
        case .assignedVillages: assignedVillages = try CellRules.items(cell).map { Code($0) }
        case .arrivedOn: arrivedOn = try CellRules.day(cell)
        case .leftOn: leftOn = try CellRules.day(cell)
        case .leftReason: leftReason = cell
        case .exemption: exemption = cell
        case .phone: phone = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.arrivedOn, arrivedOn, .leftOn, leftOn)
        return faults.found
    }

    package var references: [Reference] {
        [Reference(.organization, .organization(organization, .any))]
            + assignedVillages.map { Reference(.assignedVillages, .organization($0, .village)) }
    }
}

extension TableSchema {
    package static var people: TableSchema { Person.table }
}
