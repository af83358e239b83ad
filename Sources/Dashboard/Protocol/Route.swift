import PartyWork

/// Where the officer can go: a kind of screen and what it is about, in the words that outlive a run.
///
/// A screen's own file says how its routes are made.
package struct Route: Hashable, Sendable {
    /// The word of the kind of screen.
    let kind: String
    /// What the screen is about; nothing for a screen that is about everything.
    let words: [String]
    private let make: @Sendable () -> any Screen

    init(_ kind: String, _ words: [String] = [], screen: @escaping @Sendable () -> any Screen) {
        self.kind = kind
        self.words = words
        make = screen
    }

    /// A new screen there.
    func screen() -> any Screen { make() }

    package static func == (left: Route, right: Route) -> Bool { left.kind == right.kind && left.words == right.words }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(words)
    }
}
