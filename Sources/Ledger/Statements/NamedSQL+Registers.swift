import PartyWork

extension NamedSQL {
    /// The entries of a register by number.
    static let entriesOfRegister = NamedSQL(
        "entries of register",
        "SELECT \(Layout.of(.entries).statements.columns) FROM entry t WHERE t.register = :register ORDER BY t.number")

    /// The entries of a register about a subject.
    static let entriesAbout = NamedSQL(
        "entries about",
        """
        SELECT \(Layout.of(.entries).statements.columns) FROM entry t
        WHERE t.register = :register AND t.subject = :subject ORDER BY t.number
        """)

    /// The entries of a register that have no step.
    static let entriesWithoutSteps = NamedSQL(
        "entries without steps",
        """
        SELECT t.number, t.registered_on FROM entry t
        WHERE t.register = :register
            AND NOT EXISTS (SELECT 1 FROM entry_step s WHERE s.register = :register AND s.entry = t.number)
        ORDER BY t.number
        """)
}

extension NamedSQL {
    /// The entries of the journal that touch an entry or its steps, the newest first; `after` and `end` hold the keys of its steps.
    static let journalOfEntry = NamedSQL(
        "journal of entry",
        """
        SELECT j.id, j.at, j.officer, j.summary, j.row_count, j.undoes, j.action, j.origin, j.uid FROM journal j
        WHERE j.id IN (
            SELECT c.entry FROM journal_change c WHERE c.table_name = 'entries' AND c.key = :key
            UNION SELECT c.entry FROM journal_change c WHERE c.table_name = 'steps' AND c.key > :after AND c.key < :end)
        ORDER BY j.id DESC
        """)

    /// The entries whose steps are not counted from 1 without holes, and those that have steps and are not there; reads all of them.
    static let strayStep = NamedSQL(
        "stray step",
        """
        SELECT s.register, s.entry FROM entry_step s LEFT JOIN entry t ON t.register = s.register AND t.number = s.entry
        GROUP BY s.register, s.entry
        HAVING min(s.position) <> 1 OR max(s.position) <> count(*) OR count(t.number) = 0
        """)
}

extension Session {
    /// The entries that name what is not there, each a sentence; reads all of them: for `check` and for undo.
    func danglingEntries() throws -> [String] {
        if try isEmpty(.entries) { return [] }
        let book = try registers()
        return try book.registers.flatMap { register in
            let sql = RegisterSQL(register, in: book)
            return try sql.named.flatMap { naming in
                try all(NamedSQL("dangling entries", sql.dangling(naming)), Parameters()) { row in
                    localized(
                        "\(register.name)“\(row.text(0))”的「\(naming.header)」指向“\(row.text(1))”，而它不在，或不是要的对象",
                        "\(register.name) \"\(row.text(0))\" names \"\(row.text(1))\" (\(naming.header)), not there or no such thing"
                    )
                }
            }
        }
    }

    /// The first steps of the entries of a register that have none: into its first state, on the day of registration.
    func missingFirstSteps(of register: RegisterDefinition) throws -> [EntryStep] {
        guard let state = register.states.first?.name else { return [] }
        return try all(.entriesWithoutSteps, Parameters().with("register", register.name)) { row in
            EntryStep(
                register: register.name, entry: row.text(0), position: 1, on: try row.day(1), state: state)
        }
    }
}
