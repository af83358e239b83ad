import PartyWork

/// The statements over the entries of registers: one for the counts of all, one for all their figures, one for a list.
extension RegisterSQL {
    /// What counts and figures are about: which of some registers, and its SQL.
    private typealias Numbered = (offset: Int, element: RegisterSQL)

    /// For each of some registers, by its number among them: place, state, how many, how many overdue, how many due soon.
    ///
    /// It reads the index of what counts in its order. Those that have taken a step since the day are counted apart.
    static func tally(_ registers: [RegisterSQL], on day: Day) -> NamedSQL {
        union(
            "register tally",
            registers.enumerated().flatMap { number, sql in
                let last = sql.counting(number, .last, on: day, "\(sql.existingInScope) AND t.since <= :day")
                if sql.register.states.isEmpty { return [last] }
                return [last, sql.counting(number, .step, on: day, sql.steppedLater)]
            })
    }

    private func counting(_ number: Int, _ standing: Standing, on day: Day, _ rows: String) -> String {
        let sql = RegisterSQL(register, in: book, .own(standing))
        let late = sql.lateness(on: day)
        return """
            SELECT \(number), t.place, \(sql.state.name), count(*), count(*) FILTER (WHERE \(late) = 2),
                count(*) FILTER (WHERE \(late) = 1)
            \(rows) GROUP BY t.place, \(sql.state.name)
            """
    }

    /// For each of some registers, by its number among them, two columns for each figure, in millions of the last place and what is
    /// left: a sum of both together could be too large.
    ///
    /// - Returns: nil where there are no figures.
    /// - Throws: a `ConditionFault`.
    static func figures(_ registers: [RegisterSQL]) throws -> NamedSQL? {
        let most = registers.map(\.register.figures.count).max() ?? 0
        let parts = try registers.enumerated().filter { !$0.element.register.figures.isEmpty }.map { number, sql in
            let columns = try sql.register.figures.map { try sql.column(of: $0) }
            let none = [String](repeating: "0, 0", count: most - columns.count)
            return "SELECT \((["\(number)"] + columns + none).joined(separator: ", ")) \(sql.existingInScope)"
        }
        return parts.isEmpty ? nil : union("register figures", parts)
    }

    private func column(of figure: RegisterFigure) throws -> String {
        let condition = "FILTER (WHERE \(holds(try Condition(figure.condition, of: register))))"
        let value = figure.field.hasSameCodePoints(as: "对象编号") ? "t.subject" : text(of: figure.field)
        switch figure.method {
        case .count: return "0, count(*) \(condition) * 100"
        case .distinct: return "0, count(DISTINCT \(value)) \(condition) * 100"
        case .sum:
            let hundredths = "CAST(round(CAST(\(value) AS DOUBLE PRECISION) * 100) AS BIGINT)"
            return ["/", "%"].map { RegisterSQL.sum("\(hundredths) \($0) 1000000") + " " + condition }
                .joined(separator: ", ")
        }
    }

    private static func union(_ name: String, _ parts: [String]) -> NamedSQL {
        NamedSQL(name, parts.joined(separator: "\nUNION ALL\n"))
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

    /// The entries that fulfil a condition with the names of what they refer to: what they are about, where they are, then each field
    /// that refers.
    func shown(_ condition: Condition) -> NamedSQL {
        NamedSQL("register shown", "\(withNames) \(existingInScope) AND \(holds(condition)) ORDER BY t.number")
    }

    /// How many entries there are, and how many fulfil a condition.
    func trial(_ condition: Condition) -> NamedSQL {
        NamedSQL(
            "register trial", "SELECT count(*), count(*) FILTER (WHERE \(holds(condition))) \(existingInScope)")
    }

    /// Number, name, subject and place of some entries, the greatest numbers first.
    var newest: NamedSQL {
        NamedSQL(
            "register newest",
            "SELECT t.number, \(called), \(about), t.place \(existing) ORDER BY t.number DESC LIMIT :limit")
    }

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
