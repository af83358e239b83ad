/// A form over the screen: fields, the cursor in one of them, errors beside them.
///
/// What was typed stays until it is saved or thrown away on purpose.
///
/// It knows no more of what it asks than its fields say; what comes of the answers is up to its purpose.
package struct Form<Purpose: FormPurpose>: Sendable {
    /// Where it is filled and drawn.
    package typealias Context = Purpose.Entry.Context
    /// What a picker finds.
    package typealias Hits = CandidateHits<Purpose.Query>

    package let title: String
    /// The rule the form is about, in a sentence.
    package let rule: String?
    /// What tells it from other forms, on another day and in another language too.
    package let identity: String
    /// What it is filled in for.
    package var purpose: Purpose
    package internal(set) var fields: [Field]
    /// The field with the cursor.
    package internal(set) var focus: Int {
        didSet { if focus != oldValue { offerCandidates() } }
    }
    /// The field that has the cursor at first.
    private var start: Int
    /// What is said of the whole form: why it was not saved, where that is about no single field.
    package var message: String?
    /// Whether what was filled in is on its way to be saved.
    package var isSaving = false
    /// Whether it was opened with what was typed earlier.
    package var isResumed = false
    /// The candidates for the field with the cursor, as far as they fit what is typed.
    package internal(set) var hits = Hits()

    /// A form with the cursor in the first field that is to be filled.
    package init(title: String, rule: String?, identity: String, fields: [Field], purpose: Purpose) {
        self.title = title
        self.rule = rule
        self.identity = identity
        self.fields = fields
        self.purpose = purpose
        let editable = fields.indices.filter { fields[$0].isEditable }
        start = editable.first { fields[$0].isEmpty } ?? editable.first ?? 0
        focus = start
    }

    /// The form with the cursor in another field, where it can be changed.
    package func starting(at key: FieldKey) -> Form { starting { $0.key == key } }

    /// The form with the cursor in the first field that can be changed, as where something is corrected.
    package func startingAtFirst() -> Form { starting { _ in true } }

    private func starting(where isMeant: (Field) -> Bool) -> Form {
        var form = self
        form.start = fields.firstIndex { $0.isEditable && isMeant($0) } ?? start
        form.focus = form.start
        return form
    }
}

// MARK: - Contents

extension Form {
    /// Whether throwing it away would lose something typed.
    package var isChanged: Bool { fields.contains(where: \.isChanged) }

    /// Whether it is about something there is already, which it names in a field that cannot be changed.
    package var isAboutSomething: Bool { fields.contains { !$0.isEditable } }

    /// The fields that must be filled and are empty.
    package var lacking: [Field] { fields.filter { $0.isMarked && $0.isEmpty } }

    /// What was typed and chosen, field by field; those left alone are not among them.
    package var typed: [TypedField] {
        fields.filter(\.isChanged).map {
            TypedField(key: $0.key, original: $0.original, text: $0.text.text, chosen: $0.chosen)
        }
    }

    /// Fills in what was typed earlier, and gives the field as it is then; nil where there is none that can be changed.
    package mutating func fill(_ typed: TypedField) -> Field? {
        guard let index = fields.firstIndex(where: { $0.key == typed.key && $0.isEditable }) else { return nil }
        fields[index].fill(text: typed.text, chosen: typed.chosen)
        // What was looked for and not chosen is no value: the cursor goes where it is still to be decided.
        if fields[index].isUndecided { focus = index }
        if index == focus { offerCandidates() }
        return fields[index]
    }

    /// Says something beside a field; the cursor stays.
    package mutating func remark(_ text: String, beside key: FieldKey) {
        for index in fields.indices where fields[index].key == key { fields[index].error = text }
    }

    /// Says something of what is typed in a field, until more is typed.
    package mutating func note(_ text: String?, aside key: FieldKey) {
        for index in fields.indices where fields[index].key == key { fields[index].aside = text }
    }

    /// Puts a text into a field as if it had been typed.
    package mutating func type(_ text: String, into key: FieldKey) {
        guard let index = fields.firstIndex(where: { $0.key == key && $0.isEditable }) else { return }
        fields[index].fill(text: text, chosen: [])
        (fields[index].error, fields[index].aside) = (nil, nil)
        focus = index
    }

    /// Replaces what stands in a field, as if the form had been opened with it.
    package mutating func put(_ kept: String, into key: FieldKey) {
        guard let index = fields.firstIndex(where: { $0.key == key }) else { return }
        fields[index].put(kept)
        if case .pick(let source, _) = fields[index].kind { name(index, from: source) }
        if index == focus { offerCandidates() }
    }

