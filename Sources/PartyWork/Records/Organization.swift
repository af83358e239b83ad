/// A township committee, branch or party group.
package struct Organization: Sendable, Hashable {
    package var code: Code
    package var name: String
    package var kind: OrganizationKind
    /// The branches merged into a joint branch.
    package var jointUnits: [Code]
    /// The township committee member who leads a joint branch.
    package var leader: Person.ID?
    /// The industry chain on which a joint branch is built (支部建在产业链上).
    package var industryChain: String
    /// The first day; nil if it has always been there.
    package var foundedOn: Day?
    /// The first day on which it is no longer there.
    package var dissolvedOn: Day?

    package init(
        code: Code, name: String, kind: OrganizationKind, jointUnits: [Code] = [], leader: Person.ID? = nil,
        industryChain: String = "", foundedOn: Day? = nil, dissolvedOn: Day? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.jointUnits = jointUnits
        self.leader = leader
        self.industryChain = industryChain
        self.foundedOn = foundedOn
        self.dissolvedOn = dissolvedOn
    }

    /// Whether it exists on a day (CONTRACT section 2).
    package func exists(on day: Day) -> Bool {
        (foundedOn.map { $0 <= day } ?? true) && (dissolvedOn.map { $0 > day } ?? true)
    }
}

extension Organization: BuiltInRecord {
    package static let table = TableSchema(
        "organizations", "组织", english: "organization", sql: "organization", files: .contract, hints: ["组织", "支部"],
        [
            ColumnSchema(
                .code, .key, .code, .value("code"),
                "乡镇 9 位，支部 12 位，党小组 14 位；支部的前 9 位是乡镇的，党小组的前 12 位是支部的；村、社区末三位 000 到 899，联合支部、机关支部 900 到 999"
            ).known(as: "组织编码", "组织代码", "党组织编码", "支部编码", "行政区划代码", "统计用区划代码", "区划代码"),
            ColumnSchema(.name, .required, .text(), .value("name"), "组织的名称")
                .known(as: "组织名称", "党组织名称", "支部名称", "党支部名称")
                .known(inLists: "村名", "村名称", "行政村", "行政村名称", "村社区", "村社区名称", "村居名称"),
            ColumnSchema(.kind, .required, .word(WordList(OrganizationKind.self)), .value("kind"), "组织的类型")
                .known(as: "组织类型", "组织类别", "党组织类型", "党组织类别"),
            ColumnSchema(
                .jointUnits, .optional, .list(of: .organization(.branch)),
                .list("organization_unit", owner: "joint", item: "unit"), "联合支部由哪些支部组成，填它们的编码，用 ; 隔开"),
            ColumnSchema(.leader, .optional, .reference(.person), .optional("leader"), "牵头人的人员编号"),
            ColumnSchema(.industryChain, .optional, .text(), .value("industry_chain"), "联合支部所在的产业链"),
            ColumnSchema(.foundedOn, .optional, .day(), .optional("founded_on"), "成立的日期；空着算一直有")
                .known(as: "成立时间", "建立日期", "建立时间", "成立年度", reading: .date),
            ColumnSchema(.dissolvedOn, .optional, .day(), .optional("dissolved_on"), "撤销的第一天；不早于成立日期")
                .known(as: "撤销时间", "撤销年度", reading: .date),
        ]
    ) { _ in Organization.blank }
    package static var blank: Organization { Organization(code: "", name: "", kind: .group) }
    package var key: RecordKey { RecordKey(code.digits) }
    package var label: String { name }

    package func caption(_ names: some RecordNames) throws -> [String] { [code.digits, name] }
    package func said(_ caption: [String]) -> String {
        localized("组织 \(caption.at(0)) \(caption.at(1))", "organization \(caption.at(0)) \(caption.at(1))")
    }
    package var mark: UInt8 { KeyMark.of(kind) }
    package var named: NamedThing? { NamedThing(.organization, key: code.digits, name: name, organization: code) }

    package func text(_ column: Column) -> String {
        switch column {
        case .code: code.digits
        case .name: name
        case .kind: kind.rawValue
        case .jointUnits: jointUnits.cellText(\.digits)
        case .leader: leader?.text ?? ""
        case .industryChain: industryChain
        case .foundedOn: foundedOn.cellText
        case .dissolvedOn: dissolvedOn.cellText
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .code: code = Code(cell)
        case .name: name = cell
        case .kind: kind = try CellRules.word(cell) ?? kind
        case .jointUnits: jointUnits = try CellRules.items(cell).map { Code($0) }
        case .leader: leader = cell.isEmpty ? nil : Person.ID(cell)
        case .industryChain: industryChain = cell
        case .foundedOn: foundedOn = try CellRules.day(cell)
        case .dissolvedOn: dissolvedOn = try CellRules.day(cell)
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.check(.code, with: .kind, kind.accepts(code) ? nil : .codeDoesNotFit(code.digits, kind: kind))
        faults.checkOrder(.foundedOn, foundedOn, .dissolvedOn, dissolvedOn)
        return faults.found
    }

    package var references: [Reference] {
        var references = jointUnits.map { Reference(.jointUnits, .organization($0, .branch)) }
        if let parent = code.parent { references.append(Reference(.code, .organization(parent, .parent))) }
        if let leader { references.append(Reference(.leader, .person(leader))) }
        return references
    }
}

extension TableSchema {
    package static var organizations: TableSchema { Organization.table }
}
