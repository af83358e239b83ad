import PartyWork
import TerminalUI

/// A form over the screen: fields, the cursor in one of them, errors beside them. What was typed stays until it is saved
/// or thrown away on purpose.
package struct Form: Sendable {
    let title: String
    /// The rule the form is about, in a sentence.
    let rule: String?
    private(set) var fields: [Field]
    private(set) var focus: Int {
        didSet { if focus != oldValue { offerCandidates() } }
    }
    /// Where saving leads, when the work goes on there.
    let next: Place?
    /// Why the ledger refused, where it is about no single field.
    var message: String?
    /// Whether the act is on its way to the ledger.
    private(set) var isSaving = false
    /// Whether it was opened with what was typed earlier.
    var isResumed = false
    /// The act that was last tried.
    private(set) var attempt: Act?
    /// The mark under which its act is sent, again and again until it is saved.
    private(set) var mark: ActMark?
    /// The act that was sent first under the mark; nil where an earlier run did.
    private var sent: Act?
    /// What is saved by now, where someone else changed the record after the form was opened.
    private var base: AnyRecord?
    /// What a form opened again has in common, on another day and in the other language too: its Chinese title, which names the
    /// record that it is about, and what else tells it from others.
    let identity: String
    /// Whether saving shows first what would be changed.
    private let isPreviewed: Bool
    private let work: Work
    /// The column of the day on which it happens, if it is about such a day: who serves then is offered.
    private var dayColumn: PartyWork.Column?
    /// What its pickers choose from.
    private var answers: [CandidateSource.Rows: Answer] = [:]
    /// What was made of them so far.
    private var candidates: [CandidateSource: [Candidate]] = [:]
    /// What was asked for them last.
    private var asked: [Question] = []
    /// Of the field with the cursor, as far as they fit what is typed.
    private(set) var hits = CandidateHits()

    /// What comes of the fields, once they are filled.
    private enum Work: Sendable {
        case effect(@Sendable ([PartyWork.Column: String], Context) throws(RecordFaults) -> Effect)
        /// Many rows, to be shown before they are changed.
        case rows(@Sendable ([PartyWork.Column: String]) throws(RecordFaults) -> [PlannedRow])
        /// Something to be written into a file.
        case print(@Sendable ([PartyWork.Column: String], Context) throws(RecordFaults) -> PrintJob)
    }

    /// A form whose fields, once filled, make an act.
    ///
    /// - Parameters:
    ///   - subject: what else than the title tells the form from others, such as whom a new activity is about.
    ///   - next: where saving leads.
    ///   - isPreviewed: whether saving shows first what would be changed.
    ///   - act: reads the cells; throws what is wrong with them.
    init(
        title: @autoclosure () -> String, rule: String? = nil, subject: String = "", fields: [Field],
        next: Place? = nil,
        isPreviewed: Bool = false,
        act: @escaping @Sendable ([PartyWork.Column: String], Context) throws(RecordFaults) -> Act
    ) {
        self.title = title()
        self.rule = rule
        identity = Form.identity(title, subject)
        self.fields = fields
        self.next = next
        self.isPreviewed = isPreviewed
        work = .effect { cells, context throws(RecordFaults) in .perform(try act(cells, context)) }
        focus = Form.firstToFill(fields)
    }

    /// A form that changes many rows alike. Saving it shows them first.
    ///
    /// - Parameters:
    ///   - names: what officers call the rows.
    ///   - rows: reads the cells into what is to be done to each row; throws what is wrong with the cells themselves.
    init(
        title: @autoclosure () -> String, rule: String? = nil, names: [String], fields: [Field],
        rows: @escaping @Sendable ([PartyWork.Column: String]) throws(RecordFaults) -> [PlannedRow]
    ) {
        let listed = Array(names.prefix(Form.namesListed)).listed
        let more = names.count > Form.namesListed ? localized("等", " …") : ""
        func whole() -> String {
            localized("\(title())：已选的 \(names.count) 行", "\(title()): \(plural(names.count, "chosen row"))")
        }
        self.title = whole()
        self.rule = rule
        identity = Form.identity(whole, names.joined(separator: " "))
        self.fields =
            [
                Field(
                    .subject, .fixed, label: localized("已选", "Chosen"),
                    value: localized(
                        "\(names.count) 行：\(listed)\(more)", "\(plural(names.count, "row")): \(listed)\(more)"))
            ] + fields
        next = nil
        isPreviewed = true
        work = .rows(rows)
        focus = Form.firstToFill(self.fields)
    }

    private static let namesListed = 10

    /// A form that asks how and where something is to be written.
    ///
    /// - Parameters:
    ///   - identity: what tells the form from others.
    ///   - job: reads the cells; throws what is wrong with them.
    init(
        title: String, rule: String, identity: String, fields: [Field],
        job: @escaping @Sendable ([PartyWork.Column: String], Context) throws(RecordFaults) -> PrintJob
    ) {
        self.title = title
        self.rule = rule
        self.identity = identity
        self.fields = fields
        next = nil
        isPreviewed = false
        work = .print(job)
        focus = Form.firstToFill(fields)
    }

    /// Whether it is about a file to be written, not about the ledger.
    var isPrinting: Bool { if case .print = work { true } else { false } }

    /// A form whose one field is the path of a file or folder to import.
    init(title: @autoclosure () -> String, rule: String, path field: Field) {
        self.title = title()
        self.rule = rule
        identity = Form.identity(title)
        fields = [field]
        next = nil
        isPreviewed = false
        work = .effect { cells, _ throws(RecordFaults) in
            let path = cells[field.column] ?? ""
            if path.isEmpty { throw RecordFaults([FieldFault(field.column, .missing)]) }
            return .files(.list(path))
        }
        focus = 0
    }

    /// The form with the cursor in the field of a column, where there is one: of a dated change that is the day.
    func starting(at column: PartyWork.Column) -> Form {
        var form = self
        form.focus = fields.firstIndex { $0.column == column && $0.isEditable } ?? focus
        return form
    }

    /// The form about what happens on the day in a column's field: its pickers look at that day.
    func dated(by column: PartyWork.Column) -> Form {
        var form = self
        form.dayColumn = column
        return form
    }

    private static func firstToFill(_ fields: [Field]) -> Int {
        fields.firstIndex { $0.isEditable && $0.text.isEmpty && $0.chosen.isEmpty }
            ?? fields.firstIndex(where: \.isEditable) ?? 0
    }

    private static func identity(_ title: () -> String, _ subject: String = "") -> String {
        let title = Language.$current.withValue(.chinese, operation: title)
        return subject.isEmpty ? title : title + "\u{1F}" + subject
    }

    /// Goes on on another day: what it proposed and nobody touched follows, which is said where something else is typed already.
    mutating func follow(from before: Context, to now: Context) {
        let days = [before.proposedDay: now.proposedDay].merging([before.today: now.today]) { proposed, _ in proposed }
        let isTyped = isChanged
        for index in fields.indices {
            guard let day = fields[index].proposal, let next = days[day], next != day else { continue }
            fields[index].propose(next)
            if !isTyped { continue }
            fields[index].error = localized(
                "已过零点，改成了 \(next)；\(day) 的事请改回去", "past midnight: \(next) now; was it \(day), change it back")
        }
    }

    /// Whether throwing it away would lose something typed.
    var isChanged: Bool { fields.contains(where: \.isChanged) }

    /// What its pickers need to know.
    func questions(_ context: Context) -> [Question] {
        let day = day(context)
        var questions: [Question] = []
        for field in fields {
            guard case .pick(let source, _) = field.kind else { continue }
            let question = source.question(context.fullScope, asOf: day)
            if !questions.contains(question) { questions.append(question) }
        }
        return questions
    }

    /// What its pickers need to know now and was not asked for before.
    mutating func newQuestions(_ context: Context) -> [Question] {
        let before = asked
        asked = questions(context)
        return asked.filter { !before.contains($0) }
    }

    /// The day in its field, or the one of which the screen speaks.
    private func day(_ context: Context) -> Day {
        let field = fields.first { $0.column == dayColumn && $0.kind == .day }
        return field.flatMap { Day($0.cell(today: context.today)) } ?? context.asOf
    }

    /// Takes the candidates for its pickers.
    mutating func receive(_ answer: Answer) {
        guard let rows = CandidateSource.Rows(answer) else { return }
        if answers[rows] == nil, isReading { fields[focus].error = nil }
        answers[rows] = answer
        candidates = candidates.filter { $0.key.rows != rows }
        for index in fields.indices {
            guard case .pick(let source, _) = fields[index].kind, source.rows == rows else { continue }
            fields[index].name(from: candidates(for: source) ?? [])
        }
        offerCandidates()
    }

    /// Learns that nothing comes for a question: it is asked anew as soon as its candidates are wanted.
    mutating func giveUp(_ question: Question) { asked.removeAll { $0 == question } }

    /// Whether the field with the cursor is a picker whose candidates are not there yet.
    var isReading: Bool {
        guard case .pick(let source, _) = fields[focus].kind else { return false }
        return answers[source.rows] == nil
    }

    /// Looks for what the field with the cursor says among its candidates.
    private mutating func offerCandidates() {
        hits = CandidateHits()
        if let source = currentSource, let found = candidates(for: source) { hits.offer(found) }
        hits.type(fields[focus].text.text)
    }

    /// The candidates of a source; nil until they are read.
    private mutating func candidates(for source: CandidateSource) -> [Candidate]? {
        if let known = candidates[source] { return known }
        let found = answers[source.rows].flatMap { source.candidates(in: $0) }
        candidates[source] = found
        return found
    }

    /// Where the candidates of the field with the cursor come from: those first that are near what the other fields say, and until
    /// they say something near what the form was opened for.
    private var currentSource: CandidateSource? {
        guard case .pick(let source, _) = fields[focus].kind else { return nil }
        return placeChosen.map { source.near($0) } ?? source
    }

    /// The branch of the unit, the village or the household that the fields other than the one with the cursor say; nil where they
    /// say none.
    private var placeChosen: Code? {
        let others = fields.enumerated().filter { $0.offset != focus }.map(\.element)
        for column in [PartyWork.Column.village, .organization, .householdID, .code] {
            guard let field = others.first(where: { $0.column == column }), let place = place(in: field) else {
                continue
            }
            return place
        }
        return nil
    }

    private func place(in field: Field) -> Code? {
        switch field.kind {
        case .pick(let source, _):
            guard let key = field.chosen.first?.key else { return nil }
            return source.rows == .households ? village(ofHousehold: key) : Code(key).branch
        case .text where field.column == .code, .fixed where field.column == .code:
            return Code(CellRules.trimmed(field.text.text)).branch
        default: return nil
        }
    }

    private func village(ofHousehold key: String) -> Code? {
        guard case .households(let rows)? = answers[.households] else { return nil }
        return rows.first { $0.household.id.text == key }?.household.village
    }

    /// The candidates of the field with the cursor that match what is typed; nil for a field that is no picker.
    var offered: [Candidate]? { hits.isRead ? fields[focus].offered(hits) : nil }
}

