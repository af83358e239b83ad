import PartyWork

/// The row of a file that names its columns: which table it belongs to and where its columns stand (CONTRACT section 1, files).
///
/// The contract's own names come first. Only where they do not make a table does what an officer said of the same header before
/// count, and only for columns that they leave out are the names tried that other systems use (`Synonyms`). What the officer says
/// of the header in this call goes before everything.
struct Header: Sendable {
    /// The table; nil if the file's rows are not to be looked at.
    let table: TableSchema?
    /// The table, or the one that comes nearest.
    let nearest: TableSchema?
    /// The table's columns with their places in a row, in the order of the file.
    let found: [FoundColumn]
    /// All columns of the file, and what each is taken for.
    let columns: [FileColumn]
    /// The table's columns that the file does not have.
    let absent: [ColumnSchema]
    /// The number of cells; what stands beyond must be empty.
    let width: Int
    /// Faults and warnings, all of `line`.
    private(set) var reasons: [ImportNotice.Reason]
    /// Where its notices stand: line 1 of a CSV file as the contract has it, whatever is empty above; else its own row.
    let line: Int
    /// The columns that are read by nobody and say nothing about what is in them, with their names; without one where the
    /// file has none.
    let unknown: [(index: Int, name: String)]
    /// The year of days that have none, as the lines above the header or the sheet's name tell it; nil where they do not.
    let year: Int?
    /// What stands above it, which pages of a long list say once more.
    let titles: Set<String>
    /// The name of the sheet, and what stands above the header.
    private let hints: [String]
    /// Where columns stand that help to read others.
    let aids: [Aid: Int]
    /// Where further helpers stand in a list of households that has one of each level.
    let furtherHelpers: [Int]
    /// Who helps all households of a list that has no column for it, as a line above says.
    let helperAbove: HelperCell.Helper?
    /// The columns that stand there and that what stands above demands of every row.
    let demanded: [Column]
    /// Where further households stand in a list of pairings that has a column for each of a helper's.
    let furtherHeads: [Int]
    /// Where posts stand in a list of people, below which those who hold them are ticked.
    let posts: [Int]
    /// What was given for columns that are not there.
    let given: [Given]
    /// The required columns of the nearest table that nothing makes up for.
    let missing: [Column]
    /// The column whose numbers the ledger gives where they are missing; nil for none.
    let numbered: Column?
    /// Where identity numbers stand, by which rows are told apart while they are read.
    let identity: Int?
    /// How many required columns of the nearest table are there.
    let kinship: Int
    /// Whether the name of the sheet or a line above speaks of the nearest table.
    let isHinted: Bool
    /// The cells, as corrections know them.
    let shape: HeaderShape
    /// What an officer said of it.
    let said: HeaderBook.Said?
    /// Whether the contract's own names alone make a table of it.
    let isContract: Bool
    /// Whether its rows are read with leave: it is a sheet, or a CSV file that the contract alone would not read.
    let isLenient: Bool
    /// The rows that it takes, of which `line` is the last.
    let lines: ClosedRange<Int>
    /// The columns of the sheet that are its own, where several lists stand side by side; nil for the whole sheet.
    private(set) var part: Range<Int>?
    /// The columns of each list, where several stand side by side.
    private(set) var parts: [Range<Int>] = []
    /// Whether it is of a part of a list, so that a total may be of more rows than its own.
    private(set) var isPartial = false
    /// Whether it is one of a register's entries.
    let isOfEntries: Bool

    /// The places of the columns that are read.
    var columnsRead: [Int] {
        found.map(\.index) + aids.values + furtherHelpers + furtherHeads + posts + (identity.map { [$0] } ?? [])
    }

    /// The required columns that it lacks all the same: it can only change rows that are saved.
    var lacks: [Column] { table == nil ? [] : missing }

    /// The columns that every row has.
    var present: [Column] { found.map(\.column) + given.map(\.field.column) }

    /// A column that is not there, and what an officer gave for it.
    struct Given: Sendable {
        let field: ColumnSchema
        let value: GivenValue

        /// Whether it says where rows belong.
        var isOfUnit: Bool { field.lenientReading == .village || field.lenientReading == .organization }

        /// Whether the officer gave it, and not the sheet's name or a line above.
        var isOfficers: Bool {
            switch value.value {
            case .text, .fileName: true
            case .title, .sheetName: false
            }
        }
    }

