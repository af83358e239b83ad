import PartyWork

/// What is kept beside an entry because it follows from the rest: counts and figures then read one index.
extension RegisterSQL {
    /// A column that follows from the others of an entry of a table's alias, with its value.
    typealias Derived = (column: String, value: String)

    /// All that follows from an entry, its steps and those above it.
    func derived(_ table: String) -> [Derived] {
        let fields = register.counted.enumerated().map { place, field in
            (RegisterSQL.counted(place), RegisterSQL.value(field, of: table))
        }
        let others = (register.counted.count..<RegisterDefinition.mostCounted).map { (RegisterSQL.counted($0), "NULL") }
        return [
            ("place", place(table)), ("begun_on", begun(table)), ("ended_on", ended(table)),
            ("state", lastStep("state", table)), ("since", lastStep("taken_on", table)),
        ] + fields + others
    }

    /// A column of the last step of all; empty without one.
    private func lastStep(_ column: String, _ table: String) -> String {
        if register.states.isEmpty { return "''" }
        return """
            coalesce((SELECT y.\(column) FROM entry_step y WHERE y.register = \(name) AND y.entry = \(table).number
                ORDER BY y.position DESC LIMIT 1), '')
            """
    }

    /// A column of the entry above; nil where there is none.
    private func above(_ column: String, _ table: String) -> String? {
        book.parent(of: register).map { parent in
            """
            (SELECT u.\(column) FROM entry u
                WHERE u.register = \(RegisterSQL.quoted(parent.name)) AND u.number = \(table).subject)
            """
        }
    }

    private func begun(_ table: String) -> String {
        let own = "\(table).registered_on"
        return above("begun_on", table).map { "CASE WHEN \($0) > \(own) THEN \($0) ELSE \(own) END" } ?? own
    }

    private func ended(_ table: String) -> String {
        let own = "\(table).struck_on"
        return above("ended_on", table).map {
            "CASE WHEN \(own) IS NULL OR \($0) < \(own) THEN coalesce(\($0), \(own)) ELSE \(own) END"
        } ?? own
    }

    /// The place of an entry: the organization in its 地点栏目, else where its subject belongs.
    private func place(_ table: String) -> String {
        let subject = "\(table).subject"
        let own: String =
            switch register.subject {
            case .township, .branch, .village, .group: subject
            case .person: "(SELECT p.organization FROM person p WHERE p.id = \(subject))"
            case .household: "(SELECT h.village FROM household h WHERE h.id = \(subject))"
            case .cooperative: "(SELECT c.organization FROM cooperative c WHERE c.code = \(subject))"
            case .entry: above("place", table) ?? "NULL"
            }
        let field = register.placeField.map { "\(RegisterSQL.value($0, of: table)), " } ?? ""
        return "coalesce(\(field)\(own), '-')"
    }
}
