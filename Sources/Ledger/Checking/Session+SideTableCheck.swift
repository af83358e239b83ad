import PartyWork

extension NamedSQL {
    /// The activities that imports brought.
    fileprivate static let importedActivities = NamedSQL(
        "imported activities",
        "SELECT r.keys FROM journal_rows r WHERE r.table_name = 'activities' ORDER BY r.entry")

    /// The activities that acts added, each with the day of entry that the journal keeps with it, and whether a day is
    /// kept for it at all.
    ///
    /// What an undo brings back is no new entry, an import keeps no days, and what comes from a copy has its number
    /// from there.
    static let addedActivities = NamedSQL(
        "added activities",
        """
        SELECT c.key, c.note, j.origin <> '', j.action = 'merge' FROM journal_change c JOIN journal j ON j.id = c.entry
        WHERE c.table_name = 'activities' AND c.before IS NULL AND j.undoes IS NULL ORDER BY c.entry, c.position
        """)
}

/// What stands beside the rows: the order of lists, the days on which activities were entered, the numbers given.
extension Session {
    /// The items of a list are counted from 0.
    func checkLists(_ problems: inout Problems) throws {
        for table in tables {
            for side in Layout.of(table).lists {
                let broken = try statement(side.broken).rows { $0.text(0) }
                for owner in broken {
                    problems.add(
                        localized("\(table.title)内容", "contents of \(table.title)"),
                        localized(
                            "\(table.title)“\(owner)”的名单次序断缺（表 \(side.name)），被本程序以外的办法改过；请与备份核对",
                            "the list of the \(table.rowTitle) \"\(owner)\" has gaps (\(side.name)): it was changed by other means; "
                                + "compare with a backup"))
                }
            }
        }
    }

    /// The days of entry and the last number of each township are those of the journal.
    func checkActivityNumbers(_ problems: inout Problems) throws {
        var days: [String: String] = [:]
        var last: [String: Int] = [:]
        var isKept: Set<String> = []
        for (key, day, hasOrigin, isMerged) in try all(
            .addedActivities, Parameters(), { ($0.text(0), $0.text(1), $0.flag(2), $0.flag(3)) })
        {
            days[key] = day
            if hasOrigin && !isMerged || !day.isEmpty { isKept.insert(key) }
            if !isMerged, let (prefix, number) = ActivityNumber.parts(of: key) {
                last[prefix] = max(last[prefix] ?? 0, number)
            }
        }
        try checkDays(days, isKept, &problems)
        try checkSequences(last, &problems)
    }

    private func checkDays(_ days: [String: String], _ isKept: Set<String>, _ problems: inout Problems) throws {
        var missing = isKept
        try statement("SELECT e.activity, e.entered_on FROM activity_entry e ORDER BY e.activity").each { row in
            let (key, day) = (row.text(0), row.text(1))
            missing.remove(key)
            switch days[key] {
            case nil: problems.addOfEntry(key, localized("不在流水中", "is not in the journal"))
            case let known? where !known.isEmpty && known != day:
                problems.addOfEntry(
                    key, localized("是 \(day)，流水记的是 \(known)", "is \(day), and \(known) in the journal"))
            default: break
            }
        }
        for key in missing.sorted() { problems.addOfEntry(key, localized("不见了", "is missing")) }
    }

    private func checkSequences(_ last: [String: Int], _ problems: inout Problems) throws {
        var rest = last
        let sequences = try statement("SELECT s.township, s.last FROM activity_sequence s").rows {
            (Code($0.text(0)), $0.integer(1))
        }
        for (township, number) in sequences {
            let known = rest.removeValue(forKey: ActivityNumber.prefix(township)) ?? 0
            let prefix = ActivityNumber.prefix(township)
            let isGiven = number > known ? try isImported(prefix, number) : number == known
            if !isGiven { problems.addOfSequence(prefix, number, known) }
        }
        for (prefix, known) in rest.sorted(by: { $0.key < $1.key }) { problems.addOfSequence(prefix, 0, known) }
    }

    /// Whether an import brought an activity of a number, as it does where the ledger gave that to a row without one.
    private func isImported(_ prefix: String, _ number: Int) throws -> Bool {
        try all(.importedActivities, Parameters()) { $0.text(0) }.contains { lines in
            try JournalChange.imported(.activities, lines).contains { row in
                ActivityNumber.parts(of: row.key.text).map { $0 == (prefix, number) } ?? false
            }
        }
    }
}

extension Problems {
    fileprivate mutating func addOfEntry(_ activity: String, _ sentence: String) {
        add(
            localized("登记日", "days of entry"),
            localized("活动“\(activity)”的登记日\(sentence)", "the day of entry of the activity \"\(activity)\" \(sentence)")
                + localized("，被本程序以外的办法改过；请与备份核对", ": it was changed by other means; compare with a backup"))
    }

    fileprivate mutating func addOfSequence(_ prefix: String, _ number: Int, _ known: Int) {
        add(
            localized("活动编号", "numbers of activities"),
            localized(
                "活动编号 \(prefix) 发到第 \(number) 号，流水中发到第 \(known) 号；被本程序以外的办法改过，请与备份核对",
                "of the activities \(prefix) number \(number) was given last, and \(known) in the journal: it was changed by "
                    + "other means; compare with a backup"))
    }
}
