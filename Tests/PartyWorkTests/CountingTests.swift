import Testing

@testable import PartyWork

@Suite("Counting")
struct CountingTests {
    @Test(
        "judges a count against a yearly target as the contract says",
        arguments: [
            (4, 4, "2016-01-01", ProgressState.done), (5, 4, "2016-12-31", .done), (3, 4, "2016-12-31", .overdue),
            // 4 × 182 ÷ 366 = 1.98: one is enough on 30 June of a leap year, two on 1 July.
            (1, 4, "2016-06-30", .onTrack), (0, 4, "2016-06-30", .behind), (2, 4, "2016-07-01", .onTrack),
            (1, 4, "2016-07-01", .behind), (1, 4, "2015-07-01", .onTrack), (1, 4, "2015-07-02", .behind),
            (0, 4, "2016-02-29", .onTrack), (0, 4, "2016-04-01", .behind), (3, 4, "2016-12-01", .dueSoon),
            (3, 4, "2016-11-30", .onTrack), (2, 4, "2016-12-01", .behind), (0, 1, "2016-12-30", .dueSoon),
            (0, 0, "2016-12-31", .notApplicable), (7, 0, "2016-01-01", .notApplicable),
        ])
    func state(done: Int, target: Int, day: String, state: ProgressState) throws {
        #expect(Progress(done: done, ofYearly: target, asOf: try #require(Day(day))).state == state)
    }

    @Test(
        "writes who is covered with the rate, and a dash for no one in scope",
        arguments: [(41, 43, "41/43 95.3%"), (43, 43, "43/43 100%"), (0, 2, "0/2 0.0%"), (0, 0, "—")])
    func figure(covered: Int, inScope: Int, text: String) {
        #expect(Coverage(covered: covered, inScope: inScope).figure == text)
    }

    @Test(
        "cuts a percentage and never rounds it up",
        arguments: [
            (9_997, 10_000, "99.9%"), (9_999, 10_000, "99.9%"), (10_000, 10_000, "100%"), (0, 10, "0.0%"), (0, 0, "—"),
            (2, 3, "66.6%"), (1, 1, "100%"), (1, 2_000, "0.0%"),
        ])
    func percentage(covered: Int, inScope: Int, text: String) {
        #expect(Coverage(covered: covered, inScope: inScope).percentage == text)
    }

    @Test(
        "says what a household is on a day",
        arguments: [
            ("2013-11-30", nil), ("2013-12-01", HouseholdState.poor), ("2015-12-30", .poor), ("2015-12-31", .lifted),
            ("2016-02-29", .lifted), ("2016-03-01", .poor), ("2016-05-31", .poor), ("2016-06-01", .closed),
        ])
    func household(on text: String, state: HouseholdState?) throws {
        let household = Household(
            id: "H1", head: "向某", village: "422801100211", headcount: 2, identifiedOn: try day("2013-12-01"),
            liftedOn: try day("2015-12-31"), returnedOn: try day("2016-03-01"), closedOn: try day("2016-06-01"))
        #expect(household.state(on: try day(text), earlier: []) == state)
    }

    @Test("takes a household that was lifted on the day of its return, or after it, as lifted")
    func liftedAgain() throws {
        var household = Household(
            id: "H1", head: "向某", village: "422801100211", headcount: 2, identifiedOn: try day("2013-12-01"),
            liftedOn: try day("2016-03-01"), returnedOn: try day("2016-03-01"))
        #expect(household.state(on: try day("2016-03-01"), earlier: []) == .lifted)
        household.liftedOn = try day("2016-04-01")
        #expect(household.state(on: try day("2016-03-15"), earlier: []) == .poor)
        #expect(household.state(on: try day("2016-04-01"), earlier: []) == .lifted)
    }

    @Test("takes an end date as the first day on which a thing no longer holds")
    func ends() throws {
        let end = try day("2016-06-30")
        let before = try day("2016-06-29")
        let person = Person(id: "P", name: "", organization: "4", category: .member, leftOn: end)
        #expect(person.serves(on: before) && !person.serves(on: end))
        let group = Organization(code: "4", name: "", kind: .group, foundedOn: before, dissolvedOn: end)
        #expect(group.exists(on: before) && !group.exists(on: end))
        let pairing = Pairing(household: "H", helper: "P", startedOn: before, endedOn: end, endReason: .reassigned)
        #expect(pairing.isActive(on: before) && !pairing.isActive(on: end))
        let mistaken = Pairing(household: "H", helper: "P", startedOn: before, endedOn: end, endReason: .enteredInError)
        #expect(!mistaken.isActive(on: before))
        let cooperative = Cooperative(id: "C", name: "", organization: "4", foundedOn: before, deregisteredOn: end)
        #expect(cooperative.isActive(on: before) && !cooperative.isActive(on: end))
    }

    @Test("counts disputes and deeds when resolved, hazards when found, voided activities never")
    func countingDates() throws {
        let held = try day("2016-06-01")
        let resolved = try day("2016-06-20")
        for kind in ActivityKind.allCases {
            var activity = Activity(
                id: "A", heldOn: held, kind: kind, organization: "4", title: "", resolvedOn: resolved)
            #expect(activity.countingDate == (kind == .dispute || kind == .deed ? resolved : held))
            activity.resolvedOn = nil
            #expect(activity.countingDate == (kind == .dispute || kind == .deed ? nil : held))
            activity.voidedOn = resolved
            #expect(activity.countingDate == nil)
        }
    }

    @Test("takes the only township as the scope, of several the county they share, else the city, else the province")
    func standardScope() {
        #expect(Scope.standard(townships: []) == nil)
        #expect(Scope.standard(townships: ["422801100"])?.prefix == "422801100")
        #expect(Scope.standard(townships: ["422801100", "422801101"])?.prefix == "422801")
        #expect(Scope.standard(townships: ["422801100", "422802101"])?.prefix == "4228")
        #expect(Scope.standard(townships: ["422801100", "421000100"])?.prefix == "42")
        #expect(Scope.standard(townships: ["422801100", "510000100"]) == nil)
        #expect(Scope("") == nil && Scope("4228a") == nil && Scope("123456789012345") == nil)
    }

    @Test("asks for last month's 主题党日 at once, and for this month's in its last seven days")
    func partyDays() throws {
        #expect(try stateOfMissing("2016-05-01", asOf: "2016-06-01") == .overdue)
        #expect(try stateOfMissing("2016-06-01", asOf: "2016-06-23") == .onTrack)
        #expect(try stateOfMissing("2016-06-01", asOf: "2016-06-24") == .dueSoon)
        #expect(try stateOfMissing("2016-06-01", asOf: "2016-06-30") == .dueSoon)
        #expect(try stateOfMissing("2016-02-01", asOf: "2016-02-23") == .dueSoon)
    }

    /// The state of a month without the activity.
    private func stateOfMissing(_ first: String, asOf date: String) throws -> ProgressState {
        Span.month(of: try day(first)).state(0, of: Requirement.partyDay.target, asOf: try day(date))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
