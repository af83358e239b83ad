import PartyWork
import TerminalUI

// The columns as an officer wants them.

extension RowList {
    /// Does what an officer wants of the columns; false where it cannot be done.
    mutating func arrange(_ change: ColumnChange) -> Bool {
        let count = columns.count
        var isDone = true
        switch change {
        case .move(let column, let step): arrange { $0.move(column, by: step, of: count) }
        case .toggle(let column): arrange { isDone = $0.toggle(column, of: count) }
        case .widen(let column, let step):
            let own = ownLayouts.narrow.columns[column].most
            let width = (arrangement.widths[column] ?? own) + step
            arrange { $0.set(width: width == own ? nil : width, of: column) }
        case .filter(let column, let filter): arrange { $0.set(filter: filter, of: column) }
        case .sort(let column): sort(by: column)
        case .reverse:
            isDone = sortedColumn != nil
            _ = reverse()
        case .unfilter: arrange { $0.unfilter() }
        case .reset:
            arrange { $0 = ColumnArrangement() }
            restoreOrder()
        }
        return isDone
    }

    /// The columns with what is arranged of them.
    func sheet(cell: Int?) -> ColumnSheet {
        let list = self
        return ColumnSheet(
            columns: arrangement.places(of: columns.count).map { place in
                ColumnSheet.Column(
                    place: place, title: columns[place].layout.title, isHidden: arrangement.hidden.contains(place),
                    width: arrangement.widths[place], order: direction(of: place),
                    canSort: !columns[place].orders.isEmpty,
                    filter: arrangement.filters[place], isOfFigures: columns[place].layout.alignment == .right)
            }, first: cell ?? sortedColumn ?? arrangement.filters.keys.min() ?? 0, isNarrowed: arrangement.isNarrowing
        ) { column in
            var list = list
            list.arrange { $0.set(filter: nil, of: column) }
            return list.visibleRows.map(list.columns[column].text)
        }
    }

    /// By what the columns narrow the list, in words: `人口 ≥ 60`.
    var columnWords: [String] {
        arrangement.places(of: columns.count).compactMap { place in
            arrangement.filters[place].map { "\(columns[place].layout.title) \($0.words)" }
        }
    }

    /// What stands in a list that the columns leave no row in; nil where they are not why there is none.
    var narrowed: String? {
        guard arrangement.isNarrowing, total > 0 else { return nil }
        let words = columnWords.joined(separator: localized("，", ", "))
        let key = Action.unfilter.keys[0].name
        return localized("没有符合“\(words)”的行；按 \(key) 去掉列的筛选", "No row fits \(words); \(key) takes the filters off")
    }

    /// The sign in the heading of a column that the list is narrowed by.
    func filterSign(_ column: Int) -> String { arrangement.filters[column] == nil ? "" : "=" }

    /// The layouts of the columns as they are arranged.
    func arranged(_ own: (narrow: ColumnLayout, wide: ColumnLayout)) -> (narrow: ColumnLayout, wide: ColumnLayout) {
        (arranged(own.narrow), arranged(own.wide))
    }

    private func arranged(_ own: ColumnLayout) -> ColumnLayout {
        if arrangement == ColumnArrangement() { return own }
        var layout = own
        layout.order = arrangement.shown(of: columns.count)
        for column in layout.columns.indices {
            layout.columns[column].fixed = arrangement.widths[column]
            layout.columns[column].signs = filterSign(column).count
            // Whoever orders columns says which matter: the last go first.
            if arrangement.order != nil { layout.columns[column].dropOrder = 0 }
        }
        return layout
    }
}