// MARK: - Keys

extension Form {
    /// What a key led to.
    enum Outcome {
        case stay
        /// The key means nothing here.
        case unused
        case cancel
        case save(Effect)
        /// Everything is filled: what would be done is to be shown.
        case preview([PlannedRow])
        /// What was typed was thrown away.
        case startOver
    }

    /// Acts on a key.
    mutating func handle(_ key: Key, _ context: Context) -> Outcome {
        if isSaving { return .unused }
        if key == .escape { return .cancel }
        if Action.end.keys[0] == key, isResumed { return startOver() }
        if Action.save.keys.contains(key) || key == .function(2) { return save(context) }
        let chosen = fields[focus].chosen
        if fields[focus].handle(key, candidates: hits, page: 5) {
            hits.type(fields[focus].text.text)
            if fields[focus].column == .code { followCode() }
            // The only one is chosen: the cursor goes on, unless this was the last field.
            if key == .enter, fields[focus].isSettled, fields[focus].chosen != chosen, focus != lastEditable {
                move(by: 1)
            }
            return .stay
        }
        switch key {
        case .enter where focus == lastEditable: return save(context)
        case .tab, .down, .enter: move(by: 1)
        case .backTab, .up: move(by: -1)
        default: return .unused
        }
        return .stay
    }