    /// Where a column stands, what the file calls it, how its cells are read, and whether they must be filled.
    struct FoundColumn: Sendable {
        let field: ColumnSchema
        let index: Int
        let name: String
        let reading: CellReading

        var column: Column { field.column }
        var isRequired: Bool { field.isRequired }
        /// Whether the number counts and not how a sheet shows it: `3人` is 3.
        var isNumber: Bool { field.numbers != nil }
        /// Whether its cells are the names of people.
        var isOfNames: Bool { column == .head || column == .personName }
    }

    /// The header of a file without any row.
    static let empty = Header([], [.emptyFile], book: HeaderBook(of: []))

    /// Reads the first row of a CSV file as the contract does.
    init(_ row: borrowing some RecordRow & ~Copyable, book: HeaderBook) {
        let row = HeaderRow(row, isFolded: false)
        self.init(row.names, row.faults, book: book)
    }

    /// - Parameters:
    ///   - lines: where it stands in a sheet or in a foreign file, which are read with leave; nil for line 1 of a CSV file.
    ///   - book: what officers said of headers.
    ///   - hasSeveral: whether several lists may stand side by side; then it is of the first.
    init(
        _ names: [String?], _ faults: [ImportNotice.Reason] = [], lines: ClosedRange<Int>? = nil,
        book: HeaderBook, hasSeveral: Bool = false
    ) {
        let faults = faults + Header.faults(in: names)
        if let entries = EntryHeader(names, book, isForeign: lines != nil) {
            self.init(entries, names, faults, lines)
        } else {
            let parts = hasSeveral ? SideBySide.parts(of: names) : []
            self.init(named: parts.first.map { Array(names[$0]) } ?? names, faults, lines, book)
            (part, self.parts, isPartial) = (parts.first, parts, !parts.isEmpty)
        }
    }

    /// The header of each list, where several stand side by side; else itself.
    var sideBySide: [Header] {
        if parts.isEmpty { return [self] }
        return parts.map { part in
            var header = self
            header.part = part
            return header
        }
    }

    /// The header once more for the rows below a line that says something else of them than what stood above, another village or branch,
    /// 预备党员 below 正式党员, or below two such lines, 三河村 and within it 正式党员; nil for any others.
    ///
    /// - Parameter book: what was said of the file or sheet, nothing of its lines.
    func next(below lines: [String], line: Int, _ book: HeaderBook) -> Header? {
        guard table != nil, let turned = given.first(where: { !$0.isOfficers && isOther(lines[0], than: $0) }) else {
            return nil
        }
        let above = hints.dropFirst(book.hints.count)
        let last = above.lastIndex { speaks($0, of: turned) } ?? above.startIndex
        // What stood within the part before ends with it.
        let others = above.indices.filter { place in
            !speaks(hints[place], of: turned) && (place < last || LinePart(hints[place], of: book.tables) == nil)
        }.map { hints[$0] }
        var header = Header(columns.map(\.name), lines: line...line, book: book.below(others + lines))
        let told = header.given.map(\.value.value)
        let isTurned = header.given.contains {
            $0.field.column == turned.field.column && $0.value.value == .title(lines[0])
        }
        guard header.table == table, header.missing.isEmpty, isTurned,
            lines.allSatisfy({ told.contains(.title($0)) })
        else { return nil }
        (header.part, header.parts, header.isPartial) = (part, parts, true)
        // Of the columns all was told where they stand.
        header.reasons = []
        return header
    }

    /// Whether a line is another value of what was given for all rows.
    private func isOther(_ cell: String, than given: Given) -> Bool {
        guard let text = unit(given) else { return false }
        if given.isOfUnit { return UnitLine.isPart(cell) && UnitLine.isOther(cell, than: [text]) }
        return WordLine.word(cell, of: given.field).map { !text.contains($0) } ?? false
    }

    /// Whether a text above says something of a column.
    private func speaks(_ text: String, of given: Given) -> Bool {
        given.isOfUnit
            ? UnitLine.text(among: [text]) != nil : given.field.words?.words.contains(where: text.contains) ?? false
    }

