import PartyWork

/// Checks the rows of one file and hands the good ones to the session.
struct RowImport<R: LedgerRecord>: RowTaker {
    private let run: ImportRun
    private let file: Int
    private let header: Header
    private let wasEmpty: Bool
    private(set) var counts = ImportReport.Counts()
    /// Rows with anything wrong.
    private(set) var rejected = 0
    /// Rows that got a number of the ledger's.
    private(set) var numbered = 0
    /// What was given for columns that the file lacks; nil until the first row.
    private var given: [(field: ColumnSchema, text: String)]?
    /// Tells households from their members; nil where each row is a household.
    var families: FamilyBook?
    /// The columns for which what was given is wrong, which is told once.
    private var wronglyGiven: Set<Column> = []
    /// A record in which nothing is filled in yet.
    private let blank: R
    /// Whether the rows are definitions, entries or steps of registers, which are judged together in the end; an
    /// unchanged entry is not judged by rules that came later (REGISTERS section 2).
    private let isOfRegister: Bool
    /// The place of the table in the run's book.
    private let place: Int
    /// Looks at the columns that nobody reads.
    private(set) var watch: ColumnWatch
    /// Tells rows from totals and notes.
    private(set) var sieve: RowSieve
    /// Whether what stands in parentheses behind a name is no part of it; rows with numbers of their own are what was
    /// saved under those.
    private let readsRemarks: Bool
    /// The columns that nobody knows and that may say what state a row is in.
    private let remarks: [FileColumn]

    init(_ run: ImportRun, _ file: Int, _ header: Header, from blank: R) {
        self.blank = blank
        isOfRegister = blank is DefinitionRow || blank is Entry || blank is EntryStep
        place = run.book.place(of: blank.table)
        self.run = run
        self.file = file
        self.header = header
        watch = ColumnWatch(header)
        wasEmpty = run.book.wasEmpty(at: place)
        sieve = RowSieve(header)
        remarks =
            header.isLenient ? header.columns.filter { StateLine.mayBeSaid(under: $0, in: blank.table) } : []
        readsRemarks = header.isLenient && header.numbered.map { !header.present.contains($0) } ?? false
    }

    /// What has been found about a row so far.
    private struct Findings {
        var line: Int
        var reasons: [ImportNotice.Reason] = []
        /// The columns whose cells could not be read.
        var unread: Set<Column> = []
        /// The number of the row's key; nil if it could not be read or stood in an earlier row.
        var row: Int?
        /// Whether a reference to an organization of the wrong kind waits for the end.
        var isWaiting = false
    }

    /// Looks at a row: its cells, its key, the saved row, the rules for the whole, what it refers to.
    mutating func take(_ row: borrowing some RecordRow & ~Copyable) throws {
        try run.step()
        if sieve.holdsBack(row) { return }
        if run.leaves(row, of: file, under: header) { return sieve.addUnread() }
        watch.look(at: row)
        let role = families?.role(of: row)
        if case .member = role { return }
        let several = try severalHelpers(row)
        if several.isEmpty { return try takeHeads(of: row, role) }
        for one in several { try takeHeads(of: one, role) }
    }

    /// Takes a row for each household of a list of pairings or visits whose cell names several, 张三、李四, or which has a column for
    /// each.
    private mutating func takeHeads(of row: borrowing some RecordRow & ~Copyable, _ role: FamilyBook.Role?) throws {
        guard [.pairings, .activities].contains(blank.table), header.isLenient, let place = header.aids[.head] else {
            return try take(row, role)
        }
        let named = ([place] + header.furtherHeads).map { String(decoding: row[$0], as: UTF8.self) }
        let heads = named.flatMap(LooseCell.items).filter { header.furtherHeads.isEmpty || !LooseCell.isNone($0) }
        // One that stands in its column is read from there.
        if heads.count < 2, heads.first?.hasSameCodePoints(as: named[0]) ?? true { return try take(row, role) }
        for head in heads {
            var cells = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
            cells[place] = head
            try take(try SheetRow(line: row.line, cells), role)
        }
    }

