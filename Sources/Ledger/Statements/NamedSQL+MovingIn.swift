/// How much of a scope is there at a day, and which organizations lack what belongs to them (搬家).
extension NamedSQL {
    /// The organizations that exist, by kind; a person counts where 组织编码 says, which is what lists bring along.
    static let movedOrganizations = NamedSQL(
        "moved organizations",
        """
        SELECT o.kind, count(*), count(*) FILTER (WHERE o.leader IS NULL),
            count(*) FILTER (WHERE NOT EXISTS
                (SELECT 1 FROM organization g WHERE g.parent = o.code AND \(Predicate.exists("g")))),
            count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM person s
                WHERE s.organization >= o.code AND s.organization < o.code || ':' AND \(Predicate.serves("s")))),
            count(*) FILTER (WHERE NOT EXISTS
                (SELECT 1 FROM household h WHERE h.village = o.code AND \(Predicate.isKept("h"))))
        FROM organization o WHERE \(Predicate.isInScope("o.code")) AND \(Predicate.exists("o"))
        GROUP BY o.kind ORDER BY o.kind
        """)

    /// The rows of the other tables.
    static let movedRows = NamedSQL(
        "moved rows",
        """
        SELECT count(*),
            (SELECT count(*) FROM person s WHERE s.is_committee = 1 AND \(Predicate.isInScope("s.organization"))
                AND \(Predicate.serves("s"))),
            (SELECT count(*) FROM household h WHERE \(Predicate.isInScope("h.village")) AND \(Predicate.isKept("h"))),
            (SELECT count(*) FROM cooperative c WHERE \(Predicate.isInScope("c.organization"))
                AND \(Predicate.isRegistered("c"))),
            (SELECT count(*) FROM activity a WHERE \(Predicate.isInScope("a.organization"))
                AND \(Predicate.isCounted("a")))
        FROM person m WHERE \(Predicate.isInScope("m.organization")) AND \(Predicate.serves("m"))
        """)
}
