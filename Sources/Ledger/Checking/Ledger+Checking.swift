import PartyWork

extension NamedSQL {
    /// The pairings entered in error, each with the entry that says why.
    static let enteredInError = NamedSQL(
        "entered in error",
        """
        SELECT \(Layout.of(.pairings).statements.columns), h.head, s.name, c.note, j.officer, j.id
        FROM pairing t JOIN household h ON h.id = t.household JOIN person s ON s.id = t.person
            LEFT JOIN journal_change c ON c.table_name = 'pairings'
                AND c.key = t.household || '\u{1F}' || t.person || '\u{1F}' || t.started_on
                AND c.entry = (SELECT max(l.entry) FROM journal_change l
                    WHERE l.table_name = c.table_name AND l.key = c.key AND l.note <> '')
            LEFT JOIN journal j ON j.id = c.entry
        WHERE t.end_reason = '录入有误' ORDER BY t.ended_on, t.household, t.person, t.started_on
        """)
}

extension Ledger {
    /// Looks the whole ledger over: the engine's structure, the schema, references, and the journal, by which every row is accounted
    /// for; the structure and the journal's seals alone for whom the engine does not show everything.
    ///
    /// - Parameter seals: Seals from outside, each of which tells of a past that must be part of the journal still.
    /// - Throws: `LedgerError` when the file cannot be read at all; what is wrong in it is in the report. A `Refusal` where a server does
    ///   not let the officer reckon the seals.
    package func check(against seals: [Seal] = []) throws -> CheckReport {
        try attempting { try look(against: seals) }
    }

    private func look(against seals: [Seal]) throws -> CheckReport {
        try store.reading { db in
            var problems = Problems()
            let showsEverything = try store.showsEverything(db)
            if !showsEverything, let entry = try store.brokenEntry(db) { problems.addOfJournal(brokenSeal(of: entry)) }
            for sentence in try store.structureFaults(db) {
                problems.add(localized("文件结构", "structure of the file"), sentence)
            }
            let witnesses = try seals.map { try db.witness($0) }
            for problem in witnesses.compactMap(\.problem) { problems.add(localized("封签", "seals"), problem) }
            let entries = try db.number("SELECT count(*) FROM journal")
            guard showsEverything else {
                return CheckReport(
                    problems: problems.sentences, enteredInError: [], witnesses: witnesses, rows: [:], entries: entries,
                    comparesRows: false)
            }
            try db.checkReferences(&problems, broken: try store.brokenReferences(db))
            try db.checkJournal(&problems)
            try db.checkLists(&problems)
            try db.checkActivityNumbers(&problems)
            for (household, fault) in try db.cycleFaults() {
                problems.add(TableSchema.householdCycles.title, db.sentence(fault, of: household))
            }
            for mark in try db.danglingMarks() {
                problems.add(
                    TableSchema.checklists.title,
                    localized("\(mark)；请补登记或取消", "\(mark); enter what is missing, or untick it")
                )
            }
            try db.checkEntries(&problems)
            var rows: [TableSchema: Int] = [:]
            for table in db.tables { rows[table] = try db.checkRows(of: table, &problems) }
            return CheckReport(
                problems: problems.sentences,
                enteredInError: try db.all(.enteredInError, Parameters()) { try $0.enteredInError() },
                witnesses: witnesses,
                rows: rows, entries: entries, comparesRows: true)
        }
    }
}

extension Ledger {
    /// Looks at the file's structure alone, in tens of milliseconds for a town: what the dashboard does after its first
    /// screen.
    ///
    /// `check` looks at everything.
    ///
    /// - Returns: What is wrong and what to do next; nil if nothing is.
    /// - Throws: `LedgerError` when the file cannot be read.
    package func damage() throws -> String? {
        try reading { db in
            try store.damage(db).map { line in
                localized(
                    "台账文件有损坏（\(line)）；请停止录入，先运行 zhibu check，再用最近的备份恢复",
                    "The ledger's file is damaged (\(line)); stop entering, run zhibu check, and restore the latest backup"
                )
            }
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
            let more = count - sentences.count
            if more == 0 { return sentences }
            return sentences + [localized("\(kind)：另有 \(more) 处，未一一列出", "\(kind): \(more) more, not listed")]
        }
    }
}

extension Session {
    fileprivate func checkReferences(_ problems: inout Problems, broken: [String]) throws {
        var named = 0
        for key in ForeignKey.all(of: tables) {
            try statement(key.broken).each {
                named += 1
                let sentence = key.sentence($0.text(0), $0.text(1))
                problems.add(
                    localized("引用", "references"),
                    localized(
                        "\(sentence)，而后者不存在；请补登记或改正", "\(sentence), which is not there; enter it, or correct the row"))
            }
        }
        // Items of a list whose row is gone, which no column of the contract names.
        if broken.count > named {
            let tables = Set(broken).sorted().listed
            problems.add(
                localized("引用", "references"),
                localized("表 \(tables) 中有多余的行；请用最近的备份恢复", "stray rows in \(tables); restore the latest backup"))
        }
    }
}

extension Statement {
    fileprivate func enteredInError() throws -> CheckReport.EnteredInError {
        CheckReport.EnteredInError(
            pairing: try record(), head: text(.after(.pairings)), helperName: text(.after(.pairings, 1)),
            sentence: text(.after(.pairings, 2)), officer: text(.after(.pairings, 3)),
            entry: optionalInteger(.after(.pairings, 4)))
    }
}
