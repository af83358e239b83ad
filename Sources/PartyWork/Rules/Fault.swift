/// What is wrong with a cell or a row (CONTRACT section 1, bad rows). Data when thrown; `Fault.text` says it in Chinese.
package enum Fault: Error, Hashable, Sendable {
    /// A required value is missing.
    case missing
    /// A word outside the column's list; `choices` are the words allowed.
    case unknownWord(String, choices: [String])
    /// In none of the four forms, not in the calendar, or before 1900.
    case notADay(String)
    /// No month of a year.
    case notAMonth(String)
    /// Not whole, or outside the range.
    case notANumber(String, range: ClosedRange<Int>)
    /// More code points than allowed.
    case tooLong(Int, limit: Int)
    /// A line break in a cell that takes none.
    case lineBreak
    /// A control, bidirectional or invisible character.
    case forbiddenCharacter(Unicode.Scalar)
    /// An item of a list stands there twice.
    case repeatedItem(String)
    /// Not ASCII digits of the kind's length, or last three digits that do not fit the kind.
    case codeDoesNotFit(String, kind: OrganizationKind)
    /// The later date lies before the earlier one.
    case before(Column, Day)
    /// The column needs the other one filled.
    case without(Column)
    /// An activity of this kind needs the column.
    case neededFor(ActivityKind)
    /// The organization, person or household is nowhere.
    case nowhere(String)
    /// Nothing has this name.
    case notNamed(String)
    /// Several things have this name; each with its key.
    case severalNamed(String, [String])
    /// The organization above is nowhere.
    case parentNowhere(String)
    /// The organization named is not of the kind needed.
    case wrongOrganization(String, OrganizationDemand)
    /// Another value is needed than the one that stands there.
    case unchanged
    /// The activity named is not of the kind needed.
    case wrongActivity(String, ActivityKind)
    /// The checklist counts activities by itself and is not ticked.
    case notTicked(ActivityKind)
    /// What is named is not of the kind that the checklist asks.
    case wrongSubject(String, ChecklistSubject)
    /// Activities of the kind cannot be told of such subjects.
    case unfitKind(ActivityKind, ChecklistSubject)
    /// An earlier cycle of a household reaches over the day on which it was last lifted.
    case notBeforeLastLift(Day)
    /// Two cycles of a household share days.
    case overlaps(from: Day, until: Day)
    /// The days of a household's own row reach into an earlier cycle of it.
    case cutsCycle(from: Day, until: Day)
    /// Only the first of a month will do.
    case notFirstOfMonth(Day)
}

/// A fault and the column it is about.
package struct FieldFault: Error, Hashable, Sendable {
    package let column: Column
    package let fault: Fault

    package init(_ column: Column, _ fault: Fault) {
        self.column = column
        self.fault = fault
    }

    /// Where and what, in one sentence: `「成立日期」“2016-13-01” 不是日期…`.
    package var text: String { "「\(column.rawValue)」\(fault.text)" }
}

extension Fault {
    /// What is wrong and what to do next, as an officer reads it beside the field or after the line number.
    package var text: String {
        switch self {
        case .missing: "必填，不能为空"
        case .unknownWord(let word, let choices): "“\(word)”不在可选项中，应为：\(choices.joined(separator: "、"))"
        case .notADay(let text): "“\(text)”不是有效日期，请写成 2016-06-30 这样（1900 年以后）"
        case .notAMonth(let text): "“\(text)”不是月份，请写成 2016-05 这样"
        case .notANumber(let text, let range): "“\(text)”应为 \(range.lowerBound)–\(range.upperBound) 的整数"
        case .tooLong(let count, let limit): "有 \(count) 字，最多 \(limit) 字，请缩短"
        case .lineBreak: "含有换行，请改成一行"
        case .forbiddenCharacter(let scalar): "含有不可见的控制字符 \(scalar.codePointName)，请删去"
        case .repeatedItem(let item): "“\(item)”重复列出，请只留一个"
        case .codeDoesNotFit(let code, let kind): "“\(code)”不合“\(kind.rawValue)”的规则：\(kind.codeRule)"
        case .before(let column, let day): "早于「\(column.rawValue)」\(day)，请核对"
        case .without(let column): "须与「\(column.rawValue)」同时填写"
        case .neededFor(let kind): "“\(kind.rawValue)”必须填写此项"
        case .nowhere(let text): "找不到“\(text)”，请先登记或核对编号"
        case .notNamed(let name): "找不到名称为“\(name)”的，请先登记，或核对名称、改写编号"
        case .severalNamed(let name, let candidates):
            "“\(name)”不止一个：\(candidates.joined(separator: "、"))，请改写编号"
        case .parentNowhere(let text): "上级组织“\(text)”不存在，请先登记"
        case .wrongOrganization(let text, let demand): "“\(text)”\(demand.text)"
        case .unchanged: "与现在的相同，请另选"
        case .wrongActivity(let text, let kind): "活动“\(text)”不是\(kind.rawValue)，请核对编号"
        case .notTicked(let kind): "此清单按活动“\(kind.rawValue)”自动计数，不用勾选"
        case .wrongSubject(let text, let subject): "“\(text)”不是\(subject.rawValue)，请核对编号"
        case .unfitKind(let kind, let subject): "“\(kind.rawValue)”不能按\(subject.rawValue)计数，请另选或留空"
        case .notBeforeLastLift(let day): "晚于贫困户表里的脱贫日期 \(day)；以前的经过须在它之前结束，请核对"
        case .overlaps(let start, let end): "与另一段经过（\(start) 脱贫，\(end) 返贫）重叠，请核对"
        case .cutsCycle(let start, let end):
            "与以前的经过（\(start) 脱贫，\(end) 返贫）冲突：识别日期不能在它之后，脱贫日期不能在它结束之前"
        case .notFirstOfMonth(let day):
            localized(
                "\(day) 不是某月 1 日；要求只能从某月 1 日起改，请改成 \(day.firstOfMonth)",
                "\(day) is no first of a month; use \(day.firstOfMonth)")
        }
    }
}

extension Unicode.Scalar {
    /// `U+202E`, for a character that cannot be shown.
    package var codePointName: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension OrganizationKind {
    fileprivate var codeRule: String {
        switch self {
        case .township: "9 位数字"
        case .village: "12 位数字，末三位 000–899"
        case .joint, .office: "12 位数字，末三位 900–999"
        case .group: "14 位数字"
        }
    }
}

extension OrganizationDemand {
    fileprivate var text: String {
        switch self {
        case .any, .parent: "不是组织"
        case .village: "不是村党组织"
        case .branch: "不是支部"
        case .host(let kind): kind.isFiveOnes ? "不是党小组，“\(kind.rawValue)”只能记在党小组" : "是党小组，“\(kind.rawValue)”不能记在党小组"
        }
    }
}
