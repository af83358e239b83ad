import TerminalUI

extension Key {
    /// The key that footers and help write so, in any case; nil for what is no key's name.
    package init?(named name: String) {
        let known = Action.allCases.flatMap(\.keys) + [.up, .down, .left, .right, .pageUp, .pageDown, .home, .end]
        let exact = known.first { $0.name == name }
        let isLetter = name.count == 1
        guard let key = exact ?? (isLetter ? nil : known.first { $0.name.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = key
    }
}
