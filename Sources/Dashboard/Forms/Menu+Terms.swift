import PartyWork
import TerminalUI

// A term of a condition, chosen word by word: what it is about, what is asked of it, of which value.

extension Menu {
    /// What a further term can be about.
    ///
    /// - Parameter text: what stands in the field already.
    static func terms(of check: ConditionCheck, into key: FieldKey, after text: String) -> Menu {
        if check.registers.count == 1 { return terms(of: check.registers[0], into: key, after: text) }
        return Menu(
            title: localized("条件说的是哪本登记簿（数字键）", "Which register the condition is about (a digit)"),
            items: check.registers.map { Item($0.name, .menu(terms(of: $0, into: key, after: text))) })
    }

    private static func terms(of register: RegisterDefinition, into key: FieldKey, after text: String) -> Menu {
        let start = CellRules.trimmed(text).isEmpty ? "" : text + ";"
        let own = (register.states.isEmpty ? [] : [TermSubject.state(register)]) + [.registeredOn]
        let fields = register.fields.filter { $0.retiredOn == nil }.map { TermSubject.field($0) }
        return Menu(
            title: localized("加一个条件：看哪一项（数字键）", "A further condition: about what (a digit)"),
            items: (fields + own).map { subject in
                Item(subject.name, detail: subject.detail, .menu(tests(of: subject, into: key, start)))
            })
    }

    private static func tests(of subject: TermSubject, into key: FieldKey, _ start: String) -> Menu {
        Menu(
            title: localized("“\(subject.name)”要怎样（数字键）", "\(subject.name): what is asked (a digit)"),
            items: subject.tests.map { test in
                let text = start + subject.name + test.sign
                if test.isWhole || subject.values.isEmpty { return Item(test.words, .fill(key, text)) }
                let values = subject.values.map { Item($0, .fill(key, text + $0)) }
                return Item(
                    test.words,
                    .menu(
                        Menu(
                            title: localized(
                                "“\(subject.name)”\(test.words)（数字键）", "\(subject.name) \(test.words) (a digit)"),
                            items: values)))
            })
    }
}

/// What a term of a condition can be about.
private enum TermSubject {
    case field(RegisterField)
    case state(RegisterDefinition)
    case registeredOn

    /// What is asked of it: its sign in the condition, its words, and whether no value follows.
    struct Test {
        let sign: String
        let words: String
        var isWhole = false
    }

    /// As conditions write it.
    var name: String {
        switch self {
        case .field(let field): field.name
        case .state: "状态"
        case .registeredOn: "登记日期"
        }
    }

    var detail: String {
        switch self {
        case .field(let field): field.kind.title
        case .state(let register): register.states.map(\.name).listed
        case .registeredOn: FieldKind.day.title
        }
    }

    /// The values to choose from; none where one is typed.
    var values: [String] {
        switch self {
        case .field(let field):
            field.kind == .option ? field.options : field.kind == .flag ? YesNo.allCases.map(\.rawValue) : []
        case .state(let register): register.states.map(\.name)
        case .registeredOn: []
        }
    }

    private var kind: FieldKind? { if case .field(let field) = self { field.kind } else { nil } }

    var tests: [Test] {
        let filled = [
            Test(sign: " 有", words: localized("已填", "is filled"), isWhole: true),
            Test(sign: " 无", words: localized("空着", "is empty"), isWhole: true),
        ]
        let equal = [
            Test(sign: "=", words: localized("是", "is")), Test(sign: "≠", words: localized("不是", "is not")),
        ]
        switch self {
        case .state: return equal
        case .registeredOn: return days
        case .field where kind == .day: return days + filled
        case .field where kind?.isNumber ?? false:
            return [
                Test(sign: "≥", words: localized("不少于", "is at least")),
                Test(sign: "≤", words: localized("不多于", "is at most")),
            ] + equal + filled
        case .field: return equal + filled
        }
    }

    private var days: [Test] {
        [
            Test(sign: "=本年", words: localized("在本年里", "lies in this year"), isWhole: true),
            Test(sign: "≥", words: localized("不早于", "is on or after")),
            Test(sign: "≤", words: localized("不晚于", "is on or before")),
        ]
    }
}
