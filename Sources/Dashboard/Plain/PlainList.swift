import PartyWork
import TerminalUI

extension RowList {
    /// Draws rows to be read out: each column by its title and in full, none left off and none lined up.
    func drawWords(on frame: inout Frame, top: Int, _ visible: Range<Int>, selected: Int?, _ cell: Int?) {
        let rows = visibleRows
        for (line, index) in visible.enumerated() {
            let isSelected = index == selected
            if isSelected { frame.put(">", row: top + line, column: 0) }
            var values = columns.enumerated().map { number, column in
                words(column, of: rows[index], isFirst: number == 0, isSelected: isSelected && number == cell)
            }
            if isChosen(rows[index]) { values.insert(localized("已选", "chosen"), at: 0) }
            frame.put(values.filter { !$0.isEmpty }.joined(separator: localized("，", ", ")), row: top + line, column: 2)
        }
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
