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
        for kind in Catalogue.builtIn.kinds {
            lines += [
                "## \(kind.title)", "", kind.example.screen().offers(context).map(offer).joined(separator: " · "), "",
            ]
        }
        return lines.joined(separator: "\n")
    }

    /// Every key with what it does, for KEYS.md and the manual page: each action with its meanings on some screens, then what
    /// belongs to no action.
    package static var keys: [Line] {
        let catalogue = Catalogue.builtIn
        let tabs = catalogue.tabs.map { "\(catalogue.digit(of: $0)) \($0.title)" }.joined(
            separator: localized("，", ", "))
        return Action.allCases.flatMap { action in
            let keys = action.keys.map(\.name)
            return [Line(keys, action.label, action.explanation)]
                + Meaning.all.filter { $0.action == action }.map { Line(keys, $0.label, $0.explanation) }
        } + [
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

    private static var context: Context {
        let day = Day("2016-06-30") ?? Day.earliest
        return Context(
            today: day, clockOffset: 0, asOf: day, scope: Scope(Code("422801100")), scopeName: "龙凤镇",
            body: Size(columns: 80, rows: 19))
    }
}
