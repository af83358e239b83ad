import TerminalUI

/// A list in which left and right select a cell, for a place of its own.
protocol CellPane: RowPane {
    /// The column that is selected; 0 for the first, which stands for the row.
    var chosenCell: Int { get set }
}

extension CellPane {
    var cell: Int? { chosenCell > 0 ? chosenCell : nil }

    mutating func stepCell(_ step: Int, _ context: Context) -> Bool {
        chosenCell = list.column(step, from: chosenCell, context)
        return true
    }

    func keep(_ name: String, in kept: inout KeptWords) { keepCell(name, in: &kept) }

    mutating func restore(_ name: String, from kept: KeptWords) { restoreCell(name, from: kept) }

    /// Keeps the list with its cell.
    func keepCell(_ name: String, in kept: inout KeptWords) {
        kept[number: name + ".cell"] = cell
        list.keep(name, in: &kept)
    }

    /// Takes back what `keepCell` kept.
    mutating func restoreCell(_ name: String, from kept: KeptWords) {
        chosenCell = kept[number: name + ".cell"].flatMap { list.columns.indices.contains($0) ? $0 : nil } ?? 0
        list.restore(name, from: kept)
    }
}
