import PartyWork

/// One import while it runs: what was met, what is wrong, what waits for rows still to come.
final class ImportRun {
    let session: any ImportSession
    let changedRows: ImportOrder.ChangedRows
    private let leftOut: [FilePlace: String]
    private var left: [(file: Int, row: LeftRow)] = []
    var helpers: HelperBook
    let today: Day
    /// Whether rows must be asked about because months were reported.
    let hasMonths: Bool
    private let progress: Importer.Progress?
    private var headers: HeaderBook
    let meter = ImportMeter()
    /// The first rows of each kind, for a review; nil for none.
    var sample: RowSample?
    /// Who has the same name; nil where that is not asked.
    var namesakes: NamesakeBook?
    /// What else may be there already; nil where that is not asked.
    var twins: TwinBook?
    var book: ReferenceBook
    var cycles = CycleBook()
    var definitions = DefinitionBook()
    var entries = EntryBook()
    /// The files whose header may be one of entries, which is known once all registers are.
    private var postponed: [Postponed] = []
    var names: NameBook
    var numbers: NumberBook
    private var places: [FilePlace] = []
    private var sources: [Int: ImportSource] = [:]
    /// The workbook whose shared texts are in memory: one at a time.
    private var workbook: Workbook?
    private var notices: [(file: Int, notice: ImportNotice)] = []
    private var counts: [TableSchema: ImportReport.Counts] = [:]
    private var rows = 0

    /// Whether nothing is wrong so far, so that it is worth writing.
    private(set) var isClean = true
    /// References of organizations to what may stand in rows still to come.
    private var deferred: [Waiting] = []
    /// References to an organization of the wrong kind, which are nobody's fault if that row turns out bad.
    private var mismatched: [Waiting] = []
    /// How often a person visited on a day, and where the last of the visits stands.
    private var visits: [String: (count: Int, activity: Activity, file: Int, line: Int)] = [:]
    /// What is said once of a file.
    private var saidOnce: Set<ImportNotice> = []
    /// More people than hardly any household has, more visits than anybody makes in a day: asked about.
    static let mostPeople = 20
    private static let mostVisits = 20
    /// Ended pairings, to be asked about once all rows are in.
    private var ended: [(file: Int, line: Int, pairing: Pairing)] = []

    /// A file that is read again once all registers are known.
    private enum Postponed {
        case text(Int, InputPath)
        case sheet(Int, Workbook, Workbook.Sheet)
    }

    /// Where a row stands.
    struct RowPlace {
        let file: Int
        let line: Int
    }

    /// A reference that cannot be judged yet.
    struct Waiting {
        let file: Int
        let line: Int
        /// The number of the row's own key; nil if it could not be read or stood in an earlier row.
        let row: Int?
        let table: TableSchema
        let reference: Reference
    }

    init(_ session: any ImportSession, _ importer: Importer) throws {
        self.session = session
        changedRows = importer.order.changedRows
        leftOut = importer.order.leftOut
        helpers = HelperBook(importer.order, importer.today)
        today = importer.today
        hasMonths = session.hasMonths
        progress = importer.progress
        headers = HeaderBook(
            importer.order, importer.remembered, of: session.tables,
            registers: RegisterBook(try session.definitions()))
        if importer.isReview { (sample, namesakes, twins) = (RowSample(), NamesakeBook(), TwinBook()) }
        book = try ReferenceBook(session)
        names = NameBook(session)
        numbers = NumberBook(session)
    }

    // MARK: Files

    /// Reads the headers of the files that a path stands for.
    func open(_ path: String) throws -> [SourceFile] {
        let path = InputPath(path)
        do {
            return try InputFolder.files(at: path).flatMap(open)
        } catch let fault as FileFault {
            note(.file(fault), file: number(path), line: nil)
            return []
        }
    }

