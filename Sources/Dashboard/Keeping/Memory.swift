import PartyWork

/// What the dashboard remembers from one start to the next: the scope, and of each tab the screens with what each keeps.
/// The as-of date is not among it: a start is about today.
package struct Memory: Sendable, Hashable {
    var tab: Tab
    /// The scope that was chosen; nil for the whole of the ledger.
    var scope: ChosenScope?
    var stacks: [Tab: [Pane]]

    /// A scope and what the header calls it and the whole.
    struct ChosenScope: Sendable, Hashable {
        let scope: Scope
        let name: String
        let fullName: String
    }

    /// A screen and what it keeps.
    struct Pane: Sendable, Hashable {
        let place: Place
        var notes: Notes
    }
}

extension Memory {
    /// The digits of the scope that was chosen; nil for the whole.
    package var scopePrefix: String? { scope?.scope.prefix }

    /// Begins with the whole of the ledger.
    package mutating func forgetScope() { scope = nil }
}

// MARK: - As text

extension Memory {
    /// The first line of the file, by which it is known.
    private static let heading = ["zhibu", "board", "1"]

    /// The memory as the text of a file, a line each for the tab, the scope, each screen and each of its words.
    package var text: String {
        var rows = [Memory.heading, ["tab", "\(tab)"]]
        if let scope { rows.append(["scope", scope.scope.prefix, scope.name, scope.fullName]) }
        for tab in Tab.allCases {
            for pane in stacks[tab] ?? [] {
                rows.append(["screen", "\(tab)"] + pane.place.words)
                rows += pane.notes.words.sorted { $0.key < $1.key }.map { ["word", $0.key, $0.value] }
            }
        }
        return KeptText.write(rows)
    }

    /// The memory that `text` wrote. Lines that mean nothing here are passed over; nil for what is no such file.
    package init?(text: String) {
        let rows = KeptText.read(text)
        guard rows.first == Memory.heading else { return nil }
        self.init(tab: .overview, scope: nil, stacks: [:])
        var current: Tab?
        for row in rows.dropFirst() {
            switch row.first {
            case "tab" where row.count == 2: tab = Tab(word: row[1]) ?? tab
            case "scope" where row.count == 4:
                scope = Scope(row[1]).map { ChosenScope(scope: $0, name: row[2], fullName: row[3]) }
            case "screen" where row.count > 2: current = addPane(Array(row.dropFirst()))
            case "word" where row.count == 3: keep(row[1], row[2], in: current)
            default: break
            }
        }
    }

    /// Adds a screen on top of its tab, and gives the tab.
    private mutating func addPane(_ words: [String]) -> Tab? {
        guard let tab = Tab(word: words[0]), let place = Place(words: Array(words.dropFirst())) else { return nil }
        stacks[tab, default: []].append(Pane(place: place, notes: Notes()))
        return tab
    }

    private mutating func keep(_ name: String, _ word: String, in tab: Tab?) {
        guard let tab, let last = stacks[tab]?.indices.last else { return }
        stacks[tab]?[last].notes[name] = word
    }
}

extension Tab {
    fileprivate init?(word: String) {
        guard let tab = Tab.allCases.first(where: { "\($0)" == word }) else { return nil }
        self = tab
    }
}

// MARK: - The model's

extension Model {
    /// What to remember; nil over an empty ledger, where there is nothing yet.
    package var memory: Memory? {
        if stacks[.overview]?.first?.place == .welcome { return nil }
        let kept = stacks.mapValues { panes in
            panes.filter { !$0.place.words.isEmpty }.map { Memory.Pane(place: $0.place, notes: $0.screen.notes) }
        }
        let isWhole = context.scope == context.fullScope
        let scope = Memory.ChosenScope(scope: context.scope, name: context.scopeName, fullName: fullScopeName)
        return Memory(tab: tab, scope: isWhole ? nil : scope, stacks: kept)
    }

    /// Goes on where the last run ended; before `start`.
    package mutating func restore(_ memory: Memory) {
        if top?.place == .welcome { return }
        Language.$current.withValue(language) { open(memory.stacks) }
        if stacks[memory.tab] != nil { tab = memory.tab }
        guard let scope = memory.scope else { return }
        context.scope = scope.scope
        context.scopeName = scope.name
        fullScopeName = scope.fullName
    }

    private mutating func open(_ stacks: [Tab: [Memory.Pane]]) {
        for (tab, panes) in stacks where !panes.isEmpty {
            self.stacks[tab] = panes.map { Pane($0.place, $0.notes) }
        }
    }
}
