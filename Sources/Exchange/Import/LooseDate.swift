import PartyWork

/// Dates as other systems export them, under headers that are not the contract's own.
///
/// A year alone is its last day, a month alone its last: the earliest day on which what is told holds for sure, so that no
/// figure counts it too early. What is none of these stays as it is, for the rules of the contract to judge.
enum LooseDate {
    /// A cell as a date of the contract.
    static func text(_ cell: String) -> String {
        // Most dates stand there as exports write them: 2016-06-30.
        if cell.utf8.count == 10, cell.utf8.dropFirst(4).first == 0x2D, cell.utf8.dropFirst(7).first == 0x2D {
            return cell
        }
        let body = withoutMidnight(cell)
        let marked = body.map { "年./".contains($0) ? "-" : String($0) }.joined()
        let parts = marked.split(separator: "-", omittingEmptySubsequences: true)
            .map { $0.hasSuffix("月") || $0.hasSuffix("度") ? String($0.dropLast()) : String($0) }
            .filter { !$0.isEmpty }
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return body }
        switch parts.map(\.utf8.count) {
        case [4]: return last(of: parts[0], "12") ?? body
        case [4, 1], [4, 2]: return last(of: parts[0], parts[1]) ?? body
        case [6]: return last(of: String(body.prefix(4)), String(body.dropFirst(4))) ?? body
        case [8]: return "\(body.prefix(4))-\(body.dropFirst(4).prefix(2))-\(body.suffix(2))"
        default: return body
        }
    }

    /// Whether a cell is a day, a month or a year.
    static func isDay(_ cell: String) -> Bool { Day(text(cell)) != nil }

    private static func last(of year: String, _ month: String) -> String? {
        guard let year = Int(year), let month = Int(month) else { return nil }
        return Day(year: year, month: month, day: 1)?.lastOfMonth.description
    }

    /// Databases add a time to every date: `2016-06-30 00:00:00`.
    private static func withoutMidnight(_ cell: String) -> String {
        guard let space = cell.firstIndex(of: " ") else { return cell }
        return cell[space...].allSatisfy({ " 0:.".contains($0) }) ? String(cell[..<space]) : cell
    }
}