    private func open(_ path: InputPath) throws -> [SourceFile] {
        do {
            let kind = try FileKind.of(path)
            if kind != .text { return try openSheets(path, kind) }
            let number = number(path)
            do {
                let file = try TextFile(path, headers.at(places[number]), pulse: pulse)
                if file.header.mayBeEntries {
                    postponed.append(.text(number, path))
                    return []
                }
                return try lists(number, file.header, .text(file), path)
            } catch let fault as TextEncoding.Unreadable {
                note(.unreadableText, file: number, line: fault.line)
            }
        } catch let fault as FileFault {
            note(.file(fault), file: number(path), line: nil)
        } catch let fault as WorkbookFault {
            note(.workbook(fault), file: number(path), line: nil)
        }
        return []
    }

    /// A list with a look at its first rows.
    private func sampled(_ number: Int, _ header: Header, _ content: SourceFile.Content) throws -> SourceFile {
        let source = source(number, header, content, size: try content.size())
        try sample(number, header) { try content.forFirstRows(below: $0, of: header.part, &$1) }
        return source
    }

    /// The sheets of a workbook that are tables; the others are warned of, unless they seem to be meant for one or
    /// nothing else is there.
    private func openSheets(_ path: InputPath, _ kind: FileKind) throws -> [SourceFile] {
        // The run keeps the workbook.
        let workbook = try Workbook(path, kind, pulse: { [unowned self] in try pulse() })
        turn(to: workbook)
        var files: [SourceFile] = []
        var isMeant = false
        var skipped: [(number: Int, sheet: Workbook.Sheet, header: Header?)] = []
        for sheet in workbook.sheets {
            let number = number(path, sheet: sheet.name)
            let header: Header?
            do {
                header = try workbook.header(of: sheet, headers.at(places[number]))
            } catch let fault as WorkbookFault {
                note(.workbook(fault), file: number, line: nil)
                isMeant = true
                continue
            }
            if let header, header.mayBeEntries {
                isMeant = true
                postponed.append(.sheet(number, workbook, sheet))
            } else if let header, header.isMeant {
                isMeant = true
                files += try lists(number, header, .sheet(workbook, sheet), path, sheet: sheet.name)
            } else {
                skipped.append((number, sheet, header))
            }
        }
        // What its sheets hold is shown all the same, so that an officer can say what they are.
        if !isMeant { note(.workbook(.noSheet), file: self.number(path), line: nil) }
        if workbook.from1904, let first = files.first { note(.from1904, file: first.number, line: first.header.line) }
        for (number, sheet, header) in skipped {
            sources[number] = ImportSource(places[number].at(header?.line), header, isSkipped: true)
            try sample(number, header) { try workbook.forFirstRows(of: sheet, below: $0, of: header?.part, &$1) }
            if let header, !header.isGuide, isMeant { note(.sheetSkipped, file: number, line: nil) }
        }
        return files
    }

    /// The lists of a file or sheet: the one of its first header, those beside it, and those that begin below.
    private func lists(
        _ number: Int, _ header: Header, _ content: SourceFile.Content, _ path: InputPath, sheet: String? = nil
    ) throws -> [SourceFile] {
        let more =
            header.table == nil ? [] : try content.furtherHeaders(below: header, headers.at(places[number]))
        let all = [(header: header, from: 0)] + more
        return try all.enumerated().flatMap { index, list in
            try list.header.sideBySide.enumerated().map { place, header in
                let number = index == 0 && place == 0 ? number : self.number(path, sheet: sheet)
                var file = try sampled(number, header, content)
                file.until = index + 1 < all.count ? all[index + 1].from : nil
                return file
            }
        }
    }

    /// Refuses what was given for a sheet or file that none is called as.
    func checkNames(of given: [GivenValue]) {
        for value in given where !places.isEmpty {
            guard case .called = value.scope, !places.contains(where: value.scope.holds) else { continue }
            note(.notCalled(value.text), file: 0, line: nil)
        }
    }

