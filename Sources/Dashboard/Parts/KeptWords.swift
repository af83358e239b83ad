/// What a screen keeps until the next start, word by word: filter, sort, search, the selected row.
///
/// Names are the screen's own. What is missing or means nothing any more is passed over, so that a later version may keep
/// more or less.
package struct KeptWords: Sendable, Hashable {
    /// The words by their names.
    private(set) var words: [String: String] = [:]

    /// Nothing kept.
    package init() {}

    init(_ words: [String: String]) { self.words = words }

    /// A word; nil, and an empty one, is not kept.
    subscript(_ name: String) -> String? {
        get { words[name] }
        set { words[name] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// Whether something was so.
    subscript(is name: String) -> Bool {
        get { words[name] != nil }
        set { words[name] = newValue ? "1" : nil }
    }

    /// A number.
    subscript(number name: String) -> Int? {
        get { words[name].flatMap { Int($0) } }
        set { words[name] = newValue.map(String.init) }
    }
}
