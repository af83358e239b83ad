/// One section of a number format, between two semicolons.
struct FormatSection: Sendable {
    /// What a section makes of a number.
    enum Kind: Equatable, Sendable {
        /// As it is, perhaps with words around it.
        case general
        /// By places for digits.
        case number
        /// A day, or as much of it as is shown.
        case date(DayPrecision)
        /// The name of a weekday alone.
        case weekday
        /// A time of day, or a length of time.
        case time
        /// In another notation (powers of ten, fractions, Chinese digits), which is read as the number itself.
        case value
        /// A text.
        case text
    }

    /// A piece of a section.
    enum Part: Equatable, Sendable {
        case literal(String)
        /// A place for a digit: `0`, `#` or `?`.
        case digit(Character)
        case point, comma, percent, exponent, slash
        /// The number or the text itself.
        case whole
        case year
        case month(Int)
        case day(Int)
        case hour(Int)
        case minute(Int)
        case second(Int)
        case weekday(isChinese: Bool, isLong: Bool)
        /// Hours, minutes or seconds that are not carried over.
        case elapsed(Character)
        /// Which half of the day it is: what stands for the first, and for the second.
        case noon(String, String)
    }

    /// When a section holds: `[>=100]`.
    struct Condition: Sendable {
        let sign: String
        let limit: Double

        func holds(for number: Double) -> Bool {
            switch sign {
            case "<": number < limit
            case "<=": number <= limit
            case ">": number > limit
            case ">=": number >= limit
            case "<>": number != limit
            default: number == limit
            }
        }
    }

    private(set) var parts: [Part] = [.whole]
    private(set) var condition: Condition?
    private(set) var kind = Kind.general

    /// The section of a format that says nothing.
    init() {}

    init(_ parts: [Part], _ condition: Condition?, isText: Bool, hasChineseDigits: Bool) {
        self.parts = FormatSection.withMinutes(parts)
        self.condition = condition
        kind = FormatSection.kind(of: self.parts, isText, hasChineseDigits)
    }

    /// Whether a text is shown as it is.
    var isBareText: Bool { kind == .text && parts.filter { $0 != .literal(" ") } == [.whole] }

    /// Whether whole numbers are shown by their digits alone.
    var showsDigits: Bool {
        switch kind {
        case .general, .text, .value: parts.filter { $0 != .literal(" ") } == [.whole] || kind == .value
        case .number: parts.filter { $0 != .literal(" ") } == [.digit("0")]
        case .date, .weekday, .time: false
        }
    }

    /// What is shown with the words around it.
    func affixed(_ text: String) -> String {
        var whole = ""
        for part in parts {
            switch part {
            case .whole: whole += text
            case .literal(let words): whole += words
            default: break
            }
        }
        return whole
    }

    /// Months beside hours or seconds are minutes.
    private static func withMinutes(_ parts: [Part]) -> [Part] {
        var parts = parts
        let places = parts.indices.filter { parts[$0].isOfTime }
        for (order, place) in places.enumerated() {
            guard case .month(let count) = parts[place], count < 3 else { continue }
            var isMinute = false
            if order > 0 { if case .hour = parts[places[order - 1]] { isMinute = true } }
            if order > 0, parts[places[order - 1]] == .elapsed("h") { isMinute = true }
            if order + 1 < places.count { if case .second = parts[places[order + 1]] { isMinute = true } }
            if isMinute { parts[place] = .minute(count) }
        }
        return parts
    }

    private static func kind(of parts: [Part], _ isText: Bool, _ hasChineseDigits: Bool) -> Kind {
        if isText { return .text }
        var (hasDay, hasMonth, hasYear, hasWeekday, hasTime, hasDigits) = (false, false, false, false, false, false)
        for part in parts {
            switch part {
            case .day: hasDay = true
            case .month: hasMonth = true
            case .year: hasYear = true
            case .weekday: hasWeekday = true
            case .hour, .minute, .second, .elapsed: hasTime = true
            case .digit: hasDigits = true
            default: break
            }
        }
        if hasDay { return .date(.day) }
        if hasMonth { return .date(.month) }
        if hasYear { return .date(.year) }
        if hasWeekday { return .weekday }
        if hasTime { return .time }
        let isWhole = parts.contains(.whole)
        if parts.contains(.exponent) || hasDigits && parts.contains(.slash) { return .value }
        if hasChineseDigits, hasDigits || isWhole { return .value }
        return isWhole ? .general : .number
    }
}

extension FormatSection.Part {
    fileprivate var isOfTime: Bool {
        switch self {
        case .year, .month, .day, .hour, .minute, .second, .elapsed: true
        default: false
        }
    }
}