    /// The header of any other table.
    private init(
        named names: [String?], _ faults: [ImportNotice.Reason], _ lines: ClosedRange<Int>?,
        _ book: HeaderBook
    ) {
        var reasons = faults
        isOfEntries = false
        shape = HeaderShape(ofFile: names.map { $0 ?? "" })
        let bare = HeaderNames(names, book, isForeign: lines != nil)
        isContract = bare.isContract
        let isLenient = lines != nil || !isContract
        self.isLenient = isLenient
        self.lines = lines ?? 1...1
        year = isLenient ? UnitLine.year(among: book.hints) : nil
        titles = book.titlesAbove
        hints = book.hints
        said = book.said(of: shape, isContract: isContract)
        let naming = bare.choosing(said?.mapping.choices ?? [:])
        let found = said.map { naming.table(said: $0.mapping.table, &reasons) } ?? naming.table(&reasons)
        if found == nil, said == nil, let register = EntryHeader.register(of: names) {
            reasons = faults + [.noRegister(register)]
        }
        let nearest = said.map(\.mapping.table) ?? found ?? naming.nearestTable
        self.nearest = nearest
        let places = nearest.map { naming.places(in: $0) } ?? []
        let repeated = found == nil ? [] : naming.repeated(places)
        reasons += repeated
        let table = repeated.isEmpty ? found : nil
        self.table = table
        self.found = table == nil ? [] : places
        given = table.map { naming.givenColumns(in: $0) } ?? []
        let present = Set(places.map(\.column) + given.map(\.field.column))
        let posts = table == .people && isLenient && !present.contains(.post) ? naming.posts(besides: places) : []
        self.posts = posts
        absent = table?.fields.filter { !present.contains($0.column) } ?? []
        width = names.count
        line = self.lines.upperBound
        kinship = naming.kinship
        isHinted = nearest.map(naming.isHinted) ?? false
        let aids = nearest.map { Header.aids(places, naming, isLenient, $0) } ?? [:]
        self.aids = table == nil ? [:] : aids
        let helpers = table == .households && aids[.helper] != nil ? naming.helpers : []
        let furtherHelpers = helpers.filter { index in
            !aids.values.contains(index) && !places.contains { $0.index == index } && naming.choices[index] != .leftOut
        }
        self.furtherHelpers = furtherHelpers
        let heads = table == .pairings && isLenient ? naming.numberedHeads.filter { $0 != aids[.head] } : []
        furtherHeads = aids[.head] == nil ? [] : heads
        helperAbove =
            table == .households && isLenient && aids[.helper] == nil ? Synonyms.helper(among: hints) : nil
        demanded = (table.map { naming.demanded(in: $0) } ?? []).filter { column in
            places.contains { $0.column == column }
        }
        missing = nearest.map { naming.missing(in: $0) } ?? []
        let isKeyed = table.map { present.isSuperset(of: $0.key) } ?? true
        numbered = isLenient && (missing.isEmpty || !isKeyed) ? table?.numbered : nil
        let further =
            furtherHelpers.map { ($0, Aid.helper) } + furtherHeads.map { ($0, Aid.head) } + posts.map { ($0, Aid.post) }
        columns = Header.columns(
            names, places, aids, Dictionary(uniqueKeysWithValues: further), naming.choices)
        identity =
            numbered == nil ? nil : columns.first { $0.meaning == .sensitive(.identity, isInCells: false) }?.index
        let ignored = table == nil ? [] : columns.filter(\.isLeftOut)
        let isPlan = isLenient && said == nil && table == .households && StateLine.isPlan(among: hints)
        let planned = isPlan ? places.filter { $0.column == .liftedOn }.map(\.name) : []
        let above = helperAbove.map { [ImportNotice.Reason.helperAbove($0.name)] } ?? []
        self.reasons = reasons + above + planned.map { .undecided($0) } + Header.reasons(for: ignored)
        unknown =
            table == nil ? [] : columns.filter { $0.meaning == .unknown }.map { ($0.index, $0.name) }
    }

