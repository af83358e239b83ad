import PartyWork
import TerminalUI

@testable import Dashboard

/// A dashboard on a terminal of a size, with a ledger that answers by hand-made values.
struct BranchStage {
    private(set) var model: Model
    private let answer: (AnyQuery) -> Answered?
    /// What was wanted besides answers.
    private(set) var effects: [Effect] = []
    /// What the ledger was asked, in order.
    private(set) var asked: [AnyQuery] = []

    init(
        _ columns: Int = 80, _ rows: Int = 24, clockOffset: Int = 480, of name: String = "龙凤镇",
        catalogue: Catalogue = .builtIn, answer: @escaping (AnyQuery) -> Answered?
    ) {
        self.answer = answer
        let size = Size(columns: columns, rows: rows)
        let context = Context(
            today: .june, clockOffset: clockOffset, asOf: .june, scope: Scope(.town), scopeName: name, body: size,
            colours: .mono)
        model = Model(context, size: size, isEmpty: false, catalogue: catalogue)
        serve(model.start())
    }

    /// Presses keys one after the other, the ledger answering in between.
    mutating func press(_ keys: Key...) {
        for key in keys { serve(model.update(.key(key))) }
    }

    /// Types text, a key for each character.
    mutating func type(_ text: String) {
        for character in text { press(.text(String(character))) }
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        serve(model.update(.resized(Size(columns: columns, rows: rows))))
    }

    private mutating func serve(_ wanted: [Effect]) {
        for effect in wanted {
            guard case .ask(let queries) = effect else {
                effects.append(effect)
                continue
            }
            asked += queries
            for answered in queries.compactMap({ answer($0) ?? BranchStage.none($0) }) {
                serve(model.update(.answered(answered)))
            }
        }
    }

    /// Nothing is like anything, unless a test says otherwise.
    private static func none(_ asked: AnyQuery) -> Answered? {
        (asked.query as? TwinsQuery).map { Answered($0, []) }
    }

    var frame: Frame { model.view }
    /// The whole terminal as text.
    var text: String { frame.text }

    /// One line of the terminal.
    func line(_ row: Int) -> String { frame.text(row: row) }

    /// The acts that were to be performed.
    var acts: [Act] {
        effects.compactMap { if case .perform(let act) = $0 { act } else { nil } }
    }
}

extension Day {
    static let june = Day("2016-06-30") ?? .earliest
}

extension Code {
    static let town: Code = "422801100"
    static let village: Code = "422801100211"
    static let joint: Code = "422801100901"
}

/// A village branch, a joint branch, and what the ledger knows of them at the end of June 2016.
enum SampleBranch {
    static let names = ["第一", "第二", "第三", "第四"]

    static func answer(_ asked: AnyQuery) -> Answered? {
        switch asked.query {
        case let query as StatusQuery: Answered(query, StatusReport(tallies(query.asOf)))
        case let query as BranchQuery:
            Answered(query, query.code == .village ? village(query.asOf) : joint(query.asOf))
        case let query as HouseholdsQuery: Answered(query, query.scope.contains(.village) ? households : [])
        case let query as CooperativesQuery: Answered(query, query.scope.contains(.village) ? cooperatives : [])
        case let query as SubjectEntriesQuery: Answered(query, SubjectEntries.none)
        case let query as DueEntriesQuery:
            Answered(query, DueList(asOf: query.asOf, scope: query.scope, scopeName: "", rows: []))
        case let query as OrganizationsQuery: Answered(query, organizations)
        case let query as ActivitiesQuery:
            Answered(
                query,
                activities.filter {
                    query.scope.contains($0.activity.organization) && query.from <= $0.activity.heldOn
                        && $0.activity.heldOn <= query.to
                })
        case let query as JournalQuery: Answered(query, journal)
        case let query as JournalCardQuery: card(query.entry).map { Answered(query, $0) }
        default: nil
        }
    }

    static func tallies(_ day: Day) -> Tallies {
        var tallies = Tallies(asOf: day, scope: Scope(.town), scopeName: "龙凤镇")
        tallies.organizations = [.init(code: .village, name: "店子槽村", kind: .village)]
        for group in groups { tallies.organizations.append(.init(code: group.code, name: group.name, kind: .group)) }
        tallies.organizations.append(.init(code: .joint, name: "茶叶产业联合支部", kind: .joint))
        tallies.activities = [
            counted(.village, .researchVisit, 4, 3), counted(.village, .themeActivity, 3, 1),
            counted(.village, .themeActivity, 5, 1),
        ]
        tallies.activities += [1, 2, 3, 5].map { counted(.village, .partyDay, $0, 1) }
        for group in groups {
            for (kind, count) in zip(ActivityKind.fiveOnes, group.counts) where count > 0 {
                tallies.activities.append(counted(group.code, kind, 4, count))
            }
        }
        tallies.households = [.init(village: .village, coverage: Coverage(covered: 2, inScope: 4), visited: 1)]
        tallies.members = [.init(organization: .village, coverage: Coverage(covered: 35, inScope: 38))]
        tallies.cooperatives = [.init(organization: .village, active: 3, memberFounded: 2, householdsLed: 170)]
        tallies.committee = [.init(id: "P0003", name: "谭应柏", organization: .town, visits: 3)]
        return tallies
    }