    /// A row for each helper of a list of pairings whose cell names several, or has a telephone behind the name; none where the cell is a
    /// name alone.
    private func severalHelpers(_ row: borrowing some RecordRow & ~Copyable) throws -> [SheetRow] {
        guard blank.table == .pairings, header.isLenient,
            let place = header.found.first(where: { $0.reading == .person })
        else { return [] }
        let cell = String(decoding: row[place.index], as: UTF8.self)
        let helpers = try HelperCell(cell, phones: text(row, .helperPhone), isKnown: run.isKnown).helpers
        if helpers.count < 2, helpers.first?.name.hasSameCodePoints(as: cell) ?? true { return [] }
        return try helpers.map { helper in
            var cells = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
            cells[place.index] = helper.name
            if let phone = header.aids[.helperPhone], phone < cells.count { cells[phone] = helper.phone }
            return try SheetRow(line: row.line, cells)
        }
    }

    private mutating func take(_ row: borrowing some RecordRow & ~Copyable, _ role: FamilyBook.Role?) throws {
        var record = blank
        var findings = Findings(line: row.line)
        try readCells(row, into: &record, &findings)
        if let heading = sieve.heading(row) { findings.reasons.append(.heading(heading)) }
        try fillIn(row, &record, role, &findings)
        sieve.add { findings.unread.contains($0) ? nil : Int(record.text($0)) }
        let old = try findSaved(&record, &findings)
        if old == nil, !header.lacks.isEmpty { refuseNew(record, &findings) }
        try run.names.note(record.named)
        let changes = old.map { differences(from: $0, to: record, findings.unread) } ?? []
        if !changes.isEmpty, findings.unread.isEmpty, let other = collision(of: record, with: old) {
            findings.reasons.append(.collision(other))
        } else if !changes.isEmpty, run.changedRows == .refuse {
            findings.reasons.append(.differs(changes))
        }
        if old == nil || !changes.isEmpty || !(blank is Entry) {
            for fault in record.faults(unread: findings.unread) { findings.reasons.append(.field(fault)) }
            try judgeReferences(of: record, &findings)
        }
        if isOfRegister { try judgeBelow(record, &findings) }
        if run.hasMonths, findings.reasons.isEmpty, old == nil || !changes.isEmpty {
            if let refusal = try run.session.lockedMonth(old?.wrapped, record.wrapped) {
                findings.reasons.append(.locked(refusal))
            }
        }
        if findings.reasons.isEmpty, !findings.isWaiting, wronglyGiven.isEmpty {
            try write(record, old, changes, line: findings.line)
            if let household = record as? Household { tell(household, role, row) }
        } else {
            if !findings.reasons.isEmpty { rejected += 1 }
            run.sample?.name(run.place(of: file, line: findings.line), record.called)
            for reason in findings.reasons { run.note(reason, file: file, line: findings.line) }
        }
        if let index = findings.row, !findings.reasons.isEmpty { run.book.setBad(at: place, index) }
        if isOfRegister, !findings.reasons.isEmpty, findings.unread.isDisjoint(with: blank.table.key) {
            noteBad(record)
        }
    }

    // MARK: Registers

    /// An entry is not registered before the one on which it hangs.
    private func judgeBelow(_ record: R, _ findings: inout Findings) throws {
        guard let entry = record as? Entry, let parent = entry.register.subject.register else { return }
        if findings.unread.contains(.registeredOn) || findings.unread.contains(.subjectID) { return }
        guard let day = try run.entries.registered(entry.subject, of: parent, run), entry.registeredOn < day else {
            return
        }
        findings.reasons.append(.field(FieldFault(.registeredOn, .register(.registeredBefore(day)))))
    }

    private func noteBad(_ record: R) {
        if let row = record as? DefinitionRow { run.definitions.addBad(row) }
        if let step = record as? EntryStep { run.entries.addBad(step) }
    }

    // MARK: Cells

