// Conditions and gates in plain words, for those who make a register.

extension Condition {
    /// What it asks, in a sentence; of one without terms that all are meant.
    package var sentence: String {
        if terms.isEmpty { return localized("全部", "all") }
        return terms.map(\.sentence).joined(separator: localized("，并且", ", and "))
    }
}

extension Condition.Term {
    fileprivate var sentence: String {
        let name = operand.title
        switch test {
        case .filled: return localized("\(name)已填", "\(name) is filled")
        case .empty: return localized("\(name)空着", "\(name) is empty")
        case .isAny(let values, let thisYear):
            let all = values.quoted + (thisYear ? [localized("本年的", "of this year")] : [])
            return localized("\(name)是\(all.joined(separator: "或"))", "\(name) is \(all.joined(separator: " or "))")
        case .isNone(let values):
            return localized(
                "\(name)不是\(values.quoted.joined(separator: "或"))",
                "\(name) is not \(values.quoted.joined(separator: " or "))")
        case .compares(let comparison, let value): return "\(name)\(comparison.words(isDay: operand.isDay))\(value)"
        }
    }
}

extension [String] {
    /// Each as a word of the register's own.
    fileprivate var quoted: [String] { map { localized("“\($0)”", $0) } }
}

extension Condition.Operand {
    /// What it is called.
    fileprivate var title: String {
        switch self {
        case .field(let name, _): name
        case .state: localized("状态", "the state")
        case .registeredOn: localized("登记日期", "the day of entry")
        }
    }
}

extension Condition.Comparison {
    fileprivate func words(isDay: Bool) -> String {
        switch self {
        case .greater: isDay ? localized("晚于 ", " is after ") : localized("大于 ", " is more than ")
        case .least: isDay ? localized("不早于 ", " is on or after ") : localized("不少于 ", " is at least ")
        case .less: isDay ? localized("早于 ", " is before ") : localized("小于 ", " is less than ")
        case .most: isDay ? localized("不晚于 ", " is on or before ") : localized("不多于 ", " is at most ")
        }
    }
}

extension Gate {
    /// What it asks of an entry, in a sentence.
    ///
    /// - Parameter other: the register in which a condition on what hangs below is read.
    package func sentence(of register: RegisterDefinition, _ other: RegisterDefinition?) -> String {
        func words(_ register: RegisterDefinition?) -> String {
            register.flatMap { Condition.readable(condition, of: $0) }?.sentence ?? condition
        }
        let above = register.subject.register ?? register.subject.title
        switch demand {
        case .children:
            let least = quantity ?? 1
            let count =
                least == 0
                ? localized("下面的“\(otherRegister)”", "Of the entries of \(otherRegister) below")
                : localized("下面的“\(otherRegister)”至少 \(least) 条", "At least \(least) entries of \(otherRegister) below")
            return condition.isEmpty
                ? count : localized("\(count)，每条都要：\(words(other))", "\(count), each must: \(words(other))")
        case .places:
            let which =
                condition.isEmpty
                ? localized("在“\(state)”的", "in \"\(state)\"")
                : localized("在“\(state)”的，加上\(words(register))的", "in \"\(state)\" or where \(words(register))")
            return localized(
                "同一“\(above)”里\(which)，不超过它的“\(field)”", "Of one \(above), those \(which) are at most its \(field)")
        case .surplus:
            return localized(
                "同一“\(above)”里\(words(register))的，不少于它的“\(field)”再加 \(quantity ?? 0)%",
                "Of one \(above), those where \(words(register)) are at least its \(field) and \(quantity ?? 0)% more")
        case .order:
            return localized("同一状态里“\(field)”最小的先走", "Of those in one state the smallest \(field) goes first")
        }
    }
}

extension RegisterFigure {
    /// What it counts, in a sentence.
    package func sentence(of register: RegisterDefinition) -> String {
        let which = Condition.readable(condition, of: register)?.sentence ?? condition
        return switch method {
        case .count: localized("有几条：\(which)", "How many entries: \(which)")
        case .sum: localized("“\(field)”加起来：\(which)", "The sum of \(field): \(which)")
        case .distinct: localized("“\(field)”有几个不同的：\(which)", "How many different \(field): \(which)")
        }
    }
}
