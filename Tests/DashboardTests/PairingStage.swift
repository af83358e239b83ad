import PartyWork
import TerminalUI

@testable import Dashboard

/// A village with a few households and members, and a dashboard over it: keys in, frames out.
struct PairingStage {
    private(set) var model: Model
    /// What the dashboard wanted done and not told.
    private(set) var acts: [Act] = []
    var town = Town()

    init(_ place: Route, asOf: Day = PairingStage.today, town: Town = Town(), columns: Int = 80, rows: Int = 24) {
        let context = Context(
            today: PairingStage.today, clockOffset: 480, asOf: asOf, scope: Scope("422801100" as Code),
            scopeName: "龙凤镇", body: Size(columns: columns, rows: rows), colours: .mono)
        model = Model(context, size: Size(columns: columns, rows: rows), isEmpty: false)
        self.town = town
        follow(model.start())
        press(.text("4"))
        if place != .pairing { follow(model.run(.open(place)) + model.update(.key(.focusIn))) }
    }

    static let today = Day("2016-06-30") ?? .earliest

    /// The whole terminal as text.
    var screen: String { model.view.text }
    /// One line of it, counted from 1.
    func line(_ number: Int) -> String { model.view.text(row: number - 1) }
    /// The terminal's cursor.
    var cursor: Cursor { model.view.cursor }

    mutating func press(_ keys: Key...) {
        for key in keys { follow(model.update(.key(key))) }
    }

    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(.text(String(scalar))) }
    }

    /// The ledger's word on the last act.
    mutating func refuse(_ refusal: Refusal) {
        guard let act = acts.popLast() else { return }
        follow(model.update(.refused(act, refusal)))
    }

    mutating func accept(_ summary: String) {
        guard let act = acts.popLast() else { return }
        follow(model.update(.done(act, Receipt(entry: 9, .words(summary), key: nil))))
    }

    private mutating func follow(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .ask(let queries):
                for answered in queries.compactMap({ town.answer($0) }) { follow(model.update(.answered(answered))) }
            case .rehearse(let act): follow(model.update(.rehearsed(act, .success(Rehearsal(.words(""), rows: [])))))
            case .rehearseEach(let acts):
                follow(model.update(.rehearsedEach(acts, acts.map { .success("办：\($0.kind.title)") })))
            case .perform(let act): acts.append(act)
            default: break
            }
        }
    }
}

/// What the ledger of the stage says.
struct Town {
    var households: [HouseholdRow] = [
        .standing("H0001", "张德富", people: 4, by: [("P0001", "王建国", true)], visited: "2016-06-12"),
        .standing("H0002", "刘桂英", people: 2, by: []),
        .standing("H0003", "谭国祥", people: 5, by: [("P0009", "向远志", false)], visited: "2016-03-02"),
        .standing("H0004", "黄秀兰", people: 3, liftedOn: "2015-12-31", by: [("P0001", "王建国", true)]),
        .standing("H0005", "覃文武", people: 1, by: [("P0001", "王建国", true), ("P0002", "李娟", true)]),
    ]
    var people: [PersonRow] = [
        .serving("P0001", "王建国", households: 3), .serving("P0002", "李娟", households: 1),
        .serving("P0003", "赵强", households: 0), .serving("P0004", "周玉梅", households: 0, exemption: "年老多病"),
        .left("P0009", "向远志", households: 1),
    ]
    var pairings: [PairingRow] = [
        .standing("H0001", "张德富", "P0001", "王建国", from: "2015-03-01"),
        .standing("H0004", "黄秀兰", "P0001", "王建国", from: "2014-02-10", state: .lifted),
        .standing("H0005", "覃文武", "P0001", "王建国", from: "2016-01-15"),
        .ended("H0001", "张德富", "P0009", "向远志", from: "2014-02-10", until: "2015-03-01"),
        .ended("H0002", "刘桂英", "P0001", "王建国", from: "2014-02-10", until: "2016-05-20"),
    ]

    var visits: [ActivityRow] = [.visit("2016-06-12"), .visit("2016-04-03")]
    var posts: [PostRow] = []

    func answer(_ asked: AnyQuery) -> Answered? {
        switch asked.query {
        case let query as HouseholdsQuery: Answered(query, households)
        case let query as PeopleQuery: Answered(query, people)
        case let query as HouseholdQuery: Answered(query, card(of: query.id))
        case let query as PersonQuery: Answered(query, card(of: query.id))
        case let query as StatusQuery: Answered(query, StatusReport(tallies(query.scope, query.asOf)))
        case let query as SubjectEntriesQuery: Answered(query, SubjectEntries.none)
        case let query as TwinsQuery: Answered(query, [])
        default: nil
        }
    }

