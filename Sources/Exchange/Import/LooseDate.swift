import PartyWork

/// Dates as other systems export them, under headers that are not the contract's own.
///
/// A year alone is its last day, a month alone its last: the earliest day on which what is told holds for sure, so that no
/// figure counts it too early. What is none of these stays as it is, for the rules of the contract to judge.
enum LooseDate {
    /// A cell as a date of the contract.
    ///
    /// - Parameters:
    ///   - today: tells `16/6/30` from days of another order: no list is of a year to come.
    ///   - isExact: whether the day must be told, so that neither a year nor a month is one.
    static func text(_ cell: String, by today: Day? = nil, isExact: Bool = false) -> String {
        // Most dates stand there as exports write them: 2016-06-30.
        if cell.utf8.count == 10, cell.utf8.dropFirst(4).first == 0x2D, cell.utf8.dropFirst(7).first == 0x2D {
            return cell
        }
        let body = withCentury(inDigits(bare(cell)), by: today)
        let marked = body.map { "年./".contains($0) ? "-" : String($0) }.joined()
        let parts = marked.split(separator: "-", omittingEmptySubsequences: true)
            .map { part in endings.first(where: part.hasSuffix).map { String(part.dropLast($0.count)) } ?? String(part)
            }
            .filter { !$0.isEmpty }
        let isOfDigits = parts.allSatisfy { $0.utf8.allSatisfy(isDigit) }
        let found: String? =
            switch isOfDigits ? parts.map(\.utf8.count) : [] {
            case [4]: isExact ? nil : last(of: parts[0], "12")
            case [4, 1], [4, 2]: isExact ? nil : last(of: parts[0], parts[1])
            case [6]: isExact ? nil : last(of: String(body.prefix(4)), String(body.dropFirst(4)))
            case [8]: "\(body.prefix(4))-\(body.dropFirst(4).prefix(2))-\(body.suffix(2))"
            default: Day(body) == nil ? nil : body
            }
        // What is no date is told as it stands in the file.
        return found ?? cell
    }

    /// What may stand behind a month or a year: 6月份, 6月底, 2014年度, 2014年底, 2014年新识别, 2015年已脱贫.
    private static let endings = [
        "月份", "月底", "月末", "月", "度", "底", "末", "新识别", "识别", "新纳入", "纳入", "建档立卡", "已脱贫", "脱贫",
    ]

    /// `二〇一四年五月六日` is `2014年5月6日`; any other cell as it is.
    private static func inDigits(_ cell: String) -> String {
        guard let first = cell.first, digits[first] != nil, let mark = cell.firstIndex(of: "年") else { return cell }
        let year = cell[..<mark].map { digits[$0].map(String.init) ?? String($0) }.joined()
        var rest = ""
        var number = ""
        for character in cell[mark...] {
            if digits[character] != nil || character == "十" {
                number.append(character)
            } else {
                rest += number.isEmpty ? "" : upToNinetyNine(number)
                number = ""
                rest.append(character)
            }
        }
        return year + rest + number
    }

    /// `二十一` is 21.
    private static func upToNinetyNine(_ number: String) -> String {
        let parts = number.split(separator: "十", omittingEmptySubsequences: false)
        let values = parts.map { $0.isEmpty ? nil : $0.count == 1 ? $0.first.flatMap { digits[$0] } : nil }
        switch parts.count {
        case 1: return values[0].map(String.init) ?? number
        case 2 where zip(parts, values).allSatisfy({ $0.isEmpty || $1 != nil }):
            return String((values[0] ?? 1) * 10 + (values[1] ?? 0))
        default: return number
        }
    }

    private static let digits: [Character: Int] = [
        "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// `16年6月` is of this century; so is `16/6/30`, where its end can be no year.
    private static func withCentury(_ body: String, by today: Day?) -> String {
        let parts = body.split { "./-年".contains($0) }
        guard let first = parts.first, first.utf8.count == 2, first.utf8.allSatisfy(isDigit) else { return body }
        if body.dropFirst(2).first == "年" { return "20" + body }
        guard parts.count == 3, let today, let last = Int(parts[2]) else { return body }
        return parts[2].count == 1 || 2000 + last > today.year ? "20" + body : body
    }

    /// A day without its year, `5月6日`, in a year; nil for another cell.
    static func day(_ cell: String, in year: Int) -> Day? {
        let parts = bare(cell).split(separator: "月", omittingEmptySubsequences: false)
        guard parts.count == 2, let last = parts[1].last, "日号".contains(last), let month = Int(parts[0]),
            let day = Int(parts[1].dropLast())
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether a cell is a day, a month or a year.
    static func isDay(_ cell: String) -> Bool { Day(text(cell)) != nil }

    private static func last(of year: String, _ month: String) -> String? {
        guard let year = Int(year), let month = Int(month) else { return nil }
        return Day(year: year, month: month, day: 1)?.lastOfMonth.description
    }

    /// Whether a number may be January or October of a year: 2016.10 loses its zero.
    static func isUnclearMonth(_ number: String) -> Bool {
        number.utf8.count == 6 && number.hasSuffix(".1") && number.utf8.prefix(4).allSatisfy(isDigit)
    }

    /// A cell without what stands behind a day, and without blanks: `2016-06-30 09:30:00`, `2016 年 6 月 30 日`, `2016年6月30日（星期四）`; 号 is 日.
    private static func bare(_ cell: String) -> String {
        var rest = cell[...]
        if let mark = rest.lastIndex(where: { " T".contains($0) }), isTime(rest[mark...].dropFirst()) {
            rest = rest[..<mark]
        }
        if let part = ["上午", "下午", "中午", "晚上"].first(where: rest.hasSuffix) { rest = rest.dropLast(part.count) }
        if let mark = rest.lastIndex(where: { "日号".contains($0) }), isPartOfDay(rest[mark...].dropFirst()) {
            rest = rest[...mark]
        }
        let weekday = rest.drop { !"（(星周礼".contains($0) }
        if !weekday.isEmpty, weekday.filter({ !"（()）".contains($0) }).wholeMatch(of: /(星期|周|礼拜)[一二三四五六日天]/) != nil {
            rest = rest.dropLast(weekday.count)
        }
        let bare = rest.filter { !" \u{A0}\u{3000}".contains($0) }
        return bare.contains("月") && bare.hasSuffix("号") ? bare.dropLast() + "日" : bare
    }

    /// What may stand behind a day: 上午, 下午3时, 9:00-11:00.
    private static func isPartOfDay(_ text: Substring) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        let part = ["上午", "下午", "中午", "晚上", "早上", "傍晚", "晚"].first(where: bare.hasPrefix) ?? ""
        let times = bare.dropFirst(part.count).split(omittingEmptySubsequences: false) { "-—~至".contains($0) }
        let isTimes = times.count < 3 && times.allSatisfy { $0.wholeMatch(of: /\d{1,2}[:：时点](\d{1,2}分?)?/) != nil }
        return !bare.isEmpty && (bare.count == part.count || isTimes)
    }

    /// `09:30`, `9:30:00.0`: databases add one to every date.
    private static func isTime(_ text: Substring) -> Bool {
        text.wholeMatch(of: /\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?/) != nil
    }
}