    /// Goes to the field in a row of the body, or to a candidate in it; false where there is neither.
    mutating func point(at row: Int, _ context: Context) -> Bool {
        if let candidate = offers(context)?.candidate(in: row) {
            return fields[focus].point(at: candidate, of: offered?.count ?? 0)
        }
        guard let place = places(context).first(where: { $0.rows.contains(row) }), fields[place.field].isEditable
        else { return false }
        if place.field != focus, fields[focus].decide(hits) { focus = place.field }
        return true
    }

    /// Whether the row of the body shows a candidate of the field with the cursor.
    func isCandidate(inRow row: Int, _ context: Context) -> Bool { offers(context)?.candidate(in: row) != nil }

    /// The code of a new organization says of what kind it is (CONTRACT section 1); a kind chosen by hand stays where it fits.
    private mutating func followCode() {
        guard let index = fields.firstIndex(where: { $0.column == .kind }), fields[index].isEditable else { return }
        let code = Code(CellRules.trimmed(fields[focus].text.text))
        let fitting = OrganizationKind.allCases.filter { $0.accepts(code) }
        guard let first = fitting.first, !fitting.contains(where: { $0.rawValue == fields[index].text.text }) else {
            return
        }
        fields[index].fill(text: first.rawValue, chosen: [])
    }

