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

    /// Those of a part of the screen, as those of a part of another name.
    func of(_ part: String, called name: String) -> KeptWords {
        let own = words.filter { $0.key.hasPrefix(part + ".") }
        return KeptWords(Dictionary(uniqueKeysWithValues: own.map { (name + $0.key.dropFirst(part.count), $0.value) }))
    }

    /// A number.
    subscript(number name: String) -> Int? {
        get { words[name].flatMap { Int($0) } }
        set { words[name] = newValue.map(String.init) }
    }
}
