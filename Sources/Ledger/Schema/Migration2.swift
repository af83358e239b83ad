/// The checks of closed lists of words, written so that they cost nothing to speak of.
///
/// SQLite fills a table of its own with the words of `IN (…)` for every row that is checked, if there are more than two:
/// 30 % of an import. Comparisons joined by OR let the same rows in, NULL included. The tables' texts are changed in place,
/// as SQLite advises for a change that leaves the rows as they are (sqlite.org/lang_altertable.html, section 8).
enum Migration2 {
    static let sql = "PRAGMA writable_schema = ON;\n" + words.map(compared).joined() + "PRAGMA writable_schema = RESET;"

    /// Each check of the first schema with three words or more, as it stands there.
    private static let words: [(table: String, column: String, list: String)] = [
        ("organization", "kind", "'乡镇党委', '村党组织', '联合支部', '机关支部', '党小组'"),
        ("person", "category", "'正式党员', '预备党员', '入党积极分子', '群众'"),
        ("pairing", "end_reason", "'脱贫', '调整', '离任', '销户', '录入有误'"),
        (
            "activity", "kind",
            "'专题调研', '主题活动', '主题党日', '帮扶走访', '培养积极分子',\n        '合理化建议', '安全隐患', '矛盾纠纷', '办实事'"
        ),
    ]

    private static func compared(_ table: String, _ column: String, _ list: String) -> String {
        let comparisons = list.split(separator: ",").map { word in
            "\(column) = \(word.drop { $0 == " " || $0 == "\n" })"
        }
        return """
            UPDATE sqlite_schema
            SET sql = replace(sql, \(quoted("\(column) IN (\(list))")), \(quoted(comparisons.joined(separator: " OR "))))
            WHERE type = 'table' AND name = '\(table)';

            """
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
