import Papers
import PartyWork
import Testing

/// What papers say where the screens speak English.
struct PaperLanguageTests {
    private static let day: Day = Day("2016-06-15").unsafelyUnwrapped

    private static var card: HouseholdCard {
        let household = Household(
            id: "H1", head: "Li", village: "100000001101", headcount: 3, cause: "illness",
            identifiedOn: day.adding(days: -800))
        let pairing = Pairing(household: "H1", helper: "P1", startedOn: day.adding(days: -700))
        let visit = Activity(
            id: "A1", heldOn: day.adding(days: -300), kind: .homeVisit, organization: "100000001101", title: "Talk",
            participants: ["P1"], household: "H1")
        return HouseholdCard(
            row: HouseholdRow(
                household: household, villageName: "A", state: .poor,
                helpers: [.init(id: "P1", name: "Wu", service: .serving)], lastVisitOn: visit.heldOn),
            pairings: [
                PairingRow(
                    pairing: pairing, head: "Li", helperName: "Wu", isActive: true, helperService: .serving,
                    state: .poor)
            ],
            visits: [
                ActivityRow(activity: visit, organizationName: "A", participantNames: ["Wu"], head: "Li")
            ])
    }

    @Test("papers are Chinese, whatever the screens speak") func papers() {
        let context = PaperContext(place: NamedScope(town: "镇", name: "甲村", code: "1"), asOf: Self.day, made: "")
        let status = StatusReport(Tallies(asOf: Self.day, scope: Scope(Code("")), scopeName: ""))
        let posts = PostReport([], scope: Scope(Code("")), scopeName: "", from: Self.day, asOf: Self.day)
        let make: () -> [Paper] = {
            PaperKind.allCases.map { $0.blank(on: Self.day) } + [
                .household(Self.card, context), .township(status, months: [], context),
                ChecklistReport(
                    asOf: Self.day, scope: Scope(Code("")), scopeName: "",
                    lines: [
                        .init(
                            Checklist(
                                id: "C1", name: "走访", subject: .member, period: .month,
                                startsOn: Self.day.adding(days: -100)), [],
                            asOf: Self.day)
                    ]
                ).paper(context),
                posts.paper(context),
            ]
        }
        #expect(Language.$current.withValue(.english, operation: make) == make())
    }
}
