/// A screen as an officer wants to find it again, under a name: its columns, sort, filters and search, not its selected row.
///
/// It belongs to the officer at this computer and to one ledger; the ledger itself knows nothing of it.
package struct KeptView: Sendable, Hashable {
    package let name: String
    /// What its screen was called when it was kept.
    let place: String
    /// The words of its route, first those of its kind.
    let route: [String]
    let kept: KeptWords

    /// The screen of a route, by its words, with all that it keeps but which row is selected.
    init(_ name: String, of place: String, _ route: [String], _ kept: KeptWords) {
        (self.name, self.place, self.route) = (name, place, route)
        self.kept = KeptWords(kept.words.filter { !$0.key.hasSuffix(".row") && !$0.key.hasSuffix(".above") })
    }
}

/// A change of the views of a ledger.
package enum ViewChange: Hashable, Sendable {
    /// One more, which takes the place of one of its name.
    case keep(KeptView)
    /// None of its name any more.
    case forget(KeptView)
}

extension [KeptView] {
    /// The views after a change.
    package func changed(by change: ViewChange) -> [KeptView] {
        switch change {
        case .keep(let view): changed(by: .forget(view)) + [view]
        case .forget(let view): filter { !$0.name.hasSameCodePoints(as: view.name) }
        }
    }
}

// MARK: - As text

extension [KeptView] {
    private static var heading: [String] { ["zhibu", "views", "1"] }

    /// The views as the text of a file.
    package var text: String {
        KeptText.write(
            [Self.heading]
                + flatMap { view in
                    [["view", view.name, view.place] + view.route]
                        + view.kept.words.sorted { $0.key < $1.key }.map { ["word", $0.key, $0.value] }
                })
    }

    /// The views that `text` wrote; lines that mean nothing are passed over, nil for what is no such file.
    package init?(text: String) {
        let rows = KeptText.read(text)
        guard rows.first == Self.heading else { return nil }
        var views: [KeptView] = []
        var words: [String: String] = [:]
        for row in rows.reversed() {
            if row.first == "word", row.count == 3 { words[row[1]] = row[2] }
            guard row.first == "view", row.count > 3 else { continue }
            views.append(KeptView(row[1], of: row[2], [String](row.dropFirst(3)), KeptWords(words)))
            words = [:]
        }
        self = views.reversed()
    }
}
