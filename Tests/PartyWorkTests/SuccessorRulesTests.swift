import Testing

@testable import PartyWork

/// Who is suggested to take over a household.
struct SuccessorRulesTests {
    private let village: Code = "422801100211"
    private let day = Day("2016-06-20") ?? .earliest

    private func person(
        _ id: Person.ID, in organization: Code = "422801100211", _ category: PersonCategory = .member,
        households: Int = 0, exemption: String = "", arrivedOn: Day? = nil, service: Service = .serving
    ) -> PersonRow {
        let person = Person(
            id: id, name: id.text, organization: organization, category: category, arrivedOn: arrivedOn,
            exemption: exemption)
        return PersonRow(person: person, organizationName: "", service: service, households: households)
    }

    private func suggested(_ people: [PersonRow], needs: Int = 1) -> [String?] {
        let needs = (1...needs).map {
            SuccessorRules.Need(household: Household.ID("H\($0)"), village: village, from: day)
        }
        let found = SuccessorRules.suggestions(for: needs, besides: "P0", among: people)
        return needs.map { found[$0.household]?.person.id.text }
    }

    @Test("the member of the village with the fewest households is suggested, then the lower number")
    func memberVillage() {
        #expect(suggested([person("P2", households: 1), person("P4"), person("P3")]) == ["P3"])
    }

    @Test("a member of one of the village's party groups belongs to the village") func memberVillageParty() {
        #expect(suggested([person("P2", in: "42280110021103")]) == ["P2"])
    }

    @Test(
        "only party members are suggested",
        arguments: [
            PersonCategory.applicant, .resident,
        ])
    func onlyParty(category: PersonCategory) {
        #expect(suggested([person("P2", category)]) == [nil])
    }

    @Test("nobody from elsewhere, exempt, gone, arriving later, full or the helper is suggested") func nobodyElsewhere()
    {
        let people = [
            person("P0"), person("P1", in: "422801100212"), person("P2", exemption: "年老"), person("P3", service: .left),
            person("P4", arrivedOn: Day("2016-06-25")), person("P5", households: 5),
        ]
        #expect(suggested(people) == [nil])
    }

    @Test("households spread over the members, up to five each") func householdsSpread() {
        let people = [person("P2", households: 3), person("P3", households: 4)]
        #expect(suggested(people, needs: 4) == ["P2", "P2", "P3", nil])
    }

    @Test("a picker offers the fit first, then members of other branches, then everyone else who serves")
    func pickerOffers() {
        let people = [
            person("P1", .resident), person("P2", in: "422801100212"), person("P3", households: 2), person("P4"),
            person("P5", service: .left),
        ]
        let ranked = SuccessorRules.ranked(people, for: village, from: nil, besides: nil)
        #expect(ranked.map(\.person.id) == ["P4", "P3", "P2", "P1"])
    }

    @Test(
        "a telephone number keeps its head and tail only",
        arguments: [("13800000001", "138****0001"), ("0718-8220001", "071*****0001"), ("82200", "***00"), ("", "")])
    func telephoneNumber(phone: String, masked: String) {
        #expect(Person(id: "P1", name: "", organization: "", category: .member, phone: phone).maskedPhone == masked)
    }
}
