import PartyWork
import TerminalUI

/// Forms made from the fields of a register: to enter, to correct, to strike an entry, to take a step.
extension Form<Filing> {
    /// The form for a new entry.
    ///
    /// - Parameter subject: What it is about, where that is known.
    static func enter(_ register: RegisterDefinition, about subject: Candidate?, _ context: Context) -> Form {
        let table = register.table
        let fields =
            [
                subjectField(of: register, subject ?? register.subject.only(context)),
                Field(
                    .registeredOn, of: table, hint: localized("如 6-15、今天", "such as 6-15, today"),
                    proposing: context.proposedDay),
            ]
            + register.fields.filter { !$0.isRetired(on: context.proposedDay) }.map { field in
                Field(field.column, of: table, hint: field.hint).required(field.isNeeded)
            }
        let rule = register.remark.isEmpty ? nil : register.remark
        let form = Form(
            title: localized("登记：\(register.name)", "Enter: \(register.name)"), rule: rule, subject: subject?.key ?? "",
            fields: fields
        ) { answers throws(FieldErrors) in
            _ = try answers.filled(FieldKey(.subjectID))
            return .enter(try Entry(register).setting(answers).stored)
        }.dated(by: .registeredOn)
        return subject == nil || register.fields.isEmpty ? form : form.starting(at: register.fields[0].column)
    }

    private static func subjectField(of register: RegisterDefinition, _ known: Candidate?) -> Field {
        Field(
            .subjectID, of: register.table, .pick(register.subject.source, several: false),
            label: register.subject.title,
            chosen: known.map { [$0] } ?? []
        ).required()
    }

    /// The form to correct an entry; its first step goes along with its day.
    static func correct(_ shown: ShownEntry) -> Form {
        let (entry, register) = (shown.entry, shown.entry.register)
        let names = shown.names.reduce(into: [PartyWork.Column: [Candidate]]()) { names, name in
            names[Column(name.key)] = [Candidate(key: entry.value(name.key), name: name.value)]
        }
        let subject = [Candidate(key: entry.subject, name: shown.about)]
        let hints = Dictionary(register.fields.map { ($0.column, $0.hint) }) { first, _ in first }
        let form = correct(
            entry, labels: [.subjectID: register.subject.title], hints: hints,
            names: names.merging([.subjectID: subject]) { $1 },
            kinds: [.subjectID: .pick(register.subject.source, several: false)],
            needed: Set(register.fields.filter { $0.isNeeded && !$0.isRetired(on: entry.registeredOn) }.map(\.column)),
            title: localized("修改\(register.name) \(entry.number)", "Edit \(register.name) \(entry.number)"))
        // What it is about is seldom what is wrong, and what is typed there would choose something else.
        return register.fields.first.map { form.starting(at: $0.column) } ?? form
    }

    /// The form to strike an entry: from a day on it exists no more.
    static func strike(_ shown: ShownEntry, _ context: Context) -> Form {
        let entry = shown.entry
        let fields = [
            Field(fixed: shown.called, label: entry.register.name),
            Field(
                .deregisteredOn, in: entry, hint: localized("从哪天起不再计", "from this day on"),
                proposing: context.proposedDay
            ).required(),
            Field(.struckReason, in: entry, hint: localized("如 录重了", "such as entered twice")).required(),
        ]
        return Form(
            title: localized(
                "注销\(entry.register.name) \(entry.number)", "Strike \(entry.register.name) \(entry.number)"),
            rule: localized(
                "注销的不再计入任何数字，也不占名额、不算差额；中途退出的请走流转，不要注销",
                "What is struck counts nowhere, not for places or surplus either; what drops out takes a step instead"),
            fields: fields
        ) { answers throws(FieldErrors) in try .correct(entry, answers) }.starting(at: .deregisteredOn)
    }

    /// The form to take a step with an entry: fields that the state needs and that are empty are filled in along with it.
    static func step(_ shown: ShownEntry, to next: NextStep, _ context: Context) -> Form {
        let (entry, state) = (shown.entry, next.state)
        let empty = next.lacks.compactMap { lack in
            if case .fieldEmpty(let name) = lack { entry.register.field(name) } else { nil }
        }
        let subject = Field(fixed: "\(shown.called) \(entry.number)", label: entry.register.name)
        let fields =
            [subject] + stepFields(context)
            + empty.map {
                Field($0.column, in: entry, hint: $0.hint).required()
            }
        let others = next.lacks.filter { if case .fieldEmpty = $0 { false } else { true } }
        return Form(
            title: localized(
                "\(entry.register.name)：到“\(state.name)”", "\(entry.register.name): to \"\(state.name)\""),
            rule: others.isEmpty
                ? nil : localized("还差：\(others.map(\.text).listed)", "Still lacks: \(others.map(\.text).listed)"),
            subject: entry.number, fields: fields
        ) { answers throws(FieldErrors) in
            let step = try stepAct(entry, state, answers)
            if empty.isEmpty { return step }
            return .together([try .correct(entry, answers), step])
        }.dated(by: .heldOn).starting(at: .heldOn)
    }