    /// Empties what was typed, on purpose: what the form was opened with stands there again.
    private mutating func startOver() -> Outcome {
        for index in fields.indices { fields[index].reset() }
        isResumed = false
        mark = nil
        sent = nil
        message = nil
        focus = Form.firstToFill(fields)
        offerCandidates()
        return .startOver
    }

    /// Fills in what was typed earlier. Where a record has changed since, it says what stands there now.
    mutating func fill(_ entry: Draft.Entry, _ context: Context) {
        guard let index = fields.firstIndex(where: { $0.column.header == entry.column && $0.isEditable }) else {
            return
        }
        fields[index].fill(text: entry.text, chosen: entry.chosen)
        // What was looked for and not chosen is no value: the cursor goes where it is still to be decided.
        if fields[index].isUndecided { focus = index }
        if index == focus { offerCandidates() }
        let now = fields[index].original
        // Only what a record says can be changed by someone else; a proposed day is another tomorrow.
        guard isAboutRecord, !fields[index].isProposing, now != entry.original, fields[index].isChanged else { return }
        fields[index].error = localized(
            "填这项以后有人改过，台账里现为“\(now.isEmpty ? "空" : now)”",
            "changed by someone since you typed this; the ledger has \(now.isEmpty ? "nothing" : now) now")
    }

    /// Whether it is about something in the ledger already, which it names in a field that cannot be changed.
    private var isAboutRecord: Bool { fields.contains { $0.kind == .fixed } }

    private var lastEditable: Int { fields.lastIndex(where: \.isEditable) ?? 0 }

    /// Goes to the next field, or the one before, round the end, once it is decided what stands in this one.
    private mutating func move(by step: Int) {
        guard fields[focus].decide(hits) else { return }
        hits.type(fields[focus].text.text)
        let others = (1..<max(1, fields.count)).map { (focus + step * $0 + fields.count * $0) % fields.count }
        focus = others.first { fields[$0].isEditable } ?? focus
    }

    private mutating func save(_ context: Context) -> Outcome {
        message = nil
        for index in fields.indices {
            fields[index].error =
                fields[index].isUndecided
                ? fields[index].undecided(among: index == focus ? hits : nil) : nil
        }
        if let undecided = fields.firstIndex(where: { $0.error != nil }) {
            focus = undecided
            return .stay
        }
        var cells: [PartyWork.Column: String] = [:]
        for field in fields { cells[field.column] = field.cell(today: context.today) }
        do throws(RecordFaults) {
            let outcome = try outcome(of: cells, context)
            isSaving = true
            return outcome
        } catch {
            show(error.faults)
            return .stay
        }
    }

    private mutating func outcome(
        of cells: [PartyWork.Column: String], _ context: Context
    ) throws(RecordFaults) -> Outcome {
        switch work {
        case .rows(let rows): return .preview(try rows(cells))
        case .print(let job): return .save(.print(try job(cells, context)))
        case .effect(let effect):
            let effect = try effect(cells, context)
            guard case .perform(let act) = effect else { return .save(effect) }
            let based = try act.based(on: base)
            attempt = based
            return .save(isPreviewed ? .ask(.rehearsal(based)) : .perform(based))
        }
    }

