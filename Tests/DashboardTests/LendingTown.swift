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

    /// Its names in English, for frames in which no Chinese word may stand.
    private static let english = [
        "会议室借用": "Hall loans", "后勤": "Services", "借前登记，用完归还": "Enter it before, bring it back after",
        "借用物品": "Lent things",
        "谈心谈话": "Talks", "借用人": "Borrower", "时段": "Slot", "上午;下午;晚上": "morning;afternoon;evening", "人数": "People",
        "归还日期": "Returned on", "物品": "Thing", "完好": "Intact", "内容": "Contents", "申请": "asked",
        "同意;拒绝": "agreed;declined",
        "同意": "agreed", "归还": "returned", "拒绝": "declined", "完好=是": "Thing≠projector", "晚上的": "In the evening",
        "时段=晚上": "Slot=evening", "次": "times", "到会人数": "Attendance", "人": "people", "龙舟队": "Dragon boat",
        "合作社": "Tea growers",
        "妇联": "Women", "晚上": "evening", "上午": "morning", "投影仪": "projector",
    ]

    private static func word(_ text: String, _ language: Language) -> String {
        language == .english ? english[text] ?? text : text
    }

    /// The rows that define the registers.
    static func rows(_ language: Language = .chinese) throws -> [AnyRecord] {
        try definitions.map { table, cells in
            // What a register is about is a word of the files.
            let isWord = { (column: Column) in
                [.subject, .kind, .secrecy, .isNeeded, .isFinal, .demand].contains(column)
            }
            let pairs = zip(table.columns, cells).map { column, cell in
                (column, isWord(column) && cell != "会议室借用" ? cell : word(cell, language))
            }
            return try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: pairs))
        }
    }

    /// The sample with the registers and some entries.
    static func load(_ language: Language = .chinese) throws -> Ledger {
        let ledger = try language == .english ? LatinTown.load() : Longfeng.six.get().copy()
        let today = Day("2016-06-30") ?? .earliest
        func perform(_ act: Act) throws {
            let officer = language == .english ? LatinTown.officer : Officer(uid: 1000, name: "李娟")
            _ = try ledger.acting(as: officer, on: .standing(at: today, "2016-06-30T08:10:00Z"))
                .perform(act)
        }
        try perform(.adopt(rows(language)))
        func lent(_ number: String, _ day: String, _ who: String, _ when: String, _ people: String) throws {
            let values = [("借用人", who), ("时段", when), ("人数", people)].map {
                StoredEntry.Value(word($0, language), word($1, language))
            }
            try perform(
                .enter(
                    StoredEntry(
                        register: word("会议室借用", language), number: number, subject: village.digits,
                        registeredOn: Day(day) ?? .earliest, values: values)))
        }
        try lent("H1", "2016-06-20", "龙舟队", "晚上", "24")
        try lent("H2", "2016-06-26", "合作社", "上午", "12")
        try lent("H3", "2016-06-29", "妇联", "晚上", "30")
        let step = { (number: String, state: String, day: String) in
            Act.step(
                register: word("会议室借用", language), number: number, to: word(state, language), on: Day(day) ?? .earliest,
                note: "")
        }
        try perform(step("H1", "同意", "2016-06-21"))
        try perform(step("H2", "同意", "2016-06-27"))
        try perform(
            .enter(
                StoredEntry(
                    register: word("借用物品", language), number: "W1", subject: "H1",
                    registeredOn: Day("2016-06-21") ?? .earliest,
                    values: [("物品", "投影仪"), ("完好", "否")].map {
                        StoredEntry.Value(word($0, language), word($1, language))
                    })))
        return ledger
    }
}
