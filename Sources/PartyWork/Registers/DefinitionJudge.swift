/// Judges the rows that define registers together, as they are once all are in: what they refer to, numbers taken twice, circles,
/// conditions, and what would be taken away from entries (REGISTERS section 2, bad rows).
package struct DefinitionJudge {
    /// The registers that the rows make.
    package let book: RegisterBook
    /// What is wrong, each with the row on which it is told.
    package private(set) var findings: [Finding] = []
    /// What must not be in use, for the ledger to count.
    package private(set) var uses: [(row: RowID, column: Column, use: DefinitionUse)] = []

    private let rows: [RowID: DefinitionRow]
    private let call: [RowID: Int]
    private let bad: Set<RowID>
    private var found: Set<Finding> = []

    /// A row of a table.
    package struct RowID: Hashable, Sendable {
        package let table: TableSchema
        package let key: RecordKey

        package init(_ table: TableSchema, _ key: RecordKey) {
            self.table = table
            self.key = key
        }

        init(_ table: TableSchema, _ parts: String...) { self.init(table, RecordKey(parts: parts)) }
    }

    /// What is wrong with a row.
    package struct Finding: Hashable, Sendable {
        package let row: RowID
        package let fault: FieldFault
    }

    /// - Parameters:
    ///   - before: the rows that are saved.
    ///   - after: the rows as they will be, bad ones left out.
    ///   - call: the rows that are written or taken away, each with its place in the call.
    ///   - bad: rows of the call that are bad already: who refers to them is not told of that.
    package init(before: [DefinitionRow], after: [DefinitionRow], call: [RowID: Int], bad: Set<RowID> = []) {
        rows = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.call = call
        self.bad = bad
        book = RegisterBook(after)
        checkRegisters()
        for row in after where row.table != .registers { check(row) }
        checkPositions(after)
        for row in before where call[row.id] != nil && !bad.contains(row.id) {
            askUses(of: row, becoming: rows[row.id])
        }
    }

    /// Notes a fault on the row that has it, or, where that is saved and not in the call, on the row that brought it about.
    private mutating func note(
        _ row: DefinitionRow, _ column: Column, _ fault: Fault, because causes: [(id: RowID, column: Column)] = []
    ) {
        var finding: Finding?
        if call[row.id] != nil {
            finding = Finding(row: row.id, fault: FieldFault(column, fault))
        } else if let cause = causes.first(where: { call[$0.id] != nil }) {
            finding = Finding(
                row: cause.id, fault: FieldFault(cause.column, fault.told(of: row.said(row.key.parts))))
        }
        if let finding, found.insert(finding).inserted { findings.append(finding) }
    }

    /// What a name comes to.
    private enum Named {
        case row(DefinitionRow)
        /// Its row is bad, which is told there.
        case bad
        case nowhere
    }

    private func named(_ id: RowID) -> Named { bad.contains(id) ? .bad : rows[id].map { .row($0) } ?? .nowhere }

    /// Whether a row of the call is bad already.
    package func isBad(_ id: RowID) -> Bool { bad.contains(id) }

    // MARK: - Registers

    private mutating func checkRegisters() {
        for row in rows.values.filter({ $0.table == .registers }).sorted(by: { $0.key < $1.key }) {
            checkSubject(row)
            let field = row.text(.placeField)
            if !field.isEmpty {
                checkField(row, .placeField, field, of: row.register.text, [.organization])
            }
        }
    }

    private mutating func checkSubject(_ row: DefinitionRow) {
        guard let above = RegisterSubject(row.text(.subject)).register else { return }
        let id = RowID(.registers, above)
        if case .nowhere = named(id) { note(row, .subject, .register(.noSubject(above)), because: [(id, .register)]) }
        var chain = [row]
        while let next = RegisterSubject(chain[chain.count - 1].text(.subject)).register,
            let above = rows[RowID(.registers, next)]
        {
            if above.id == row.id {
                return note(row, .subject, .register(.circle), because: chain.map { ($0.id, .subject) })
            }
            // It leads into a circle of others.
            if chain.contains(where: { $0.id == above.id }) { return }
            chain.append(above)
        }
        if chain.count > RegisterBook.deepest {
            note(row, .subject, .register(.tooDeep), because: chain.map { ($0.id, .subject) })
        }
    }

    // MARK: - Rows of a register

    private mutating func check(_ row: DefinitionRow) {
        let id = RowID(.registers, row.register.text)
        switch named(id) {
        case .bad: return
        case .nowhere: return note(row, .register, .nowhere(row.register.text), because: [(id, .register)])
        case .row: break
        }
        switch row.table {
        case .registerStates: checkState(row)
        case .registerGates: checkGate(row)
        case .registerFigures: checkFigure(row)
        // A field refers to nothing but its register.
        default: break
        }
    }

    private mutating func checkState(_ row: DefinitionRow) {
        let register = row.register.text
        for state in row.items(.nextStates) { checkState(row, .nextStates, state) }
        let due = row.text(.dueField)
        if !due.isEmpty { checkField(row, .dueField, due, of: register, [.day]) }
        for field in row.items(.neededFields) {
            checkField(row, .neededFields, field, of: register, FieldKind.allCases)
        }
    }

    private mutating func checkState(_ row: DefinitionRow, _ column: Column, _ state: String) {
        let id = RowID(.registerStates, row.register.text, state)
        if case .nowhere = named(id) { note(row, column, .nowhere(state), because: [(id, .state)]) }
    }

    private mutating func checkField(
        _ row: DefinitionRow, _ column: Column, _ field: String, of register: String, _ kinds: [FieldKind]
    ) {
        let id = RowID(.registerFields, register, field)
        switch named(id) {
        case .bad: break
        case .nowhere:
            note(
                row, column, .nowhere(field), because: [(id, .field), (RowID(.registers, row.register.text), .subject)])
        case .row(let found):
            guard let kind = FieldKind(rawValue: found.text(.kind)), !kinds.contains(kind) else { return }
            note(row, column, .register(.notOfKind(field, kinds)), because: [(id, .kind)])
        }
    }

    private mutating func checkGate(_ row: DefinitionRow) {
        checkState(row, .state, row.text(.state))
        let register = row.register.text
        switch GateDemand(rawValue: row.text(.demand)) {
        case .children: checkChildren(row, of: register)
        case .places, .surplus:
            guard let parent = checkHanging(row, register) else { break }
            checkField(row, .field, row.text(.field), of: parent, [.whole])
            checkCondition(row, .condition, of: register)
        case .order:
            if checkHanging(row, register) != nil { checkField(row, .field, row.text(.field), of: register, [.whole]) }
        case nil: break
        }
    }

    private mutating func checkChildren(_ row: DefinitionRow, of register: String) {
        let other = row.text(.otherRegister)
        let id = RowID(.registers, other)
        switch named(id) {
        case .bad: break
        case .nowhere: note(row, .otherRegister, .nowhere(other), because: [(id, .register)])
        case .row(let found):
            if !found.text(.subject).hasSameCodePoints(as: register) {
                note(row, .otherRegister, .register(.notBelow(other, of: register)), because: [(id, .subject)])
            }
            checkCondition(row, .condition, of: other)
        }
    }

    /// The register on whose entries those of another hang; nil where that is none, or bad, or nowhere.
    private mutating func checkHanging(_ row: DefinitionRow, _ register: String) -> String? {
        let id = RowID(.registers, register)
        guard case .row(let own) = named(id) else { return nil }
        guard let parent = RegisterSubject(own.text(.subject)).register else {
            note(row, .demand, .register(.notHanging), because: [(id, .subject)])
            return nil
        }
        if case .row = named(RowID(.registers, parent)) { return parent }
        return nil
    }

    private mutating func checkFigure(_ row: DefinitionRow) {
        let (register, field) = (row.register.text, row.text(.field))
        switch FigureMethod(rawValue: row.text(.calculation)) {
        case .sum: checkField(row, .field, field, of: register, [.whole, .amount])
        case .distinct where !field.hasSameCodePoints(as: Column.subjectID.header):
            checkField(row, .field, field, of: register, FieldKind.allCases)
        case .count, .distinct, nil: break
        }
        checkCondition(row, .condition, of: register)
    }

    private mutating func checkCondition(_ row: DefinitionRow, _ column: Column, of register: String) {
        guard let fault = conditionFault(row.text(column), of: register) else { return }
        note(row, column, fault, because: causes(row.text(column), of: register))
    }

    /// What is wrong with a condition that is read in a register; nil where it can be read, or speaks of what is bad itself.
    package func conditionFault(_ text: String, of register: String) -> Fault? {
        guard !text.isEmpty, let definition = book[register] else { return nil }
        do throws(ConditionFault) {
            _ = try Condition(text, of: definition)
            return nil
        } catch {
            let isBad = bad.contains { id in
                let parts = id.key.parts
                guard id.table == .registerFields || id.table == .registerStates, parts.count == 2,
                    parts[0].hasSameCodePoints(as: register)
                else { return false }
                return text.utf8.count >= parts[1].utf8.count && text.contains(parts[1])
            }
            return isBad ? nil : .register(.condition(error))
        }
    }

    /// The rows of which a condition may speak.
    package func causes(_ text: String, of register: String) -> [(id: RowID, column: Column)] {
        let fields = Condition.names(in: text).map { (RowID(.registerFields, register, $0), Column.kind) }
        let states = call.keys.filter {
            $0.table == .registerStates && $0.key.parts[0].hasSameCodePoints(as: register)
        }
        return fields + states.map { ($0, Column.state) } + [(RowID(.registers, register), Column.register)]
    }

    // MARK: - Numbers

    private mutating func checkPositions(_ after: [DefinitionRow]) {
        let numbered = after.filter {
            $0.table == .registerFields || $0.table == .registerStates || $0.table == .registerFigures
        }
        for rows in Dictionary(grouping: numbered, by: { [$0.table.name, $0.register.text, $0.text(.position)] }).values
        where rows.count > 1 {
            let ofCall = rows.filter { call[$0.id] != nil }.sorted { (call[$0.id] ?? 0) < (call[$1.id] ?? 0) }
            for row in ofCall.dropFirst(ofCall.count == rows.count ? 1 : 0) {
                note(row, .position, .register(.positionTaken(row.position)))
            }
        }
    }

    // MARK: - What entries use

    private mutating func askUses(of old: DefinitionRow, becoming new: DefinitionRow?) {
        let register = old.register.text
        func ask(_ column: Column, _ use: DefinitionUse) -> (RowID, Column, DefinitionUse) { (old.id, column, use) }
        switch old.table {
        case .registers:
            guard let new, new.text(.subject).hasSameCodePoints(as: old.text(.subject)) else {
                uses.append(ask(.subject, .entries(register)))
                break
            }
            if let day = new.day(.retiredOn), old.day(.retiredOn).map({ day < $0 }) ?? true {
                uses.append(ask(.retiredOn, .entriesSince(register, day)))
            }
        case .registerFields: uses += fieldUses(old, new).map { ask($0, $1) }
        case .registerStates:
            let state = old.text(.state)
            guard let new else {
                uses.append(ask(.state, .state(register, state)))
                break
            }
            let lost = old.items(.nextStates).filter { item in
                !new.items(.nextStates).contains(where: item.hasSameCodePoints)
            }
            if !lost.isEmpty { uses.append(ask(.nextStates, .transitions(register, from: state, to: lost))) }
        // Gates and figures are asked of entries, and hold none.
        default: break
        }
    }

    private func fieldUses(_ old: DefinitionRow, _ new: DefinitionRow?) -> [(Column, DefinitionUse)] {
        let (register, field) = (old.register.text, old.text(.field))
        guard let new, new.text(.kind) == old.text(.kind) else { return [(.kind, .filled(register, field))] }
        var uses: [(Column, DefinitionUse)] = []
        let lost = old.items(.options).filter { item in !new.items(.options).contains(where: item.hasSameCodePoints) }
        if !lost.isEmpty { uses.append((.options, .values(register, field, lost))) }
        let (oldLeast, oldMost) = (Amount(old.text(.least)), Amount(old.text(.most)))
        if let least = Amount(new.text(.least)), oldLeast.map({ least > $0 }) ?? true {
            uses.append((.least, .below(register, field, least)))
        }
        if let most = Amount(new.text(.most)), oldMost.map({ most < $0 }) ?? true {
            uses.append((.most, .above(register, field, most)))
        }
        if let day = new.day(.retiredOn), old.day(.retiredOn).map({ day < $0 }) ?? true {
            uses.append((.retiredOn, .filledSince(register, field, day)))
        }
        return uses
    }
}

/// What of a register must not be in use, because a definition would take it away or narrow it.
package enum DefinitionUse: Hashable, Sendable {
    case entries(String)
    /// Entries registered on a day or later.
    case entriesSince(String, Day)
    /// Entries that have a field filled.
    case filled(String, String)
    case filledSince(String, String, Day)
    case values(String, String, [String])
    case below(String, String, Amount)
    case above(String, String, Amount)
    /// Steps into a state.
    case state(String, String)
    /// Steps from a state into one of some others.
    case transitions(String, from: String, to: [String])

    /// What is told where so many are there.
    package func fault(_ count: Int) -> Fault {
        switch self {
        case .entriesSince, .filledSince: .register(.usedLater(count))
        case .entries, .filled, .values, .below, .above, .state, .transitions: .register(.inUse(count))
        }
    }
}

extension DefinitionRow {
    /// What tells it from all others.
    package var id: DefinitionJudge.RowID { DefinitionJudge.RowID(table, key) }
}

extension RecordKey {
    /// The texts of the key columns.
    package var parts: [String] {
        text.utf8.split(separator: 0x1F, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