    /// Goes on being filled after what it would do was looked at.
    mutating func reopen() { isSaving = false }

    /// Shows why the ledger refused: beside the fields where it is about one. Nothing typed is lost.
    mutating func refuse(_ refusal: Refusal) {
        isSaving = false
        switch refusal {
        case .faults(let faults): show(faults)
        default:
            if let column = refusal.column { show(column, refusal.text) } else { message = refusal.text }
        }
    }

    /// Replaces what stands in a column's field, as if the form had been opened with it.
    mutating func put(_ cell: String, into column: PartyWork.Column) {
        guard let index = fields.firstIndex(where: { $0.column == column }) else { return }
        fields[index].put(cell)
        if case .pick(let source, _) = fields[index].kind { fields[index].name(from: candidates(for: source) ?? []) }
        if index == focus { offerCandidates() }
    }

    /// What is saved from now on changes this record.
    mutating func base(on saved: AnyRecord) {
        base = saved
        message = nil
    }

    /// Whether its act is on its way from here on.
    mutating func save(_ isSaving: Bool) { self.isSaving = isSaving }

    /// The mark of its act; the one offered from now on where it has none.
    mutating func mark(_ act: Act, orElse fresh: ActMark) -> ActMark {
        if let mark { return mark }
        mark = fresh
        sent = act
        return fresh
    }

    /// Whether the act may have been sent under the form's mark before, by this run or an earlier one.
    func wasSent(_ act: Act) -> Bool { mark != nil && (sent == nil || sent == act) }

    /// Goes on under the mark of an earlier run.
    mutating func resume(_ mark: ActMark?) { self.mark = mark }

    /// What is to be said where the act was saved before, and what stands in the fields now is something else; nil where nothing is
    /// lost.
    func remark(on act: Act, _ receipt: Receipt) -> String? {
        guard receipt.isRepeated, sent != nil, sent != act else { return nil }
        return localized(
            "这张表先前已经保存（流水第 \(receipt.entry) 条：\(receipt.summary)）；此后改的没有保存，请按 Esc 到那一条里改，或按 F8 清空后另填一张",
            "This form was saved before (entry \(receipt.entry): \(receipt.summary)); what you changed since is not: press Esc and edit that "
                + "record, or F8 to begin another")
    }

    /// Takes back the wish to save after a fault that no rule explains.
    mutating func fail(_ text: String) {
        isSaving = false
        message = text
    }

    private mutating func show(_ faults: [FieldFault]) {
        for fault in faults.reversed() { show(fault.column, fault.fault.text) }
        let shown = Set(fields.map(\.column))
        let rest = faults.filter { !shown.contains($0.column) }
        if !rest.isEmpty { message = rest.map(\.text).joined(separator: localized("；", "; ")) }
    }

    private mutating func show(_ column: PartyWork.Column, _ text: String) {
        guard let index = fields.firstIndex(where: { $0.column == column }) else {
            message = text
            return
        }
        fields[index].error = text
        if fields[index].isEditable { focus = index }
    }
}

// MARK: - Drawing

extension Form {
    /// Draws the form over the body, and places the cursor in its field.
    func draw(_ context: Context) -> Frame {
        var frame = context.emptyBody
        var row = 0
        for line in context.textWidth.wrap(rule ?? "", to: frame.size.columns - 4) where rule != nil {
            frame.put(line, row: row, column: 2, style: context.style(.muted))
            row += 1
        }
        if isResumed {
            frame.put(
                localized("接着上次填的，还没有保存；F8 清空重填", "As you left it, not saved yet; F8 empties it"), row: row, column: 2,
                style: context.style(.notice))
            row += 1
        }
        for place in places(context) {
            draw(fields[place.field], isFocused: place.field == focus, on: &frame, row: place.rows.lowerBound, context)
        }
        row = rowAfterFields(context)
        for line in messageLines(context) {
            frame.put(line, row: row, column: 2, style: context.style(.fieldError))
            row += 1
        }
        drawOffers(on: &frame, context)
        return frame
    }

