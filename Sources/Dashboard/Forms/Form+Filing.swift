import PartyWork
import TerminalUI

// A form of the dashboard: what is made of its answers, and how it goes on until that is saved.

extension Form<Filing> {
    /// A form whose fields, once filled, make an act.
    ///
    /// - Parameters:
    ///   - subject: what else than the title tells the form from others, such as whom a new activity is about.
    ///   - next: where saving leads.
    ///   - isPreviewed: whether saving shows first what would be changed.
    ///   - act: reads the answers; throws what is wrong with them.
    init(
        title: @autoclosure () -> String, rule: String? = nil, subject: String = "", fields: [Field],
        next: Route? = nil, isPreviewed: Bool = false,
        act: @escaping @Sendable (Answers) throws(FieldErrors) -> Act
    ) {
        let purpose = Filing(
            .effect { answers throws(FieldErrors) in .perform(try act(answers)) }, next: next, isPreviewed: isPreviewed)
        self.init(title: title(), rule: rule, identity: Form.identity(title, subject), fields: fields, purpose: purpose)
    }

    /// A form that changes many rows alike; saving it shows them first.
    ///
    /// - Parameters:
    ///   - names: what officers call the rows.
    ///   - rows: reads the answers into what is to be done to each row; throws what is wrong with the answers themselves.
    init(
        title: @autoclosure () -> String, rule: String? = nil, names: [String], fields: [Field],
        rows: @escaping @Sendable (Answers) throws(FieldErrors) -> [PlannedRow]
    ) {
        let listed = Array(names.prefix(Form.namesListed)).listed
        let more = names.count > Form.namesListed ? localized("等", " …") : ""
        func whole() -> String {
            localized("\(title())：已选的 \(names.count) 行", "\(title()): \(plural(names.count, "chosen row"))")
        }
        let chosen = Field(
            fixed: localized("\(names.count) 行：\(listed)\(more)", "\(plural(names.count, "row")): \(listed)\(more)"),
            label: localized("已选", "Chosen"))
        self.init(
            title: whole(), rule: rule, identity: Form.identity(whole, names.joined(separator: " ")),
            fields: [chosen] + fields, purpose: Filing(.rows(rows), isPreviewed: true))
    }

    private static var namesListed: Int { 10 }

    /// What tells a form from others, on another day and in the other language too: its Chinese title, which names the record that
    /// it is about, and what else does.
    static func identity(_ title: () -> String, _ subject: String = "") -> String {
        let title = Language.$current.withValue(.chinese, operation: title)
        return subject.isEmpty ? title : title + "\u{1F}" + subject
    }

    /// The form with the cursor in the field of a column, where there is one: of a dated change that is the day.
    func starting(at column: PartyWork.Column) -> Form { starting(at: FieldKey(column)) }

    /// The form about what happens on the day in a column's field: its pickers look at that day.
    func dated(by column: PartyWork.Column) -> Form {
        var form = self
        form.purpose.dayKey = FieldKey(column)
        return form
    }

    /// Whether it is about a file to be written, not about the ledger.
    var isPrinting: Bool { if case .print = purpose.work { true } else { false } }

    /// Goes on on another day: what it proposed and nobody touched follows, which is said where something else is typed already.
    mutating func follow(from before: Context, to now: Context) {
        let days = [before.proposedDay: now.proposedDay].merging([before.today: now.today]) { proposed, _ in proposed }
        let texts = Dictionary(uniqueKeysWithValues: days.map { ($0.description, $1.description) })
        propose(instead: texts) { day, next in
            localized("已过零点，改成了 \(next)；\(day) 的事请改回去", "past midnight: \(next) now; was it \(day), change it back")
        }
    }
}

// MARK: - What its pickers know

extension Form<Filing> {
    /// What its pickers need to know.
    func needs(_ context: Context) -> [Need<Form>] {
        let day = day(context)
        return picked.map { $0.need(context.fullScope, asOf: day) } + [trial(context)].compactMap(\.self)
    }