    private func readCells(
        _ row: borrowing some RecordRow & ~Copyable, into record: inout R, _ findings: inout Findings
    ) throws {
        if row.fault != nil { noteUnreadable(row, &findings) }
        for place in header.found {
            let bytes = place.isNumber ? row.number(at: place.index) : row[place.index]
            // A blank record is what empty cells make it.
            if bytes.isEmpty, !place.isRequired || place.column == header.numbered { continue }
            if header.isLenient, place.field.lenientReading == .people { continue }
            if !findings.unread.isEmpty, findings.unread.contains(place.column) { continue }
            let cell = String(decoding: bytes, as: UTF8.self)
            if let spoilt = spoilt(cell, bytes, at: place, in: row) {
                findings.unread.insert(place.column)
                findings.reasons.append(.unreadable(spoilt, column: place.column))
                continue
            }
            let fault: Fault?
            switch try meaning(of: cell, at: place, in: row) {
            case .success(let text): fault = record.take(text, into: place.field)
            case .failure(let found): fault = found
            }
            guard let fault else { continue }
            findings.unread.insert(place.column)
            findings.reasons.append(.field(FieldFault(place.column, fault)))
        }
        guard row.count > header.width else { return }
        for index in header.width..<row.count where !row[index].isEmpty {
            findings.reasons.append(.surplus(String(decoding: row[index], as: UTF8.self)))
            break
        }
    }

    /// What a spreadsheet has spoilt in a cell: a number that tells somebody from others, a month.
    private func spoilt(
        _ cell: String, _ bytes: UnsafeBufferPointer<UInt8>, at place: Header.FoundColumn,
        in row: borrowing some RecordRow & ~Copyable
    ) -> ImportNotice.Unreadable? {
        let isTelling = place.field.isKey || header.isLenient && place.column == .phone
        if isTelling, SpoiltNumber.matches(bytes) { return .exponent(cell) }
        if header.isLenient, case .text = place.field.kind, place.column != .creditCode,
            Sensitive.written(in: bytes) == .identity
        {
            return .sensitive(.identity)
        }
        if place.isOfNames, readsRemarks, LooseCell.remark(behind: cell).map({ !LooseCell.isHarmless($0) }) ?? false {
            return .remark(cell)
        }
        let isMonth = header.isLenient && place.field.lenientReading == .date && row.isNumber(at: place.index)
        return isMonth && LooseDate.isUnclearMonth(cell) ? .monthLost(cell) : nil
    }

    /// A name without what stands behind it, which is told once.
    private func bareName(_ cell: String) -> String {
        guard let remark = LooseCell.remark(behind: cell), LooseCell.isHarmless(remark) else { return cell }
        run.noteOnce(.remarkDropped(remark), file: file)
        return LooseCell.name(CellRules.trimmed(String(cell.dropLast(remark.count))))
    }

    /// The text that the contract would have in a cell.
    private func meaning(
        of cell: String, at place: Header.FoundColumn, in row: borrowing some RecordRow & ~Copyable
    ) throws -> Result<String, Fault> {
        if cell.isEmpty { return .success(cell) }
        var cell = header.isLenient ? LooseCell.text(cell, of: place.field, under: place.name) : cell
        if place.isOfNames, readsRemarks { cell = bareName(cell) }
        if let day = dayOfYearAbove(cell, at: place, line: row.line) { return .success(day) }
        if header.isLenient, place.reading.isName, LooseCell.isNone(cell) { return .success("") }
        switch place.reading {
        case .plain:
            if header.isLenient, place.field.isOfVillages { return try villages(cell) }
            guard header.isLenient, place.field.isDay else { return .success(cell) }
            return .success(LooseDate.text(cell, by: run.today, isExact: place.field.lenientReading != .date))
        case .date: return .success(LooseDate.text(cell, by: run.today))
        case .village, .organization:
            let name = Address.village(in: cell, under: place.name)
            return try run.names.organization(name, in: text(row, .township), isVillage: place.reading == .village)
        // They are read once the row's organization is.
        case .people: return .success(cell)
        case .household: return try run.names.household(named: cell)
        case .cooperative: return try run.names.cooperative(cell)
        case .person where blank is Entry: return try run.names.person(named: cell)
        case .person:
            let helper = HelperCell.Helper(name: cell, phone: text(row, .helperPhone))
            let about = ImportRun.NewHelper(
                helper: helper, unit: text(row, .helperBranch), post: text(row, .helperPost),
                township: run.helpers.addsPeople ? try run.names.township(of: text(row, .village)) : "")
            return try run.person(about, file: file, line: row.line)
        }
    }

