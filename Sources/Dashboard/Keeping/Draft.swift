import PartyWork
import TerminalUI

/// A form that was filled and not saved: what was typed and chosen, and what stood there before.
///
/// It outlives the run, until it is saved or thrown away.
package struct Draft: Sendable, Hashable {
    /// Which form it belongs to; see `Form.identity`.
    package let identity: String
    /// What the form is called.
    package let title: String
    /// What was typed, field by field; those left alone are not among them.
    let entries: [TypedField]
    /// The mark under which its act was sent, whose end is not known; nil where it was never sent.
    package var mark: ActMark?
}

// MARK: - As text

extension Draft {
    private static let heading = ["zhibu", "draft", "1"]

    /// The draft as the text of a file.
    package var text: String {
        let rows = entries.map { entry in
            ["field", entry.key.token, entry.original, entry.text]
                + entry.chosen.flatMap { [$0.key, $0.name, $0.detail] }
        }
        let sent = mark.map { [["mark", $0.text]] } ?? []
        return KeptText.write([Draft.heading, ["form", identity, title]] + sent + rows)
    }

    /// The draft that `text` wrote; nil for what is none, or is one of nothing.
    package init?(text: String) {
        let rows = KeptText.read(text)
        guard rows.first == Draft.heading, rows.count > 2, rows[1].count == 3, rows[1][0] == "form" else { return nil }
        let entries = rows.dropFirst(2).compactMap { TypedField(words: $0) }
        guard !entries.isEmpty else { return nil }
        let mark = rows[2].first == "mark" ? rows[2].last.flatMap { ActMark($0) } : nil
        self.init(identity: rows[1][1], title: rows[1][2], entries: entries, mark: mark)
    }
}

extension TypedField {
    fileprivate init?(words: [String]) {
        guard words.count >= 4, words.count % 3 == 1, words[0] == "field" else { return nil }
        let chosen = stride(from: 4, to: words.count, by: 3).map {
            Candidate(key: words[$0], name: words[$0 + 1], detail: words[$0 + 2])
        }
        self.init(key: FieldKey(words[1]), original: words[2], text: words[3], chosen: chosen)
    }
}

// MARK: - The form's

extension Form<Filing> {
    /// What was typed into it; nil where nothing was.
    var draft: Draft? {
        let entries = typed
        return entries.isEmpty ? nil : Draft(identity: identity, title: title, entries: entries, mark: purpose.mark)
    }

    /// The form with what was typed earlier; what was left alone then stays as it is now.
    func resuming(_ draft: Draft, _ context: Context) -> Form {
        var form = self
        for entry in draft.entries { form.resume(entry) }
        form.purpose.mark = draft.mark
        form.isResumed = true
        return form
    }

    /// Fills in what was typed earlier; where a record has changed since, it says what stands there now.
    private mutating func resume(_ entry: TypedField) {
        // Only what a record says can be changed by someone else; a proposed day is another tomorrow.
        guard let field = fill(entry), isAboutSomething, !field.isProposing, field.original != entry.original,
            field.isChanged
        else { return }
        let now = field.original
        remark(
            localized(
                "填这项以后有人改过，台账里现为“\(now.isEmpty ? "空" : now)”",
                "changed by someone since you typed this; the ledger has \(now.isEmpty ? "nothing" : now) now"),
            beside: field.key)
    }
}
