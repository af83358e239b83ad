/// A poor household, with the days on which its state changed.
package struct Household: Sendable, Hashable {
    package typealias ID = Identifier<Household>

    package var id: ID
    /// The name of the head.
    package var head: String
    /// The 村党组织 of the household's village.
    package var village: Code
    /// The number of people, from 1.
    package var headcount: Int
    package var cause: String
    package var identifiedOn: Day
    package var liftedOn: Day?
    package var returnedOn: Day?
    package var closedOn: Day?
    package var closedReason: String

    package init(
        id: ID, head: String, village: Code, headcount: Int, cause: String = "", identifiedOn: Day,
        liftedOn: Day? = nil, returnedOn: Day? = nil, closedOn: Day? = nil, closedReason: String = ""
    ) {
        self.id = id
        self.head = head
        self.village = village
        self.headcount = headcount
        self.cause = cause
        self.identifiedOn = identifiedOn
        self.liftedOn = liftedOn
        self.returnedOn = returnedOn
        self.closedOn = closedOn
        self.closedReason = closedReason
    }

    /// 销户原因 as screens say it: what the program itself writes of a merger is a word, anything else was entered.
    package var closedReasonTitle: String {
        let merged = HouseholdEvent.Kind.merged
        return closedReason == merged.rawValue ? merged.title : closedReason
    }

    /// The state on a day (CONTRACT section 2, pairing); nil before 识别日期.
    ///
    /// - Parameter cycles: the household's earlier cycles, inside which it was lifted.
    package func state(on day: Day, earlier cycles: [HouseholdCycle]) -> HouseholdState? {
        if day < identifiedOn { return nil }
        if let closedOn, closedOn <= day { return .closed }
        if cycles.contains(where: { $0.holds(on: day) }) { return .lifted }
        guard let liftedOn, liftedOn <= day else { return .poor }
        if let returnedOn, returnedOn > liftedOn, returnedOn <= day { return .poor }
        return .lifted
    }

    /// The household without the days after one, as its card of that day shows it.
    package func known(on day: Day) -> Household {
        func known(_ date: Day?) -> Day? { date.flatMap { $0 <= day ? $0 : nil } }
        var household = self
        household.liftedOn = known(liftedOn)
        household.returnedOn = known(returnedOn)
        household.closedOn = known(closedOn)
        if household.closedOn == nil { household.closedReason = "" }
        return household
    }

    /// Whether it is poor on any day from the first to the last, both included.
    package func isPoor(from start: Day, to end: Day, earlier cycles: [HouseholdCycle]) -> Bool {
        // Poverty begins only on these days.
        ([start, identifiedOn, returnedOn] + cycles.map(\.returnedOn)).contains { day in
            day.map { $0 >= start && $0 <= end && state(on: $0, earlier: cycles) == .poor } ?? false
        }
    }
}

/// The state of a household on a day.
package enum HouseholdState: String, Sendable, Hashable, CaseIterable {
    /// 在册: poor, so it must have a serving helper.
    case poor = "未脱贫"
    /// 脱贫: lifted out of poverty; the helper may stay.
    case lifted = "已脱贫"
    /// 销户: closed; no longer counted anywhere.
    case closed = "已销户"
}

