import PartyWork

/// A screen that is one key away, with its names in the row of tabs; where it stands there is said by the catalogue.
package struct Tab: Hashable, Sendable {
    /// The word by which the memory knows it.
    let word: String
    private let chinese: Names
    private let english: Names
    private let chineseWords: [String]
    /// What is shown when it is opened for the first time, beside the branch that is selected.
    private let root: @Sendable (Code?) -> Route?

    /// Its names in a language, for rows of less and less room.
    private struct Names: Hashable {
        let full: String
        let short: String
        let brief: String
    }

    /// A tab that opens a route; nil where that needs a branch and none is selected.
    ///
    /// - Parameters:
    ///   - short: what an English row of 80 cells calls it.
    ///   - brief: what a row of 60 cells calls it, in Chinese and in English.
    ///   - words: what officers say for it in Chinese.
    init(
        _ word: String, _ chinese: String, _ english: String, short: String? = nil, brief: (String?, String),
        words: [String] = [], root: @escaping @Sendable (Code?) -> Route?
    ) {
        self.word = word
        self.chinese = Names(full: chinese, short: chinese, brief: brief.0 ?? chinese)
        self.english = Names(full: english, short: short ?? english, brief: brief.1)
        chineseWords = words
        self.root = root
    }

    private var names: Names { localized(chinese, english) }

    /// What the row of tabs calls it.
    var title: String { names.full }

    /// What else the palette finds it by.
    var words: [String] { localized(chineseWords, []) }

    /// Its name in a row of so many columns, English words being longer.
    func title(in columns: Int) -> String {
        let (narrow, wide) = localized((64, 64), (80, 100))
        return columns < narrow ? names.brief : columns < wide ? names.short : names.full
    }

    /// What it shows when it is opened for the first time; nil for a branch when none is selected.
    func route(beside branch: Code?) -> Route? { root(branch) }

    package static func == (left: Tab, right: Tab) -> Bool { left.word == right.word }

    package func hash(into hasher: inout Hasher) { hasher.combine(word) }
}
