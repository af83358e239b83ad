import PartyWork
import Testing

@Suite("A report")
struct ReportTests {
    @Test("lists existing branches, and totals what lies outside them too")
    func status() throws {
        let report = StatusReport(try tallies())
        #expect(report.branches.map(\.name) == ["店子槽村", "茶叶联合支部"])
        let village = report.branches[0]
        #expect(village.groups == 2)
        #expect(village.visitsReceived == 3)
        #expect(village.themeActivity == Progress(done: 5, target: 4, state: .done))
        #expect(village.fiveOnes == Progress(done: 3, target: 10, state: .behind))
        #expect(village.partyDayMonths == [1, 3])
        #expect(village.cooperatives.founders == 2)
        let joint = report.branches[1]
        #expect(joint.themeActivity == Progress(done: 1, target: 0, state: .notApplicable))
        #expect(joint.fiveOnes.state == .notApplicable)
        #expect(report.totals.households == Coverage(covered: 9, inScope: 12))
        #expect(report.totals.cooperatives.founders == 2)
        #expect(report.totals.villages == 1 && report.totals.villagesDone == 1)
        #expect(report.totals.committeeDone == 0 && report.totals.committee == 1)
    }

    @Test("orders gaps by urgency, then organization, then subject; an item is behind where its branch is")
    func gaps() throws {
        let report = GapsReport(
            try tallies(), households: [Uncovered("H9", name: "向某", organization: "422801100211")],
            members: [Uncovered("P5", name: "谭某", organization: "422801100211")])
        let lines = report.gaps.map { "\($0.state.rawValue) \($0.kind.rawValue) \($0.subject.token)" }
        #expect(
            lines == [
                "overdue partyDay 422801100211/2016-02", "overdue partyDay 422801100211/2016-04",
                "overdue partyDay 422801100211/2016-05", "overdue partyDay 422801100901/2016-01",
                "overdue partyDay 422801100901/2016-02", "overdue partyDay 422801100901/2016-03",
                "overdue partyDay 422801100901/2016-04", "overdue partyDay 422801100901/2016-05",
                "uncovered household H9", "behind visits P0001", "behind fiveOnes 42280110021101/合理化建议",
                "behind fiveOnes 42280110021101/矛盾纠纷", "behind fiveOnes 42280110021102/办实事",
                "behind fiveOnes 42280110021102/合理化建议", "behind fiveOnes 42280110021102/培养积极分子",
                "behind fiveOnes 42280110021102/安全隐患", "behind fiveOnes 42280110021102/矛盾纠纷", "uncovered member P5",
                "due-soon partyDay 422801100211/2016-06", "due-soon partyDay 422801100901/2016-06",
            ])
    }

    @Test("of a scope inside a branch lists no branch, and judges an item by its whole branch")
    func insideBranch() throws {
        var tallies = try tallies(scope: "42280110021101")
        tallies.households = []
        let report = GapsReport(tallies, households: [], members: [])
        #expect(StatusReport(tallies).branches.isEmpty)
        #expect(StatusReport(tallies).totals.groups == 1)
        #expect(
            report.gaps.filter { $0.kind == .fiveOnes }.map(\.subject.token) == [
                "42280110021101/合理化建议", "42280110021101/矛盾纠纷",
            ])
        #expect(report.gaps.allSatisfy { $0.kind != .fiveOnes || $0.state == .behind })
    }

    /// A village with two groups and three of ten items, a joint branch without groups, a committee member without visits.
    private func tallies(scope: String = "422801100") throws -> Tallies {
        let scope = try #require(Scope(scope))
        var tallies = Tallies(asOf: try #require(Day("2016-06-30")), scope: scope, scopeName: "龙凤镇")
        let village: Code = "422801100211"
        tallies.organizations = [
            .init(code: village, name: "店子槽村", kind: .village), .init(code: "42280110021101", name: "一组", kind: .group),
            .init(code: "42280110021102", name: "二组", kind: .group),
            .init(code: "422801100901", name: "茶叶联合支部", kind: .joint),
        ]
        tallies.activities = [
            .init(organization: village, kind: .researchVisit, month: 2, count: 3),
            .init(organization: village, kind: .themeActivity, month: 1, count: 2),
            .init(organization: village, kind: .themeActivity, month: 4, count: 3),
            .init(organization: village, kind: .partyDay, month: 1, count: 1),
            .init(organization: village, kind: .partyDay, month: 3, count: 2),
            .init(organization: "422801100901", kind: .themeActivity, month: 3, count: 1),
            .init(organization: "42280110021101", kind: .activist, month: 3, count: 4),
            .init(organization: "42280110021101", kind: .hazard, month: 3, count: 1),
            .init(organization: "42280110021101", kind: .deed, month: 3, count: 1),
        ]
        tallies.households = [
            .init(village: village, coverage: Coverage(covered: 4, inScope: 5), visited: 2),
            .init(village: "422801100999", coverage: Coverage(covered: 5, inScope: 7), visited: 1),
        ]
        tallies.cooperatives = [.init(organization: village, active: 2, memberFounded: 1, householdsLed: 30)]
        tallies.founders = [
            .init(organization: village, founder: "P1"), .init(organization: village, founder: "P2"),
            .init(organization: "422801100", founder: "P1"),
        ]
        tallies.committee = [.init(id: "P0001", name: "李娟", organization: "422801100", visits: 0)]
        return tallies
    }
}
