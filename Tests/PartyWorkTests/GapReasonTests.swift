import PartyWork
import Testing

/// Why poor households have no serving helper.
@Suite("The reasons of gaps")
struct GapReasonTests {
    private func row(_ number: String, _ state: HouseholdState, _ helpers: [(String, Service)]) -> HouseholdRow {
        HouseholdRow(
            household: Household(
                id: Household.ID(number), head: number, village: "422801100211", headcount: 3,
                identifiedOn: .earliest),
            villageName: "甲村", state: state,
            helpers: helpers.map { HouseholdRow.Helper(id: Person.ID($0.0), name: $0.0, service: $0.1) },
            lastVisitOn: nil)
    }

    @Test(
        "are the helper who no longer serves, the first of several, or that there is no pairing; most households first")
    func reasons() {
        let rows = [
            row("A", .poor, [("P", .left)]), row("B", .poor, []), row("C", .poor, [("Q", .left), ("P", .left)]),
            row("D", .poor, [("Q", .notArrived)]), row("E", .poor, [("P", .left), ("R", .serving)]),
            row("F", .lifted, []), row("G", .poor, [("Q", .notArrived)]),
        ]
        #expect(
            rows.gapReasons.map { "\($0.helper?.name ?? "-") \($0.households)" } == ["Q 2", "- 1", "P 1", "Q 1"])
        #expect([HouseholdRow]().gapReasons == [])
    }
}
