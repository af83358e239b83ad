/// 条件: terms that must all hold of an entry (REGISTERS section 4).
package struct Condition: Hashable, Sendable {
    package let terms: [Term]

    /// One term.
    package struct Term: Hashable, Sendable {
        package let operand: Operand
        package let test: Test
    }

    /// What a term is about.
    package enum Operand: Hashable, Sendable {
        case field(String, FieldKind)
        case state
        case registeredOn
    }

    /// What is asked of it.
    package enum Test: Hashable, Sendable {
        case filled
        case empty
        /// Any of some values; with `thisYear` also a day of the year so far.
        case isAny([String], thisYear: Bool)
        case isNone([String])
        case compares(Comparison, String)
    }

    /// How a value is compared with one.
    package enum Comparison: String, Hashable, Sendable {
        case greater = ">"
        case least = ">="
        case less = "<"
        case most = "<="
    }

    /// Reads a condition against the definition of a register.
    ///
    /// - Throws: why the first term that cannot be read is none.
    package init(_ text: String, of register: RegisterDefinition) throws(ConditionFault) {
        var terms: [Term] = []
        for part in text.unicodeScalars.split(whereSeparator: { $0 == ";" || $0 == "；" }) {
            let term = CellRules.trimmed(String(part))
            if !term.isEmpty { terms.append(try Term(term, register)) }
        }
        self.terms = terms
    }

    /// The names of fields that a text may speak of, whether or not it can be read.
    package static func names(in text: String) -> [String] {
        text.unicodeScalars.split { $0 == ";" || $0 == "；" }.compactMap {
            ConditionTerm(CellRules.trimmed(String($0)))?.name
        }
    }
}

/// Why a condition cannot be read.
package enum ConditionFault: Error, Hashable, Sendable {
    case noOperator(String)
    case noField(String)
    case noState(String)
    case noValue(String)
    case severalValues(String)
    case unfitValue(String, String)

    /// The reason in a sentence, with the term.
    package var text: String {
        let term: String
        let reason: String
        switch self {
        case .noOperator(let text):
            (term, reason) = (
                text, localized("没有 =、≠、>、≥、<、≤，也不以“有”“无”结尾", "has no operator, and ends in neither 有 nor 无")
            )
        case .noField(let text):
            (term, reason) = (text, localized("没有这个栏目，请核对栏目名", "is about no field; check the name"))
        case .noState(let text): (term, reason) = (text, localized("此登记簿没有流转", "the register has no flow"))
        case .noValue(let text): (term, reason) = (text, localized("缺少比较的值", "has no value"))
        case .severalValues(let text): (term, reason) = (text, localized("只能跟一个值比较", "takes one value"))
        case .unfitValue(let text, let value):
            (term, reason) = (
                text, localized("“\(value)”不是此栏目的值，请核对", "\"\(value)\" is no value of the field; check it")
            )
        }
        return localized("条件“\(term)”读不懂：\(reason)", "the condition \"\(term)\" cannot be read: \(reason)")
    }
}

/// A term taken apart, of which nothing is known yet.
private struct ConditionTerm {
    let name: String
    let sign: Sign
    /// What stands behind the operator.
    let rest: String

    enum Sign {
        case filled, empty, equal, unequal
        case compares(Condition.Comparison)
    }

    /// - Returns: nil for a text without an operator and without 有 or 无 at its end.
    init?(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        for place in scalars.indices {
            guard let (sign, length) = ConditionTerm.sign(scalars[place...]) else { continue }
            name = CellRules.trimmed(String(scalars[..<place]))
            self.sign = sign
            rest = String(scalars[(place + length)...])
            return
        }
        guard let last = scalars.last, last == "有" || last == "无" else { return nil }
        let head = String(scalars.dropLast())
        name = CellRules.trimmed(head)
        guard !name.isEmpty, !name.hasSameCodePoints(as: head) else { return nil }
        sign = last == "有" ? .filled : .empty
        rest = ""
    }

