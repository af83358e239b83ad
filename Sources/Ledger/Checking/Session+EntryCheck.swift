import PartyWork

extension NamedSQL {
    /// The entries that acts brought, and those of imports, in the journal's words.
    fileprivate static let enteredEntries = NamedSQL(
        "entered entries",
        "SELECT c.key FROM journal_change c WHERE c.table_name = 'entries' AND c.before IS NULL ORDER BY c.entry, c.position"
    )
    fileprivate static let importedEntries = NamedSQL(
        "imported entries", "SELECT r.keys FROM journal_rows r WHERE r.table_name = 'entries' ORDER BY r.entry")
}

/// Holds the entries of registers against what they name, and against what follows from them.
extension Session {
    func checkEntries(_ problems: inout Problems) throws {
        if try isEmpty(.entries), try isEmpty(.steps) { return }
        for sentence in try danglingEntries() {
            problems.add(
                TableSchema.entries.title, sentence + localized("；请补登记或改正", "; enter what is missing, or correct it"))
        }
        let stray = try all(.strayStep, Parameters()) { ($0.text(0), $0.text(1)) }
        for (register, number) in stray {
            problems.add(
                TableSchema.steps.title,
                localized(
                    "\(register) \(number) 的步骤断缺，或条目不在；请与备份核对",
                    "the steps of \(register) \(number) have gaps, or no entry; compare with a backup"))
        }
        try checkDerived(&problems)
        try checkNumbers(&problems)
    }

    /// What follows from an entry is what is kept of it.
    private func checkDerived(_ problems: inout Problems) throws {
        let book = try registers()
        for register in book.registers {
            let sql = RegisterSQL(register, in: book)
            let other = sql.derived("t").map { "coalesce(t.\($0.column), '') <> coalesce(\($0.value), '')" }
            let query = NamedSQL(
                "wrong entries",
                """
                SELECT t.number FROM entry t
                WHERE t.register = \(RegisterSQL.quoted(register.name)) AND (\(other.joined(separator: " OR ")))
                """)
            for number in try all(query, Parameters(), { $0.text(0) }) {
                problems.add(
                    TableSchema.entries.title,
                    localized(
                        "\(register.name) \(number) 的所在组织、状态或统计所用的栏目被本程序以外的办法改过；请与备份核对",
                        "place, state or counted fields of \(register.name) \(number) were changed by other means; compare with a backup"
                    ))
            }
        }
    }

    /// No number may be given once more, and the last that was given stands in the journal.
    private func checkNumbers(_ problems: inout Problems) throws {
        var last: [String: Int] = [:]
        try statement("SELECT s.prefix, s.last FROM entry_sequence s").each { last[$0.text(0)] = $0.integer(1) }
        var greatest: [String: Int] = [:]
        try statement("SELECT t.number FROM entry t").each { row in
            guard let (prefix, number) = EntryNumber.parts(of: row.text(0)) else { return }
            greatest[prefix] = max(greatest[prefix] ?? 0, number)
        }
        let given = try numbersGiven()
        for (prefix, number) in last.sorted(by: { $0.key < $1.key }) where !(given[prefix]?.contains(number) ?? false) {
            problems.add(
                localized("条目编号", "numbers of entries"),
                localized(
                    "条目编号 \(prefix) 发到第 \(number) 号，流水中没有这一号；被本程序以外的办法改过，请与备份核对",
                    "of the entries \(prefix) number \(number) was given last, which the journal does not have: it was changed by other "
                        + "means; compare with a backup"))
        }
        for (prefix, number) in greatest.sorted(by: { $0.key < $1.key }) where (last[prefix] ?? 0) < number {
            problems.add(
                localized("条目编号", "numbers of entries"),
                localized(
                    "条目编号 \(prefix) 发到第 \(last[prefix] ?? 0) 号，台账里已有第 \(number) 号；请与备份核对",
                    "of the entries \(prefix) number \(last[prefix] ?? 0) was given last, and \(number) is there; compare with a backup"
                ))
        }
    }

    /// The running numbers of all entries that ever were, by what stands before them.
    private func numbersGiven() throws -> [String: Set<Int>] {
        let entered = try all(.enteredEntries, Parameters()) { RecordKey($0.text(0)) }
        let imported = try all(.importedEntries, Parameters()) { $0.text(0) }
            .flatMap { try JournalChange.imported(.entries, $0).map(\.key) }
        return (entered + imported).reduce(into: [:]) { numbers, key in
            guard let (prefix, number) = key.parts.last.flatMap({ EntryNumber.parts(of: $0) }) else { return }
            numbers[prefix, default: []].insert(number)
        }
    }
}
