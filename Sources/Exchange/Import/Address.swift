import PartyWork

/// Where people live, as lists have it instead of a column for the village: 恩施市龙凤镇店子槽村三组.
enum Address {
    private static let headers = ["址", "居住地", "所在地", "住所", "经营场所"]
    private static let above = ["街道办事处", "街道", "镇", "乡"]

    /// The village that an address names, under a header that says it is one; any other cell as it is.
    ///
    /// What stands before the village is larger: in 龙凤镇青堡村 nobody lives in 龙凤村.
    static func village(in cell: String, under header: String) -> String {
        guard headers.contains(where: header.contains) else { return cell }
        var rest = cell.filter { !$0.isWhitespace }[...]
        for word in above {
            if let range = rest.firstRange(of: word), range.upperBound < rest.endIndex { rest = rest[range.upperBound...] }
        }
        guard let end = ["村", "社区"].compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
        else { return String(rest) }
        return String(rest[..<end.upperBound])
    }
}