    /// The lines above the fields: the rule, and whether it goes on from before.
    private func rowsAboveFields(_ context: Context) -> Int {
        let rule = rule.map { context.textWidth.wrap($0, to: context.body.columns - 4).count } ?? 0
        return rule + (isResumed ? 1 : 0)
    }

    /// The fields in sight, each with its row and below it those that say what is wrong with it.
    private func places(_ context: Context) -> [(field: Int, rows: Range<Int>)] {
        let above = rowsAboveFields(context)
        let area = context.body.rows - max(0, messageLines(context).count - 1)
        let space = max(1, area - above - 1 - pickerHeight(area - above))
        let lines = fields.count { $0.error != nil } + fields.count
        let first = lines <= space ? 0 : max(0, min(focus - space / 2, fields.count - 1))
        var row = above
        var places: [(field: Int, rows: Range<Int>)] = []
        for index in fields.indices.dropFirst(first) where row < area - 1 {
            let end = row + 1 + errorLines(fields[index], context).count
            places.append((field: index, rows: row..<end))
            row = end
        }
        return places
    }

    private func rowAfterFields(_ context: Context) -> Int {
        places(context).last?.rows.upperBound ?? rowsAboveFields(context)
    }

    private func errorLines(_ field: Field, _ context: Context) -> [String] {
        field.error.map { context.textWidth.wrap("! " + $0, to: fieldWidth(context)) } ?? []
    }

    /// What is said of the whole form; where that leaves the fields no room, how it is read again.
    private func messageLines(_ context: Context) -> [String] {
        guard let message else { return [] }
        let lines = wrapped(message, context)
        return isLong(lines, context)
            ? wrapped(localized("没有保存；原因较长，按 ^S 再看", "not saved; ^S shows again why"), context) : lines
    }

    /// What is said of the whole form where it is longer than a form has room for; nil else.
    func longMessage(_ context: Context) -> String? {
        message.flatMap { isLong(wrapped($0, context), context) ? $0 : nil }
    }

    private func wrapped(_ message: String, _ context: Context) -> [String] {
        context.textWidth.wrap("! " + message, to: context.body.columns - 4)
    }

    private func isLong(_ lines: [String], _ context: Context) -> Bool {
        lines.count > max(2, (context.body.rows - rowsAboveFields(context)) / 3)
    }

    private var labelWidth: Int { 18 }
    private var fieldColumn: Int { 2 + labelWidth + 1 }
    private func fieldWidth(_ context: Context) -> Int { max(8, context.body.columns - fieldColumn - 2) }

    private func pickerHeight(_ rows: Int) -> Int { offered == nil ? 0 : min(7, rows / 2) }

    private func draw(_ field: Field, isFocused: Bool, on frame: inout Frame, row: Int, _ context: Context) {
        let left = fieldColumn
        let width = fieldWidth(context)
        frame.put(isFocused ? ">" : " ", row: row, column: 0, style: context.style(.keyName))
        frame.put(
            field.label, row: row, column: 2, width: labelWidth, alignment: .left,
            style: context.style(isFocused ? .screenTitle : .fieldLabel))
        switch field.kind {
        case .choice(let choices): draw(field, choices, isFocused, on: &frame, row: row, left, context)
        case .fixed: frame.put(shown(field), row: row, column: left, maxWidth: width, style: context.style(.muted))
        case .text, .day, .number, .pick: drawText(field, isFocused, on: &frame, row: row, left, width, context)
        }
        for (line, text) in errorLines(field, context).enumerated() {
            frame.put(text, row: row + 1 + line, column: left, style: context.style(.fieldError))
        }
    }

    private func shown(_ field: Field) -> String {
        field.chosen.isEmpty
            ? field.title
            : field.chosen.map { named($0) }.joined(separator: localized("；", "; "))
    }

    private func named(_ candidate: Candidate) -> String {
        candidate.name.isEmpty ? candidate.key : candidate.name
    }

