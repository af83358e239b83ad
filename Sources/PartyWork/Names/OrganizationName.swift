/// What is left of an organization's name when what offices add and leave out is gone: 中共龙凤镇店子槽村党支部 and 店子槽 are one.
package enum OrganizationName {
    private static let endings = [
        "党支部委员会", "党总支委员会", "党支委会", "支委会", "党委员会", "党总支", "党支部", "支部委员会", "支部", "党组织", "党委", "村民委员会", "村委会",
        "居民委员会", "居委会",
    ]

    /// The name without them; of a name with its townships before it without those too.
    package static func stem(_ name: String, below townships: [String] = []) -> String {
        var rest = Substring(name)
        if rest.hasPrefix("中共") { rest = rest.dropFirst(2) }
        for township in townships where rest.count > township.count + 1 {
            // The county and the city may stand before it.
            guard let range = rest.firstRange(of: township), range.upperBound < rest.endIndex,
                rest[..<range.lowerBound].last.map({ "县市区州省".contains($0) }) ?? true
            else { continue }
            rest = rest[range.upperBound...]
            break
        }
        // 村民委员会 begins with the 村 that the name keeps.
        if let ending = endings.first(where: { rest.hasSuffix($0) }) {
            rest = rest.dropLast(ending.count)
        }
        if rest.hasSuffix("村"), rest.count > 2 { rest = rest.dropLast() }
        return String(rest)
    }
}

extension OrganizationName {
    /// The village of 店子槽村一组 or 店子槽村第三村民小组; nil for a name that ends otherwise.
    package static func village(ofGroup name: String) -> String? {
        beforeGroup(name).flatMap { $0.count < 2 ? nil : String($0) }
    }

    /// Whether a name is that of a group, with its village's or without: 店子槽村一组, 一组.
    package static func isGroup(_ name: String) -> Bool { beforeGroup(name) != nil }

    /// What stands before the number of a group; nil for a name that ends otherwise.
    private static func beforeGroup(_ name: String) -> Substring? {
        guard let ending = ["村民小组", "党小组", "小组", "组", "社", "队"].first(where: name.hasSuffix) else { return nil }
        let rest = name.dropLast(ending.count)
        let number = rest.reversed().prefix { "一二三四五六七八九十0123456789".contains($0) }.count
        if number == 0 { return nil }
        let village = rest.dropLast(number)
        return village.hasSuffix("第") ? village.dropLast() : village
    }
}