    /// What a condition that is being typed comes to on the entries there are.
    private func trial(_ context: Context) -> Need<Form>? {
        let field = fields[focus]
        guard case .typed(.condition(let check)) = field.kind, let register = check.register(of: field.text.text) else {
            return nil
        }
        let query = ConditionTrialQuery(
            condition: field.text.text, register: register.name, scope: context.fullScope, asOf: context.asOf)
        return Need(query) { form, trial in
            let words =
                switch trial {
                case .counted(let fitting, let all):
                    localized(
                        "\(register.name)现有 \(all) 条，符合 \(fitting) 条",
                        "\(fitting) of \(plural(all, "entry", "entries")) of \(register.name)")
                case .hidden:
                    localized(
                        "\(register.name)限阅，有几条符合不给您看",
                        "\(register.name) is restricted: how many fit is not shown to you")
                }
            form.note(words, aside: field.key)
        }
    }

    /// What a condition asks that is being typed.
    func trialQueries(_ context: Context) -> [AnyQuery] { [trial(context)].compactMap(\.self).queries() }

    /// What its pickers and conditions ask now.
    func queries(_ context: Context) -> [AnyQuery] { needs(context).queries() }

    /// What the candidates of its pickers are made of, each once.
    private var picked: [CandidateSource.Rows] {
        fields.reduce(into: []) { picked, field in
            guard case .pick(let source, _) = field.kind, let rows = source.rows, !picked.contains(rows) else { return }
            picked.append(rows)
        }
    }

    /// Learns that there is nothing to choose from: the ledger is empty.
    mutating func learnOfEmptyLedger() {
        for rows in picked { learn(rows) { $0 = .none } }
    }

    /// What its pickers need to know now and was not asked for before.
    mutating func newQueries(_ context: Context) -> [AnyQuery] {
        let before = purpose.asked
        purpose.asked = needs(context).queries()
        return purpose.asked.filter { !before.contains($0) }
    }

    /// The day in its field, or the one of which the screen speaks.
    private func day(_ context: Context) -> Day {
        let field = fields.first { $0.key == purpose.dayKey && $0.isEditable }
        return field.flatMap { Day($0.kept(context)) } ?? context.asOf
    }

    /// Takes an answer, if it brings candidates for its pickers.
    mutating func receive(_ answered: Answered, _ context: Context) {
        for need in needs(context) { need.take(answered, for: &self) }
    }

    /// Learns some of the rows that its pickers choose from.
    mutating func learn(_ rows: CandidateSource.Rows, _ change: (inout KnownRows) -> Void) {
        purpose.learn(rows, change)
        learnCandidates { $0.rows == rows }
    }

    /// Learns that nothing comes for a query: it is asked anew as soon as its candidates are wanted.
    mutating func giveUp(_ query: AnyQuery) { purpose.asked.removeAll { $0 == query } }
}

extension CandidateSource.Rows {
    /// What brings them to a form.
    fileprivate func need(_ scope: Scope, asOf day: Day) -> Need<Form<Filing>> {
        switch self {
        case .organizations:
            Need(OrganizationsQuery(scope: scope, asOf: day)) { form, rows in
                form.learn(self) { $0.organizations = rows }
            }
        case .people:
            Need(PeopleQuery(scope: scope, asOf: day)) { form, rows in form.learn(self) { $0.people = rows } }
        case .households:
            Need(HouseholdsQuery(scope: scope, asOf: day)) { form, rows in form.learn(self) { $0.households = rows } }
        case .cooperatives:
            Need(CooperativesQuery(scope: scope, asOf: day)) { form, rows in
                form.learn(self) { $0.cooperatives = rows }
            }
        case .entries(let register):
            Need(EntriesQuery(register: register, scope: scope, asOf: day)) { form, sheet in
                form.learn(self) { $0.entries[register] = sheet.rows }
            }
        case .officers:
            Need(FollowersQuery(on: day)) { form, officers in form.learn(self) { $0.officers = officers } }
        }
    }
}

// MARK: - Keys and saving

extension Form<Filing> {
    /// What a key led to.
    enum Outcome {
        case stay
        /// The key means nothing here.
        case unused
        case cancel
        case save(Effect)
        /// Everything is filled, and nothing is to be saved.
        case done(Command)
        /// Everything is filled: what would be done is to be shown.
        case preview([PlannedRow])
        /// Something is chosen for the field with the cursor.
        case menu(Menu)
        /// What was typed was thrown away.
        case startOver
    }

