import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// The plans of a branch's statements on a server (POSTGRES.md, speed): for a whole town, reading tables from end to end is right there.
@Suite("Query plans on a server") struct ServerPlanTests {
    private static let values = [
        ":scope": "100000001102", ":end": "100000001102:", ":day": "2016-06-30", ":first": "2016-01-01",
        ":month": "2016-06-01",
        ":asof": "2016-06-30", ":from": "2016-01-01", ":until": "2016-06-30", ":to": "2016-06-30",
        ":begin": "2016-01-01",
        ":close": "2016-06-30", ":key": "2016-06", ":january": "2016-01", ":code": "100000001102", ":before": "5",
        ":limit": "5",
        ":entry": "1", ":after": "1", ":number": "1", ":kind": "主题党日", ":on": "2016-06-01",
    ]

    /// What grows with a town, and has rows here: of what is empty a plan says nothing.
    private static let large = [
        "person", "household", "pairing", "activity", "activity_participant",
        "journal_change",
        "journal_rows", "entry", "entry_step",
    ]

    @Test("every statement that runs on tables which grow with the town reaches them by an index")
    func searches() throws {
        let lease = TestEngine.Lease()
        func village(_ number: Int) -> Code { number % 20 == 0 ? Town.otherVillage : Town.village }
        let people = (0..<400).map { AnyRecord.person(Person.ID("P\($0)"), village($0)) }
        let households = (0..<800).map { AnyRecord.household(Household.ID("H\($0)"), village($0)) }
        let pairings = (0..<800).map { AnyRecord.pairing(Household.ID("H\($0)"), Person.ID("P\($0 % 400)")) }
        let activities = (0..<800).map { number in
            AnyRecord.activity(
                Activity.ID("A\(number)"), number % 2 == 0 ? .partyDay : .researchVisit, village(number),
                on: "2016-06-01",
                [Person.ID("P\(number % 400)")])
        }
        let ledger = try Town(people + households + pairings + activities, in: .open(path: lease.address())).ledger
        // The list of all pairings, and the gaps among many households, merge two indexes by household, which reads one of them whole.
        for query in PlanTests.statements where !["pairing rows", "gaps among"].contains(query.name) {
            let plan = try plan(of: query, ledger)
            #expect(Self.faults(plan).isEmpty, "\(query.name): \(Self.faults(plan))")
        }
    }

    @Test("every statement is open to whoever only reads: telephones too, as they are shown to them")
    func open() throws {
        let lease = TestEngine.Lease()
        let officers = try ServerOfficers(lease)
        let ledger = try officers.desk(.viewer).ledger
        for query in PlanTests.statements {
            #expect(throws: Never.self, "\(query.name)") { try plan(of: query, ledger) }
        }
        let roll = try ledger.pairingRoll(in: Scope(Town.township), asOf: Town.today)
        let phones = roll.households.flatMap { roll.helpers(of: $0.household.id).map(\.phone) }
        #expect(phones == ["139****0001", "139****0009"])
    }

    private func plan(of query: NamedSQL, _ ledger: Ledger) throws -> [String] {
        try ledger.reading { db in
            try db.execute("SET LOCAL enable_seqscan = off")
            let statement = try db.statement("EXPLAIN (COSTS OFF) " + db.connection.dialect.text(query.sql))
            try statement.bind(statement.cursor.parameters.map { .text(Self.values[$0 ?? ""] ?? "1") })
            return try statement.rows { $0.text(0) }
        }
    }

    /// The reaches into large tables without a condition on an index.
    private static func faults(_ plan: [String]) -> [String] {
        plan.indices.filter { place in
            guard
                let table = large.first(where: {
                    plan[place].contains(" on \($0) ") || plan[place].hasSuffix(" on \($0)")
                })
            else {
                return false
            }
            if plan[place].contains("Seq Scan on \(table)") { return true }
            // The index of committee members has no others.
            if plan[place].contains("Bitmap") || plan[place].contains("using person_committee ") { return false }
            let rest = plan[(place + 1)...].prefix { !$0.contains("->") }
            return !rest.contains { $0.contains("Index Cond:") }
        }.map { plan[$0] }
    }
}
