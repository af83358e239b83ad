/// 要求: how many a method asks for from a day on, until the next such row of the method.
package struct MethodTarget: Sendable, Hashable {
    package var method: Method
    /// The first of a month.
    package var startsOn: Day
    /// How many in each period; 0 for a method that is not asked for.
    package var count: Int
    package var period: Requirement.Period
    package var remark: String

    package init(_ method: Method, from startsOn: Day, _ count: Int, _ period: Requirement.Period, remark: String = "")
    {
        self.method = method
        self.startsOn = startsOn
        self.count = count
        self.period = period
        self.remark = remark
    }

    /// How many, and how often: `每年 4 次`, `不考核`.
    package var asks: String { period.target(count) }
}

extension MethodTarget: BuiltInRecord {
    package static let table = TableSchema(
        "requirements", "要求", english: "requirement", sql: "requirement",
        [
            ColumnSchema(.method, .key, .word(WordList(Method.self)), .value("method")),
            ColumnSchema(.startedOn, .key, .day(), .value("starts_on")),
            ColumnSchema(.count, .required, .number(0...99), .value("count")),
            ColumnSchema(.period, .required, .word(WordList(Requirement.Period.self)), .value("period")),
            ColumnSchema(.remark, .optional, .text(), .value("remark")),
        ]
    ) { _ in MethodTarget.blank }
    package static var blank: MethodTarget { MethodTarget(.visits, from: .unset, 0, .year) }
    package var key: RecordKey { RecordKey(method.rawValue, startsOn.description) }
    package var label: String { asks }

    package func caption(_ names: some RecordNames) throws -> [String] {
        [method.rawValue, String(count), period.rawValue, startsOn.description]
    }
    package func said(_ caption: [String]) -> String {
        // 主题活动 is a kind of activity too, with another word in English.
        let (method, start) = (Method(rawValue: caption.at(0))?.title ?? caption.at(0), caption.at(3))
        let asks = Requirement.Period(rawValue: caption.at(2)).map { $0.target(Int(caption.at(1)) ?? 0) } ?? ""
        return localized("要求 \(method) \(asks)，自 \(start) 起", "requirement \(method), \(asks), from \(start)")
    }

    package func text(_ column: Column) -> String {
        switch column {
        case .method: method.rawValue
        case .startedOn: startsOn.description
        case .count: String(count)
        case .period: period.rawValue
        case .remark: remark
        default: ""
        }
    }

    package mutating func set(_ column: Column, to cell: String) throws(Fault) {
        switch column {
        case .method: method = try CellRules.word(cell) ?? method
        case .startedOn: startsOn = try CellRules.day(cell) ?? startsOn
        case .count: count = try CellRules.number(cell, in: 0...99)
        case .period: period = try CellRules.word(cell) ?? period
        case .remark: remark = cell
        default: break
        }
    }

    package func faults(unread: Set<Column>) -> [FieldFault] {
        var faults = FaultList(unread)
        if startsOn != startsOn.firstOfMonth { faults.check(.startedOn, with: .startedOn, .notFirstOfMonth(startsOn)) }
        if !method.counts.contains(count) {
            faults.check(.count, with: .method, .notANumber(String(count), range: method.counts))
        }
        if !method.periods.contains(period) {
            let choices = method.periods.map(\.rawValue)
            faults.check(.period, with: .method, .unknownWord(period.rawValue, choices: choices))
        }
        return faults.found
    }

    package var references: [Reference] { [] }
}

extension TableSchema {
    package static var requirements: TableSchema { MethodTarget.table }
}
