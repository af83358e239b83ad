/// A column as one table has it: whether it must be filled, what it holds, where it is kept, and by what other names files call it.
///
/// A class, because an import hands it on for every cell.
package final class ColumnSchema: Sendable {
    package let column: Column
    private let need: Need
    package let kind: Kind
    /// Where its values are kept.
    package let place: Storage
    /// What to fill in, in a sentence of Chinese, as all of a template (CONTRACT section 1).
    package let guide: String
    /// Whether it is masked wherever the journal's sentences name it.
    package let isPersonal: Bool
    /// The other headers that files have for it.
    package let synonyms: [Synonym]
    /// How its cells are read in lists, under its own header too; nil where its kind says that.
    private let ownReading: CellReading?

    /// Whether a column must be filled.
    package enum Need: Sendable {
        /// It tells rows apart, and must be filled.
        case key
        /// It tells rows apart, also by being empty.
        case keyIfFilled
        case required
        case optional
    }

    /// What a column holds.
    package enum Kind: Sendable {
        /// Any text on one line, or on several.
        case text(limit: Int = 200, hasLines: Bool = false)
        /// A day; where it must be known to the day, the month alone is not read for its first.
        case day(isExact: Bool = false)
        case month
        case number(ClosedRange<Int>)
        case word(WordList)
        /// The code of an organization, whose parent's code is its beginning.
        case code
        /// The key of a row elsewhere.
        case reference(Referent)
        /// Keys of rows elsewhere, separated by `;` or `；`.
        case list(of: Referent)
    }

    /// What a column refers to.
    package enum Referent: Sendable, Hashable {
        case organization(OrganizationDemand)
        case person
        case household
        case activity
        case checklist
        /// One of those whom a checklist asks: a person, an organization or a household.
        case subject
        case cooperative
        case register
        /// Something of the same register, by its name.
        case name
    }

    /// Where in the database a column's value is kept.
    package enum Storage: Sendable {
        /// A text or number that is always there.
        case value(String)
        /// A text that is NULL when empty.
        case optional(String)
        /// 1 for 是, 0 for 否.
        case flag(String)
        /// A side table, one row an item in the file's order: its name, the column with the key of the row that has the list, and
        /// the column with the item.
        case list(String, owner: String, item: String)
    }

    /// Headers of other systems for a column, and how cells under them are read; only names that leave no doubt within their table.
    package struct Synonym: Sendable {
        package let names: [String]
        package let reading: CellReading
        package let standing: Standing
    }

    /// Where a name that files have for a column holds.
    package enum Standing: Sendable {
        /// Everywhere: two of them in one header are one too many.
        case sure
        /// Everywhere, where no sure one is there, the first before the others.
        case ranked
        /// As those, and only in lists: a file of the contract does not know it.
        case ofLists
    }

    package convenience init(
        _ column: Column, _ need: Need = .optional, _ kind: Kind = .text(), _ place: Storage, _ guide: String = "",
        isPersonal: Bool = false
    ) {
        self.init(column, need, kind, place, guide, isPersonal, [], nil)
    }

    private init(
        _ column: Column, _ need: Need, _ kind: Kind, _ place: Storage, _ guide: String, _ isPersonal: Bool,
        _ synonyms: [Synonym], _ ownReading: CellReading?
    ) {
        self.column = column
        self.need = need
        self.kind = kind
        self.place = place
        self.guide = guide
        self.isPersonal = isPersonal
        self.synonyms = synonyms
        self.ownReading = ownReading
    }

    /// The column with more names that files have for it, and how cells under them are read.
    package func known(as names: String..., reading: CellReading = .plain) -> ColumnSchema {
        known(as: names, reading, .sure)
    }

    /// The column with names of which the first that a header has means it, where no sure one is there.
    package func known(inOrder names: String..., reading: CellReading = .plain) -> ColumnSchema {
        known(as: names, reading, .ranked)
    }

    /// The column with names that lists have for it, of which the first means it where nothing else does.
    package func known(inLists names: String..., reading: CellReading = .plain) -> ColumnSchema {
        known(as: names, reading, .ofLists)
    }

    private func known(as names: [String], _ reading: CellReading, _ standing: Standing) -> ColumnSchema {
        let synonym = Synonym(names: names, reading: reading, standing: standing)
        return ColumnSchema(column, need, kind, place, guide, isPersonal, synonyms + [synonym], ownReading)
    }

    /// The column of which lists have names where its files have keys.
    func named(by reading: CellReading) -> ColumnSchema {
        ColumnSchema(column, need, kind, place, guide, isPersonal, synonyms, reading)
    }

    package var isKey: Bool { need == .key || need == .keyIfFilled }
    package var isRequired: Bool { need == .key || need == .required }

    /// Whether a cell holds several items.
    package var isList: Bool { if case .list = kind { true } else { false } }

    /// Whether it holds a day.
    package var isDay: Bool { if case .day = kind { true } else { false } }

    /// The whole numbers it may hold; nil for a column that holds none.
    package var numbers: ClosedRange<Int>? { if case .number(let range) = kind { range } else { nil } }

    /// The words it may hold; nil where any text will do.
    package var words: WordList? { if case .word(let list) = kind { list } else { nil } }

    /// Whether it holds the day on which a row is no longer counted as before.
    package var endsRow: Bool { [.liftedOn, .closedOn, .leftOn, .deregisteredOn].contains(column) }

    /// Whether it lists villages.
    package var isOfVillages: Bool { if case .list(of: .organization(.village)) = kind { true } else { false } }

    /// The most code points a cell may have (CONTRACT section 1, bad rows).
    package var limit: Int {
        switch kind {
        case .text(let limit, _): limit
        case .list: 2_000
        case .day, .month, .number, .word, .code, .reference: 200
        }
    }

    /// Whether a cell may hold line breaks.
    package var allowsLineBreaks: Bool { if case .text(_, hasLines: true) = kind { true } else { false } }

    /// The table whose rows it names; nil for none, or for several.
    package var target: TableSchema? {
        switch kind {
        case .code: .organizations
        case .reference(let referent), .list(of: let referent): referent.table
        case .text, .day, .month, .number, .word: nil
        }
    }

    /// How the cells are read of a column that an officer takes for this one: with every leave, because the header promised nothing.
    package var lenientReading: CellReading {
        if let ownReading { return ownReading }
        return switch kind {
        case .day(isExact: false): .date
        case .reference(.organization(.village)): .village
        case .reference(.organization): .organization
        case .reference(.person): .person
        case .list(of: .person): .people
        // Nothing but days and names is written in more ways than one.
        default: .plain
        }
    }

    /// What a cell says on screens: a closed word in the language spoken, anything else as it was entered.
    package func title(of cell: String) -> String { words == nil ? cell : ClosedWord.title(of: cell) }
}