    /// The codes of villages that a cell names: 店子槽村、青堡村.
    private func villages(_ cell: String) throws -> Result<String, Fault> {
        if LooseCell.isNone(cell) { return .success("") }
        var codes: [String] = []
        for name in LooseCell.items(cell) {
            switch try run.names.organization(name, isVillage: true) {
            case .success(let code): codes.append(code)
            case .failure(let fault): return .failure(fault)
            }
        }
        return .success(codes.joined(separator: ";"))
    }

    /// A day without its year, which the lines above the header have; nil for another cell.
    private func dayOfYearAbove(_ cell: String, at place: Header.FoundColumn, line: Int) -> String? {
        guard let year = header.year, case .day = place.field.kind, let day = LooseDate.day(cell, in: year) else {
            return nil
        }
        run.note(.yearAbove(year), file: file, line: line)
        return day.description
    }

    /// Notes each cell that cannot be read as it is written, and what an open quote swallowed; what is wrong in a sheet
    /// with a cell of no column is nobody's concern.
    private func noteUnreadable(_ row: borrowing some RecordRow & ~Copyable, _ findings: inout Findings) {
        for index in 0..<row.count {
            guard let fault = row.fault(at: index) else { continue }
            let column = header.found.first { $0.index == index }?.column
            if column == nil, fault.isOfSheets { continue }
            findings.reasons.append(.unreadable(fault, column: column))
            if let column { findings.unread.insert(column) }
        }
        // A row too long to keep has no cells.
        if row.count == 0, let fault = row.fault { findings.reasons.append(.unreadable(fault, column: nil)) }
        guard row.count == 0 || row.fault(at: row.count - 1) == .unterminated else { return }
        for place in header.found where place.index >= row.count { findings.unread.insert(place.column) }
    }

    private func text(_ row: borrowing some RecordRow & ~Copyable, _ aid: Aid) -> String {
        header.aids[aid].map { String(decoding: row[$0], as: UTF8.self) } ?? ""
    }

    // MARK: What the row does not say

