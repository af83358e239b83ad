import PartyWork
import TerminalUI

/// A kind of screen: what pages of keys call it, and how a route to it is found again by its words.
package struct ScreenKind: Sendable {
    private let name: @Sendable () -> String
    private let sample: @Sendable () -> Route
    private let read: @Sendable ([String]) -> Route?
    private var told: @Sendable () -> String = { "" }

    /// A kind, by a route to it as an example.
    ///
    /// - Parameter read: the route that words describe; nil for words that mean nothing here.
    init(
        _ title: @autoclosure @escaping @Sendable () -> String,
        like example: @autoclosure @escaping @Sendable () -> Route,
        read: @escaping @Sendable ([String]) -> Route?
    ) {
        name = title
        sample = example
        self.read = read
    }

    /// A kind of which there is one screen.
    init(_ title: @autoclosure @escaping @Sendable () -> String, _ route: @autoclosure @escaping @Sendable () -> Route)
    {
        self.init(title(), like: route(), read: { $0.isEmpty ? route() : nil })
    }

    /// A kind of which each screen is about one thing, found by its key.
    init(
        _ title: @autoclosure @escaping @Sendable () -> String,
        like example: @autoclosure @escaping @Sendable () -> Route,
        of read: @escaping @Sendable (String) -> Route?
    ) {
        self.init(title(), like: example()) { $0.count == 1 ? read($0[0]) : nil }
    }

    /// The kind with what its screens are for, in a sentence.
    func telling(_ purpose: @autoclosure @escaping @Sendable () -> String) -> ScreenKind {
        var kind = self
        kind.told = purpose
        return kind
    }

    /// What pages of keys call it.
    var title: String { name() }
    /// What its screens are for; empty where that is not told.
    var purpose: String { told() }
    /// A route to one of the kind, for pages and tests that walk them all.
    var example: Route { sample() }
    /// The route that words describe; nil for words that mean nothing here.
    func route(_ words: [String]) -> Route? { read(words) }
}

/// The screens there are, and which of them have tabs, in the order of the row.
package struct Catalogue: Sendable {
    let kinds: [ScreenKind]
    let tabs: [Tab]

    /// Everything that comes with the program.
    package static let builtIn = Catalogue(
        kinds: [
            .overview, .branch, .worklist, .pairing, .pairingList, .household, .person, .handOver, .cooperatives,
            .cooperative,
            .figure, .comparison, .trend, .changes,
            .activities, .registry, .journal, .entry, .months, .month, .checklists, .checklist, .importing, .merging,
            .settings, .welcome, .movingIn, .officers, .refused, .registers, .entries, .registerEntry, .definition,
            .founding,
        ],
        tabs: [
            .overview, .branch, .worklist, .pairing, .cooperatives, .activities, .registry, .journal, .months,
            .checklists, .registers,
        ])

    /// All towns of a server: whatever else there is to do is done in one of them.
    package static let county = Catalogue(
        kinds: [.county, .countyWorklist, .countyMonths, .countyRegisters, .settings],
        tabs: [.county, .countyWorklist, .countyMonths, .countyRegisters])

    /// The screen with which a run begins.
    var home: Route { tabs.first?.route(beside: nil) ?? .overview }

    /// Whether a route leads to one of its screens.
    func holds(_ route: Route) -> Bool { kinds.contains { $0.example.kind == route.kind } }

    /// What the screen of a route is for; empty where that is not told.
    func purpose(of route: Route) -> String { kinds.first { $0.example.kind == route.kind }?.purpose ?? "" }

    /// The route that words of the memory describe; nil for one that there is no more.
    func route(_ words: [String]) -> Route? {
        words.first.flatMap { word in kinds.first { $0.example.kind == word } }?.route(Array(words.dropFirst()))
    }
}

// MARK: - The row of tabs

extension Catalogue {
    /// The tab of a word of the memory.
    func tab(_ word: String) -> Tab? { tabs.first { $0.word == word } }

    /// The tab of a digit: 1 to 9 are the first nine, 0 is the tenth; those behind have none.
    func tab(digit: Int) -> Tab? {
        let index = digit == 0 ? 9 : digit - 1
        return tabs.indices.contains(index) ? tabs[index] : nil
    }

    /// The digit that opens a tab; empty for one without.
    func digit(of tab: Tab) -> String { number(of: tab).count == 1 ? number(of: tab) : "" }

    /// The key that opens a tab; nil for one without.
    func key(of tab: Tab) -> Key? {
        let digit = digit(of: tab)
        return digit.isEmpty ? nil : .text(digit)
    }

    /// The number by which a tab is asked for in lines: its digit, behind those its place in the row.
    func number(of tab: Tab) -> String {
        let index = tabs.firstIndex(of: tab) ?? 0
        return index == 9 ? "0" : "\(index + 1)"
    }

    /// The tab so many further on, round the end.
    func tab(_ step: Int, from tab: Tab) -> Tab {
        let index = tabs.firstIndex(of: tab) ?? 0
        return tabs[(index + step + tabs.count) % tabs.count]
    }
}
