/// The counts of a scope at a day, one statement per group of figures (CONTRACT section 2).
extension NamedSQL {
    /// The branches and groups that exist.
    static let organizations = NamedSQL(
        "organizations",
        """
        SELECT o.code, o.name, o.kind FROM organization o
        WHERE \(Predicate.isInScope("o.code")) AND o.kind <> '乡镇党委' AND \(Predicate.exists("o"))
        ORDER BY o.code
        """)

    /// The branches that do not exist and the townships, with what is open in their groups and whether they have a
    /// household, a member, a cooperative or a group; a township's own codes end before those of its branches.
    static let others = NamedSQL(
        "other organizations",
        """
        SELECT o.code, o.name, o.kind, o.dissolved_on <= :day,
            (SELECT count(*) FROM activity a
                WHERE a.organization > o.code AND a.organization < \(after) AND \(Predicate.isOpen("a"))),
            \(has("household h", Predicate.lying("h") { "\($0) = o.code" }, Predicate.isKept("h")))
                OR \(has("person m", Predicate.belonging("m", isUnder), Predicate.isMember("m")))
                OR \(has("cooperative c", Predicate.owned("c", isUnder), Predicate.isRegistered("c")))
                OR EXISTS (SELECT 1 FROM organization g WHERE g.code > o.code AND g.code < \(after)
                    AND \(Predicate.exists("g")))
        FROM organization o
        WHERE \(Predicate.isInScope("o.code")) AND o.kind <> '党小组'
            AND (o.kind = '乡镇党委' OR NOT \(Predicate.exists("o")))
        ORDER BY o.code
        """)

    /// Whether a row of a table belongs to `o` and counts.
    private static func has(_ table: String, _ ways: [Predicate.Belonging], _ counts: String) -> String {
        ways.map { "EXISTS (SELECT 1 FROM \(table) WHERE \($0.condition) AND \(counts))" }.joined(separator: " OR ")
    }

    /// Whether a code is that of `o` or of what is within it.
    private static func isUnder(_ column: String) -> String { "(\(column) >= o.code AND \(column) < \(after))" }

    private static let after = "o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END"

    /// What counted from the first of the year to the day, on organizations that exist.
    ///
    /// Goes from each organization to its counted activities of each kind, so that neither the visits to households nor
    /// other years cost anything. `CROSS JOIN` keeps SQLite to this order; to PostgreSQL it is a plain join.
    static let activityTally = NamedSQL(
        "activity tally",
        """
        SELECT o.code, a.kind, CAST(substr(a.counted_on, 6, 2) AS INTEGER), count(*)
        FROM organization o CROSS JOIN activity a
        WHERE \(Predicate.isInScope("o.code")) AND o.kind <> '乡镇党委' AND \(Predicate.exists("o"))
            AND a.organization = o.code
            AND a.kind IN ('专题调研', '主题活动', '主题党日', '培养积极分子', '合理化建议', '安全隐患', '矛盾纠纷', '办实事')
            AND \(Predicate.isCounted("a"))
        GROUP BY 1, 2, 3
        """)

    /// The rows of one kind behind it, newest first.
    static let countedActivities = NamedSQL(
        "counted activities",
        """
        SELECT \(activityColumns)
        FROM organization o CROSS JOIN activity t LEFT JOIN household h ON h.id = t.household
            LEFT JOIN visit w ON w.activity = t.id
        WHERE \(Predicate.isInScope("o.code")) AND o.kind <> '乡镇党委' AND \(Predicate.exists("o"))
            AND t.organization = o.code AND t.kind = :kind AND \(Predicate.isCounted("t"))
        ORDER BY t.held_on DESC, t.id DESC
        """)

    /// The poor households of each village, those covered and those visited this month.
    static let householdCoverage = NamedSQL(
        "household coverage",
        """
        SELECT village, sum(households), sum(covered), sum(visited)
        FROM (\(poorHouseholds {
            """
            \($0) AS village, count(*) AS households,
                count(*) FILTER (WHERE \(Predicate.isCovered(household: "h"))) AS covered,
                count(*) FILTER (WHERE \(Predicate.isVisited(household: "h"))) AS visited
            """
        } end: { "GROUP BY \($0)" })) AS villages
        GROUP BY village
        """)

    /// The poor households without a serving helper.
    static let uncoveredHouseholds = NamedSQL(
        "uncovered households",
        poorHouseholds {
            "h.id, h.head, \($0)"
        } end: { _ in
            "AND NOT \(Predicate.isCovered(household: "h"))"
        })

    /// The poor households `h` of a scope; what is selected of them and how it ends is told the village.
    private static func poorHouseholds(_ selected: (String) -> String, end: (String) -> String) -> String {
        Predicate.Belonging.union(Predicate.lying("h")) { way in
            """
            SELECT \(selected(way.organization)) FROM household h
            WHERE \(way.condition) AND \(Predicate.isPoor("h")) \(end(way.organization))
            """
        }
    }

