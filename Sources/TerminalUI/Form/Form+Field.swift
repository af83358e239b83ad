extension Form {
    /// One entry of a form: what has been typed or chosen, and what is wrong with it.
    package struct Field: Sendable {
        package let key: FieldKey
        package let label: String
        package let kind: Kind
        /// What the field wants, beside it while it has the cursor; that it must be filled is said by ``isRequired``.
        package let hint: String
        /// Whether the form cannot be saved while it is empty.
        package private(set) var isRequired: Bool
        /// What another field must say for what is typed here, such as the kind that a code belongs to.
        let implied: Implied?
        /// The most code points that can be typed.
        let limit: Int
        package internal(set) var text: TextField
        package internal(set) var chosen: [Candidate]
        /// Which of the offered candidates the arrows stand on; -1 before anything was typed or the arrows were used, when
        /// Enter goes on to the next field.
        package internal(set) var highlighted = -1
        /// Whether the arrows moved last: the cursor then stands on the candidate, else where typing goes on.
        var isAmongCandidates = false
        /// What is wrong, beside the field.
        package var error: String?
        /// What is known of what is typed, until more is typed.
        package internal(set) var aside: String?
        /// What stood in it when the form was opened.
        package internal(set) var original: String
        private var opened: (text: String, chosen: [Candidate])
        /// The text that Enter puts into the empty field; nil where Enter goes on.
        package private(set) var offer: String?
        /// Whether it was opened with a text that is only proposed, and may be another one tomorrow.
        package let isProposing: Bool

        /// What a field takes.
        package enum Kind: Sendable, Hashable {
            case typed(Purpose.Entry)
            /// One of a few, by arrows, space or digit; its text is the token of the one chosen.
            case choice([FieldChoice])
            /// One or several of many, by searching.
            case pick(Purpose.Source, several: Bool)
            /// Shown, not changed.
            case fixed
        }

        /// What another field must say for what is typed in one.
        package struct Implied: Sendable {
            let key: FieldKey
            /// The texts that fit what is typed, the likeliest first.
            let fitting: @Sendable (String) -> [String]

            package init(_ key: FieldKey, _ fitting: @escaping @Sendable (String) -> [String]) {
                self.key = key
                self.fitting = fitting
            }
        }

        /// A field about to be filled.
        ///
        /// - Parameters:
        ///   - value: what is kept of it so far.
        ///   - proposal: what stands in it where there is no value yet.
        ///   - isRequired: whether it must be filled.
        package init(
            _ key: FieldKey, _ kind: Kind, label: String, value: String = "", chosen: [Candidate] = [],
            hint: String = "", proposing proposal: String? = nil, limit: Int = 200, implying implied: Implied? = nil,
            isRequired: Bool = false
        ) {
            self.key = key
            self.kind = kind
            self.label = label
            self.hint = hint
            self.limit = limit
            self.implied = implied
            self.isRequired = isRequired
            self.chosen = chosen
            isProposing = value.isEmpty && proposal != nil
            let value = value.isEmpty ? proposal ?? "" : kind.shown(value)
            text = TextField(value, limit: limit)
            opened = (value, chosen)
            original = value + chosen.keys
        }
    }
}

/// One of the few that a field offers: it is kept and compared by its token, in whatever language it is called by its title.
package struct FieldChoice: Sendable, Hashable {
    package let token: String
    package let title: String

    package init(_ token: String, _ title: String) {
        self.token = token
        self.title = title
    }
}

extension [Candidate] {
    /// Their keys as one text.
    fileprivate var keys: String { map(\.key).joined(separator: ";") }
}

extension Form.Field.Kind {
    /// What stands in the field for a text that is kept.
    fileprivate func shown(_ kept: String) -> String {
        if case .typed(let entry) = self { entry.shown(kept) } else { kept }
    }
}

// MARK: - Contents

