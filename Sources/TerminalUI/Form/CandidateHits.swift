/// The candidates of a picker that fit what is typed; as letters are added only those that fitted before are looked at
/// again: a longer text finds nothing that its beginning does not.
package struct CandidateHits<Query: TextQuery>: Sendable {
    /// In the order in which they were offered.
    private var all: [Candidate] = []
    private var text = ""
    /// Whether what is typed is a candidate too, the last.
    private var takesAnyText = false
    /// Those that what is typed finds, in the same order.
    private var found: [Candidate] = []
    /// The candidates found, those first whose name the query fits best.
    package private(set) var ranked: [Candidate] = []
    /// Whether the candidates are there; until then nothing can be said of what fits.
    package private(set) var isRead = false
    /// How many were looked at for the last text.
    package private(set) var looked = 0

    package init() {}

    /// Begins anew with other candidates, and what is typed as one of them where any text will do.
    package mutating func offer(_ all: [Candidate], orAnyText takesAnyText: Bool = false) {
        self.all = all
        self.takesAnyText = takesAnyText
        isRead = true
        look(for: text, among: all)
    }

    /// Takes what is typed now.
    package mutating func type(_ text: String) {
        if text.unicodeScalars.elementsEqual(self.text.unicodeScalars) {
            looked = 0
            return
        }
        let isLonger = !self.text.isEmpty && text.unicodeScalars.starts(with: self.text.unicodeScalars)
        look(for: text, among: isLonger ? found : all)
    }

    private mutating func look(for text: String, among candidates: [Candidate]) {
        let query = Query(text)
        self.text = text
        looked = query.isEmpty ? 0 : candidates.count
        found = query.isEmpty ? all : candidates.found(by: query)
        ranked = found.ranked(by: query)
        if takesAnyText, !query.isEmpty, !found.contains(where: { $0.name == text }) {
            ranked.append(Candidate(key: text, name: text))
        }
    }
}