    private func drawText(
        _ field: Field, _ isFocused: Bool, on frame: inout Frame, row: Int, _ left: Int, _ width: Int,
        _ context: Context
    ) {
        let ending = field.isSettled ? "" : localized("；", "; ")
        let chosen = field.chosen.map { named($0) + (isFocused ? "(\($0.key))" : "") + ending }.joined()
        let start = frame.put(chosen, row: row, column: left, maxWidth: width - 6, style: context.style(.text))
        let room = max(4, left + width - start - (isFocused ? context.textWidth.cells(field.hint) + 2 : 0))
        let (text, column) = field.text.shown(room, textWidth: context.textWidth)
        var end = frame.put(text, row: row, column: start, maxWidth: room, style: context.style(.field))
        if let reading = field.reading(today: context.today) {
            end = frame.put(reading, row: row, column: end + 2, maxWidth: left + width - end - 2)
        }
        if isFocused {
            frame.style(row: row, columns: start..<start + min(room, 20), context.style(.field))
            frame.cursor = Cursor(row: row, column: start + column, visible: true)
            let hint = left + width - context.textWidth.cells(field.hint)
            if hint > max(end, start + column) + 2 {
                frame.put(field.hint, row: row, column: hint, style: context.style(.muted))
            }
        }
    }

    private func draw(
        _ field: Field, _ choices: [Field.Choice], _ isFocused: Bool, on frame: inout Frame, row: Int, _ left: Int,
        _ context: Context
    ) {
        var column = left
        for (index, choice) in choices.enumerated() {
            let isChosen = field.text.text == choice.token
            let title = choice.title
            if isFocused, isChosen { frame.cursor = Cursor(row: row, column: column, visible: true) }
            let text = isChosen ? "[\(title)]" : isFocused ? "\(index + 1)\(title)" : " \(title)"
            column =
                frame.put(text, row: row, column: column, style: context.style(isChosen ? .currentTab : .muted)) + 1
        }
        if isFocused, field.text.isEmpty { frame.cursor = Cursor(row: row, column: left, visible: true) }
    }

    /// Where the candidates in sight stand.
    private struct OfferPlaces {
        /// The row of what is said of them all; the candidates follow.
        let top: Int
        let shown: Range<Int>

        /// The candidate in a row of the body.
        func candidate(in row: Int) -> Int? {
            let index = shown.lowerBound + row - top - 1
            return row > top && shown.contains(index) ? index : nil
        }
    }

    private func offers(_ context: Context) -> OfferPlaces? {
        guard let offered else { return nil }
        let top = rowAfterFields(context) + messageLines(context).count + 1
        guard top < context.body.rows else { return nil }
        let room = context.body.rows - top - 1
        let first = max(0, min(fields[focus].highlighted - room / 2, offered.count - room))
        return OfferPlaces(top: top, shown: first..<min(offered.count, first + room))
    }

    private func drawOffers(on frame: inout Frame, _ context: Context) {
        guard let offered, let places = offers(context) else { return }
        let top = places.top
        let field = fields[focus]
        let query = field.query
        let summary =
            offered.isEmpty
            ? localized("没有符合的，换几个字再找", "Nothing fits, try other words")
            : localized(
                "可选 \(offered.count) 个：输入姓名、编号或村名查找，上下键选，Enter 选定",
                "\(offered.count) to choose from: type a name, number or village; Up and Down, Enter")
        frame.put(summary, row: top, column: 2, maxWidth: frame.size.columns - 4, style: context.style(.muted))
        let shown = offered[places.shown]
        let nameWidth = min(26, max(12, shown.map { context.textWidth.cells($0.name) }.max() ?? 0))
        for (index, candidate) in zip(places.shown, shown) {
            let isHighlighted = index == field.highlighted
            let row = top + 1 + index - places.shown.lowerBound
            if isHighlighted { frame.put("*", row: row, column: 2, style: context.style(.keyName)) }
            if isHighlighted, field.isAmongCandidates { frame.cursor = Cursor(row: row, column: 2, visible: true) }
            frame.put(
                candidate.name, row: row, column: 4, width: nameWidth, alignment: .left,
                style: context.style(isHighlighted ? .selection : .text))
            let detail = "\(candidate.key)  \(candidate.detail)"
            frame.put(detail, row: row, column: 6 + nameWidth, style: context.style(.muted))
            frame.mark(query, in: candidate.name, row: row, column: 4, width: nameWidth)
            frame.mark(query, in: detail, row: row, column: 6 + nameWidth, width: frame.size.columns)
        }
    }
}
