import PartyWork

/// Single rows that the rules of writing ask for.
extension NamedSQL {
    static let organizationKind = NamedSQL(
        "organization kind", "SELECT o.kind FROM organization o WHERE o.code = :code")
    static let personCategory = NamedSQL("person category", "SELECT p.category FROM person p WHERE p.id = :id")
    static let hasHousehold = NamedSQL("has household", "SELECT 1 FROM household h WHERE h.id = :id")

    /// Whether a household is poor and has no active pairing with a serving helper: the counts' own predicates.
    static let isGap = NamedSQL(
        "is gap",
        """
        SELECT 1 FROM household h
        WHERE h.id = :id AND \(Predicate.isPoor("h")) AND NOT \(Predicate.isCovered(household: "h"))
        """)

    /// Of households and days, an array of pairs, the places of those where the household is a gap on the day.
    static let gapsAmong = NamedSQL(
        "gaps among",
        gaps(
            "q.key FROM json_each(:asked) q", id: "json_extract(q.value, '$[0]')", day: "json_extract(q.value, '$[1]')")
    )

    /// Places of what is asked for, each with the number of a household and a day.
    static func gaps(_ asked: String, id: String, day: String) -> String {
        let isGap = "\(Predicate.isPoor("h")) AND NOT \(Predicate.isCovered(household: "h"))"
        return "SELECT \(asked) JOIN household h ON h.id = \(id) WHERE \(isGap.replacing(":day", with: day))"
    }
}

extension Session {
    /// The kind of an organization; nil if it is nowhere.
    func organizationKind(_ code: Code) throws -> OrganizationKind? {
        try first(.organizationKind, Parameters().with("code", code.digits)) { try $0.word(0) }
    }

    /// The category of a person; nil if the person is nowhere.
    func personCategory(_ id: Person.ID) throws -> PersonCategory? {
        try first(.personCategory, Parameters().with("id", id.text)) { try $0.word(0) }
    }

    func hasHousehold(_ id: Household.ID) throws -> Bool {
        try first(.hasHousehold, Parameters().with("id", id.text)) { _ in true } ?? false
    }

    /// Whether on a day a household is poor and has no serving helper.
    func isGap(_ id: Household.ID, on day: Day) throws -> Bool {
        try first(.isGap, Parameters(asOf: day).with("id", id.text)) { _ in true } ?? false
    }

    /// The places of those that are poor on their day and have no serving helper; all at once, because over a line each question takes as long
    /// as the line.
    func gaps(among households: [(id: Household.ID, day: Day?)]) throws -> Set<Int> {
        if households.isEmpty { return [] }
        var asked = "["
        for (id, day) in households {
            asked += asked.utf8.count > 1 ? ",[" : "["
            asked.appendJSON(id.text)
            asked += ","
            asked.appendJSON(day?.description ?? "")
            asked += "]"
        }
        return Set(try all(.gapsAmong, Parameters().with("asked", asked + "]")) { $0.integer(0) })
    }

    /// The earlier cycles of a household, the oldest first.
    func cycles(of household: Household.ID) throws -> [HouseholdCycle] {
        try all(.cyclesOfHousehold, Parameters().with("id", household.text)) { try $0.record() }
    }

    func pairings(of household: Household.ID) throws -> [Pairing] {
        try all(.pairingsOfHousehold, Parameters().with("id", household.text)) { try $0.record() }
    }
}

extension Statement {
    /// The first number of the first row; 0 if there is none.
    func firstInteger(_ values: [Value]) throws -> Int {
        try bind(values)
        return try first { $0.integer(0) } ?? 0
    }
}
