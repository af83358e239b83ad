/// A calendar month of a year: what a branch reports and the township signs.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first of the month.
    package let first: Day

    /// The month a day lies in.
    package init(_ day: Day) { first = day.firstOfMonth }

    /// A month by its number in a year, 1 to 12; nil for any other.
    package init?(year: Int, month: Int) {
        guard let day = Day(year: year, month: month, day: 1) else { return nil }
        first = day
    }

    /// `2016-05`, `2016/5`, `2016.5` or `2016年5月`; nil for anything else.
    package init?(_ text: String) {
        let forms = [("-", "-01"), ("/", "/1"), (".", ".1"), ("月", "1日")]
        guard let ending = forms.first(where: { text.contains($0.0) })?.1, let day = Day(text + ending),
            day.dayOfMonth == 1
        else { return nil }
        first = day
    }

    /// The last day.
    package var last: Day { first.lastOfMonth }
    package var year: Int { first.year }
    /// 1 to 12.
    package var number: Int { first.month }

    /// Whether a day lies in it.
    package func contains(_ day: Day) -> Bool { day.firstOfMonth == first }

    package static func < (left: Month, right: Month) -> Bool { left.first < right.first }

    /// `2016-05`, the form the ledger keeps.
    package var description: String { String(first.description.prefix(7)) }

    /// The months as English headings name them, January first.
    package static let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `2016 年 5 月`, in English `2016-05`.
    package var title: String { localized("\(year) 年 \(number) 月", description) }
}
