/// What is wrong with a cell or a row (CONTRACT section 1, bad rows).
///
/// Data when thrown; `Fault.text` says it.
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
    /// A name stands where the contract has a number; the header under which names are looked for.
    case nameForNumber(String, header: String)
    /// Several things have this name; each with its key.
    case severalNamed(String, [String])
    /// Nobody of the branch has this name, but others have; each with the number.
    case namedElsewhere(String, [String])
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
    /// One of these columns is to be filled, and no more.
    case notOneOf([Column])
    /// No beginning of codes of nine to fourteen digits.
    case notARange(String)
    /// A stroke in the name of a file.
    case strokeInFileName
    /// A rule of registers.
    case register(RegisterFault)
}

/// A fault and the column it is about.
package struct FieldFault: Error, Hashable, Sendable {
    package let column: Column
    package let fault: Fault

    package init(_ column: Column, _ fault: Fault) {
        self.column = column
        self.fault = fault
    }

    /// Where and what, in one sentence: `「成立日期」“2016-13-01” 不是日期…`, `Founded on: "2016-13-01" is no date…`.
    package var text: String { text(.onScreens) }

    /// The sentence in a text about a file or a form.
    package func text(_ naming: Naming) -> String {
        "\(naming.column(column))\(localized("", ": "))\(fault.text(naming))"
    }
}

extension Fault {
    /// What is wrong and what to do next, as an officer reads it beside the field.
    package var text: String { text(.onScreens) }

