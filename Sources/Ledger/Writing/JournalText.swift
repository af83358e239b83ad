import PartyWork

/// Rows as the journal keeps them: a JSON object from a column's header to its text, empty columns left out.
enum JournalText {
    /// The columns of a record in the contract's order.
    static func write(_ record: any LedgerRecord) -> String {
        var json = "{"
        for column in record.table.columns {
            let text = record.text(column)
            if text.isEmpty { continue }
            if json.utf8.count > 1 { json += "," }
            json.appendJSON(column.header)
            json += ":"
            json.appendJSON(text)
        }
        return json + "}"
    }

    /// The record that `write` wrote.
    ///
    /// - Throws: `Damage` for anything else.
    static func read(_ table: TableSchema, _ json: String) throws -> AnyRecord {
        guard let object = [String: String](json: json) else {
            throw Damage(localized("流水中有无法读取的内容：\(json)", "what cannot be read in the journal: \(json)"))
        }
        var cells: [Column: String] = [:]
        do {
            for (header, text) in object {
                guard let column = table[Column(header)]?.column else {
                    throw Damage(localized("流水中有未知的列“\(header)”", "an unknown column in the journal, \"\(header)\""))
                }
                cells[column] = text
            }
            return try AnyRecord.read(table, from: cells)
        } catch let faults as RecordFaults {
            let fault = faults.faults.first?.text ?? ""
            throw Damage(localized("流水中的\(table.title)\(fault)", "\(table.title) in the journal: \(fault)"))
        }
    }
}
