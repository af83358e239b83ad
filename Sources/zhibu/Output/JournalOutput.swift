import PartyWork

/// Entries of the journal as `zhibu journal` prints them.
struct JournalOutput {
    let rows: [JournalRow]
    /// The minutes by which the local clock is ahead of UTC.
    let offset: Int

    /// A line per entry.
    var table: String {
        var table = TextTable([
            (localized("条", "no."), .right), (localized("时间", "time"), .left), (localized("经手人", "officer"), .left),
            (localized("来自", "from"), .left), (localized("行", "rows"), .right), (localized("事项", "what"), .left),
        ])
        for row in rows {
            table.add([
                String(row.id), localTime(row.at, offset: offset), row.officer, row.origin?.title ?? "",
                String(row.rows), row.summary,
            ])
        }
        return table.lines().joined(separator: "\n") + "\n"
    }

    /// The entries for other programs, with the instant in UTC; they count from 1, so 0 stands for none.
    var json: JSONValue { ["entries": .array(rows.map { $0.json(offset) })] }

    /// The keys of the entries as columns.
    var csv: String {
        ReadableList.csv(
            header: [
                "entry", "at", "time", "officer", "origin", "action", "rows", "undoes", "undoneBy", "summary",
            ], rows: rows.map { $0.json(offset).flattened().map(\.cell) })
    }
}

extension JournalRow {
    fileprivate func json(_ offset: Int) -> JSONValue {
        [
            "entry": .number(id), "at": .string(at), "time": .string(localTime(at, offset: offset)),
            "officer": .string(officer), "origin": .string(origin?.rawValue ?? ""),
            "action": .string(kind?.rawValue ?? ""), "rows": .number(rows), "undoes": .number(undoes ?? 0),
            "undoneBy": .number(undoneBy ?? 0), "summary": .string(summary),
        ]
    }
}
