import PartyWork
import Testing

@Suite("What happens to a household")
struct HouseholdRulesTests {
    private let today = day("2016-06-30")
    private let on = day("2016-06-20")
    private let village: Code = "422801100211"

    private func household(
        _ id: Household.ID = "H1", lifted: String? = nil, returned: String? = nil, closed: String? = nil,
        headcount: Int = 4
    ) -> Household {
        Household(
            id: id, head: "户主\(id)", village: village, headcount: headcount, cause: "因病",
            identifiedOn: day("2014-01-01"), liftedOn: lifted.map(day), returnedOn: returned.map(day),
            closedOn: closed.map(day))
    }

    private func history(_ household: Household, by helpers: [Person.ID] = ["P1"]) -> HouseholdHistory {
        let ids: [Person.ID] = ["P1", "P2", "P3"]
        let people = ids.map { id in
            Person(
                id: id, name: "名\(id)", organization: village, category: .member,
                leftOn: id == "P3" ? day("2016-01-01") : nil)
        }
        return HouseholdHistory(
            household: household, cycles: [],
            pairings: helpers.map { Pairing(household: household.id, helper: $0, startedOn: day("2015-01-01")) },
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }))
    }

    private func plan(
        _ event: HouseholdEvent, on text: String = "2016-06-20", of household: Household? = nil,
        by helpers: [Person.ID] = ["P1"], becoming: [Person.ID]? = nil, beside other: HouseholdHistory? = nil,
        village: Organization? = nil
    ) throws(Refusal) -> HouseholdPlan {
        let household = household ?? self.household()
        let change = HouseholdChange(household, event, on: day(text), helpers: becoming)
        return try HouseholdRules.plan(
            change, in: history(household, by: helpers), beside: other, village: village, today: today)
    }

    private func part(_ headcount: Int, by helpers: [Person.ID] = ["P1"]) -> HouseholdEvent {
        .split(.init(id: "H2", head: "新户主", headcount: headcount, helpers: helpers))
    }

    private func ended(_ helper: Person.ID, _ reason: PairingEndReason, of id: Household.ID = "H1") -> AnyRecord {
        .pairing(
            Pairing(household: id, helper: helper, startedOn: day("2015-01-01"), endedOn: on, endReason: reason))
    }

    private func begun(_ helper: Person.ID, of id: Household.ID = "H1") -> AnyRecord {
        .pairing(Pairing(household: id, helper: helper, startedOn: on))
    }

    // MARK: What is written

    @Test("a new head takes the place of the old, the number and the pairings stay") func newHead() throws {
        var after = household()
        after.head = "李某"
        after.headcount = 3
        let plan = try plan(.newHead("李某", headcount: 3, reason: "去世"))
        #expect(plan.rows.map(\.before) == [.household(household())])
        #expect(plan.rows.map(\.after) == [.household(after)])
    }

    @Test("a part becomes a household of its own from the day on, in the same state, and both headcounts are adjusted")
    func split() throws {
        var rest = household()
        rest.headcount = 3
        let new = Household(
            id: "H2", head: "新户主", village: village, headcount: 1, cause: "因病", identifiedOn: on)
        #expect(
            try plan(part(1)).rows.map(\.after) == [.household(new), .household(rest), begun("P1", of: "H2")])
        var lifted = new
        lifted.liftedOn = on
        #expect(try plan(part(1), of: household(lifted: "2015-12-31")).rows[0].after == .household(lifted))
    }

    @Test("its helpers stay with either or both") func splitHelpers() throws {
        let away = try plan(part(2, by: ["P1"]), by: ["P1", "P2"], becoming: ["P2"]).rows.map(\.after)
        #expect(away.suffix(2) == [ended("P1", .reassigned), begun("P1", of: "H2")])
        let replaced = try plan(part(2, by: ["P1"]), becoming: ["P2"]).rows.map(\.after)
        #expect(replaced.suffix(3) == [ended("P1", .reassigned), begun("P2"), begun("P1", of: "H2")])
    }

    @Test("a household merged is closed as 并户, its people and, if wanted, its helpers go to the other") func merged()
        throws
    {
        var closed = household()
        closed.closedOn = on
        closed.closedReason = "并户"
        let other = history(household("H2"), by: ["P2"])
        var joined = other.household
        joined.headcount = 8
        let rows: [AnyRecord] = [.household(closed), ended("P1", .householdClosed), .household(joined)]
        let alone = try plan(.merged(into: "H2", helpersFollow: false), beside: other)
        #expect(alone.rows.map(\.after) == rows)
        let together = try plan(.merged(into: "H2", helpersFollow: true), by: ["P1", "P3"], beside: other)
        #expect(together.rows.map(\.after).last == begun("P1", of: "H2"))
        #expect(together.rows.count == 5, "who no longer serves does not follow")
        let known = try plan(.merged(into: "H2", helpersFollow: true), by: ["P2"], beside: other)
        #expect(known.rows.count == 3, "who helps the other already stays as it is")
    }

    @Test("moving changes the village; helpers may be replaced on the same day") func moved() throws {
        let target = Organization(code: "422801100205", name: "二坡村", kind: .village)
        var after = household()
        after.village = target.code
        #expect(try plan(.moved(to: target.code), village: target).rows.map(\.after) == [.household(after)])
        let rows = try plan(.moved(to: target.code), becoming: ["P2"], village: target).rows.map(\.after)
        #expect(rows == [.household(after), ended("P1", .reassigned), begun("P2")])
    }

    @Test("lifting may end the pairings; lifting again keeps the former cycle") func lifted() throws {
        var after = household()
        after.liftedOn = on
        #expect(try plan(.lifted).rows.map(\.after) == [.household(after)])
        #expect(try plan(.lifted, becoming: []).rows.map(\.after) == [.household(after), ended("P1", .lifted)])
        let again = try plan(.lifted, of: household(lifted: "2014-06-01", returned: "2015-01-01")).rows.map(\.after)
        let cycle = HouseholdCycle(household: "H1", liftedOn: day("2014-06-01"), returnedOn: day("2015-01-01"))
        #expect(again == [.householdCycle(cycle), .household(after)])
    }

    @Test("a return is saved with or without a helper, and warns of the gap") func returned() throws {
        let lifted = household(lifted: "2015-12-31")
        var after = lifted
        after.returnedOn = on
        let covered = try plan(.returned, of: lifted)
        #expect(covered.rows.map(\.after) == [.household(after)] && covered.warnings == [])
        #expect(try plan(.returned, of: lifted, by: [], becoming: ["P2"]).warnings == [])
        #expect(try plan(.returned, of: lifted, by: ["P3"]).warnings == [.returnedUncovered(head: "户主H1")])
    }

    @Test("closing ends the pairings with it, also of a poor household") func closed() throws {
        var after = household()
        after.closedOn = on
        after.closedReason = "死亡"
        let rows = try plan(.closed(reason: "死亡"), by: ["P1", "P2"]).rows.map(\.after)
        #expect(rows == [.household(after), ended("P1", .householdClosed), ended("P2", .householdClosed)])
    }

    // MARK: What is refused

    @Test(
        "a closed household goes through nothing more, a lifted one is not lifted, a poor one does not return",
        arguments: [
            (.newHead, "closed", .closed(on: day("2016-05-01"))), (.split, "closed", .closed(on: day("2016-05-01"))),
            (.closed, "closed", .closed(on: day("2016-05-01"))), (.lifted, "lifted", .lifted(on: day("2015-12-31"))),
            (.returned, "lifted", nil), (.returned, "poor", .poor), (.returned, "returned", .poor),
            (.lifted, "returned", nil), (.split, "single", .indivisible), (.merged, "single", nil),
            (.moved, "lifted", nil), (.closed, "poor", nil),
        ] as [(HouseholdEvent.Kind, String, HouseholdObstacle?)])
    func obstacles(kind: HouseholdEvent.Kind, state: String, obstacle: HouseholdObstacle?) throws {
        let households = [
            "poor": household(), "lifted": household(lifted: "2015-12-31"), "single": household(headcount: 1),
            "returned": household(lifted: "2015-12-31", returned: "2016-03-01"),
            "closed": household(closed: "2016-05-01"),
        ]
        #expect(HouseholdRules.obstacle(to: kind, try #require(households[state])) == obstacle)
    }

    @Test("an obstacle is a refusal") func obstacleThrown() {
        #expect(throws: Refusal.household(.poor)) { try plan(.returned) }
        #expect(throws: Refusal.household(.closed(on: day("2016-05-01")))) {
            try plan(.closed(reason: ""), of: household(closed: "2016-05-01"))
        }
    }

    @Test(
        "its day is neither in the future nor before the last change of state",
        arguments: [
            (.lifted, "2016-07-01", .inFuture(.liftedOn, day("2016-07-01"))),
            (.lifted, "2013-12-31", .faults([FieldFault(.liftedOn, .before(.identifiedOn, day("2014-01-01")))])),
            (
                .closed(reason: ""), "2013-12-31",
                .faults([FieldFault(.closedOn, .before(.identifiedOn, day("2014-01-01")))])
            ),
            (
                .newHead("李某", headcount: 3, reason: ""), "2013-12-31",
                .faults([FieldFault(.heldOn, .before(.identifiedOn, day("2014-01-01")))])
            ),
        ] as [(HouseholdEvent, String, Refusal)])
    func days(event: HouseholdEvent, text: String, refusal: Refusal) {
        #expect(throws: refusal) { try plan(event, on: text) }
    }

    @Test("a return lies after the day of lifting, a lifting not before the return, a closing not before either")
    func daysOfStates() {
        let lifted = household(lifted: "2015-12-31")
        let returned = household(lifted: "2015-12-31", returned: "2016-03-01")
        let afterLift = Refusal.faults([FieldFault(.returnedOn, .before(.liftedOn, day("2015-12-31")))])
        #expect(throws: afterLift) { try plan(.returned, on: "2015-12-31", of: lifted) }
        #expect(throws: afterLift) { try plan(.returned, on: "2015-12-30", of: lifted) }
        #expect(throws: Refusal.faults([FieldFault(.liftedOn, .before(.returnedOn, day("2016-03-01")))])) {
            try plan(.lifted, on: "2016-02-29", of: returned)
        }
        #expect(throws: Refusal.faults([FieldFault(.closedOn, .before(.returnedOn, day("2016-03-01")))])) {
            try plan(.closed(reason: ""), on: "2016-01-01", of: returned)
        }
    }

    @Test("from 1 to all but one person can split off", arguments: [(0, false), (1, true), (3, true), (4, false)])
    func parts(headcount: Int, isFine: Bool) {
        let fault = FieldFault(.headcount, .notANumber(String(headcount), range: 1...3))
        if isFine {
            #expect(throws: Never.self) { try plan(part(headcount)) }
        } else {
            #expect(throws: Refusal.faults([fault])) { try plan(part(headcount)) }
        }
    }

    @Test("不脱贫不脱钩: splitting and moving leave no poor household without a serving helper that had one")
    func noRelease() throws {
        let target = Organization(code: "422801100205", name: "二坡村", kind: .village)
        #expect(throws: Refusal.leavesPoorHousehold("H2", head: "新户主", on: on)) { try plan(part(1, by: [])) }
        #expect(throws: Refusal.leavesPoorHousehold("H1", head: "户主H1", on: on)) {
            try plan(part(1), becoming: [])
        }
        #expect(throws: Refusal.leavesPoorHousehold("H1", head: "户主H1", on: on)) {
            try plan(.moved(to: target.code), becoming: [], village: target)
        }
        // What was a gap before may stay one, and a lifted household may do without.
        #expect(throws: Never.self) { try plan(part(1, by: []), by: ["P3"]) }
        #expect(throws: Never.self) { try plan(part(1, by: []), of: household(lifted: "2015-12-31"), becoming: []) }
        #expect(throws: Refusal.helperGone(name: "名P3", leftOn: day("2016-01-01"))) {
            try plan(part(1, by: ["P3"]))
        }
    }

    @Test("a pairing that began after the day cannot have ended on it") func laterPairing() {
        let fault = FieldFault(.closedOn, .before(.startedOn, day("2015-01-01")))
        #expect(throws: Refusal.faults([fault])) { try plan(.closed(reason: ""), on: "2014-12-31") }
    }

    @Test("only with another open household, neither lifted where this one is poor") func mergers() {
        func refusal(_ other: Household, of own: Household? = nil) -> Refusal? {
            do throws(Refusal) {
                _ = try plan(.merged(into: other.id, helpersFollow: true), of: own, beside: history(other))
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(household()) == .household(.itself))
        #expect(
            refusal(household("H2", closed: "2016-05-01"))
                == .household(.otherClosed(head: "户主H2", on: day("2016-05-01"))))
        #expect(refusal(household("H2", lifted: "2015-12-31")) == .household(.poorIntoLifted(head: "户主H2")))
        #expect(refusal(household("H2", lifted: "2015-12-31"), of: household(lifted: "2015-12-31")) == nil)
        #expect(refusal(household("H2"), of: household(lifted: "2015-12-31")) == nil)
        let later = FieldFault(.closedOn, .before(.liftedOn, day("2016-06-25")))
        #expect(
            refusal(household("H2", lifted: "2016-06-25"), of: household(lifted: "2015-12-31")) == .faults([later]))
    }

    @Test("only to another village of the town that is there on the day; and no head follows themselves")
    func unchanged() {
        func refusal(_ target: Organization) -> Refusal? {
            do throws(Refusal) {
                _ = try plan(.moved(to: target.code), village: target)
                return nil
            } catch {
                return error
            }
        }
        let own = Organization(code: village, name: "店子槽村", kind: .village)
        #expect(refusal(own) == .faults([FieldFault(.village, .unchanged)]))
        let gone = Organization(
            code: "422801100205", name: "二坡村", kind: .village, dissolvedOn: day("2016-06-20"))
        #expect(refusal(gone) == .household(.noVillage(name: "二坡村", on: on)))
        let away = Organization(code: "422801101205", name: "外镇村", kind: .village)
        #expect(refusal(away) == .household(.otherTownship(village: "外镇村")))
        #expect(throws: Refusal.faults([FieldFault(.village, .nowhere("422801100299"))])) {
            try plan(.moved(to: "422801100299"))
        }
        #expect(throws: Refusal.faults([FieldFault(.head, .unchanged)])) {
            try plan(.newHead("户主H1", headcount: 4, reason: ""))
        }
    }
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
    return day
}
