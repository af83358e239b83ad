import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("A county of several towns") struct CountyTests {
    private let cluster: PostgreSQLCluster
    private let database: String

    init() throws {
        cluster = try PostgreSQLCluster.shared.get()
        database = "county_of_towns"
    }

    /// Three towns in a database of their own: two with a village, whose figures differ, and one with nothing in it.
    private func towns() throws -> String {
        let address = cluster.address(of: database)
        let server = try LedgerServer(address)
        _ = try server.prepare()
        for (place, code) in ["100000001", "100000002", "100000011"].enumerated() {
            _ = try server.addTown(Code(code))
            if place == 2 { break }
            let village = Code(code + "101")
            let rows: [AnyRecord] =
                [
                    .organization(Organization(code: Code(code), name: "镇\(place)", kind: .township)),
                    .organization(Organization(code: village, name: "村\(place)", kind: .village)),
                    .organization(Organization(code: Code(village.digits + "01"), name: "组\(place)", kind: .group)),
                    .person("P1", village, committee: place == 0), .household("H1", village), .pairing("H1", "P1"),
                ] + (0...place).map { .household(Household.ID("G\($0)"), village) }
            let ledger = try Ledger.open(path: address + "&town=" + code)
            try Town.desk(ledger).importing(dryRun: false) { session in
                for row in rows { try session.insert(row) }
                return ((), true, .words("导入"))
            }
        }
        return address
    }

    private func county(_ address: String, _ scope: String? = nil) throws -> County {
        try County(address, for: Town.officer, on: Town.today, scope: scope).orThrow()
    }

    @Test("Its figures are the sum of the towns', each as its own ledger tells it; who reads some towns gets those")
    func figures() throws {
        let address = try towns()
        let report = try county(address).status(asOf: Town.today)
        #expect(report.towns.map(\.code.digits) == ["100000001", "100000002", "100000011"])
        #expect(report.towns.map(\.name) == ["镇0", "镇1", ""] && report.scope.prefix == "100000")
        for town in report.towns where !town.name.isEmpty {
            let own = try Ledger.open(path: address + "&town=" + town.code.digits)
            #expect(try own.status(asOf: Town.today, scope: Scope(town.code)).totals == town.answer)
        }
        #expect(report.totals.households == Coverage(covered: 2, inScope: 5))
        #expect(report.totals.branches == 2 && report.totals.groups == 2 && report.totals.fiveOnes.target == 10)
        #expect(try county(address).firstTown() == "100000001")
        let beside = try Ledger.open(path: Ledger.address(of: "100000002", in: address))
        func totals(_ town: any LedgerReading, _ scope: Scope) throws -> StatusReport.Totals {
            try town.status(asOf: Town.today, scope: scope).totals
        }
        #expect(
            try beside.county(asOf: Town.today, for: Town.officer, on: Town.today, totals)?.counted == report)
        #expect(
            try Ledger.inMemory().county(asOf: Town.today, for: Town.officer, on: Town.today, totals) == nil)
        let gaps = try county(address).ask(asOf: Town.today) { try $0.gaps(asOf: Town.today, scope: $1) }
        #expect(
            gaps.rows(\.gaps).sorted { $0.row.precedes($1.row) }.filter { $0.row.kind == .household }.map {
                "\($0.town) \($0.row.organization)"
            }
                == [
                    "镇0 100000001101", "镇1 100000002101", "镇1 100000002101",
                ])
        #expect(gaps.towns.map { $0.answer == nil } == [false, false, true] && gaps.leftOut.isEmpty)
        #expect(try county(address, "10000000").status(asOf: Town.today).towns.count == 2)
        #expect(throws: Refusal.emptyScope("9")) { try county(address, "9").status(asOf: Town.today) }
        #expect(try County("zhibu.db", for: Town.officer, on: Town.today, scope: nil) == nil)
        #expect(try County(address + "&town=100000001", for: Town.officer, on: Town.today, scope: nil) == nil)
        try roundTrips(address)
        try otherVersions(address, report)
        try officers(address)
    }

    /// All towns are found in two, each is asked in one stretch.
    private func roundTrips(_ address: String) throws {
        let county = try county(address)
        let connection = try county.connect()
        let before = connection.line.roundTrips
        let towns = try Session(connection).readableTowns("")
        #expect(connection.line.roundTrips - before == 2)
        let trips = try towns.prefix(2).map { town in
            let before = connection.line.roundTrips
            _ = try county.read([town], over: connection) { try $0.status(asOf: Town.today, scope: $1).totals }
            return connection.line.roundTrips - before
        }
        #expect(trips == [1, 1])
    }

    /// A town of another version is told as such, and the sum is without it.
    private func otherVersions(_ address: String, _ report: CountyReport) throws {
        let raw = try cluster.raw(database)
        try raw.run("UPDATE t100000002.ledger_version SET version = 13")
        let without = try county(address).status(asOf: Town.today)
        #expect(without.towns.map(\.obstacle) == [nil, .older, nil] && without.leftOut.map(\.title) == ["100000002"])
        #expect(without.towns[1].answer == nil && without.totals.households == Coverage(covered: 1, inScope: 2))
        #expect(without.sum.title == "全县 缺 1" && report.sum.title == "全县")
        try raw.run("UPDATE t100000001.ledger_version SET version = 999")
        #expect(try county(address).status(asOf: Town.today).towns.map(\.obstacle) == [.newer, .older, nil])
        #expect(try county(address).firstTown() == "100000011")
        #expect(throws: LedgerError.newerSchema(path: address + "&town=100000001")) {
            try county(address, "100000001").firstTown()
        }
        for town in ["100000001", "100000002"] {
            try raw.run("UPDATE t\(town).ledger_version SET version = \(Migrations.current)")
        }
    }

    /// An inspector of one town, who keeps the accounts of another: neither that, nor a town without a row, is read.
    private func officers(_ address: String) throws {
        let account = "county inspector"
        for (town, role) in [("100000001", Role.viewer), ("100000002", .administrator)] {
            let first = OfficerGrant(
                account: "first", name: "甲", role: .administrator, range: town, startedOn: "2016-01-01")
            let inspector = OfficerGrant(
                account: account, name: "乙", role: role, range: town, startedOn: "2016-01-01")
            try Town.perform(
                .together([.add(first.wrapped), .add(inspector.wrapped)]), on: .open(path: address + "&town=" + town))
        }
        let own = address.replacing("user=postgres", with: "user=county%20inspector")
        let report = try county(own).status(asOf: Town.today)
        #expect(report.towns.map(\.name) == ["镇0"] && report.totals.households == Coverage(covered: 1, inScope: 2))
        #expect(try county(own).firstTown() == "100000001")
        #expect(throws: Refusal.emptyScope("100000002")) { try county(own, "100000002").firstTown() }
    }

    @Test("Threads do each part once, in order, and tell the first error") func threads() throws {
        struct Trouble: Error {}
        #expect(try Threads.each(Array(0..<5)) { $0 * $0 } == [0, 1, 4, 9, 16])
        #expect(try Threads.each([Int]()) { $0 }.isEmpty)
        #expect(throws: Trouble.self) { try Threads.each([1, 2, 3]) { if $0 > 1 { throw Trouble() } } }
        #expect(Threads.count(atMost: 1) == 1 && Threads.count(atMost: 4) >= 1)
    }
}
