import PartyWork
import Testing

@Suite("The same thing twice") struct LikenessTests {
    private static let village: Code = "422801100211"
    private static let group: Code = "42280110021101"

    private static func activity(
        _ id: Activity.ID = "A", _ title: String = "学党章", _ people: [Person.ID] = [], kind: ActivityKind = .partyDay,
        at organization: Code = village, on day: String = "2016-06-01", household: Household.ID? = nil,
        voided: Bool = false
    ) -> AnyRecord {
        var activity = Activity(
            id: id, heldOn: Day(day) ?? .unset, kind: kind, organization: organization, title: title,
            participants: people,
            household: household)
        if voided { activity.voidedOn = Day(day) }
        return .activity(activity)
    }

    @Test(
        "an activity is like another of its kind, unit and day with its people or topic, and like no other",
        arguments: [
            (activity("B"), true), (activity("B", "学 党章"), true), (activity("B", "别的"), false),
            (activity("B", "别的", ["P", "Q"]), true), (activity("B", kind: .themeActivity), false),
            (activity("B", at: group), false), (activity("B", on: "2016-06-02"), false),
            (activity("B", voided: true), false),
            (activity("B", household: "H"), false),
        ])
    func activities(other: AnyRecord, isLike: Bool) {
        #expect(Self.activity("A", "学党章", ["Q", "P"]).isLike(other) == isLike)
        #expect(other.isLike(Self.activity("A", "学党章", ["Q", "P"])) == isLike)
    }

    @Test("visits to several households on one day are not the same, nor are topics without people")
    func visits() {
        let visit = Self.activity("A", "走访", ["P"], kind: .homeVisit, household: "H1")
        #expect(!visit.isLike(Self.activity("B", "走访", ["P"], kind: .homeVisit, household: "H2")))
        #expect(visit.isLike(Self.activity("B", "回访", ["P"], kind: .homeVisit, household: "H1")))
        #expect(!Self.activity("A", "一").isLike(Self.activity("B", "二")))
    }

    private static func person(_ name: String, _ code: Code, phone: String = "") -> AnyRecord {
        .person(Person(id: "P", name: name, organization: code, category: .member, phone: phone))
    }

    @Test("a person is like one of the name in the branch, unless two numbers tell them apart; elsewhere by the number")
    func people() {
        let person = Self.person("张三", Self.village, phone: "13800000001")
        #expect(person.isLike(Self.person("张 三", Self.group, phone: "13800000001")))
        #expect(person.isLike(Self.person("张三", Self.village)))
        #expect(!person.isLike(Self.person("张三", Self.village, phone: "13800000002")))
        #expect(person.isLike(Self.person("张三", "422801100212", phone: "13800000001")))
        #expect(!person.isLike(Self.person("张三", "422801100212")))
        #expect(!person.isLike(Self.person("张四", Self.village)))
    }

    @Test("households are like by village and head, cooperatives and organizations by place and name")
    func others() {
        func household(_ head: String, _ village: Code) -> AnyRecord {
            .household(
                Household(id: "H", head: head, village: village, headcount: 3, identifiedOn: .unset))
        }
        #expect(household("李巳", Self.village).isLike(household("李己", Self.village)))
        #expect(!household("李巳", Self.village).isLike(household("李己", "422801100212")))
        func cooperative(_ name: String, _ code: Code) -> AnyRecord {
            .cooperative(Cooperative(id: "C", name: name, organization: code))
        }
        #expect(cooperative("茶叶", Self.village).isLike(cooperative("茶叶", Self.village)))
        #expect(!cooperative("茶叶", Self.village).isLike(cooperative("茶叶", "422801100212")))
        func organization(_ name: String, _ code: Code, _ kind: OrganizationKind) -> AnyRecord {
            .organization(Organization(code: code, name: name, kind: kind))
        }
        let group = organization("一组", Self.group, .group)
        #expect(group.isLike(organization("一组", "42280110021102", .group)))
        #expect(!group.isLike(organization("一组", "42280110021201", .group)))
    }

    @Test("an edit that leaves a thing what it was need not be asked about")
    func edits() {
        let was = Self.activity("A", "学党章")
        #expect(!Act.correct(from: was, to: was).mayDouble)
        #expect(Act.correct(from: was, to: Self.activity("A", "学条例")).mayDouble)
        #expect(!Act.undo(entry: 1).mayDouble)
    }
}
