/// A number format of a workbook: what an officer sees of a cell's number (ECMA-376 part 1, 18.8.31).
///
/// It is the same language in .xlsx, .xls and the XML of Excel 2003, so that all of them read by this one.
struct NumberFormat: Sendable {
    /// What a cell shows, and the number behind it where it has one.
    enum Shown: Equatable, Sendable {
        /// A text alone: a day, a month, a time of day.
        case text(String)
        /// A number as it is shown, and in plain digits for columns of numbers.
        case number(shown: String, plain: String)
        /// More digits than spreadsheets keep: it is no longer what was typed.
        case lost
    }

    /// The sections for numbers: all of them; those from zero on and those below; or above, below and zero.
    private let sections: [FormatSection]
    /// The section for texts; nil where a text is shown as it is.
    private let texts: FormatSection?
    /// Whether whole numbers are shown by their digits alone, as most are.
    let showsDigits: Bool

    /// The format of a cell that has none.
    static let general = NumberFormat(code: "General")

    init(code: String) {
        // Reporting servers write no code at all for a number as it is.
        var sections = FormatScanner(code.isEmpty ? "General" : code).sections
        // A section of `@` at the end is for texts.
        if let last = sections.last, sections.count == 4 || last.kind == .text {
            texts = last.isBareText ? nil : last
            sections.removeLast()
        } else {
            texts = nil
        }
        self.sections = sections.isEmpty ? [FormatSection()] : sections
        showsDigits = self.sections.allSatisfy { $0.condition == nil } && self.sections[0].showsDigits
    }

    /// What a cell of a number shows.
    func shown(_ number: Double, from1904: Bool) -> Shown {
        let (section, isNegativeItself) = section(for: number)
        switch section.kind {
        case .date(let precision):
            if let day = CellNumber.date(number, from1904: from1904) {
                return .text(precision.text(ofDay: day))
            }
        case .weekday:
            if let name = section.weekday(number, from1904: from1904) { return .text(name) }
        case .time:
            if number >= 0, number < 1e6 { return .text(section.time(number)) }
        case .general, .number, .value, .text: break
        }
        guard number.magnitude < CellNumber.digitsKept else { return .lost }
        let plain = CellNumber.plain(number)
        switch section.kind {
        case .number: return .number(shown: section.number(number, signed: !isNegativeItself), plain: plain)
        case .general:
            let magnitude = isNegativeItself ? CellNumber.plain(number.magnitude) : plain
            return .number(shown: section.affixed(magnitude), plain: plain)
        default: return .number(shown: plain, plain: plain)
        }
    }

    /// What a cell of a text shows: nil for the text as it is.
    func shown(_ text: String) -> String? { texts.map { $0.affixed(text) } }

    /// Whether texts are shown with anything before or behind them.
    var changesTexts: Bool { texts != nil }

    /// How much of a day is shown that stands in the file as a day, not as a number.
    var precision: DayPrecision {
        if case .date(let precision) = sections[0].kind { return precision }
        return .day
    }

    /// The section that shows a number, and whether it shows that the number is negative by being the one for those.
    private func section(for number: Double) -> (section: FormatSection, isNegativeItself: Bool) {
        if sections.contains(where: { $0.condition != nil }) {
            let chosen = sections.first { $0.condition?.holds(for: number) ?? true } ?? sections[sections.count - 1]
            return (chosen, false)
        }
        switch sections.count {
        case 1: return (sections[0], false)
        case 2: return number < 0 ? (sections[1], true) : (sections[0], false)
        default: return number < 0 ? (sections[1], true) : (number > 0 ? sections[0] : sections[2], false)
        }
    }
}

/// How much of a day a format shows: a month or a year where it shows no more.
enum DayPrecision: Sendable {
    case day, month, year

    /// A day `2016-06-01` as `2016-06-01`, `2016年6月` or `2016年`.
    func text(ofDay day: String) -> String {
        let parts = day.split(separator: "-")
        guard parts.count == 3 else { return day }
        switch self {
        case .day: return day
        case .month: return "\(parts[0])年\(parts[1].drop { $0 == "0" })月"
        case .year: return "\(parts[0])年"
        }
    }
}

extension NumberFormat {
    /// The formats that need no code in the file (ECMA-376 part 1, 18.8.30, those of Chinese systems); general for those whose
    /// currency is another in every country.
    static func builtIn(_ number: Int) -> NumberFormat { builtIns[number] ?? general }

    private static let builtIns: [Int: NumberFormat] = {
        let yearMonth = #"yyyy"年"m"月""#
        let monthDay = #"m"月"d"日""#
        let codes: [Int: String] = [
            1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
            13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
            19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: yearMonth, 28: monthDay,
            29: monthDay, 30: "m-d-yy", 31: #"yyyy"年"m"月"d"日""#, 32: #"h"时"mm"分""#, 33: #"h"时"mm"分"ss"秒""#,
            34: #"上午/下午h"时"mm"分""#, 35: #"上午/下午h"时"mm"分"ss"秒""#, 36: yearMonth, 37: "#,##0;-#,##0",
            38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
            47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: yearMonth, 51: monthDay, 52: yearMonth, 53: monthDay,
            54: monthDay, 55: #"上午/下午h"时"mm"分""#, 56: #"上午/下午h"时"mm"分"ss"秒""#, 57: yearMonth, 58: monthDay,
        ]
        return codes.mapValues(NumberFormat.init(code:))
    }()
}