extension Household: BuiltInRecord {
    package static let table = TableSchema(
        "households", "贫困户", english: "household", sql: "household", files: .contract,
        hints: ["贫困户", "脱贫户", "农户", "建档立卡", "贫困人口"],
        [
            ColumnSchema(.householdID, .key, .text(), .value("id"), "每户一个，不重复").knownAsHousehold(),
            ColumnSchema(.head, .required, .text(), .value("head"), "户主的姓名").known(
                as: "户主姓名", "户主名称", "贫困户姓名", "贫困户户主", "贫困户户主姓名", "结对户户主", "结对户姓名"
            ).known(inLists: "脱贫户姓名", "脱贫户户主", "脱贫户户主姓名", "户主名字", "帮扶对象姓名", "帮扶对象", "帮扶户姓名"),
            ColumnSchema(
                .village, .required, .reference(.organization(.village)), .value("village"), "村党组织的编码（12 位）"
            )
            .known(
                as: "行政村", "所在村", "所在行政村", "行政村名称", "村名", "村名称", "村", "村组", "所在村组", "行政村组", "所属村", "所属行政村", "村社区",
                "所在村社区", "村居", "村别",
                reading: .village
            )
            .known(as: "行政村编码", "行政村代码", "村代码")
            .known(
                inLists: "村社区名称", "村居名称", "所属村社区", "村委会", "村居委会", "村庄", "家庭住址", "家庭地址", "住址", "地址", "现住址", "户籍地址",
                "户籍所在地", "居住地", "现居住地", "居住地址", "现居住地址",
                reading: .village
            ),
            ColumnSchema(.headcount, .required, .number(1...99_999), .value("headcount"), "家里几口人，1 以上的整数")
                .known(
                    inOrder: "家庭人口", "家庭人口数", "家庭总人口", "家庭总人数", "家庭人数", "户人口", "家庭成员数", "人口数", "总人口", "总人口数", "在册人口",
                    "贫困人口", "贫困人口数", "人数"
                ).known(
                    inLists: "家庭人口总数", "家庭人口合计", "家庭人口小计", "人口总数", "人口合计", "人口小计", "家庭成员人数", "户籍人口", "户籍人口数", "脱贫人口",
                    "脱贫人口数"),
            ColumnSchema(.cause, .optional, .text(), .value("cause"), "致贫原因，自由填写")
                .known(as: "致贫原因1", "主要致贫原因", "致贫主因", "致贫原因一", "贫困原因")
                .known(inLists: "致贫主要原因", "主要贫困原因", "第一致贫原因", "贫困主要原因"),
            ColumnSchema(.identifiedOn, .required, .day(), .value("identified_on"), "识别为贫困户的日期")
                .known(
                    as: "识别时间", "识别年度", "识别年份", "贫困户识别时间", "贫困户识别年度", "建档立卡时间", "建档立卡日期", "建档立卡年度", "建档时间", "建档年度",
                    "建卡时间", "建卡年度", "认定时间", "认定年度",
                    "纳入时间", "纳入年度",
                    reading: .date
                ).known(
                    inLists: "建档立卡年份", "贫困户识别年份", "建档年份", "建档日期", "识别纳入时间", "纳入贫困户时间", "识别为贫困户时间",
                    reading: .date),
            ColumnSchema(.liftedOn, .optional, .day(), .optional("lifted_on"), "脱贫的第一天；不早于识别日期")
                .known(as: "脱贫时间", "脱贫年度", "脱贫年份", reading: .date)
                .known(
                    inLists: "实际脱贫时间", "实际脱贫年度", "脱贫年月", "脱贫年", "脱贫认定时间", "脱贫退出时间", "脱贫退出年度", "贫困退出时间", "贫困户退出时间",
                    "脱贫销号时间", "退贫时间", "退出年度", "退出时间", reading: .date),
            ColumnSchema(.returnedOn, .optional, .day(), .optional("returned_on"), "返贫的第一天；有脱贫日期才能填")
                .known(as: "返贫时间", "返贫年度", "返贫年份", reading: .date).known(inLists: "返贫年月", reading: .date),
            ColumnSchema(.closedOn, .optional, .day(), .optional("closed_on"), "销户的第一天；不早于识别日期")
                .known(as: "销户时间", "销户年度", reading: .date)
                .known(
                    inLists: "清退时间", "清退日期", "清退年度", "剔除时间", "剔除日期", "剔除年度", "清除时间", "注销时间", "注销日期", reading: .date),
            ColumnSchema(.closedReason, .optional, .text(), .value("closed_reason"), "销户的原因")
                .known(inLists: "清退原因", "剔除原因", "清除原因", "注销原因"),
        ]
    ) { _ in Household.blank }
    package static var blank: Household { Household(id: "", head: "", village: "", headcount: 1, identifiedOn: .unset) }
    package var key: RecordKey { RecordKey(id.text) }
    package var label: String { head }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [id.text, head, try names.organizationName(village)]
    }
    package func said(_ caption: [String]) -> String {
        localized(
            "贫困户 \(caption.at(0)) \(caption.at(1))（\(caption.at(2))）",
            "household \(caption.at(0)) \(caption.at(1)) (\(caption.at(2)))")
    }
    package var named: NamedThing? { NamedThing(.household, key: id.text, name: head, organization: village) }

    package func text(_ column: Column) -> String {
        switch column {
        case .householdID: id.text
        case .head: head
        case .village: village.digits
        case .headcount: String(headcount)
        case .cause: cause
        case .identifiedOn: identifiedOn.description
        case .liftedOn: liftedOn.cellText
        case .returnedOn: returnedOn.cellText
        case .closedOn: closedOn.cellText
        case .closedReason: closedReason
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .householdID: id = ID(cell)
        case .head: head = cell
        case .village: village = Code(cell)
        case .headcount: headcount = try CellRules.number(cell, in: 1...99_999)
        case .cause: cause = cell
        case .identifiedOn: identifiedOn = try CellRules.day(cell) ?? identifiedOn
        case .liftedOn: liftedOn = try CellRules.day(cell)
        case .returnedOn: returnedOn = try CellRules.day(cell)
        case .closedOn: closedOn = try CellRules.day(cell)
        case .closedReason: closedReason = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        faults.checkOrder(.identifiedOn, identifiedOn, .liftedOn, liftedOn)
        faults.checkOrder(.identifiedOn, identifiedOn, .returnedOn, returnedOn)
        faults.checkOrder(.identifiedOn, identifiedOn, .closedOn, closedOn)
        faults.check(.returnedOn, with: .liftedOn, returnedOn != nil && liftedOn == nil ? .without(.liftedOn) : nil)
        return faults.found
    }

    package var references: [Reference] { [Reference(.village, .organization(village, .village))] }
}

extension TableSchema {
    package static var households: TableSchema { Household.table }
}
