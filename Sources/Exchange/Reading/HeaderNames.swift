import PartyWork

/// What the names in a header row mean, table by table.
struct HeaderNames {
    private let names: [String?]
    /// The contract's column of each name, if it is one.
    private let exact: [Column?]
    /// What an officer said of some of them, by place.
    let choices: [Int: ColumnChoice]
    /// Where the columns of the six tables stand, which each question about the row asks.
    private let placesInContract: [TableSchema: [Header.FoundColumn]]

    /// What was given for the six tables and what stands above says of them: it is asked as often, and found by reading all lines above.
    private let toldOfContract: [TableSchema: Told]

    private let book: HeaderBook
    /// Whether it stands in a sheet or a foreign file.
    private let isForeign: Bool
    /// Whether it is a file of the contract, which knows no names that lists alone have.
    private let isOfContract: Bool

    init(_ names: [String?], _ book: HeaderBook, isForeign: Bool = false) {
        self.init(names, names.map { book.tables.column($0 ?? "") }, book, isForeign, [:])
    }

    private init(
        _ names: [String?], _ exact: [Column?], _ book: HeaderBook, _ isForeign: Bool, _ choices: [Int: ColumnChoice]
    ) {
        self.names = names
        self.exact = exact
        self.book = book
        self.isForeign = isForeign
        self.choices = choices
        let isOfContract = !isForeign && HeaderNames.isOfContract(names, exact, book)
        self.isOfContract = isOfContract
        let places = Dictionary(
            uniqueKeysWithValues: book.tables.contract.map {
                ($0, HeaderNames.places(of: names, exact, choices, in: $0, book, isOfContract: isOfContract))
            })
        placesInContract = places
        toldOfContract = Dictionary(
            uniqueKeysWithValues: places.map { ($0.key, Told($0.key, $0.value, book, isForeign)) })
    }

    /// Whether the names are those of the contract: they make a table, or change the rows of one and mean nothing else of it.
    private static func isOfContract(_ names: [String?], _ exact: [Column?], _ book: HeaderBook) -> Bool {
        let columns = Set(exact.compactMap { $0 })
        return book.tables.contract.contains { table in
            if columns.isSuperset(of: table.required) { return true }
            guard book.changesRows, columns.isSuperset(of: table.key) else { return false }
            return !names.contains { $0.map { Synonyms.meaning(of: $0, in: table)?.standing == .sure } ?? false }
        }
    }

    /// Those names with what an officer said of some of them.
    func choosing(_ choices: [Int: ColumnChoice]) -> HeaderNames {
        choices.isEmpty ? self : HeaderNames(names, exact, book, isForeign, choices)
    }

    private var tables: [TableSchema] { book.tables }