    /// The operator at the beginning of some signs, and how many of them it takes.
    private static func sign(_ scalars: ArraySlice<Unicode.Scalar>) -> (Sign, Int)? {
        let second = scalars.dropFirst().first
        let isEqualNext = second == "=" || second == "＝"
        switch scalars.first {
        case "=", "＝": return (.equal, 1)
        case "≠": return (.unequal, 1)
        case "!" where isEqualNext: return (.unequal, 2)
        case "≥": return (.compares(.least), 1)
        case "≤": return (.compares(.most), 1)
        case ">", "＞": return (.compares(isEqualNext ? .least : .greater), isEqualNext ? 2 : 1)
        case "<", "＜": return (.compares(isEqualNext ? .most : .less), isEqualNext ? 2 : 1)
        default: return nil
        }
    }

    /// The values behind the operator, the empty ones dropped.
    var values: [String] {
        rest.unicodeScalars.split { $0 == "|" || $0 == "｜" }.map { CellRules.trimmed(String($0)) }.filter {
            !$0.isEmpty
        }
    }
}

extension String {
    fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
        self.init()
        unicodeScalars.append(contentsOf: scalars)
    }
}

extension Condition.Term {
    fileprivate init(_ text: String, _ register: RegisterDefinition) throws(ConditionFault) {
        guard let term = ConditionTerm(text) else { throw .noOperator(text) }
        let operand = try Condition.Operand(term.name, register, text)
        self.operand = operand
        switch term.sign {
        case .filled: test = .filled
        case .empty: test = .empty
        case .equal:
            let thisYear = operand.isDay && term.values.contains(where: "本年".hasSameCodePoints)
            let values = thisYear ? term.values.filter { !"本年".hasSameCodePoints(as: $0) } : term.values
            if term.values.isEmpty { throw .noValue(text) }
            test = .isAny(try operand.read(values, register, text), thisYear: thisYear)
        case .unequal:
            if term.values.isEmpty { throw .noValue(text) }
            test = .isNone(try operand.read(term.values, register, text))
        case .compares(let comparison):
            if term.values.isEmpty { throw .noValue(text) }
            if term.values.count > 1 { throw .severalValues(text) }
            test = .compares(comparison, try operand.read(term.values, register, text)[0])
        }
    }
}

extension Condition.Operand {
    fileprivate init(_ name: String, _ register: RegisterDefinition, _ term: String) throws(ConditionFault) {
        if name.hasSameCodePoints(as: "状态") {
            if register.states.isEmpty { throw .noState(term) }
            self = .state
        } else if name.hasSameCodePoints(as: "登记日期") {
            self = .registeredOn
        } else if let field = register.field(name) {
            self = .field(field.name, field.kind)
        } else {
            throw .noField(term)
        }
    }

    /// Whether it holds days.
    var isDay: Bool {
        switch self {
        case .field(_, let kind): kind == .day
        case .registeredOn: true
        case .state: false
        }
    }

    /// Values as they are kept, in whose form they are compared.
    fileprivate func read(
        _ values: [String], _ register: RegisterDefinition, _ term: String
    ) throws(ConditionFault) -> [String] {
        var read: [String] = []
        for value in values {
            guard let text = normalized(value, register) else { throw .unfitValue(term, value) }
            read.append(text)
        }
        return read
    }

    /// A value in the form of what it is compared with; nil for one that is not of its kind.
    private func normalized(_ value: String, _ register: RegisterDefinition) -> String? {
        switch self {
        case .state: return register.state(value)?.name
        case .registeredOn: return Day(value)?.description
        case .field(let name, let kind):
            switch kind {
            case .whole, .amount: return Amount(value)?.description
            case .day: return Day(value)?.description
            case .flag: return value == "是" || value == "否" ? value : nil
            case .option: return register.field(name)?.options.first(where: value.hasSameCodePoints)
            case .text, .longText, .person, .organization, .household, .cooperative: return value
            }
        }
    }
}
