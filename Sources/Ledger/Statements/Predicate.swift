/// Which rows count at a day, each rule once (CONTRACT section 2).
///
/// An end date is the first day on which the thing no longer holds. Every statement takes its conditions from here, the
/// lists behind a figure too.
///
/// `table` is the alias of the row judged; the day is bound as `:day`, the firsts of its year and month as `:first` and
/// `:month`, the scope as `:scope` and `:end`.
enum Predicate {
    /// An organization that exists.
    static func exists(_ table: String, on day: String = ":day") -> String {
        isHeld(table, from: "founded_on", until: "dissolved_on", on: day)
    }

    /// A person who serves.
    static func serves(_ table: String, on day: String = ":day") -> String {
        isHeld(table, from: "arrived_on", until: "left_on", on: day)
    }

    /// A cooperative that is active.
    static func isRegistered(_ table: String) -> String { isHeld(table, from: "founded_on", until: "deregistered_on") }

    /// A household that is `poor` or `lifted`: identified and not closed.
    static func isKept(_ table: String, on day: String = ":day") -> String {
        "(\(table).identified_on <= \(day) AND (\(table).closed_on IS NULL OR \(table).closed_on > \(day)))"
    }

    /// A household that is `poor`.
    ///
    /// 返贫 counts only when it comes after 脱贫; on the same day or before, it was lifted again.
    static func isPoor(_ table: String, on day: String = ":day") -> String {
        """
        (\(isKept(table, on: day)) AND (\(table).lifted_on IS NULL OR \(table).lifted_on > \(day)
            OR (\(table).returned_on > \(table).lifted_on AND \(table).returned_on <= \(day)))
            AND \(isOutsideCycles(table, on: day)))
        """
    }

    /// A household that no earlier cycle (户状态) holds as lifted; whether there are any is asked once a statement, so
    /// that a ledger without them pays nothing for each household.
    private static func isOutsideCycles(_ table: String, on day: String) -> String {
        """
        (NOT EXISTS (SELECT 1 FROM household_cycle)
            OR NOT EXISTS (SELECT 1 FROM household_cycle y
                WHERE y.household = \(table).id AND y.lifted_on <= \(day) AND y.returned_on > \(day)))
        """
    }

    /// A pairing that is active: begun, not ended, not entered in error.
    static func isActive(_ table: String, on day: String = ":day") -> String {
        """
        (\(table).started_on <= \(day) AND (\(table).ended_on IS NULL OR \(table).ended_on > \(day))
            AND coalesce(\(table).end_reason, '') <> '录入有误')
        """
    }

    /// A household with an active pairing whose helper serves.
    static func isCovered(household table: String, on day: String = ":day") -> String {
        """
        EXISTS (SELECT 1 FROM pairing p JOIN person s ON s.id = p.person
            WHERE p.household = \(table).id AND \(isActive("p", on: day)) AND \(serves("s", on: day)))
        """
    }

    /// A party member who serves.
    static func isMember(_ table: String, on day: String = ":day") -> String {
        "(\(table).category IN ('正式党员', '预备党员') AND \(serves(table, on: day)))"
    }

    /// A person who must be paired: a member who serves and is not exempt.
    static func mustBePaired(_ table: String, on day: String = ":day") -> String {
        "(\(table).exemption = '' AND \(isMember(table, on: day)))"
    }

    /// A dispute not resolved or a deed not completed, whatever year it was begun.
    static func isOpen(_ table: String) -> String {
        """
        (\(table).kind IN ('矛盾纠纷', '办实事') AND \(table).held_on <= :day AND \(table).voided_on IS NULL
            AND (\(table).resolved_on IS NULL OR \(table).resolved_on > :day))
        """
    }

    /// The branch of the dated membership (任职, 党员关系) that holds for a member, of several the one that began last; NULL for
    /// whoever has none, and whose 组织编码 holds.
    static func membership(of table: String, on day: String = ":day") -> String {
        "(SELECT g.organization \(memberships(of: table, on: day)) ORDER BY g.started_on DESC, g.organization DESC LIMIT 1)"
    }

    private static func memberships(of table: String, on day: String) -> String {
        """
        FROM post g
            WHERE g.person = \(table).id AND \(table).category IN ('正式党员', '预备党员') AND \(isMembership("g", on: day))
        """
    }

    /// A post that is a membership and is held.
    private static func isMembership(_ table: String, on day: String) -> String {
        """
        (\(table).kind = '党员关系' AND \(table).started_on <= \(day)
            AND (\(table).ended_on IS NULL OR \(table).ended_on > \(day)))
        """
    }

