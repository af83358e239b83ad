import Ledger
import PartyWork
import TestSupport
import Testing

/// Which rows count stands in SQL, for the figures, and in the domain, for the rules of writing and for lists; on
/// random rows whose days lie close together both say the same.
@Suite("Statements and rules agree", .onBothEngines) struct AgreementTests {
    @Test("on who is covered, on any day", arguments: UInt64(1)...6) func coverage(_ seed: UInt64) throws {
        let rows = Rows(seed: seed)
        let town = try Town(rows.records)
        for day in Rows.days {
            let status = try town.status(day)
            let poor = rows.households.filter { $0.state(on: day, earlier: rows.cycles(of: $0.id)) == .poor }
            let gaps = poor.filter { rows.history(of: $0).isGap(on: day) }
            #expect(status.totals.households == Coverage(covered: poor.count - gaps.count, inScope: poor.count))
            let members = rows.people.filter { $0.mustBePaired(on: day) }
            let unpaired = members.filter { !rows.isCovered($0, on: day) }
            #expect(status.totals.members == Coverage(covered: members.count - unpaired.count, inScope: members.count))
            let listed = try town.gaps(day).filter { $0.state == .uncovered }.map(\.subject.token)
            #expect(Set(listed) == Set(gaps.map(\.id.text) + unpaired.map(\.id.text)))
        }
    }

    @Test("on which branch a member belongs to, on any day", arguments: UInt64(1)...6) func membership(_ seed: UInt64)
        throws
    {
        let rows = Rows(seed: seed)
        let town = try Town(rows.records)
        for day in Rows.days {
            let places = rows.people.map {
                (person: $0, code: PostRules.organization(of: $0, rows.memberships, on: day))
            }
            for code in [Town.village, Town.otherVillage] {
                let own = places.filter { $0.code.isWithin(code.digits) }.map(\.person)
                let members = own.filter { $0.mustBePaired(on: day) }
                let covered = members.filter { rows.isCovered($0, on: day) }
                let coverage = Coverage(covered: covered.count, inScope: members.count)
                #expect(try town.branch(code, day)?.members == coverage)
                #expect(try town.status(day, scope: Scope(code)).totals.members == coverage)
                let listed = try town.ledger.people(in: Scope(code), asOf: day)
                #expect(Set(listed.map(\.person.id)) == Set(own.map(\.id)))
                #expect(listed.map(\.organization) == listed.map(\.organization).sorted())
            }
        }
    }

    @Test("and the lines of the lists add up to the totals, on any day", arguments: UInt64(1)...6)
    func lines(_ seed: UInt64) throws {
        let rows = Rows(seed: seed)
        let town = try Town(rows.records)
        for day in Rows.days {
            let status = try town.status(day)
            let lines = status.lines
            // Who belongs somewhere on the day has a line there, also an exempt member whom no figure counts.
            let members = rows.people.filter { $0.category.isPartyMember && $0.serves(on: day) }
            let places = members.map { PostRules.organization(of: $0, rows.memberships, on: day) }
            #expect(Set(places.map { $0.branch ?? $0.township }).isSubset(of: Set(lines.map(\.code))))
            for line in lines {
                let own = zip(members, places).filter { ($1.branch ?? $1.township) == line.code }.map(\.0)
                #expect(line.members.inScope == own.count { $0.exemption.isEmpty })
            }
            #expect(lines.reduce(.none) { $0 + $1.households } == status.totals.households)
            #expect(lines.reduce(.none) { $0 + $1.members } == status.totals.members)
            #expect(lines.reduce(0) { $0 + $1.cooperatives.active } == status.totals.cooperatives.active)
            #expect(Set(lines.map(\.code)).count == lines.count)
            #expect(status.branches.allSatisfy { $0.standing == .existing })
            #expect(status.branches.count == status.totals.branches)
        }
    }

    @Test("on which cooperatives are active and which organizations exist", arguments: UInt64(1)...6)
    func lifetimes(_ seed: UInt64) throws {
        let rows = Rows(seed: seed)
        let town = try Town(rows.records)
        for day in Rows.days {
            let totals = try town.status(day).totals
            let active = rows.cooperatives.filter { $0.isActive(on: day) }
            #expect(totals.cooperatives.active == active.count)
            #expect(totals.cooperatives.founders == Set(active.flatMap(\.founders)).count)
            #expect(totals.villages == 2 + rows.villages.count { $0.exists(on: day) })
        }
    }
}

extension Person {
    fileprivate func mustBePaired(on day: Day) -> Bool {
        serves(on: day) && category.isPartyMember && exemption.isEmpty
    }
}

