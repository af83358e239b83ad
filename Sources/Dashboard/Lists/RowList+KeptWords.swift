extension RowList {
    /// Keeps columns, sort, search and the selected row under a name.
    func keep(_ name: String, in kept: inout KeptWords) {
        kept[name + ".row"] = keptRow?.row
        kept[number: name + ".above"] = keptRow?.above
        kept[name + ".sort"] = sorting
        kept[name + ".search"] = searchText
        kept[name + ".columns"] = arrangement.kept(columns.map(\.layout.title))
    }

    /// Takes back what `keep` kept; the row is selected once the rows come.
    mutating func restore(_ name: String, from kept: KeptWords) {
        let row = kept[name + ".row"].map { (row: $0, above: kept[number: name + ".above"] ?? 0) }
        restore(
            row: row, sorting: kept[name + ".sort"] ?? "", query: kept[name + ".search"] ?? "",
            columns: kept[name + ".columns"] ?? "")
    }
}
