import PartyWork

/// What the name of a sheet or the lines above a header say of all rows below: their village or branch, 龙凤镇店子槽村贫困户花名册,
/// 填报单位：店子槽村党支部, and their year.
enum UnitLine {
    /// The text that names the unit, what follows its label first; nil where no line names one.
    ///
    /// - Parameter cells: what is filled above the header, row by row.
    static func text(among cells: [String]) -> String? {
        let bare = cells.map { $0.filter { !$0.isWhitespace } }
        return labelled(bare) ?? bare.first(where: namesUnit)
    }

    /// The only year that they speak of, as in 2016年主题党日台账, days such as that of the filling-in left out; nil for none or several.
    static func year(among cells: [String]) -> Int? {
        let years = cells.flatMap { cell in
            cell.ranges(of: "年").compactMap { range -> Int? in
                let (digits, after) = (cell[..<range.lowerBound].suffix(4), cell[range.upperBound...])
                let month = after.drop { $0.isASCII && $0.isNumber }
                let isDay = month.first == "月" && month.dropFirst().first.map { $0.isASCII && $0.isNumber } ?? false
                return isDay || digits.count < 4 ? nil : Int(digits).flatMap { (1949...2099).contains($0) ? $0 : nil }
            }
        }
        return Set(years).count == 1 ? years[0] : nil
    }

    /// Whether a name is that of a village or branch and of nothing else, as a sheet is called: 店子槽村, not 店子槽村贫困户.
    static func isUnit(_ name: String) -> Bool { kinds.contains(where: name.hasSuffix) && namesUnit(name) }

    /// The name of a sheet without the number by which sheets are ordered: 1.店子槽村, 02店子槽村.
    static func unnumbered(_ name: String) -> String { String(name.drop { "0123456789.．、-_ ".contains($0) }) }

    /// Whether a text names a village or branch that others do not speak of; the end of its name is enough to know it by.
    static func isOther(_ text: String, than others: [String]) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        guard namesUnit(bare),
            let range = kinds.compactMap({ bare.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
        else { return false }
        let end = bare[..<range.lowerBound].suffix(2)
        return !others.contains { $0.filter { !$0.isWhitespace }.contains(end) }
    }

    /// Whether a line is that of a group, 店子槽村二组, 一组（12户）: rows below are of the same village.
    static func isGroup(_ text: String) -> Bool {
        OrganizationName.isGroup(String(text.filter { !$0.isWhitespace }.prefix { !"（(：:".contains($0) }))
    }

    /// Whether a line, of one cell, is the village or branch of the rows below: 店子槽村, 一、店子槽村（12户）.
    static func isPart(_ text: String) -> Bool {
        let name = text.filter { !$0.isWhitespace }.prefix { !"（(：:".contains($0) }
        return name.count <= 20 && LineLabel.of(text) == nil && isUnit(String(name))
    }

    private static func labelled(_ cells: [String]) -> String? {
        for (index, cell) in cells.enumerated() {
            guard let mark = cell.firstIndex(where: { "：:".contains($0) }), isLabel(cell[..<mark]) else { continue }
            let value = cell[cell.index(after: mark)...]
            // The label may fill a cell of its own.
            let unit = value.isEmpty && index + 1 < cells.count ? cells[index + 1] : String(value)
            if namesUnit(unit) { return unit }
        }
        return nil
    }

    private static func isLabel(_ text: Substring) -> Bool {
        let name = text.prefix { !"（(".contains($0) }
        return name.hasSuffix("单位") || ["村", "村名", "村（居）", "所在村", "社区", "支部", "党支部", "党组织"].contains(String(name))
    }

    /// Whether a text names one village or branch, and is no sentence about villages: 店子槽村, 龙凤镇社区党支部, not 各村, 贫困村,
    /// 店子槽村等三个村, 店子槽村、三河村.
    private static func namesUnit(_ text: String) -> Bool {
        guard text.count <= 60 else { return false }
        let named = kinds.map { kind in
            text.ranges(of: kind).filter { range in
                let before = withoutNumber(text[..<range.lowerBound])
                return before.count > 1 && !notNames.contains(where: before.hasSuffix) && before != "村党"
            }
        }
        let goesOn = named.joined().contains { range in
            text[range.upperBound...].first.map { "、，和及与等".contains($0) } ?? false
        }
        // A branch may be named beside what its kind does: 店子槽村党支部支部主题党日.
        return named.contains { !$0.isEmpty } && !goesOn && named[0].count < 2 && named[1].count < 2
    }

    /// A line without the number before it: 一、党支部, （二）村委会, 1.店子槽村, but 三河村.
    private static func withoutNumber(_ text: Substring) -> Substring {
        let rest = text.drop { "（(".contains($0) }.drop { "一二三四五六七八九十0123456789".contains($0) }
        guard rest.startIndex > text.startIndex, let mark = rest.first, "、.．）)".contains(mark) else { return text }
        return rest.dropFirst()
    }

    private static let kinds = ["村", "社区", "支部"]
    /// What stands before 村, 社区 or 支部 where no single one is meant.
    private static let notNames = [
        "各", "全", "农", "乡", "本", "驻", "包", "分", "个", "几", "两", "村", "贫困", "行政", "示范", "所有", "基层", "自然",
    ]
}
