/// Something a branch, a committee member or a party group did.
package struct Activity: Sendable, Hashable {
    package typealias ID = Identifier<Activity>

    /// 编号.
    package var id: ID
    /// The day on which it was held, found or begun.
    package var heldOn: Day
    package var kind: ActivityKind
    package var organization: Code
    package var title: String
    package var participants: [Person.ID]
    /// The household visited or helped.
    package var household: Household.ID?
    /// The day on which a dispute was resolved, a deed completed, a hazard put right.
    package var resolvedOn: Day?
    package var evidence: Evidence
    package var note: String
    /// The day on which the entry was voided; a voided activity never counts.
    package var voidedOn: Day?
    package var voidReason: String

    package init(
        id: ID, heldOn: Day, kind: ActivityKind, organization: Code, title: String, participants: [Person.ID] = [],
        household: Household.ID? = nil, resolvedOn: Day? = nil, evidence: Evidence = .complete, note: String = "",
        voidedOn: Day? = nil, voidReason: String = ""
    ) {
        self.id = id
        self.heldOn = heldOn
        self.kind = kind
        self.organization = organization
        self.title = title
        self.participants = participants
        self.household = household
        self.resolvedOn = resolvedOn
        self.evidence = evidence
        self.note = note
        self.voidedOn = voidedOn
        self.voidReason = voidReason
    }

    /// The day on which it counts (CONTRACT section 2): 办结日期 for disputes and deeds, 日期 for all others; nil if it
    /// never counts, or not yet.
    package var countingDate: Day? {
        if voidedOn != nil { return nil }
        return kind.countsWhenResolved ? resolvedOn : heldOn
    }
}