    /// The sentence in a text about a file, after the line number, or about a form.
    package func text(_ naming: Naming) -> String {
        switch self {
        case .missing: localized("必填，不能为空", "must not be empty")
        case .notARange(let text):
            localized(
                "“\(text)”应为乡镇、支部或党小组的编码（9–14 位数字）",
                "\"\(text)\" must be the code of a township, branch or party group (9 to 14 digits)")
        case .unknownWord(let word, let choices):
            localized(
                "“\(word)”不在可选项中，应为：\(choices.listed)",
                "\"\(word)\" is not one of: \(choices.map { naming.word($0) }.listed)")
        case .notADay(let text):
            localized(
                "“\(text)”不是有效日期，请写成 2016-06-30 这样（1900 年以后）",
                "\"\(text)\" is no date; write it like 2016-06-30 (1900 or later)")
        case .notAMonth(let text):
            localized("“\(text)”不是月份，请写成 2016-05 这样", "\"\(text)\" is no month; write it like 2016-05")
        case .notANumber(let text, let range):
            localized(
                "“\(text)”应为 \(range.lowerBound)–\(range.upperBound) 的整数",
                "\"\(text)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .tooLong(let count, let limit):
            localized("有 \(count) 字，最多 \(limit) 字，请缩短", "has \(count) characters, at most \(limit); shorten it")
        case .lineBreak: localized("含有换行，请改成一行", "has a line break; make it one line")
        case .forbiddenCharacter(let scalar):
            localized(
                "含有不可见的控制字符 \(scalar.codePointName)，请删去",
                "has the invisible character \(scalar.codePointName); delete it")
        case .repeatedItem(let item): localized("“\(item)”重复列出，请只留一个", "\"\(item)\" is listed twice; keep one")
        case .codeDoesNotFit(let code, let kind):
            localized(
                "“\(code)”不合“\(kind.rawValue)”的规则：\(kind.codeRule)",
                "\"\(code)\" does not fit \(naming.word(kind.rawValue)): \(kind.codeRule)")
        case .before(let column, let day):
            localized(
                "早于\(naming.column(column))\(day)，请核对",
                "is earlier than \(naming.column(column)), \(day); check both")
        case .without(let column):
            localized("须与\(naming.column(column))同时填写", "must be filled in together with \(naming.column(column))")
        case .neededFor(let kind):
            localized("“\(kind.rawValue)”必须填写此项", "must be filled in for \(naming.word(kind.rawValue))")
        case .nowhere(let text):
            localized("找不到“\(text)”，请先登记或核对编号", "\"\(text)\" is not there; add it first, or check the number")
        case .notNamed(let name):
            localized(
                "找不到名称为“\(name)”的，请先登记，或核对名称、改写编号",
                "nothing is called \"\(name)\"; add it first, check the name, or write the number")
        case .nameForNumber(let name, let header):
            localized(
                "“\(name)”不是登记的人员编号；要按姓名找，请把列名改成“\(header)”再导入",
                "\"\(name)\" is no number of a person; call the column \"\(header)\" to have names looked for")
        case .severalNamed(let name, let candidates):
            localized(
                "“\(name)”不止一个：\(candidates.listed)，请改写编号",
                "several are called \"\(name)\": \(candidates.listed); write the number")
        case .namedElsewhere(let name, let candidates):
            localized(
                "这个支部没有“\(name)”，别处有：\(candidates.listed)；是他就改写编号",
                "nobody of the branch is called \"\(name)\"; elsewhere: \(candidates.listed); write the number if it is one of them"
            )
        case .parentNowhere(let text):
            localized("上级组织“\(text)”不存在，请先登记", "the organization above, \"\(text)\", is not there; add it first")
        case .wrongOrganization(let text, let demand):
            localized("“\(text)”\(demand.text(naming))", "\"\(text)\" \(demand.text(naming))")
        case .unchanged: localized("与现在的相同，请另选", "is the same as now; choose another")
        case .wrongActivity(let text, let kind):
            localized(
                "活动“\(text)”不是\(kind.rawValue)，请核对编号",
                "activity \"\(text)\" is no \(naming.word(kind.rawValue)); check the number")
        case .notTicked(let kind):
            localized(
                "此清单按活动“\(kind.rawValue)”自动计数，不用勾选",
                "this checklist counts activities, \(naming.word(kind.rawValue)), and is not ticked")
        case .wrongSubject(let text, let subject):
            localized(
                "“\(text)”不是\(subject.rawValue)，请核对编号",
                "\"\(text)\" is no \(naming.word(subject.rawValue)); check the number")
        case .unfitKind(let kind, let subject):
            localized(
                "“\(kind.rawValue)”不能按\(subject.rawValue)计数，请另选或留空",
                "\(naming.word(kind.rawValue)) cannot be counted by \(naming.word(subject.rawValue)); choose another, or none"
            )
        case .notBeforeLastLift(let day):
            localized(
                "晚于贫困户表里的脱贫日期 \(day)；以前的经过须在它之前结束，请核对",
                "is later than the household's own lifting on \(day); an earlier cycle ends before it")
        case .overlaps(let start, let end):
            localized(
                "与另一段经过（\(start) 脱贫，\(end) 返贫）重叠，请核对",
                "overlaps another cycle (lifted \(start), returned \(end)); check both")
        case .cutsCycle(let start, let end):
            localized(
                "与以前的经过（\(start) 脱贫，\(end) 返贫）冲突：识别日期不能在它之后，脱贫日期不能在它结束之前",
                "clashes with an earlier cycle (lifted \(start), returned \(end)): identified before it, lifted after it"
            )
        case .notFirstOfMonth(let day):
            localized(
                "\(day) 不是某月 1 日；要求只能从某月 1 日起改，请改成 \(day.firstOfMonth)",
                "\(day) is no first of a month; use \(day.firstOfMonth)")
        case .notOneOf(let columns):
            localized(
                "\(columns.map { naming.column($0) }.joined())填一个，也只填一个",
                "fill in one of \(columns.map { naming.column($0) }.listed), and no more")
        case .strokeInFileName: localized("文件名里不能有“/”，文件夹写在上面一项", "no / in a file name; the folder stands above")
        case .register(let fault): fault.text
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
        case .township: localized("9 位数字", "9 digits")
        case .village: localized("12 位数字，末三位 000–899", "12 digits, the last three 000–899")
        case .joint, .office: localized("12 位数字，末三位 900–999", "12 digits, the last three 900–999")
        case .group: localized("14 位数字", "14 digits")
        }
    }
}

extension OrganizationDemand {
    fileprivate func text(_ naming: Naming) -> String {
        switch self {
        case .any, .parent: localized("不是组织", "is no organization")
        case .village: localized("不是村党组织", "is no \(naming.word(OrganizationKind.village.rawValue))")
        case .branch: localized("不是支部", "is no branch")
        case .kind(let kind): localized("不是\(kind.rawValue)", "is no \(naming.word(kind.rawValue))")
        case .host(let kind) where kind.isFiveOnes:
            localized(
                "不是党小组，“\(kind.rawValue)”只能记在党小组",
                "is no party group, where \(naming.word(kind.rawValue)) belongs")
        case .host(let kind):
            localized(
                "是党小组，“\(kind.rawValue)”不能记在党小组",
                "is a party group, where \(naming.word(kind.rawValue)) does not belong")
        }
    }
}
