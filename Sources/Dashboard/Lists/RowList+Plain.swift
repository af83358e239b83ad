import PartyWork
import TerminalUI

extension RowList {
    /// Draws rows to be read out: each column by its title and in full, none left off and none lined up.
    func drawWords(on frame: inout Frame, top: Int, _ visible: Range<Int>, selected: Int?, _ cell: Int?) {
        for (line, index) in visible.enumerated() {
            if index == selected { frame.put(">", row: top + line, column: 0) }
            frame.put(words(index, cell: index == selected ? cell : nil), row: top + line, column: 2)
        }
    }

    /// The row of a number in words, with the cell that is selected in it.
    func words(_ number: Int, cell: Int?) -> String {
        let row = visibleRow(number)
        let places = arrangement.shown(of: columns.count)
        let values = places.map { place in
            words(columns[place], of: row, isFirst: place == places.first, isSelected: place == cell)
        }
        return ((isChosen(row) ? [localized("已选", "chosen")] : []) + values).filter { !$0.isEmpty }
            .joined(separator: localized("，", ", "))
    }

    private func words(_ column: Column, of row: Row, isFirst: Bool, isSelected: Bool) -> String {
        let value = column.text(row)
        if isFirst { return value }
        if value.isEmpty || value == "-" { return "" }
        // 缺口 under 缺口 is said once.
        let words = value == column.layout.title ? value : "\(column.layout.title) \(value)"
        return isSelected ? "[\(words)]" : words
    }
}
