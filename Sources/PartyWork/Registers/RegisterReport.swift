/// The registers of a ledger with their figures over a scope at a date (REGISTERS section 7).
package struct RegisterReport: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    /// By name.
    package let lines: [Line]

    package init(asOf: Day, scope: Scope, scopeName: String, lines: [Line]) {
        self.asOf = asOf
        self.scope = scope
        self.scopeName = scopeName
        self.lines = lines
    }

    /// A register and what its entries come to.
    package struct Line: Sendable, Hashable {
        package let name: String
        package let system: String
        package let subject: RegisterSubject
        package let isRestricted: Bool
        /// Whether it is out of use.
        package let isRetired: Bool
        /// The entries that exist; nil, as the three that follow, for a restricted register that the ledger does not show to who asks.
        package let entries: Int?
        package let open: Int?
        package let overdue: Int?
        package let dueSoon: Int?
        /// In the order of 序号; empty without a flow.
        package let states: [StateCount]
        /// By 序号; empty for a restricted register that is not to be seen.
        package let figures: [FigureValue]
        /// By code; empty for a restricted register that is not to be seen.
        package let branches: [BranchCount]

        /// Judges the counts of a register.
        ///
        /// - Parameters:
        ///   - tallies: nil where the ledger does not show them to who asks.
        ///   - figures: nil where they are not to be seen.
        package init(
            _ register: RegisterDefinition, _ tallies: [RegisterTally]?, figures: [FigureValue]?, asOf day: Day
        ) {
            func sum(_ count: (RegisterTally) -> Int) -> Int? { tallies?.reduce(0) { $0 + count($1) } }
            (name, system, subject) = (register.name, register.system, register.subject)
            (isRestricted, isRetired) = (register.isRestricted, register.isRetired(on: day))
            entries = sum(\.count)
            let final = register.states.filter(\.isFinal).map(\.name)
            open = sum { tally in final.contains(where: tally.state.hasSameCodePoints) ? 0 : tally.count }
            overdue = sum(\.overdue)
            dueSoon = sum(\.dueSoon)
            states = register.states.map { state in
                StateCount(
                    state: state.name, count: sum { $0.state.hasSameCodePoints(as: state.name) ? $0.count : 0 })
            }
            self.figures = figures ?? []
            let byBranch = Dictionary(grouping: figures == nil ? [] : tallies ?? [], by: \.place.unit)
            branches = byBranch.keys.sorted().map { code in
                BranchCount(code: code, entries: byBranch[code, default: []].reduce(0) { $0 + $1.count })
            }
        }
    }

    /// How many entries are in a state.
    package struct StateCount: Sendable, Hashable {
        package let state: String
        /// Nil where that is not shown to who asks.
        package let count: Int?
    }

    /// How many entries a branch has, or the township itself.
    package struct BranchCount: Sendable, Hashable {
        package let code: Code
        package let entries: Int
    }

    /// A figure and what it comes to.
    package struct FigureValue: Sendable, Hashable {
        package let figure: RegisterFigure
        package let value: Amount

        package init(figure: RegisterFigure, value: Amount) {
            self.figure = figure
            self.value = value
        }
    }
}

/// Entries of a register in one place and one state.
package struct RegisterTally: Sendable, Hashable {
    package let place: Code
    /// Empty without a flow.
    package let state: String
    package let count: Int
    package let overdue: Int
    package let dueSoon: Int

    package init(place: Code, state: String, count: Int, overdue: Int, dueSoon: Int) {
        self.place = place
        self.state = state
        self.count = count
        self.overdue = overdue
        self.dueSoon = dueSoon
    }
}

/// An entry as it stands on a day.
package struct EntryRow: Sendable, Hashable {
    package let entry: Entry
    package let place: Code
    /// Where it is in its flow, and since when; nil without one.
    package let standing: Standing?
    /// By when its state is to be left; nil for none.
    package let due: Due?

    /// A state and the day of the step into it.
    package struct Standing: Sendable, Hashable {
        package let state: String
        package let since: Day

        package init(state: String, since: Day) {
            self.state = state
            self.since = since
        }
    }

    /// A deadline and how near it is.
    package struct Due: Sendable, Hashable {
        package let on: Day
        /// `overdue`, `due-soon` or `on-track`.
        package let state: ProgressState
    }

    package init(_ entry: Entry, place: Code, _ standing: Standing?, asOf day: Day) {
        self.entry = entry
        self.place = place
        self.standing = standing
        due = standing.flatMap { entry.due(in: $0) }.map { due in
            Due(on: due, state: day > due ? .overdue : due <= day.adding(days: 7) ? .dueSoon : .onTrack)
        }
    }
}

extension Entry {
    /// The day by which a state is to be left: what 到期栏目 says, else the days allowed; nil for none, and for a final state.
    fileprivate func due(in standing: EntryRow.Standing) -> Day? {
        guard let state = register.state(standing.state), !state.isFinal else { return nil }
        if let field = state.dueField, let day = Day(value(field)) { return day }
        return state.deadline.map { standing.since.adding(days: $0) }
    }
}

/// The entries of a register that exist in a scope at a date.
package struct EntryList: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    package let register: Register
    /// By number.
    package let rows: [EntryRow]

    /// What of the register a list shows.
    package struct Register: Sendable, Hashable {
        package let name: String
        /// The fields that are in use at the date.
        package let fields: [RegisterField]
        /// Where they stand among all of the register's.
        fileprivate let places: [Int]
    }

    package init(
        asOf day: Day, scope: Scope, scopeName: String, _ register: RegisterDefinition, rows: [EntryRow]
    ) {
        asOf = day
        self.scope = scope
        self.scopeName = scopeName
        let places = register.fields.indices.filter { !register.fields[$0].isRetired(on: day) }
        self.register = Register(name: register.name, fields: places.map { register.fields[$0] }, places: places)
        self.rows = rows
    }

    /// The texts of a row in the fields that are shown.
    package func values(of row: EntryRow) -> [String] { register.places.map { row.entry.values[$0] } }
}

/// The open entries of all registers that are overdue or due soon, by day.
package struct DueList: Sendable, Hashable {
    package let asOf: Day
    package let scope: Scope
    package let scopeName: String
    package let rows: [EntryRow]

    package init(asOf: Day, scope: Scope, scopeName: String, rows: [EntryRow]) {
        self.asOf = asOf
        self.scope = scope
        self.scopeName = scopeName
        self.rows = rows.filter { $0.due?.state == .overdue || $0.due?.state == .dueSoon }.sorted { $0.precedes($1) }
    }
}

extension EntryRow {
    /// By due day, then by register and number.
    fileprivate func precedes(_ other: EntryRow) -> Bool {
        if let due, let later = other.due, due.on != later.on { return due.on < later.on }
        let (name, otherName) = (entry.register.name, other.entry.register.name)
        if !name.hasSameCodePoints(as: otherName) { return name.precedesByCodePoint(otherName) }
        return entry.number.precedesByCodePoint(other.entry.number)
    }
}

extension Code {
    /// The branch, or the township for what is at the township itself.
    fileprivate var unit: Code { branch ?? self }
}