    /// Judges the definitions of the call, and reads the headers that waited for them.
    func openEntries() throws -> [SourceFile] {
        let registers = try definitions.judge(self)
        try session.open(registers.book)
        try book.open(registers.book)
        headers.registers = registers
        return try postponed.compactMap { file in
            switch file {
            case .text(let number, let path):
                try reading(number) {
                    let file = try TextFile(path, headers.at(places[number]), pulse: pulse)
                    return try sampled(number, file.header, .text(file))
                }
            case .sheet(let number, let workbook, let sheet):
                try reading(number) {
                    turn(to: workbook)
                    guard let header = try workbook.header(of: sheet, headers.at(places[number])) else { return nil }
                    return try sampled(number, header, .sheet(workbook, sheet))
                }
            }
        }
    }

    /// Reads a file that could be read before; whatever is wrong with it now is told.
    private func reading(_ number: Int, _ read: () throws -> SourceFile?) throws -> SourceFile? {
        do {
            return try read()
        } catch let fault as FileFault {
            note(.file(fault), file: number, line: nil)
        } catch let fault as WorkbookFault {
            note(.workbook(fault), file: number, line: nil)
        } catch let fault as TextEncoding.Unreadable {
            note(.unreadableText, file: number, line: fault.line)
        }
        return nil
    }

    /// Keeps a file whose header was read, with what is to be told of that.
    private func source(
        _ number: Int, _ header: Header, _ content: SourceFile.Content, size: Int
    ) -> SourceFile {
        for reason in header.reasons { note(reason, file: number, line: header.line) }
        sources[number] = ImportSource(
            places[number].at(header.line), header, manner: content.manner(of: header),
            given: header.given.map { GivenColumn($0.field.column, $0.value, text(of: $0.value.value, places[number])) }
        )
        return SourceFile(
            number: number, header: header, content: content, size: header.table == nil ? 0 : size)
    }

    /// Keeps the first rows below a header, or from the top of what is no table, where somebody is to look at them.
    private func sample(_ number: Int, _ header: Header?, _ read: (_ line: Int, inout RowTaster) throws -> Void) throws
    {
        guard sample != nil else { return }
        let header = header.flatMap { $0.table == nil ? nil : $0 }
        var taster = RowTaster(header)
        do {
            try read(header?.line ?? 0, &taster)
        } catch is RowTaster.Enough {
        } catch is WorkbookFault {
            // It is told where all rows are read.
        }
        sources[number]?.samples = taster.rows
    }

    /// What an officer gave, the name of a sheet or file in its place.
    func text(of value: GivenValue.Value, _ place: FilePlace) -> String {
        switch value {
        case .text(let text): text
        case .sheetName: place.sheet ?? ""
        case .fileName: place.fileTitle
        case .title(let text): text
        }
    }

    /// Gives a file or a sheet its number in the call.
    private func number(_ path: InputPath, sheet: String? = nil) -> Int {
        places.append(FilePlace(path.name, sheet: sheet))
        return places.count - 1
    }

    private func turn(to other: Workbook?) {
        if workbook !== other { workbook?.close() }
        workbook = other
    }

    /// Looks at all rows of a file.
    func importRows(of file: SourceFile, _ table: TableSchema) throws {
        do {
            if let register = book.registers.registers.first(where: { $0.table == table }) {
                try importRows(of: file, from: Entry(register))
            } else {
                try importRows(of: file, from: table.blank)
            }
        } catch let fault as FileFault {
            note(.file(fault), file: file.number, line: nil)
        } catch let fault as WorkbookFault {
            note(.workbook(fault), file: file.number, line: nil)
        }
    }

    private func importRows<R: LedgerRecord>(of file: SourceFile, from blank: R) throws {
        if case .sheet(let workbook, _) = file.content { turn(to: workbook) }
        var importer = RowImport(self, file.number, file.header, from: blank)
        if let families = FamilyBook(file.header) {
            var count = FamilyCount(families: families)
            try file.forEachRow(ImportMeter(), &count)
            importer.families = count.families
            importer.families?.rewind()
        }
        for reason in try file.forEachRow(meter, &importer) { note(reason, file: file.number, line: file.header.line) }
        for found in importer.sieve.findings {
            note(.passedOver(found.what), file: file.number, line: found.line)
        }
        for reason in importer.watch.findings {
            note(reason, file: file.number, line: file.header.line)
            if case .containsSensitive(let name, let kind) = reason {
                sources[file.number]?.reveal(kind, inColumn: name)
            }
        }
        sources[file.number]?.counts = importer.counts
        sources[file.number]?.rejected = importer.rejected
        sources[file.number]?.numbered = importer.numbered
        add(importer.counts, to: blank.table)
    }