    /// The header of a file of entries, which nothing but its register's own names is read by, with leave other names of what it is about.
    private init(
        _ entries: EntryHeader, _ names: [String?], _ faults: [ImportNotice.Reason], _ lines: ClosedRange<Int>?
    ) {
        let places = entries.places
        let taken = Set(places.map(\.index))
        isOfEntries = true
        shape = HeaderShape(ofFile: names.map { $0 ?? "" })
        (identity, year, aids) = (nil, nil, [:])
        (titles, hints, furtherHelpers, furtherHeads, posts) = ([], [], [], [], [])
        (helperAbove, demanded) = (nil, [])
        (said, given, missing, isContract) = (entries.said, entries.given, entries.missing, entries.isContract)
        isLenient = entries.isLenient
        numbered = entries.isLenient ? entries.table?.numbered : nil
        self.lines = lines ?? 1...1
        line = self.lines.upperBound
        table = entries.table
        nearest = entries.nearest
        kinship = entries.nearest?.required.count { column in places.contains { $0.column == column } } ?? 3
        isHinted = false
        width = names.count
        self.found = entries.table == nil ? [] : places
        let present = Set(places.map(\.column) + given.map(\.field.column))
        absent = entries.table?.fields.filter { !present.contains($0.column) } ?? []
        let choices = said?.mapping.choices ?? [:]
        columns = names.enumerated().map { index, name in
            let place = places.first { $0.index == index }
            if place == nil, choices[index] == .leftOut { return FileColumn(index, name ?? "", .leftOut) }
            if !entries.isContract, let kind = Sensitive.named(by: name ?? "") {
                return FileColumn(index, name ?? "", .sensitive(kind, isInCells: false))
            }
            return FileColumn(index, name ?? "", place.map { .taken($0.column, $0.reading) } ?? .unknown)
        }
        let ignored = columns.filter { $0.isLeftOut && !entries.passedOver.contains($0.index) }
        reasons = faults + entries.reasons + (entries.table == nil ? [] : Header.reasons(for: ignored))
        let others = columns.filter { $0.meaning == .unknown }.map { ($0.index, $0.name) }
        unknown =
            entries.isContract ? others.filter { names[$0.0] == "" && !taken.contains($0.0) } : others
    }

    /// What is wrong with the signs of the names.
    private static func faults(in names: [String?]) -> [ImportNotice.Reason] {
        names.compactMap { name in
            name.flatMap { name in CellRules.fault(in: name, limit: .max).map { .header(name, $0) } }
        }
    }

    /// Whether it may be the header of a register's entries, for which all registers of the call must be known first.
    var mayBeEntries: Bool { isOfEntries || EntryHeader.isPossible(columns.map(\.name)) }

    /// Whether the row is meant as the header of a table: it makes one, or has more than one of the columns that one needs, or one
    /// where the table is spoken of, or an officer said so.
    var isMeant: Bool {
        table != nil || kinship > (isHinted ? 0 : 1) && !isSummary || said?.mapping.table != nil
    }

    /// Whether it counts households or people by villages and names none of them: 各村贫困户汇总表.
    private var isSummary: Bool {
        let isCount = hints.contains { $0.contains("汇总") || $0.contains("统计") }
        guard let nearest, said == nil, isCount else { return false }
        let names: [Column] = [.head, .personName]
        return nearest.columns.contains(where: names.contains) && missing.contains(where: names.contains)
    }

    /// Whether nothing better can follow: it makes a table, or an officer has said something of it.
    var isFound: Bool { table != nil && missing.isEmpty || said != nil || isGuide }

    /// Whether an officer said that the sheet is not to be imported.
    var isLeftOut: Bool { said.map { $0.mapping.table == nil } ?? false }

    /// What the template's own sheet says of each column; no import needs to be told that it is no table.
    static let guide = ["表", "列", "必填", "填什么", "可以填的词"]

    /// Whether the sheet is the template's own, which explains the others.
    var isGuide: Bool { columns.map(\.name) == Header.guide }

    /// Whether what stands above it says something else of its rows than what stands above another: their village, kind or year.
    func saysOther(than other: Header) -> Bool {
        if let year, year != other.year { return true }
        return given.contains { one in
            guard case .title(let title) = one.value.value,
                let before = other.given.first(where: { $0.field.column == one.field.column })
            else { return false }
            guard case .title(let text) = before.value.value else { return true }
            return !HeaderShape.folded(title).hasSameCodePoints(as: HeaderShape.folded(text))
        }
    }

    /// What else than its own cells says where all rows belong: a title, the name of the sheet, the officer; empty where they say it
    /// themselves.
    var unitTexts: [String] {
        let given = given.filter(\.isOfUnit)
        return given.isEmpty ? [] : given.compactMap { unit($0) } + hints
    }

