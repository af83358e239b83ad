/// A column of a file, and what an import takes it for.
package struct FileColumn: Hashable, Sendable {
    /// Its place in the row, the first is 0.
    package let index: Int
    /// What the header calls it, without blanks at its ends; of a sheet also without line breaks and remarks.
    package let name: String
    /// What it is taken for.
    package var meaning: Meaning

    package init(_ index: Int, _ name: String, _ meaning: Meaning) {
        self.index = index
        self.name = name
        self.meaning = meaning
    }

    /// What a column of a file can be.
    package enum Meaning: Hashable, Sendable {
        /// A column of the table, and how its cells are read.
        case taken(Column, CellReading)
        /// It is no column of the table, and helps to read others.
        case aid(Aid)
        /// The officer left it out.
        case leftOut
        /// The ledger has no place for it, as is known from the exports of other systems.
        case notKept
        /// Personal data that the ledger may not hold; known by the header, or by what stands in the cells.
        case sensitive(Sensitive, isInCells: Bool)
        /// Nobody knows.
        case unknown
    }

    /// The table's column that it is taken for; nil for none.
    package var column: Column? { if case .taken(let column, _) = meaning { column } else { nil } }

    /// How its cells are read.
    package var reading: CellReading { if case .taken(_, let reading) = meaning { reading } else { .plain } }

    /// Whether it holds personal data that the ledger may not hold.
    package var isSensitive: Bool { if case .sensitive = meaning { true } else { false } }

    /// Whether the file calls it what the contract does.
    package var isExact: Bool { column?.header.hasSameCodePoints(as: name) ?? false }

    /// Whether it is not read, so that this must be said; a column without a name is a trailing comma.
    package var isLeftOut: Bool {
        switch meaning {
        case .taken, .aid: false
        case .unknown: !name.isEmpty
        case .leftOut, .notKept, .sensitive: true
        }
    }
}

/// What a column is for that the table does not have, and that helps to read others.
package enum Aid: String, Hashable, Sendable, CaseIterable {
    /// The helper's branch, which tells helpers of one name apart.
    case helperBranch
    /// In a list of pairings the head of the household, by which it is found.
    case head
    /// In a list of pairings the household's village.
    case village
    /// In a list of households with a row for each person, what the person is to the head.
    case relation
    /// The person's name in such a list.
    case member
    /// In a list of households who helps.
    case helper
    /// Since when.
    case pairedOn
    /// The helper's telephone and post, for one whom the ledger does not know yet.
    case helperPhone
    case helperPost
    /// What has become of the row: 是否脱贫, 经营状态.
    case state
    /// What kind of household a row is, of which the poor ones alone are the ledger's: 户属性.
    case sort
    /// The township of the row's village or branch, which others may have under the same name.
    case township
    /// In a list of people a post, below which those who hold it are ticked: 支部书记, 是否第一书记.
    case post

    /// What an officer may say that a column of a table is.
    package static func choices(in table: TableSchema) -> [Aid] { choices[table] ?? [] }

    private static let choices: [TableSchema: [Aid]] = [
        .households: [.helper, .helperBranch, .helperPost, .helperPhone, .pairedOn],
        .pairings: [.head, .village, .helperBranch, .helperPost, .helperPhone],
    ]

    /// What an officer calls it.
    package var title: String {
        switch self {
        case .helperBranch: localized("帮扶人支部", "Helper's branch")
        case .head: localized("户主", "Head")
        case .village: localized("村", "Village")
        case .relation: localized("与户主关系", "Relation")
        case .member: localized("家庭成员", "Member")
        case .helper: localized("帮扶人", "Helper")
        case .pairedOn: localized("结对日期", "Paired on")
        case .helperPhone: localized("帮扶人电话", "Helper's phone")
        case .helperPost: localized("帮扶人职务", "Helper's post")
        case .state: localized("状态", "State")
        case .sort: localized("户的类型", "Kind of household")
        case .township: localized("乡镇", "Township")
        case .post: localized("职务", "Post")
        }
    }

    /// What it is good for.
    package var remark: String {
        switch self {
        case .helperBranch: localized("用来分清同名的帮扶人", "Tells helpers of one name apart")
        case .head, .village: localized("用来找到这一户", "Finds the household")
        case .relation: localized("每户一行，其余的人只计人数", "One row a household, the others are counted")
        case .member: localized("户主，或家里的人", "The head, or one of the family")
        case .helper, .pairedOn: localized("登记为结对", "Becomes a pairing")
        case .helperPhone, .helperPost: localized("登记新的帮扶人时用", "For a helper who is added")
        case .state: localized("和日期核对", "Compared with the days")
        case .sort: localized("不是贫困户的行不导入", "Rows of other households are refused")
        case .township: localized("分清别的乡镇的同名村", "Tells villages of one name apart")
        case .post: localized("打勾的记为职务", "Ticked, it is a post")
        }
    }
}

/// How the cells of a column are read where its header is not the contract's own.
package enum CellReading: Hashable, Sendable {
    /// As the contract says.
    case plain
    /// A date, of which the year or the month alone may stand there.
    case date
    /// A 村党组织 by its name or its code.
    case village
    /// An organization by its name or its code.
    case organization
    /// A person by name or number.
    case person
    /// People by name or number, in the row's branch.
    case people
    /// A household by its head, perhaps behind the village's name, or by number.
    case household
    /// A cooperative by its name or code.
    case cooperative
}

/// Personal data that the ledger may not hold (DOMAIN: no identity numbers, no bank accounts, no health records).
package enum Sensitive: String, Hashable, Sendable, CaseIterable {
    case identity = "身份证号"
    case account = "银行账号"
    case health = "健康情况"

    /// What an officer calls it.
    package var title: String {
        switch self {
        case .identity: localized("身份证号", "identity numbers")
        case .account: localized("银行账号", "bank accounts")
        case .health: localized("健康情况", "health records")
        }
    }
}
