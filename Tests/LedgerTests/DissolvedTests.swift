import Ledger
import Papers
import PartyWork
import TestSupport
import Testing

/// What is left in a branch that is no more, and what stands at the township itself: the totals count it, so a line shows it.
@Suite("Branches that are no more", .onBothEngines) struct DissolvedTests {
    private static let gone: Code = "100000001103"
    private static let goneGroup: Code = "10000000110301"

    private static func town(_ records: AnyRecord..., from founded: Day? = nil, until dissolved: Day? = "2016-03-01")
        throws -> Town
    {
        let branch = Organization(
            code: gone, name: "丙村", kind: .village, foundedOn: founded, dissolvedOn: dissolved)
        let group = Organization(code: goneGroup, name: "丙一组", kind: .group, dissolvedOn: dissolved)
        return try Town([.organization(branch), .organization(group)] + records)
    }

    private static func others(_ town: Town, _ day: Day = Town.today) throws -> [String] {
        try town.status(day).others.map(\.title)
    }

    @Test("show as a line while a household, a member, a cooperative or something open is left in them")
    func left() throws {
        let leftovers: [AnyRecord] = [
            .household("H", Self.gone), .household("H", Self.gone, lifted: "2015-01-01"), .person("P", Self.gone),
            .person("P", Self.goneGroup, exemption: "年老"), .cooperative("C", Self.gone),
            .activity("A", .dispute, Self.goneGroup, on: "2016-02-01"),
        ]
        for record in leftovers {
            let town = try Self.town(record)
            #expect(try Self.others(town) == ["丙村（已撤销）"], "\(record)")
            #expect(try Self.others(town, "2016-02-29") == [], "\(record)")
            #expect(try town.status().branches.count == 4)
        }
        let open = try Self.town(leftovers[5]).status().others[0]
        #expect(open.open == 1 && open.themeActivity.state == .notApplicable && open.partyDays.isEmpty)
    }

    @Test("hold the members who belong to them on the day, not those whom 组织编码 names") func moved() throws {
        func membership(_ code: Code, until end: Day? = nil) -> AnyRecord {
            .post(Post(holder: "P", organization: code, kind: .membership, startedOn: "2016-04-01", endedOn: end))
        }
        // Exempt, so that no figure counts them.
        let out = try Self.town(.person("P", Self.gone, exemption: "年老"), membership(Town.village, until: "2016-06-20"))
        #expect(try Self.others(out, "2016-03-31") == ["丙村（已撤销）"])
        #expect(try Self.others(out, "2016-04-01") == [])
        #expect(try Self.others(out, "2016-06-20") == ["丙村（已撤销）"])
        let back = try Self.town(.person("P", exemption: "年老"), membership(Self.goneGroup, until: "2016-06-20"))
        #expect(try Self.others(back, "2016-03-31") == [])
        #expect(try Self.others(back, "2016-04-01") == ["丙村（已撤销）"])
        #expect(try Self.others(back, "2016-06-20") == [])
        let none = try Self.town(
            .person("P", Town.village, .resident), membership(Self.gone), .person("Q", Town.township, exemption: "年老"))
        #expect(try Self.others(none) == ["镇（镇本级）"])
    }

    @Test("show as none when nothing is left in them")
    func empty() throws {
        let town = try Self.town(
            .household("H", Self.gone, closed: "2016-02-01"), .person("P", Self.gone, left: "2016-02-01"),
            .person("Q", Self.gone, .resident), .cooperative("C", Self.gone, deregistered: "2016-02-01"),
            .activity("A", .dispute, Self.goneGroup, on: "2016-01-01", resolved: "2016-02-01"),
            .activity("B", .dispute, Self.goneGroup, on: "2016-01-01", voided: "2016-02-01"))
        #expect(try Self.others(town) == [])
    }

    @Test("to be founded yet, and the township's own, have their words; the township's stands last")
    func words() throws {
        let town = try Self.town(
            .household("H", Self.gone), .person("P", Town.township), from: "2016-09-01", until: nil)
        #expect(try Self.others(town) == ["丙村（未成立）", "镇（镇本级）"])
        #expect(try town.status(scope: Scope(Town.village)).others == [])
    }

    @Test("stay on the month's and the year's papers as rows of one table that adds up")
    func paper() throws {
        let town = try Self.town(
            .household("H", Self.gone), .person("P", Town.township), .cooperative("C", Self.gone, led: 7),
            .activity("A", .themeActivity, Town.village, on: "2016-02-01"),
            .activity("B", .themeActivity, Town.joint, on: "2016-04-01"),
            .activity("C", .researchVisit, Town.village, on: "2016-05-01"))
        let months = try town.ledger.monthsOfYear(in: Scope(Town.township), asOf: Town.today)
        let form = Paper.township(try town.status(), months: months, .blank(on: Town.today))
        let table = form.tables[0]
        let names = table.columns.map(\.heading)
        #expect(table.rows.map { $0[0] }.suffix(2) == [.label("丙村（已撤销）"), .label("镇（镇本级）")])
        for (index, total) in table.totals[0].enumerated() where names[index] != "领办党员" {
            guard case .number(let sum) = total else { continue }
            let cells = table.rows.map { row in if case .number(let value) = row[index] { value } else { 0 } }
            #expect(cells.reduce(0, +) == sum, "\(names[index])")
        }
        let theme = try #require(names.firstIndex(of: "主题活动"))
        #expect(table.totals[0][theme] == .number(2))
        #expect(form.tables[2].totals[0][3] == .number(2))
        #expect(form.notes.contains("主题活动：0/2 个村党组织完成"))
        #expect(!form.notes.contains { $0.contains("各月合计") })
    }

    @Test("say on paper why the months add up to more: what a branch did before it was dissolved")
    func difference() throws {
        let town = try Self.town(
            .household("H", Self.gone), .activity("A", .themeActivity, Self.gone, on: "2016-02-01"))
        let months = try town.ledger.monthsOfYear(in: Scope(Town.township), asOf: Town.today)
        let form = Paper.township(try town.status(), months: months, .blank(on: Town.today))
        #expect(form.notes.contains("主题活动：各支部合计 0，各月合计 1；各月计当月还在的支部，各支部计截至日还在的"))
    }
}
