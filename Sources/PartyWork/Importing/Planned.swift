/// Words of what is planned and has not happened: of a day below them nobody knows whether it came.
package enum Planned {
    package static let words = ["计划", "规划", "目标", "预计", "预期", "拟", "预"]

    /// Words that begin as one of those do and speak of nothing planned.
    private static let others = ["预备", "预防", "预警"]

    /// Whether a text speaks of what is planned: 脱贫年度（计划）, but not 预备党员.
    package static func isSaid(in text: String) -> Bool {
        guard words.contains(where: text.contains) else { return false }
        let rest = others.reduce(text) { rest, other in
            String(rest.split(separator: other, omittingEmptySubsequences: false).joined(separator: "，"))
        }
        return words.contains(where: rest.contains)
    }

    /// Whether a text says of a word that it is planned, right before or behind it: 拟脱贫, 脱贫计划.
    package static func isSaid(of word: String, in text: String) -> Bool {
        words.contains { text.contains($0 + word) || text.contains(word + $0) }
    }
}