    private static func counted(
        _ code: Code, _ kind: ActivityKind, _ month: Int, _ count: Int
    ) -> Tallies.ActivityTally {
        .init(organization: code, kind: kind, month: month, count: count)
    }

    static let groups: [BranchReport.Group] = [
        ([1, 2, 1, 0, 1], [0, 0, 0, 1, 0]), ([0, 1, 3, 1, 0], [0, 0, 0, 0, 1]), ([0, 0, 1, 0, 0], [0, 0, 0, 0, 0]),
        ([0, 1, 1, 1, 0], [0, 0, 0, 0, 0]),
    ].enumerated().map { index, item in
        BranchReport.Group(
            code: Code("4228011002110\(index + 1)"), name: "店子槽村\(names[index])党小组", counts: item.0, open: item.1)
    }

    static func village(_ day: Day) -> BranchReport {
        let status = StatusReport(tallies(day))
        return BranchReport(
            organization: Organization(code: .village, name: "店子槽村", kind: .village), asOf: day,
            status: status.branches[0], groups: groups, committee: status.committee,
            months: [
                .init(month: 1, counts: [.partyDay: 1, .homeVisit: 9], evidencePending: 0),
                .init(month: 2, counts: [.partyDay: 1, .homeVisit: 11], evidencePending: 0),
                .init(month: 3, counts: [.partyDay: 1, .themeActivity: 1, .homeVisit: 14], evidencePending: 1),
                .init(
                    month: 4, counts: [.researchVisit: 3, .homeVisit: 10, .activist: 1, .suggestion: 4, .hazard: 6],
                    evidencePending: 2),
                .init(
                    month: 5, counts: [.partyDay: 1, .themeActivity: 1, .homeVisit: 13, .dispute: 3], evidencePending: 0
                ),
                .init(month: 6, counts: [.homeVisit: 12, .deed: 3], evidencePending: 0),
            ], households: households.count, cooperatives: cooperatives.count(where: \.isActive))
    }

    /// The joint branch was founded in 2015.
    static func joint(_ day: Day) -> BranchReport {
        let organization = Organization(
            code: .joint, name: "茶叶产业联合支部", kind: .joint, jointUnits: [.village], leader: "P0003",
            industryChain: "茶叶", foundedOn: Day("2015-03-01"))
        let status = organization.exists(on: day) ? StatusReport(tallies(day)).branches.last : nil
        return BranchReport(
            organization: organization, asOf: day, status: status, groups: [], committee: [], months: [],
            households: 0, cooperatives: 0)
    }

    static let organizations: [OrganizationRow] = [
        OrganizationRow(
            organization: village(.june).organization, exists: true, parentName: "龙凤镇", leaderName: ""),
        OrganizationRow(organization: joint(.june).organization, exists: true, parentName: "龙凤镇", leaderName: "谭应柏"),
    ]

    static let households: [HouseholdRow] = [
        household(1, "唐应松", helpers: [("覃绍槐", true)], visited: "2016-06-12"),
        household(2, "龚仕坤", lifted: "2016-06-02", helpers: [("向启椿", true)], visited: "2016-04-20"),
        household(3, "谭莲菊", helpers: [("李国珍", false)], visited: "2016-03-08"),
        household(4, "黄大远", helpers: [("覃绍槐", true), ("谭应柏", true)], visited: "2016-05-17"),
        household(5, "杨秀成", helpers: [], visited: nil),
    ]

    private static func household(
        _ number: Int, _ head: String, lifted: String? = nil, helpers: [(String, Bool)], visited: String?
    ) -> HouseholdRow {
        HouseholdRow(
            household: Household(
                id: Household.ID("H211-000\(number)"), head: head, village: .village, headcount: number + 1,
                identifiedOn: Day("2014-02-13") ?? .earliest, liftedOn: lifted.flatMap { Day($0) }),
            villageName: "店子槽村", state: lifted == nil ? .poor : .lifted,
            helpers: helpers.map { .init(id: Person.ID($0.0), name: $0.0, service: $0.1 ? .serving : .left) },
            lastVisitOn: visited.flatMap { Day($0) })
    }

