/// The helpers whom a cell names: 张三、李四, 张三13800000000, 张三（村支书）.
struct HelperCell {
    /// A helper's name, and the telephone that stands behind it.
    struct Helper: Equatable {
        let name: String
        let phone: String
    }

    let helpers: [Helper]

    /// - Parameter phones: what a column of its own says, in the order of the names.
    init(_ cell: String, phones: String = "") {
        let beside = HelperCell.parts(phones)
        let parts = HelperCell.parts(cell)
        helpers = parts.enumerated().map { index, part in
            let (name, phone) = HelperCell.split(part)
            let other = beside.count == parts.count ? beside[index] : parts.count == 1 ? phones : ""
            return Helper(name: name, phone: phone.isEmpty ? other : phone)
        }
    }

    private static func parts(_ cell: String) -> [String] {
        cell.split { "、，,;；/\n".contains($0) }.map { String($0.drop { $0.isWhitespace }) }
            .map { text in
                var text = text
                while text.last?.isWhitespace ?? false { text.removeLast() }
                return text
            }
            .filter { !$0.isEmpty }
    }

    /// The name before a telephone or what stands in parentheses.
    private static func split(_ part: String) -> (name: String, phone: String) {
        let digits = part.filter { $0.isASCII && $0.isNumber }
        // Fewer digits are no telephone: somebody may be called by a number.
        let hasPhone = digits.count >= 7
        let end = part.firstIndex { "（(".contains($0) || hasPhone && $0.isASCII && $0.isNumber } ?? part.endIndex
        var name = LooseCell.name(String(part[..<end]))
        while let last = name.last, "：: ".contains(last) { name.removeLast() }
        return name.isEmpty ? (part, "") : (name, hasPhone ? digits : "")
    }
}
