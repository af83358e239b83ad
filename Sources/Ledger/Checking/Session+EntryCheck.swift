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
        try checkPlaces(&problems)
        try checkNumbers(&problems)
    }

    private func checkPlaces(_ problems: inout Problems) throws {
        let book = try registers()
        for register in book.registers {
            let sql = RegisterSQL(register, in: book)
            let query = NamedSQL(
                "wrong places",
                "SELECT t.number FROM entry t WHERE t.register = \(RegisterSQL.quoted(register.name)) AND t.place <> \(sql.place("t"))"
            )
            for number in try all(query, Parameters(), { $0.text(0) }) {
                problems.add(
                    TableSchema.entries.title,
                    localized(
                        "\(register.name) \(number) 的所在组织被本程序以外的办法改过；请与备份核对",
                        "where \(register.name) \(number) belongs was changed by other means; compare with a backup"))
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