    /// Fills in what the row leaves to others: what was given for the whole file, the household that a head names, a kind that follows
    /// from the code, and last the number.
    private mutating func fillIn(
        _ row: borrowing some RecordRow & ~Copyable, _ record: inout R, _ role: FamilyBook.Role?,
        _ findings: inout Findings
    ) throws {
        if given == nil { given = try readGiven() }
        let state = header.aids[.state] == nil ? nil : StateLine.column(of: text(row, .state), in: blank.table)
        for (field, text) in given ?? [] where header.aids[.state] == nil || field.column == state || !field.endsRow {
            _ = record.take(text, into: field)
        }
        if let state, record.text(state).isEmpty, !findings.unread.contains(state) {
            findings.reasons.append(.stateWithoutDay(text(row, .state), state))
        } else if isLiftedAgainst(text(row, .state), record) {
            findings.reasons.append(.stateAgainstDay(text(row, .state), .liftedOn))
        } else {
            // What is longer says something else, what is shorter no state; most cells are one of them.
            for place in remarks where (6...36).contains(row[place.index].count) {
                judge(String(decoding: row[place.index], as: UTF8.self), under: place.name, of: record, &findings)
            }
        }
        for column in header.demanded where record.text(column).isEmpty && !findings.unread.contains(column) {
            if !StateLine.isNotLifted(text(row, .state)) { refuse(column, .missing, &findings) }
        }
        if let sort = header.aids[.sort] {
            judge(sort: text(row, .sort), under: header.columns[sort].name, of: record, &findings)
        }
        findings.unread.formUnion(wronglyGiven)
        if !header.posts.isEmpty { takePosts(row, &record) }
        if header.aids[.member] != nil, !header.present.contains(.head) {
            try? record.set(.head, to: LooseCell.name(text(row, .member)))
        }
        if let role {
            fillIn(&record, family: role, &findings)
        } else if blank.table == .households, header.numbered != nil, !header.present.contains(.headcount),
            !header.lacks.contains(.headcount), !findings.unread.contains(.headcount)
        {
            refuse(.headcount, .missing, &findings)
        }
        if header.isLenient { try readPeople(row, &record, &findings) }
        if header.aids[.head] != nil {
            // A visit is paid in the branch's own village.
            let own = record.text(.organization)
            // Households are of the village whose group does something for them.
            let place = header.aids[.village] != nil ? text(row, .village) : Code(own).branch?.digits ?? own
            switch try run.names.household(bareName(LooseCell.name(text(row, .head))), in: place) {
            case .success(let key): try? record.set(.householdID, to: key)
            case .failure(let fault): refuse(.householdID, fault, &findings)
            }
        }
        if blank.table == .organizations, !header.present.contains(.kind), !findings.unread.contains(.code) {
            let code = Code(record.text(.code))
            let kinds = OrganizationKind.allCases.filter { $0.accepts(code) }
            if kinds.count == 1 {
                try? record.set(.kind, to: kinds[0].rawValue)
            } else {
                refuse(.kind, .missing, &findings)
            }
        }
        if let column = header.numbered { try number(row, &record, column, &findings) }
    }

    /// Fills in the posts that are ticked; a column with something else in it is one that nobody knows.
    private func takePosts(_ row: borrowing some RecordRow & ~Copyable, _ record: inout R) {
        var held: [String] = []
        for index in header.posts {
            let (cell, name) = (String(decoding: row[index], as: UTF8.self), header.columns[index].name)
            if LooseCell.isTicked(cell) {
                if let post = Synonyms.post(name) { held.append(post) }
            } else if !cell.isEmpty, !LooseCell.isNone(cell), !LooseCell.isCrossed(cell) {
                run.noteOnce(.unknownColumn(name), file: file)
            }
        }
        try? record.set(.post, to: held.joined(separator: "、"))
    }

    /// Finds the people whom cells name, in the row's branch first.
    private func readPeople(
        _ row: borrowing some RecordRow & ~Copyable, _ record: inout R, _ findings: inout Findings
    ) throws {
        for place in header.found where place.field.lenientReading == .people {
            let cell = String(decoding: row[place.index], as: UTF8.self)
            if cell.isEmpty || findings.unread.contains(place.column) { continue }
            var keys: [String] = []
            for helper in try HelperCell(cell, isKnown: run.isKnown).helpers {
                switch try run.names.member(helper.name, of: Code(record.text(.organization))) {
                case .success(let key): keys.append(key)
                case .failure(let fault): refuse(place.column, fault, &findings)
                }
            }
            guard !findings.unread.contains(place.column) else { continue }
            if let fault = record.take(keys.joined(separator: ";"), into: place.field) {
                refuse(place.column, fault, &findings)
            }
        }
    }

    /// Fills in what the rows of a family say together.
    private func fillIn(
        _ record: inout R, family role: FamilyBook.Role, _ findings: inout Findings
    ) {
        if case .headless = role { findings.reasons.append(.headless) }
        if case .household(let members) = role, !header.present.contains(.headcount) {
            try? record.set(.headcount, to: String(members))
        }
    }

