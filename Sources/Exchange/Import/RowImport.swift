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
    /// A record in which nothing is filled in yet.
    private let blank: R
    /// The place of the table in the run's book.
    private let place: Int
    /// Looks at the columns that nobody reads.
    private(set) var watch: ColumnWatch

    init(_ run: ImportRun, _ file: SourceFile, from blank: R) {
        self.blank = blank
        place = run.book.place(of: blank.table)
        self.run = run
        self.file = file.number
        header = file.header
        watch = ColumnWatch(file.header)
        wasEmpty = run.book.wasEmpty(at: place)
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
        watch.look(at: row)
        var record = blank
        var findings = Findings(line: row.line)
        try readCells(row, into: &record, &findings)
        try run.names.note(record.named)
        let old = try findSaved(&record, &findings)
        let changes = old.map { differences(from: $0, to: record, findings.unread) } ?? []
        if !changes.isEmpty, run.changedRows == .refuse { findings.reasons.append(.differs(changes)) }
        for fault in record.faults(unread: findings.unread) { findings.reasons.append(.field(fault)) }
        try judgeReferences(of: record, &findings)
        if run.hasMonths, findings.reasons.isEmpty, old == nil || !changes.isEmpty {
            if let refusal = try run.session.lockedMonth(old?.wrapped, record.wrapped) {
                findings.reasons.append(.locked(refusal))
            }
        }
        if findings.reasons.isEmpty, !findings.isWaiting {
            try write(record, old, changes, line: findings.line)
        } else {
            if !findings.reasons.isEmpty { rejected += 1 }
            run.sample?.name(run.place(of: file, line: findings.line), record.called)
            for reason in findings.reasons { run.note(reason, file: file, line: findings.line) }
        }
        if let index = findings.row, !findings.reasons.isEmpty { run.book.setBad(at: place, index) }
    }

    // MARK: Cells

    private func readCells(
        _ row: borrowing some RecordRow & ~Copyable, into record: inout R, _ findings: inout Findings
    ) throws {
        if row.fault != nil { noteUnreadable(row, &findings) }
        for place in header.places {
            let bytes = place.isNumber ? row.number(at: place.index) : row[place.index]
            // A blank record is what empty cells make it.
            if bytes.isEmpty, !place.isRequired { continue }
            if !findings.unread.isEmpty, findings.unread.contains(place.column) { continue }
            let cell = String(decoding: bytes, as: UTF8.self)
            if SpoiltNumber.matches(bytes), place.field.isKey {
                findings.unread.insert(place.column)
                findings.reasons.append(.unreadable(.exponent(cell), column: place.column))
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

    /// The text that the contract would have in a cell.
    private func meaning(
        of cell: String, at place: Header.Place, in row: borrowing some RecordRow & ~Copyable
    ) throws -> Result<String, Fault> {
        if cell.isEmpty { return .success(cell) }
        switch place.reading {
        case .plain: return .success(cell)
        case .date: return .success(LooseDate.text(cell))
        case .village: return try run.names.organization(cell, isVillage: true)
        case .organization: return try run.names.organization(cell, isVillage: false)
        case .person:
            let branch = header.helperBranch.map { String(decoding: row[$0], as: UTF8.self) } ?? ""
            return try run.names.person(cell, in: branch)
        }
    }

    /// Notes each cell that cannot be read as it is written, and what an open quote swallowed. What is wrong in a sheet with a
    /// cell of no column is nobody's concern.
    private func noteUnreadable(_ row: borrowing some RecordRow & ~Copyable, _ findings: inout Findings) {
        for index in 0..<row.count {
            guard let fault = row.fault(at: index) else { continue }
            let column = header.places.first { $0.index == index }?.column
            if column == nil, fault.isOfSheets { continue }
            findings.reasons.append(.unreadable(fault, column: column))
            if let column { findings.unread.insert(column) }
        }
        // A row too long to keep has no cells.
        if row.count == 0, let fault = row.fault { findings.reasons.append(.unreadable(fault, column: nil)) }
        guard row.count == 0 || row.fault(at: row.count - 1) == .unterminated else { return }
        for place in header.places where place.index >= row.count { findings.unread.insert(place.column) }
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
        // At once, because an organization may refer to itself.
        run.book.setMark(record.mark, at: place, index)
        guard !wasEmpty, let old = try run.session.saved(blank.table, key)?.record as? R else { return nil }
        for field in header.absent {
            guard let fault = record.take(old.text(field.column), into: field) else { continue }
            findings.reasons.append(.field(FieldFault(field.column, fault)))
        }
        return old
    }

    /// The present columns whose values differ, compared as the ledger writes them.
    private func differences(from old: R, to new: R, _ unread: Set<Column>) -> [ColumnChange] {
        header.places.compactMap { place in
            if unread.contains(place.column) { return nil }
            let change = ColumnChange(place.column, old: old.text(place.column), new: new.text(place.column))
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
                    findings.reasons.append(.field(FieldFault(reference.column, fault)))
                }
            }
        }
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
        for warning in try record.warnings(today: run.today, category: { try run.book.category($0) }) {
            run.note(.warning(warning), file: file, line: line)
            run.sample?.name(run.place(of: file, line: line), record.called)
        }
        switch blank.table {
        case .households, .householdCycles: run.cycles.add(record, file: file, line: line)
        case .pairings: run.noteEnded(record as? Pairing, file: file, line: line)
        default: break
        }
    }

    /// What is saved stays, and counts for the rows that refer to it.
    private mutating func leave(_ old: R, _ changes: [ColumnChange], line: Int) {
        counts.left += 1
        run.note(.left(changes), file: file, line: line)
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
