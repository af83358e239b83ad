import PartyWork
import TestSupport
import Testing

@testable import Ledger

/// A town on a server with an officer of each role, each with a login of their own; the secretary of 甲村.
struct ServerOfficers {
    let town: Town
    let code: Code
    private let cluster: PostgreSQLCluster

    /// 甲村 has P1, P2 and H1, 乙村 P9 and H9; 谈话 is a restricted register with an entry about P1, 道路 an open one.
    init(_ lease: TestEngine.Lease) throws {
        cluster = try PostgreSQLCluster.shared.get()
        let address = try lease.address()
        code = Code(String(address.suffix(9)))
        town = try Town(
            [
                try AnyRecord.person("P1").setting([.phone: "13800000001"]), .person("P2"),
                try AnyRecord.person("P9", Town.otherVillage).setting([.phone: "13800000009"]),
                .household("H1"), .household("H2"), .household("H9", Town.otherVillage), .pairing("H1", "P1"),
                .pairing("H9", "P9"), .activity("A1", .partyDay, Town.village, on: "2016-05-10", ["P1"]),
                .activity("A9", .partyDay, Town.otherVillage, on: "2016-05-10", ["P9"]),
            ], in: .open(path: address))
        // A correction puts both telephones into the journal.
        for (id, phone) in [("P1", "13900000001"), ("P9", "13900000009")] {
            let person = try town.ledger.record(.people, RecordKey(id)).orThrow()
            try town.perform(.correct(from: person, to: person.setting([.phone: phone])))
        }
        let registers = [
            ["谈话", "试验", "人员", "", "限阅", "", ""], ["道路", "试验", "村", "", "公开", "", ""],
        ]
        try town.perform(
            .adopt(
                registers.map { cells in
                    try AnyRecord.read(
                        .registers, from: Dictionary(uniqueKeysWithValues: zip(TableSchema.registers.columns, cells)))
                }))
        try town.perform(
            .enter(StoredEntry(register: "谈话", number: "", subject: "P1", registeredOn: "2016-06-01", values: [])))
        try town.perform(
            .together(
                Role.allCases.map { role in
                    .add(
                        OfficerGrant(
                            account: account(role), name: role.english, role: role, range: Self.range(role),
                            startedOn: "2016-01-01"
                        ).wrapped)
                }))
    }

    /// The login of a role; no other town's has its name.
    func account(_ role: Role) -> String { "\(role.english) \(code)" }

    static func range(_ role: Role) -> String {
        role == .secretary ? Town.village.digits : Town.township.digits
    }

    /// psql as a login.
    func raw(_ role: Role) throws -> RawServer {
        let raw = try cluster.raw("county", as: account(role))
        try raw.run("SET search_path = \(PostgreSQLSchema.name(of: code))")
        return raw
    }

    /// The program as a login.
    func desk(_ role: Role) throws -> Desk {
        let ledger = try Ledger.open(path: cluster.address(of: code, as: account(role)), busyTimeout: 1)
        return ledger.acting(as: Officer(uid: 77, name: "谁", account: "谁"), on: Town.clock)
    }
}
