/// 类型 of a field.
package enum FieldKind: String, Word {
    case text = "文字"
    case longText = "长文"
    case whole = "整数"
    case amount = "金额"
    case day = "日期"
    case flag = "是否"
    case option = "选项"
    case person = "人员"
    case organization = "组织"
    case household = "贫困户"
    case cooperative = "合作社"

    /// Whether it holds numbers.
    package var isNumber: Bool { self == .whole || self == .amount }
}

/// 密级 of a register.
package enum Secrecy: String, Word {
    case open = "公开"
    case restricted = "限阅"
}

/// 要求 of a gate.
package enum GateDemand: String, Word {
    /// So many entries hang on this one, and all of them satisfy a condition.
    case children = "子项"
    /// No more than so many are in the state.
    case places = "名额"
    /// More than the places, by so many per cent.
    case surplus = "差额"
    /// The smallest number goes first.
    case order = "次序"
}

/// 算法 of a figure.
package enum FigureMethod: String, Word {
    case count = "条数"
    case sum = "求和"
    case distinct = "去重"
}

/// 对象: what the entries of a register are about.
package enum RegisterSubject: Hashable, Sendable {
    case township, branch, village, group, person, household, cooperative
    /// Entries of another register.
    case entry(of: String)

    private static let words: [(subject: RegisterSubject, word: String, english: String)] = [
        (.township, "乡镇", "township"), (.branch, "支部", "branch"), (.village, "村", "village"),
        (.group, "党小组", "party group"), (.person, "人员", "person"), (.household, "贫困户", "household"),
        (.cooperative, "合作社", "cooperative"),
    ]

    /// What the ledger itself holds.
    package static var own: [RegisterSubject] { words.map(\.subject) }

    /// Reads the cell of a definition: any other word is the name of a register.
    package init(_ word: String) {
        self = RegisterSubject.words.first { $0.word.hasSameCodePoints(as: word) }?.subject ?? .entry(of: word)
    }

    /// The word of the files; of entries their register's name.
    package var word: String { register ?? own?.word ?? "" }

    /// The word as officers read it.
    package var title: String { register ?? own.map { localized($0.word, $0.english) } ?? "" }

    private var own: (subject: RegisterSubject, word: String, english: String)? {
        RegisterSubject.words.first { $0.subject == self }
    }

    /// The register on whose entries these hang; nil for none.
    package var register: String? { if case .entry(let register) = self { register } else { nil } }

    /// What an organization must be to be the subject; nil where none is.
    package var organization: OrganizationDemand? {
        switch self {
        case .township: .kind(.township)
        case .branch: .branch
        case .village: .village
        case .group: .kind(.group)
        case .person, .household, .cooperative, .entry: nil
        }
    }
}

extension FieldKind {
    package var english: String {
        switch self {
        case .text: "text"
        case .longText: "long text"
        case .whole: "whole number"
        case .amount: "amount"
        case .day: "date"
        case .flag: "yes or no"
        case .option: "option"
        case .person: "person"
        case .organization: "organization"
        case .household: "household"
        case .cooperative: "cooperative"
        }
    }
}

extension Secrecy {
    package var english: String { self == .open ? "open" : "restricted" }
}

extension GateDemand {
    package var english: String {
        switch self {
        case .children: "entries below"
        case .places: "places"
        case .surplus: "surplus"
        case .order: "order"
        }
    }
}

extension FigureMethod {
    package var english: String {
        switch self {
        case .count: "count"
        case .sum: "sum"
        case .distinct: "distinct"
        }
    }
}