    private func card(of id: Household.ID) -> HouseholdCard {
        HouseholdCard(
            row: households.first { $0.household.id == id } ?? households[0],
            pairings: pairings.filter { $0.pairing.household == id },
            visits: visits)
    }

    private func card(of id: Person.ID) -> PersonCard {
        PersonCard(
            row: people.first { $0.person.id == id } ?? people[0],
            pairings: pairings.filter { $0.pairing.helper == id }, activities: [.visit("2016-06-12")], posts: posts)
    }

    private func tallies(_ scope: Scope, _ day: Day) -> Tallies {
        var tallies = Tallies(asOf: day, scope: scope, scopeName: "龙凤镇")
        for (code, name, kind) in [
            ("422801100205", "二坡村", OrganizationKind.village), ("422801100211", "店子槽村", .village),
            ("422801100901", "茶叶联合支部", .joint),
        ] {
            tallies.organizations.append(.init(code: Code(code), name: name, kind: kind))
        }
        tallies.households = [
            .init(village: "422801100205", coverage: Coverage(covered: 30, inScope: 30), visited: 12),
            .init(village: "422801100211", coverage: Coverage(covered: 41, inScope: 43), visited: 9),
        ]
        tallies.members = [
            .init(organization: "422801100205", coverage: Coverage(covered: 20, inScope: 25)),
            .init(organization: "422801100211", coverage: Coverage(covered: 38, inScope: 38)),
            .init(organization: "422801100901", coverage: Coverage(covered: 9, inScope: 10)),
        ]
        return tallies
    }
}

// MARK: - Rows made by hand

private let ownVillage: Code = "422801100211"

extension HouseholdRow {
    static func standing(
        _ id: String, _ head: String, people: Int, liftedOn: String? = nil, by helpers: [(String, String, Bool)],
        visited: String? = nil
    ) -> HouseholdRow {
        let household = Household(
            id: Household.ID(id), head: head, village: ownVillage, headcount: people, cause: "因病",
            identifiedOn: Day("2014-01-01") ?? .earliest, liftedOn: liftedOn.flatMap { Day($0) })
        return HouseholdRow(
            household: household, villageName: "店子槽村", state: household.state(on: PairingStage.today, earlier: []),
            helpers: helpers.map { Helper(id: Person.ID($0.0), name: $0.1, service: $0.2 ? .serving : .left) },
            lastVisitOn: visited.flatMap { Day($0) })
    }
}

extension PersonRow {
    static func serving(_ id: String, _ name: String, households: Int, exemption: String = "") -> PersonRow {
        let person = Person(
            id: Person.ID(id), name: name, organization: ownVillage, category: .member, post: "支部委员",
            arrivedOn: Day("2012-08-01") ?? .earliest, exemption: exemption, phone: "13800000001")
        return PersonRow(person: person, organizationName: "店子槽村", service: .serving, households: households)
    }

    static func left(_ id: String, _ name: String, households: Int, on day: String = "2016-06-20") -> PersonRow {
        var person = PersonRow.serving(id, name, households: households).person
        person.leftOn = Day(day)
        person.leftReason = "调离"
        return PersonRow(person: person, organizationName: "店子槽村", service: .left, households: households)
    }
}

extension PairingRow {
    static func standing(
        _ household: String, _ head: String, _ helper: String, _ name: String, from: String,
        service: Service = .serving,
        state: HouseholdState = .poor
    ) -> PairingRow {
        PairingRow(
            pairing: Pairing(household: .init(household), helper: .init(helper), startedOn: Day(from) ?? .earliest),
            head: head,
            helperName: name, isActive: true, helperService: service, state: state)
    }

    static func ended(
        _ household: String, _ head: String, _ helper: String, _ name: String, from: String, until: String
    ) -> PairingRow {
        let pairing = Pairing(
            household: .init(household), helper: .init(helper), startedOn: Day(from) ?? .earliest,
            endedOn: Day(until) ?? .earliest,
            endReason: .reassigned)
        return PairingRow(
            pairing: pairing, head: head, helperName: name, isActive: false, helperService: .serving, state: .poor)
    }
}

extension ActivityRow {
    static func visit(_ day: String) -> ActivityRow {
        let activity = Activity(
            id: Activity.ID("9K4T6G-" + day.suffix(2)), heldOn: Day(day) ?? .earliest, kind: .homeVisit,
            organization: ownVillage,
            title: "送鸡苗，查看圈舍", participants: ["P0001"], household: "H0001")
        return ActivityRow(activity: activity, organizationName: "店子槽村", participantNames: ["王建国"], head: "张德富")
    }
}