    /// The form to take one step with many entries.
    static func step(_ rows: [ShownEntry], to state: FlowState, _ context: Context) -> Form {
        Form(
            title: localized("到“\(state.name)”", "To \"\(state.name)\""), names: rows.map(\.called),
            fields: stepFields(context)
        ) { answers throws(FieldErrors) in
            try rows.map { row throws(FieldErrors) in
                PlannedRow("\(row.called) \(row.entry.number)", try stepAct(row.entry, state, answers))
            }
        }.dated(by: .heldOn).starting(at: .heldOn)
    }

    private static func stepFields(_ context: Context) -> [Field] {
        [
            Field(
                .heldOn, of: .steps, hint: localized("哪天办的，如 6-15、今天", "the day, such as 6-15, today"),
                proposing: context.proposedDay),
            Field(.remark, of: .steps, hint: localized("可不填", "optional")),
        ]
    }

    private static func stepAct(_ entry: Entry, _ state: FlowState, _ answers: Answers) throws(FieldErrors) -> Act {
        .step(
            register: entry.register.name, number: entry.number, to: state.name, on: try answers.day(.heldOn),
            note: try answers.text(FieldKey(.remark)))
    }
}

extension RegisterField {
    /// What a field of a form wants.
    fileprivate var hint: String {
        let bounds = [
            least.map { localized("至少 \($0)", "at least \($0)") }, most.map { localized("至多 \($0)", "at most \($0)") },
        ]
        return (bounds.compactMap(\.self) + [remark]).filter { !$0.isEmpty }.joined(
            separator: localized("，", ", "))
    }
}

extension RegisterSubject {
    /// Among what a form looks for what an entry is about.
    fileprivate var source: CandidateSource {
        switch self {
        case .township: .townships
        case .branch: .branches
        case .village: .villages
        case .group: .groups
        case .person: .servingPeople(first: .none)
        case .household: .households(near: nil)
        case .cooperative: .cooperatives
        case .entry(let register): .entries(of: register)
        }
    }

    /// What it must be, where there is but one: the township, the branch that is looked at alone.
    fileprivate func only(_ context: Context) -> Candidate? {
        if self != .township { return named(Code(context.scope.prefix), context.scopeName) }
        guard context.fullScope.prefix.utf8.count >= 9 else { return nil }
        return Candidate(key: String(context.fullScope.prefix.prefix(9)), name: "")
    }
}

// MARK: - Menus

extension Menu {
    /// The states to which an entry may go, each with what is missing for it.
    static func steps(of card: EntryCard, _ context: Context) -> Menu {
        Menu(
            title: localized("\(card.shown.called)：下一步（数字键）", "\(card.shown.called): the next step (a digit)"),
            items: card.next.map { next in
                let lacks = next.lacks.map(\.text).listed
                return Item(
                    next.state.name,
                    detail: lacks.isEmpty
                        ? localized("可以办", "can be taken") : localized("还差：\(lacks)", "lacks: \(lacks)"),
                    .form(.step(card.shown, to: next, context)))
            })
    }

    /// The states to which any of many entries may go.
    static func steps(of rows: [ShownEntry], _ context: Context) -> Menu {
        var states: [FlowState] = []
        for row in rows {
            let register = row.entry.register
            let next = row.row.standing.flatMap { register.state($0.state) }?.next ?? []
            for state in next.compactMap({ register.state($0) }) where !states.contains(state) { states.append(state) }
        }
        return Menu(
            title: localized(
                "已选的 \(rows.count) 条一起：下一步（数字键）", "\(rows.count) chosen entries together: the next step (a digit)"),
            items: states.map { state in
                Item(
                    state.name, detail: localized("先列出每条能不能办", "shows first which of them can"),
                    .form(.step(rows, to: state, context)))
            })
    }

    /// The registers in which something can be entered about a subject.
    static func enter(_ registers: [RegisterDefinition], about subject: Candidate?, _ context: Context) -> Menu {
        Menu(
            title: localized("登记到哪一本（数字键）", "Enter into which register (a digit)"),
            items: registers.map { Item($0.name, detail: $0.system, .form(.enter($0, about: subject, context))) })
    }
}
