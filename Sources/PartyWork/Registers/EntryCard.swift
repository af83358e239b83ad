/// An entry with the names of what it refers to, as screens show it.
package struct ShownEntry: Sendable, Hashable {
    package let row: EntryRow
    /// What it is about, by name.
    package let about: String
    package let placeName: String
    /// The names of what its fields refer to, by field; nothing for a field that refers to nothing.
    package let names: [String: String]

    package init(_ row: EntryRow, about: String, placeName: String, names: [String: String]) {
        self.row = row
        self.about = about
        self.placeName = placeName
        self.names = names
    }

    package var entry: Entry { row.entry }

    /// The text of a field as officers read it.
    package func text(_ field: RegisterField) -> String { names[field.name] ?? entry.value(field.name) }

    /// What officers call it: its first filled text, else what it is about.
    package var called: String { entry.called ?? about }

    /// What tells it from others where it is chosen: its filled texts and options, as what hangs on it says of it, else what it is about.
    package var heading: String {
        let words = entry.register.fields.filter(\.isHeading).map { entry.value($0.name) }.filter { !$0.isEmpty }
        return words.isEmpty ? called : words.joined(separator: " ")
    }

    /// What it says beside others about the same: its first filled text, else the first few of what is filled, else what it is about.
    package var content: String {
        if let called = entry.called { return called }
        let filled = entry.register.fields.filter { !entry.value($0.name).isEmpty }.prefix(3).map { field in
            switch field.kind {
            case .whole, .amount, .flag, .day: "\(field.name) \(text(field))"
            case .text, .longText, .option, .person, .organization, .household, .cooperative: text(field)
            }
        }
        let words = filled.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        return words.isEmpty ? about : words.joined(separator: localized("，", ", "))
    }

    /// Whether it is in no final state on the day looked at.
    package var isOpen: Bool {
        row.standing.flatMap { entry.register.state($0.state) }.map { !$0.isFinal } ?? true
    }
}

/// The entries of a register that exist in a scope at a date, with the names of what they refer to.
package struct RegisterSheet: Sendable {
    package let register: RegisterDefinition
    /// By number.
    package let rows: [ShownEntry]
    /// The numbers of those that a condition selects; nil where none was given.
    package let selected: Set<String>?
    /// The registers whose entries hang on these.
    package let below: [RegisterDefinition]

    package init(
        _ register: RegisterDefinition, rows: [ShownEntry], selected: Set<String>?, below: [RegisterDefinition]
    ) {
        self.register = register
        self.rows = rows
        self.selected = selected
        self.below = below
    }
}

/// Everything that is known of an entry at a date.
package struct EntryCard: Sendable {
    package let shown: ShownEntry
    /// All of them, by number.
    package let steps: [EntryStep]
    /// The states to which it may go, each with what is missing for it.
    package let next: [NextStep]
    /// What hangs on it, by register and number.
    package let below: [ShownEntry]
    /// The registers whose entries may hang on it.
    package let registersBelow: [RegisterDefinition]
    /// The entries of the journal that touch it or its steps, the newest first.
    package let changes: [JournalRow]

    package init(
        _ shown: ShownEntry, steps: [EntryStep], next: [NextStep], below: [ShownEntry],
        registersBelow: [RegisterDefinition], changes: [JournalRow]
    ) {
        self.shown = shown
        self.steps = steps
        self.next = next
        self.below = below
        self.registersBelow = registersBelow
        self.changes = changes
    }
}

/// A state to which an entry may go.
package struct NextStep: Sendable, Hashable {
    package let state: FlowState
    /// What is missing for it on the day looked at; nothing where it can be taken.
    package let lacks: [StepLack]

    package init(_ state: FlowState, lacks: [StepLack]) {
        self.state = state
        self.lacks = lacks
    }
}

/// What registers hold of someone or something.
package struct SubjectEntries: Sendable {
    /// By register and number; those of restricted registers left out.
    package let rows: [ShownEntry]
    /// How many were left out; nil where that is not shown to who asks.
    package let restricted: Int?
    /// The registers in use that may hold something of it.
    package let registers: [RegisterDefinition]

    package init(rows: [ShownEntry], restricted: Int?, registers: [RegisterDefinition]) {
        self.rows = rows
        self.restricted = restricted
        self.registers = registers
    }

    /// Of nothing.
    package static let none = SubjectEntries(rows: [], restricted: 0, registers: [])
}

/// Something that entries are about.
package struct EntrySubject: Hashable, Sendable {
    /// What it is; of a village the village, whatever registers on branches there are.
    package let kind: RegisterSubject
    package let key: String
    package let name: String

    package init(_ kind: RegisterSubject, _ key: String, name: String) {
        self.kind = kind
        self.key = key
        self.name = name
    }

    /// Whether entries of a register may be about it.
    package func isSubject(of register: RegisterDefinition) -> Bool {
        register.subject == kind || kind == .village && register.subject == .branch
    }
}