    /// Acts on a key.
    mutating func handle(_ key: Key, _ context: Context) -> Outcome {
        if isSaving { return .unused }
        if key == .escape { return .cancel }
        if Action.end.keys[0] == key, isResumed {
            startOver()
            (purpose.mark, purpose.sent) = (nil, nil)
            return .startOver
        }
        if Action.save.keys.contains(key) || key == .function(2) { return save(context) }
        if Action.datedChange.keys[0] == key, case .typed(.condition(let check)) = fields[focus].kind {
            return .menu(.terms(of: check, into: fields[focus].key, after: fields[focus].text.text))
        }
        return switch type(key, context) {
        case .done: .stay
        case .unused: .unused
        case .finished: save(context)
        }
    }

    private mutating func save(_ context: Context) -> Outcome {
        guard let answers = answers(context) else { return .stay }
        do throws(FieldErrors) {
            let outcome = try outcome(of: answers, context)
            isSaving = true
            return outcome
        } catch {
            show(error, context)
            return .stay
        }
    }

    private mutating func outcome(of answers: Answers, _ context: Context) throws(FieldErrors) -> Outcome {
        switch purpose.work {
        case .rows(let rows): return .preview(try rows(answers))
        case .command(let command): return .done(try command(answers))
        case .print(let job): return .save(.print(try job(answers, context)))
        case .effect(let effect):
            let effect = try effect(answers)
            guard case .perform(let act) = effect else { return .save(effect) }
            let based = try act.based(on: purpose.base)
            purpose.attempt = based
            return .save(purpose.isPreviewed ? .rehearse(based) : .perform(based))
        }
    }

    /// What saving would do to the ledger; empty where that is nothing, or what stands in the fields cannot be saved yet.
    func acts(_ context: Context) -> [Act] {
        guard let answers = settledAnswers(context) else { return [] }
        do throws(FieldErrors) {
            switch purpose.work {
            case .rows(let rows): return try rows(answers).compactMap(\.act)
            case .effect(let effect):
                guard case .perform(let act) = try effect(answers) else { return [] }
                return [try act.based(on: purpose.base)]
            case .command, .print: return []
            }
        } catch {
            // Said beside the fields when it is saved.
            return []
        }
    }

    /// Shows why the ledger refused: beside the fields where it is about one.
    ///
    /// Nothing typed is lost.
    mutating func refuse(_ refusal: Refusal, _ context: Context) {
        isSaving = false
        if case .faults(let faults) = refusal { return show(FieldErrors(faults), context) }
        let key = refusal.keys.first { key in fields.contains { $0.key == key } }
        if let key { show(FieldErrors([FieldError(key, refusal.text)]), context) } else { message = refusal.text }
    }

    /// Takes back the wish to save after a fault that no rule explains.
    mutating func fail(_ text: String) {
        isSaving = false
        message = text
    }

    /// What is saved from now on changes this record.
    mutating func base(on saved: AnyRecord) {
        purpose.base = saved
        message = nil
    }

    /// The mark of its act; the one offered from now on where it has none.
    mutating func mark(_ act: Act, orElse fresh: ActMark) -> ActMark {
        if let mark = purpose.mark { return mark }
        (purpose.mark, purpose.sent) = (fresh, act)
        return fresh
    }

    /// Whether the act may have been sent under the form's mark before, by this run or an earlier one.
    func wasSent(_ act: Act) -> Bool { purpose.mark != nil && (purpose.sent == nil || purpose.sent == act) }

    /// What is to be said where the act was saved before, and what stands in the fields now is something else; nil where nothing is
    /// lost.
    func remark(on act: Act, _ receipt: Receipt) -> String? {
        guard receipt.isRepeated, let sent = purpose.sent, sent != act else { return nil }
        return localized(
            "这张表先前已经保存（流水第 \(receipt.entry) 条：\(receipt.summary)）；此后改的没有保存，请按 Esc 到那一条里改，或按 F8 清空后另填一张",
            "This form was saved before (entry \(receipt.entry): \(receipt.summary)); what you changed since is not: press Esc and edit that "
                + "record, or F8 to begin another")
    }
}