extension Form.Field {
    /// The text that it proposes, as long as nobody touched it.
    var proposal: String? { isProposing && !isChanged ? original : nil }

    /// Proposes another text.
    mutating func propose(_ text: String) {
        opened = (text, [])
        original = text
        reset()
    }

    /// The field with a text that Enter puts in while it is empty.
    package func offering(_ text: String) -> Self {
        var field = self
        field.offer = text
        return field
    }

    /// The field as one that must be filled, whatever its column says.
    package func required(_ isRequired: Bool = true) -> Self {
        var field = self
        field.isRequired = isRequired
        return field
    }

    /// Whether it is marked as one that must be filled: not where a choice stands in it that can only be changed.
    package var isMarked: Bool {
        if case .choice = kind, !original.isEmpty { return false }
        return isRequired && isEditable
    }

    /// What it wants, and that it must be filled where that is so.
    package func wants(_ context: Form.Context) -> String {
        let needed = isMarked ? context.said("必填", "required") : ""
        return [needed, hint].filter { !$0.isEmpty }.joined(separator: context.said("，", ", "))
    }

    /// Whether something else stands in it than when the form was opened.
    package var isChanged: Bool { text.text + chosen.keys != original }

    /// Puts in what was typed and chosen earlier; not what is none of a few.
    mutating func fill(text: String, chosen: [Candidate]) {
        if case .choice(let choices) = kind, !text.isEmpty, !choices.contains(where: { $0.token == text }) { return }
        self.text = TextField(text, limit: limit)
        self.chosen = chosen
    }

    /// Begins anew with what is kept.
    mutating func put(_ kept: String) {
        if case .pick = kind {
            opened = ("", kept.split(separator: ";").map { Candidate(key: String($0), name: "") })
            original = kept
        } else {
            opened = (kind.shown(kept), [])
            original = opened.text
        }
        reset()
    }

    /// Back to what it was opened with.
    mutating func reset() {
        fill(text: opened.text, chosen: opened.chosen)
        highlighted = -1
        error = nil
    }

    /// What stands in it as screens say it.
    package var title: String {
        guard case .choice(let choices) = kind else { return text.text }
        return choices.first { $0.token == text.text }?.title ?? text.text
    }

    /// Whether the cursor stops here.
    package var isEditable: Bool { kind != .fixed }

    /// Whether nothing is typed or chosen.
    package var isEmpty: Bool { text.isEmpty && chosen.isEmpty }

    /// What is kept of it: candidates by their keys, parted by `;`.
    package func kept(_ context: Form.Context) -> String {
        switch kind {
        case .pick: chosen.keys
        case .typed(let entry): entry.kept(text.text, context)
        case .choice, .fixed: text.text
        }
    }

    /// What a text typed in short is taken for; nil where there is no more to say.
    func reading(_ context: Form.Context) -> String? {
        if case .typed(let entry) = kind { entry.reading(of: text.text, context) } else { nil }
    }

    /// What is wrong with it, as far as is known.
    func fault(_ context: Form.Context) -> String? {
        if let error { return error }
        return if case .typed(let entry) = kind { entry.fault(in: text.text, context) } else { nil }
    }

    /// Whether it takes one only, and has it.
    var isSettled: Bool { if case .pick(_, several: false) = kind { !chosen.isEmpty } else { false } }

    /// Whether a text was searched for and nothing chosen; saving it silently would lose it.
    package var isUndecided: Bool { if case .pick = kind { !text.isEmpty } else { false } }

    /// The candidates that match what is typed, those chosen left out.
    func offered(_ hits: Form.Hits) -> [Candidate] {
        chosen.isEmpty ? hits.ranked : hits.ranked.filter { hit in !chosen.contains { $0.key == hit.key } }
    }

    /// Fills the names of candidates that are known by key only.
    mutating func name(from candidates: [Candidate]) {
        chosen = chosen.map { given in candidates.first { $0.key == given.key } ?? given }
    }
}