    /// The members of each branch, or of a township itself, who must be paired, and those who are.
    static let memberCoverage = NamedSQL(
        "member coverage",
        """
        SELECT substr(organization, 1, 12), sum(members), sum(covered)
        FROM (\(members {
            "\($0) AS organization, count(*) AS members, \(coveredMembers) AS covered"
        } end: { "GROUP BY \($0)" })) AS organizations
        GROUP BY 1
        """)

    private static let coveredMembers = "count(*) FILTER (WHERE \(Predicate.isCovered(member: "m")))"

    /// The members who must be paired and are not.
    static let uncoveredMembers = NamedSQL(
        "uncovered members",
        members {
            "m.id, m.name, \($0)"
        } end: { _ in
            "AND NOT \(Predicate.isCovered(member: "m"))"
        })

    /// The members `m` of a scope who must be paired; what is selected of them and how it ends is told the organization.
    private static func members(_ selected: (String) -> String, end: (String) -> String) -> String {
        Predicate.Belonging.union(Predicate.belonging("m")) { way in
            """
            SELECT \(selected(way.organization)) FROM person m
            WHERE \(way.condition) AND \(Predicate.mustBePaired("m")) \(end(way.organization))
            """
        }
    }

    /// The active cooperatives of each branch, or of a township itself.
    static let cooperatives = NamedSQL(
        "cooperatives",
        """
        SELECT substr(organization, 1, 12), count(*), count(*) FILTER (WHERE is_founded), sum(households_led)
        FROM (\(activeCooperatives {
            """
            \($0) AS organization, c.households_led,
                EXISTS (SELECT 1 FROM cooperative_founder f WHERE f.cooperative = c.code) AS is_founded
            """
        })) AS cooperatives
        GROUP BY 1
        """)

    /// The founders of active cooperatives, once per branch.
    static let founders = NamedSQL(
        "founders",
        """
        SELECT DISTINCT substr(c.organization, 1, 12), f.person
        FROM (\(activeCooperatives { "c.code, \($0) AS organization" })) AS c CROSS JOIN cooperative_founder f
        WHERE f.cooperative = c.code
        """)

    /// The active cooperatives `c` of a scope; what is selected of them is told the organization.
    private static func activeCooperatives(_ selected: (String) -> String) -> String {
        Predicate.Belonging.union(Predicate.owned("c")) { way in
            """
            SELECT \(selected(way.organization)) FROM cooperative c
            WHERE \(way.condition) AND \(Predicate.isRegistered("c"))
            """
        }
    }

    /// The serving committee members of the scope's townships, and their visits of the year, wherever these were.
    ///
    /// The scope bound here is at most a township: its members stand for every scope inside it too.
    static let committee = NamedSQL("committee", committeeVisits(of: Predicate.isInScope("p.organization")))

    /// Committee members to whom a village is assigned.
    static let assignedCommittee = NamedSQL(
        "assigned committee",
        committeeVisits(of: "p.id IN (SELECT w.person FROM person_village w WHERE w.village = :code)"))

    private static func committeeVisits(of members: String) -> String {
        """
        SELECT p.id, p.name, p.organization,
            (SELECT count(*) FROM activity_participant t CROSS JOIN activity a CROSS JOIN organization o
                WHERE t.person = p.id AND \(isVisit("t", "a", "o")))
        FROM person p
        WHERE p.is_committee = 1 AND \(members) AND \(Predicate.serves("p"))
        ORDER BY p.id
        """
    }

    /// The visits of one committee member that count, newest first.
    static let countedVisits = NamedSQL(
        "counted visits",
        """
        SELECT \(activityColumns)
        FROM activity_participant y CROSS JOIN activity t CROSS JOIN organization o
            LEFT JOIN household h ON h.id = t.household
            LEFT JOIN visit w ON w.activity = t.id
        WHERE y.person = :id AND \(isVisit("y", "t", "o"))
        ORDER BY t.held_on DESC, t.id DESC
        """)

    /// What one took part in as a visit that counts: a 专题调研 on a village or joint branch.
    private static func isVisit(_ participant: String, _ activity: String, _ host: String) -> String {
        """
        \(activity).id = \(participant).activity AND \(activity).kind = '专题调研' AND \(Predicate.isCounted(activity))
            AND \(host).code = \(activity).organization AND \(host).kind IN ('村党组织', '联合支部')
        """
    }

    /// The townships, for the scope of a request that names none.
    static let townships = NamedSQL(
        "townships", "SELECT o.code FROM organization o WHERE o.kind = '乡镇党委' ORDER BY o.code")

    /// Whether any organization lies in the scope.
    static let scopeExists = NamedSQL(
        "scope exists", "SELECT 1 FROM organization o WHERE \(Predicate.isInScope("o.code")) LIMIT 1")

    /// The name of an organization.
    static let organizationName = NamedSQL(
        "organization name", "SELECT o.name FROM organization o WHERE o.code = :code")
}