    /// Tells what looks wrong about a household, and keeps who helps it.
    private func tell(
        _ household: Household, _ role: FamilyBook.Role?, _ row: borrowing some RecordRow & ~Copyable
    ) {
        let line = row.line
        if case .household(let members) = role, members != household.headcount {
            run.note(.members(claimed: household.headcount, found: members), file: file, line: line)
        }
        if isCareful, household.headcount > ImportRun.mostPeople {
            run.note(.manyPeople(household.headcount), file: file, line: line)
        }
        guard let first = header.aids[.helper] else {
            guard let above = header.helperAbove else { return }
            let cells: [Aid: String] = [.helper: above.name, .helperPhone: above.phone]
            return run.helpers.add(HelperBook.Row(household: household, file: file, line: line, cells: cells))
        }
        let named = ([first] + header.furtherHelpers).map { String(decoding: row[$0], as: UTF8.self) }
            .filter { !$0.isEmpty && !LooseCell.isNone($0) }
        if named.isEmpty { return }
        var cells: [Aid: String] = [.helper: named.joined(separator: "、"), .pairedOn: text(row, .pairedOn)]
        // What stands beside the first says nothing of another.
        if !text(row, .helper).isEmpty, named.count == 1 {
            for aid in [Aid.helperBranch, .helperPhone, .helperPost] { cells[aid] = text(row, aid) }
        }
        run.helpers.add(HelperBook.Row(household: household, file: file, line: line, cells: cells))
    }

    /// Whether a household is lifted of which the list says that it is not, or poor again.
    private func isLiftedAgainst(_ state: String, _ record: R) -> Bool {
        blank.table == .households && !state.isEmpty && !record.text(.liftedOn).isEmpty
            && record.text(.returnedOn).isEmpty && StateLine.isNotLifted(state)
    }

    /// Whether more is said than the contract's warnings.
    private var isCareful: Bool { header.isLenient || run.sample != nil }

    /// What a remark says of the row must be in its columns too: 2015年已脱贫, 去世, 预备党员.
    private func judge(_ remark: String, under name: String, of record: R, _ findings: inout Findings) {
        if let column = StateLine.column(ofRemark: remark, in: blank.table), record.text(column).isEmpty,
            !findings.unread.contains(column)
        {
            findings.reasons.append(.stateBeside(remark, name, column))
        }
        if name.hasPrefix("备注"), header.given.contains(where: { $0.field.column == .category }),
            let category = StateLine.category(ofRemark: remark), record.text(.category) != category.rawValue
        {
            findings.reasons.append(.otherCategory(remark))
        }
    }

    /// What a column says of a household's kind: one that is not poor is none of the ledger's, one that is lifted needs the day.
    private func judge(sort cell: String, under header: String, of record: R, _ findings: inout Findings) {
        if StateLine.isOtherHousehold(cell, under: header) {
            findings.reasons.append(.otherHousehold(cell, header))
        } else if cell.contains("脱贫"), let column = StateLine.column(of: cell, in: blank.table),
            record.text(column).isEmpty, !findings.unread.contains(column)
        {
            findings.reasons.append(.stateWithoutDay(cell, column))
        }
    }

    private func refuse(_ column: Column, _ fault: Fault, _ findings: inout Findings) {
        findings.unread.insert(column)
        findings.reasons.append(.field(FieldFault(column, fault)))
    }

    /// What was given, as the contract has it; what is wrong with it is told once, at the header.
    private mutating func readGiven() throws -> [(field: ColumnSchema, text: String)] {
        var cells: [(field: ColumnSchema, text: String)] = []
        var probe = blank
        for given in header.given {
            var fault: Fault?
            switch try run.meaning(of: given, in: run.place(of: file, line: nil)) {
            case .success(let text):
                fault = probe.take(text, into: given.field)
                cells.append((given.field, text))
            case .failure(let found): fault = found
            }
            guard let fault else { continue }
            wronglyGiven.insert(given.field.column)
            run.note(.field(FieldFault(given.field.column, fault)), file: file, line: header.line)
        }
        return cells
    }

