/// A farmers' cooperative.
package struct Cooperative: Sendable, Hashable {
    package typealias ID = Identifier<Cooperative>

    /// 统一社会信用代码, by GB 32100 eighteen characters; others are warned of and kept.
    package var id: ID
    package var name: String
    /// The township, branch or group the cooperative is counted under.
    package var organization: Code
    package var trade: String
    package var foundedOn: Day?
    /// The first day on which it is no longer registered.
    package var deregisteredOn: Day?
    /// Member households, as reported.
    package var memberHouseholds: Int
    /// Households led, as reported: 户次, so a household led by two cooperatives counts twice.
    package var householdsLed: Int
    /// The party members who founded it.
    package var founders: [Person.ID]

    package init(
        id: ID, name: String, organization: Code, trade: String = "", foundedOn: Day? = nil, deregisteredOn: Day? = nil,
        memberHouseholds: Int = 0, householdsLed: Int = 0, founders: [Person.ID] = []
    ) {
        self.id = id
        self.name = name
        self.organization = organization
        self.trade = trade
        self.foundedOn = foundedOn
        self.deregisteredOn = deregisteredOn
        self.memberHouseholds = memberHouseholds
        self.householdsLed = householdsLed
        self.founders = founders
    }

    /// Whether it is registered on a day (CONTRACT section 2).
    package func isActive(on day: Day) -> Bool {
        (foundedOn.map { $0 <= day } ?? true) && (deregisteredOn.map { $0 > day } ?? true)
    }
}

extension Cooperative: BuiltInRecord {
    package static let table = TableSchema(
        "cooperatives", "合作社", english: "cooperative", sql: "cooperative", files: .contract, hints: ["合作社"],
        [
            ColumnSchema(.creditCode, .key, .text(), .value("code"), "统一社会信用代码，18 位").known(
                as: "信用代码", "社会信用代码", "统一社会信用代码/注册号", "注册号/统一社会信用代码", "统一社会信用代码或注册号"),
            ColumnSchema(.name, .required, .text(), .value("name"), "合作社的名称").known(
                as: "合作社名称", "专业合作社名称", "农民专业合作社名称"
            ).known(inLists: "农民合作社名称", "企业名称", "市场主体名称", "主体名称", "单位名称"),
            ColumnSchema.organization.known(
                as: "所属村", "所在村", "行政村", "村", "村名", reading: .organization
            ).known(
                inLists: "所在行政村", "村社区", "所在村社区", "村社区名称", "住所", "注册地址", "经营场所", "地址", "所在地", "详细地址", "经营地址",
                reading: .organization),
            ColumnSchema(.trade, .optional, .text(), .value("trade"), "做什么的，自由填写").known(as: "主营产业", "主导产业", "产业类型"),
            ColumnSchema(.foundedOn, .optional, .day(), .optional("founded_on"), "成立的日期；空着算一直有")
                .known(as: "成立时间", "注册时间", "注册日期", "登记日期", "登记时间", "成立年度", reading: .date),
            ColumnSchema(.deregisteredOn, .optional, .day(), .optional("deregistered_on"), "注销的第一天；不早于成立日期")
                .known(as: "注销时间", reading: .date).known(inLists: "吊销时间", "吊销日期", reading: .date),
            ColumnSchema(
                .memberHouseholds, .optional, .number(0...99_999), .value("member_households"), "成员有多少户；空着算 0"
            ).known(as: "社员户数", "入社户数", "成员数", "成员总数", "社员数", "入社农户")
                .known(inLists: "入社农户数", "入社成员数", "成员户", "入社成员", "成员", "社员"),
            ColumnSchema(.householdsLed, .optional, .number(0...99_999), .value("households_led"), "带动多少户；空着算 0")
                .known(inOrder: "带动农户数", "带动户", "带动农户", "带动贫困户数", "带动贫困户")
                .known(inLists: "辐射带动农户数", "辐射带动农户"),
            ColumnSchema(
                .founders, .optional, .list(of: .person),
                .list("cooperative_founder", owner: "cooperative", item: "person"), "领办的党员，填人员编号，用 ; 隔开"
            ).known(as: "领办党员姓名", "领办人", reading: .people),
        ]
    ) { _ in Cooperative.blank }
    package static var blank: Cooperative { Cooperative(id: "", name: "", organization: "") }
    package var key: RecordKey { RecordKey(id.text) }
    package var label: String { name }
    package var named: NamedThing? { NamedThing(.cooperative, key: id.text, name: name, organization: organization) }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [name, try names.organizationName(organization)]
    }
    package func said(_ caption: [String]) -> String {
        localized("合作社 \(caption.at(0))（\(caption.at(1))）", "cooperative \(caption.at(0)) (\(caption.at(1)))")
    }

    package func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        Cooperative.isCreditCode(id.text) ? [] : [.creditCode(id)]
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .creditCode: id.text
        case .name: name
        case .organization: organization.digits
        case .trade: trade
        case .foundedOn: foundedOn.cellText
        case .deregisteredOn: deregisteredOn.cellText
        case .memberHouseholds: String(memberHouseholds)
        case .householdsLed: String(householdsLed)
        case .founders: founders.cellText(\.text)
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .creditCode: id = ID(cell)
        case .name: name = cell
        case .organization: organization = Code(cell)
        case .trade: trade = cell
        case .foundedOn: foundedOn = try CellRules.day(cell)
        case .deregisteredOn: deregisteredOn = try CellRules.day(cell)
        case .memberHouseholds: memberHouseholds = try CellRules.number(cell, in: 0...99_999)
        case .householdsLed: householdsLed = try CellRules.number(cell, in: 0...99_999)
        case .founders: founders = try CellRules.items(cell).map { Person.ID($0) }
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.foundedOn, foundedOn, .deregisteredOn, deregisteredOn)
        return faults.found
    }

    package var references: [Reference] {
        [Reference(.organization, .organization(organization, .any))]
            + founders.map { Reference(.founders, .person($0)) }
    }
}

extension Cooperative {
    /// Whether a text is a 统一社会信用代码: 18 characters whose last one checks the others (GB 32100-2015, modulo 31).
    package static func isCreditCode(_ text: String) -> Bool {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
        let values = text.utf8.compactMap { alphabet.firstIndex(of: $0) }
        guard values.count == 18, text.utf8.count == 18 else { return false }
        var weight = 1
        var sum = 0
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return (31 - sum % 31) % 31 == values[17]
    }
}

extension TableSchema {
    package static var cooperatives: TableSchema { Cooperative.table }
}