/// Random rows of a town, every day of them within ten days.
private struct Rows {
    static let days = (20...29).compactMap { Day(year: 2016, month: 2, day: $0) }
    let people: [Person]
    let households: [Household]
    /// Two earlier cycles of each third household, the statements judge them as they stand.
    let cycles: [HouseholdCycle]
    let pairings: [Pairing]
    /// Dated memberships of most people, some of them at once.
    let memberships: [Post]
    let cooperatives: [Cooperative]
    let villages: [Organization]

    var records: [AnyRecord] {
        villages.map(AnyRecord.organization) + people.map(AnyRecord.person) + households.map(AnyRecord.household)
            + cycles.map(AnyRecord.householdCycle) + pairings.map(AnyRecord.pairing) + memberships.map(AnyRecord.post)
            + cooperatives.map(AnyRecord.cooperative)
    }

    /// One of eight villages that come and go.
    private static func village(_ number: Int) -> Code { Code("10000000120\(number % 8)") }

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func day(from start: Day? = nil) -> Day {
            Rows.days.filter { $0 >= start ?? .earliest }.randomElement(using: &random) ?? Rows.days[0]
        }
        func maybe(from start: Day? = nil) -> Day? { Bool.random(using: &random) ? day(from: start) : nil }
        people = (0..<20).map { number in
            let arrived = maybe()
            return Person(
                id: Person.ID("P\(number)"), name: "甲",
                organization: [Town.village, Town.group, Town.township, Rows.village(number)][number % 4],
                category: PersonCategory.allCases[number % 4], arrivedOn: arrived, leftOn: maybe(from: arrived),
                exemption: number % 5 == 0 ? "年老" : "")
        }
        households = (0..<30).map { number in
            let identified = day()
            let lifted = maybe(from: identified)
            return Household(
                id: Household.ID("H\(number)"), head: "乙",
                village: [Town.village, Town.otherVillage, Rows.village(number)][number % 3],
                headcount: 3, identifiedOn: identified, liftedOn: lifted,
                returnedOn: lifted == nil ? nil : maybe(from: identified), closedOn: maybe(from: identified))
        }
        // A ledger without any is another way through the statements.
        cycles = (0..<(seed % 3 == 0 ? 0 : 20)).map { number in
            let lifted = Rows.days[number < 10 ? number % 5 : 5 + number % 5]
            return HouseholdCycle(
                household: Household.ID("H\(number % 10 * 3)"), liftedOn: lifted, returnedOn: day(from: lifted))
        }
        pairings = (0..<60).map { number in
            let start = day()
            let end = maybe(from: start)
            let reason = PairingEndReason.allCases.randomElement(using: &random)
            return Pairing(
                household: Household.ID("H\(number % 30)"), helper: Person.ID("P\((number * 7 + number / 30) % 20)"),
                startedOn: start, endedOn: end, endReason: end == nil ? nil : reason)
        }
        memberships = (0..<30).map { number in
            let start = day()
            return Post(
                holder: Person.ID("P\(number % 18)"),
                organization: [
                    Town.otherVillage, Town.village, Town.otherGroup, Town.secondGroup, Town.township,
                    Rows.village(number),
                ][number % 6],
                kind: .membership, startedOn: start, endedOn: maybe(from: start))
        }.reduce(into: []) { posts, post in if !posts.contains(where: { $0.key == post.key }) { posts.append(post) } }
        cooperatives = (0..<12).map { number in
            let founded = maybe()
            return Cooperative(
                id: Cooperative.ID("C\(number)"), name: "社",
                organization: number % 2 == 0 ? Town.village : Rows.village(number), foundedOn: founded,
                deregisteredOn: maybe(from: founded), founders: [Person.ID("P\(number % 5)")])
        }
        villages = (0..<8).map { number in
            let founded = maybe()
            return Organization(
                code: Rows.village(number), name: "村\(number)", kind: .village, foundedOn: founded,
                dissolvedOn: maybe(from: founded))
        }
    }

    func cycles(of household: Household.ID) -> [HouseholdCycle] { cycles.filter { $0.household == household } }

    func history(of household: Household) -> HouseholdHistory {
        HouseholdHistory(
            household: household, cycles: cycles(of: household.id),
            pairings: pairings.filter { $0.household == household.id },
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }))
    }

    func isCovered(_ person: Person, on day: Day) -> Bool {
        pairings.contains { pairing in
            pairing.helper == person.id && pairing.isActive(on: day)
                && households.contains {
                    $0.id == pairing.household
                        && [.poor, .lifted].contains($0.state(on: day, earlier: cycles(of: $0.id)))
                }
        }
    }
}
