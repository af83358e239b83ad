import TerminalUI

/// A list in which left and right select a cell, for a place of its own.
protocol CellPane: RowPane {
    /// The column that is selected; 0 for the first, which stands for the row.
    var chosenCell: Int { get set }
}

extension CellPane {
    var cell: Int? { chosenCell > 0 ? chosenCell : nil }

    mutating func stepCell(_ step: Int, _ context: Context) -> Bool {
        chosenCell = list.column(step, from: chosenCell, width: context.body.columns)
        return true
    }

    func keep(_ name: String, in notes: inout Notes) { keepCell(name, in: &notes) }

    mutating func restore(_ name: String, from notes: Notes) { restoreCell(name, from: notes) }

    /// Keeps the list with its cell.
    func keepCell(_ name: String, in notes: inout Notes) {
        notes[number: name + ".cell"] = cell
        list.keep(name, in: &notes)
    }

    /// Takes back what `keepCell` kept.
    mutating func restoreCell(_ name: String, from notes: Notes) {
        chosenCell = notes[number: name + ".cell"].flatMap { list.columns.indices.contains($0) ? $0 : nil } ?? 0
        list.restore(name, from: notes)
    }
}
