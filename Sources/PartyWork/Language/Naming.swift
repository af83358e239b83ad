/// How texts name columns and closed words; files have Chinese headers and words only, so that an English text about a
/// file puts them beside its own: `Household no. (户编号)`.
package enum Naming: Sendable {
    case onScreens
    case inFiles

    /// A column by its title; in Chinese `「户编号」`.
    package func column(_ column: Column) -> String {
        localized("「\(column.header)」", beside(column.title, column.header))
    }

    /// A word of a closed list; a text that is none stays as it is.
    package func word(_ word: String) -> String { localized(word, beside(ClosedWord.title(of: word), word)) }

    private func beside(_ english: String, _ chinese: String) -> String {
        self == .onScreens || english == chinese ? english : "\(english) (\(chinese))"
    }
}
