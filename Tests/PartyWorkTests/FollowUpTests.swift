import Testing

@testable import PartyWork

@Suite("A follow-up")
struct FollowUpTests {
    private let day = on("2016-06-30")
    private let branch: Code = "422801100211"

    private func gap(_ subject: Gap.Subject) -> Gap {
        Gap(state: .behind, organization: branch, subject: subject, name: "某", done: 0, target: 1)
    }

    @Test("names a line of the worklist by what is missing, whom from and in which period")
    func keys() {
        let month = AskedPeriod(.month(of: on("2016-02-01")), held: [], asOf: day)
        let list = Checklist(id: "Q1", name: "走访", subject: .household, period: .month, startsOn: on("2016-01-01"))
        let asked = Obligation(
            checklist: list, subject: .household("H1"), name: "某", organization: branch, span: .month(of: day),
            count: 0,
            lastOn: nil, waiver: nil, asOf: day)
        let inspected = Obligation(
            checklist: list, subject: .entry("0001"), name: "某", organization: branch, span: .month(of: day), count: 0,
            lastOn: nil, waiver: nil, asOf: day)
        let made = [
            gap(.household("H1")), gap(.member("P1")), gap(.visitor("P1")), gap(.branch(branch)),
            gap(.partyDay(branch, month)), gap(.item("42280110021101", .deed)), gap(.obligation(asked)),
            gap(.obligation(inspected)),
        ].map { FollowUp(of: $0, asOf: day) }
        #expect(
            made == [
                FollowUp("结对", household: "H1"), FollowUp("结对", person: "P1"),
                FollowUp("专题调研", person: "P1", within: on("2016-12-31")),
                FollowUp("主题活动", organization: branch, within: on("2016-12-31")),
                FollowUp("主题党日", organization: branch, within: on("2016-02-29")),
                FollowUp("办实事", organization: "42280110021101", within: on("2016-12-31")),
                FollowUp("Q1", household: "H1", within: on("2016-06-30")),
                FollowUp("Q1/0001", organization: branch, within: on("2016-06-30")),
            ])
        #expect(Set(made.map(\.key)).count == made.count)
    }

    @Test("is found by its line, of this year and no other")
    func found() {
        let given = FollowUp("主题活动", organization: branch, within: on("2016-12-31"), officer: "李四", dueOn: day)
        let all = FollowUps([given])
        #expect(all.of(gap(.branch(branch)), asOf: day) == given)
        #expect(all.of(gap(.branch(branch)), asOf: on("2017-01-31")) == nil)
        #expect(all.of(gap(.branch("422801100212")), asOf: day) == nil)
        #expect(FollowUps().of(gap(.branch(branch)), asOf: day) == nil)
    }

    @Test("is late from the day after its own, and says so; the year only where it is another")
    func late() {
        let given = FollowUp("结对", household: "H1", officer: "李四", dueOn: day)
        #expect(given.said(on: day) == "李四 06-30 前" && given.said(on: on("2016-07-01")) == "李四 06-30 已过")
        #expect(given.said(on: on("2017-07-01")) == "李四 2016-06-30 已过")
        Language.$current.withValue(.english) {
            #expect(given.said(on: day) == "李四 by 06-30" && given.said(on: on("2016-07-01")) == "李四, was due 06-30")
        }
    }

    @Test("is about one person, household or organization, not about none or two")
    func one() throws {
        let cells: [Column: String] = [.matter: "结对", .follower: "李四", .dueOn: "2016-07-01"]
        for more: [Column: String] in [[:], [.personID: "P1", .householdID: "H1"]] {
            let faults = #expect(throws: RecordFaults.self) {
                try AnyRecord.read(.followUps, from: cells.merging(more) { $1 })
            }
            #expect(faults?.faults.map(\.fault) == [.notOneOf(FollowUp.subjects)])
            #expect(faults?.faults.first?.text.hasSuffix("「人员编号」「户编号」「组织编码」填一个，也只填一个") == true)
        }
        #expect(throws: Never.self) { try AnyRecord.read(.followUps, from: cells.merging([.personID: "P1"]) { $1 }) }
    }
}

private func on(_ text: String) -> Day { Day(text) ?? .earliest }