extension Activity: BuiltInRecord {
    package static let table = TableSchema(
        "activities", "活动", english: "activity", "activities", sql: "activity", files: .contract, hints: ["活动", "走访"],
        [
            ColumnSchema(.number, .key, .text(), .value("id"), "每项活动一个，不重复").known(as: "活动编号"),
            ColumnSchema(.heldOn, .required, .day(isExact: true), .value("held_on"), "开展、发现或开始的日期")
                .known(
                    as: "活动日期", "活动时间", "开展时间", "召开时间", "会议时间", "时间", "走访日期", "走访时间", "调研日期", "调研时间", "排查日期", "排查时间",
                    "发现日期", "发现时间", "入户日期", "入户时间"
                ).known(inLists: "活动开展时间", "学习时间", "开会时间", "举办时间", "受理时间", "受理日期"),
            ColumnSchema(
                .kind, .required, .word(WordList(ActivityKind.self)), .value("kind"), "活动的类型；后五种属党小组，其余属乡镇或支部"
            ).known(as: "活动类型", "活动类别").known(inLists: "会议类型", "会议类别", "会议形式", "活动形式"),
            ColumnSchema.organization.known(
                as: "所属村", "所在村", "行政村", "村", "村名", "村社区", "所在村社区", "调研村", "走访村", "村组", "所在村组", "所属村组", "党小组", "所在党小组",
                "所属党小组", "党小组名称", reading: .organization
            ).known(inLists: "村社区名称", "行政村名称", "开展支部", "驻点村", reading: .organization),
            ColumnSchema(.title, .required, .text(), .value("title"), "主题或事由").known(
                as: "活动主题", "活动名称", "会议主题", "学习主题", "走访内容", "走访事由", "调研主题", "调研题目", "纠纷内容", "纠纷事由", "纠纷简要情况", "隐患内容",
                "隐患情况"
            ).known(
                inLists: "党日主题", "主题党日主题", "主题内容", "走访主题", "矛盾纠纷内容", "矛盾纠纷情况", "隐患描述", "合理化建议内容", "建议内容", "办实事内容",
                "办实事事项", "实事内容", "实事事项", "活动内容", "会议内容", "学习内容", "主要内容", "内容", "走访情况", "走访记录", "纠纷情况", "事由", "事项"),
            ColumnSchema(
                .participants, .optional, .list(of: .person),
                .list("activity_participant", owner: "activity", item: "person"), "参加的人，填人员编号，用 ; 隔开；专题调研、帮扶走访必填"
            ).known(
                as: "参加人员姓名", "参加人", "参加党员", "参会人员", "参会党员", "到会人员", "走访人", "走访人员", "走访干部", "入户干部", "调研人", "调研人员",
                "调研领导",
                reading: .people
            ).known(
                inLists: "入户人员", "参加走访人员", "帮扶干部", "帮扶责任人", "帮扶人", "包户干部", "干部姓名", "领导姓名", "姓名", reading: .people),
            ColumnSchema(
                .householdID, .optional, .reference(.household), .optional("household"), "走访、帮助的户；帮扶走访、办实事必填"
            ).knownAsHousehold(),
            ColumnSchema(
                .resolvedOn, .optional, .day(isExact: true), .optional("resolved_on"), "办结的日期，不早于日期；矛盾纠纷、办实事办结后才计"
            ).known(as: "办结时间", "化解日期", "化解时间").known(inLists: "调处时间", "解决时间", "完成时间", "整改完成时间"),
            ColumnSchema(.evidence, .optional, .word(WordList(Evidence.self)), .value("evidence"), "材料齐不齐；空着是齐全"),
            ColumnSchema(.note, .optional, .text(limit: 2_000, hasLines: true), .value("note"), "备注，可以分行"),
            ColumnSchema(
                .voidedOn, .optional, .day(isExact: true), .optional("voided_on"), "作废的日期；与作废原因同时填，作废后不计"),
            ColumnSchema(.voidReason, .optional, .text(), .value("void_reason"), "与作废日期同时填"),
        ]
    ) { _ in Activity.blank }
    package static var blank: Activity {
        Activity(id: "", heldOn: .unset, kind: .partyDay, organization: "", title: "")
    }
    package var hasOwnAct: Bool { true }
    package var key: RecordKey { RecordKey(id.text) }
    package var label: String { title }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [id.text, try names.organizationName(organization), heldOn.description, kind.rawValue, title]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "\(caption.at(0)) \(caption.at(1)) \(caption.at(2)) \(ClosedWord.title(of: caption.at(3)))《\(caption.at(4))》",
            "\(caption.at(0)) \(caption.at(1)) \(caption.at(2)) \(ClosedWord.title(of: caption.at(3))) \"\(caption.at(4))\""
        )
    }
    package var mark: UInt8 { KeyMark.of(kind) }

    package func warnings(today: Day, category: (Person.ID) throws -> PersonCategory?) rethrows -> [Warning] {
        heldOn > today ? [.future(heldOn)] : []
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .number: id.text
        case .heldOn: heldOn.description
        case .kind: kind.rawValue
        case .organization: organization.digits
        case .title: title
        case .participants: participants.cellText(\.text)
        case .householdID: household?.text ?? ""
        case .resolvedOn: resolvedOn.cellText
        case .evidence: evidence.rawValue
        case .note: note
        case .voidedOn: voidedOn.cellText
        case .voidReason: voidReason
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .number: id = ID(cell)
        case .heldOn: heldOn = try CellRules.day(cell) ?? heldOn
        case .kind: kind = try CellRules.word(cell) ?? kind
        case .organization: organization = Code(cell)
        case .title: title = cell
        case .participants: participants = try CellRules.items(cell).map { Person.ID($0) }
        case .householdID: household = cell.isEmpty ? nil : Household.ID(cell)
        case .resolvedOn: resolvedOn = try CellRules.day(cell)
        case .evidence: evidence = try CellRules.word(cell) ?? .complete
        case .note: note = cell
        case .voidedOn: voidedOn = try CellRules.day(cell)
        case .voidReason: voidReason = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.heldOn, heldOn, .resolvedOn, resolvedOn)
        faults.checkBoth(.voidedOn, voidedOn != nil, .voidReason, !voidReason.isEmpty)
        let lacksHousehold = kind.needsHousehold && household == nil
        faults.check(.householdID, with: .kind, lacksHousehold ? .neededFor(kind) : nil)
        let lacksParticipants = kind.needsParticipants && participants.isEmpty
        faults.check(.participants, with: .kind, lacksParticipants ? .neededFor(kind) : nil)
        return faults.found
    }

    package var references: [Reference] {
        var references = participants.map { Reference(.participants, .person($0)) }
        references.append(Reference(.organization, .organization(organization, .host(kind))))
        if let household { references.append(Reference(.householdID, .household(household))) }
        return references
    }
}

extension TableSchema {
    package static var activities: TableSchema { Activity.table }
}
