import Ledger
import PartyWork

@testable import Dashboard

/// The sample with registers of a kind that nobody had thought of: the meeting room is lent, with what goes along, and talks are noted.
enum LendingTown {
    static let village: Code = "422801100001"

    /// What defines the registers, a row each: table and cells in the order of the columns.
    private static let definitions: [(TableSchema, [String])] = [
        (.registers, ["会议室借用", "后勤", "支部", "", "公开", "借前登记，用完归还"]),
        (.registers, ["借用物品", "后勤", "会议室借用", "", "公开", ""]),
        (.registers, ["谈心谈话", "", "人员", "", "限阅", ""]),
        (.registerFields, ["会议室借用", "借用人", "1", "文字", "", "是"]),
        (.registerFields, ["会议室借用", "时段", "2", "选项", "上午;下午;晚上", "是"]),
        (.registerFields, ["会议室借用", "人数", "3", "整数", "", "", "1", "80"]),
        (.registerFields, ["会议室借用", "归还日期", "4", "日期"]),
        (.registerFields, ["借用物品", "物品", "1", "文字", "", "是"]),
        (.registerFields, ["借用物品", "完好", "2", "是否"]),
        (.registerFields, ["谈心谈话", "内容", "1", "长文"]),
        (.registerStates, ["会议室借用", "申请", "1", "同意;拒绝", "2"]),
        (.registerStates, ["会议室借用", "同意", "2", "归还", "5"]),
        (.registerStates, ["会议室借用", "归还", "3", "", "", "", "", "归还日期", "是"]),
        (.registerStates, ["会议室借用", "拒绝", "4", "", "", "", "", "", "是"]),
        (.registerGates, ["会议室借用", "归还", "1", "子项", "借用物品", "完好=是", "0"]),
        (.registerFigures, ["会议室借用", "晚上的", "1", "条数", "", "时段=晚上", "2", "次"]),
        (.registerFigures, ["会议室借用", "到会人数", "2", "求和", "人数", "", "", "人"]),
    ]

    /// The rows that define the registers.
    static func rows() throws -> [AnyRecord] {
        try definitions.map { table, cells in
            try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: zip(table.columns, cells)))
        }
    }

    /// The sample with the registers and some entries.
    static func load() throws -> Ledger {
        let ledger = try Longfeng.six.get().copy()
        let today = Day("2016-06-30") ?? .earliest
        func perform(_ act: Act) throws {
            _ = try ledger.acting(as: Officer(uid: 1000, name: "李娟"), on: .standing(at: today, "2016-06-30T08:10:00Z"))
                .perform(act)
        }
        try perform(.adopt(rows()))
        func lent(_ number: String, _ day: String, _ who: String, _ when: String, _ people: String) throws {
            let values = [("借用人", who), ("时段", when), ("人数", people)].map { StoredEntry.Value($0, $1) }
            try perform(
                .enter(
                    StoredEntry(
                        register: "会议室借用", number: number, subject: village.digits,
                        registeredOn: Day(day) ?? .earliest, values: values)))
        }
        try lent("H1", "2016-06-20", "龙舟队", "晚上", "24")
        try lent("H2", "2016-06-26", "合作社", "上午", "12")
        try lent("H3", "2016-06-29", "妇联", "晚上", "30")
        let step = { (number: String, state: String, day: String) in
            Act.step(register: "会议室借用", number: number, to: state, on: Day(day) ?? .earliest, note: "")
        }
        try perform(step("H1", "同意", "2016-06-21"))
        try perform(step("H2", "同意", "2016-06-27"))
        try perform(
            .enter(
                StoredEntry(
                    register: "借用物品", number: "W1", subject: "H1", registeredOn: Day("2016-06-21") ?? .earliest,
                    values: [StoredEntry.Value("物品", "投影仪"), StoredEntry.Value("完好", "否")])))
        return ledger
    }
}
