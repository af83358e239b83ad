/// The days of an entry by which its steps are judged.
package struct EntryDates: Hashable, Sendable {
    package let registeredOn: Day
    package let struckOn: Day?

    package init(registeredOn: Day, struckOn: Day?) {
        self.registeredOn = registeredOn
        self.struckOn = struckOn
    }
}

/// The rules for the steps of an entry in files, where they are history (REGISTERS section 2, bad rows).
package enum StepRules {
    /// What is wrong, each with the step on which it is told; of a step behind a bad one only what is its own is told.
    ///
    /// - Parameters:
    ///   - steps: all steps of the entry.
    ///   - bad: the numbers of steps that could not be read.
    ///   - isBadState: whether the row of a state is bad, which is told there.
    package static func faults(
        _ steps: [EntryStep], of register: RegisterDefinition, _ dates: EntryDates, bad: Set<Int>,
        isBadState: (String) -> Bool
    ) -> [(step: EntryStep, fault: FieldFault)] {
        var found: [(step: EntryStep, fault: FieldFault)] = []
        var last: EntryStep?
        var isBehindBad = false
        var expected = 1
        for step in steps.sorted(by: { $0.position < $1.position }) {
            while bad.contains(expected) { (expected, isBehindBad) = (expected + 1, true) }
            var faults = own(step, register, dates, isBadState)
            if step.position != expected, !isBehindBad {
                faults.append(FieldFault(.position, .register(.positionGap(step.position, expected: expected))))
            } else if !isBehindBad {
                faults += between(last, step, register, dates)
            }
            found += faults.map { (step, $0) }
            isBehindBad = isBehindBad || !faults.isEmpty
            (last, expected) = (step, step.position + 1)
        }
        return found
    }

    private static func own(
        _ step: EntryStep, _ register: RegisterDefinition, _ dates: EntryDates, _ isBadState: (String) -> Bool
    ) -> [FieldFault] {
        var faults: [FieldFault] = []
        if register.state(step.state) == nil, !isBadState(step.state) {
            faults.append(FieldFault(.state, .nowhere(step.state)))
        }
        if step.position > 1, step.on < dates.registeredOn {
            faults.append(FieldFault(.heldOn, .register(.before(dates.registeredOn))))
        }
        if let end = dates.struckOn, step.on > end { faults.append(FieldFault(.heldOn, .register(.afterEnd(end)))) }
        return faults
    }

    private static func between(
        _ last: EntryStep?, _ step: EntryStep, _ register: RegisterDefinition, _ dates: EntryDates
    ) -> [FieldFault] {
        guard let last else {
            return step.on == dates.registeredOn
                ? [] : [FieldFault(.heldOn, .register(.firstNotOn(dates.registeredOn)))]
        }
        var faults: [FieldFault] = []
        if step.on < last.on, step.on >= dates.registeredOn {
            faults.append(FieldFault(.heldOn, .register(.before(last.on))))
        }
        if register.state(step.state) != nil, let before = register.state(last.state), !before.leads(to: step.state) {
            faults.append(FieldFault(.state, .register(.notNext(step.state, after: last.state))))
        }
        return faults
    }
}

/// What an entry lacks for a step that an officer takes.
package enum StepLack: Hashable, Sendable {
    case notNext(after: String, [String])
    case tooSoon(from: Day)
    case before(Day)
    case fieldEmpty(String)
    case tooFew(String, needed: Int, Int)
    /// Entries of a register of which a condition does not hold.
    case unsatisfied(String, Condition, Int)
    case tooMany(String, places: Int, Int)
    /// Another entry, by what it is called and its number, comes before this one by a field.
    case notFirst(String, String, number: String)

    /// What is missing, in a few words.
    package var text: String {
        switch self {
        case .notNext(let state, let next):
            next.isEmpty
                ? localized("“\(state)”之后没有下一步", "nothing follows \"\(state)\"")
                : localized(
                    "“\(state)”之后只能到\(next.map { "“\($0)”" }.joined())",
                    "\"\(state)\" is followed by \(next.listed)")
        case .tooSoon(let day): localized("\(day) 起才可以", "from \(day) on")
        case .before(let day): localized("不能早于上一步 \(day)", "not before the last step, \(day)")
        case .fieldEmpty(let field): localized("「\(field)」还没有填", "\"\(field)\" is empty")
        case .tooFew(let what, let needed, let count):
            localized("\(what)要有 \(needed)，现在 \(count)", "\(what): \(needed) needed, \(count) there")
        case .unsatisfied(let register, let condition, let count):
            localized(
                "\(register)有 \(count) 条不符合：\(condition.sentence)",
                "\(count) of \(register) do not satisfy: \(condition.sentence)")
        case .tooMany(let what, let places, let count):
            localized("\(what)只有 \(places)，这样有 \(count)", "\(what): \(places), and this makes \(count)")
        case .notFirst(let field, let name, let number):
            localized("按\(field)，\(name)（\(number)）在前面", "by \(field) \(name) (\(number)) comes first")
        }
    }
}

extension StepRules {
    /// What the flow itself asks of a step (REGISTERS section 3).
    package static func lacks(of entry: Entry, from last: EntryStep, to state: FlowState, on day: Day) -> [StepLack] {
        var lacks: [StepLack] = []
        let present = entry.register.state(last.state)
        if !(present?.leads(to: state.name) ?? false) { lacks.append(.notNext(after: last.state, present?.next ?? [])) }
        let first = last.on.adding(days: state.shortest)
        if day < last.on {
            lacks.append(.before(last.on))
        } else if day < first {
            lacks.append(.tooSoon(from: first))
        }
        return lacks + emptyFields(of: entry, for: state, on: day)
    }

    /// The fields that a state needs and that are empty; retired ones aside.
    package static func emptyFields(of entry: Entry, for state: FlowState, on day: Day) -> [StepLack] {
        state.neededFields.filter { name in
            entry.value(name).isEmpty && !(entry.register.field(name)?.isRetired(on: day) ?? true)
        }.map { .fieldEmpty($0) }
    }
}
