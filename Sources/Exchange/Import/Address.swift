import PartyWork

/// Where people live, as lists have it instead of a column for the village: 恩施市龙凤镇店子槽村三组.
enum Address {
    private static let headers = ["址", "居住地", "所在地", "住所", "经营场所"]

    /// The village that an address names, with what stands before it, under a header that says it is one; any other cell as it is.
    static func village(in cell: String, under header: String) -> String {
        guard headers.contains(where: header.contains) else { return cell }
        let bare = cell.filter { !$0.isWhitespace }
        // The township's name may end in one: 龙凤镇 is none, 村 of 镇村 is.
        let start = bare.lastIndex { "镇乡".contains($0) } ?? bare.startIndex
        let ends = ["村", "社区"].compactMap { bare[start...].firstRange(of: $0)?.upperBound }
        return ends.min().map { String(bare[..<$0]) } ?? bare
    }
}