    private func unit(_ given: Given) -> String? {
        switch given.value.value {
        case .title(let text), .text(let text): text
        case .sheetName: hints.first
        case .fileName: nil
        }
    }

    /// Whether each row says where it belongs.
    var namesUnits: Bool {
        found.contains { $0.field.lenientReading == .village || $0.field.lenientReading == .organization }
    }

    /// Whether cells name what elsewhere has a code.
    var namesThings: Bool {
        found.contains { $0.reading.isName || isLenient && $0.field.lenientReading == .people }
            || given.contains { $0.field.lenientReading.isName } || aids[.head] != nil || aids[.helper] != nil
            || helperAbove != nil
    }

    /// Whether households are named by their heads.
    var namesHouseholds: Bool { aids[.head] != nil || reads(.household) }

    /// Whether cells, or what was given for all, are read in a way.
    func reads(_ reading: CellReading) -> Bool {
        found.contains { $0.reading == reading } || given.contains { $0.field.lenientReading == reading }
    }

    /// The columns beside the table's own that help to read them: the helper's branch where helpers are named; a household's head and
    /// village where it has no number; what people are to the head where each has a row.
    private static func aids(
        _ places: [FoundColumn], _ naming: HeaderNames, _ isLenient: Bool, _ table: TableSchema
    ) -> [Aid: Int] {
        let used = Set(places.map(\.index))
        let there = naming.aids(in: table)
        let namesHelper =
            places.contains { $0.reading == .person } || table == .households && isLenient && there[.helper] != nil
        let hasNumber = places.contains { $0.column == .householdID }
        return Aid.allCases.reduce(into: [:]) { aids, aid in
            guard let index = there[aid], !used.contains(index), naming.choices[index] != .leftOut else { return }
            let isOfUse =
                switch aid {
                case .helperBranch, .helperPhone, .helperPost: namesHelper
                case .head, .village: isLenient && !hasNumber
                case .relation, .helper: isLenient
                case .member: isLenient
                case .pairedOn: isLenient && namesHelper
                case .state, .sort, .township: isLenient
                // Of these there may be many.
                case .post: false
                }
            if isOfUse { aids[aid] = index }
        }
    }

    private static func columns(
        _ names: [String?], _ places: [FoundColumn], _ aids: [Aid: Int], _ further: [Int: Aid],
        _ choices: [Int: ColumnChoice]
    ) -> [FileColumn] {
        names.enumerated().map { index, name in
            let name = name ?? ""
            if let place = places.first(where: { $0.index == index }) {
                return FileColumn(index, name, .taken(place.column, place.reading))
            }
            if choices[index] == .leftOut { return FileColumn(index, name, .leftOut) }
            if let aid = aids.first(where: { $0.value == index })?.key { return FileColumn(index, name, .aid(aid)) }
            if let aid = further[index] { return FileColumn(index, name, .aid(aid)) }
            if let kind = Sensitive.named(by: name) {
                return FileColumn(index, name, .sensitive(kind, isInCells: false))
            }
            return FileColumn(index, name, NotKept.contains(name) ? .notKept : .unknown)
        }
    }

    /// What is told of columns that are not read, of each name once; nothing of one that the officer left out.
    private static func reasons(for columns: [FileColumn]) -> [ImportNotice.Reason] {
        columns.compactMap { column in
            guard columns.first(where: { $0.name.hasSameCodePoints(as: column.name) })?.index == column.index else {
                return nil
            }
            return switch column.meaning {
            case .sensitive(let kind, _): .leftOut(column.name, kind)
            case .notKept: .notKept(column.name)
            case .unknown: .unknownColumn(column.name)
            case .taken, .aid, .leftOut: nil
            }
        }
    }
}

