import Papers
import PartyWork

/// Small papers of every kind, with texts that would be formulas, markup or deceit elsewhere.
enum PaperSamples {
    static let day = Day("2016-06-30").unsafelyUnwrapped
    static let june = Month(day)
    static let context = PaperContext(
        place: NamedScope(town: "试验镇", name: "甲村", code: "422801100201"), asOf: day, made: "制表：李娟 2016-06-30 16:15")

    static func organization(_ name: String) -> Organization {
        Organization(code: "422801100201", name: name, kind: .village)
    }

    static func row(
        _ kind: ActivityKind, _ title: String, on day: String, note: String = "", visit: VisitDetails? = nil,
        head: String = "", in organization: Code = "422801100201"
    ) -> ActivityRow {
        let activity = Activity(
            id: "A", heldOn: Day(day).unsafelyUnwrapped, kind: kind, organization: organization, title: title,
            participants: ["P2"], resolvedOn: kind.countsWhenResolved ? Day(day) : nil, note: note)
        return ActivityRow(
            activity: activity, organizationName: organization == "422801100201" ? "甲村" : "甲村一组",
            participantNames: ["钱二"], head: head, visit: visit)
    }

    static let rows = [
        row(.homeVisit, "=HYPERLINK(\"http://x\")", on: "2016-06-20", visit: visit, head: "周五"),
        row(.dispute, "调解<b>地界</b>&水路", on: "2016-06-12", in: "42280110020101"),
        row(.partyDay, "学习党章，讨论村里的产业发展和道路维修怎么办", on: "2016-06-03", note: "应到 10 人，实到 9 人"),
    ]
    static let visit = VisitDetails(activity: "A", findings: "屋顶漏雨", outcome: "已修")

    static var report: MonthReport {
        var signed = MonthFigures()
        (signed[.partyDay], signed[.householdsCovered], signed[.householdsInScope]) = (1, 1, 2)
        var now = signed
        now[.dispute] = 1
        let step = MonthStep(
            organization: "422801100201", month: june, position: 2, step: .accept, takenOn: day, officer: "李娟",
            figures: signed)
        return MonthReport(
            code: "422801100201", name: "甲村", month: june, asOf: june.last, figures: now, steps: [step])
    }

    static var month: Paper {
        .month(MonthDetails(report: report, activities: rows, households: [], members: []), context)
    }

    static var year: Paper {
        let group = BranchReport.Group(
            code: "42280110020101", name: "甲村一组", counts: [0, 0, 0, 1, 0], open: [0, 0, 0, 0, 0])
        let branch = BranchReport(
            organization: organization("甲村"), asOf: day, status: nil, groups: [group], committee: [], months: [],
            households: 2, cooperatives: 1)
        return .year(BranchYear(report: branch, activities: rows, months: [report]), context)
    }

    static let person = Person(
        id: "P2", name: "钱二", organization: "422801100201", category: .member, phone: "13800000001")

    static var card: HouseholdCard {
        let household = Household(
            id: "H1", head: "周五", village: "422801100201", headcount: 4, cause: "缺资金",
            identifiedOn: Day("2014-01-01").unsafelyUnwrapped)
        let pairing = Pairing(household: "H1", helper: "P2", startedOn: Day("2015-01-01").unsafelyUnwrapped)
        let row = HouseholdRow(household: household, villageName: "甲村", state: .poor, helpers: [], lastVisitOn: day)
        let helper = PairingRow(
            pairing: pairing, head: "周五", helperName: "钱二", helperPhone: person.phone, isActive: true,
            helperService: .serving, state: .poor)
        return HouseholdCard(row: row, pairings: [helper], visits: [rows[0]])
    }

    static var helper: HelperSheet {
        let row = PersonRow(person: person, organizationName: "甲村", service: .serving, households: 1)
        return HelperSheet(
            card: PersonCard(row: row, pairings: card.pairings, activities: [rows[0]]), households: [card])
    }

    static var cooperatives: Paper {
        let own = Cooperative(
            id: "93422801MA4800001L", name: "甲村茶叶合作社", organization: "422801100201", trade: "茶叶", memberHouseholds: 12,
            householdsLed: 30, founders: ["P2"])
        let row = CooperativeRow(cooperative: own, organizationName: "甲村", founderNames: ["钱二"], isActive: true)
        return .cooperatives([row], status.totals.cooperatives, context)
    }

    static var status: StatusReport {
        var tallies = Tallies(asOf: day, scope: Scope(Code("422801100")), scopeName: "试验镇")
        tallies.organizations = [
            .init(code: "422801100201", name: "甲村", kind: .village),
            .init(code: "42280110020101", name: "甲村一组", kind: .group),
            .init(code: "422801100901", name: "产业联合支部", kind: .joint),
        ]
        tallies.activities = [
            .init(organization: "422801100201", kind: .themeActivity, month: 3, count: 1),
            .init(organization: "422801100201", kind: .partyDay, month: 5, count: 1),
            .init(organization: "42280110020101", kind: .dispute, month: 6, count: 1),
        ]
        tallies.households = [
            .init(village: "422801100201", coverage: Coverage(covered: 2_999, inScope: 3_000), visited: 7)
        ]
        tallies.members = [.init(organization: "422801100201", coverage: Coverage(covered: 2, inScope: 2))]
        tallies.cooperatives = [.init(organization: "422801100201", active: 1, memberFounded: 1, householdsLed: 30)]
        tallies.founders = [.init(organization: "422801100201", founder: "P2")]
        tallies.committee = [.init(id: "P1", name: "赵一", organization: "422801100", visits: 1)]
        return StatusReport(tallies)
    }

    static var township: Paper { .township(status, months: [[report]], context) }

    static var all: [Paper] {
        [month, year, .pairing(helper, context), .household(card, context), cooperatives, township]
            + PaperKind.allCases.map { $0.blank(on: day) }
    }
}
