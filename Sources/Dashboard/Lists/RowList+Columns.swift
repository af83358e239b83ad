import TerminalUI

// How wide the columns are: as what they show.

extension RowList {
    /// The columns that have room in an area of so many columns, behind the two of the marks and before a blank one at the edge.
    func slots(in columns: Int, _ context: Context) -> [ColumnLayout.Slot] {
        switch context.textWidth.ambiguous {
        case .narrow: layouts.narrow.slots(in: columns - 3)
        case .wide: layouts.wide.slots(in: columns - 3)
        }
    }

    /// The titles of the columns that say something and have no room there.
    func titlesWithoutRoom(in columns: Int, _ context: Context) -> [String] {
        let seen = Set(slots(in: columns, context).map(\.index))
        let layout = layouts.narrow
        return layout.order.filter { !seen.contains($0) && layout.columns[$0].content != 0 }
            .map { layout.columns[$0].title }
    }

    /// The layouts of the columns with the texts of some rows; with none as long as is usual.
    static func layouts(of columns: [Column], _ rows: [Row]) -> (narrow: ColumnLayout, wide: ColumnLayout) {
        var (narrow, wide) = (columns.map(\.layout), columns.map(\.layout))
        for place in columns.indices where !rows.isEmpty {
            let cells = columns[place].cells(of: rows)
            (narrow[place].content, wide[place].content) = (cells.narrow, cells.wide)
        }
        return (ColumnLayout(narrow), ColumnLayout(wide))
    }
}

extension RowList.Column {
    /// A text of so many cells is as long as any screen; those after it are not looked at.
    private static var enough: Int { 200 }

    /// The cells of its longest text.
    fileprivate func cells(of rows: [Row]) -> (narrow: Int, wide: Int) {
        var (narrow, wide) = (0, 0)
        if let face {
            for face in rows.map(face) {
                (narrow, wide) = (max(narrow, face.cells(TextWidth(.narrow))), max(wide, face.cells(TextWidth(.wide))))
            }
            return (narrow, wide)
        }
        for row in rows where narrow < RowList.Column.enough {
            let text = text(row)
            // No character takes more cells than bytes: most texts need not be measured.
            if text.utf8.count > narrow { narrow = max(narrow, TextWidth(.narrow).cells(text)) }
            if text.utf8.count > wide { wide = max(wide, TextWidth(.wide).cells(text)) }
        }
        return (narrow, wide)
    }
}
