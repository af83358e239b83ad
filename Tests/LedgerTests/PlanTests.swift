import Foundation
import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("Query plans") struct PlanTests {
    /// Every statement that runs on tables which grow with the town.
    static let statements: [NamedSQL] =
        [
            .organizations, .activityTally, .householdCoverage, .uncoveredHouseholds, .memberCoverage,
            .uncoveredMembers,
            .cooperatives, .founders, .others, .committee, .countedActivities, .countedVisits, .assignedCommittee,
            .townships, .scopeExists,
            .organizationName,
            .householdRows, .householdRow, .helpers, .rollHelpers, .helpersOfHousehold, .personRows, .personRow,
            .organizationRows,
            .cooperativeRows, .activityRows, .visitsOfHousehold, .activitiesOfPerson, .pairingsOfHousehold,
            .pairingsOfPerson, .openFiveOnes, .keptHouseholds, .recordedByMonth, .organizationKind, .personCategory,
            .hasHousehold,
            .isGap, .gapsAmong,
            .isCoveredPoor, .laterPairingChanges, .laterHelperChanges, .changesOfEntry, .importedRows, .journalPage,
            .journalOfRecord,
            .undos, .activitiesOfDay, .householdsOfVillage, .peopleOfBranch, .cooperativesOfBranch,
            .organizationsBelow, .pairingRows, .hasLaterEntry, .cyclesOfHousehold, .notesOfHousehold, .postsOfPerson,
            .postsInScope, .hasMarks, .ticksOfSubject, .waiversOfSubject, .monthTally, .monthActivities,
            .yearActivities,
            .countedMonths, .pendingMonths, .stepsOfMonth, .stepsOfYear, .signedMonths, .organizationNames,
            .personNames, .householdNames, .notesOfHouseholds, .changedOrganizations, .cooperativeNames,
            .restrictedSight, .recentActivityNames, .movedOrganizations, .movedRows, .merges, .entriesAfter,
            .placesOfHousehold, .organizationsIn, .peopleIn, .postsIn, .householdsIn, .cooperativesIn, .openIn,
            .namingVillage,
            .lastEntry, .sealOfEntry, .townSecretary, .monthlyActivities, .monthlyHouseholds, .monthlyMembers,
            .signedMonthsOfScope,
        ] + ChecklistStatements.all.values.sorted { $0.tally.name < $1.tally.name }.flatMap { [$0.tally, $0.rows] }

    @Test("no statement reads a table from end to end", arguments: statements)
    func searches(_ query: NamedSQL) throws {
        #expect(try scans(plan(query)) == [], "\(query.name)")
    }

    /// The statements over a register that hangs on another and has everything of which they are made.
    private static func ofRegisters() throws -> [NamedSQL] {
        let definitions: [(TableSchema, [String])] = [
            (.registers, ["会议室借用", "后勤", "支部"]), (.registers, ["借用物品", "后勤", "会议室借用"]),
            (.registerFields, ["借用物品", "物品", "1", "文字"]), (.registerFields, ["借用物品", "件数", "2", "整数"]),
            (.registerFields, ["借用物品", "经手", "3", "人员"]),
            (.registerStates, ["借用物品", "借出", "1", "归还", "5"]), (.registerStates, ["借用物品", "归还", "2"]),
            (.registerFigures, ["借用物品", "件数", "1", "求和", "件数", "状态=借出"]),
            (.registerFigures, ["借用物品", "对象", "2", "去重", "对象编号"]),
        ]
        let rows = try definitions.compactMap { table, cells in
            try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: zip(table.columns, cells))).record
                as? DefinitionRow
        }
        let book = RegisterBook(rows)
        let register = try #require(book["借用物品"])
        let (sql, day) = (RegisterSQL(register, in: book), "2016-06-30" as Day)
        let condition = try Condition("状态=借出;件数>1", of: register)
        let both = [sql, RegisterSQL(try #require(book["会议室借用"]), in: book)]
        let figures = try #require(try RegisterSQL.figures(both))
        return [
            RegisterSQL.tally(both, on: day), figures, sql.list(condition), sql.late(on: day), sql.shown(condition),
            sql.trial(condition), sql.newest,
            sql.numbers(condition), sql.shownAbout, sql.shownOne, .journalOfEntry, .entriesOfRegister, .entriesAbout,
            .entriesWithoutSteps,
        ]
    }

    @Test("no statement of registers reads entries or steps of others")
    func registers() throws {
        for query in try Self.ofRegisters() { #expect(try scans(plan(query)) == [], "\(query.name)") }
    }

    @Test(
        "counts and figures of registers read one index alone, in its order, and steps only of entries that stepped later"
    )
    func countedEntries() throws {
        let counted = "USING COVERING INDEX entry_counted (register=? AND place>? AND place<?)"
        for query in try Self.ofRegisters().prefix(2) {
            let plan = try plan(query)
            #expect(plan.contains { $0.hasSuffix(counted) }, "\(query.name): \(plan)")
            let later = plan.filter {
                $0.contains("entry_step") || $0.hasPrefix("SEARCH s ") || $0.hasPrefix("SEARCH y ")
            }
            #expect(later.allSatisfy { $0.contains("USING PRIMARY KEY (register=? AND entry=?") }, "\(later)")
            #expect(!query.sql.contains("json_extract"), "\(query.sql)")
        }
        let sql = try Self.ofRegisters()[0].sql
        let last = sql.components(separatedBy: "UNION ALL").filter { !$0.contains("entry_step") }
        #expect(last.count == 2)
        for sql in last { #expect(try !plan(NamedSQL("last", sql)).contains { $0.contains("TEMP B-TREE") }) }
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
        // Of the households by former villages, and of villages.
        #expect(
            households.filter { $0.contains("TEMP B-TREE") }
                == Array(repeating: "USE TEMP B-TREE FOR GROUP BY", count: 2))
        let members = try plan(.memberCoverage)
        #expect(members.contains { $0.hasPrefix("SEARCH m USING COVERING INDEX person_organization") })
        #expect(members.contains { $0.hasPrefix("SEARCH g USING PRIMARY KEY (person=?") })
        #expect(
            members.contains {
                $0.hasPrefix("SEARCH n USING INDEX post_organization (organization>? AND organization<?")
            })
        let notes = try plan(.notesOfHouseholds)
        #expect(notes.contains { $0.hasPrefix("SEARCH c USING INDEX journal_change_note (table_name=?") })
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

    @Test("no act reads a table from end to end, and taking one back none either")
    func acts() throws {
        let town = try Town(.person("P"), .household("H"), .activity("A", .partyDay, Town.village, on: "2016-06-01"))
        let person = try #require(try town.ledger.record(.people, RecordKey("P")))
        let acts: [Act] = [
            .recordActivity(Town.partyDay()), .pair("H", "P", from: "2016-06-01"),
            .correct(from: person, to: try person.setting([.phone: "13900000000"])),
            .voidActivity("A", on: "2016-06-30", reason: "重复"),
        ]
        for act in acts {
            let statements = try traced(town.ledger) {
                let entry = try town.perform(act).entry
                try town.perform(.undo(entry: town.perform(.undo(entry: entry)).entry))
            }
            #expect(statements.count > 10)
            // Whether there is any is known after the first.
            let asked = ["month_step", "officer"].map { "SELECT EXISTS (SELECT 1 FROM \($0))" }
            for sql in statements where !asked.contains(sql) {
                #expect(try scans(plan(NamedSQL("traced", sql), town.ledger)) == [], "\(sql)")
            }
        }
    }

    /// The statements that run on a ledger's connection during a body, each once.
    private func traced(_ ledger: Ledger, _ body: () throws -> Void) throws -> Set<String> {
        let heard = Heard()
        try ledger.tracing({ heard.statements.insert($0) }, body)
        return heard.statements.filter { sql in
            ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains { sql.hasPrefix($0) }
        }
    }

    private final class Heard: @unchecked Sendable {
        var statements: Set<String> = []
    }

    private func plan(_ query: NamedSQL, _ ledger: Ledger? = nil) throws -> [String] {
        try (ledger ?? .inMemory()).reading { db in
            let statement = try db.statement("EXPLAIN QUERY PLAN " + query.sql)
            try statement.bind(statement.cursor.parameters.map { _ in .null })
            return try statement.rows { $0.text(3) }
        }
    }

    /// Full scans, but of what the statement made itself, of the few townships, and of whether there is any earlier cycle
    /// or former village.
    private func scans(_ plan: [String]) -> [String] {
        let small = [
            "SCAN CONSTANT ROW", "SCAN i", "SCAN n", "SCAN organizations", "SCAN o USING INDEX organization_township",
            "SCAN household_cycle", "SCAN villages", "SCAN cooperatives", "SCAN c", "SCAN q VIRTUAL TABLE INDEX 1:",
        ]
        let places = ["SCAN household_place USING COVERING INDEX", "SCAN cooperative_place USING COVERING INDEX"]
        return plan.filter { line in
            line.hasPrefix("SCAN") && !line.hasPrefix("SCAN \(TrendReport.length)") && !small.contains(line)
                && !places.contains { line.hasPrefix($0) }
        }
    }
}
