import PartyWork

extension NamedSQL {
    /// What the journal says of the rows of a table, entry by entry; of an import the keys stand before its changes.
    static let historyOfTable = NamedSQL(
        "history of table",
        """
        SELECT r.entry, 0, r.keys, NULL, NULL, NULL FROM journal_rows r WHERE r.table_name = :table
        UNION ALL SELECT c.entry, c.position, NULL, c.key, c.after, c.before FROM journal_change c
            WHERE c.table_name = :table
        ORDER BY 1, 2
        """)
}

extension Session {
    /// Holds every row of a table against the journal: a row that no entry brought, a row that differs from its newest
    /// entry, and a row that is gone without one.
    ///
    /// SQLite's own check does not see these (RELIABILITY finding 6).
    ///
    /// - Returns: How many rows the table has.
    func checkRows(of table: TableSchema, _ problems: inout Problems) throws -> Int {
        let count = try number("SELECT count(*) FROM \(table.sql)")
        do {
            try compareRows(of: table, &problems)
        } catch let damage as Damage {
            problems.add(
                localized("\(table.title)内容", "contents of \(table.title)"),
                localized(
                    "\(damage.detail)；此表其余各行未能核对，请用最近的备份恢复",
                    "\(damage.detail); the other rows of the table were not checked; restore the latest backup"))
        }
        return count
    }

    private func compareRows(of table: TableSchema, _ problems: inout Problems) throws {
        var expected = try expectedRows(of: table, &problems)
        try visit(table) { record in
            guard let fingerprint = expected.removeValue(forKey: record.key) else {
                problems.add(
                    localized("\(table.title)来历", "origin of \(table.title)"),
                    localized(
                        "\(table.title)“\(record.key)”不在流水中，不是由本程序登记的；请核对",
                        "the \(table.rowTitle) \"\(record.key)\" is not in the journal: this program did not enter it; please check"
                    ))
                return
            }
            if fingerprint != Fingerprint(of: record.record) {
                problems.add(
                    localized("\(table.title)内容", "contents of \(table.title)"),
                    localized(
                        "\(table.title)“\(record.key)”与流水不符，被本程序以外的办法改过；请与备份核对",
                        "the \(table.rowTitle) \"\(record.key)\" differs from the journal: it was changed by other means; compare it with a backup"
                    ))
            }
        }
        for key in expected.keys.sorted() {
            problems.add(
                localized("\(table.title)缺失", "missing \(table.title)"),
                localized(
                    "\(table.title)“\(key)”在流水中有、台账中没有，被本程序以外的办法删去；请与备份核对",
                    "the \(table.rowTitle) \"\(key)\" is in the journal but not in the ledger: it was removed by other means; "
                        + "compare with a backup"))
        }
    }

    /// The rows that the journal's entries leave, by key; each entry goes on from what those before it left.
    private func expectedRows(of table: TableSchema, _ problems: inout Problems) throws -> [RecordKey: Fingerprint] {
        var rows: [RecordKey: Fingerprint] = [:]
        let statement = try statement(NamedSQL.historyOfTable.sql)
        try statement.bind(Parameters().with("table", table.name))
        try statement.each { entry in
            do {
                for step in try entry.steps(of: table) {
                    if rows[step.key] != step.before {
                        problems.add(
                            localized("流水", "journal"),
                            localized(
                                "流水第 \(entry.integer(0)) 条所记\(table.title)“\(step.key)”改动前的内容与此前的流水接不上；请与备份核对",
                                "journal entry \(entry.integer(0)) does not go on from what the entries before it left of the "
                                    + "\(table.rowTitle) \"\(step.key)\"; compare with a backup"))
                    }
                    rows[step.key] = step.after
                }
            } catch let damage as Damage {
                problems.add(
                    localized("流水", "journal"),
                    localized(
                        "流水第 \(entry.integer(0)) 条：\(damage.detail)；请与备份核对",
                        "journal entry \(entry.integer(0)): \(damage.detail); compare with a backup"))
            }
        }
        return rows
    }
}

extension Statement {
    /// What a line of a table's history did to rows; nil stands for a row that is not there.
    fileprivate func steps(
        of table: TableSchema
    ) throws -> [(key: RecordKey, before: Fingerprint?, after: Fingerprint?)] {
        func fingerprint(_ column: Int32) throws -> Fingerprint? {
            try optionalText(column).map { Fingerprint(of: try JournalText.read(table, $0).record) }
        }
        guard let lines = optionalText(2) else { return [(RecordKey(text(3)), try fingerprint(5), try fingerprint(4))] }
        return try JournalChange.imported(table, lines).map { row in
            guard case .fingerprint(let print) = row.after else { return (row.key, nil, nil) }
            return (row.key, nil, print)
        }
    }
}
