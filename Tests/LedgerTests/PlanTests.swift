import PartyWork
import Testing

@testable import Ledger

@Suite("Query plans") struct PlanTests {
    /// Every statement that runs on tables which grow with the town.
    static let statements: [NamedSQL] =
        [
            .organizations, .activityTally, .householdCoverage, .uncoveredHouseholds, .memberCoverage,
            .uncoveredMembers,
            .cooperatives, .founders, .committee, .assignedCommittee, .townships, .scopeExists, .organizationName,
            .householdRows, .householdRow, .helpers, .helpersOfHousehold, .personRows, .personRow, .organizationRows,
            .cooperativeRows, .activityRows, .visitsOfHousehold, .activitiesOfPerson, .pairingsOfHousehold,
            .pairingsOfPerson, .openFiveOnes, .keptHouseholds, .recordedByMonth, .organizationKind, .personCategory,
            .hasHousehold,
            .isGap,
            .isCoveredPoor, .laterPairingChanges, .laterHelperChanges, .changesOfEntry, .importedRows, .journalPage,
            .ownActs, .undos, .hasLaterEntry, .cyclesOfHousehold, .notesOfHousehold, .postsOfPerson,
            .postsInScope, .hasMarks, .ticksOfSubject, .waiversOfSubject, .monthTally, .monthActivities,
            .yearActivities,
            .countedMonths, .pendingMonths, .stepsOfMonth, .stepsOfYear, .signedMonths, .organizationNames,
            .personNames, .householdNames, .cooperativeNames, .recentActivityNames,
        ] + ChecklistStatements.all.values.sorted { $0.tally.name < $1.tally.name }.flatMap { [$0.tally, $0.rows] }

    @Test("no statement reads a table from end to end", arguments: statements)
    func searches(_ query: NamedSQL) throws {
        #expect(try scans(plan(query)) == [], "\(query.name)")
    }

    @Test("the counts of a town read indexes only, and sort no large table")
    func coveringIndexes() throws {
        #expect(
            try plan(.activityTally).contains {
                $0.hasPrefix(
                    "SEARCH a USING COVERING INDEX activity_counted (organization=? AND kind=? AND counted_on>?")
            })
        let households = try plan(.householdCoverage)
        #expect(households.contains { $0.hasPrefix("SEARCH h USING COVERING INDEX household_village") })
        #expect(households.contains { $0.hasPrefix("SEARCH v USING COVERING INDEX activity_household (household=?") })
        #expect(!households.contains { $0.contains("TEMP B-TREE") })
        let members = try plan(.memberCoverage)
        #expect(members.contains { $0.hasPrefix("SEARCH m USING COVERING INDEX person_organization") })
        #expect(members.contains { $0.hasPrefix("SEARCH p USING COVERING INDEX pairing_person (person=?") })
        let months = try plan(.countedMonths)
        #expect(months.contains { $0.hasPrefix("SEARCH a USING COVERING INDEX activity_counted (organization=?") })
        let pending = try plan(.pendingMonths)
        #expect(pending.contains { $0.hasPrefix("SEARCH a USING INDEX activity_pending (organization=?") })
    }

    @Test("the plans are the same on a ledger that has grown, which has no statistics")
    func grown() throws {
        let people = (0..<200).map { AnyRecord.person(Person.ID("P\($0)")) }
        let households = (0..<400).map { AnyRecord.household(Household.ID("H\($0)")) }
        let pairings = (0..<400).map { AnyRecord.pairing(Household.ID("H\($0)"), Person.ID("P\($0 % 200)")) }
        let town = try Town(people + households + pairings)
        for query in Self.statements {
            #expect(try plan(query, town.ledger) == plan(query), "\(query.name)")
        }
    }

    private func plan(_ query: NamedSQL, _ ledger: Ledger? = nil) throws -> [String] {
        try (ledger ?? .inMemory()).reading { db in
            try Prepared(db, "EXPLAIN QUERY PLAN " + query.sql).rows { $0.text(3) }
        }
    }

    /// Full scans, but of what the statement made itself, of the few townships, and of whether there is any earlier cycle.
    private func scans(_ plan: [String]) -> [String] {
        let small = [
            "SCAN i", "SCAN n", "SCAN organizations", "SCAN o USING INDEX organization_township",
            "SCAN household_cycle",
        ]
        return plan.filter { $0.hasPrefix("SCAN") && !small.contains($0) }
    }
}
