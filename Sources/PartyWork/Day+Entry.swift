extension Day {
    /// Reads a date as an officer types it, relative to the day on the clock (TERMINAL requirement 22).
    ///
    /// Besides the four forms of the files: `6-15`, `6.15`, `6/15` and `6月15日`, `615` and `0615`, `61`, `20160615`, `15`,
    /// `今天`, `昨天`, `前天`, `上月` (its last day), `月初`, `today`, `yesterday`. Officers write down what has been: a day
    /// without a year is the last one up to `today`, and so is one without a month. Full-width digits count as digits. Nil
    /// for anything else and for days that the calendar does not have.
    ///
    /// - Parameter isPlanned: whether the day may be still to come, as a due day is; it then is one of this year and month.
    package init?(entered text: String, today: Day, isPlanned: Bool = false) {
        let entry = DayEntry(today: today, latest: isPlanned ? .latest : today)
        guard let day = entry.day(DayEntry.narrowed(text)) else { return nil }
        self = day
    }

    /// What a date typed in short is taken for, to be seen before it is saved: `= 2016-06-15`, and with month and day
    /// apart where they had to be told from bare digits or a point, `6-1? 2016-06-01`.
    ///
    /// Nil for a whole date and for none.
    package static func reading(of text: String, today: Day, isPlanned: Bool = false) -> String? {
        let typed = DayEntry.narrowed(text)
        guard Day(typed) == nil, let day = Day(entered: typed, today: today, isPlanned: isPlanned) else { return nil }
        let isGuessed = typed.utf8.count < 6 && typed.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        return isGuessed ? "\(day.month)-\(day.dayOfMonth)? \(day)" : "= \(day)"
    }
}

/// What a day typed in short is relative to.
private struct DayEntry {
    let today: Day
    /// After it no day is meant.
    let latest: Day

    func day(_ typed: String) -> Day? { Day(typed) ?? word(typed) ?? number(typed) ?? monthAndDay(typed) }

    private func monthAndDay(_ typed: String) -> Day? {
        let marks = typed.hasSuffix("日") ? String(typed.dropLast()).replacing("月", with: "-") : typed
        let short = marks.map { "./".contains($0) ? "-" : String($0) }.joined()
        return last { Day("\($0)-" + short) }
    }

    private func word(_ text: String) -> Day? {
        switch text.lowercased() {
        case "今天", "今日", "today": today
        case "昨天", "昨日", "yesterday": today.adding(days: -1)
        case "前天": today.adding(days: -2)
        case "月初": today.firstOfMonth
        case "上月": today.firstOfMonth.adding(days: -1)
        default: nil
        }
    }

    private func number(_ text: String) -> Day? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text) else {
            return nil
        }
        switch text.utf8.count {
        case 1...2 where value <= 31: return last(dayOfMonth: value)
        case 2: return last { Day(year: $0, month: value / 10, day: value % 10) }
        case 3, 4: return last { Day(year: $0, month: value / 100, day: value % 100) }
        case 8: return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        default: return nil
        }
    }

    /// The day of this year, or of the one before where that is still to come.
    private func last(_ day: (_ year: Int) -> Day?) -> Day? {
        day(today.year).flatMap { $0 <= latest ? $0 : day(today.year - 1) }
    }

    /// The day of this month, or of the one before where that is still to come.
    private func last(dayOfMonth: Int) -> Day? {
        guard let day = Day(year: today.year, month: today.month, day: dayOfMonth) else { return nil }
        if day <= latest { return day }
        let before = today.firstOfMonth.adding(months: -1)
        return Day(year: before.year, month: before.month, day: dayOfMonth)
    }

    /// Full-width digits and marks as their ASCII twins, spaces dropped.
    static func narrowed(_ text: String) -> String {
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
