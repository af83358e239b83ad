import PartyWork
import TerminalUI

/// The page of all keys, made from the binding table: Documentation/KEYS.md.
package enum KeyReference {
    /// The page as Markdown.
    package static var markdown: String {
        var lines = ["# 按键", "", "由按键表生成（`make golden`），不要手改。中文输入法打开时，全角标点与数字等同半角；每个操作都有一个输入法不占用的键。", ""]
        lines += ["## 所有按键", "", "| 键 | 操作 | 说明 |", "| --- | --- | --- |"]
        lines +=
            keys.map { "| \($0.names.map(code).joined(separator: " ")) | \($0.label) | \($0.explanation) |" } + [""]
        for (title, place) in screens {
            lines += ["## \(title)", "", place.screen().offers(context).map(offer).joined(separator: " · "), ""]
        }
        return lines.joined(separator: "\n")
    }

    /// Every key with what it does, for KEYS.md and the manual page: the actions, then what belongs to no action.
    package static var keys: [Line] {
        let tabs = Tab.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "，")
        return Action.allCases.map { Line($0.keys.map(\.name), $0.label, $0.explanation) } + [
            Line(["数字 0–9"], "换页", tabs), Line(["方向键", "翻页键", "Home", "End"], "移动", "在列表、矩阵和表单里移动"),
            Line(["汉字"], "查找", "在列表里直接输入汉字即开始查找"),
        ]
    }

    /// Keys and what they do.
    package struct Line: Sendable, Hashable {
        /// The names of keys that do the same, the footer's first.
        package let names: [String]
        /// A few characters.
        package let label: String
        /// A sentence.
        package let explanation: String

        fileprivate init(_ names: [String], _ label: String, _ explanation: String) {
            self.names = names
            self.label = label
            self.explanation = explanation
        }
    }

    private static func code(_ name: String) -> String { "`\(name == "`" ? "反引号" : name)`" }

    private static func offer(_ offer: Offer) -> String { "`\(offer.action.keys[0].name)` \(offer.label)" }

    /// Every screen, for pages and tests that walk them all.
    static let screens: [(title: String, place: Place)] = [
        ("总览", .overview), ("支部", .branch("422801100211")), ("待办", .worklist), ("结对", .pairing),
        ("结对名单", .pairingList("422801100211", name: "店子槽村", side: .households)), ("户", .household("H")),
        ("人员", .person("P")), ("移交", .handOver("P")), ("合作社", .cooperatives),
        ("数字", .figure(Figure(kind: .households, subject: .branch("422801100211", name: "店子槽村")))),
        ("活动", .activities(ActivityFilter())), ("名册", .registry(.people)), ("流水", .journal),
        ("流水一条", .entry(1)), ("月报", .months),
        ("支部月报", .month("422801100211", Month(Day("2016-05-01") ?? Day.earliest))),
        ("清单", .checklists), ("一份清单", .checklist("Q01")), ("导入文件", .importing), ("设置", .settings), ("欢迎", .welcome),
    ]

    private static var context: Context {
        let day = Day("2016-06-30") ?? Day.earliest
        return Context(
            today: day, clockOffset: 0, asOf: day, scope: Scope(Code("422801100")), scopeName: "龙凤镇",
            body: Size(columns: 80, rows: 19))
    }
}