    /// Gives a row its number, the one that it had before if there is one.
    private mutating func number(
        _ row: borrowing some RecordRow & ~Copyable, _ record: inout R, _ column: Column, _ findings: inout Findings
    ) throws {
        if findings.unread.contains(column) { return }
        let identity = header.identity.map { String(decoding: row[$0], as: UTF8.self) } ?? ""
        let evidence = NumberBook.Evidence(identity: identity, phone: record.text(.phone))
        guard record.text(column).isEmpty else {
            return run.numbers.note(record.wrapped, evidence, file: file, line: findings.line)
        }
        // Without what tells the row from others nothing can be found.
        guard findings.unread.isEmpty else {
            _ = findings.unread.insert(column)
            return
        }
        let unread = findings.unread
        let read = record
        let answer = try run.numbers.number(of: record.wrapped, evidence, file: file, line: findings.line) { saved in
            (saved.record as? R).map { differences(from: $0, to: read, unread).isEmpty } ?? false
        }
        switch answer {
        case .key(let key):
            try? record.set(column, to: key)
            numbered += 1
        case .unclear(let file, let line):
            findings.unread.insert(column)
            findings.reasons.append(.unclear(name(of: record), run.place(of: file, line: line)))
        case .several(let keys): refuse(column, .severalNamed(name(of: record), keys), &findings)
        }
    }

    /// What a row without a number is called: an entry by what it says, or by what it is about.
    private func name(of record: R) -> String {
        (record as? Entry).map { $0.told ?? $0.subject } ?? record.label
    }

    // MARK: The saved row

    /// Notes the row's key and finds the saved row of the same key, whose values the absent columns take.
    private func findSaved(_ record: inout R, _ findings: inout Findings) throws -> R? {
        guard findings.unread.isEmpty || findings.unread.isDisjoint(with: blank.table.key) else { return nil }
        let key = record.key
        let (isNew, index) = run.book.insert(key, at: place, file: file, line: findings.line)
        guard isNew else {
            let first = run.book.origin(at: place, index)
            findings.reasons.append(.duplicate(key, run.place(of: first.file, line: first.line)))
            return nil
        }
        findings.row = index
        if let checklist = record as? Checklist { run.book.note(checklist) }
        // At once, because an organization may refer to itself.
        run.book.setMark(record.mark, at: place, index)
        guard !wasEmpty, let old = try run.session.saved(blank.table, key)?.record as? R else { return nil }
        for field in header.absent {
            // Nobody loses a post because nothing is ticked.
            if field.column == .post, !record.text(.post).isEmpty { continue }
            guard let fault = record.take(old.text(field.column), into: field) else { continue }
            findings.reasons.append(.field(FieldFault(field.column, fault)))
        }
        return old
    }

    /// The saved activity of the number, where it is about something else: two ledgers gave the same number (CONTRACT section 1, bad rows).
    private func collision(of record: R, with old: R?) -> Activity? {
        guard let new = record as? Activity, let saved = old as? Activity else { return nil }
        return new.isAboutOther(than: saved) ? saved : nil
    }

    /// Refuses a row that is new, where the file lacks what new ones need.
    private func refuseNew(_ record: R, _ findings: inout Findings) {
        findings.unread.formUnion(header.lacks)
        guard findings.row != nil else { return }
        findings.reasons.append(.notThere(record.key, lacks: header.lacks))
    }

    /// The present columns whose values differ, compared as the ledger writes them.
    private func differences(from old: R, to new: R, _ unread: Set<Column>) -> [ColumnChange] {
        let ticked: [Column] = header.posts.isEmpty || new.text(.post).isEmpty ? [] : [.post]
        return (header.present + ticked).compactMap { column in
            if unread.contains(column) || column == header.numbered { return nil }
            let change = ColumnChange(column, old: old.text(column), new: new.text(column))
            return change.old.hasSameCodePoints(as: change.new) ? nil : change
        }
    }

    // MARK: References

