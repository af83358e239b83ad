/// A day of the Gregorian calendar, without time or zone: 1900-01-01 to 9999-12-31.
///
/// All dates of the ledger are days (CONTRACT section 1). An end date is everywhere the first day on
/// which the thing no longer holds (CONTRACT section 2).
package struct Day: Hashable, Comparable, Sendable {
    /// The day as the number yyyymmdd, which sorts as the calendar does.
    private let number: Int32

    /// The calendar year, four digits.
    package var year: Int { Int(number) / 10_000 }
    /// The month, 1 to 12.
    package var month: Int { Int(number) / 100 % 100 }
    /// The day of the month, 1 to 31.
    package var dayOfMonth: Int { Int(number) % 100 }

    /// Nil if the calendar has no such day or it lies before 1900.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        number = Int32(year * 10_000 + month * 100 + day)
    }

    private init(unchecked number: Int) { self.number = Int32(number) }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

// MARK: - The calendar

extension Day {
    /// Whether 29 February exists in the year (Gregorian rule).
    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// The number of days in a month, 28 to 31.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// 365 or 366.
    package var daysInYear: Int { Day.isLeap(year) ? 366 : 365 }

    /// 1 on 1 January, `daysInYear` on 31 December.
    package var dayOfYear: Int { (1..<month).reduce(dayOfMonth) { $0 + Day.length(ofMonth: $1, year: year) } }

    /// The days of the year that remain after this one: 0 on 31 December.
    package var daysLeftInYear: Int { daysInYear - dayOfYear }

    /// 1900-01-01, before which no date lies.
    package static let earliest = Day(unchecked: 1900_01_01)

    /// 9999-12-31, after which no date lies.
    package static let latest = Day(unchecked: 9999_12_31)

    /// 1 January of the same year.
    package var firstOfYear: Day { Day(unchecked: year * 10_000 + 101) }
    /// 31 December of the same year.
    package var lastOfYear: Day { Day(unchecked: year * 10_000 + 1231) }
    /// The first of the same month.
    package var firstOfMonth: Day { Day(unchecked: Int(number) / 100 * 100 + 1) }
    /// The last day of the same month.
    package var lastOfMonth: Day { Day(unchecked: Int(number) / 100 * 100 + Day.length(ofMonth: month, year: year)) }

    /// The day in another month, or that month's last where it is shorter: a month after 2016-01-31 is 2016-02-29.
    package func adding(months: Int) -> Day {
        let index = min(max(year * 12 + month - 1 + months, 1900 * 12), 9999 * 12 + 11)
        let (year, month) = (index / 12, index % 12 + 1)
        return Day(unchecked: year * 10_000 + month * 100 + min(dayOfMonth, Day.length(ofMonth: month, year: year)))
    }

    /// The day so many days after 1900-01-01, in one step: sheets keep dates as such numbers, and have hundreds of
    /// thousands of them.
    ///
    /// Nil before that day and after 9999-12-31.
    package init?(daysAfterEarliest days: Int) {
        guard (0..<2_958_464).contains(days) else { return nil }
        // Years that begin with 1 March, in cycles of 146,097 days; 1900-01-01 is day 109,513 of the cycle of 1600.
        let all = days + 109_513
        let (cycle, left) = (all / 146_097, all % 146_097)
        let yearOfCycle = (left - left / 1_460 + left / 36_524 - left / 146_096) / 365
        let dayOfYear = left - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = 1600 + cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The day so many days later, or earlier if negative; the calendar's ends hold.
    package func adding(days: Int) -> Day {
        var day = self
        var left = days
        while left > 0, day.number < 9999_12_31 {
            let step = min(left, day.lastOfMonth.dayOfMonth - day.dayOfMonth)
            if step > 0 {
                day = Day(unchecked: Int(day.number) + step)
                left -= step
            } else {
                day = day.firstOfMonth.adding(months: 1)
                left -= 1
            }
        }
        while left < 0, day.number > 1900_01_01 {
            let step = min(-left, day.dayOfMonth - 1)
            if step > 0 {
                day = Day(unchecked: Int(day.number) - step)
                left += step
            } else {
                day = day.adding(months: -1).lastOfMonth
                left += 1
            }
        }
        return day
    }
}

// MARK: - Text

extension Day: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// `2016-06-30`, the only form the ledger stores and exports.
    package var description: String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            var rest = Int(number)
            for place in [9, 8, 6, 5, 3, 2, 1, 0] {
                bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            bytes[4] = UInt8(ascii: "-")
            bytes[7] = UInt8(ascii: "-")
            return 10
        }
    }

    /// Reads one of the four forms of CONTRACT section 1: `2016-06-30`, `2016/6/30`, `2016.6.30`, `2016年6月30日`.
    package init?(_ description: String) {
        var text = description
        guard let day = text.withUTF8({ Day.read($0) }) else { return nil }
        self = day
    }

    /// Reads bytes rather than characters, because imports read a date or more in every row.
    private static func read(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
        var place = 0
        guard let year = digits(text, &place, 4...4), let form = separator(text, &place, "年"),
            let month = digits(text, &place, 1...2), separator(text, &place, "月") == form,
            let day = digits(text, &place, 1...2),
            form == 0 ? separator(text, &place, "日") == 0 : true, place == text.count
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Takes so many ASCII digits; nil if there are fewer or more.
    private static func digits(
        _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ count: ClosedRange<Int>
    ) -> Int? {
        let start = place
        var value = 0
        while place < text.count, place - start < count.upperBound, (0x30...0x39).contains(text[place]) {
            value = value * 10 + Int(text[place] - 0x30)
            place += 1
        }
        return count.contains(place - start) ? value : nil
    }

    /// Takes one separator and says which form it belongs to: `-`, `/` or `.`, or 0 for the word.
    private static func separator(
        _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ word: StaticString
    ) -> UInt8? {
        guard place < text.count else { return nil }
        let byte = text[place]
        if byte == 0x2D || byte == 0x2F || byte == 0x2E {
            place += 1
            return byte
        }
        guard text.count - place >= word.utf8CodeUnitCount else { return nil }
        for offset in 0..<word.utf8CodeUnitCount where text[place + offset] != word.utf8Start[offset] { return nil }
        place += word.utf8CodeUnitCount
        return 0
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
