import Ledger
import PartyWork
import TerminalUI
import Testing

@testable import Dashboard

/// What officers do day by day, from a cold start, counted in keys: a change that costs keys is seen in TASKS.md and in the count.
@Suite("Tasks of officers")
struct OfficerTasksTests {
    /// A task: what leads to it, and what is to be seen or saved at its end.
    struct Task: Sendable {
        let title: String
        let keys: [Key]
        /// What the terminal shows when it is done.
        let goal: String
        /// How many keys it takes.
        let count: Int
        /// What was done by others before.
        var before: [Act] = []
        /// The same in words.
        var start = ""
    }

    private static func typed(_ text: String) -> [Key] { text.unicodeScalars.map { .text(String($0)) } }

    /// Runs a task on the six tables of the sample, on a ledger of its own.
    private func stage(_ task: Task) throws -> Stage {
        let ledger = try Longfeng.six.get().copy()
        let (officer, today) = (Officer(uid: 1000, name: "李娟"), try #require(Day("2016-06-30")))
        for (number, act) in task.before.enumerated() {
            _ = try ledger.acting(as: officer, on: .standing(at: today, "2016-06-29T08:1\(number):00Z")).perform(act)
        }
        var stage = try Stage(ledger)
        for key in task.keys { try stage.press(key) }
        return stage
    }

    private static let checklist = Act.add(.checklist(ChecklistScreenTests.homeVisit))
    private static let partyDay = Act.recordActivity(
        Activity(
            id: "", heldOn: Day("2016-06-20") ?? .earliest, kind: .partyDay, organization: "422801100201", title: "学党章")
    )
    private static let deed = Act.recordActivity(
        Activity(
            id: "", heldOn: Day("2016-06-21") ?? .earliest, kind: .partyDay, organization: "422801100202", title: "志愿服务"
        ))

    static let tasks: [Task] = [
        Task(
            title: "按首字母找到一个人，看完整电话", keys: [.control("p")] + typed("tyb") + [.enter, .control("v")],
            goal: "00000000003",
            count: 6),
        Task(title: "给选中的支部记一次主题党日", keys: typed("r3学党章") + [.control("s")], goal: "已保存：记 ", count: 6),
        Task(
            title: "办结一起没办结的矛盾纠纷",
            keys: [.text("6"), .control("e"), .control("e"), .enter] + typed("630") + [.control("s")], goal: "已保存：修改",
            count: 8),
        Task(
            title: "二坡村哪些户没有帮扶人", keys: [.control("n"), .text("1"), .function(3)] + typed("epc"),
            goal: "吴定垚", count: 6),
        Task(
            title: "帮扶人的户全部移交给建议的人",
            keys: [.control("p")] + typed("yxx") + [.enter, .control("o"), .function(5), .control("s"), .text("y")],
            goal: "已保存：", count: 9),
        Task(title: "上报选中支部这个月的月报", keys: [.text("9"), .control("x"), .text("y")], goal: "已保存：上报月报", count: 3),
        Task(
            title: "一个对象免除一次，写明原因",
            keys: [.text("3"), .backTab, .text(" "), .function(9)] + typed("外出") + [.control("s")], goal: "已保存：清单",
            count: 7, before: [checklist], start: "已有党员清单“不忘初心回乡走访”，还没有勾选"),
        Task(
            title: "撤销昨天的一条（不是最近一条）", keys: [.text("8"), .down, .function(8), .text("y")], goal: "已保存：撤销", count: 4,
            before: [partyDay, deed], start: "昨天记过两条主题党日"),
        Task(title: "看上个月底的数字", keys: [.text("[")], goal: "截至 2016-05-31", count: 1),
        Task(title: "五月份哪些支部没开主题党日", keys: [.text("["), .control("n"), .text("7")], goal: "5 月", count: 3),
        Task(title: "哪些班子成员还欠调研", keys: [.tab], goal: "总览：班子成员", count: 1),
        Task(
            title: "新增一名党员",
            keys: [.text("7"), .function(5)] + typed("覃小明") + [.control("s")], goal: "已保存：登记人员", count: 6),
        Task(
            title: "标记一户脱贫",
            keys: [.control("p")] + typed("龚仕权") + [.enter, .function(9), .text("5"), .control("s"), .text("y")],
            goal: "已保存：", count: 9),
        Task(
            title: "新增一个合作社",
            keys: [.text("5"), .function(5)] + typed("93422801MA48000001") + [.tab] + typed("山货合作社") + [.control("s")],
            goal: "已保存：登记合作社", count: 27),
        Task(
            title: "给一个支部的全部党员勾选",
            keys: [.text("0"), .end, .enter, .tab, .enter, .control("a"), .function(5), .control("s")],
            goal: "已保存：清单", count: 8, before: [checklist], start: "已有党员清单“不忘初心回乡走访”，还没有勾选"),
        Task(
            title: "谁改过这一条", keys: [.text("8"), .enter], goal: "李娟", count: 2, before: [partyDay],
            start: "昨天记过一条主题党日"),
        Task(
            title: "从待办给两户没有帮扶人的一起结对",
            keys: [.text("3"), .tab, .tab, .text(" "), .text(" "), .function(5)] + [
                .down, .enter, .control("s"), .text("y"),
            ], goal: "已保存：", count: 10),
        Task(
            title: "专题调研改为一年六次", keys: [.text("0"), .function(4), .text("6"), .control("s")],
            goal: "已保存：登记要求", count: 4),
        Task(title: "只看一个村的数字", keys: [.control("g"), .down, .enter], goal: "龙凤社区", count: 3),
        Task(
            title: "各种致贫原因各有多少户", keys: [.text("7"), .tab, .text("l"), .end, .up, .enter], goal: "致贫原因的分布", count: 6),
        Task(title: "一个支部这个月做了什么、缺什么", keys: [.text("9"), .enter], goal: "口径：当月计入", count: 2),
        Task(
            title: "把昨天记错的日期改过来",
            keys: [.text("6"), .function(3)] + typed("xdz") + [.enter, .tab] + typed("619")
                + [.control("s")], goal: "已保存：修改", count: 11, before: [partyDay],
            start: "昨天在小龙潭村记过主题党日“学党章”，日期 2016-06-20"),
        Task(
            title: "五个支部一起记一次主题党日",
            keys: [Key](repeating: .text(" "), count: 5) + typed("r3学党章") + [.control("s"), .control("s")],
            goal: "已保存：记活动 5 行", count: 12),
        Task(title: "撤销刚才的保存", keys: typed("r3学党章") + [.control("s"), .control("z")], goal: "撤销", count: 7),
    ]

    @Test("take so many keys from a cold start", arguments: tasks)
    func counted(task: Task) throws {
        let stage = try stage(task)
        #expect(stage.text.contains(task.goal), "\(task.title)\n\(stage.text)")
        #expect(task.keys.count == task.count, "\(task.title)")
    }

    @Test("say what they start from where that is more than the sample")
    func starts() {
        for task in Self.tasks { #expect(task.before.isEmpty == task.start.isEmpty, "\(task.title)") }
    }

    @Test("make TASKS.md")
    func page() {
        let rows = Self.tasks.enumerated().map { number, task in
            "| \(number + 1) | \(task.title) | \(task.start) | \(task.keys.map { "`\($0.name)`" }.joined(separator: " ")) | \(task.count) |"
        }
        let head = [
            "# 干部的事，几个键", "",
            "由测试生成（`make golden`），不要手改。每件事都从刚打开的看板、示例镇 2016-06-30 做起，此前另有的写在“起点”；汉字按一字一键计，不算输入法里的键。", "",
            "| | 事 | 起点 | 键 | 键数 |", "| --- | --- | --- | --- | --- |",
        ]
        Golden.expect((head + rows).joined(separator: "\n") + "\n", "../../Documentation/TASKS.md")
    }
}