/// A closed list of words that a column may hold.
package struct WordList: Sendable {
    /// The words in the order of the contract.
    package let words: [String]
    /// The words as a form offers them; the last stands there at first.
    package let offered: [String]

    package init(_ words: [String], offered: [String]? = nil) {
        self.words = words
        self.offered = offered ?? words
    }

    /// The words of an enumeration.
    package init<W: Word>(_ words: W.Type, offered: [String]? = nil) { self.init(W.choices, offered: offered) }
}

extension ColumnSchema {
    /// 组织编码, by which people, cooperatives and activities belong to an organization; lists of other systems name it.
    static let organization = ColumnSchema(
        .organization, .required, .reference(.organization(.any)), .value("organization"), "所属组织的编码，要在组织表或台账里"
    ).known(
        as: "所在党支部", "所属党支部", "所在支部", "所属支部", "党支部", "所在党组织", "所属党组织", "所在组织", "所属组织", "党支部名称", "支部名称", "支部", "党组织",
        "党组织名称",
        reading: .organization
    ).known(as: "支部编码", "党支部编码", "所在支部编码", "党组织编码")

    /// The column by the names that other systems have for the number of a household.
    func knownAsHousehold() -> ColumnSchema {
        known(as: "户码", "户编码", "户号", "贫困户编号", "农户编号", "家庭编号")
    }
}

extension ColumnSchema.Referent {
    fileprivate var table: TableSchema? {
        switch self {
        case .organization: .organizations
        case .person: .people
        case .household: .households
        case .activity: .activities
        case .checklist: .checklists
        case .cooperative: .cooperatives
        case .register: .registers
        case .subject, .name: nil
        }
    }
}
