extension RowList {
    /// Keeps sort, search and the selected row under a name.
    func keep(_ name: String, in notes: inout Notes) {
        notes[name + ".row"] = keptRow?.row
        notes[number: name + ".above"] = keptRow?.above
        notes[name + ".sort"] = sorting
        notes[name + ".search"] = searchText
    }

    /// Takes back what `keep` kept; the row is selected once the rows come.
    mutating func restore(_ name: String, from notes: Notes) {
        let row = notes[name + ".row"].map { (row: $0, above: notes[number: name + ".above"] ?? 0) }
        restore(row: row, sorting: notes[name + ".sort"] ?? "", query: notes[name + ".search"] ?? "")
    }
}
