/// Another person or household of the same branch or village whose name is the same, or looks so, under another key, or
/// an activity, cooperative or organization that is like one there: perhaps one and the same, entered twice.
///
/// Said before saving; nothing is ever merged (RELIABILITY section 4, lookalikes).
package struct Namesake: Hashable, Sendable {
    package let table: TableSchema
    /// The name in the row that is warned of.
    package let name: String
    /// The other's name and key.
    package let other: String
    package let key: String

    package init(_ table: TableSchema, name: String, other: String, key: String) {
        self.table = table
        self.name = name
        self.other = other
        self.key = key
    }

    /// What is alike, and what to do next.
    package var text: String {
        switch table {
        case .activities:
            return localized(
                "与活动“\(key)”同一天、同一单位、同一类型，人员或主题也一样（《\(other)》），请核对是不是同一次",
                "same day, branch and kind as activity \(key), and the same people or topic (\"\(other)\"): check whether it is the same one"
            )
        case .cooperatives, .organizations:
            return localized(
                "与同一处的\(table.title)“\(other)”（\(key)）名称相同或相近，请核对是不是同一个",
                "same name as the \(table.rowTitle) \"\(other)\" (\(key)) there, or nearly: check whether it is the same one"
            )
        // Households and people are told by name, below.
        default: break
        }
        let isSame = other.hasSameCodePoints(as: name)
        let isHousehold = table == .households
        return isSame
            ? localized(
                isHousehold ? "与本村的“\(other)”户（\(key)）户主同名，请核对是不是同一户" : "与同一支部的“\(other)”（\(key)）同名，请核对是不是同一人",
                isHousehold
                    ? "same head as household \(key) of the village (\"\(other)\"): check whether it is the same one"
                    : "same name as \(key) of the branch (\"\(other)\"): check whether it is the same person")
            : localized(
                isHousehold ? "与本村的“\(other)”户（\(key)）户主名字相近，请核对" : "与同一支部的“\(other)”（\(key)）名字相近，请核对",
                "\"\(name)\" looks like \"\(other)\" (\(key)) nearby: check whether they are one")
    }
}
