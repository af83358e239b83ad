/// A scope with the names that papers give it: its township's and its own.
package struct NamedScope: Hashable, Sendable {
    /// The name of the township; empty for a county.
    package let town: String
    /// The name of the scope's organization; empty where it is none.
    package let name: String
    package let code: String

    package init(town: String, name: String, code: String) {
        self.town = town
        self.name = name
        self.code = code
    }
}
