import PartyWork
import TestSupport
import Testing

@testable import Ledger

@Suite("A ledger of an earlier version") struct MonthMigrationTests {
    let folder = TemporaryFolder()

    /// A ledger as version 1 left it, with a branch and an activity.
    private func first() throws -> String {
        let path = folder.path("zhibu.db")
        try RawDatabase(path).transact(
            """
            \(Migration1.sql); PRAGMA application_id = \(Migrations.applicationID); PRAGMA user_version = 1;
            INSERT INTO organization (code, name, kind, industry_chain)
                VALUES ('100000001', '镇', '乡镇党委', ''), ('100000001101', '甲村', '村党组织', '');
            INSERT INTO activity (id, held_on, kind, organization, title, evidence, note, void_reason, counted_on)
                VALUES ('A', '2016-05-10', '主题党日', '100000001101', '学习', '待补', '', '', '2016-05-10')
            """)
        return path
    }

    @Test("is brought up to date when it is opened, and its months can be signed")
    func months() throws {
        let ledger = try Ledger.open(path: try first())
        let month = Month("2016-05-01" as Day)
        let report = try ledger.month(Town.village, month, asOf: Town.today).report
        #expect(report.figures[.partyDay] == 1 && report.figures[.papersMissing] == 1 && report.figures[.late] == 0)
        for step in [MonthStep.Kind.submit, .accept] {
            try Town.perform(.takeMonthStep(step, of: month, [Town.village], reason: ""), on: ledger)
        }
        #expect(try ledger.month(Town.village, month, asOf: Town.today).report.state == .accepted)
        #expect(try ledger.reading { try $0.number("PRAGMA user_version") } == Migrations.current)
    }

    @Test("has the same schema as a new one")
    func sameSchema() throws {
        func schema(_ ledger: Ledger) throws -> [String] {
            try ledger.reading { db in
                try db.statement("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").rows {
                    $0.text(0)
                }
            }
        }
        #expect(try schema(.open(path: first())) == schema(.inMemory()))
    }
}
