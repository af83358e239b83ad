import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// What a server hides is told as not shown, and never as 0 or as nothing.
@Suite("What is hidden") struct SightTests {
    private let lease = TestEngine.Lease()
    private let officers: ServerOfficers
    private static let scope = Scope(Town.township)

    /// Q01 counts entries of 谈话 about each person of the committee, Q02 asks each of its entries: both are restricted as it is,
    /// which Q03 is not.
    init() throws {
        officers = try ServerOfficers(lease)
        var counting = Checklist(
            id: "Q01", name: "谈心", subject: .member, period: .once, startsOn: "2016-01-01", endsOn: "2016-07-01")
        counting.countedRegister = "谈话"
        var asking = Checklist(
            id: "Q02", name: "回访", subject: .entry, period: .once, startsOn: "2016-01-01", endsOn: "2016-07-01")
        asking.askedRegister = "谈话"
        let open = Checklist(
            id: "Q03", name: "通知", subject: .branch, period: .once, startsOn: "2016-01-01", endsOn: "2016-07-01")
        _ = try officers.desk(.office).perform(.together([counting, asking, open].map { .add($0.wrapped) }))
    }

    private func line(_ name: String, _ role: Role, _ scope: Scope = scope, isSeen: Bool = false) throws
        -> RegisterReport.Line
    {
        try officers.desk(role).ledger.registers(name, asOf: Town.today, scope: scope, isRestrictedSeen: isSeen)
            .lines.first.orThrow()
    }

    private func counts(_ line: RegisterReport.Line) -> [Int?] {
        [line.entries, line.open, line.overdue, line.dueSoon] + line.states.map(\.count)
    }

    @Test(
        "Counts of a restricted register are told to who sees all of its entries in the scope, of an open one to everybody"
    )
    func registers() throws {
        #expect(try counts(line("谈话", .discipline)) == [1, 1, 0, 0])
        for role in [Role.office, .committee, .secretary, .viewer] {
            #expect(try counts(line("谈话", role)) == [nil, nil, nil, nil], "\(role)")
            #expect(try counts(line("谈话", role, Scope(Town.village))) == [nil, nil, nil, nil], "\(role)")
            #expect(try counts(line("道路", role)) == [0, 0, 0, 0], "\(role)")
        }
        // Asked for in full it is no more.
        let line = try line("谈话", .viewer, isSeen: true)
        #expect(counts(line) == [nil, nil, nil, nil] && line.figures == [] && line.branches == [])
    }

    @Test("Who sees a part of the town is told of that part, and no part as the whole")
    func part() throws {
        _ = try officers.desk(.administrator).perform(
            .add(
                OfficerGrant(
                    account: officers.account(.viewer), name: "viewer", role: .discipline, range: Town.village.digits,
                    startedOn: "2016-01-01"
                ).wrapped))
        #expect(try counts(line("谈话", .viewer, Scope(Town.village))) == [1, 1, 0, 0])
        #expect(try counts(line("谈话", .viewer)) == [nil, nil, nil, nil])
    }

    @Test("Checklists that ask or count a restricted register have no figures there, and are not overdue for it")
    func checklists() throws {
        func lines(_ role: Role) throws -> [String] {
            try officers.desk(role).ledger.checklists(asOf: Town.today, scope: Self.scope).lines.map { line in
                let figures = line.figures.map { "\($0.done)/\($0.total)" } ?? "-"
                return "\(line.checklist.id) \(figures) \(line.standing)"
            }
        }
        let (all, part) = (try lines(.discipline), try lines(.office))
        #expect(all == ["Q01 1/3 将到期", "Q02 0/1 将到期", "Q03 0/4 将到期"])
        #expect(part == ["Q01 - 限阅", "Q02 - 限阅", "Q03 0/4 将到期"])
        for id in ["Q01", "Q02"] as [Checklist.ID] {
            let sheet = try officers.desk(.office).ledger.checklist(
                id, asOf: Town.today, scope: Self.scope, isRestrictedSeen: true)
            #expect(sheet.line.figures == nil && !sheet.isTold && sheet.obligations == [] && sheet.line.branches == [:])
        }
    }

    @Test("Of somebody, and of a condition, it is not said that there is nothing")
    func subjects() throws {
        func restricted(_ role: Role) throws -> Int? {
            try officers.desk(role).ledger.entries(about: EntrySubject(.person, "P1", name: "甲"), asOf: Town.today)
                .restricted
        }
        #expect(try restricted(.discipline) == 1 && restricted(.secretary) == nil)
        func trial(_ role: Role) throws -> ConditionTrial {
            try officers.desk(role).ledger.trial(of: "", in: "谈话", asOf: Town.today, scope: Self.scope)
        }
        #expect(try trial(.discipline) == .counted(fitting: 1, of: 1) && trial(.office) == .hidden)
    }

    @Test("A published figure of a restricted register is told as restricted, and not as one that the ledger lacks")
    func published() throws {
        let town = try Town()
        func row(_ table: TableSchema, _ cells: [String]) throws -> AnyRecord {
            try AnyRecord.read(table, from: Dictionary(uniqueKeysWithValues: zip(table.columns, cells)))
        }
        try town.perform(
            .adopt([
                row(.registers, ["谈话", "试验", "人员", "", "限阅"]), row(.registerFigures, ["谈话", "次数", "1", "条数"]),
                row(.registers, ["道路", "试验", "村"]), row(.registerFigures, ["道路", "条数", "1", "条数"]),
            ]))
        let figures = PublishedFigure.all(
            in: "头\n100000001,谈话,5 次,谈话,次数,\n100000001,修路,1 条,道路,条数,\n100000001,别的,1 条,道路,没有,")
        let compared = try town.ledger.compared(figures, in: Self.scope, asOf: Town.today)
        #expect(
            compared.map(\.origin) == [.restricted, .entries("道路", condition: "", numbers: []), .nowhere])
    }

    @Test("In a file whoever opens it is told how many there are") func file() throws {
        let town = try Town(.person("P1"))
        let cells = ["谈话", "试验", "人员", "", "限阅", "", ""]
        try town.perform(
            .adopt([
                AnyRecord.read(
                    .registers, from: Dictionary(uniqueKeysWithValues: zip(TableSchema.registers.columns, cells)))
            ]))
        let lines = try town.ledger.registers(nil, asOf: Town.today, scope: Self.scope, isRestrictedSeen: false).lines
        #expect(lines.map(counts) == [[0, 0, 0, 0]])
    }
}
