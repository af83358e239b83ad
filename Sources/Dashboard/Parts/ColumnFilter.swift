import ChineseNames
import PartyWork

/// By what a list is narrowed in one column: values, ranges, words, what is blank, and what is not to be.
///
/// A row stays that one of the terms holds for and none of those that say not.
package struct ColumnFilter: Hashable, Sendable {
    private let terms: [Term]

    /// A condition, or that it does not hold.
    fileprivate struct Term: Hashable {
        let isNot: Bool
        let test: Test
    }

    fileprivate enum Test: Hashable {
        case blank
        /// A cell of exactly this text.
        case value(String)
        /// A cell with this text in it, pinyin and initials too.
        case part(String)
        case from(Bound?, to: Bound?)
    }

    /// The end of a range.
    fileprivate struct Bound: Hashable {
        let measure: Measure
        /// Whether it is itself in the range.
        var isIn = true
    }

    /// The filter for cells of these texts.
    init(values: [String]) { terms = values.map { Term(isNot: false, test: Test(cell: $0)) } }

    /// Whether a row stays, by what its cell says.
    func admits(_ cell: String) -> Bool {
        let asked = terms.filter { !$0.isNot }
        return (asked.isEmpty || asked.contains { $0.test.holds(for: cell) })
            && !terms.contains { $0.isNot && $0.test.holds(for: cell) }
    }

    /// What it asks, for people to read.
    var words: String {
        let asked = terms.filter { !$0.isNot }.map(\.words).joined(separator: localized("或", " or "))
        let all = (asked.isEmpty ? [] : [asked]) + terms.filter(\.isNot).map(\.words)
        return all.joined(separator: localized("且", " and "))
    }

    /// What it asks as it can be typed.
    var text: String { terms.map(\.text).joined(separator: ";") }

    /// Whether it speaks of texts, which are others in another language.
    var isOfTexts: Bool { terms.contains { $0.test.isOfText } }
}

// MARK: - Read

extension ColumnFilter {
    /// Reads what `text` wrote; nil for what is none, and for nothing.
    init?(_ text: String) {
        guard let terms = try? ColumnFilter.parts(of: text).map({ try Term($0) }), !terms.isEmpty else { return nil }
        self.terms = terms
    }

    /// Reads what an officer typed about a column of these cells: a word is the value that is spelled or looks so, else a part
    /// of one.
    ///
    /// - Throws: A `Fault` that says the forms.
    init(typed: String, among cells: [String]) throws(Fault) {
        let said = cells.filter { !ColumnFilter.isBlank($0) }
        let isMeasured = said.allSatisfy { Measure.isOne($0) }
        var terms: [Term] = []
        for part in ColumnFilter.parts(of: typed) {
            let term = try Term(part)
            let word = term.test.word
            if let word, !part.contains(where: { "=＝\"".contains($0) }), !(isMeasured && term.test.isMeasure) {
                let tests = ColumnFilter.tests(word, among: said)
                if isMeasured, !said.isEmpty, tests == [.part(word)] { throw Fault(part: part) }
                terms += tests.map { Term(isNot: term.isNot, test: $0) }
            } else if term.test.isMeasure, !isMeasured {
                throw Fault(part: part, isOfWords: true)
            } else {
                terms.append(term)
            }
        }
        self.terms = terms
    }

    /// Why a filter cannot be read.
    struct Fault: Error {
        let part: String
        /// Whether the column has words alone, so that there is no more and less.
        var isOfWords = false

        /// What is wrong, and what can be written.
        var text: String {
            isOfWords
                ? localized(
                    "这一列不是数字和日期，“\(part)”比不了大小：可以写一个值、*几个字*、空、!值",
                    "No numbers or days here to compare with \(part): write a value, *a part*, blank, !value")
                : localized(
                    "“\(part)”读不懂：可以写 ≥60、<5、3-5、2016-01..2016-06、一个值、*几个字*、空、!值，几样之间用 ; 隔开",
                    "\(part) cannot be read: write ≥60, <5, 3-5, 2016-01..2016-06, a value, *a part*, blank, !value; several with ;"
                )
        }
    }

