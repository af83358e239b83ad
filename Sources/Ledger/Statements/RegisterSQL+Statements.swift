import PartyWork

/// The statements over the entries of a register: one for its counts, one for all its figures, one for its list.
extension RegisterSQL {
    /// Branch, state, how many, how many overdue, how many due soon.
    func tally(on day: Day) -> NamedSQL {
        NamedSQL(
            "register tally",
            """
            SELECT q.branch, q.state, count(*), count(*) FILTER (WHERE q.late = 2), count(*) FILTER (WHERE q.late = 1)
            FROM (SELECT substr(t.place, 1, 12) AS branch, \(state.name) AS state, \(lateness(on: day)) AS late
                \(existingInScope)) q
            GROUP BY 1, 2
            """)
    }

    /// Two columns for each figure, in millions of the last place and what is left: a sum of both together could be too large.
    ///
    /// - Returns: nil for a register without figures.
    /// - Throws: a `ConditionFault`.
    func figures() throws -> NamedSQL? {
        if register.figures.isEmpty { return nil }
        let columns = try register.figures.map { figure -> String in
            let read = try Condition(figure.condition, of: register)
            let condition = "FILTER (WHERE \(holds(read)))"
            let value = figure.field.hasSameCodePoints(as: "对象编号") ? "t.subject" : RegisterSQL.value(figure.field)
            switch figure.method {
            case .count: return "0, count(*) \(condition) * 100"
            case .distinct: return "0, count(DISTINCT \(value)) \(condition) * 100"
            case .sum:
                let hundredths = "CAST(round(CAST(\(value) AS DOUBLE PRECISION) * 100) AS BIGINT)"
                return ["/", "%"].map { RegisterSQL.sum("\(hundredths) \($0) 1000000") + " " + condition }
                    .joined(separator: ", ")
            }
        }
        return NamedSQL("register figures", "SELECT \(columns.joined(separator: ", ")) \(existingInScope)")
    }

    /// The sum of whole numbers.
    private static func sum(_ numbers: String) -> String { "sum" + "(\(numbers))" }

    /// The entries by number: their own columns, place, state and the day since which it holds.
    func list(_ condition: Condition) -> NamedSQL {
        NamedSQL("register list", "\(selected) \(existingInScope) AND \(holds(condition)) ORDER BY t.number")
    }

    /// The entries that are overdue or due soon on a day.
    func late(on day: Day) -> NamedSQL {
        NamedSQL("register late", "\(selected) \(existingInScope) AND \(lateness(on: day)) > 0 ORDER BY t.number")
    }

    /// The entries with the names of what they refer to: what they are about, where they are, then each field that refers.
    var shown: NamedSQL { NamedSQL("register shown", "\(withNames) \(existingInScope) ORDER BY t.number") }

    /// The numbers of the entries that fulfil a condition.
    func numbers(_ condition: Condition) -> NamedSQL {
        NamedSQL("register numbers", "SELECT t.number \(existingInScope) AND \(holds(condition))")
    }

    /// The entries that exist about a subject, with the names.
    var shownAbout: NamedSQL {
        NamedSQL("register about", "\(withNames) \(existing) AND t.subject = :subject ORDER BY t.number")
    }

    /// The entry of a number, whether it exists on the day or not, with the names.
    var shownOne: NamedSQL { NamedSQL("register one", "\(withNames) \(numbered)") }

    /// The fields that refer to something, in the order of the columns behind the others.
    var referring: [RegisterField] { register.fields.filter { name(of: $0) != nil } }

    private var withNames: String {
        let names = [about, RegisterSQL.organization("t.place")] + referring.compactMap { name(of: $0) }
        return "\(selected), \(names.joined(separator: ", "))"
    }

    private var selected: String {
        "SELECT \(Layout.of(.entries).statements.columns), t.place, \(state.name), \(state.since)"
    }
}
