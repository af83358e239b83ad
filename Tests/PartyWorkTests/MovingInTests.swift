import PartyWork
import Testing

/// What each step of moving in says is there, and what it says is missing.
@Suite("Moving in")
struct MovingInTests {
    private var town: MovingIn {
        var moved = MovingIn()
        moved.organizations = [
            .init(.township, 1), .init(.village, 18, withoutGroups: 2, withoutPeople: 1, withoutHouseholds: 3),
            .init(.joint, 4, withoutLeader: 1), .init(.office, 2, withoutLeader: 2, withoutGroups: 2, withoutPeople: 1),
            .init(.group, 40, withoutPeople: 40),
        ]
        (moved.people, moved.committee, moved.households) = (900, 11, 1_200)
        (moved.paired, moved.members) = (Coverage(covered: 40, inScope: 43), Coverage(covered: 30, inScope: 32))
        return moved
    }

    @Test("says of an empty ledger that nothing is there, and what every step needs first")
    func empty() {
        let moved = MovingIn()
        #expect(MovingIn.Step.allCases.allSatisfy { moved.there($0).isEmpty })
        #expect(moved.missing(.organizations) == ["还没有乡镇党委", "还没有支部"])
        #expect(moved.missing(.people) == ["还没有标出镇班子成员"])
        #expect(moved.missing(.households) == ["还没有户"])
        #expect(moved.missing(.pairings) == ["还没有结对"])
    }

    @Test("counts what is missing of whom it is asked: groups of villages, leaders of joint branches")
    func lacking() {
        #expect(town.there(.organizations) == "乡镇 1，支部 24，党小组 40")
        #expect(town.missing(.organizations) == ["没有党小组的村 2 个", "没有牵头人的联合支部 1 个"])
        #expect(town.there(.people) == "900 人，班子成员 11")
        #expect(town.missing(.people) == ["没有一个人的支部 2 个"])
        #expect(town.missing(.households) == ["没有户的村 3 个"])
        #expect(town.there(.pairings) == "有帮扶人的贫困户 40/43")
        #expect(town.missing(.pairings) == ["没有帮扶人的贫困户 3 个", "没有结对的党员 2 个"])
    }

    @Test("is complete where nothing is missing")
    func complete() {
        var moved = town
        moved.organizations = [.init(.township, 1), .init(.village, 1), .init(.group, 1)]
        (moved.paired, moved.members) = (Coverage(covered: 3, inScope: 3), Coverage(covered: 1, inScope: 1))
        (moved.cooperatives, moved.activities) = (1, 1)
        #expect(MovingIn.Step.allCases.flatMap(moved.missing) == [])
    }
}