    /// The parts between semicolons that are not quoted.
    private static func parts(of text: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, character == ";" || character == "；" {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { CellRules.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// What a word is taken for: the values of one spelling or skeleton, else a part.
    private static func tests(_ word: String, among cells: [String]) -> [Test] {
        if cells.contains(where: { $0.hasSameCodePoints(as: word) }) { return [.value(word)] }
        let skeleton = NameSkeleton.of(word)
        let alike = Set(cells.filter { NameSkeleton.of($0) == skeleton })
        return alike.isEmpty ? [.part(word)] : alike.sorted().map { .value($0) }
    }
}

extension ColumnFilter.Term {
    init(_ typed: String) throws(ColumnFilter.Fault) {
        isNot = typed.hasPrefix("!") || typed.hasPrefix("！")
        let rest = isNot ? CellRules.trimmed(String(typed.dropFirst())) : typed
        guard let test = ColumnFilter.Test(rest) else { throw ColumnFilter.Fault(part: typed) }
        self.test = test
    }

    var words: String { isNot ? localized("不是 \(test.words)", "not \(test.words)") : test.words }
    var text: String { isNot ? "!" + test.text : test.text }
}

extension ColumnFilter.Test {
    /// The test that cells of a text pass, or the days of a month.
    init(cell: String) {
        let month = Month(cell).flatMap { _ in ColumnFilter.Measure(cell) }
        self = ColumnFilter.isBlank(cell) ? .blank : month.map { .just($0) } ?? .value(cell)
    }

    private static func just(_ measure: ColumnFilter.Measure) -> Self {
        .from(.init(measure: measure), to: .init(measure: measure))
    }

    init?(_ typed: String) {
        if typed.isEmpty { return nil }
        if ColumnFilter.isBlank(typed) || ["空", "blank"].contains(typed.lowercased()) {
            self = .blank
        } else if let quoted = typed.quoted {
            self = .value(quoted)
        } else if let (sign, rest) = ColumnFilter.Sign.leading(typed) {
            guard let test = sign.test(CellRules.trimmed(rest)) else { return nil }
            self = test
        } else if typed.count > 2, let first = typed.first, "*＊".contains(first), "*＊".contains(typed.last ?? " ") {
            self = .part(String(typed.dropFirst().dropLast()))
        } else if let range = ColumnFilter.range(typed) {
            self = range
        } else if typed.contains("..") {
            return nil
        } else {
            self = ColumnFilter.Measure(typed).map { .just($0) } ?? .value(typed)
        }
    }

    func holds(for cell: String) -> Bool {
        switch self {
        case .blank: ColumnFilter.isBlank(cell)
        case .value(let text): cell.hasSameCodePoints(as: text)
        case .part(let text): NameQuery(text).finds(cell)
        case .from(let first, let last):
            (first.map { $0.isMet(by: cell, isLower: true) } ?? true)
                && (last.map { $0.isMet(by: cell, isLower: false) } ?? true)
        }
    }

    var isOfText: Bool {
        switch self {
        case .value, .part: true
        case .blank, .from: false
        }
    }

    var isMeasure: Bool { if case .from = self { true } else { false } }

    /// What is meant where a word may be: a single number is one in a column of words.
    var word: String? {
        switch self {
        case .value(let text): text
        case .from(let first?, let last?) where first == last: first.measure.text
        case .blank, .part, .from: nil
        }
    }

    var words: String {
        switch self {
        case .blank: localized("空", "blank")
        case .value(let text): text
        case .part(let text): localized("含 \(text)", "with \(text)")
        case .from(let first, nil): first.map { ($0.isIn ? "≥ " : "> ") + $0.measure.text } ?? ""
        case .from(nil, let last?): (last.isIn ? "≤ " : "< ") + last.measure.text
        case .from: text
        }
    }

    var text: String {
        switch self {
        case .blank: "-"
        case .value(let text): "=" + (text.contains { "\";；".contains($0) } ? "\"\(text)\"" : text)
        case .part(let text): "*\(text)*"
        case .from(let first, nil): first.map { ($0.isIn ? "≥" : ">") + $0.measure.text } ?? ""
        case .from(nil, let last?): (last.isIn ? "≤" : "<") + last.measure.text
        case .from(let first?, let last?):
            first == last ? first.measure.text : "\(first.measure.text)..\(last.measure.text)"
        }
    }
}

extension ColumnFilter {
    /// Whether a cell says nothing.
    static func isBlank(_ cell: String) -> Bool { ["", "-", "—"].contains(cell) }

    /// As what a cell is counted: a day as its month.
    static func value(of cell: String) -> String {
        if isBlank(cell) { return "" }
        return Day(String(cell.prefix(10))).map { Month($0).description } ?? cell
    }

    /// `3-5`, `2016-01..2016-06`, and either end open: `2016-01..`.
    fileprivate static func range(_ typed: String) -> Test? {
        for between in ["..", "～", "~", "至", "到"] {
            guard let place = typed.firstRange(of: between) else { continue }
            return range(String(typed[..<place.lowerBound]), String(typed[place.upperBound...]))
        }
        let ends = typed.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, Measure(typed) == nil else { return nil }
        return ends.contains("") ? nil : range(ends[0], ends[1])
    }

    private static func range(_ first: String, _ last: String) -> Test? {
        let ends = [first, last].map { CellRules.trimmed($0) }
        let bounds = ends.map { end in Measure(end).map { Bound(measure: $0) } }
        guard zip(ends, bounds).allSatisfy({ $0.isEmpty || $1 != nil }), bounds.contains(where: { $0 != nil })
        else { return nil }
        if let first = bounds[0], let last = bounds[1], last.measure.precedes(first.measure) { return nil }
        return .from(bounds[0], to: bounds[1])
    }

    /// What stands before a value.
    fileprivate enum Sign: CaseIterable {
        case least
        case most
        case more
        case less
        case equal

        private var signs: [String] {
            switch self {
            case .least: ["≥", ">=", "=>", "＞＝"]
            case .most: ["≤", "<=", "=<", "＜＝"]
            case .more: [">", "＞"]
            case .less: ["<", "＜"]
            case .equal: ["=", "＝"]
            }
        }

        static func leading(_ typed: String) -> (Sign, String)? {
            for sign in allCases {
                if let found = sign.signs.first(where: typed.hasPrefix) {
                    return (sign, String(typed.dropFirst(found.count)))
                }
            }
            return nil
        }

        func test(_ rest: String) -> Test? {
            if self == .equal { return rest.isEmpty ? nil : .value(rest.quoted ?? rest) }
            guard let measure = Measure(rest) else { return nil }
            let bound = Bound(measure: measure, isIn: self == .least || self == .most)
            return self == .least || self == .more ? .from(bound, to: nil) : .from(nil, to: bound)
        }
    }
}

extension ColumnFilter.Bound {
    /// Whether a cell lies on the right side of the end.
    func isMet(by text: String, isLower: Bool) -> Bool {
        guard let cell = ColumnFilter.Measure(cell: text, as: measure) else { return false }
        let (first, last) = isLower ? (measure, cell) : (cell, measure)
        return isIn ? !last.precedes(first) : first.precedes(last)
    }
}

// MARK: - Numbers and days

extension ColumnFilter {
    /// A number, or some days: one, a month, a year.
    struct Measure: Hashable, Sendable {
        /// As it was written.
        let text: String
        let number: Double?
        let days: ClosedRange<Day>?
        private let isRate: Bool

        /// Reads what was typed; nil for what is neither.
        init?(_ typed: String) {
            let plain = typed.halfWidth
            text = plain
            days = Measure.days(plain)
            isRate = plain.hasSuffix("%")
            number = Measure.number(isRate ? String(plain.dropLast()) : plain)
            if number == nil, days == nil { return nil }
        }

        /// Reads a cell to be compared with what was typed: its day, else the number it begins with, or the rate in it.
        init?(cell: String, as other: Measure) {
            text = cell
            isRate = other.isRate
            let day = Day(String(cell.prefix(10))).map { $0...$0 }
            days = other.days == nil ? nil : day ?? Measure.days(cell)
            number = day == nil ? Measure.number(leading: isRate ? cell.rate : cell[...]) : nil
            if days == nil, number == nil || other.number == nil { return nil }
        }

        /// Whether all of it comes before another; of days by those that both have.
        func precedes(_ other: Measure) -> Bool {
            if let days, let others = other.days { return days.upperBound < others.lowerBound }
            guard let number, let value = other.number else { return false }
            return number < value
        }

        /// Whether a cell is a day or begins with a number.
        static func isOne(_ cell: String) -> Bool {
            Day(String(cell.prefix(10))) != nil || days(cell) != nil || number(leading: cell[...]) != nil
        }

        private static func number(leading text: Substring) -> Double? {
            let sign = text.hasPrefix("-") ? "-" : ""
            return number(sign + text.dropFirst(sign.count).prefix { "0123456789.".contains($0) })
        }

        /// What begins with zeros is a code.
        private static func number(_ text: String) -> Double? {
            let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
            guard digits.first?.isNumber ?? false,
                digits.count == 1 || digits.first != "0" || digits.dropFirst().first == ".",
                digits.allSatisfy({ "0123456789.".contains($0) })
            else { return nil }
            return Double(text)
        }

        private static func days(_ text: String) -> ClosedRange<Day>? {
            if let day = Day(text) { return day...day }
            if let month = Month(text) { return month.first...month.last }
            let year = text.hasSuffix("年") ? String(text.dropLast()) : text
            guard year.count == 4, let number = Int(year), (1900...2999).contains(number),
                let first = Day(year: number, month: 1, day: 1), let last = Day(year: number, month: 12, day: 31)
            else { return nil }
            return first...last
        }
    }
}

extension String {
    /// What stands between two quotation marks that are all of it; nil where there are none.
    fileprivate var quoted: String? {
        count > 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : nil
    }

    /// The number before its sign of per cent; nothing where there is none.
    fileprivate var rate: Substring {
        let before = firstIndex(of: "%").map { self[..<$0] } ?? ""
        return before.split(separator: " ").last ?? ""
    }

    /// Its characters as they are typed without an input method.
    fileprivate var halfWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map {
                    (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0
                }))
    }
}
