import PartyWork

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

    /// No number may be given once more.
    private func checkNumbers(_ problems: inout Problems) throws {
        var last: [String: Int] = [:]
        try statement("SELECT s.prefix, s.last FROM entry_sequence s").each { last[$0.text(0)] = $0.integer(1) }
        var greatest: [String: Int] = [:]
        try statement("SELECT t.number FROM entry t").each { row in
            guard let (prefix, number) = EntryNumber.parts(of: row.text(0)) else { return }
            greatest[prefix] = max(greatest[prefix] ?? 0, number)
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
}
