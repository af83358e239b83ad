import PartyWork

/// The helpers whom lists of households name; their pairings come in once all households are, and so do they themselves
/// where nobody knows them and the officer said so.
struct HelperBook {
    /// Whether helpers whom nobody knows become people of the ledger.
    let addsPeople: Bool
    private let given: [GivenValue]
    private let today: Day
    private(set) var rows: [Row] = []

    /// A household of a list, and who helps it.
    struct Row {
        let household: Household
        let file: Int
        let line: Int
        /// The cells of the list.
        let cells: [Aid: String]
    }

    init(_ order: ImportOrder, _ today: Day) {
        addsPeople = order.addsPeople
        given = order.given
        self.today = today
    }

    /// What was given for a column in a file or sheet, for it alone before for all.
    private func given(_ column: Column, of table: TableSchema, at place: FilePlace) -> String? {
        let meant = given.filter { table.field(called: $0.name)?.column == column && $0.scope.holds(place) }
        guard let value = (meant.first { $0.scope != .all } ?? meant.first)?.value else { return nil }
        if case .text(let text) = value { return text }
        return nil
    }

    /// The first day of pairings for which a list says none.
    func startedOn(at place: FilePlace) -> String? {
        given(.startedOn, of: .pairings, at: place).map { LooseDate.text($0, by: today) }
    }

    /// What new people of a list are.
    func category(at place: FilePlace) -> PersonCategory {
        given(.category, of: .people, at: place).flatMap(PersonCategory.init) ?? .resident
    }

    mutating func add(_ row: Row) { rows.append(row) }

    /// No more rows are waiting.
    mutating func clear() { rows = [] }
}

extension ImportRun {
    /// Brings in the pairings of the households that were read.
    func importHelpers() throws {
        let pairing = Header(TableSchema.pairings.key.map(\.header), book: HeaderBook(of: [.pairings]))
        var importers: [Int: RowImport<Pairing>] = [:]
        for row in helpers.rows {
            let helpers = try HelperCell(
                row.cells[.helper] ?? "", phones: row.cells[.helperPhone] ?? "", isKnown: isKnown
            ).helpers
            for helper in helpers {
                guard let id = try number(of: helper, in: row) else { continue }
                let day = try startedOn(id, row)
                let cells = try SheetRow(line: row.line, [row.household.id.text, id, day])
                var importer = importers[row.file] ?? RowImport(self, row.file, pairing, from: Pairing.blank)
                try importer.take(cells)
                importers[row.file] = importer
            }
        }
        for importer in importers.values { add(importer.counts, to: .pairings) }
        helpers.clear()
    }

    /// Whether a name is somebody's.
    func isKnown(_ name: String) throws -> Bool { try names.knows(name) }

    /// The number of a helper; nil for one whom nobody knows, which is told then.
    private func number(of helper: HelperCell.Helper, in row: HelperBook.Row) throws -> String? {
        let unit = row.cells[.helperBranch] ?? ""
        let about = NewHelper(
            helper: helper, unit: unit, post: row.cells[.helperPost] ?? "",
            township: row.household.village.township.digits)
        switch try person(about, file: row.file, line: row.line) {
        case .success(let id): return id
        case .failure(.notNamed):
            let reason: ImportNotice.Reason =
                if !self.helpers.addsPeople { .unknownHelper(helper.name) } else if helper.isUnclear {
                    .unclearHelper(helper.name)
                } else { .noName(helper.name) }
            note(reason, file: row.file, line: row.line)
        case .failure(let fault): note(.field(FieldFault(.personID, fault)), file: row.file, line: row.line)
        }
        return nil
    }

    /// The first day of a pairing: the list's, that of the pairing there is, what the officer gave, today.
    private func startedOn(_ helper: String, _ row: HelperBook.Row) throws -> String {
        let said = LooseDate.text(row.cells[.pairedOn] ?? "", by: today)
        if !said.isEmpty { return said }
        // Without rows there are no indexes yet in a ledger's first import.
        let saved = try session.wasEmpty(.pairings) ? [] : session.pairings(of: row.household.id)
        if let there = saved.first(where: { $0.helper.text == helper && $0.isActive(on: today) }) {
            return there.startedOn.description
        }
        if let given = helpers.startedOn(at: place(of: row.file, line: nil)) { return given }
        noteOnce(.pairedToday(today), file: row.file)
        return today.description
    }

    /// What a list says of a helper.
    struct NewHelper {
        let helper: HelperCell.Helper
        let unit: String
        let post: String
        /// Where people belong whose unit nobody knows.
        let township: String
    }

    /// The number of a helper by name and branch; one whom nobody knows becomes a person where the officer said so.
    func person(_ new: NewHelper, file: Int, line: Int) throws -> Result<String, Fault> {
        let (name, known) = (new.helper.name, try names.person(new.helper.name, in: new.unit))
        guard case .failure(.notNamed) = known, helpers.addsPeople, !new.helper.isUnclear, new.helper.isName else {
            return known
        }
        var organization = new.township
        if !new.unit.isEmpty, case .success(let code) = try names.organization(new.unit, isVillage: false) {
            organization = code
        }
        let columns: [Column] = [.personName, .organization, .category, .post, .phone]
        // It is read with leave, because the ledger numbers it.
        let header = Header(columns.map(\.header), lines: 1...1, book: HeaderBook(of: [.people]))
        var importer = RowImport(self, file, header, from: Person.blank)
        let category = helpers.category(at: place(of: file, line: nil))
        let post = new.post.isEmpty && organization == new.township ? new.unit : new.post
        try importer.take(
            try SheetRow(line: line, [name, organization, category.rawValue, post, new.helper.phone]))
        add(importer.counts, to: .people)
        let added = try names.person(name, in: "")
        if case .success(let id) = added {
            note(.helperAdded(name, RecordKey(id), category), file: file, line: line)
        }
        return added
    }
}

extension SheetRow {
    /// A row of some texts.
    convenience init(line: Int, _ cells: [String]) throws(WorkbookFault) {
        self.init()
        begin(line: line)
        for (column, text) in cells.enumerated() { try set(column, text, part: "") }
    }
}
