/// An entry as its papers show it: with names in the place of numbers, and the way it took so far.
package struct EntrySheet: Sendable, Hashable {
    package let row: EntryRow
    /// What it is about, by name and number.
    package let subject: String
    /// The fields in use at the date, and those that are filled.
    package let fields: [Field]
    /// Those taken up to the date.
    package let steps: [EntryStep]
    /// The states that it has not been in and can still get to, in the order of 序号.
    package let ahead: [String]

    /// A field and what stands in it.
    package struct Field: Sendable, Hashable {
        package let field: RegisterField
        package let text: String
    }

    /// An entry with its steps up to a day.
    package init(_ shown: ShownEntry, steps: [EntryStep], asOf day: Day) {
        let entry = shown.entry
        let texts = zip(entry.register.fields, entry.values).map { field, value in
            shown.names[field.name].map { "\($0)（\(value)）" } ?? value
        }
        self.init(
            shown.row, subject: "\(shown.about)（\(entry.subject)）", texts: texts, steps: steps, asOf: day)
    }

    /// - Parameter texts: what stands in the fields of the register, by their places.
    package init(_ row: EntryRow, subject: String, texts: [String], steps: [EntryStep], asOf day: Day) {
        self.row = row
        self.subject = subject
        self.steps = steps.filter { $0.on <= day }
        let register = row.entry.register
        fields = zip(register.fields, texts).filter { !$0.isRetired(on: day) || !$1.isEmpty }.map(Field.init)
        ahead = register.states(ahead: self.steps)
    }

    /// The entry of a register about which nothing is known yet.
    package static func blank(of register: RegisterDefinition, on day: Day) -> EntrySheet {
        EntrySheet(
            EntryRow(Entry(register), place: Code(""), nil, asOf: day), subject: "",
            texts: register.fields.map { _ in "" }, steps: [], asOf: day)
    }

    package var register: RegisterDefinition { row.entry.register }
}

/// Which entries of a register are wanted on paper.
package struct EntryChoice: Sendable, Hashable {
    package let register: String
    /// The only one; nil for all.
    package let number: String?
    package let condition: String
    /// Whether a restricted register may be seen.
    package let isRestrictedSeen: Bool

    package init(
        of register: String, number: String? = nil, where condition: String = "", isRestrictedSeen: Bool = false
    ) {
        self.register = register
        self.number = number
        self.condition = condition
        self.isRestrictedSeen = isRestrictedSeen
    }
}

extension RegisterDefinition {
    /// A register of nothing but a name.
    package convenience init(named name: String) {
        self.init(
            DefinitionRow(named: name), isRestricted: false, fields: [], states: [], gates: [], figures: [], rows: [])
    }

    fileprivate func states(ahead steps: [EntryStep]) -> [String] {
        let taken = steps.map(\.state)
        var reached = steps.last.map { [$0.state] } ?? states.map(\.name)
        var at = 0
        while at < reached.count {
            let next = state(reached[at])?.next ?? []
            reached += next.filter { name in !reached.contains(where: name.hasSameCodePoints) }
            at += 1
        }
        let isOver = steps.last.flatMap { state($0.state) }?.isFinal ?? false
        return states.map(\.name).filter { name in
            !isOver && reached.contains(where: name.hasSameCodePoints) && !taken.contains(where: name.hasSameCodePoints)
        }
    }
}

extension RegisterField {
    /// Whether it says how somebody is reached, by its name: masked on papers, and on no notice.
    package var isPersonal: Bool { ["电话", "手机", "联系方式"].contains { name.contains($0) } }

    /// Whether it is among what an entry is called in full: a short text or an option.
    package var isHeading: Bool { (kind == .text || kind == .option) && !isPersonal }
}
