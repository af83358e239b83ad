/// What tells a field from the others of its form, and by which a draft keeps what was typed into it.
package struct FieldKey: Hashable, Sendable {
    /// The key as a draft writes it.
    package let token: String

    package init(_ token: String) { self.token = token }
}

/// What stands in the fields of a form that can be changed, as it is kept.
package struct Answers: Sendable {
    private let texts: [FieldKey: String]

    package init(_ texts: [FieldKey: String]) { self.texts = texts }

    /// What stands in a field; nothing where the form does not ask for it.
    package subscript(key: FieldKey) -> String { texts[key] ?? "" }

    /// Whether the form asks for it.
    package func has(_ key: FieldKey) -> Bool { texts[key] != nil }
}

/// What is wrong with what stands in a field.
package struct FieldError: Hashable, Sendable {
    package let key: FieldKey
    /// What is said beside the field.
    package let text: String
    /// What is said where the form does not show the field.
    package let sentence: String

    package init(_ key: FieldKey, _ text: String, sentence: String? = nil) {
        self.key = key
        self.text = text
        self.sentence = sentence ?? text
    }
}

/// Everything that is wrong with a filled form.
package struct FieldErrors: Error, Hashable, Sendable {
    package let errors: [FieldError]

    package init(_ errors: [FieldError]) { self.errors = errors }
}