    /// The only table all of whose required columns are there; one beside the six only where none of the six fits, and
    /// by other names only where none fits by the contract's.
    ///
    /// The name of the sheet and the lines above decide between several.
    func table(_ reasons: inout [ImportNotice.Reason]) -> TableSchema? {
        if let card {
            reasons.append(.card(card))
            return nil
        }
        var fitting = contractTables
        if fitting.isEmpty { fitting = possible.filter { missing(in: $0, isStrict: true).isEmpty } }
        if fitting.isEmpty { fitting = possible.filter { missing(in: $0).isEmpty } }
        if fitting == [.households], isForeign, let title = StateLine.ofOthers(among: book.hints) {
            reasons.append(.otherHouseholds(title))
            return nil
        }
        // A list of households may name their helpers.
        if fitting.contains(.households), isForeign || !isContract { fitting.removeAll { $0 == .pairings } }
        // A list of something else may have the code of each row's division and the village's name.
        if fitting.count > 1 { fitting.removeAll { $0 == .organizations && !isExact(in: $0) } }
        if fitting.count > 1 {
            let hinted = fitting.filter(isHinted)
            if hinted.count == 1 { fitting = hinted }
        }
        if fitting.isEmpty { fitting = changedTables }
        if fitting.isEmpty { fitting = possible.filter { changesNamed($0) } }
        if fitting.count > 1 { reasons.append(.twoTables(fitting)) }
        if fitting.isEmpty, !names.isEmpty { reasons.append(isOfMonths ? .months : nearest) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// The tables of the contract that other names than its own may make: a list that says what each is to a head is of families, and
    /// who stands there is none of the people whom the ledger knows.
    private var possible: [TableSchema] { isOfFamilies ? tables.contract.filter { $0 != .people } : tables.contract }

    /// Whether a column says what each person is to the head of the household.
    private var isOfFamilies: Bool { aid(.relation, in: .households) != nil }

    /// Whether it counts by months, so that no row of it has a day or says what was done: a branch, 1月, 2月, 3月.
    private var isOfMonths: Bool {
        let months = names.count { name in
            guard let name, name.hasSuffix("月") || name.hasSuffix("月份") else { return false }
            return (1...12).contains { ["\($0)月", "\($0)月份"].contains(name) }
                || ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].contains { name.hasPrefix($0 + "月") }
        }
        return months > 2 && isForeign && nearestTable.map { $0 == .organizations || $0 == .people } ?? true
    }

    /// What says that it is a household's card and no list; nil for any other.
    private var card: String? { isForeign && isOfFamilies ? StateLine.ofCard(among: book.hints) : nil }

    /// Whether the contract's own names alone make a table, or more than one, or change the rows of one.
    var isContract: Bool { !contractTables.isEmpty || changedTables.contains { isExact(in: $0) } }

    /// The tables whose rows it may change, though it lacks what new ones need.
    private var changedTables: [TableSchema] { tables.contract.filter { changes($0) } }

    /// Whether a table's key is there, and more, so that saved rows can be changed where that is wanted.
    private func changes(_ table: TableSchema) -> Bool { changes(table, by: table.key) }

    private func changes(_ table: TableSchema, by telling: [Column]) -> Bool {
        guard book.changesRows, !telling.isEmpty else { return false }
        let columns = Set(places(in: table).map(\.column))
        return columns.isSuperset(of: telling) && columns.count > telling.count
    }

    /// Whether what rows without a number are found by is there, and more, so that saved rows can be changed.
    private func changesNamed(_ table: TableSchema) -> Bool {
        (isForeign || !isExact(in: table)) && changes(table, by: table.naming)
    }

    private func isExact(in table: TableSchema) -> Bool {
        places(in: table).allSatisfy { $0.column.header.hasSameCodePoints(as: $0.name) }
    }

    private var contractTables: [TableSchema] {
        let columns = Set(exact.compactMap { $0 })
        let fitting = tables.contract.filter { columns.isSuperset(of: $0.required) }
        if !fitting.isEmpty { return fitting }
        let defining = tables.filter { $0.isOfRegisters && columns.isSuperset(of: $0.required) }
        if let most = defining.map(\.required.count).max() { return defining.filter { $0.required.count == most } }
        return tables.further.filter { !$0.isOfRegisters && isWhole(columns, of: $0) }
    }

    /// The table that an officer said it is, if all required columns are there.
    func table(said table: TableSchema?, _ reasons: inout [ImportNotice.Reason]) -> TableSchema? {
        guard let table else { return nil }
        if let card {
            reasons.append(.card(card))
            return nil
        }
        let missing = missing(in: table)
        if missing.isEmpty || changes(table) || changesNamed(table) { return table }
        reasons.append(.noTable(nearest: table, missing: missing))
        return nil
    }

    /// Whether a table beside the six is meant: its required columns are there, more than a key alone, and no column of
    /// another table, so that a file of the six that lacks a column is never taken for one of these.
    private func isWhole(_ columns: Set<Column>, of table: TableSchema) -> Bool {
        columns.isSuperset(of: table.required) && columns.isSubset(of: table.columns) && columns.count > 1
    }

    /// Whether the name of the sheet or a line above speaks of a table.
    func isHinted(_ table: TableSchema) -> Bool { book.hints.contains { Synonyms.isHinted(table, by: $0) } }

    /// How many required columns of the nearest table are there.
    var kinship: Int {
        let found = tables.contract.map { table in
            Set(places(in: table).map(\.column)).intersection(table.required).count
        }
        return found.max() ?? 0
    }

    /// Which table was meant and what it lacks.
    private var nearest: ImportNotice.Reason {
        guard let table = nearestTable else { return .noTable(nearest: nil, missing: []) }
        return .noTable(nearest: table, missing: missing(in: table))
    }

    /// The required columns of a table that are neither there nor given nor found in another way.
    ///
    /// - Parameter isStrict: whether only columns count that are there.
    func missing(in table: TableSchema, isStrict: Bool = false) -> [Column] {
        let places = places(in: table)
        let there = Set(places.map(\.column))
        let found = there.union(givenColumns(in: table).map(\.field.column))
        let demanded = demanded(in: table).filter { !found.contains($0) }
        if isStrict { return table.required.filter { !there.contains($0) } + demanded }
        let isLenient = isForeign || !isExact(in: table)
        return table.required.filter { !found.contains($0) && !(isLenient && isFound($0, otherwise: table)) }
            + demanded
    }

    /// The columns that a table can do without, and that what stands above the header says of all rows.
    func demanded(in table: TableSchema) -> [Column] { told(of: table).demanded }

    private func told(of table: TableSchema) -> Told {
        toldOfContract[table] ?? Told(table, places(in: table), book, isForeign)
    }

    /// What was given for a table and what stands above the header says of it.
    private struct Told {
        let demanded: [Column]
        let given: [Header.Given]

        init(_ table: TableSchema, _ places: [Header.FoundColumn], _ book: HeaderBook, _ isForeign: Bool) {
            let demanded = isForeign ? StateLine.columns(among: book.hints, in: table) : []
            var present = Set(places.map(\.column))
            let told: [Header.Given] = book.given.compactMap { value in
                guard let field = table.field(called: value.name), present.insert(field.column).inserted else {
                    return nil
                }
                return Header.Given(field: field, value: value)
            }
            let above: [Header.Given] = table.fields.compactMap { field in
                guard isForeign, field.isRequired || demanded.contains(field.column), !present.contains(field.column),
                    let value = book.standing(for: field, in: table)
                else { return nil }
                return Header.Given(field: field, value: value)
            }
            self.demanded = demanded
            given = told + above
        }
    }

    /// Whether rows do without a column: the ledger numbers them, a household is found by its head, a kind follows from a code.
    private func isFound(_ column: Column, otherwise table: TableSchema) -> Bool {
        switch table {
        case .pairings: column == .householdID && aid(.head, in: table) != nil
        case .organizations: column == .kind && names.contains { $0?.contains("区划") ?? false }
        case .households where column == .headcount:
            aid(.relation, in: table) != nil
                || aid(.member, in: table) != nil && places(in: table).contains { $0.column == .head }
        case .households where column == .head: aid(.member, in: table) != nil
        case .activities where column == .householdID: aid(.head, in: table) != nil
        // In every table, these two as well, the number that the ledger gives.
        default: column == table.numbered
        }
    }

    /// Where a column stands that is good for something in a table; nil if none does.
    private func aid(_ aid: Aid, in table: TableSchema) -> Int? { aids(in: table)[aid] }

    /// Where columns stand that are good for something in a table.
    ///
    /// What belongs to a helper may stand behind it under a bare name, as in 帮扶责任人, 职务, 电话; left of the helper it is the
    /// household's.
    func aids(in table: TableSchema) -> [Aid: Int] {
        let named = names.enumerated().compactMap { index, name in
            name.flatMap { Synonyms.aid(of: $0, in: table) }.map { ($0, index) }
        }
        let said = choices.keys.sorted().compactMap { index in saidAid(at: index).map { ($0, index) } }
        var aids = Dictionary(
            said + named.filter { saidAid(at: $0.1) == nil }, uniquingKeysWith: { first, _ in first })
        if table == .pairings, !said.contains(where: { $0.0 == .helperPhone }) {
            aids[.helperPhone] = helperPhone(among: named.filter { $0.0 == .helperPhone }.map(\.1))
        }
        guard table == .households, let helper = aids[.helper] else { return aids }
        var beside: [(Aid, Int)] = []
        for index in names.indices.dropFirst(helper + 1) {
            guard let aid = names[index].flatMap({ Synonyms.besideHelper($0) }) else { break }
            if aid != .helper { beside.append((aid, index)) }
        }
        return aids.merging(beside, uniquingKeysWith: { first, _ in first })
    }

    /// What an officer said that a column is good for; what is personal stays out, whatever anybody says.
    private func saidAid(at index: Int) -> Aid? {
        guard case .aid(let aid) = choices[index], Sensitive.named(by: names[index] ?? "") == nil else { return nil }
        return aid
    }

    /// Where the helper's telephone stands in a list of pairings: under a name that says so, else under a bare one right of the helper,
    /// because left of him it is the household's.
    private func helperPhone(among named: [Int]) -> Int? {
        let helper = places(in: .pairings).first { $0.column == .personID }?.index ?? -1
        let own = named.first { Synonyms.besideHelper(names[$0] ?? "") == nil }
        return own ?? named.first { $0 > helper }
    }

    /// The columns of a table that are not there and were given a value, or have it by the sheet's name or a line above the header
    /// that speaks of all rows.
    func givenColumns(in table: TableSchema) -> [Header.Given] { told(of: table).given }

    /// Where helpers stand in a list of households, one of each level.
    var helpers: [Int] {
        names.indices.filter { index in
            guard choices[index] == nil else { return saidAid(at: index) == .helper }
            return names[index].map { Synonyms.aid(of: $0, in: .households) == .helper } ?? false
        }
    }

    /// Where households stand in a list of pairings that has a column for each of a helper's.
    var numberedHeads: [Int] {
        names.indices.filter { names[$0].map(Synonyms.isNumberedHead) ?? false && choices[$0] == nil }
    }

    /// Where posts stand in a list of people, each a column.
    func posts(besides places: [Header.FoundColumn]) -> [Int] {
        let taken = Set(places.map(\.index))
        return names.indices.filter { index in
            !taken.contains(index) && choices[index] == nil && names[index].map { Synonyms.post($0) != nil } ?? false
        }
    }

    /// The table of the contract that comes nearest: it has a use for most of the columns that are there, of several the one that lacks
    /// least, the one spoken of, the one of whose required columns the greatest share is; nil for none.
    ///
    /// A list of households with their helpers is one of pairings, though its own columns are fewest.
    var nearestTable: TableSchema? {
        if isOfFamilies, let households = tables.contract.first(where: { $0 == .households }) { return households }
        let shares = tables.contract.map { table in
            let places = places(in: table)
            let present = Set(places.map(\.column))
            let aids = present.isEmpty ? [:] : aids(in: table)
            let helping = aids[.head] == nil ? [] : Array(aids.values)
            return (
                Set(places.map(\.index) + helping).count, -missing(in: table).count, isHinted(table) ? 1 : 0,
                table.required.count { present.contains($0) } * 100 / table.required.count
            )
        }
        guard let best = shares.max(by: <), best.0 > 0 else { return nil }
        return shares.firstIndex { $0 == best }.map { tables.contract[$0] }
    }

    /// Where the columns of a table stand: those that an officer said, the contract's names, and synonyms for the columns
    /// that those leave out.
    func places(in table: TableSchema) -> [Header.FoundColumn] {
        placesInContract[table]
            ?? HeaderNames.places(of: names, exact, choices, in: table, book, isOfContract: isOfContract)
    }

    private static func places(
        of names: [String?], _ exact: [Column?], _ choices: [Int: ColumnChoice], in table: TableSchema,
        _ book: HeaderBook, isOfContract: Bool
    ) -> [Header.FoundColumn] {
        let isOfPosted = table == .people && !isOfContract && Synonyms.isOfPosted(book.hints)
        let said = Set(choices.values.compactMap { if case .column(let column) = $0 { column } else { nil } })
        let named = Set(exact.indices.compactMap { choices[$0] == nil ? exact[$0] : nil }).union(said)
        let meanings = names.enumerated().map { index, name in
            let name = isOfPosted ? name.map(Synonyms.ofPosted) : name
            let meaning = choices[index] == nil ? name.flatMap { Synonyms.meaning(of: $0, in: table) } : nil
            return isOfContract && meaning?.standing == .ofLists ? nil : meaning
        }
        return names.indices.compactMap { index in
            let name = names[index] ?? ""
            // What is personal stays out, whatever anybody says.
            if let choice = choices[index], Sensitive.named(by: name) == nil {
                guard case .column(let column) = choice, let field = table[column] else { return nil }
                let reading = exact[index] == column ? .plain : field.lenientReading
                return Header.FoundColumn(field: field, index: index, name: name, reading: reading)
            }
            // The officer gave the column to another.
            if let column = exact[index], said.contains(column) { return nil }
            if let column = exact[index], let field = table[column] {
                return Header.FoundColumn(field: field, index: index, name: name, reading: .plain)
            }
            guard let meaning = meanings[index], !named.contains(meaning.field.column),
                !meanings.contains(where: { other in
                    other.map { $0.field.column == meaning.field.column && meaning.isBehind($0) } ?? false
                })
            else { return nil }
            return Header.FoundColumn(field: meaning.field, index: index, name: name, reading: meaning.reading)
        }
    }

    /// A fault for each column that several headers name.
    func repeated(_ places: [Header.FoundColumn]) -> [ImportNotice.Reason] {
        var seen: Set<Column> = []
        return places.compactMap { place in
            let alike = places.filter { $0.column == place.column }
            guard alike.count > 1, seen.insert(place.column).inserted else { return nil }
            let isExact = alike.allSatisfy { $0.column.header.hasSameCodePoints(as: $0.name) }
            return isExact ? .columnTwice(place.column) : .understoodTwice(place.column, alike.map(\.name))
        }
    }

    /// The names that no column took, those of cells that could not be read left out.
    func unused(_ places: [Header.FoundColumn]) -> [(index: Int, name: String)] {
        let used = Set(places.map(\.index))
        return names.enumerated().compactMap { index, name in
            guard let name, !used.contains(index) else { return nil }
            return (index, name)
        }
    }
}

extension TableSchema {
    /// Whether it defines registers, or holds their steps: of those that fit a header the one with the most required columns is meant,
    /// and columns that it does not have are passed over (REGISTERS section 2).
    var isOfRegisters: Bool { TableSchema.definitions.contains(self) || self == .steps }

    /// Whether its rows are entries of a register.
    var isOfEntries: Bool { name.hasPrefix(Entry.filePrefix) }

    /// The column that a header names, by whatever name.
    func field(called name: String) -> ColumnSchema? {
        fields.first { $0.column.header.hasSameCodePoints(as: name) } ?? Synonyms.meaning(of: name, in: self)?.field
    }

    /// The columns by which a row without a number is found among those saved, whatever else a list has; none where more is needed.
    var naming: [Column] {
        switch self {
        case .households: [.village, .head]
        case .people: [.organization, .personName]
        // An activity is found by nearly all that it must have; the keys of all others are somebody else's.
        default: []
        }
    }

    /// The column whose numbers the ledger gives where they are missing; nil for a table whose keys are somebody else's.
    var numbered: Column? {
        switch self {
        case .households: .householdID
        case .people: .personID
        case .activities: .number
        case _ where isOfEntries: key.first
        // The keys of all others are somebody else's, or made of several columns.
        default: nil
        }
    }
}