    /// Adds rows to what becomes of a table.
    func add(_ more: ImportReport.Counts, to table: TableSchema) {
        counts[table] = counts[table].map { $0 + more } ?? more
    }

    /// The text that the contract would have for what an officer gave.
    func meaning(of given: Header.Given, in place: FilePlace) throws -> Result<String, Fault> {
        let text = text(of: given.value.value, place)
        let isName = if case .text = given.value.value { false } else { true }
        switch given.field.lenientReading {
        case .village, .organization:
            let isVillage = given.field.lenientReading == .village
            return isName
                ? try names.organization(within: text, isVillage: isVillage)
                : try names.organization(text, isVillage: isVillage)
        case .person: return try names.person(text, in: "")
        case .household: return try names.household(named: text)
        case .cooperative: return try names.cooperative(text)
        case .date: return .success(LooseDate.text(text, by: today))
        case .plain, .people: break
        }
        if given.field.isDay { return .success(LooseDate.text(text, by: today, isExact: true)) }
        let inside = given.field.words?.words.filter { text.contains($0) } ?? []
        return .success(isName && inside.count == 1 ? inside[0] : LooseCell.text(text, of: given.field))
    }

    /// Says how far the import has come where no rows are counted.
    private func pulse() throws { try progress?(rows, meter.share) }

    /// Counts a row, and says now and then how far the import has come.
    func step() throws {
        rows += 1
        // A debug build too comes here every few hundredths of a second, so that Esc is heard at once.
        if let progress, rows % 512 == 0 { try progress(rows, meter.share) }
    }

    /// Whether a row is not to be imported; it is kept then.
    func leaves(_ row: borrowing some RecordRow & ~Copyable, of file: Int, under header: Header) -> Bool {
        if leftOut.isEmpty { return false }
        let place = place(of: file, line: row.line)
        guard let reason = leftOut[place] else { return false }
        let cells = (0..<row.count).map { index in
            let isPersonal = index < header.columns.count && header.columns[index].isSensitive
            return isPersonal || Sensitive.written(in: row[index]) != nil
                ? "" : String(decoding: row[index], as: UTF8.self)
        }
        left.append((file, LeftRow(place: place, cells: cells, reason: reason)))
        return true
    }

    // MARK: Findings

    /// Where a line of a file or sheet is.
    func place(of file: Int, line: Int?) -> FilePlace { places[file].at(line) }

    func note(_ reason: ImportNotice.Reason, file: Int, line: Int?) {
        let notice = ImportNotice(place(of: file, line: line), reason)
        if notice.kind == .fault { isClean = false }
        notices.append((file, notice))
    }

    /// Notes something once, at the header of a file.
    func noteOnce(_ reason: ImportNotice.Reason, file: Int) {
        let line = sources[file]?.place.line
        if saidOnce.insert(ImportNotice(place(of: file, line: line), reason)).inserted {
            note(reason, file: file, line: line)
        }
    }

    /// Counts the visits of a day.
    func count(_ activity: Activity, file: Int, line: Int) {
        guard activity.kind == .homeVisit || activity.kind == .researchVisit, activity.voidedOn == nil else { return }
        for person in activity.participants {
            let key = "\(person) \(activity.heldOn)"
            visits[key] = ((visits[key]?.count ?? 0) + 1, activity, file, line)
        }
    }

    private func askAboutVisits() {
        for (key, visit) in visits where visit.count > ImportRun.mostVisits {
            let person = String(key.prefix { $0 != " " })
            note(.manyVisits(person, visit.activity.heldOn, visit.count), file: visit.file, line: visit.line)
        }
    }

