import PartyWork

/// The entries and steps of a call, judged together once all rows are in: either file may come first, and what is saved counts too.
struct EntryBook {
    private var entries: [RecordKey: MetEntry] = [:]
    private var steps: [RecordKey: [MetStep]] = [:]
    private var badSteps: [RecordKey: Set<Int>] = [:]
    /// The days on which saved entries were registered, as they were asked for.
    private var asked: [RecordKey: Day?] = [:]
    /// The registers that have new entries.
    private var grown: Set<Identifier<RegisterDefinition>> = []

    private struct MetEntry {
        let dates: EntryDates
        let place: ImportRun.RowPlace
        /// Whether a day of it changed, so that what is saved of it must be looked at again.
        let isMoved: Bool
        /// Whether it was registered earlier before.
        let isLater: Bool
    }

    private struct MetStep {
        let step: EntryStep
        let place: ImportRun.RowPlace
    }

    /// Notes an entry in which nothing is wrong by itself.
    mutating func add(_ entry: Entry, was old: Entry?, at place: ImportRun.RowPlace) {
        let dates = EntryDates(registeredOn: entry.registeredOn, struckOn: entry.struckOn)
        let isMoved = old.map { $0.registeredOn != entry.registeredOn || $0.struckOn != entry.struckOn } ?? false
        entries[RecordKey(entry.register.name, entry.number)] = MetEntry(
            dates: dates, place: place, isMoved: isMoved,
            isLater: old.map { $0.registeredOn < entry.registeredOn } ?? false)
        if old == nil { grown.insert(Identifier(entry.register.name)) }
    }

    mutating func add(_ step: EntryStep, at place: ImportRun.RowPlace) {
        steps[step.entryKey, default: []].append(MetStep(step: step, place: place))
    }

    mutating func addBad(_ step: EntryStep) { badSteps[step.entryKey, default: []].insert(step.position) }

    /// The registers with a flow some of whose new entries may have come without steps.
    func registersWithoutSteps(_ book: RegisterBook) -> [RegisterDefinition] {
        book.registers.filter { !$0.states.isEmpty && grown.contains(Identifier($0.name)) }
    }

    /// The day on which an entry was registered, in the call or before; nil where it is nowhere or bad.
    mutating func registered(_ number: String, of register: String, _ run: ImportRun) throws -> Day? {
        let key = RecordKey(register, number)
        if let met = entries[key] { return met.dates.registeredOn }
        if let known = asked[key] { return known }
        guard let table = run.book.registers[register]?.table, !run.book.isMet(RecordKey(number), of: table) else {
            return nil
        }
        let day = (try run.session.saved(table, RecordKey(number))?.record as? Entry)?.registeredOn
        asked[key] = .some(day)
        return day
    }

    // MARK: - Judging

    /// Notes what is wrong between the rows.
    func judge(_ run: ImportRun) throws {
        for (key, met) in entries where met.isLater { try judgeBelow(key, met, run) }
        let moved = entries.filter { $0.value.isMoved }.map(\.key)
        for key in Set(moved).union(steps.keys) { try judgeSteps(of: key, run) }
    }

    /// Entries that are saved and now stand before the one on which they hang.
    private func judgeBelow(_ key: RecordKey, _ met: MetEntry, _ run: ImportRun) throws {
        let parts = key.parts
        let below = try run.session.entries(under: parts[1], of: parts[0], before: met.dates.registeredOn).filter {
            entries[RecordKey($0.register, $0.number)] == nil
        }
        guard let first = below.map(\.registeredOn).min() else { return }
        note(met.place, .registeredOn, .register(.laterThanBelow(first)), run)
    }

    private func judgeSteps(of key: RecordKey, _ run: ImportRun) throws {
        let (register, number) = (key.parts[0], key.parts[1])
        let ofCall = steps[key] ?? []
        if run.definitions.isBad(.registers, register) { return }
        guard let definition = run.book.registers[register] else {
            for step in ofCall { note(step.place, .register, .nowhere(register), run) }
            return
        }
        if definition.states.isEmpty {
            for step in ofCall { note(step.place, .register, .register(.noFlow(register)), run) }
            return
        }
        guard let dates = try dates(of: key, number, definition, ofCall, run) else { return }
        let saved = try run.session.steps(of: key).filter { old in
            !ofCall.contains { $0.step.position == old.position }
        }
        let places = Dictionary(ofCall.map { ($0.step.position, $0.place) }, uniquingKeysWith: { first, _ in first })
        let faults = StepRules.faults(
            saved + ofCall.map(\.step), of: definition, dates, bad: badSteps[key] ?? [],
            isBadState: { run.definitions.isBad(.registerStates, register, $0) })
        for (step, fault) in faults {
            let place = places[step.position] ?? places[step.position - 1] ?? entries[key]?.place
            if let place { note(place, fault.column, fault.fault, run) }
        }
    }

    /// The days of an entry; nil where it is bad, or nowhere, which is told.
    private func dates(
        of key: RecordKey, _ number: String, _ register: RegisterDefinition, _ ofCall: [MetStep], _ run: ImportRun
    ) throws -> EntryDates? {
        if let met = entries[key] { return met.dates }
        if run.book.isMet(RecordKey(number), of: register.table) { return nil }
        if let saved = try run.session.saved(register.table, RecordKey(number))?.record as? Entry {
            return EntryDates(registeredOn: saved.registeredOn, struckOn: saved.struckOn)
        }
        for step in ofCall { note(step.place, .entryNumber, .nowhere(number), run) }
        return nil
    }

    private func note(_ place: ImportRun.RowPlace, _ column: Column, _ fault: Fault, _ run: ImportRun) {
        run.note(.field(FieldFault(column, fault)), file: place.file, line: place.line)
    }
}
