import PartyWork
import TerminalUI

/// The page of all keys, made from the binding table: Documentation/KEYS.md, and KEYS.en.md in English.
package enum KeyReference {
    /// The page as Markdown.
    package static var markdown: String {
        var lines = [
            localized("# 按键", "# Keys"), "",
            localized(
                "由按键表生成（`make golden`），不要手改。中文输入法打开时，全角标点与数字等同半角；每个操作都有一个输入法不占用的键。",
                "Made from the table of keys (`make golden`); do not edit. With an input method on, full-width signs and digits are as good as half-width ones; every action has a key that no input method takes."
            ), "",
        ]
        lines += [
            localized("## 所有按键", "## All keys"), "", localized("| 键 | 操作 | 说明 |", "| Keys | Action | Meaning |"),
            "| --- | --- | --- |",
        ]
        lines +=
            keys.map { "| \($0.names.map(code).joined(separator: " ")) | \($0.label) | \($0.explanation) |" } + [""]
        for (title, place) in screens {
            lines += ["## \(title)", "", place.screen().offers(context).map(offer).joined(separator: " · "), ""]
        }
        return lines.joined(separator: "\n")
    }

    /// Every key with what it does, for KEYS.md and the manual page: the actions, then what belongs to no action.
    package static var keys: [Line] {
        let tabs = Tab.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: localized("，", ", "))
        return Action.allCases.map { Line($0.keys.map(\.name), $0.label, $0.explanation) } + [
            Line([localized("数字 0–9", "digits 0–9")], localized("换页", "tabs"), tabs),
            Line(
                [localized("方向键", "arrows"), localized("翻页键", "PgUp PgDn"), "Home", "End"], localized("移动", "move"),
                localized("在列表、矩阵和表单里移动", "Move in lists, matrices and forms")),
            Line(
                [localized("汉字", "Han")], localized("查找", "find"),
                localized("在列表里直接输入汉字即开始查找", "Chinese text typed in a list begins a search")),
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

    private static func code(_ name: String) -> String { "`\(name == "`" ? localized("反引号", "backtick") : name)`" }

    private static func offer(_ offer: Offer) -> String { "`\(offer.action.keys[0].name)` \(offer.label)" }

    /// Every screen, for pages and tests that walk them all.
    static var screens: [(title: String, place: Place)] {
        [
            (localized("总览", "Overview"), .overview), (localized("支部", "Branch"), .branch("422801100211")),
            (localized("待办", "Todo"), .worklist), (localized("结对", "Pairing"), .pairing),
            (
                localized("结对名单", "Pairing list"),
                .pairingList("422801100211", name: localized("店子槽村", "Dianzicao"), side: .households)
            ),
            (localized("户", "Household"), .household("H")),
            (localized("人员", "Person"), .person("P")), (localized("移交", "Hand over"), .handOver("P")),
            (localized("合作社", "Cooperatives"), .cooperatives),
            (
                localized("数字", "Figure"),
                .figure(
                    Figure(.households, of: .branch("422801100211", name: localized("店子槽村", "Dianzicao"))))
            ),
            (localized("活动", "Activities"), .activities(ActivityFilter())),
            (localized("名册", "Registry"), .registry(.people)), (localized("流水", "Journal"), .journal),
            (localized("流水一条", "Journal entry"), .entry(1)), (localized("月报", "Months"), .months),
            (localized("支部月报", "Month of a branch"), .month("422801100211", Month(Day("2016-05-01") ?? Day.earliest))),
            (localized("清单", "Checklists"), .checklists), (localized("一份清单", "One checklist"), .checklist("Q01")),
            (localized("导入文件", "Import files"), .importing), (localized("设置", "Settings"), .settings),
            (localized("欢迎", "Welcome"), .welcome),
        ]
    }

    private static var context: Context {
        let day = Day("2016-06-30") ?? Day.earliest
        return Context(
            today: day, clockOffset: 0, asOf: day, scope: Scope(Code("422801100")), scopeName: "龙凤镇",
            body: Size(columns: 80, rows: 19))
    }
}