    /// The people who belong to a scope at the day: those by 组织编码, and those by a dated membership.
    ///
    /// Two searches, each by its index; the rows of both together are they.
    ///
    /// - Parameter isInside: says of a column with codes that they lie in the scope, or in another range of codes.
    static func belonging(
        _ table: String, on day: String = ":day", _ isInside: (String) -> String = isInScope
    ) -> [Belonging] {
        let membership = membership(of: table, on: day)
        return [
            Belonging(
                organization: "\(table).organization",
                condition:
                    "\(isInside("\(table).organization")) AND NOT EXISTS (SELECT 1 \(memberships(of: table, on: day)))"),
            Belonging(
                organization: membership,
                condition: """
                    \(table).id IN (SELECT n.person FROM post n
                        WHERE \(isInside("n.organization")) AND \(isMembership("n", on: day)))
                        AND \(isInside(membership))
                    """),
        ]
    }

    /// The households that lie in a scope at the day: those by 村编码, and those by a village that was merged later (户原村).
    static func lying(
        _ table: String, on day: String = ":day", _ isInside: (String) -> String = isInScope
    ) -> [Belonging] {
        let former = Former(table: "household_place", owner: "household", place: "village", of: "\(table).id")
        return former.belonging("\(table).village", on: day, isInside)
    }

    /// The cooperatives that belong to a scope at the day: those by 组织编码, and those by an earlier one (社原属).
    static func owned(_ table: String, _ isInside: (String) -> String = isInScope) -> [Belonging] {
        let former = Former(
            table: "cooperative_place", owner: "cooperative", place: "organization", of: "\(table).code")
        return former.belonging("\(table).organization", on: ":day", isInside)
    }

    /// A table of places that held until a day.
    private struct Former {
        let table: String
        let owner: String
        let place: String
        /// The key of the row asked about.
        let key: String

        init(table: String, owner: String, place: String, of key: String) {
            self.table = table
            self.owner = owner
            self.place = place
            self.key = key
        }

        /// Whether there are any is asked once a statement, so that a ledger without them pays nothing for each row.
        func belonging(_ present: String, on day: String, _ isInside: (String) -> String) -> [Belonging] {
            let held = "\(table) f WHERE f.\(owner) = \(key) AND f.ended_on > \(day)"
            let earlier = "(SELECT f.\(place) FROM \(held) ORDER BY f.ended_on LIMIT 1)"
            return [
                Belonging(
                    organization: present,
                    condition: """
                        \(isInside(present)) AND (NOT EXISTS (SELECT 1 FROM \(table))
                            OR NOT EXISTS (SELECT 1 FROM \(held)))
                        """),
                Belonging(
                    organization: earlier,
                    condition: """
                        \(key) IN (SELECT n.\(owner) FROM \(table) n WHERE \(isInside("n.\(place)")) AND n.ended_on > \(day))
                            AND \(isInside(earlier))
                        """),
            ]
        }
    }

    /// How rows of a table belong to a scope.
    struct Belonging: Sendable {
        /// What says where a row belongs.
        let organization: String
        /// Whether that lies in the scope.
        let condition: String

        init(organization: String, condition: String) {
            self.organization = organization
            self.condition = condition
        }

        /// Rows of all ways to belong, one after the other.
        static func union(_ ways: [Belonging], _ rows: (Belonging) -> String) -> String {
            ways.map(rows).joined(separator: "\nUNION ALL\n")
        }

        /// By a column alone.
        init(column: String) { self.init(organization: column, condition: isInScope(column)) }
    }

    /// A person with an active pairing to a household, wherever, that is poor or lifted.
    static func isCovered(member table: String, on day: String = ":day") -> String {
        """
        EXISTS (SELECT 1 FROM pairing p JOIN household k ON k.id = p.household
            WHERE p.person = \(table).id AND \(isActive("p", on: day)) AND \(isKept("k", on: day)))
        """
    }

    /// A household with a 帮扶走访 from the first of the month to the day.
    static func isVisited(household table: String) -> String {
        """
        EXISTS (SELECT 1 FROM activity v
            WHERE v.household = \(table).id AND v.kind = '帮扶走访' AND v.counted_on BETWEEN :month AND :day)
        """
    }

    /// An activity that counts in the window: from the first of the year to the day.
    static func isCounted(_ table: String) -> String { "\(table).counted_on BETWEEN :first AND :day" }

    /// A column with codes within the scope.
    static func isInScope(_ column: String) -> String { "(\(column) >= :scope AND \(column) < :end)" }

    private static func isHeld(
        _ table: String, from start: String, until end: String, on day: String = ":day"
    ) -> String {
        """
        ((\(table).\(start) IS NULL OR \(table).\(start) <= \(day))
            AND (\(table).\(end) IS NULL OR \(table).\(end) > \(day)))
        """
    }
}
