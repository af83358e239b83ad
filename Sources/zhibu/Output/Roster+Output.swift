import PartyWork

extension Roster {
    /// The roster as `zhibu list` prints it: a column for each that has something in some row.
    var tableText: String {
        let heading =
            reportHeading(table.title, scope, scopeName, asOf)
            + localized("  共 \(rows.count) 行", "  \(plural(rows.count, "row")) in all")
        if rows.isEmpty { return heading + localized("\n没有符合的行。\n", "\nNo row fits.\n") }
        let shown = columns.indices.filter { index in rows.contains { !$0.cells[index].isEmpty } }
        var lines = TextTable(shown.map { (columns[$0].title, .left) })
        for row in rows { lines.add(shown.map { title(of: row.cells[$0], in: columns[$0]).safe }) }
        return ([heading, ""] + lines.lines()).joined(separator: "\n") + "\n"
    }

    private func title(of cell: String, in heading: Heading) -> String {
        switch heading {
        case .own(let column): table[column]?.title(of: cell) ?? cell
        case .further(.state), .further(.isCurrent): ClosedWord.title(of: cell)
        case .further: cell
        }
    }

    /// The roster as other programs read it: the names of its columns as keys, in every language.
    var json: JSONValue {
        [
            "asOf": .string(asOf.description), "scope": JSONValue(scope, named: scopeName),
            "table": .string(table.name),
            "rows": .array(
                rows.map { row in
                    .object(zip(columns, row.cells).map { .init($0.name, value($1, in: $0)) })
                }),
        ]
    }

    private func value(_ cell: String, in heading: Heading) -> JSONValue {
        let isNumber: Bool =
            switch heading {
            case .own(let column): table[column]?.numbers != nil
            case .further(let further): further == .households
            }
        return isNumber ? Int(cell).map { .number($0) } ?? .string(cell) : .string(cell)
    }

    /// The rows as a list for a spreadsheet.
    var csv: String { ReadableList.csv(header: columns.map(\.name), rows: rows.lazy.map(\.cells)) }
}
