import GRDB
import PartyWork

extension NamedSQL {
    /// The pairings entered in error, each with the entry that says why.
    static let enteredInError = NamedSQL(
        "entered in error",
        """
        SELECT \(Layout.of(.pairings).statements.columns), h.head, s.name, c.note, j.officer, j.id
        FROM pairing t JOIN household h ON h.id = t.household JOIN person s ON s.id = t.person
            LEFT JOIN journal_change c ON c.table_name = 'pairings'
                AND c.key = t.household || char(31) || t.person || char(31) || t.started_on
                AND c.entry = (SELECT max(l.entry) FROM journal_change l
                    WHERE l.table_name = c.table_name AND l.key = c.key AND l.note <> '')
            LEFT JOIN journal j ON j.id = c.entry
        WHERE t.end_reason = '录入有误' ORDER BY t.ended_on, t.household, t.person, t.started_on
        """)
}

extension Ledger {
    /// Looks the whole ledger over: SQLite's structure, references, and the journal, by which every row is accounted for.
    ///
    /// - Throws: `LedgerError` when the file cannot be read at all; what is wrong in it is in the report.
    package func check() throws -> CheckReport {
        try reading { db in
            var problems = Problems()
            try db.checkStructure(&problems)
            try db.checkReferences(&problems)
            try db.checkJournal(&problems)
            for (household, fault) in try db.cycleFaults() {
                problems.add("户状态", "户“\(household.id)”的户状态\(fault.text)")
            }
            for mark in try db.danglingMarks() { problems.add("清单", "\(mark)；请补登记或取消") }
            var rows: [Table: Int] = [:]
            for table in Table.allCases { rows[table] = try db.checkRows(of: table, &problems) }
            return CheckReport(
                problems: problems.sentences,
                enteredInError: try db.all(.enteredInError, Parameters()) { try $0.enteredInError() },
                rows: rows, entries: try Connection.number(db, "SELECT count(*) FROM journal"))
        }
    }
}

extension Ledger {
    /// Looks at the file's structure alone, in tens of milliseconds for a town: what the dashboard does after its first
    /// screen. `check` looks at everything.
    ///
    /// - Returns: What is wrong and what to do next; nil if nothing is.
    /// - Throws: `LedgerError` when the file cannot be read.
    package func damage() throws -> String? {
        try reading { db in
            let lines = try Prepared(db, "PRAGMA quick_check(1)").rows { $0.text(0) }
            guard let line = lines.first, line != "ok" else { return nil }
            return "台账文件有损坏（\(line)）；请停止录入，先运行 zhibu check，再用最近的备份恢复"
        }
    }
}

/// Sentences about what is wrong; of each kind the first twenty, and then how many more.
struct Problems {
    private var found: [(kind: String, sentences: [String], count: Int)] = []

    mutating func add(_ kind: String, _ sentence: String) {
        let place = found.firstIndex { $0.kind == kind } ?? found.count
        if place == found.count { found.append((kind, [], 0)) }
        found[place].count += 1
        if found[place].count <= 20 { found[place].sentences.append(sentence) }
    }

    var sentences: [String] {
        found.flatMap { kind, sentences, count in
            count > sentences.count ? sentences + ["\(kind)：另有 \(count - sentences.count) 处，未一一列出"] : sentences
        }
    }
}

extension Database {
    fileprivate func checkStructure(_ problems: inout Problems) throws {
        for line in try Prepared(self, "PRAGMA integrity_check").rows({ $0.text(0) }) where line != "ok" {
            problems.add("文件结构", "文件结构损坏：\(line)；请停止录入，用最近的备份恢复")
        }
    }

    fileprivate func checkReferences(_ problems: inout Problems) throws {
        var named = 0
        for key in ForeignKey.all {
            try Prepared(self, key.broken).each {
                named += 1
                problems.add("引用", "\(key.sentence($0.text(0), $0.text(1)))，而后者不存在；请补登记或改正")
            }
        }
        // Items of a list whose row is gone, which no column of the contract names.
        let broken = try Prepared(self, "PRAGMA foreign_key_check").rows { $0.text(0) }
        if broken.count > named {
            problems.add("引用", "表 \(Set(broken).sorted().joined(separator: "、")) 中有多余的行；请用最近的备份恢复")
        }
    }

    /// Entries are numbered from 1 without holes, and hold as many rows as they say.
    fileprivate func checkJournal(_ problems: inout Problems) throws {
        var next = 1
        let entries = try Prepared(
            self,
            """
            SELECT j.id, j.row_count, (SELECT count(*) FROM journal_change c WHERE c.entry = j.id)
                + (SELECT coalesce(sum(length(r.keys) - length(replace(r.keys, char(10), ''))), 0)
                    FROM journal_rows r WHERE r.entry = j.id)
            FROM journal j ORDER BY j.id
            """
        ).rows { (id: $0.integer(0), rows: $0.integer(1), found: $0.integer(2)) }
        for entry in entries {
            if entry.id != next { problems.add("流水", "流水缺第 \(next)–\(entry.id - 1) 条；请与备份核对") }
            if entry.rows != entry.found {
                problems.add("流水", "流水第 \(entry.id) 条应有 \(entry.rows) 行，实有 \(entry.found) 行；请与备份核对")
            }
            next = entry.id + 1
        }
    }
}

extension Prepared {
    fileprivate func enteredInError() throws -> CheckReport.EnteredInError {
        CheckReport.EnteredInError(
            pairing: try record(), head: text(.after(.pairings)), helperName: text(.after(.pairings, 1)),
            sentence: text(.after(.pairings, 2)), officer: text(.after(.pairings, 3)),
            entry: optionalInteger(.after(.pairings, 4)))
    }
}
