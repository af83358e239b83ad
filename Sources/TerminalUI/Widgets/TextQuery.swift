/// What is typed to find something by its name.
package protocol TextQuery: Sendable {
    /// A query as typed.
    init(_ text: String)
    /// Whether nothing is looked for, so that everything is found.
    var isEmpty: Bool { get }
    /// The rank of what was found elsewhere than in its name, which is the highest.
    static var elsewhere: Int { get }
    /// Whether everything that is looked for is found in texts that belong together.
    func finds(_ texts: [String]) -> Bool
    /// How well it fits a name, 0 for best; nil where it does not.
    func rank(in name: String) -> Int?
    /// The code points of a text that it met, for them to be marked.
    func marks(in text: String) -> [Range<Int>]
}