    func wait(_ waiting: Waiting) { deferred.append(waiting) }

    func noteMismatch(_ waiting: Waiting) {
        isClean = false
        mismatched.append(waiting)
    }

    func noteEnded(_ pairing: Pairing?, file: Int, line: Int) {
        if let pairing, pairing.endedOn != nil, isClean { ended.append((file, line, pairing)) }
    }

    /// Judges the references that could not be judged before all rows of a table were in.
    func resolveDeferred(after table: TableSchema) throws {
        var left: [Waiting] = []
        for waiting in deferred {
            guard waiting.table[waiting.reference.column]?.target == table else {
                left.append(waiting)
                continue
            }
            switch try book.judge(waiting.reference) {
            case .fine: break
            case .mismatched: noteMismatch(waiting)
            case .nowhere(let fault):
                note(.field(FieldFault(waiting.reference.column, fault)), file: waiting.file, line: waiting.line)
                if let row = waiting.row { book.setBad(at: book.place(of: waiting.table), row) }
            }
        }
        deferred = left
    }

    /// The report, once all rows are in.
    func finish() throws -> ImportReport {
        for waiting in mismatched {
            guard case .mismatched(let fault) = try book.judge(waiting.reference) else { continue }
            note(.field(FieldFault(waiting.reference.column, fault)), file: waiting.file, line: waiting.line)
        }
        try cycles.judge(self)
        try entries.judge(self)
        try definitions.judgeChecklists(self)
        try definitions.askUses(self)
        if isClean {
            try session.giveFirstSteps(of: entries.registersWithoutSteps(book.registers) + definitions.newFlows)
        }
        try warnOfNamesakes()
        askAboutVisits()
        if isClean { try askAboutEnded() }
        var report = ImportReport()
        report.tables = session.tables.flatMap {
            $0 == .entries ? book.registers.registers.map(\.table) : [$0]
        }
        report.counts = counts
        report.sources = sources.sorted { $0.key < $1.key }.map(\.value)
        report.notices = sorted()
        report.left = left.sorted { ($0.file, $0.row.place.line ?? 0) < ($1.file, $1.row.place.line ?? 0) }.map(\.row)
        report.rows = sample?.rows ?? []
        report.names = sample?.names ?? [:]
        return report
    }

    private func warnOfNamesakes() throws {
        for found in try (namesakes?.found(session) ?? []) + (twins?.found(session) ?? []) {
            note(.namesake(found.namesake), file: found.file, line: found.line)
            sample?.name(place(of: found.file, line: found.line), found.called)
        }
    }

    private func askAboutEnded() throws {
        let leaving = try session.leavingPoorHouseholds(ended.map(\.pairing))
        for (place, (file, line, pairing)) in ended.enumerated() where leaving.contains(place) {
            guard let day = pairing.endedOn else { continue }
            note(.warning(.uncovered(pairing.household, day)), file: file, line: line)
        }
    }

    /// By file, then by line, then as they were found.
    private func sorted() -> [ImportNotice] {
        let keys = notices.enumerated().map { (file: $1.file, line: $1.notice.line ?? 0, number: $0) }
        return keys.sorted { ($0.file, $0.line, $0.number) < ($1.file, $1.line, $1.number) }.map {
            notices[$0.number].notice
        }
    }
}

extension ImportSource {
    /// - Parameter isSkipped: whether the sheet is none of the tables.
    init(
        _ place: FilePlace, _ header: Header?, isSkipped: Bool = false, manner: FileManner? = nil,
        given: [GivenColumn] = []
    ) {
        self.init(
            place, table: isSkipped ? header?.said?.mapping.table : header?.nearest, isRead: header?.table != nil,
            columns: header?.columns ?? [], shape: header?.shape ?? HeaderShape([]), mapping: header?.said?.mapping,
            isRemembered: header?.said?.isRemembered ?? false, isContract: header?.isContract ?? false,
            manner: manner, given: given, missing: header?.missing ?? [])
    }
}
