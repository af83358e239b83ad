import PartyWork

/// What the dashboard remembers from one start to the next: the scope, and of each tab the screens with what each
/// keeps, in words.
///
/// The as-of date is not among it: a start is about today.
package struct Memory: Sendable, Hashable {
    /// The word of the tab that was open.
    var tab = ""
    /// The scope that was chosen; nil for the whole of the ledger.
    var scope: ChosenScope?
    /// The screens of all tabs, of each tab the one in sight last.
    var screens: [Screen] = []
    /// The register into which something was entered last; empty for none.
    var lastRegister = ""
    /// What the activities recorded last were about, by their kinds.
    var lastTitles: [ActivityKind: String] = [:]

    /// A scope and what the header calls it and the whole.
    struct ChosenScope: Sendable, Hashable {
        let scope: Scope
        let name: String
        let fullName: String
    }

    /// A screen and what it keeps.
    struct Screen: Sendable, Hashable {
        /// The word of its tab.
        let tab: String
        /// The words of its route, first those of its kind.
        let route: [String]
        var kept: KeptWords
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
        var rows = [Memory.heading, ["tab", tab]]
        if !lastRegister.isEmpty { rows.append(["register", lastRegister]) }
        for kind in ActivityKind.allCases {
            if let title = lastTitles[kind] { rows.append(["title", kind.rawValue, title]) }
        }
        if let scope { rows.append(["scope", scope.scope.prefix, scope.name, scope.fullName]) }
        for screen in screens {
            rows.append(["screen", screen.tab] + screen.route)
            rows += screen.kept.words.sorted { $0.key < $1.key }.map { ["word", $0.key, $0.value] }
        }
        return KeptText.write(rows)
    }

    /// The memory that `text` wrote.
    ///
    /// Lines that mean nothing are passed over; nil for what is no such file.
    package init?(text: String) {
        let rows = KeptText.read(text)
        guard rows.first == Memory.heading else { return nil }
        for row in rows.dropFirst() {
            switch row.first {
            case "tab" where row.count == 2: tab = row[1]
            case "scope" where row.count == 4:
                scope = Scope(row[1]).map { ChosenScope(scope: $0, name: row[2], fullName: row[3]) }
            case "register" where row.count == 2: lastRegister = row[1]
            case "title" where row.count == 3:
                if let kind = ActivityKind(rawValue: row[1]) { lastTitles[kind] = row[2] }
            case "screen" where row.count > 2:
                screens.append(Screen(tab: row[1], route: Array(row.dropFirst(2)), kept: KeptWords()))
            case "word" where row.count == 3 && !screens.isEmpty: screens[screens.count - 1].kept[row[1]] = row[2]
            default: break
            }
        }
    }
}