    static let cooperatives: [CooperativeRow] = [
        ("佳禾生猪专业合作社", "生猪", [], 57), ("瑞禾中药材专业合作社", "中药材", ["谭应柏"], 43),
        ("店子槽富硒茶叶专业合作社", "茶叶", ["覃绍槐", "黄大远"], 70),
    ].enumerated().map { index, item in
        CooperativeRow(
            cooperative: Cooperative(
                id: Cooperative.ID("93422801000000000\(index)"), name: item.0, organization: .village, trade: item.1,
                memberHouseholds: 20 + index, householdsLed: item.3, founders: item.2.map { Person.ID($0) }),
            organizationName: "店子槽村", founderNames: item.2, isActive: true)
    }

    static let activities: [ActivityRow] = [
        activity(9, .homeVisit, "2016-06-21", "入户核对增收计划", people: ["覃绍槐"], head: "唐应松"),
        activity(8, .deed, "2016-06-14", "帮助申请危房改造补助", group: 2, people: ["向启椿", "谭应柏"], head: "杨秀成"),
        activity(7, .partyDay, "2016-05-25", "5月支部主题党日：学习党章党规", pending: true),
        activity(6, .dispute, "2016-05-09", "两户田界纠纷", group: 2, resolved: "2016-05-20"),
        activity(5, .themeActivity, "2016-05-04", "“我为产业献一策”主题活动", people: ["谭应柏"]),
        activity(4, .themeActivity, "2016-05-04", "重复登记", void: "2016-05-06"),
        activity(3, .hazard, "2016-04-18", "村道弯道缺护栏", group: 1, people: ["黄大远"]),
        activity(2, .dispute, "2016-04-11", "林地流转分红争议", group: 1),
        activity(1, .dispute, "2015-12-20", "饮水管道占地补偿", group: 4, resolved: "2016-01-12"),
        activity(0, .partyDay, "2015-11-25", "11月支部主题党日"),
    ]

    private static func activity(
        _ number: Int, _ kind: ActivityKind, _ day: String, _ title: String, group: Int? = nil, people: [String] = [],
        head: String = "", resolved: String? = nil, pending: Bool = false, void: String? = nil
    ) -> ActivityRow {
        let host = group.map { groups[$0 - 1] }
        return ActivityRow(
            activity: Activity(
                id: Activity.ID("LF-2016-0000\(number)"), heldOn: Day(day) ?? .earliest, kind: kind,
                organization: host?.code ?? .village, title: title, participants: people.map { Person.ID($0) },
                household: head.isEmpty ? nil : Household.ID(head), resolvedOn: resolved.flatMap { Day($0) },
                evidence: pending ? .pending : .complete, voidedOn: void.flatMap { Day($0) },
                voidReason: void == nil ? "" : "与前一条重复"),
            organizationName: host?.name ?? "店子槽村", participantNames: people, head: head)
    }

    static let journal: [JournalRow] = [
        .init(
            id: 5, at: "2016-06-30T08:15:00Z", officer: "李娟", .words("撤销第 3 条：记活动 LF-2016-00008 办实事"), rows: 1,
            undoes: 3, kind: .undo, origin: .dashboard),
        .init(
            id: 4, at: "2016-06-29T17:40:00Z", officer: "李娟", .words("结束结对：谭莲菊 户与李国珍，2016-06-30 起，离任；接替人 黄大远"),
            rows: 2, kind: .unpair, origin: .commandLine),
        .init(
            id: 3, at: "2016-06-29T02:05:00Z", officer: "王建国", .words("记活动 LF-2016-00008 办实事"), rows: 1, undoneBy: 5,
            kind: .record),
        .init(
            id: 2, at: "2016-06-01T01:00:00Z", officer: "王建国", .words("修改贫困户 H211-0002：脱贫日期"), rows: 1, kind: .correct,
            origin: .dashboard),
        .init(
            id: 1, at: "2016-05-30T01:00:00Z", officer: "王建国", .words("导入 6 个文件"), rows: 9_214, kind: .imported,
            origin: .imported),
    ]

    static func card(_ entry: Int) -> JournalCard? {
        let pairing = Pairing(household: "H211-0003", helper: "P211-0009", startedOn: Day("2015-03-01") ?? .earliest)
        var ended = pairing
        ended.endedOn = .june
        ended.endReason = .helperLeft
        let next = Pairing(household: "H211-0003", helper: "P211-0004", startedOn: .june)
        let changes = [
            RowChange(from: .pairing(pairing), to: .pairing(ended)), RowChange(from: nil, to: .pairing(next)),
        ]
        return journal.first { $0.id == entry }.map {
            JournalCard(row: $0, changes: changes.compactMap { $0 }, unlisted: 0)
        }
    }
}
