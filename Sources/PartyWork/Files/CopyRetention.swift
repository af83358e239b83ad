/// Which copies of a ledger are kept: the newest of each of the last seven days, five weeks and twelve months that have one.
///
/// Days on which nothing was saved have none and count for nothing, so that a pause takes no copy away.
package enum CopyRetention {
    package static let days = 7
    package static let weeks = 5
    package static let months = 12

    /// The days whose copies may go.
    ///
    /// - Parameters:
    ///   - copies: The days that have a copy, each the last day of which it knows.
    ///   - sound: Of those the newest whose copy was opened and found sound; it never goes.
    package static func expired(_ copies: Set<Day>, sound: Day?) -> Set<Day> {
        let newestFirst = copies.sorted(by: >)
        func newest(_ count: Int, of period: (Day) -> Int) -> [Day] {
            var seen: Set<Int> = []
            return newestFirst.filter { seen.insert(period($0)).inserted }.prefix(count).map { $0 }
        }
        let kept =
            newest(days) { $0.daysSinceEarliest } + newest(weeks) { $0.daysSinceEarliest / 7 }
            + newest(months) { $0.year * 12 + $0.month } + [sound].compactMap { $0 }
        return copies.subtracting(kept)
    }
}

extension Day {
    /// The days since 1900-01-01, a Monday.
    fileprivate var daysSinceEarliest: Int {
        (Day.earliest.year..<year).reduce(dayOfYear - 1) { $0 + (Day.isLeap($1) ? 366 : 365) }
    }
}
