extension Form {
    /// What a key did.
    package enum KeyEffect {
        case done
        /// The key means nothing in a form.
        case unused
        /// The last field is filled.
        case finished
    }

    /// Acts on a key that types, chooses or goes from field to field.
    package mutating func type(_ key: Key, _ context: Context) -> KeyEffect {
        let chosen = fields[focus].chosen
        if fields[focus].handle(key, candidates: hits, page: 5, context) {
            hits.type(fields[focus].text.text)
            imply()
            // The only one is chosen: the cursor goes on, unless this was the last field.
            if key == .enter, fields[focus].isSettled, fields[focus].chosen != chosen, focus != lastEditable {
                move(by: 1, context)
            }
            return .done
        }
        switch key {
        case .enter where focus == lastEditable: return .finished
        case .tab, .down, .enter: move(by: 1, context)
        case .backTab, .up: move(by: -1, context)
        default: return .unused
        }
        return .done
    }

    /// Goes to the field in a row of the body, or to a candidate in it; false where there is neither.
    package mutating func point(at row: Int, _ context: Context) -> Bool {
        if let candidate = offers(context)?.candidate(in: row) {
            return fields[focus].point(at: candidate, of: offered?.count ?? 0)
        }
        guard let place = places(context).first(where: { $0.rows.contains(row) }), fields[place.field].isEditable
        else { return false }
        if place.field != focus, fields[focus].decide(hits, context) { focus = place.field }
        return true
    }

    /// Whether the row of the body shows a candidate of the field with the cursor.
    package func isCandidate(inRow row: Int, _ context: Context) -> Bool { offers(context)?.candidate(in: row) != nil }

    /// Fills in what another field must say for what is typed; what was chosen there by hand stays where it fits.
    private mutating func imply() {
        guard let implied = fields[focus].implied,
            let index = fields.firstIndex(where: { $0.key == implied.key && $0.isEditable })
        else { return }
        let fitting = implied.fitting(fields[focus].text.text)
        guard let first = fitting.first, !fitting.contains(fields[index].text.text) else { return }
        fields[index].fill(text: first, chosen: [])
    }

    private var lastEditable: Int { fields.lastIndex(where: \.isEditable) ?? 0 }

    /// Goes to the next field, or the one before, round the end, once it is decided what stands in this one.
    private mutating func move(by step: Int, _ context: Context) {
        guard fields[focus].decide(hits, context) else { return }
        hits.type(fields[focus].text.text)
        let others = (1..<max(1, fields.count)).map { (focus + step * $0 + fields.count * $0) % fields.count }
        focus = others.first { fields[$0].isEditable } ?? focus
    }
}
