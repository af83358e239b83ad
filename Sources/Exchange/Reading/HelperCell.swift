/// The helpers whom a cell names: 张三、李四, 张三13800000000, 张三（村支书）, 文廷芝 谭宗权.
struct HelperCell {
    /// A helper's name, and the telephone that stands behind it.
    struct Helper: Equatable {
        let name: String
        let phone: String
        /// Whether a blank in it may part two names that nobody knows.
        var isUnclear = false

        /// Whether it may be a person's name: no unit, 恩施市农业局, and no post before it, 镇政府：向启椿.
        var isName: Bool {
            let parts = name.split { "·•・".contains($0) }
            return LooseCell.isName(name) && (name.count < 5 || parts.count > 1)
                && !Helper.units.contains(where: name.contains)
                && !(name.count > 2 && Helper.ends.contains(where: name.hasSuffix))
        }

        private static let units = ["政府", "党委", "支部", "委员会", "村委", "公司", "单位", "合作社", "工作队", "书记", "主任", "镇长"]
        private static let ends = ["局", "办", "所", "站", "中心", "银行", "学校", "医院", "干部", "党员"]
    }

    let helpers: [Helper]

    /// - Parameters:
    ///   - phones: what a column of its own says, in the order of the names.
    ///   - isKnown: whether a name is somebody's: a blank parts names that are all known, unless the whole is one.
    init(_ cell: String, phones: String = "", isKnown: (String) throws -> Bool) rethrows {
        let beside = HelperCell.parts(phones)
        let found = try HelperCell.parts(cell).flatMap(HelperCell.pieces(of:)).flatMap {
            try HelperCell.names($0, isKnown)
        }.filter { !LooseCell.isNone($0.name) }
        helpers = found.enumerated().map { index, helper in
            let other = beside.count == found.count ? beside[index] : found.count == 1 ? phones : ""
            return helper.phone.isEmpty ? Helper(name: helper.name, phone: other, isUnclear: helper.isUnclear) : helper
        }
    }

    private static func parts(_ cell: String) -> [String] {
        cell.split { "、，,;；/／|｜\n".contains($0) }.map { trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }

    /// Names, each with the telephone or what stands in parentheses behind it.
    private static func pieces(of part: String) -> [Helper] {
        // Fewer digits are no telephone: somebody may be called by a number.
        let hasPhone = part.count(where: isDigit) >= 7
        var pieces: [Helper] = []
        var rest = part[...]
        while !rest.isEmpty {
            let name = rest.prefix { !("（(".contains($0) || hasPhone && isDigit($0)) }
            var depth = 0
            let behind = rest.dropFirst(name.count).prefix { character in
                if "（(".contains(character) { depth += 1 }
                defer { if "）)".contains(character) { depth -= 1 } }
                return depth > 0 || isDigit(character) || character.isWhitespace || character == "-"
            }
            rest = rest.dropFirst(name.count + behind.count)
            let phone = behind.filter(isDigit)
            pieces.append(Helper(name: called(name), phone: phone.count >= 7 ? phone : ""))
        }
        let isNamed = pieces.allSatisfy { !$0.name.isEmpty }
        return isNamed ? pieces : [Helper(name: part, phone: "")]
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func called(_ name: Substring) -> String {
        var name = trimmed(name)
        while let last = name.last, "：: ".contains(last) { name.removeLast() }
        return name
    }

    /// 谭小满 李 娟 are two: names of two characters are filled up to three.
    private static func whole(_ words: [String]) -> [String] {
        words.count < 3
            ? words
            : words.reduce(into: []) { names, word in
                if word.count == 1, let last = names.last, last.count == 1 {
                    names[names.count - 1] = last + word
                } else {
                    names.append(word)
                }
            }
    }

    /// One name, or several that are all known.
    private static func names(_ piece: Helper, _ isKnown: (String) throws -> Bool) rethrows -> [Helper] {
        let words = whole(piece.name.split(whereSeparator: \.isWhitespace).map(String.init))
        let whole = LooseCell.name(piece.name)
        if words.count < 2 { return [piece] }
        if try isKnown(whole) { return [Helper(name: whole, phone: piece.phone)] }
        if try words.allSatisfy(isKnown) {
            return words.enumerated().map { Helper(name: $1, phone: $0 == words.count - 1 ? piece.phone : "") }
        }
        let isUnclear = words.allSatisfy { $0.count > 1 && LooseCell.isName($0) }
        return [Helper(name: isUnclear ? piece.name : whole, phone: piece.phone, isUnclear: isUnclear)]
    }
}
