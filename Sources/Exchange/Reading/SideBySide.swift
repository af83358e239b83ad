import PartyWork

/// Lists that stand side by side on a sheet, because paper is wide: 序号 户主 人口, and beside them 序号 户主 人口 once more.
enum SideBySide {
    /// Nobody prints more of them on a page.
    private static let most = 6

    /// The columns of each list, all with the same names; none for a header of one.
    static func parts(of names: [String?]) -> [Range<Int>] {
        let names = names.map { $0 ?? "" }
        guard let first = names.firstIndex(where: { !$0.isEmpty }),
            let second = names.indices.dropFirst(first + 1).first(where: { names[$0] == names[first] })
        else { return [] }
        let end = (names.lastIndex { !$0.isEmpty } ?? first) + 1
        let width = second - first
        let starts = Array(stride(from: first, to: end, by: width))
        let blocks = starts.map { start in (0..<width).map { start + $0 < end ? names[start + $0] : "" } }
        guard starts.count <= most, blocks[0].count(where: { !$0.isEmpty }) > 1,
            blocks.allSatisfy({ $0.elementsEqual(blocks[0]) { $0.hasSameCodePoints(as: $1) } })
        else { return [] }
        return starts.map { $0..<min($0 + width, end) }
    }
}