    /// Empties what was typed, on purpose: what the form was opened with stands there again.
    package mutating func startOver() {
        for index in fields.indices { fields[index].reset() }
        isResumed = false
        message = nil
        focus = start
        offerCandidates()
    }

    /// Proposes other texts where a field proposes one and nobody touched it; where something is typed already, it is said.
    package mutating func propose(instead texts: [String: String], _ remark: (String, String) -> String) {
        let isTyped = isChanged
        for index in fields.indices {
            guard let text = fields[index].proposal, let next = texts[text], next != text else { continue }
            fields[index].propose(next)
            if isTyped { fields[index].error = remark(text, next) }
        }
    }

    /// What stands in its fields, to be read; nil where one of them is not decided yet, which is said beside it.
    package mutating func answers(_ context: Context) -> Answers? {
        message = nil
        _ = fields[focus].decide(hits, context, isSaving: true)
        for index in fields.indices {
            fields[index].error =
                fields[index].isUndecided ? fields[index].undecided(among: index == focus ? hits : nil, context) : nil
        }
        if let undecided = fields.firstIndex(where: { $0.error != nil }) {
            focus = undecided
            return nil
        }
        return kept(context)
    }

    /// What stands in its fields where nothing that must be filled is empty, and nothing undecided; else nil, without a word.
    package func settledAnswers(_ context: Context) -> Answers? {
        lacking.isEmpty && !fields.contains(where: \.isUndecided) ? kept(context) : nil
    }

    private func kept(_ context: Context) -> Answers {
        let editable = fields.filter(\.isEditable)
        return Answers(Dictionary(editable.map { ($0.key, $0.kept(context)) }) { _, last in last })
    }

    /// Says what is wrong, beside the fields where there are such; the cursor goes to the first.
    package mutating func show(_ errors: FieldErrors, _ context: Context) {
        var others: [String] = []
        for error in errors.errors.reversed() {
            guard let index = fields.firstIndex(where: { $0.key == error.key }) else {
                others.insert(error.sentence, at: 0)
                continue
            }
            fields[index].error = error.text
            if fields[index].isEditable { focus = index }
        }
        if !others.isEmpty { message = others.joined(separator: context.said("；", "; ")) }
    }
}

/// What was typed into a field and chosen there, and what stood in it before.
package struct TypedField: Sendable, Hashable {
    package let key: FieldKey
    /// What stood in the field when the form was opened.
    package let original: String
    package let text: String
    package let chosen: [Candidate]

    package init(key: FieldKey, original: String, text: String, chosen: [Candidate]) {
        self.key = key
        self.original = original
        self.text = text
        self.chosen = chosen
    }
}

// MARK: - Candidates

extension Form {
    /// Whether the field with the cursor is a picker whose candidates are not there yet.
    package var isReading: Bool { if case .pick = fields[focus].kind { !hits.isRead } else { false } }

    /// The candidates of the field with the cursor that match what is typed; nil for a field that is no picker, and where all there
    /// are have been chosen.
    package var offered: [Candidate]? {
        guard hits.isRead else { return nil }
        let (field, offered) = (fields[focus], fields[focus].offered(hits))
        return offered.isEmpty && field.text.isEmpty && !field.chosen.isEmpty ? nil : offered
    }

    /// Learns that the purpose knows other candidates now.
    package mutating func learnCandidates(of isMeant: (Purpose.Source) -> Bool) {
        let wasReading = isReading
        for index in fields.indices {
            guard case .pick(let source, _) = fields[index].kind, isMeant(source) else { continue }
            name(index, from: source)
        }
        offerCandidates()
        if wasReading, !isReading { fields[focus].error = nil }
    }

    private mutating func name(_ index: Int, from source: Purpose.Source) {
        fields[index].name(from: purpose.candidates(of: source, beside: []) ?? [])
    }

    /// Looks for what the field with the cursor says among its candidates.
    mutating func offerCandidates() {
        hits = Hits()
        if case .pick(let source, _) = fields[focus].kind {
            let others = fields.indices.filter { $0 != focus }.map { fields[$0] }
            if let found = purpose.candidates(of: source, beside: others) {
                hits.offer(found, orAnyText: purpose.takesAnyText(source))
            }
        }
        hits.type(fields[focus].text.text)
    }
}
