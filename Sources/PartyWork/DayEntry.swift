extension Day {
    /// Reads a date as an officer types it, relative to the day on the clock (TERMINAL requirement 22).
    ///
    /// Besides the four forms of the files: `6-15`, `6.15`, `6/15` and `6月15日` (in the year of `today`), `615` and `0615`,
    /// `20160615`, `15` (in the month of `today`), `今天`, `昨天`, `前天`, `上月` (its last day), `月初`, `today`,
    /// `yesterday`. Full-width digits count as digits. Nil for anything else and for days that the calendar does not have.
    package init?(entered text: String, today: Day) {
        let typed = Day.narrowed(text)
        if let day = Day(typed) ?? Day.word(typed, today: today) ?? Day.number(typed, today: today) {
            self = day
            return
        }
        let marks = typed.hasSuffix("日") ? String(typed.dropLast()).replacing("月", with: "-") : typed
        guard let full = Day("\(today.year)-" + marks.map { "./".contains($0) ? "-" : String($0) }.joined()) else {
            return nil
        }
        self = full
    }

    private static func word(_ text: String, today: Day) -> Day? {
        switch text.lowercased() {
        case "今天", "今日", "today": today
        case "昨天", "昨日", "yesterday": today.adding(days: -1)
        case "前天": today.adding(days: -2)
        case "月初": today.firstOfMonth
        case "上月": today.firstOfMonth.adding(days: -1)
        default: nil
        }
    }

    private static func number(_ text: String, today: Day) -> Day? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text) else {
            return nil
        }
        switch text.utf8.count {
        case 1, 2: return Day(year: today.year, month: today.month, day: value)
        case 3, 4: return Day(year: today.year, month: value / 100, day: value % 100)
        case 8: return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        default: return nil
        }
    }

    /// Full-width digits and marks as their ASCII twins, spaces dropped.
    private static func narrowed(_ text: String) -> String {
        var narrow = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar != " " && scalar != "\u{3000}" {
            switch scalar.value {
            case 0xFF01...0xFF5E: narrow.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3002: narrow.append(".")
            default: narrow.append(scalar)
            }
        }
        return String(narrow)
    }
}
