import PartyWork

/// The rows of a call that define registers, judged together once all of them are in.
struct DefinitionBook {
    private var met: [DefinitionJudge.RowID: (row: DefinitionRow, place: ImportRun.RowPlace)] = [:]
    private var order: [DefinitionJudge.RowID] = []
    private var bad: Set<DefinitionJudge.RowID> = []
    private var uses: [(row: DefinitionJudge.RowID, column: Column, use: DefinitionUse)] = []
    private var checklists: [(checklist: Checklist, place: ImportRun.RowPlace)] = []
    private var judge: DefinitionJudge?
    private var before: [DefinitionRow] = []
    /// The registers that have got their first state.
    private(set) var newFlows: [RegisterDefinition] = []

    /// Notes the rows that are saved before those of the call are written.
    mutating func open(_ session: any ImportSession) throws { before = try session.definitions() }

    /// Notes a row in which nothing is wrong by itself.
    mutating func add(_ row: DefinitionRow, at place: ImportRun.RowPlace) {
        met[row.id] = (row, place)
        order.append(row.id)
    }

    mutating func addBad(_ row: DefinitionRow) { bad.insert(row.id) }

    /// Notes what is wrong.
    ///
    /// - Returns: the registers as they are after the call.
    mutating func judge(_ run: ImportRun) throws -> CallRegisters {
        let kept = before.filter { met[$0.id] == nil && !bad.contains($0.id) }
        let after = kept + order.compactMap { met[$0]?.row }
        let judge = DefinitionJudge(
            before: before, after: after,
            call: Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }), bad: bad)
        for finding in judge.findings {
            bad.insert(finding.row)
            note(.field(finding.fault), finding.row, run)
        }
        uses = judge.uses
        self.judge = judge
        let book =
            bad.isEmpty ? judge.book : RegisterBook(after.filter { !bad.contains($0.id) || $0.table == .registers })
        let flows = Set(before.filter { $0.table == .registerStates }.map(\.register))
        newFlows = book.registers.filter { register in
            !register.states.isEmpty && !flows.contains(Identifier(register.name))
        }
        return CallRegisters(
            book: book, bad: bad.filter { $0.table == .registers }.map(\.key.text),
            badFields: bad.filter { $0.table == .registerFields }.map { ($0.key.parts[0], $0.key.parts[1]) })
    }

    /// Whether the row of a register or a state is bad, so that nobody is told of it who refers to it.
    func isBad(_ table: TableSchema, _ parts: String...) -> Bool {
        bad.contains(DefinitionJudge.RowID(table, RecordKey(parts: parts)))
    }

    /// Notes what would be taken away though it is in use; asked once all entries are in.
    func askUses(_ run: ImportRun) throws {
        for (row, column, use) in uses {
            let count = try run.session.count(use)
            if count > 0 { note(.field(FieldFault(column, use.fault(count))), row, run) }
        }
    }

    mutating func add(_ checklist: Checklist, at place: ImportRun.RowPlace) { checklists.append((checklist, place)) }

    /// Notes what is wrong with checklists over registers, those of the call and those that a definition of the call leaves behind.
    func judgeChecklists(_ run: ImportRun) throws {
        guard let judge else { return }
        for (checklist, place) in checklists {
            for (fault, _) in ChecklistJudge.faults(checklist, judge) {
                run.note(.field(fault), file: place.file, line: place.line)
            }
        }
        if met.isEmpty { return }
        let ofCall = Set(checklists.map(\.checklist.id))
        for checklist in try run.session.checklists() where !ofCall.contains(checklist.id) {
            for (fault, causes) in ChecklistJudge.left(of: checklist, judge) {
                guard let cause = causes.first(where: { met[$0.id] != nil }) else { continue }
                note(.field(FieldFault(cause.column, fault.fault)), cause.id, run)
            }
        }
    }

    private func note(_ reason: ImportNotice.Reason, _ row: DefinitionJudge.RowID, _ run: ImportRun) {
        guard let place = met[row]?.place else { return }
        run.note(reason, file: place.file, line: place.line)
    }
}
