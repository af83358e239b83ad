/// The labels by which lines are known that are no rows.
enum LineLabel {
    case total
    case note

    private static let totals = ["合计", "小计", "总计", "共计", "累计", "总合计", "汇总"]
    private static let notes = [
        "注", "备注", "附注", "说明", "填表说明", "填报说明", "单位", "计量单位", "日期", "公示时间", "公示期", "公示日期", "监督电话", "举报电话", "投诉电话",
    ]
    private static let signers = [
        "填表", "填报", "审核", "审批", "复核", "制表", "制单", "经办", "统计", "负责人", "单位负责人", "主要负责人", "分管领导", "主管领导", "联系人",
        "联系电话", "单位", "签字", "签章", "盖章", "（盖章", "(盖章", "打印", "报送", "村主任", "村支部书记", "支部书记", "驻村干部",
    ]

    /// What a cell says of its line; nil for the cell of a row.
    static func of(_ cell: String) -> LineLabel? {
        let bare = cell.filter { !$0.isWhitespace }
        if isTotal(bare) { return .total }
        return isNote(bare) ? .note : nil
    }

    /// 合计, 店子槽村小计, 合计：5户.
    private static func isTotal(_ bare: String) -> Bool {
        if ["合计", "小计", "总计"].contains(where: bare.hasSuffix), bare.count <= 16 { return true }
        guard let word = totals.first(where: bare.hasPrefix) else { return false }
        return bare.dropFirst(word.count).first.map { "：:（(0123456789".contains($0) } ?? true
    }

    private static func isNote(_ bare: String) -> Bool {
        if notes.contains(where: { bare.hasPrefix($0 + "：") || bare.hasPrefix($0 + ":") }) { return true }
        if bare.hasPrefix("注"), let second = bare.dropFirst().first, second.isNumber || "（(".contains(second) {
            return true
        }
        guard signers.contains(where: bare.hasPrefix) else { return false }
        return bare.contains { "：:".contains($0) } || bare.hasSuffix("人") || bare.hasSuffix("章）")
            || bare.hasSuffix("字）")
    }

    /// Whether a cell alone on its line is who puts a stamp there: 店子槽村民委员会, 龙凤镇人民政府.
    static func isStamp(_ cell: String) -> Bool {
        let bare = cell.filter { !$0.isWhitespace }
        return stamps.contains(where: bare.hasSuffix)
    }

    private static let stamps = [
        "村民委员会", "村委会", "居民委员会", "居委会", "支部委员会", "人民政府", "支委会", "监督委员会", "监委会", "、党支部", "）党支部", "村党支部", "、党总支",
    ]

    /// The number of `5`, `5户`; nil for anything else.
    static func count(_ cell: String, needsUnit: Bool) -> Int? {
        let bare = cell.filter { !$0.isWhitespace }
        let digits = bare.prefix { $0.isASCII && $0.isNumber }
        let unit = bare.dropFirst(digits.count)
        guard !digits.isEmpty, unit.isEmpty ? !needsUnit : unit.count == 1 && "户人个名次项家件口条".contains(unit) else {
            return nil
        }
        return Int(digits)
    }
}
