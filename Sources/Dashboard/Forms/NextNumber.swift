import PartyWork

/// The number that a form proposes for a new record: one more than the highest of its kind.
///
/// The officer may write another.
enum NextNumber {
    /// The number after the highest among those that look like a sample: the same text, then as many digits.
    static func after(_ sample: String, in numbers: [String]) -> String {
        let digits = sample.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let start = sample.dropLast(digits)
        let alike = numbers.filter { $0.count == sample.count && $0.hasPrefix(start) }
        let highest = alike.compactMap { Int($0.dropFirst(start.count)) }.max() ?? 0
        return start + padded(highest + 1, to: digits)
    }

    /// The code and the kind of an organization to be added where one is selected: a branch below a township, a group
    /// below a branch or beside a group.
    ///
    /// Of a branch only the first nine digits are known, the rest is official.
    static func organization(beside selected: Organization?, in rows: [OrganizationRow]) -> [PartyWork.Column: String] {
        guard let selected else { return [:] }
        guard let branch = selected.code.branch else {
            return [.code: selected.code.digits, .kind: OrganizationKind.village.rawValue]
        }
        let groups = rows.map(\.organization.code).filter { $0.level == .group && $0.isWithin(branch.digits) }
        let highest = groups.compactMap { Int($0.digits.suffix(2)) }.max() ?? 0
        return [
            .code: branch.digits + padded(highest + 1, to: 2),
            .kind: OrganizationKind.group.rawValue,
        ]
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
