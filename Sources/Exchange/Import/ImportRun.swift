import PartyWork

/// One import while it runs: what was met, what is wrong, what waits for rows still to come.
final class ImportRun {
    let session: any ImportSession
    let update: Bool
    let today: Day
    /// Whether rows must be asked about because months were reported.
    let hasMonths: Bool
    private let progress: Importer.Progress?
    var book: ReferenceBook
    var cycles = CycleBook()
    private var names: [String] = []
    private var notices: [(file: Int, notice: ImportNotice)] = []
    private var counts: [ImportReport.Counts?] = Table.allCases.map { _ in nil }
    private var rows = 0

    /// Whether nothing is wrong so far, so that it is worth writing.
    private(set) var isClean = true
    /// References of organizations to what may stand in rows still to come.
    private var deferred: [Waiting] = []
    /// References to an organization of the wrong kind, which are nobody's fault if that row turns out bad.
    private var mismatched: [Waiting] = []
    /// Ended pairings, to be asked about once all rows are in.
    private var ended: [(file: Int, line: Int, pairing: Pairing)] = []

    /// A reference that cannot be judged yet.
    struct Waiting {
        let file: Int
        let line: Int
        /// The number of the row's own key; nil if it could not be read or stood in an earlier row.
        let row: Int?
        let table: Table
        let reference: Reference
    }

    init(session: any ImportSession, update: Bool, today: Day, progress: Importer.Progress?) throws {
        self.session = session
        self.update = update
        self.today = today
        hasMonths = session.hasMonths
        self.progress = progress
        book = try ReferenceBook(session)
    }

    // MARK: Files

    /// Reads the headers of the files that a path stands for.
    func open(_ path: String) throws -> [SourceFile] {
        let path = InputPath(path)
        do {
            return try InputFolder.files(at: path).compactMap(open)
        } catch let fault as FileFault {
            names.append(path.name)
            note(.file(fault), file: names.count - 1, line: nil)
            return []
        }
    }

    private func open(_ path: InputPath) throws -> SourceFile? {
        let number = names.count
        names.append(path.name)
        do {
            let file = try SourceFile(path, number: number)
            for reason in file.header.reasons { note(reason, file: number, line: 1) }
            return file
        } catch let fault as FileFault {
            note(.file(fault), file: number, line: nil)
        } catch let fault as TextEncoding.Unreadable {
            note(.unreadableText, file: number, line: fault.line)
        }
        return nil
    }

    /// Looks at all rows of a file.
    func importRows(of file: SourceFile, _ table: Table) throws {
        do {
            switch table {
            case .organizations: try importRows(of: file, as: Organization.self)
            case .people: try importRows(of: file, as: Person.self)
            case .households: try importRows(of: file, as: Household.self)
            case .pairings: try importRows(of: file, as: Pairing.self)
            case .cooperatives: try importRows(of: file, as: Cooperative.self)
            case .activities: try importRows(of: file, as: Activity.self)
            case .householdCycles: try importRows(of: file, as: HouseholdCycle.self)
            case .posts: try importRows(of: file, as: Post.self)
            case .visits: try importRows(of: file, as: VisitDetails.self)
            case .monthSteps: break  // No header is theirs.
            case .checklists: try importRows(of: file, as: Checklist.self)
            case .ticks: try importRows(of: file, as: Tick.self)
            case .waivers: try importRows(of: file, as: Waiver.self)
            }
        } catch let fault as FileFault {
            note(.file(fault), file: file.number, line: nil)
        }
    }

    private func importRows<R: ImportedRecord>(of file: SourceFile, as _: R.Type) throws {
        var importer = RowImport<R>(self, file)
        try file.forEachRow { row in
            try importer.take(row)
            rows += 1
            if let progress, rows % 4096 == 0 { try progress(rows) }
        }
        counts[R.table.place] = counts[R.table.place].map { $0 + importer.counts } ?? importer.counts
    }

    // MARK: Findings

    func name(of file: Int) -> String { names[file] }

    func note(_ reason: ImportNotice.Reason, file: Int, line: Int?) {
        let notice = ImportNotice(file: names[file], line: line, reason: reason)
        if notice.kind == .fault { isClean = false }
        notices.append((file, notice))
    }

    func wait(_ waiting: Waiting) { deferred.append(waiting) }

    func noteMismatch(_ waiting: Waiting) {
        isClean = false
        mismatched.append(waiting)
    }

    func noteEnded(_ pairing: Pairing, file: Int, line: Int) {
        if isClean { ended.append((file, line, pairing)) }
    }

    /// Judges the references that could not be judged before all rows of a table were in.
    func resolveDeferred(after table: Table) throws {
        var left: [Waiting] = []
        for waiting in deferred {
            guard waiting.reference.target.table == table else {
                left.append(waiting)
                continue
            }
            switch try book.judge(waiting.reference) {
            case .fine: break
            case .mismatched: noteMismatch(waiting)
            case .nowhere(let fault):
                note(.field(FieldFault(waiting.reference.column, fault)), file: waiting.file, line: waiting.line)
                if let row = waiting.row { book.setBad(waiting.table, row) }
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
        if isClean { try askAboutEnded() }
        var report = ImportReport()
        for table in Table.allCases { report.counts[table] = counts[table.place] }
        report.notices = sorted()
        return report
    }

    private func askAboutEnded() throws {
        for (file, line, pairing) in ended {
            guard let day = pairing.endedOn, try session.leavesPoorHouseholdWithoutHelper(pairing) else { continue }
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

extension ImportReport.Counts {
    fileprivate static func + (left: Self, right: Self) -> Self {
        Self(
            new: left.new + right.new, updated: left.updated + right.updated,
            unchanged: left.unchanged + right.unchanged)
    }
}