/// What officers said of headers: in this call, and before.
struct HeaderBook: Sendable {
    private let order: ImportOrder
    private let remembered: HeaderMappings
    /// The tables that a header may make.
    let tables: [TableSchema]
    /// The file or sheet whose header is read.
    private var place: FilePlace?
    /// The values for columns that the file lacks, those for it alone before those for all.
    var given: [GivenValue] {
        let all = order.given.filter { $0.scope == .all }
        guard let place else { return all }
        return order.given.filter { $0.scope != .all && $0.scope.holds(place) } + all
    }
    /// What is filled above the header, row by row.
    private var titles: [String] = []
    /// What may speak of the table: the name of the sheet and what stands above the header.
    var hints: [String] { (place?.sheet.map { [$0] } ?? []) + titles }
    /// What is filled above the header, without blanks.
    var titlesAbove: Set<String> { Set(titles.map { $0.filter { !$0.isWhitespace } }) }
    /// What stands for a column of all rows of the place read, which has none for it: of its village or branch the name of a sheet
    /// that is called as one is, 店子槽村, not 各村, else a line above the header; of a word the only one that such a line has;
    /// of the day of a state the year that one says for it.
    func standing(for field: ColumnSchema, in table: TableSchema) -> GivenValue? {
        func value(_ value: GivenValue.Value) -> GivenValue { GivenValue(field.column.header, value, for: place) }
        switch field.lenientReading {
        case .village, .organization:
            // Who was sent to a village does not belong to it.
            if table == .people, Synonyms.isOfPosted(hints) { return nil }
            let title = UnitLine.text(among: titles)
            guard let sheet = place?.sheet, UnitLine.isUnit(UnitLine.unnumbered(HeaderShape.folded(sheet))) else {
                return title.map { value(.title($0)) }
            }
            // Where the two name different ones an officer must say which is meant.
            return title.map { UnitLine.isOther($0, than: [sheet]) } ?? false ? nil : value(.sheetName)
        case .date:
            return StateLine.year(of: field.column, among: hints, in: table).map { value(.title("\($0)年")) }
        case .plain, .person, .people, .household, .cooperative:
            let told = titles.filter { title in field.words?.words.contains(where: title.contains) ?? false }
            let words = field.words?.words.filter { word in told.contains { $0.contains(word) } } ?? []
            return words.count == 1 ? value(.title(told[0])) : nil
        }
    }
    /// Whether rows that are saved may be changed.
    var changesRows: Bool { order.changedRows == .save }
    /// The registers whose entries a file may hold; nil until those of the call are known.
    var registers: CallRegisters?
    /// The registers that were there before the call, by which a list of entries is known.
    let saved: CallRegisters

    /// Whether the name of the sheet or the file, or a line above the header, is that of a register.
    func isCalled(_ register: String) -> Bool {
        let texts = hints + (place.map { [$0.fileTitle] } ?? [])
        return texts.map { HeaderShape.folded($0) }.contains { text in
            [register, Entry.filePrefix + register].contains(where: text.hasSameCodePoints)
        }
    }

    /// A mapping, and whether it is from before.
    struct Said: Sendable {
        let mapping: HeaderMapping
        let isRemembered: Bool
    }

    init(
        _ order: ImportOrder = ImportOrder(paths: []), _ remembered: HeaderMappings = HeaderMappings(),
        of tables: [TableSchema], registers: RegisterBook = .empty
    ) {
        saved = CallRegisters(book: registers, bad: [], badFields: [])
        self.order = order
        self.remembered = remembered
        self.tables = tables
    }

    /// What was said of one file or sheet, and of all.
    func at(_ place: FilePlace) -> HeaderBook {
        var book = self
        book.place = place
        return book
    }

    /// What was said, below some lines.
    func below(_ titles: [String]) -> HeaderBook {
        var book = self
        book.titles += titles
        return book
    }

    /// Whether something was said of a header of some names, now or before.
    func isSaid(of names: [String?]) -> Bool {
        let shape = HeaderShape(ofFile: names.map { $0 ?? "" })
        return order.correction(of: shape) != nil || remembered.mapping(of: shape) != nil
    }

    /// What was said of a header; nothing from before counts of one that the contract reads (CONTRACT section 1, files).
    func said(of shape: HeaderShape, isContract: Bool) -> Said? {
        if shape.cells.isEmpty { return nil }
        if let mapping = order.correction(of: shape) { return Said(mapping: mapping, isRemembered: false) }
        guard !isContract, !order.forgotten.contains(shape), let mapping = remembered.mapping(of: shape) else {
            return nil
        }
        return Said(mapping: mapping, isRemembered: true)
    }
}

extension CellReading {
    /// Whether cells name what elsewhere has a code or a number.
    var isName: Bool {
        switch self {
        case .village, .organization, .person, .people, .household, .cooperative: true
        case .plain, .date: false
        }
    }
}
