import PartyWork

extension SQLiteStore {
    func damage(_ db: Session) throws -> String? {
        try db.statement("PRAGMA quick_check(1)").first { $0.text(0) }.flatMap { $0 == "ok" ? nil : $0 }
    }

    func structureFaults(_ db: Session) throws -> [String] {
        let damaged = try db.statement("PRAGMA integrity_check").rows { $0.text(0) }.filter { $0 != "ok" }
        return try damaged.map { line in
            localized(
                "文件结构损坏：\(line)；请停止录入，用最近的备份恢复",
                "the file's structure is damaged: \(line); stop entering, and restore the latest backup")
        } + db.schemaFaults()
    }

    func brokenReferences(_ db: Session) throws -> [String] {
        try db.statement("PRAGMA foreign_key_check").rows { $0.text(0) }
    }
}

/// Holds the schema against the one that the program's own steps make in memory: an added trigger writes what no journal
/// tells, a dropped index or trigger takes away speed or safety, and SQLite's own check sees neither.
extension Session {
    fileprivate func schemaFaults() throws -> [String] {
        let made = try Ledger.inMemory().reading { try $0.schema() }
        let found = try schema()
        return Set(made.keys).union(found.keys).sorted().compactMap { name in
            let sentence: String
            switch (made[name], found[name]) {
            case (let made?, nil):
                sentence = localized(
                    "缺少\(made.title)“\(name)”，被本程序以外的办法删去", "\(made.title) \"\(name)\" was dropped by other means")
            case (nil, let found?):
                sentence = localized(
                    "多出\(found.title)“\(name)”，不是本程序建立的", "\(found.title) \"\(name)\" was not made by this program")
            case (let made?, let found?) where made != found:
                sentence = localized(
                    "\(made.title)“\(name)”被本程序以外的办法改过", "\(made.title) \"\(name)\" was changed by other means")
            default: return nil
            }
            return sentence + localized("；请停止录入，用最近的备份恢复", "; stop entering, and restore the latest backup")
        }
    }

    /// What the schema holds, by name.
    private func schema() throws -> [String: SchemaPart] {
        let parts = try statement("SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema").rows {
            ($0.text(0), SchemaPart(kind: $0.text(1), table: $0.text(2), sql: $0.text(3)))
        }
        // Ledgers of the first version still have the table in which GRDB counted its migrations.
        return Dictionary(parts, uniquingKeysWith: { first, _ in first }).filter { $0.value.table != "grdb_migrations" }
    }
}

/// A table, index, trigger or view as the schema holds it.
private struct SchemaPart: Equatable {
    let kind: String
    let table: String
    let sql: String

    var title: String {
        switch kind {
        case "table": localized("表", "the table")
        case "index": localized("索引", "the index")
        case "trigger": localized("触发器", "the trigger")
        case "view": localized("视图", "the view")
        default: kind
        }
    }
}