    private func judgeReferences(of record: R, _ findings: inout Findings) throws {
        for reference in record.references {
            if !findings.unread.isEmpty, findings.unread.contains(reference.column) { continue }
            switch try run.book.judge(reference) {
            case .fine: break
            case .mismatched:
                if findings.unread.contains(.kind) { break }
                findings.isWaiting = true
                run.noteMismatch(waiting(reference, findings))
            case .nowhere(let fault):
                if blank.table == .organizations {
                    run.wait(waiting(reference, findings))
                } else {
                    findings.reasons.append(.field(FieldFault(reference.column, explained(fault, of: reference))))
                }
            }
        }
    }

    /// The contract knows people by their numbers alone: where a name stands, what to do is said.
    private func explained(_ fault: Fault, of reference: Reference) -> Fault {
        guard !header.isLenient, case .person(let id) = reference.target, LooseCell.isName(id.text),
            let name = blank.table[reference.column]?.synonyms.first(where: { $0.reading.isName })?.names.first
        else { return fault }
        return .nameForNumber(id.text, header: name)
    }

    private func waiting(_ reference: Reference, _ findings: Findings) -> ImportRun.Waiting {
        ImportRun.Waiting(
            file: file, line: findings.line, row: findings.row, table: blank.table, reference: reference)
    }

    // MARK: Writing

    private mutating func write(_ record: R, _ old: R?, _ changes: [ColumnChange], line: Int) throws {
        if run.sample != nil { review(record, old, changes, line: line) }
        switch old {
        case nil:
            counts.new += 1
            if run.isClean { try run.session.insert(record) }
        case .some where changes.isEmpty: counts.unchanged += 1
        case .some(let old) where run.changedRows == .leave: return leave(old, changes, line: line)
        case .some(let old):
            counts.updated += 1
            run.note(.updated(changes), file: file, line: line)
            if run.isClean { try run.session.replace(old.wrapped, with: record.wrapped) }
        }
        if old == nil || !changes.isEmpty {
            for warning in record.writtenWarnings { run.note(.warning(warning), file: file, line: line) }
        }
        for warning in try record.warnings(today: run.today, category: { try run.book.category($0) }) {
            run.note(.warning(warning), file: file, line: line)
            run.sample?.name(run.place(of: file, line: line), record.called)
        }
        switch blank.table {
        case .households, .householdCycles: run.cycles.add(record, file: file, line: line)
        case .pairings: run.noteEnded(record as? Pairing, file: file, line: line)
        case .checklists:
            if let list = record as? Checklist {
                run.definitions.add(list, at: ImportRun.RowPlace(file: file, line: line))
            }
        case .activities:
            if isCareful, let activity = record as? Activity { run.count(activity, file: file, line: line) }
        default: noteOfRegisters(record, old, file, line)
        }
    }

    /// Keeps what is judged together once all rows are in; nothing is of the other tables.
    private func noteOfRegisters(_ record: R, _ old: R?, _ file: Int, _ line: Int) {
        guard isOfRegister else { return }
        let place = ImportRun.RowPlace(file: file, line: line)
        if let row = record as? DefinitionRow { run.definitions.add(row, at: place) }
        if let entry = record as? Entry { run.entries.add(entry, was: old as? Entry, at: place) }
        if let step = record as? EntryStep { run.entries.add(step, at: place) }
    }

    /// What is saved stays, and counts for the rows that refer to it.
    private mutating func leave(_ old: R, _ changes: [ColumnChange], line: Int) {
        counts.left += 1
        run.note(.left(changes), file: file, line: line)
        noteOfRegisters(old, old, file, line)
        run.book.keepSaved(old.key, old.mark, at: place)
    }

    private func review(_ record: R, _ old: R?, _ changes: [ColumnChange], line: Int) {
        let kind: ImportRow.Kind = old == nil ? .new : changes.isEmpty ? .unchanged : .changed
        run.sample?.note(kind, run.place(of: file, line: line), record, changes.listed)
        let isLeft = kind == .changed && run.changedRows == .leave
        let kept = isLeft ? old ?? record : record
        let isNews = kind == .new || kind == .changed && !isLeft
        run.namesakes?.note(kept, file: file, line: line, isNews: isNews)
        run.twins?.note(kept.wrapped, file: file, line: line, isNews: isNews)
    }
}
